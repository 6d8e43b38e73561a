"""Measures of protection: plans and visits."""

import polars as pl

from throughline.measures.kinds import Better, Count, Rate, Share, Stock
from throughline.record.care import Care
from throughline.record.child import Child
from throughline.record.dates import A_DAY, days, earlier
from throughline.record.protection import CpPlans, CpVisits, PrivateFostering

OURS = ~CpPlans.other_council.fill_null(False)  # plans held for a while for other councils are theirs
LASTED = days(CpPlans.started, CpPlans.ended)

children_on_plans = Stock(
    title="Children with a protection plan",
    why="How many children are at risk of significant harm.",
    defined_by="CIN census D1: plans open on the day, those held for other councils left out",
    of=CpPlans.open().where(OURS),
    field_code="CP01",
    compare="cp-plans",
    examples="""
        CpPlans as at 2026-06-30: 1
        child | started    | ended      | other_council | counts? |
        ------+------------+------------+---------------+---------+--------------------------
        Ann   | 2026-06-30 |            |               |   yes   |
        Ben   | 2026-01-01 | 2026-06-30 | no            |   no    | it ended that day
        Cat   | 2026-01-01 |            | yes           |   no    | held for another council
    """,
)

plan_rate = Rate(
    title="Children with a protection plan for every 10,000",
    why="To be compared with other councils, whatever their size.",
    defined_by="CIN census D1; ONS mid-year population aged 0 to 17",
    of=CpPlans.open().where(OURS),
    field_code="CP02",
    compare="cp-plans-rate",
    examples="""
        Population
        day        | by | group | number
        -----------+----+-------+-------
        2025-06-30 |    |       | 4000

        CpPlans as at 2026-03-31: 2.5
        child | started    | ended      | other_council | counts? |
        ------+------------+------------+---------------+---------+--
        Ann   | 2026-01-01 |            |               |   yes   |
        Ben   | 2026-01-01 | 2026-02-01 | no            |   no    |
    """,
)

plans_started = Count(
    title="Protection plans begun",
    why="How many children came to need a plan.",
    defined_by="CIN census D1",
    of=CpPlans.on(CpPlans.started).where(OURS),
    field_code="CP03",
    compare="cp-plans-started",
    examples="""
        CpPlans from 2026-06-01 to 2026-06-30: 1
        child | started    | other_council | counts? |
        ------+------------+---------------+---------+--
        Ann   | 2026-06-30 |               |   yes   |
        Ben   | 2026-07-01 | no            |   no    |
    """,
)

repeat_plans = Share(
    title="Plans begun within two years of an earlier one",
    why="A plan that ended too soon has to be made again.",
    defined_by="Regional measure: an earlier plan of the child ended in the 24 months before",
    of=CpPlans.on(CpPlans.started).where(OURS),
    that=(earlier(CpPlans.ended) >= CpPlans.started.dt.offset_by("-24mo")).fill_null(False),
    better=Better.LOWER,
    looks_back=24,
    field_code="CP05",
    examples="""
        CpPlans from 2026-06-01 to 2026-06-30: 1 of 3
        child | started    | ended      | other_council | counts? | passes? |
        ------+------------+------------+---------------+---------+---------+---------------------
        Ann   | 2024-01-01 | 2024-06-15 | no            |   no    |         |
        Ann   | 2026-06-15 |            |               |   yes   |   yes   | two years to the day
        Ben   | 2024-01-01 | 2024-06-14 | no            |   no    |         |
        Ben   | 2026-06-15 |            | no            |   yes   |   no    | a day longer
        Cat   | 2026-06-15 |            | no            |   yes   |   no    | never before
    """,
)

plans_open_two_years = Share(
    title="Children with a plan for two years or more",
    why="A plan that has not made a child safe in two years is not working.",
    defined_by="CIN census D5: open on the day for 730 days or more",
    of=CpPlans.open().where(OURS),
    that=CpPlans.open().after(days=730),
    better=Better.LOWER,
    field_code="CP06",
    compare="cp-plans-2-years",
    examples="""
        CpPlans as at 2026-06-30: 1 of 2
        child | started    | ended      | other_council | counts? | passes? |
        ------+------------+------------+---------------+---------+---------+------------------
        Ann   | 2024-06-30 |            |               |   yes   |   yes   | 730 days that day
        Ben   | 2024-07-01 |            | no            |   yes   |   no    | a day short
        Cat   | 2020-01-01 | 2023-01-01 | no            |   no    |         |
    """,
)

plan_seen_within_28_days = Share(
    title="Children with a plan seen in the last 28 days",
    why="A child at risk must be seen, by someone who knows them, and often.",
    defined_by="Local: 28 days since a visit at which the child was seen (councils set 10 to 28)",
    of=CpPlans.open().where(OURS),
    that=CpVisits.on(CpVisits.made).where(CpVisits.seen).lasting(days=29),
    better=Better.HIGHER,
    target=0.95,
    note="A visit where *seen* is not recorded is not taken for one where the child was seen.",
    field_code="CP10",
    examples="""
        CpVisits
        child | made       | seen
        ------+------------+-----
        Ann   | 2026-06-02 | yes
        Ann   | 2026-05-20 | yes
        Ben   | 2026-06-01 | yes
        Cat   | 2026-06-29 | no
        Dee   | 2026-06-29 |

        CpPlans as at 2026-06-30: 1 of 4
        child | started    | ended      | other_council | counts? | passes? |
        ------+------------+------------+---------------+---------+---------+----------------------
        Ann   | 2026-01-01 |            |               |   yes   |   yes   | 28 days since
        Ben   | 2026-01-01 |            | no            |   yes   |   no    | 29 days since
        Cat   | 2026-01-01 |            | no            |   yes   |   no    | visited, and not seen
        Dee   | 2026-01-01 |            | no            |   yes   |   no    | not recorded as seen
        Eve   | 2026-01-01 | 2026-06-01 | no            |   no    |         |
    """,
)

protection_plans_ended = Count(
    title="Protection plans ended",
    why="How many children no longer need a plan, or came into care.",
    defined_by="CIN census D1: by the day it ended, those held for other councils left out",
    of=CpPlans.on(CpPlans.ended).where(OURS),
    field_code="CP03",
    examples="""
        CpPlans from 2026-06-01 to 2026-06-30: 1
        child | started    | ended      | other_council | counts? |
        ------+------------+------------+---------------+---------+----------
        Ann   | 2026-01-01 | 2026-06-30 |               |   yes   |
        Ben   | 2026-01-01 |            | no            |   no    | it goes on
    """,
)

plans_ended_in_care = Share(
    title="Plans that ended with the child in care",
    why="A plan may end because the child is safe at home, or because home could not be made safe.",
    defined_by="Local: plans that ended in the period, of a child looked after on that day (short breaks "
    "left out)",
    of=CpPlans.on(CpPlans.ended).where(OURS),
    that=Care.open().where(~Care.legal_status.is_in(["V3", "V4"]).fill_null(False)),
    examples="""
        Care
        child | started    | ended      | legal_status
        ------+------------+------------+-------------
        Ann   | 2026-06-01 |            | C1
        Ben   | 2026-06-01 |            | V4
        Cat   | 2025-01-01 | 2026-06-15 |

        CpPlans from 2026-06-01 to 2026-06-30: 1 of 3
        child | started    | ended      | other_council | counts? | passes? |
        ------+------------+------------+---------------+---------+---------+----------------------
        Ann   | 2026-01-01 | 2026-06-15 |               |   yes   |   yes   |
        Ben   | 2026-01-01 | 2026-06-15 | no            |   yes   |   no    | a short break
        Cat   | 2026-01-01 | 2026-06-15 | no            |   yes   |   no    | left care that day
        Dee   | 2026-01-01 |            | no            |   no    |         |
    """,
)

plans_ended_after_two_years = Share(
    title="Plans that had lasted two years or more",
    why="A plan that took two years left a child at risk for all that time.",
    defined_by="CIN census D7: plans that ended in the period after 730 days or more",
    of=CpPlans.on(CpPlans.ended).where(OURS),
    that=LASTED >= 730,
    better=Better.LOWER,
    field_code="CP07",
    compare="cp-plans-ended-2-years",
    examples="""
        CpPlans from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | ended      | other_council | counts? | passes? |
        ------+------------+------------+---------------+---------+---------+-----------------
        Ann   | 2024-06-15 | 2026-06-15 |               |   yes   |   yes   | 730 days
        Ben   | 2024-06-16 | 2026-06-15 | no            |   yes   |   no    | a day short
        Cat   | 2024-06-15 | 2026-06-15 | yes           |   no    |         | another council’s
        Dee   | 2024-06-15 |            | no            |   no    |         | it goes on
    """,
)

plans_ended_within_three_months = Share(
    title="Plans that ended within three months",
    why="A plan so short was perhaps not needed, or ended too soon.",
    defined_by="CIN census D8: plans that ended in the period after fewer than 91 days",
    of=CpPlans.on(CpPlans.ended).where(OURS),
    that=LASTED < 91,
    field_code="CP08",
    examples="""
        CpPlans from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | ended      | other_council | counts? | passes? |
        ------+------------+------------+---------------+---------+---------+-----------------
        Ann   | 2026-03-17 | 2026-06-15 |               |   yes   |   yes   | 90 days
        Ben   | 2026-03-16 | 2026-06-15 | no            |   yes   |   no    | 91 days
        Cat   | 2026-03-17 | 2026-06-15 | yes           |   no    |         | another council’s
        Dee   | 2026-03-17 |            | no            |   no    |         | it goes on
    """,
)

plans_ended_within_six_months = Share(
    title="Plans that ended within six months",
    why="Whether plans last long enough to change anything.",
    defined_by="CIN census D8: plans that ended in the period after fewer than 183 days",
    of=CpPlans.on(CpPlans.ended).where(OURS),
    that=LASTED < 183,
    field_code="CP08",
    examples="""
        CpPlans from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | ended      | other_council | counts? | passes? |
        ------+------------+------------+---------------+---------+---------+-----------------
        Ann   | 2025-12-15 | 2026-06-15 |               |   yes   |   yes   | 182 days
        Ben   | 2025-12-14 | 2026-06-15 | no            |   yes   |   no    | 183 days
        Cat   | 2025-12-15 | 2026-06-15 | yes           |   no    |         | another council’s
        Dee   | 2025-12-15 |            | no            |   no    |         | it goes on
    """,
)

plans_open_eighteen_months = Share(
    title="Children with a plan for eighteen months or more",
    why="These come to two years next: there is still time to ask what must change.",
    defined_by="Local: open on the day for eighteen months or more",
    of=CpPlans.open().where(OURS),
    that=CpPlans.open().after(months=18),
    better=Better.LOWER,
    examples="""
        CpPlans as at 2026-06-30: 1 of 2
        child | started    | ended      | other_council | counts? | passes? |
        ------+------------+------------+---------------+---------+---------+----------------
        Ann   | 2024-12-30 |            |               |   yes   |   yes   | to the day
        Ben   | 2025-01-01 |            | no            |   yes   |   no    | a day short
        Cat   | 2020-01-01 | 2023-01-01 | no            |   no    |         |
    """,
)

plans_for_neglect = Share(
    title="Plans for neglect",
    why="Neglect is slow and easily borne with: its share shows what we look for, and where help is wanted.",
    defined_by="CIN census D4: plans open on the day, by the latest category; where none is recorded the "
    "plan is left out",
    of=CpPlans.open().where(OURS),
    that=CpPlans.category == "NEG",
    field_code="CP12",
    examples="""
        CpPlans as at 2026-06-30: 1 of 2
        child | started    | ended      | category | other_council | counts?  | passes? |
        ------+------------+------------+----------+---------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | NEG      |               |   yes    |   yes   |
        Ben   | 2026-01-01 |            | EMO      | no            |   yes    |   no    |
        Cat   | 2026-01-01 |            |          | no            | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-01 | NEG      | no            |   no     |         |
    """,
)

visits_child_seen_alone = Share(
    title="Protection visits at which the child was seen alone",
    why="A child cannot say what happens at home while those who do it listen.",
    defined_by="Annex A list 7: visits made in the period at which the child was seen; where *alone* is not "
    "recorded the visit is left out",
    of=CpVisits.on(CpVisits.made).where(CpVisits.seen),
    that=CpVisits.seen_alone,
    better=Better.HIGHER,
    note="Some councils leave infants out: here they are in.",
    examples="""
        CpVisits from 2026-06-01 to 2026-06-30: 1 of 2
        child | made       | seen | seen_alone | counts?  | passes? |
        ------+------------+------+------------+----------+---------+-------------
        Ann   | 2026-06-01 | yes  | yes        |   yes    |   yes   |
        Ben   | 2026-06-01 | yes  | no         |   yes    |   no    |
        Cat   | 2026-06-01 | yes  |            | left out |         | not recorded
        Dee   | 2026-06-01 | no   |            |   no     |         | not seen at all
        Eve   | 2026-06-01 |      |            |   no     |         | not recorded as seen
    """,
)

unborn_with_plan = Share(
    title="Unborn children due within 12 weeks who have a protection plan",
    why="What must keep a baby safe should be agreed before the birth.",
    defined_by="Local: children not yet born on the day, expected in the 84 days after it, or whose birth is "
    "overdue by up to 28 days; those of them with a protection plan",
    of=Child.between(
        Child.expected.dt.offset_by("-84d"), pl.coalesce(Child.born, Child.expected.dt.offset_by("29d"))
    ),
    that=CpPlans.open(),
    note="Those who do not pass are the list for pre-birth planning: some will need no plan of this kind.",
    examples="""
        CpPlans
        child | started    | ended
        ------+------------+-----------
        Ann   | 2026-06-01 |
        Ben   | 2026-01-01 | 2026-06-01

        Child as at 2026-06-30: 1 of 3
        child | expected   | born       | counts? | passes? |
        ------+------------+------------+---------+---------+-----------------------
        Ann   | 2026-09-22 |            |   yes   |   yes   | in 84 days
        Ben   | 2026-09-22 |            |   yes   |   no    | the plan has ended
        Cat   | 2026-09-23 |            |   no    |         | in 85 days
        Dee   | 2026-07-10 | 2026-06-30 |   no    |         | born that day
        Eve   | 2026-06-02 |            |   yes   |   no    | 28 days overdue
        Fay   | 2026-06-01 |            |   no    |         | a birth no longer awaited
        Gil   |            | 2026-07-30 |   no    |         | none was expected
    """,
)

privately_fostered = Stock(
    title="Children privately fostered",
    why="Children away from home by private arrangement, whom few know of.",
    defined_by="The council’s list of private fostering: arrangements open on the day",
    of=PrivateFostering.open(),
    examples="""
        PrivateFostering as at 2026-06-30: 1
        arrangement | child | started    | ended      | counts? |
        ------------+-------+------------+------------+---------+------------------
        P1          | Ann   | 2026-06-01 |            |   yes   |
        P2          | Ben   | 2026-01-01 | 2026-06-30 |   no    | it ended that day
    """,
)

private_fostering_visits_not_overdue = Share(
    title="Children privately fostered whose visit is not overdue",
    why="A visit is the only way to know that the arrangement is good for the child.",
    defined_by="The council’s list of private fostering: the day the next visit is due has not gone by; "
    "where no such day is recorded the arrangement is left out",
    of=PrivateFostering.open().where(PrivateFostering.visit_due.is_not_null()),
    that=PrivateFostering.between(PrivateFostering.started, PrivateFostering.visit_due + A_DAY),
    better=Better.HIGHER,
    examples="""
        PrivateFostering as at 2026-06-30: 1 of 2
        arrangement | child | started    | ended      | visit_due  | counts? | passes? |
        ------------+-------+------------+------------+------------+---------+---------+-------------
        P1          | Ann   | 2026-06-01 |            | 2026-06-30 |   yes   |   yes   | due that day
        P2          | Ben   | 2026-06-01 |            | 2026-06-29 |   yes   |   no    | overdue
        P3          | Cat   | 2026-06-01 |            |            |   no    |         | not recorded
        P4          | Dee   | 2026-01-01 | 2026-06-01 | 2026-07-30 |   no    |         | ended
    """,
)
