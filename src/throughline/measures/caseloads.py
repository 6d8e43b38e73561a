"""Measures of caseloads that are too high: workers who hold more children than anybody can know."""

from throughline.measures.kinds import Better, Stock
from throughline.record.workforce import HELD, Involvements

HELD_BY_EACH = HELD.per(Involvements.worker)


def held_by(worker: str, many: int, counts: str) -> str:
    """Lines of an example: one worker who holds so many children."""
    line = "        {worker} {n:2} | 2026-01-01 |            | CW   | {worker}   |   {counts:3}   |"
    return "\n".join(line.format(worker=worker, n=n, counts=counts) for n in range(1, many + 1))


workers_over_20 = Stock(
    title="Workers who hold more than 20 children",
    why="At twenty children a worker has less than two hours a week for each.",
    defined_by="Open case-holding involvements (role CW) on the day: workers who hold more than 20 "
    "children, each child once; twenty is what councils’ peers flag, no statutory limit",
    of=HELD_BY_EACH.holding(more_than=20),
    better=Better.LOWER,
    examples=f"""
        Involvements as at 2026-06-30: 1
        child   | started    | ended      | role | worker | counts? |
        --------+------------+------------+------+--------+---------+----------------------
{held_by("Will", 21, "yes")}
{held_by("Xena", 20, "no")}
        Ann     | 2026-01-01 | 2026-06-30 | CW   | Xena   |   no    | passed on that day
        Ben     | 2026-01-01 |            |      | Xena   |   no    | not recorded which part
        Cat     | 2026-01-01 |            | CW   |        |   no    | nobody holds it
    """,
)

workers_over_25 = Stock(
    title="Workers who hold more than 25 children",
    why="With so many, a worker can only answer what is loudest.",
    defined_by="As workers who hold more than 20 children, of more than 25",
    of=HELD_BY_EACH.holding(more_than=25),
    better=Better.LOWER,
    examples=f"""
        Involvements as at 2026-06-30: 1
        child   | started    | ended      | role | worker | counts? |
        --------+------------+------------+------+--------+---------+----------------------
{held_by("Will", 26, "yes")}
{held_by("Xena", 25, "no")}
        Ann     | 2026-01-01 | 2026-06-30 | CW   | Xena   |   no    | passed on that day
        Ben     | 2026-01-01 |            |      | Xena   |   no    | not recorded which part
        Cat     | 2026-01-01 |            | CW   |        |   no    | nobody holds it
    """,
)
