"""Measures of the workforce."""

from throughline.measures.kinds import Better, Rate
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
