"""Measures of the health of children looked after. Most are of those looked after for 12 months without a
break, as the Department asks about them once a year; here they are answered on any day."""

from throughline.measures.care import LOOKED_AFTER
from throughline.measures.kinds import Better, Mean, Share
from throughline.record.care import (
    Care,
    Convictions,
    HealthChecks,
    Immunisations,
    StrengthsScores,
    SubstanceMisuse,
)
from throughline.record.child import Child
from throughline.record.dates import (
    A_DAY,
    a_year_after,
    before,
    latest,
    next_one,
    soonest,
    working_days_after,
)
from throughline.record.rows import Spells

KIND = HealthChecks.kind.str.to_lowercase()
DONE = HealthChecks.status == "Completed"
ASSESSED = DONE & KIND.str.contains("health assess")
AT_THE_DENTIST = DONE & KIND.str.contains("dent")
NOT_WITHOUT_REASON = StrengthsScores.score.is_not_null() | StrengthsScores.reason.is_null()
A_YEAR_IN_CARE = a_year_after(Care.in_care_from)


def aged(first: int, last: int) -> Spells:
    """Children looked after for a year, from one birthday until the last day of a year of their life."""
    return Care.between(
        latest(Care.started, A_YEAR_IN_CARE, Child.born.dt.offset_by(f"{first}y")),
        soonest(Care.ended, Child.born.dt.offset_by(f"{last + 1}y")),
    ).where(LOOKED_AFTER)


A_YEAR_LOOKED_AFTER = Care.between(latest(Care.started, A_YEAR_IN_CARE), Care.ended).where(LOOKED_AFTER)

health_assessed_from_five = Share(
    title="Children looked after, five and over, with a health assessment in the year",
    why="Children in care are less well than others, and move before anyone notices.",
    defined_by="SSDA903 OC2: looked after for 12 months or more and aged 5 or over, with a health "
    "assessment done in the last 12 months; one who declined has not had it",
    of=aged(5, 25),
    that=HealthChecks.between(HealthChecks.done, a_year_after(HealthChecks.done)).where(ASSESSED),
    better=Better.HIGHER,
    target=0.95,
    looks_back=12,
    field_code="CLA14",
    examples="""
        Child
        child | born
        ------+-----------
        Ann   | 2021-06-30
        Ben   | 2015-01-01
        Cat   | 2015-01-01
        Dee   | 2021-07-01
        Eve   | 2015-01-01
        Fay   |
        Gus   | 2015-01-01

        HealthChecks
        child | done       | kind              | status
        ------+------------+-------------------+----------
        Ann   | 2025-07-01 | Health Assessment | Completed
        Ben   | 2025-06-30 | Health Assessment | Completed
        Cat   | 2026-01-01 | Health Assessment | Refused
        Cat   | 2026-01-01 | Dental Check      | Completed
        Gus   | 2026-01-01 | Health Assessment |
        Gus   | 2026-01-01 |                   | Completed
        Gus   |            | Health Assessment | Completed

        Care as at 2026-06-30: 1 of 4
        child | started    | ended      | legal_status | in_care_from | counts? | passes? |
        ------+------------+------------+--------------+--------------+---------+---------+---------------
        Ann   | 2025-06-30 |            |              | 2025-06-30   |   yes   |   yes   | a year to the day
        Ben   | 2020-01-01 |            | C2           | 2020-01-01   |   yes   |   no    | over a year ago
        Cat   | 2020-01-01 |            | C2           | 2020-01-01   |   yes   |   no    | declined
        Dee   | 2024-01-01 |            | C2           | 2024-01-01   |   no    |         | 4 for a day more
        Eve   | 2025-07-01 |            | C2           | 2025-07-01   |   no    |         | a day short
        Fay   | 2020-01-01 |            | C2           | 2020-01-01   |   no    |         | how old?
        Gus   | 2020-01-01 |            | C2           | 2020-01-01   |   yes   |   no    | not recorded
        Gus   | 2019-01-01 | 2020-01-01 | C2           |              |   no    |         |
    """,
)

health_assessed_under_five = Share(
    title="Children looked after, under five, with two health assessments in the year",
    why="The younger a child, the sooner what is missed does harm.",
    defined_by="SSDA903 OC2: looked after for 12 months or more and aged under 5, with two health "
    "assessments done in the last 12 months",
    of=aged(0, 4),
    that=HealthChecks.between(
        HealthChecks.done, a_year_after(before(HealthChecks.done, where=ASSESSED))
    ).where(ASSESSED & before(HealthChecks.done, where=ASSESSED).is_not_null()),
    better=Better.HIGHER,
    target=0.95,
    looks_back=12,
    field_code="CLA14",
    examples="""
        Child
        child | born
        ------+-----------
        Ann   | 2024-01-01
        Ben   | 2024-01-01
        Cat   | 2024-01-01
        Dee   | 2021-06-30
        Eve   |

        HealthChecks
        child | done       | kind              | status
        ------+------------+-------------------+----------
        Ann   | 2025-07-01 | Health Assessment | Completed
        Ann   | 2025-09-01 | Dental Check      | Completed
        Ann   | 2026-01-01 | Health Assessment | Completed
        Ben   | 2025-06-30 | Health Assessment | Completed
        Ben   | 2026-01-01 | Health Assessment | Completed
        Cat   | 2026-01-01 | Health Assessment | Completed
        Cat   | 2026-02-01 | Health Assessment |
        Cat   | 2026-02-01 |                   | Completed
        Cat   |            | Health Assessment | Completed

        Care as at 2026-06-30: 1 of 3
        child | started    | ended      | legal_status | in_care_from | counts? | passes? |
        ------+------------+------------+--------------+--------------+---------+---------+----------------
        Ann   | 2024-06-01 |            |              | 2024-06-01   |   yes   |   yes   |
        Ben   | 2024-06-01 |            | C2           | 2024-06-01   |   yes   |   no    | one is too old
        Cat   | 2024-06-01 |            | C2           | 2024-06-01   |   yes   |   no    | one alone
        Dee   | 2024-06-01 |            | C2           | 2024-06-01   |   no    |         | five that day
        Eve   | 2024-06-01 |            | C2           | 2024-06-01   |   no    |         | how old?
        Fay   | 2024-06-01 | 2026-06-01 | C2           |              |   no    |         |
    """,
)

seen_by_a_dentist = Share(
    title="Children looked after who saw a dentist in the year",
    why="Bad teeth are the first sign that nobody looks after a child.",
    defined_by="SSDA903 OC2: looked after for 12 months or more, with a dental check done in the last 12 "
    "months; one who declined has not had it",
    of=A_YEAR_LOOKED_AFTER,
    that=HealthChecks.between(HealthChecks.done, a_year_after(HealthChecks.done)).where(AT_THE_DENTIST),
    better=Better.HIGHER,
    target=0.90,
    looks_back=12,
    field_code="CLA15",
    compare="dental-checks",
    examples="""
        HealthChecks
        child | done       | kind              | status
        ------+------------+-------------------+----------
        Ann   | 2025-07-01 | Dental Check      | Completed
        Ben   | 2025-06-30 | Dental Check      | Completed
        Cat   | 2026-01-01 | Dental Check      | Refused
        Cat   | 2026-01-01 | Health Assessment | Completed
        Cat   | 2026-01-01 | Dental Check      |
        Cat   | 2026-01-01 |                   | Completed
        Cat   |            | Dental Check      | Completed

        Care as at 2026-06-30: 1 of 3
        child | started    | ended      | legal_status | in_care_from | counts? | passes? |
        ------+------------+------------+--------------+--------------+---------+---------+------------------
        Ann   | 2025-06-30 |            |              | 2025-06-30   |   yes   |   yes   | a year to the day
        Ben   | 2020-01-01 |            | C2           | 2020-01-01   |   yes   |   no    | over a year ago
        Cat   | 2020-01-01 |            | C2           | 2020-01-01   |   yes   |   no    | declined
        Dee   | 2025-07-01 |            | C2           | 2025-07-01   |   no    |         | a day short
        Fay   | 2020-01-01 |            | C2           |              |   no    |         | since when?
    """,
)

immunised = Share(
    title="Children looked after whose immunisations are up to date",
    why="Children who move are the ones whom the letters miss.",
    defined_by="SSDA903 OC2: looked after for 12 months or more, with all the immunisations due by their "
    "age, as last recorded",
    of=A_YEAR_LOOKED_AFTER,
    that=Immunisations.between(Immunisations.recorded, next_one(Immunisations.recorded)).where(
        Immunisations.up_to_date
    ),
    better=Better.HIGHER,
    target=0.95,
    field_code="CLA16",
    compare="immunised",
    examples="""
        Immunisations
        child | recorded   | up_to_date
        ------+------------+-----------
        Ann   | 2020-01-01 | no
        Ann   | 2026-06-30 | yes
        Ben   | 2025-01-01 | yes
        Ben   | 2026-06-30 | no
        Cat   | 2026-01-01 |
        Cat   |            | yes

        Care as at 2026-06-30: 1 of 3
        child | started    | ended      | legal_status | in_care_from | counts? | passes? |
        ------+------------+------------+--------------+--------------+---------+---------+--------------
        Ann   | 2025-06-30 |            |              | 2025-06-30   |   yes   |   yes   |
        Ben   | 2020-01-01 |            | C2           | 2020-01-01   |   yes   |   no    | no longer
        Cat   | 2020-01-01 |            | C2           | 2020-01-01   |   yes   |   no    | not recorded
        Dee   | 2025-07-01 |            | C2           | 2025-07-01   |   no    |         | a day short
        Fay   | 2020-01-01 |            | C2           |              |   no    |         | since when?
    """,
)

first_health_assessment_in_20_days = Share(
    title="Children with a health assessment within 20 working days of coming into care",
    why="What a child needs should be known before the first review of the plan.",
    defined_by="Statutory guidance on the health of children looked after: by the 20th working day after "
    "coming into care, the day after being day 1",
    of=Care.on(Care.started).where((Care.start_reason == "S") & LOOKED_AFTER),
    that=HealthChecks.between(working_days_after(HealthChecks.done, -20), HealthChecks.done + A_DAY).where(
        ASSESSED
    ),
    settles=working_days_after(Care.started, 20),
    better=Better.HIGHER,
    target=0.95,
    field_code="CLA17",
    note="Any health assessment counts: councils name the first one differently.",
    examples="""
        HealthChecks
        child | done       | kind                      | status
        ------+------------+---------------------------+----------
        Ann   | 2026-06-29 | Initial Health Assessment | Completed
        Ben   | 2026-06-30 | Health Assessment         | Completed
        Cat   | 2026-06-10 | Health Assessment         | Refused
        Cat   | 2026-06-10 | Dental Check              | Completed
        Cat   | 2026-06-10 | Health Assessment         |
        Cat   | 2026-06-10 |                           | Completed
        Cat   |            | Health Assessment         | Completed
        Dee   | 2026-06-29 | Health Assessment         | Completed

        Care from 2026-06-01 to 2026-06-30, known at 2026-06-30: 1 of 3
        child | started    | start_reason | legal_status | counts?   | passes? |
        ------+------------+--------------+--------------+-----------+---------+---------------------------
        Ann   | 2026-06-01 | S            |              |    yes    |   yes   | day 20
        Ben   | 2026-06-01 | S            | C1           |    yes    |    no   | day 21
        Cat   | 2026-06-01 | S            | C1           |    yes    |    no   | declined
        Dee   | 2026-06-03 | S            | C1           | too early |         | done, but others may follow
        Eve   | 2026-06-01 |              | C1           |     no    |         | did it begin then?
    """,
)

strengths_scored = Share(
    title="Children looked after with a strengths and difficulties score in the year",
    why="How a child feels is asked of the carer, and must be asked every year.",
    defined_by="SSDA903 OC2: looked after for 12 months or more and aged 4 to 16, with a score of the last "
    "12 months",
    of=aged(4, 16),
    that=StrengthsScores.between(StrengthsScores.completed, a_year_after(StrengthsScores.completed)).where(
        StrengthsScores.score.is_not_null()
    ),
    better=Better.HIGHER,
    target=0.80,
    looks_back=12,
    field_code="CLA18",
    examples="""
        Child
        child | born
        ------+-----------
        Ann   | 2022-06-30
        Ben   | 2009-07-01
        Cat   | 2009-06-30
        Dee   | 2015-01-01
        Eve   | 2015-01-01
        Fay   |

        StrengthsScores
        child | completed  | score
        ------+------------+------
        Ann   | 2025-07-01 | 12
        Ben   | 2025-06-30 | 12
        Dee   | 2026-01-01 |
        Eve   |            | 9

        Care as at 2026-06-30: 1 of 4
        child | started    | ended      | legal_status | in_care_from | counts? | passes? |
        ------+------------+------------+--------------+--------------+---------+---------+----------------
        Ann   | 2025-06-30 |            |              | 2025-06-30   |   yes   |   yes   | four that day
        Ben   | 2020-01-01 |            | C2           | 2020-01-01   |   yes   |   no    | over a year ago
        Cat   | 2020-01-01 |            | C2           | 2020-01-01   |   no    |         | 17 that day
        Dee   | 2020-01-01 |            | C2           | 2020-01-01   |   yes   |   no    | no score
        Eve   | 2020-01-01 |            | C2           | 2020-01-01   |   yes   |   no    | of which day?
        Fay   | 2020-01-01 |            | C2           | 2020-01-01   |   no    |         | how old?
        Gus   | 2020-01-01 | 2026-01-01 | C2           |              |   no    |         |
    """,
)

convicted = Share(
    title="Children looked after convicted or cautioned in the year",
    why="Children in care are taken to court for what is forgiven at home.",
    defined_by="SSDA903 OC2: looked after for 12 months or more and aged 10 to 17, convicted or cautioned "
    "for an offence of the last 12 months",
    of=aged(10, 17),
    that=Convictions.between(Convictions.offended, a_year_after(Convictions.offended)),
    better=Better.LOWER,
    looks_back=12,
    field_code="CLA21",
    compare="convicted",
    examples="""
        Child
        child | born
        ------+-----------
        Ann   | 2016-06-30
        Ben   | 2012-01-01
        Cat   | 2016-07-01
        Dee   |

        Convictions
        child | offended
        ------+-----------
        Ann   | 2025-07-01
        Ben   | 2025-06-30
        Ben   |

        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | legal_status | in_care_from | counts? | passes? |
        ------+------------+------------+--------------+--------------+---------+---------+----------------
        Ann   | 2025-06-30 |            |              | 2025-06-30   |   yes   |   yes   | ten that day
        Ben   | 2020-01-01 |            | C2           | 2020-01-01   |   yes   |   no    | over a year ago
        Cat   | 2020-01-01 |            | C2           | 2020-01-01   |   no    |         | still nine
        Dee   | 2020-01-01 |            | C2           | 2020-01-01   |   no    |         | how old?
        Eve   | 2020-01-01 | 2026-01-01 | C2           |              |   no    |         |
    """,
)

misusing_substances = Share(
    title="Children looked after found to misuse substances in the year",
    why="It is often how a child bears what has happened.",
    defined_by="SSDA903 OC2: looked after for 12 months or more, found in the last 12 months to misuse a "
    "substance",
    of=A_YEAR_LOOKED_AFTER,
    that=SubstanceMisuse.between(SubstanceMisuse.found, a_year_after(SubstanceMisuse.found)),
    better=Better.LOWER,
    looks_back=12,
    field_code="CLA22",
    compare="substance-misuse",
    examples="""
        SubstanceMisuse
        child | found
        ------+-----------
        Ann   | 2025-07-01
        Ben   | 2025-06-30
        Ben   |

        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | legal_status | in_care_from | counts? | passes? |
        ------+------------+------------+--------------+--------------+---------+---------+------------------
        Ann   | 2025-06-30 |            |              | 2025-06-30   |   yes   |   yes   | a year to the day
        Ben   | 2020-01-01 |            | C2           | 2020-01-01   |   yes   |   no    | over a year ago
        Cat   | 2025-07-01 |            | C2           | 2025-07-01   |   no    |         | a day short
        Eve   | 2020-01-01 |            | C2           |              |   no    |         | since when?
    """,
)

helped_with_misuse = Share(
    title="Children looked after who had help with misusing substances",
    why="To have found it out is no help by itself.",
    defined_by="SSDA903 OC2: of those found in the period, help received",
    of=SubstanceMisuse.on(SubstanceMisuse.found),
    that=SubstanceMisuse.helped,
    better=Better.HIGHER,
    field_code="CLA22",
    examples="""
        SubstanceMisuse from 2026-06-01 to 2026-06-30: 1 of 2
        child | found      | helped | counts?  | passes? |
        ------+------------+--------+----------+---------+-------------
        Ann   | 2026-06-01 | yes    |   yes    |   yes   |
        Ben   | 2026-06-30 | no     |   yes    |   no    |
        Cat   | 2026-06-10 |        | left out |         | not recorded
        Dee   |            | yes    |   no     |         | which day?
    """,
)

average_strengths_score = Mean(
    title="Average strengths and difficulties score of children looked after",
    why="The more difficulties, the more help a child and their carers need.",
    defined_by="SSDA903 OC2: the average of the scores of the period: 0 to 13 is usual, 14 to 16 "
    "borderline, 17 to 40 a cause for concern",
    of=StrengthsScores.on(StrengthsScores.completed).where(NOT_WITHOUT_REASON),
    value=StrengthsScores.score,
    better=Better.LOWER,
    field_code="CLA18",
    note="Every score counts; the Department asks for those aged 4 to 16 and in care for a year.",
    examples="""
        StrengthsScores from 2026-06-01 to 2026-06-30: 14.5
        child | completed  | score | reason | counts?  |
        ------+------------+-------+--------+----------+----------------------
        Ann   | 2026-06-01 | 12    |        |   yes    |
        Ben   | 2026-06-30 | 17    |        |   yes    |
        Cat   | 2026-06-30 |       |        | left out | no score
        Dee   | 2026-06-30 |       | SDQ2   |   no     | the carer refused
        Eve   |            | 9     |        |   no     | of which day?
    """,
)
