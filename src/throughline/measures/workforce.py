"""Measures of the workforce: caseloads, posts and who fills them, leaving, being away, supervision."""

from throughline.measures.kinds import Better, Count, Rate, Share, Stock
from throughline.record.front_door import Referrals
from throughline.record.workforce import (
    HELD,
    Absences,
    AgencyAssignments,
    Involvements,
    Leavers,
    Posts,
    Supervision,
    Vacancies,
)

caseload = Rate(
    title="Children for each worker",
    why="A worker with too many children cannot know them.",
    defined_by="Open case-holding involvements (role CW) on the day: children, by workers who hold any",
    of=HELD,
    among=HELD.per(Involvements.worker),
    per=1,
    better=Better.LOWER,
    field_code="WF06",
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

posts = Stock(
    title="Posts in the establishment",
    why="How many people we mean to have.",
    defined_by="The council’s list of posts: those that stand on the day, filled or not, each once",
    of=Posts.open(),
    examples="""
        Posts as at 2026-06-30: 1
        post | started    | ended      | counts? |
        -----+------------+------------+---------+---------
        P1   | 2026-01-01 |            |   yes   |
        P2   | 2026-01-01 | 2026-06-30 |   no    | given up
    """,
)

vacant_posts = Stock(
    title="Vacant posts",
    why="Work that nobody is there to do, or that somebody does beside their own.",
    defined_by="The council’s list of vacancies: posts vacant on the day, in whole or in part, each once",
    of=Vacancies.open(),
    better=Better.LOWER,
    examples="""
        Vacancies as at 2026-06-30: 1
        post | started    | ended      | counts? |
        -----+------------+------------+---------+-------
        P1   | 2026-01-01 |            |   yes   |
        P2   | 2026-01-01 | 2026-06-30 |   no    | filled
    """,
)

agency_workers = Stock(
    title="Agency workers",
    why="They cost more, and leave sooner, than workers of our own.",
    defined_by="The council’s list of agency workers: those who work for us on the day, each once",
    of=AgencyAssignments.open(),
    better=Better.LOWER,
    examples="""
        AgencyAssignments as at 2026-06-30: 1
        worker | started    | ended      | counts? |
        -------+------------+------------+---------+-----
        W1     | 2026-01-01 |            |   yes   |
        W2     | 2026-01-01 | 2026-06-30 |   no    | gone
    """,
)

agency_above_cap = Share(
    title="Agency workers paid above the regional cap",
    why="Councils that pay above the cap drive up the price for all of them.",
    defined_by="The council’s list of agency workers: of those who work for us on the day, the ones paid "
    "above the cap agreed in the region",
    of=AgencyAssignments.open(),
    that=AgencyAssignments.above_cap,
    better=Better.LOWER,
    examples="""
        AgencyAssignments as at 2026-06-30: 1 of 2
        worker | started    | ended      | above_cap | counts?  | passes? |
        -------+------------+------------+-----------+----------+---------+-------------
        W1     | 2026-01-01 |            | yes       |   yes    |   yes   |
        W2     | 2026-01-01 |            | no        |   yes    |   no    |
        W3     | 2026-01-01 |            |           | left out |         | not recorded
        W4     | 2026-01-01 | 2026-06-30 | yes       |   no     |         | gone
    """,
)

leavers = Count(
    title="Workers who left",
    why="Each takes with them what they knew of twenty families.",
    defined_by="The council’s list of leavers: by the last day each worked; moves within children’s social "
    "work are not in the list",
    of=Leavers.on(Leavers.left),
    better=Better.LOWER,
    examples="""
        Leavers from 2026-06-01 to 2026-06-30: 1
        worker | left       | counts? |
        -------+------------+---------+--
        W1     | 2026-06-30 |   yes   |
        W2     | 2026-07-01 |   no    |
    """,
)

workers_off_sick = Stock(
    title="Workers off sick",
    why="Sickness is where the strain of caseloads shows first.",
    defined_by="The council’s list of absences: workers away sick on the day, each once",
    of=Absences.open().where(Absences.away_because == "SIC"),
    better=Better.LOWER,
    examples="""
        Absences as at 2026-06-30: 1
        worker | started    | ended      | away_because | counts? |
        -------+------------+------------+--------------+---------+-------------
        W1     | 2026-06-01 |            | SIC          |   yes   |
        W2     | 2026-06-01 | 2026-06-30 | SIC          |   no    | came back
        W3     | 2026-06-01 |            | MAT          |   no    |
        W4     | 2026-06-01 |            |              |   no    | not recorded
    """,
)

supervised_in_time = Share(
    title="Supervision held by the day it was due",
    why="Nobody can carry this work alone, nor see their own mistakes.",
    defined_by="The council’s list of supervision: of those due in the period, the ones held by that day",
    of=Supervision.on(Supervision.due),
    that=(Supervision.supervised <= Supervision.due).fill_null(False),
    better=Better.HIGHER,
    note="A supervision with no day on which it was held has not been held.",
    examples="""
        Supervision from 2026-06-01 to 2026-06-30: 1 of 3
        worker | due        | supervised | counts? | passes? |
        -------+------------+------------+---------+---------+------------
        W1     | 2026-06-15 | 2026-06-15 |   yes   |   yes   |
        W2     | 2026-06-15 | 2026-06-16 |   yes   |   no    | a day late
        W3     | 2026-06-15 |            |   yes   |   no    | not held
        W4     | 2026-07-01 | 2026-06-15 |   no    |         | due in July
        W5     |            | 2026-06-15 |   no    |         | no day due
    """,
)
