"""Measures of protection: plans and visits."""

import polars as pl

from throughline.measures.kinds import Better, Count, Rate, Share, Stock
from throughline.record.dates import days, earlier, last_day_before, next_one, soonest
from throughline.record.protection import CpPlans, CpReviews, CpVisits
from throughline.record.rows import PART

OURS = ~CpPlans.other_council.fill_null(False)  # plans held for a while for other councils are theirs
REVIEWS_OF_PLAN = (PART, "CpReviews.child", "CpReviews.plan", "CpReviews.plan_started")
LAST_REVIEW = CpReviews.held.shift(1).over(REVIEWS_OF_PLAN, order_by="CpReviews.held")
REVIEWED_IN_TIME = pl.coalesce(
    days(LAST_REVIEW, CpReviews.held) <= 183, days(CpReviews.plan_started, CpReviews.held) <= 91
)
EVERY_REVIEW_IN_TIME = REVIEWED_IN_TIME.cum_min().over(REVIEWS_OF_PLAN, order_by="CpReviews.held")

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

plans_started_rate = Rate(
    title="Protection plans begun for every 10,000 children",
    why="To be compared with other councils, whatever their size.",
    defined_by="CIN census D1; ONS mid-year population aged 0 to 17",
    of=CpPlans.on(CpPlans.started).where(OURS),
    field_code="CP03",
    compare="cp-plans-started-rate",
    examples="""
        Population
        day        | by | group | number
        -----------+----+-------+-------
        2025-06-30 |    |       | 4000

        CpPlans from 2025-04-01 to 2026-03-31: 2.5
        child | started    | other_council | counts? |
        ------+------------+---------------+---------+--
        Ann   | 2026-01-01 |               |   yes   |
        Ben   | 2026-01-01 | yes           |   no    |
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

plans_not_the_first = Share(
    title="Plans begun for a child who had one before",
    why="A child who needs a second plan was not made safe for good by the first.",
    defined_by="CIN census D3: NumberOfPreviousCPP above nought, however long ago; or an earlier plan of the "
    "child in the record",
    of=CpPlans.on(CpPlans.started).where(OURS),
    that=(CpPlans.before > 0).fill_null(False) | last_day_before(CpPlans.started).is_not_null(),
    better=Better.LOWER,
    field_code="CP04",
    compare="repeat-cp-plans",
    note="The dataset does not say how many plans there were before, and goes back only some years: from it "
    "alone this is too low. The CIN census says how many.",
    examples="""
        CpPlans from 2026-06-01 to 2026-06-30: 2 of 6
        child | started    | before | other_council | counts? | passes? |
        ------+------------+--------+---------------+---------+---------+-----------------------
        Ann   | 2026-06-15 | 1      | no            |   yes   |   yes   | as the council says
        Ben   | 2012-01-01 |        | no            |   no    |         |
        Ben   | 2026-06-15 |        |               |   yes   |   yes   | however long ago
        Cat   | 2026-06-15 | 0      | no            |   yes   |   no    | the first
        Dee   | 2026-06-15 |        | no            |   yes   |   no    | none that we know of
        Eve   | 2026-06-15 | 2      | yes           |   no    |         | another council’s
        Fay   | 2026-06-15 |        | no            |   yes   |   no    | listed twice
        Fay   | 2026-06-15 |        | no            |   yes   |   no    | is no earlier plan
    """,
)

plan_reviews_in_time = Share(
    title="Children with a plan whose reviews were all in time",
    why="A plan that nobody looks at again on the day drifts.",
    defined_by="CIN census D6: plans open on the day for 91 days or more; those whose first review was held "
    "within 91 days, each next within 183 of the one before, and the next of which is not overdue",
    of=CpPlans.open().where(OURS).after(days=91),
    that=CpReviews.on(CpReviews.held)
    .where(EVERY_REVIEW_IN_TIME)
    .where(CpReviews.goes_on.fill_null(True))
    .lasting(days=184),
    better=Better.HIGHER,
    field_code="CP09",
    compare="cp-reviews",
    examples="""
        CpReviews
        child | plan | plan_started | held       | goes_on
        ------+------+--------------+------------+--------
        Ann   | P1   | 2025-10-01   | 2025-12-31 | yes
        Ann   | P1   | 2025-10-01   | 2026-07-02 |
        Ben   | P2   | 2025-10-01   | 2026-01-01 | yes
        Cat   | P3   | 2025-10-01   | 2025-12-28 | yes
        Dee   | P4   |              | 2026-06-01 | yes
        Eve   |      | 2025-10-01   |            |

        CpPlans as at 2026-06-30: 1 of 5
        child | started    | ended      | other_council | counts? | passes? |
        ------+------------+------------+---------------+---------+---------+---------------------------
        Ann   | 2025-10-01 |            |               |   yes   |   yes   | 91 days, and 181 since
        Ben   | 2025-10-01 |            | no            |   yes   |   no    | the first on day 92
        Cat   | 2025-10-01 |            | no            |   yes   |   no    | 184 days since
        Dee   | 2025-10-01 |            | no            |   yes   |   no    | it is not known of which plan
        Eve   | 2025-10-01 |            | no            |   yes   |   no    | never
        Fay   | 2026-04-01 |            | no            |   no    |         | 90 days
        Gil   | 2025-10-01 | 2026-06-01 | no            |   no    |         |
    """,
)

plans_open_two_years = Share(
    title="Children with a plan for two years or more",
    why="A plan that has not made a child safe in two years is not working.",
    defined_by="CIN census D5: open on the day for 730 days or more",
    of=CpPlans.open().where(OURS),
    that=CpPlans.open().where(OURS).after(days=730),
    better=Better.LOWER,
    field_code="CP06",
    compare="cp-plans-2-years",
    examples="""
        CpPlans as at 2026-06-30: 1 of 3
        child | started    | ended      | other_council | counts? | passes? |
        ------+------------+------------+---------------+---------+---------+------------------
        Ann   | 2024-06-30 |            |               |   yes   |   yes   | 730 days that day
        Ben   | 2024-07-01 |            | no            |   yes   |   no    | a day short
        Cat   | 2020-01-01 | 2023-01-01 | no            |   no    |         |
        Dee   | 2020-01-01 |            | yes           |   no    |         | another council’s
        Dee   | 2026-01-01 |            | no            |   yes   |   no    | ours is new
    """,
)

plan_seen_within_28_days = Share(
    title="Children with a plan seen in the last 28 days",
    why="A child at risk must be seen, by someone who knows them, and often.",
    defined_by="Local: of plans open on the day for 28 days or more, 28 days since a visit at which the "
    "child was seen (councils set 10 to 28)",
    of=CpPlans.open().where(OURS).after(days=28),
    that=CpVisits.on(CpVisits.made).where(CpVisits.seen).lasting(days=29),
    better=Better.HIGHER,
    target=0.95,
    note="A visit where *seen* is not recorded is not taken for one where the child was seen. A plan of "
    "fewer days is in neither part: its first visit is not yet due.",
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
        Gus   | 2026-06-29 | yes

        CpPlans as at 2026-06-30: 1 of 5
        child | started    | ended      | other_council | counts? | passes? |
        ------+------------+------------+---------------+---------+---------+----------------------
        Ann   | 2026-01-01 |            |               |   yes   |   yes   | 28 days since
        Ben   | 2026-01-01 |            | no            |   yes   |   no    | 29 days since
        Cat   | 2026-01-01 |            | no            |   yes   |   no    | visited, and not seen
        Dee   | 2026-01-01 |            | no            |   yes   |   no    | not recorded as seen
        Eve   | 2026-01-01 | 2026-06-01 | no            |   no    |         |
        Fay   | 2026-06-02 |            | no            |   yes   |   no    | open for 28 days
        Gus   | 2026-06-03 |            | no            |   no    |         | open for 27 days
    """,
)

plans_open_eighteen_months = Share(
    title="Children with a plan for eighteen months or more",
    why="These come to two years next: there is still time to ask what must change.",
    defined_by="Local: open on the day for eighteen months or more",
    of=CpPlans.open().where(OURS),
    that=CpPlans.open().where(OURS).after(months=18),
    better=Better.LOWER,
    examples="""
        CpPlans as at 2026-06-30: 1 of 3
        child | started    | ended      | other_council | counts? | passes? |
        ------+------------+------------+---------------+---------+---------+----------------
        Ann   | 2024-12-30 |            |               |   yes   |   yes   | to the day
        Ben   | 2025-01-01 |            | no            |   yes   |   no    | a day short
        Cat   | 2020-01-01 | 2023-01-01 | no            |   no    |         |
        Dee   | 2020-01-01 |            | yes           |   no    |         | another council’s
        Dee   | 2026-01-01 |            | no            |   yes   |   no    | ours is new
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

last_visit_seen_alone = Share(
    title="Children with a plan seen alone at the last visit",
    why="What the child said when last asked may be what nobody else has said.",
    defined_by="Annex A list 7: plans open on the day with a visit; those where the child was seen alone at "
    "the last of them. Where *alone* is not recorded the child is left out",
    of=CpVisits.between(CpVisits.made, soonest(next_one(CpVisits.made), CpVisits.plan_ended)).where(
        CpVisits.plan_started.is_not_null()
    ),
    that=pl.when(CpVisits.seen.not_()).then(False).otherwise(CpVisits.seen_alone),
    better=Better.HIGHER,
    field_code="CP11",
    note="Some councils leave infants out: here they are in. A child not seen was not seen alone.",
    examples="""
        CpVisits as at 2026-06-30: 1 of 3
        child | made       | seen | seen_alone | plan_started | plan_ended | counts?  | passes? |
        ------+------------+------+------------+--------------+------------+----------+---------+----------------
        Ann   | 2026-06-01 | yes  | no         | 2026-01-01   |            |   no     |         |
        Ann   | 2026-06-15 | yes  | yes        | 2026-01-01   |            |   yes    |   yes   | at the last
        Ben   | 2026-06-01 | yes  | no         | 2026-01-01   |            |   yes    |   no    |
        Cat   | 2026-06-01 | no   |            | 2026-01-01   |            |   yes    |   no    | not seen
        Dee   | 2026-06-01 |      |            | 2026-01-01   |            | left out |         | not recorded
        Eve   | 2026-06-01 | yes  | yes        |              |            |   no     |         | no plan
        Fay   | 2026-06-01 | yes  | yes        | 2026-01-01   | 2026-06-30 |   no     |         | it has ended
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
