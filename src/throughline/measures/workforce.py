"""Measures of the workforce."""

from throughline.measures.kinds import Better, Rate, Share
from throughline.record.front_door import Referrals
from throughline.record.workforce import HELD, Involvements

caseload = Rate(
    title="Children for each worker",
    why="A worker with too many children cannot know them.",
    defined_by="Open case-holding involvements (role CW) on the day: children, by workers who hold any",
    of=HELD,
    among=HELD.per(Involvements.worker),
    per=1,
    better=Better.LOWER,
    target=18,
    examples="""
        Involvements as at 2026-06-30: 1.5
        child | started    | ended      | role | worker | counts? |
        ------+------------+------------+------+--------+---------+-------------------------------
        Ann   | 2026-01-01 |            | CW   | Will   |   yes   |
        Ben   | 2026-01-01 |            | CW   | Will   |   yes   |
        Cat   | 2026-01-01 |            | CW   | Xena   |   yes   |
        Cat   | 2026-01-01 |            | CW   | Will   |   yes   | Cat is one child of 3
        Dee   | 2026-07-01 |            | CW   | Yan    |   no    |
        Eve   | 2026-01-01 |            | FSW  | Yan    |   no    | does not hold the case
        Fay   | 2026-01-01 |            |      |        |   no    | not recorded
        Gus   | 2026-01-01 | 2026-06-30 | CW   | Yan    |   no    |
    """,
)

children_with_a_worker = Share(
    title="Children in need who have a worker",
    why="A child whose case nobody holds is a child nobody is watching.",
    defined_by="Open child in need episodes, those closed at once left out, with a case-holding "
    "involvement (role CW) open on the day",
    of=Referrals.open().where(~Referrals.no_action.fill_null(False)),
    that=HELD,
    better=Better.HIGHER,
    target=1.0,
    examples="""
        Involvements
        child | started    | ended      | role
        ------+------------+------------+-----
        Ann   | 2026-01-01 |            | CW
        Ben   | 2026-01-01 | 2026-06-30 | CW
        Cat   | 2026-01-01 |            | FSW
        Dee   | 2026-01-01 |            |

        Referrals as at 2026-06-30: 1 of 4
        child | started    | ended      | no_action | counts? | passes? |
        ------+------------+------------+-----------+---------+---------+----------------------------
        Ann   | 2026-01-01 |            |           |   yes   |   yes   |
        Ben   | 2026-01-01 |            | no        |   yes   |   no    | it ended that day
        Cat   | 2026-01-01 |            | no        |   yes   |   no    | she does not hold the case
        Dee   | 2026-01-01 |            | no        |   yes   |   no    | not recorded whose
        Eve   | 2026-06-30 |            | yes       |   no    |         | no further action
        Fay   | 2026-01-01 | 2026-06-01 | no        |   no    |         |
    """,
)
