"""Measures of court: before proceedings, and in them. Of children, unless it says *sets*: one case of the
court may be about several."""

from throughline.measures.kinds import Better, Count, Mean, Share, Stock, Typical
from throughline.record.court import CourtCases, CourtHearings, PreProceedings
from throughline.record.dates import days

in_pre_proceedings = Stock(
    title="Children in pre-proceedings",
    why="How many families have been told that we may go to court.",
    defined_by="From the decision to begin until it is decided to step down or go to court; on the day",
    of=PreProceedings.open(),
    examples="""
        PreProceedings as at 2026-06-30: 1
        child | started    | ended      | counts? |
        ------+------------+------------+---------+-----------------
        Ann   | 2026-06-01 |            |   yes   |
        Ben   | 2026-01-01 | 2026-06-30 |   no    | decided that day
        Cat   |            |            |   no    | not recorded
    """,
)

pre_proceedings_started = Count(
    title="Children who came into pre-proceedings",
    why="How often we came near to court.",
    defined_by="By the day of the decision to begin; one for each child",
    of=PreProceedings.on(PreProceedings.started),
    examples="""
        PreProceedings from 2026-06-01 to 2026-06-30: 1
        child | started    | counts? |
        ------+------------+---------+-------------
        Ann   | 2026-06-30 |   yes   |
        Ben   | 2026-05-31 |   no    |
        Cat   |            |   no    | not recorded
    """,
)

weeks_in_pre_proceedings = Typical(
    title="Weeks in pre-proceedings",
    why="A family should soon know where it stands; the child cannot wait.",
    defined_by="CIN census 2026-27 (pre-proceedings): weeks from the decision to begin until it was decided "
    "to step down or go to court; the middle one. Councils aim at 12 to 16 weeks",
    of=PreProceedings.on(PreProceedings.ended),
    middle=days(PreProceedings.started, PreProceedings.ended) / 7,
    unit="weeks",
    better=Better.LOWER,
    field_code="PLO01",
    examples="""
        PreProceedings from 2026-06-01 to 2026-06-30: 12
        child | started    | ended      | counts?  |
        ------+------------+------------+----------+-----------------------------
        Ann   | 2026-04-06 | 2026-06-15 |   yes    | 10 weeks
        Ben   | 2026-03-09 | 2026-06-15 |   yes    | 14 weeks: half way is 12
        Cat   |            | 2026-06-15 | left out | the beginning is not recorded
        Dee   | 2026-03-09 |            |   no     | it goes on
    """,
)

pre_proceedings_past_16_weeks = Share(
    title="Children in pre-proceedings for more than 16 weeks",
    why="These wait for a decision that should have come.",
    defined_by="Local: open on the day for more than 112 days (councils aim at 12 to 16 weeks)",
    of=PreProceedings.open(),
    that=PreProceedings.open().after(days=113),
    better=Better.LOWER,
    examples="""
        PreProceedings as at 2026-06-30: 1 of 2
        child | started    | ended      | counts? | passes? |
        ------+------------+------------+---------+---------+---------
        Ann   | 2026-03-09 |            |   yes   |   yes   | 113 days
        Ben   | 2026-03-10 |            |   yes   |   no    | 112 days
        Cat   | 2026-01-01 | 2026-06-01 |   no    |         |
        Dee   |            |            |   no    |         |
    """,
)

pre_proceedings_to_court = Share(
    title="Pre-proceedings that went to court",
    why="High means that work with families comes too late to change anything; low, that it averts court.",
    defined_by="What was decided when pre-proceedings ended; where it is not recorded the child is left out",
    of=PreProceedings.on(PreProceedings.ended),
    that=PreProceedings.outcome == "Decision to Issue Care Proceedings",
    examples="""
        PreProceedings from 2026-06-01 to 2026-06-30: 1 of 2
        child | ended      | outcome                            | counts?  | passes? |
        ------+------------+------------------------------------+----------+---------+-------------
        Ann   | 2026-06-15 | Decision to Issue Care Proceedings |   yes    |   yes   |
        Ben   | 2026-06-15 | Decision to step down              |   yes    |   no    |
        Cat   | 2026-06-15 |                                    | left out |         | not recorded
        Dee   |            |                                    |   no     |         | it goes on
    """,
)

proceedings_issued = Count(
    title="Sets of care proceedings issued",
    why="How many families we took to court.",
    defined_by="The council’s list of cases in court: by the day of the application; each case once",
    of=CourtCases.on(CourtCases.started).per(CourtCases.case),
    examples="""
        CourtCases from 2026-06-01 to 2026-06-30: 1
        case | child | started    | counts? |
        -----+-------+------------+---------+-------------
        F1   | Ann   | 2026-06-01 |   yes   |
        F1   | Ben   | 2026-06-01 |   yes   | the same set
        F2   | Cat   | 2026-07-01 |   no    |
    """,
)

children_into_proceedings = Count(
    title="Children who came into care proceedings",
    why="How often we asked a court to decide where a child should live.",
    defined_by="The council’s list of cases in court: by the day of the application; one for each child",
    of=CourtCases.on(CourtCases.started),
    examples="""
        CourtCases from 2026-06-01 to 2026-06-30: 2
        case | child | started    | counts? |
        -----+-------+------------+---------+-------------------------
        F1   | Ann   | 2026-06-01 |   yes   |
        F1   | Ben   | 2026-06-01 |   yes   | two children of one case
        F2   | Cat   | 2026-07-01 |   no    |
    """,
)

proceedings_concluded = Count(
    title="Children whose care proceedings ended",
    why="How many children know where they will live.",
    defined_by="The council’s list of cases in court: by the day of the final order; one for each child",
    of=CourtCases.on(CourtCases.ended),
    examples="""
        CourtCases from 2026-06-01 to 2026-06-30: 1
        case | child | started    | ended      | counts? |
        -----+-------+------------+------------+---------+-------------
        F1   | Ann   | 2026-01-01 | 2026-06-30 |   yes   |
        F1   | Ben   | 2026-01-01 |            |   no    | it goes on
    """,
)

children_in_proceedings = Stock(
    title="Children in care proceedings",
    why="How many children wait for a court’s decision.",
    defined_by="The council’s list of cases in court: applied for and without a final order on the day",
    of=CourtCases.open(),
    examples="""
        CourtCases as at 2026-06-30: 1
        case | child | started    | ended      | counts? |
        -----+-------+------------+------------+---------+-----------------
        F1   | Ann   | 2026-01-01 |            |   yes   |
        F2   | Ben   | 2026-01-01 | 2026-06-30 |   no    | ordered that day
    """,
)

sets_in_proceedings = Stock(
    title="Sets of care proceedings under way",
    why="How many cases are before the court, each of one family.",
    defined_by="The council’s list of cases in court: cases with a child without a final order on the day, "
    "each once",
    of=CourtCases.open().per(CourtCases.case),
    examples="""
        CourtCases as at 2026-06-30: 1
        case | child | started    | ended      | counts? |
        -----+-------+------------+------------+---------+-----------------
        F1   | Ann   | 2026-01-01 |            |   yes   |
        F1   | Ben   | 2026-01-01 |            |   yes   | the same set
        F2   | Cat   | 2026-01-01 | 2026-06-30 |   no    | ordered that day
    """,
)

weeks_of_proceedings = Typical(
    title="Weeks of care proceedings",
    why="Childhood is short: how long the court usually takes over a child.",
    defined_by="Children and Families Act 2014: from the application to the final order; at child level, the "
    "middle one of those that ended in the period",
    of=CourtCases.on(CourtCases.ended),
    middle=days(CourtCases.started, CourtCases.ended) / 7,
    unit="weeks",
    better=Better.LOWER,
    target=26,
    examples="""
        CourtCases from 2026-06-01 to 2026-06-30: 27
        case | child | started    | ended      | counts? |
        -----+-------+------------+------------+---------+-------------------------
        F1   | Ann   | 2025-12-29 | 2026-06-29 |   yes   | 26 weeks
        F2   | Ben   | 2025-12-15 | 2026-06-29 |   yes   | 28 weeks: half way is 27
        F3   | Cat   | 2025-12-15 |            |   no    | it goes on
    """,
)

mean_weeks_of_proceedings = Mean(
    title="Average weeks of care proceedings",
    why="The average is what the courts publish; a few long cases move it and not the typical one.",
    defined_by="Children and Families Act 2014: weeks from the application to the final order; at child "
    "level, the average of those that ended in the period",
    of=CourtCases.on(CourtCases.ended),
    value=days(CourtCases.started, CourtCases.ended) / 7,
    unit="weeks",
    better=Better.LOWER,
    target=26,
    examples="""
        CourtCases from 2026-06-01 to 2026-06-30: 28.0
        case | child | started    | ended      | counts? |
        -----+-------+------------+------------+---------+---------
        F1   | Ann   | 2025-12-29 | 2026-06-29 |   yes   | 26 weeks
        F2   | Ben   | 2025-12-29 | 2026-06-29 |   yes   | 26 weeks
        F3   | Cat   | 2025-11-17 | 2026-06-29 |   yes   | 32 weeks
        F4   | Dee   | 2025-12-15 |            |   no    | it goes on
    """,
)

proceedings_within_26_weeks = Share(
    title="Care proceedings ended within 26 weeks",
    why="The law gives the court 26 weeks to decide where a child will live.",
    defined_by="Children and Families Act 2014: final order within 182 days of the application; at child "
    "level, of those that ended in the period",
    of=CourtCases.on(CourtCases.ended),
    that=days(CourtCases.started, CourtCases.ended) <= 182,
    better=Better.HIGHER,
    field_code="PLO02",
    examples="""
        CourtCases from 2026-06-01 to 2026-06-30: 1 of 2
        case | child | started    | ended      | counts? | passes? |
        -----+-------+------------+------------+---------+---------+------------
        F1   | Ann   | 2025-12-29 | 2026-06-29 |   yes   |   yes   | 182 days
        F2   | Ben   | 2025-12-28 | 2026-06-29 |   yes   |   no    | a day more
        F3   | Cat   | 2025-12-28 |            |   no    |         | it goes on
    """,
)

proceedings_past_26_weeks = Share(
    title="Children in proceedings for more than 26 weeks",
    why="These have waited longer than the law means them to.",
    defined_by="Children and Families Act 2014: without a final order on the day, more than 182 days after "
    "the application, whether or not the court has let it go on",
    of=CourtCases.open(),
    that=CourtCases.open().after(days=183),
    better=Better.LOWER,
    examples="""
        CourtCases as at 2026-06-29: 1 of 2
        case | child | started    | ended      | counts? | passes? |
        -----+-------+------------+------------+---------+---------+---------
        F1   | Ann   | 2025-12-28 |            |   yes   |   yes   | 183 days
        F2   | Ben   | 2025-12-29 |            |   yes   |   no    | 182 days
        F3   | Cat   | 2025-01-01 | 2026-01-01 |   no    |         |
    """,
)

hearings_went_ahead = Share(
    title="Court hearings that went ahead",
    why="Each hearing that does not is weeks of a child’s life.",
    defined_by="The council’s list of hearings: by the day it was listed for; one for each child",
    of=CourtHearings.on(CourtHearings.heard),
    that=CourtHearings.went_ahead,
    better=Better.HIGHER,
    examples="""
        CourtHearings from 2026-06-01 to 2026-06-30: 1 of 2
        case | child | heard      | went_ahead | counts?  | passes? |
        -----+-------+------------+------------+----------+---------+-------------
        F1   | Ann   | 2026-06-01 | yes        |   yes    |   yes   |
        F2   | Ben   | 2026-06-01 | no         |   yes    |   no    |
        F3   | Cat   | 2026-06-01 |            | left out |         | not recorded
        F4   | Dee   | 2026-07-01 | yes        |   no     |         |
    """,
)
