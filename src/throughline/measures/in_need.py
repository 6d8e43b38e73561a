"""Measures of children in need, of those not yet born, and of those privately fostered."""

import polars as pl

from throughline.measures.kinds import Better, Count, Rate, Share, Stock, Typical
from throughline.record.child import Child
from throughline.record.dates import A_DAY, days
from throughline.record.front_door import Referrals
from throughline.record.in_need import CinPlans, CinVisits
from throughline.record.protection import CpPlans, PrivateFostering

IN_NEED = Referrals.open().where(~Referrals.no_action.fill_null(False))

children_in_need = Stock(
    title="Children in need",
    why="How many children have an open case.",
    defined_by="CIN census B1: an open episode on the day, those closed at once at referral left out",
    of=IN_NEED,
    field_code="CIN01",
    compare="children-in-need",
    examples="""
        Referrals as at 2026-06-30: 2
        child | started    | ended      | no_action | counts? |
        ------+------------+------------+-----------+---------+-----------------------------------
        Ann   | 2026-06-30 |            | no        |   yes   | it opened that day
        Ben   | 2026-01-01 | 2026-07-01 |           |   yes   | it closed the day after
        Ben   | 2026-02-01 |            | no        |   yes   | a second open case, the same child
        Cat   | 2026-01-01 | 2026-06-30 | no        |   no    | it closed that day
        Dee   | 2026-06-30 |            | yes       |   no    | no further action
    """,
)

children_in_need_rate = Rate(
    title="Children in need for every 10,000",
    why="To be compared with other councils, whatever their size.",
    defined_by="CIN census B1; ONS mid-year population aged 0 to 17",
    of=IN_NEED,
    field_code="CIN02",
    compare="children-in-need-rate",
    examples="""
        Population
        day        | by | group | number
        -----------+----+-------+-------
        2025-06-30 |    |       | 4000

        Referrals as at 2026-03-31: 2.5
        child | started    | ended      | no_action | counts? |
        ------+------------+------------+-----------+---------+--
        Ann   | 2026-01-01 |            |           |   yes   |
        Ben   | 2026-01-01 | 2026-02-01 | no        |   no    |
        Cat   | 2026-01-01 |            | yes       |   no    |
    """,
)

in_need_three_months = Share(
    title="Children in need for three months or more",
    why="How many children need more than a short spell of help.",
    defined_by="CIN census B4: days from the referral to the day, of episodes open on it; a child with two "
    "open cases is counted by the older",
    of=IN_NEED,
    that=IN_NEED.after(months=3),
    field_code="CIN03",
    examples="""
        Referrals as at 2026-06-30: 1 of 2
        child | started    | ended      | no_action | counts? | passes? |
        ------+------------+------------+-----------+---------+---------+--------------------
        Ann   | 2026-03-30 |            | no        |   yes   |   yes   | to the day
        Ben   | 2026-04-01 |            |           |   yes   |   no    | a day short
        Cat   | 2020-01-01 | 2026-06-30 | no        |   no    |         | it closed that day
        Dee   | 2020-01-01 |            | yes       |   no    |         | no further action
    """,
)

in_need_six_months = Share(
    title="Children in need for six months or more",
    why="At six months a plan that is not working should be changed.",
    defined_by="CIN census B4: days from the referral to the day, of episodes open on it; a child with two "
    "open cases is counted by the older",
    of=IN_NEED,
    that=IN_NEED.after(months=6),
    field_code="CIN03",
    examples="""
        Referrals as at 2026-06-30: 1 of 2
        child | started    | ended      | no_action | counts? | passes? |
        ------+------------+------------+-----------+---------+---------+--------------------
        Ann   | 2025-12-30 |            | no        |   yes   |   yes   | to the day
        Ben   | 2026-01-01 |            |           |   yes   |   no    | a day short
        Cat   | 2020-01-01 | 2026-06-30 | no        |   no    |         | it closed that day
        Dee   | 2020-01-01 |            | yes       |   no    |         | no further action
    """,
)

in_need_twelve_months = Share(
    title="Children in need for twelve months or more",
    why="A case open for a year may drift: each should be looked at again.",
    defined_by="CIN census B4: days from the referral to the day, of episodes open on it; a child with two "
    "open cases is counted by the older",
    of=IN_NEED,
    that=IN_NEED.after(months=12),
    better=Better.LOWER,
    field_code="CIN03",
    examples="""
        Referrals as at 2026-06-30: 1 of 2
        child | started    | ended      | no_action | counts? | passes? |
        ------+------------+------------+-----------+---------+---------+--------------------
        Ann   | 2025-06-30 |            | no        |   yes   |   yes   | to the day
        Ben   | 2025-07-01 |            |           |   yes   |   no    | a day short
        Cat   | 2020-01-01 | 2026-06-30 | no        |   no    |         | it closed that day
        Dee   | 2020-01-01 |            | yes       |   no    |         | no further action
    """,
)

in_need_twenty_four_months = Share(
    title="Children in need for two years or more",
    why="Help that goes on for two years has become a way of life, not a way out.",
    defined_by="CIN census B4: days from the referral to the day, of episodes open on it; a child with two "
    "open cases is counted by the older",
    of=IN_NEED,
    that=IN_NEED.after(months=24),
    better=Better.LOWER,
    field_code="CIN03",
    compare="in-need-2-years",
    examples="""
        Referrals as at 2026-06-30: 1 of 2
        child | started    | ended      | no_action | counts? | passes? |
        ------+------------+------------+-----------+---------+---------+--------------------
        Ann   | 2024-06-30 |            | no        |   yes   |   yes   | to the day
        Ben   | 2024-07-01 |            |           |   yes   |   no    | a day short
        Cat   | 2020-01-01 | 2026-06-30 | no        |   no    |         | it closed that day
        Dee   | 2020-01-01 |            | yes       |   no    |         | no further action
    """,
)

days_in_need_so_far = Typical(
    title="Days children in need have been in need",
    why="How long the cases now open have usually been so.",
    defined_by="CIN census B4: days from the referral to the day, of episodes open on it; the middle one",
    of=IN_NEED,
    middle=Referrals.started,
    field_code="CIN03",
    examples="""
        Referrals as at 2026-06-30: 30
        child | started    | ended      | no_action | counts? |
        ------+------------+------------+-----------+---------+-------------------------
        Ann   | 2026-06-10 |            | no        |   yes   | 20 days
        Ben   | 2026-05-21 |            |           |   yes   | 40 days: half way is 30
        Cat   | 2026-01-01 | 2026-06-30 | no        |   no    | it closed that day
        Dee   | 2020-01-01 |            | yes       |   no    | no further action
    """,
)

cases_closed = Count(
    title="Children in need cases closed",
    why="How many children no longer need a social worker.",
    defined_by="CIN census B5: episodes that ended in the period, those closed at once at referral left out",
    of=Referrals.on(Referrals.ended).where(~Referrals.no_action.fill_null(False)),
    examples="""
        Referrals from 2026-06-01 to 2026-06-30: 1
        child | started    | ended      | no_action | counts? |
        ------+------------+------------+-----------+---------+------------------
        Ann   | 2026-01-01 | 2026-06-30 |           |   yes   |
        Ben   | 2026-06-01 | 2026-06-01 | yes       |   no    | no further action
        Cat   | 2026-06-01 |            | no        |   no    | still open
    """,
)

days_in_need = Typical(
    title="Days a child was in need",
    why="How long help usually takes, from the referral until the case is closed.",
    defined_by="CIN census B5: days from the referral to closure, of episodes that ended in the period, "
    "those closed at once at referral left out; the middle one",
    of=Referrals.on(Referrals.ended).where(~Referrals.no_action.fill_null(False)),
    middle=days(Referrals.started, Referrals.ended),
    field_code="CIN03",
    examples="""
        Referrals from 2026-06-01 to 2026-06-30: 30
        child | started    | ended      | no_action | counts? |
        ------+------------+------------+-----------+---------+-------------------------
        Ann   | 2026-06-10 | 2026-06-30 |           |   yes   | 20 days
        Ben   | 2026-05-21 | 2026-06-30 | no        |   yes   | 40 days: half way is 30
        Cat   | 2026-06-01 | 2026-06-01 | yes       |   no    | no further action
        Dee   | 2026-06-01 |            | no        |   no    | still open
    """,
)

children_on_cin_plans = Stock(
    title="Children with a child in need plan",
    why="How many children we help by a plan short of protection.",
    defined_by="CIN census B7: plans open on the day (the census forbids one beside a protection plan)",
    of=CinPlans.open(),
    field_code="CIN04",
    examples="""
        CinPlans as at 2026-06-30: 1
        child | started    | ended      | counts? |
        ------+------------+------------+---------+-------------------
        Ann   | 2026-06-30 |            |   yes   |
        Ben   | 2026-01-01 | 2026-06-30 |   no    | it ended that day
    """,
)

cin_plan_seen_within_four_weeks = Share(
    title="Children with a child in need plan seen in the last four weeks",
    why="A plan does nothing for a child whom nobody sees.",
    defined_by="Local: 28 days since a visit at which the child was seen (councils set 4 or 6 weeks, or "
    "20 working days); Annex A list 6",
    of=CinPlans.open(),
    that=CinVisits.on(CinVisits.made).where(CinVisits.seen).lasting(days=29),
    better=Better.HIGHER,
    field_code="CIN05",
    note="A visit where *seen* is not recorded is not taken for one where the child was seen.",
    examples="""
        CinVisits
        child | made       | seen
        ------+------------+-----
        Ann   | 2026-06-02 | yes
        Ben   | 2026-06-01 | yes
        Cat   | 2026-06-29 | no
        Dee   | 2026-06-29 |

        CinPlans as at 2026-06-30: 1 of 4
        child | started    | ended      | counts? | passes? |
        ------+------------+------------+---------+---------+----------------------
        Ann   | 2026-01-01 |            |   yes   |   yes   | 28 days since
        Ben   | 2026-01-01 |            |   yes   |   no    | 29 days since
        Cat   | 2026-01-01 |            |   yes   |   no    | visited, and not seen
        Dee   | 2026-01-01 |            |   yes   |   no    | not recorded as seen
        Eve   | 2026-01-01 | 2026-06-01 |   no    |         |
    """,
)

cin_plan_seen_within_six_weeks = Share(
    title="Children with a child in need plan seen in the last six weeks",
    why="A plan does nothing for a child whom nobody sees.",
    defined_by="Local: 42 days since a visit at which the child was seen (councils set 4 or 6 weeks, or "
    "20 working days); Annex A list 6",
    of=CinPlans.open(),
    that=CinVisits.on(CinVisits.made).where(CinVisits.seen).lasting(days=43),
    better=Better.HIGHER,
    field_code="CIN05",
    note="A visit where *seen* is not recorded is not taken for one where the child was seen.",
    examples="""
        CinVisits
        child | made       | seen
        ------+------------+-----
        Ann   | 2026-05-19 | yes
        Ben   | 2026-05-18 | yes
        Cat   | 2026-06-29 |

        CinPlans as at 2026-06-30: 1 of 3
        child | started    | ended      | counts? | passes? |
        ------+------------+------------+---------+---------+---------------------
        Ann   | 2026-01-01 |            |   yes   |   yes   | 42 days since
        Ben   | 2026-01-01 |            |   yes   |   no    | 43 days since
        Cat   | 2026-01-01 |            |   yes   |   no    | not recorded as seen
        Eve   | 2026-01-01 | 2026-06-01 |   no    |         |
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
