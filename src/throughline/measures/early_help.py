"""Measures of early help."""

from throughline.measures.kinds import Count, Stock
from throughline.record.early_help import EarlyHelp

early_help_started = Count(
    title="Early help started",
    why="Help before a crisis is kinder and costs less.",
    defined_by="Annex A list 2 (assessments); the dataset counts episodes",
    of=EarlyHelp.on(EarlyHelp.started),
    examples="""
        EarlyHelp from 2026-06-01 to 2026-06-30: 1
        child | started    | counts? |
        ------+------------+---------+--
        Ann   | 2026-06-01 |   yes   |
        Ben   | 2026-07-01 |   no    |
    """,
)

children_in_early_help = Stock(
    title="Children in early help",
    why="How many children are being helped before they need a social worker.",
    defined_by="Episodes of early help open on the day",
    of=EarlyHelp.open(),
    examples="""
        EarlyHelp as at 2026-06-30: 1
        child | started    | ended      | counts? |
        ------+------------+------------+---------+-------------------
        Ann   | 2026-06-30 |            |   yes   |
        Ben   | 2026-01-01 | 2026-06-30 |   no    | it ended that day
    """,
)
