"""Measures of education, health and care (EHC) plans: asked for, issued in time, in force, reviewed, ended.

Those of SEN2 are of the last calendar year that was over, as the census is; plans in force of the newest
census. The council’s own lists are told of the twelve months to the day."""

import polars as pl

from throughline.measures.kinds import Better, Count, Rate, Share, Typical
from throughline.record.dates import days
from throughline.record.periods import calendar_year_before, census_year_before
from throughline.record.send import (
    AppealableDecisions,
    EhcAnnualReviews,
    EhcAppeals,
    EhcAssessments,
    EhcPlans,
    EhcPlansInForce,
    EhcRequests,
)

LIMIT = 140  # days: twenty weeks
REFUSED = "N"
A_YEAR_BEFORE = EhcPlansInForce.counted.dt.offset_by("-12mo")
YEARS = "Published figures are of calendar years."

ehc_requests = Count(
    title="Requests for an EHC plan",
    why="How many families ask us to assess what their child needs.",
    defined_by="SEN2 module 2: initial requests, by the day each came in",
    of=EhcRequests.on(EhcRequests.started),
    year=calendar_year_before,
    note=YEARS,
    examples="""
        EhcRequests from 2026-06-01 to 2026-06-30: 2
        child | started    | counts? |
        ------+------------+---------+------------------------------
        Ann   | 2026-06-01 |   yes   |
        Ann   | 2026-06-30 |   yes   | each request counts
        Ben   | 2026-07-01 |   no    |
        Cat   |            |   no    | not recorded when it came in
    """,
)

ehc_requests_refused = Share(
    title="Requests refused without an assessment",
    why="Whether families ask in vain: high may mean that schools cannot help without a plan.",
    defined_by="SEN2: requests answered no (N), of the requests that came in; those still awaiting an answer "
    "are among them, as they are in the published figure",
    of=EhcRequests.on(EhcRequests.started),
    that=EhcRequests.decision == REFUSED,
    year=calendar_year_before,
    field_code="SEND02",
    note=YEARS,
    examples="""
        EhcRequests from 2026-06-01 to 2026-06-30: 1 of 3
        child | started    | decision | counts?  | passes? |
        ------+------------+----------+----------+---------+------------------------
        Ann   | 2026-06-01 | N        |   yes    |   yes   |
        Ben   | 2026-06-02 | Y        |   yes    |   no    |
        Cat   | 2026-06-03 | A        |   yes    |   no    | awaited
        Dee   | 2026-06-04 |          | left out |         | not recorded
        Eve   | 2026-05-31 | N        |   no     |         |
        Fay   |            | N        |   no     |         | when it came is unknown
    """,
)

plans_in_20_weeks = Share(
    title="EHC plans issued within 20 weeks",
    why="A child waits for help at school until the plan is there.",
    defined_by="SEN2: from the day the request came in to the day the plan was issued, at most 140 days; "
    "those that need not keep to the twenty weeks (Week20 = 1) left out",
    of=EhcAssessments.on(EhcAssessments.issued).where(~EhcAssessments.excepted.fill_null(False)),
    that=pl.when(EhcAssessments.excepted.is_not_null()).then(
        days(EhcAssessments.requested, EhcAssessments.issued) <= LIMIT
    ),
    year=calendar_year_before,
    better=Better.HIGHER,
    field_code="SEND01",
    note=f"{YEARS} A plan for which it is not recorded whether an exception held is not recorded here.",
    examples="""
        EhcAssessments from 2026-06-01 to 2026-06-30: 1 of 2
        child | requested  | issued     | excepted | counts?  | passes? |
        ------+------------+------------+----------+----------+---------+-------------------------
        Ann   | 2026-02-10 | 2026-06-30 | no       |   yes    |   yes   | day 140
        Ben   | 2026-02-09 | 2026-06-30 | no       |   yes    |   no    | day 141
        Cat   | 2026-01-01 | 2026-06-30 | yes      |   no     |         | an exception
        Dee   | 2026-02-10 | 2026-06-30 |          | left out |         | exception not recorded
        Eve   |            | 2026-06-30 | no       | left out |         | when asked is unknown
        Fay   | 2026-02-10 |            | no       |   no     |         | no plan, or none yet
        Gus   | 2026-02-10 | 2026-05-31 | no       |   no     |         | issued in another month
    """,
)

plans_in_20_weeks_with_exceptions = Share(
    title="EHC plans issued within 20 weeks, exceptions counted",
    why="What families live through, whether or not the delay had a lawful reason.",
    defined_by="SEN2, as published beside the headline: all plans issued, those excepted among them",
    of=EhcAssessments.on(EhcAssessments.issued),
    that=days(EhcAssessments.requested, EhcAssessments.issued) <= LIMIT,
    year=calendar_year_before,
    better=Better.HIGHER,
    field_code="SEND01",
    note=YEARS,
    examples="""
        EhcAssessments from 2026-06-01 to 2026-06-30: 1 of 2
        child | requested  | issued     | excepted | counts?  | passes? |
        ------+------------+------------+----------+----------+---------+-------------------------
        Ann   | 2026-02-10 | 2026-06-30 |          |   yes    |   yes   | day 140
        Ben   | 2026-02-09 | 2026-06-30 | yes      |   yes    |   no    | an exception is counted
        Cat   |            | 2026-06-30 | no       | left out |         | when asked is unknown
        Dee   | 2026-02-10 |            | no       |   no     |         | no plan, or none yet
    """,
)

days_to_plan = Typical(
    title="Days from request to EHC plan",
    why="How long half of the families wait longer than.",
    defined_by="SEN2: plans issued, by the days from the request to the plan",
    of=EhcAssessments.on(EhcAssessments.issued),
    middle=days(EhcAssessments.requested, EhcAssessments.issued),
    year=calendar_year_before,
    better=Better.LOWER,
    target=LIMIT,
    note=YEARS,
    examples="""
        EhcAssessments from 2026-06-01 to 2026-06-30: 140
        child | requested  | issued     | counts?  |
        ------+------------+------------+----------+----------------------
        Ann   | 2026-02-10 | 2026-06-30 |   yes    | 140 days
        Ben   | 2026-06-20 | 2026-06-30 |   yes    | 10
        Cat   | 2025-06-30 | 2026-06-30 |   yes    | 365
        Dee   |            | 2026-06-30 | left out | when asked is unknown
        Eve   | 2026-02-10 |            |   no     |
    """,
)

plans_at_census = Count(
    title="EHC plans in force on census day",
    why="How many children and young people we must provide for.",
    defined_by="SEN2 module 5: plans in force on the day of the census in January",
    of=EhcPlansInForce.on(EhcPlansInForce.counted),
    year=census_year_before,
    field_code="SEND03",
    note="A plan is counted on census days only, because the census does not say when older plans began. "
    "The rate of 0 to 25 year olds is not worked out: their number is not in the record.",
    examples="""
        EhcPlansInForce from 2026-01-01 to 2026-01-31: 2
        child | counted    | counts? |
        ------+------------+---------+----------------------
        Ann   | 2026-01-15 |   yes   |
        Ben   | 2026-01-15 |   yes   |
        Cat   | 2025-01-16 |   no    | the census of 2025
        Dee   |            |   no    | no census day
    """,
)

reviewed_in_12_months = Share(
    title="EHC plans reviewed in the last 12 months",
    why="A plan that nobody looked at for a year may no longer fit the child.",
    defined_by="SEN2 LastReview: plans in force on census day, those that began in the twelve months before "
    "it left out, whose family was told of a review in those twelve months",
    of=EhcPlansInForce.on(EhcPlansInForce.counted).where(
        (EhcPlansInForce.began <= A_YEAR_BEFORE).fill_null(True)
    ),
    that=EhcPlansInForce.reviewed >= A_YEAR_BEFORE,
    year=census_year_before,
    better=Better.HIGHER,
    field_code="SEND04",
    note="The census says of plans of the year before it when they began; all others are older.",
    examples="""
        EhcPlansInForce from 2026-01-01 to 2026-01-31: 2 of 3
        child | counted    | began      | reviewed   | counts?  | passes? |
        ------+------------+------------+------------+----------+---------+--------------------------
        Ann   | 2026-01-15 |            | 2025-01-15 |   yes    |   yes   |
        Ben   | 2026-01-15 |            | 2025-01-14 |   yes    |   no    | over a year ago
        Cat   | 2026-01-15 |            |            | left out |         | not recorded
        Dee   | 2026-01-15 | 2025-01-15 | 2026-01-15 |   yes    |   yes   | twelve months old
        Eve   | 2026-01-15 | 2025-01-16 | 2025-12-01 |   no     |         | not yet twelve months old
        Fay   |            |            | 2025-12-01 |   no     |         | no census day
    """,
)

annual_reviews_on_time = Share(
    title="Annual reviews of EHC plans held by the day they were due",
    why="Families should not have to ask for the review that they are owed.",
    defined_by="The council’s list of annual reviews: due twelve months after the plan or the review before; "
    "the meeting held by that day, of those due in the period",
    of=EhcAnnualReviews.on(EhcAnnualReviews.due),
    that=(EhcAnnualReviews.met <= EhcAnnualReviews.due).fill_null(False),
    better=Better.HIGHER,
    note="A review with no day of a meeting has not been held.",
    examples="""
        EhcAnnualReviews from 2026-06-01 to 2026-06-30: 1 of 3
        child | due        | met        | counts? | passes? |
        ------+------------+------------+---------+---------+---------------
        Ann   | 2026-06-15 | 2026-06-15 |   yes   |   yes   |
        Ben   | 2026-06-15 | 2026-06-16 |   yes   |   no    | a day late
        Cat   | 2026-06-15 |            |   yes   |   no    | not held
        Dee   | 2026-07-01 | 2026-06-20 |   no    |         | due in July
    """,
)

plans_ended = Count(
    title="EHC plans that ended",
    why="Whether plans end because their work is done, or because a young person gave up.",
    defined_by="SEN2: plans that ceased, by the day each ceased; parted by reason, 1 to 9",
    of=EhcPlans.on(EhcPlans.ended),
    year=calendar_year_before,
    field_code="SEND06",
    note=YEARS,
    examples="""
        EhcPlans from 2026-06-01 to 2026-06-30: 1
        child | ended      | counts? |
        ------+------------+---------+------------
        Ann   | 2026-06-30 |   yes   |
        Ben   | 2026-07-01 |   no    |
        Cat   |            |   no    | it goes on
    """,
)

appeal_rate = Rate(
    title="Appeals for every hundred decisions that could be appealed against",
    why="How often families disagree with us, whatever the number of plans.",
    defined_by="Appeals registered in the calendar year, by the council’s list, for every hundred appealable "
    "decisions of it by SEN2: assessments refused, plans refused, plans in force, and plans ended because "
    "needs are met without them",
    of=EhcAppeals.on(EhcAppeals.started),
    among=AppealableDecisions.on(AppealableDecisions.decided),
    per=100,
    year=calendar_year_before,
    better=Better.LOWER,
    field_code="SEND05",
    note="Of a whole calendar year only: plans in force are told once in it, and are those of the census "
    "that is of that year. On which day the published rate counts them our sources do not say.",
    examples="""
        AppealableDecisions
        child | decided    | kind
        ------+------------+---------
        Ann   | 2025-06-01 | REQUEST
        Ben   | 2025-07-01 | PLAN
        Cat   | 2025-12-31 | IN_FORCE
        Dee   | 2025-12-31 | IN_FORCE
        Eve   | 2026-06-01 | ENDED
        Fay   |            | REQUEST

        EhcAppeals from 2025-01-01 to 2025-12-31: 25.0
        child | started    | counts? |
        ------+------------+---------+--
        Ann   | 2025-08-01 |   yes   |
        Ben   | 2026-01-01 |   no    |
    """,
)

appeals = Count(
    title="Appeals to the SEND tribunal",
    why="Each is a family that could not agree with us.",
    defined_by="The council’s list of appeals: by the day the tribunal registered each",
    of=EhcAppeals.on(EhcAppeals.started),
    better=Better.LOWER,
    note=f"{YEARS} The published rate divides them by the decisions that could be appealed against.",
    examples="""
        EhcAppeals from 2026-06-01 to 2026-06-30: 1
        child | started    | counts? |
        ------+------------+---------+--
        Ann   | 2026-06-30 |   yes   |
        Ben   | 2026-07-01 |   no    |
    """,
)
