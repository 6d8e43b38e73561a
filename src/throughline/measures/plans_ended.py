"""Measures of protection plans that ended: how many, after how long, and with the child where."""

from throughline.measures.care import LOOKED_AFTER
from throughline.measures.kinds import Better, Count, Rate, Share
from throughline.measures.protection import OURS
from throughline.record.care import Care
from throughline.record.dates import days
from throughline.record.protection import CpPlans

LASTED = days(CpPlans.started, CpPlans.ended)

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

plans_ended_rate = Rate(
    title="Protection plans ended for every 10,000 children",
    why="To be compared with other councils, whatever their size.",
    defined_by="CIN census D1; ONS mid-year population aged 0 to 17",
    of=CpPlans.on(CpPlans.ended).where(OURS),
    field_code="CP03",
    compare="cp-plans-ended-rate",
    examples="""
        Population
        day        | by | group | number
        -----------+----+-------+-------
        2025-06-30 |    |       | 4000

        CpPlans from 2025-04-01 to 2026-03-31: 2.5
        child | started    | ended      | other_council | counts? |
        ------+------------+------------+---------------+---------+-----------
        Ann   | 2025-01-01 | 2026-01-01 |               |   yes   |
        Ben   | 2025-01-01 |            | no            |   no    | it goes on
    """,
)

plans_ended_in_care = Share(
    title="Plans that ended with the child in care",
    why="A plan may end because the child is safe at home, or because home could not be made safe.",
    defined_by="Local: plans that ended in the period, of a child looked after on that day (short breaks "
    "left out)",
    of=CpPlans.on(CpPlans.ended).where(OURS),
    that=Care.open().where(LOOKED_AFTER),
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
