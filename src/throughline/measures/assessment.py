"""Measures of assessments."""

from throughline.measures.kinds import Better, Count, Share, Stock, Typical
from throughline.record.assessment import Assessments
from throughline.record.dates import days, working_days, working_days_after

assessments_finished = Count(
    title="Assessments finished",
    why="How many children’s needs were found out.",
    defined_by="CIN census C2: by the day of authorisation",
    of=Assessments.on(Assessments.ended),
    examples="""
        Assessments from 2026-06-01 to 2026-06-30: 1
        child | started    | ended      | counts? |
        ------+------------+------------+---------+--
        Ann   | 2026-05-01 | 2026-06-30 |   yes   |
        Ben   | 2026-06-01 |            |   no    |
    """,
)

assessments_within_45_days = Share(
    title="Assessments finished within 45 working days",
    why="A child in need should not wait more than 45 working days to know what help will come.",
    defined_by="CIN census C2: from the start of the assessment to its authorisation "
    "(Working Together counts from the referral: another measure)",
    of=Assessments.on(Assessments.ended),
    that=working_days(Assessments.started, Assessments.ended) <= 45,
    better=Better.HIGHER,
    target=0.85,
    examples="""
        Assessments from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | ended      | counts? | passes? |
        ------+------------+------------+---------+---------+------------------------------------
        Ann   | 2026-04-01 | 2026-06-09 |   yes   |   yes   | day 45: four bank holidays left out
        Ben   | 2026-04-01 | 2026-06-10 |   yes   |   no    | day 46
        Cat   | 2026-04-01 |            |   no    |         | still open, so not yet counted
        Dee   | 2026-04-01 | 2026-07-01 |   no    |         | signed off in another month
    """,
)

days_to_assess = Typical(
    title="Days an assessment takes",
    why="The usual wait, which the 45-day limit does not show.",
    defined_by="Days from the start of the assessment to its authorisation; the middle one",
    of=Assessments.on(Assessments.ended),
    middle=days(Assessments.started, Assessments.ended),
    better=Better.LOWER,
    examples="""
        Assessments from 2026-06-01 to 2026-06-30: 15
        child | started    | ended      | counts? |
        ------+------------+------------+---------+------------------------
        Ann   | 2026-05-31 | 2026-06-10 |   yes   | 10 days
        Ben   | 2026-05-31 | 2026-06-20 |   yes   | 20 days: half way is 15
        Cat   | 2026-05-31 |            |   no    |
    """,
)

open_assessments = Stock(
    title="Assessments not yet finished",
    why="What is on the assessment teams’ desks today.",
    defined_by="Annex A list 4: begun and not authorised on the day",
    of=Assessments.open(),
    examples="""
        Assessments as at 2026-06-30: 1
        child | started    | ended      | counts? |
        ------+------------+------------+---------+--
        Ann   | 2026-06-01 |            |   yes   |
        Ben   | 2026-06-01 | 2026-06-30 |   no    |
    """,
)

open_assessments_past_45_days = Share(
    title="Open assessments past 45 working days",
    why="Those already late are the ones that can still be put right.",
    defined_by="Annex A list 4: open on the day, and begun more than 45 working days before",
    of=Assessments.open(),
    that=Assessments.between(working_days_after(Assessments.started, 46), Assessments.ended),
    better=Better.LOWER,
    examples="""
        Assessments as at 2026-06-10: 1 of 2
        child | started    | ended      | counts? | passes? |
        ------+------------+------------+---------+---------+--------
        Ann   | 2026-04-01 |            |   yes   |   yes   | day 46
        Ben   | 2026-04-02 |            |   yes   |   no    | day 45
        Cat   | 2026-01-02 | 2026-06-10 |   no    |         |
    """,
)
