"""Measures of early help."""

from throughline.measures.kinds import Better, Cohort, Count, Stock
from throughline.record.assessment import Assessments
from throughline.record.care import Care
from throughline.record.early_help import EarlyHelp
from throughline.record.front_door import Referrals

NOT_SHORT = ~Care.legal_status.is_in(["V3", "V4"]).fill_null(False)  # short breaks are no coming into care

early_help_started = Count(
    title="Early help started",
    why="Help before a crisis is kinder and costs less.",
    defined_by="Annex A list 2 (assessments); the dataset counts episodes",
    of=EarlyHelp.on(EarlyHelp.started),
    field_code="EH01",
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
    field_code="EH02",
    examples="""
        EarlyHelp as at 2026-06-30: 1
        child | started    | ended      | counts? |
        ------+------------+------------+---------+-------------------
        Ann   | 2026-06-30 |            |   yes   |
        Ben   | 2026-01-01 | 2026-06-30 |   no    | it ended that day
    """,
)

early_help_stepped_up = Cohort(
    title="Early help followed by a referral within 90 days",
    why="Whether help held: a family that comes back within three months was left too soon.",
    defined_by="Local: early help that ended in the period, with a referral of the child on that day or in "
    "the 90 days after (and in 30, 180 and 365); what ended later than that is too early to say",
    of=EarlyHelp.on(EarlyHelp.ended),
    that=Referrals.on(Referrals.started),
    better=Better.LOWER,
    field_code="EH03",
    examples="""
        Referrals
        child | started
        ------+-----------
        Ann   | 2026-09-08
        Ben   | 2026-09-09
        Cat   | 2026-06-09

        EarlyHelp from 2026-06-01 to 2026-06-30, known at 2026-09-15: 1 of 3
        child | started    | ended      | counts?   | passes? |
        ------+------------+------------+-----------+---------+---------------
        Ann   | 2026-01-01 | 2026-06-10 |   yes     |   yes   | 90 days after
        Ben   | 2026-01-01 | 2026-06-10 |   yes     |   no    | 91 days after
        Cat   | 2026-01-01 | 2026-06-10 |   yes     |   no    | the day before
        Dee   | 2026-01-01 | 2026-06-20 | too early |         |
        Eve   | 2026-01-01 |            |   no      |         |
    """,
)

early_help_to_assessment = Cohort(
    title="Early help followed by an assessment within a year",
    why="How many families needed a social worker in spite of early help.",
    defined_by="Local: early help begun in the period, with a social worker’s assessment of the child begun "
    "on that day or in the 365 days after; what began later than that is too early to say",
    of=EarlyHelp.on(EarlyHelp.started),
    that=Assessments.on(Assessments.started),
    days=365,
    better=Better.LOWER,
    examples="""
        Assessments
        child | started
        ------+-----------
        Ann   | 2026-06-10
        Ben   | 2026-06-11

        EarlyHelp from 2025-06-01 to 2025-06-30, known at 2026-06-15: 1 of 2
        child | started    | counts?   | passes? |
        ------+------------+-----------+---------+---------------
        Ann   | 2025-06-10 |   yes     |   yes   | 365 days after
        Ben   | 2025-06-10 |   yes     |   no    | a day later
        Cat   | 2025-06-20 | too early |         |
        Dee   | 2025-07-01 |   no      |         |
    """,
)

early_help_to_care = Cohort(
    title="Early help followed by care within a year",
    why="The hardest test of early help is whether the child could stay with the family.",
    defined_by="Local: early help begun in the period, and the child came into care (SSDA903 reason S, short "
    "breaks left out) on that day or in the 365 days after; what began later is too early to say",
    of=EarlyHelp.on(EarlyHelp.started),
    that=Care.on(Care.started).where((Care.start_reason == "S") & NOT_SHORT),
    days=365,
    better=Better.LOWER,
    examples="""
        Care
        child | started    | start_reason | legal_status
        ------+------------+--------------+-------------
        Ann   | 2026-06-10 | S            | C2
        Ben   | 2026-01-10 | S            | V4
        Cat   | 2026-01-10 |              |

        EarlyHelp from 2025-06-01 to 2025-06-30, known at 2026-06-15: 1 of 3
        child | started    | counts?   | passes? |
        ------+------------+-----------+---------+-------------------------------
        Ann   | 2025-06-10 |   yes     |   yes   | 365 days after
        Ben   | 2025-06-10 |   yes     |   no    | a short break
        Cat   | 2025-06-10 |   yes     |   no    | not said to be a start of care
        Dee   | 2025-06-20 | too early |         |
        Eve   | 2025-07-01 |   no      |         |
    """,
)
