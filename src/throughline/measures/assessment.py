"""Measures of assessments."""

import polars as pl

from throughline.measures.kinds import Better, Count, Rate, Share, Stock, Typical
from throughline.record.assessment import Assessments, Factors
from throughline.record.dates import A_DAY, days, earlier, working_days, working_days_after
from throughline.record.front_door import Referrals
from throughline.record.protection import Section47

ONCE_EACH = (earlier(Factors.assessment) != Factors.assessment).fill_null(True)  # a line of each assessment
FIRST_OF_REFERRAL = (earlier(Assessments.referred) != Assessments.referred).fill_null(True)
SAME_REFERRAL = (earlier(Assessments.referral) == Assessments.referral).fill_null(False)

assessments_finished = Count(
    title="Assessments finished",
    why="How many children’s needs were found out.",
    defined_by="CIN census C2: by the day of authorisation",
    of=Assessments.on(Assessments.ended),
    field_code="ASM01",
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
    field_code="ASM02",
    compare="assessments-45-days",
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

assessments_within_45_days_of_referral = Share(
    title="Assessments finished within 45 working days of the referral",
    why="A family waits from the day of the referral, not from the day on which we began.",
    defined_by="Working Together: 45 working days from the point of referral to the authorisation, of the "
    "first assessment of each referral (the CIN census counts from the assessment’s start: another measure)",
    of=Assessments.on(Assessments.ended).where(FIRST_OF_REFERRAL),
    that=working_days(Assessments.referred, Assessments.ended) <= 45,
    better=Better.HIGHER,
    field_code="ASM02",
    note="A later assessment of the same referral is in neither part: it answers no referral.",
    examples="""
        Assessments from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | ended      | referred   | counts?  | passes? |
        ------+------------+------------+------------+----------+---------+------------------------------------
        Ann   | 2026-04-20 | 2026-06-09 | 2026-04-01 |   yes    |   yes   | day 45: bank holidays left out
        Ben   | 2026-04-20 | 2026-06-10 | 2026-04-01 |   yes    |   no    | day 46
        Cat   | 2026-05-01 | 2026-06-01 |            | left out |         | of no referral that we know of
        Dee   | 2026-04-20 |            | 2026-04-01 |   no     |         | still open
        Eve   | 2025-04-20 | 2025-06-01 | 2025-04-01 |   no     |         | signed off in another month
        Eve   | 2026-05-20 | 2026-06-20 | 2025-04-01 |   no     |         | the case was assessed before
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
    field_code="ASM03",
    examples="""
        Assessments as at 2026-06-10: 1 of 2
        child | started    | ended      | counts? | passes? |
        ------+------------+------------+---------+---------+--------
        Ann   | 2026-04-01 |            |   yes   |   yes   | day 46
        Ben   | 2026-04-02 |            |   yes   |   no    | day 45
        Cat   | 2026-01-02 | 2026-06-10 |   no    |         |
    """,
)

assessments_with_no_action = Share(
    title="Assessments that ended with no further action",
    why="Many may mean that families are assessed who need not be.",
    defined_by="Annex A list 4: the outcome; it depends on how the council records outcomes",
    of=Assessments.on(Assessments.ended),
    that=Assessments.no_action,
    field_code="ASM04",
    examples="""
        Assessments from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | ended      | no_action | counts?  | passes? |
        ------+------------+------------+-----------+----------+---------+-------------
        Ann   | 2026-05-01 | 2026-06-01 | yes       |   yes    |   yes   |
        Ben   | 2026-05-01 | 2026-06-01 | no        |   yes    |   no    |
        Cat   | 2026-05-01 | 2026-06-01 |           | left out |         | not recorded
        Dee   | 2026-05-01 |            |           |   no     |         | still open
    """,
)

assessments_with_child_seen = Share(
    title="Assessments in which the child was seen",
    why="Nobody can know a child’s needs without having seen the child.",
    defined_by="Annex A list 4: the child was seen; of assessments signed off",
    of=Assessments.on(Assessments.ended),
    that=Assessments.seen,
    better=Better.HIGHER,
    field_code="ASM06",
    examples="""
        Assessments from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | ended      | seen | counts?  | passes? |
        ------+------------+------------+------+----------+---------+-------------
        Ann   | 2026-05-01 | 2026-06-01 | yes  |   yes    |   yes   |
        Ben   | 2026-05-01 | 2026-06-01 | no   |   yes    |   no    |
        Cat   | 2026-05-01 | 2026-06-01 |      | left out |         | not recorded
        Dee   | 2026-05-01 |            |      |   no     |         | still open
    """,
)

assessments_on_open_cases = Share(
    title="Assessments of a case that was assessed before",
    why="Why there are more assessments than referrals: how many look again at a case that is open.",
    defined_by="Local: assessments signed off whose child had an earlier one of the same referral; where "
    "the referral is not recorded the assessment is left out",
    of=Assessments.on(Assessments.ended),
    that=pl.when(Assessments.referral.is_not_null()).then(SAME_REFERRAL),
    examples="""
        Assessments from 2026-06-01 to 2026-06-30: 1 of 3
        child | started    | ended      | referral | counts?  | passes? |
        ------+------------+------------+----------+----------+---------+-----------------------
        Ann   | 2026-01-01 | 2026-02-01 | R1       |   no     |         |
        Ann   | 2026-05-01 | 2026-06-01 | R1       |   yes    |   yes   | the case was open still
        Ben   | 2025-01-01 | 2025-02-01 | R2       |   no     |         |
        Ben   | 2026-05-01 | 2026-06-01 | R3       |   yes    |   no    | a new referral
        Cat   | 2026-05-01 | 2026-06-01 | R4       |   yes    |   no    | the first
        Dee   | 2026-05-01 | 2026-06-01 |          | left out |         | not recorded
        Eve   | 2026-05-01 |            | R5       |   no     |         |
    """,
)

assessments_per_referral = Rate(
    title="Assessments for each referral",
    why="More than one means that open cases are assessed again: work that referrals do not show.",
    defined_by="Local: assessments signed off in the period, for each referral in it",
    of=Assessments.on(Assessments.ended),
    among=Referrals.on(Referrals.started),
    per=1,
    places=2,
    examples="""
        Referrals
        child | started
        ------+-----------
        Ann   | 2026-06-01
        Ben   | 2026-06-02

        Assessments from 2026-06-01 to 2026-06-30: 1.50
        child | started    | ended      | counts? |
        ------+------------+------------+---------+----------------------
        Ann   | 2026-05-01 | 2026-06-01 |   yes   |
        Ann   | 2026-06-02 | 2026-06-30 |   yes   |
        Cat   | 2026-05-01 | 2026-06-01 |   yes   | of an earlier referral
        Dee   | 2026-05-01 |            |   no    |
    """,
)

assessments_to_section_47 = Share(
    title="Assessments that led to a section 47 enquiry",
    why="How often an assessment of need finds a child in danger.",
    defined_by="Local: assessments begun in the period, with a section 47 enquiry of the child begun on that "
    "day or in the 45 working days after; those begun later are too early to say",
    of=Assessments.on(Assessments.started),
    that=Section47.between(working_days_after(Section47.started, -45), Section47.started + A_DAY),
    settles=working_days_after(Assessments.started, 45),
    examples="""
        Section47
        child | started
        ------+-----------
        Ann   | 2026-08-04
        Ben   | 2026-08-05

        Assessments from 2026-06-01 to 2026-06-30, known at 2026-08-10: 1 of 2
        child | started    | counts?   | passes? |
        ------+------------+-----------+---------+---------------
        Ann   | 2026-06-02 |   yes     |   yes   | working day 45
        Ben   | 2026-06-02 |   yes     |   no    | working day 46
        Cat   | 2026-06-30 | too early |         |
        Dee   | 2026-07-01 |   no      |         |
    """,
)

assessments_with_domestic_abuse = Share(
    title="Assessments that found domestic abuse",
    why="The harm at home that children see and hear.",
    defined_by="CIN census C3: assessments signed off with any factor recorded; those of them with domestic "
    "abuse (3A, 3B, 3C)",
    of=Factors.on(Factors.found).where(ONCE_EACH),
    that=Factors.on(Factors.found).where(Factors.factor.is_in(["3A", "3B", "3C"])).lasting(days=1),
    field_code="ASM05",
    note="A child with two assessments signed off on one day has the factors of both.",
    examples="""
        Factors from 2026-06-01 to 2026-06-30: 1 of 2
        assessment | child | found      | factor | counts? | passes? |
        -----------+-------+------------+--------+---------+---------+------------------------------------
        A1         | Ann   | 2026-06-01 | 2B     |   yes   |   yes   | an assessment counts once
        A1         | Ann   | 2026-06-01 | 3B     |   no    |         | domestic abuse of a parent
        A2         | Ben   | 2026-06-01 | 21     |   yes   |   no    | no factor was found
        A3         | Cat   | 2026-07-01 | 3B     |   no    |         |
                   | Dee   |            |        |   no    |         | open still
    """,
)

assessments_with_mental_health = Share(
    title="Assessments that found mental ill health",
    why="Parents and children who need help that we alone cannot give.",
    defined_by="CIN census C3: assessments signed off with any factor recorded; those of them with mental "
    "health (4A, 4B, 4C)",
    of=Factors.on(Factors.found).where(ONCE_EACH),
    that=Factors.on(Factors.found).where(Factors.factor.is_in(["4A", "4B", "4C"])).lasting(days=1),
    field_code="ASM05",
    note="A child with two assessments signed off on one day has the factors of both.",
    examples="""
        Factors from 2026-06-01 to 2026-06-30: 1 of 2
        assessment | child | found      | factor | counts? | passes? |
        -----------+-------+------------+--------+---------+---------+------------------------------------
        A1         | Ann   | 2026-06-01 | 2B     |   yes   |   yes   | an assessment counts once
        A1         | Ann   | 2026-06-01 | 4B     |   no    |         | of a parent
        A2         | Ben   | 2026-06-01 | 21     |   yes   |   no    | no factor was found
        A3         | Cat   | 2026-07-01 | 4B     |   no    |         |
                   | Dee   |            |        |   no    |         | open still
    """,
)

assessments_with_neglect = Share(
    title="Assessments that found neglect",
    why="The commonest reason for a protection plan: whether it is found early.",
    defined_by="CIN census C3: assessments signed off with any factor recorded; those of them with "
    "neglect (16A)",
    of=Factors.on(Factors.found).where(ONCE_EACH),
    that=Factors.on(Factors.found).where(Factors.factor == "16A").lasting(days=1),
    field_code="ASM05",
    note="A child with two assessments signed off on one day has the factors of both.",
    examples="""
        Factors from 2026-06-01 to 2026-06-30: 1 of 2
        assessment | child | found      | factor | counts? | passes? |
        -----------+-------+------------+--------+---------+---------+------------------------------------
        A1         | Ann   | 2026-06-01 | 16A    |   yes   |   yes   | neglect
        A1         | Ann   | 2026-06-01 | 2B     |   no    |         | an assessment counts once
        A2         | Ben   | 2026-06-01 | 21     |   yes   |   no    | no factor was found
        A3         | Cat   | 2026-07-01 | 16A    |   no    |         |
                   | Dee   |            |        |   no    |         | open still
    """,
)

factors_found = Count(
    title="Factors found in assessments",
    why="What lies behind children’s needs, and so which help must be there.",
    defined_by="CIN census C3: one for each factor of each assessment signed off; an assessment may have "
    "many, so that they do not add up to assessments",
    of=Factors.on(Factors.found),
    field_code="ASM05",
    examples="""
        Factors from 2026-06-01 to 2026-06-30: 2
        child | found      | counts? |
        ------+------------+---------+------------------------
        Ann   | 2026-06-01 |   yes   |
        Ann   | 2026-06-01 |   yes   | another, the same child
        Ben   | 2026-07-01 |   no    |
        Cat   |            |   no    | the assessment is open
    """,
)
