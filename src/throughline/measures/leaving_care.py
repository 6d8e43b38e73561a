"""Measures of leaving care: those whose parents we were."""

from throughline.measures.care import LEFT, LOOKED_AFTER
from throughline.measures.kinds import Better, Share, Stock
from throughline.record.care import Care
from throughline.record.child import Child
from throughline.record.dates import latest, soonest
from throughline.record.leaving_care import CareLeavers
from throughline.record.rows import Spells

ASKED = ~CareLeavers.in_touch.is_in(["DIED", "RHOM"]).fill_null(False)
HOUSED = ~CareLeavers.accommodation.is_in(["G", "H", "R"]).fill_null(False)
LEARNS_OR_WORKS = CareLeavers.activity.is_in(
    ["F1", "F2", "F3", "F4", "F5", "P1", "P2", "P3", "P4", "P5"]  # F3 and P3 until 2021
)
BIRTHDAY_18 = Child.born.dt.offset_by("18y")


def aged(first: int, last: int) -> Spells:
    """Care leavers from one birthday until the last day of another year of their life."""
    return CareLeavers.between(
        latest(CareLeavers.started, Child.born.dt.offset_by(f"{first}y")),
        soonest(CareLeavers.ended, Child.born.dt.offset_by(f"{last + 1}y")),
    ).where(ASKED)


care_leavers_in_touch = Share(
    title="Care leavers we are in touch with",
    why="A parent knows how their grown child is.",
    defined_by="SSDA903 OC3: those who died or went home are left out; one who refuses contact, or needs "
    "no more help, is not in touch",
    of=CareLeavers.open().where(ASKED),
    that=CareLeavers.in_touch == "YES",
    better=Better.HIGHER,
    target=0.95,
    field_code="CL01",
    examples="""
        CareLeavers as at 2026-06-30: 1 of 4
        child | started    | ended      | in_touch | counts?  | passes? |
        ------+------------+------------+----------+----------+---------+-------------------
        Ann   | 2026-06-30 |            | YES      |   yes    |   yes   |
        Ben   | 2026-06-30 | 2026-07-01 | NO       |   yes    |   no    |
        Cat   | 2026-06-30 |            | REFU     |   yes    |   no    |
        Dee   | 2026-06-30 |            |          | left out |         | not recorded
        Eve   | 2026-06-30 |            | RHOM     |   no     |         | at home again
        Fay   | 2025-06-30 | 2026-04-01 | YES      |   no     |         | not known on this day
        Gus   | 2026-06-30 |            | NREQ     |   yes    |   no    | needs no more help
    """,
)

care_leavers_in_suitable_homes = Share(
    title="Care leavers in suitable accommodation",
    why="A safe home comes before anything else.",
    defined_by="SSDA903 OC3: suitable, of those who did not die or go home; those gone abroad (G), "
    "deported (H) or who live nobody knows where (R) are left out",
    of=CareLeavers.open().where(ASKED & HOUSED),
    that=CareLeavers.suitable == "1",
    better=Better.HIGHER,
    target=0.90,
    field_code="CL03",
    examples="""
        CareLeavers as at 2026-06-30: 1 of 2
        child | started    | ended      | in_touch | accommodation | suitable | counts?  | passes? |
        ------+------------+------------+----------+---------------+----------+----------+---------+---------
        Ann   | 2026-06-30 |            | YES      | U             | 1        |   yes    |   yes   |
        Ben   | 2026-06-30 |            |          |               | 2        |   yes    |   no    |
        Cat   | 2026-06-30 |            | NO       | U             |          | left out |         | not said
        Dee   | 2026-06-30 | 2026-06-30 | YES      | U             | 1        |   no     |         | no time
        Eve   | 2026-06-30 |            | YES      | G             | 1        |   no     |         | abroad
    """,
)

in_touch_17_to_18 = Share(
    title="Care leavers aged 17 to 18 we are in touch with",
    why="A parent knows how their grown child is.",
    defined_by="SSDA903 OC3, aged 17 to 18 on the day: those who died or went home are left out; one who "
    "refuses contact, or needs no more help, is not in touch",
    of=aged(17, 18),
    that=CareLeavers.in_touch == "YES",
    better=Better.HIGHER,
    target=0.95,
    field_code="CL01",
    examples="""
        Child
        child | born
        ------+-----------
        Ann   | 2009-06-30
        Ben   | 2007-07-01
        Cat   | 2009-06-30
        Dee   | 2007-06-30
        Eve   | 2009-07-01
        Fay   |
        Gus   | 2009-06-30
        Hal   | 2009-06-30

        CareLeavers as at 2026-06-30: 1 of 2
        child | started    | ended      | in_touch | counts?  | passes? |
        ------+------------+------------+----------+----------+---------+------------------
        Ann   | 2026-06-30 |            | YES      |   yes    |   yes   | 17 that day
        Ben   | 2026-06-30 | 2026-07-01 | REFU     |   yes    |   no    | 18 for a day more
        Cat   | 2026-06-30 |            |          | left out |         | not recorded
        Dee   | 2026-06-30 |            | YES      |   no     |         | 19 that day
        Eve   | 2026-06-30 |            | YES      |   no     |         | 16 for a day more
        Fay   | 2026-06-30 |            | YES      |   no     |         | age not recorded
        Gus   | 2026-06-30 |            | RHOM     |   no     |         | at home again
    """,
)

learn_or_work_17_to_18 = Share(
    title="Care leavers aged 17 to 18 in education, work or training",
    why="What a young person does now decides much of what comes after.",
    defined_by="SSDA903 OC3, aged 17 to 18 on the day: activity F1, F2, F4, F5 or P1, P2, P4, P5 (F3 and "
    "P3 until 2021); those who died or went home are left out, those we are not in touch with are not",
    of=aged(17, 18),
    that=LEARNS_OR_WORKS,
    better=Better.HIGHER,
    field_code="CL02",
    compare="leavers-eet-17-18",
    examples="""
        Child
        child | born
        ------+-----------
        Ann   | 2009-06-30
        Ben   | 2007-07-01
        Cat   | 2009-06-30
        Dee   | 2007-06-30
        Eve   | 2009-07-01
        Fay   |
        Gus   | 2009-06-30
        Hal   | 2009-06-30

        CareLeavers as at 2026-06-30: 1 of 3
        child | started    | ended      | in_touch | activity | counts?  | passes? |
        ------+------------+------------+----------+----------+----------+---------+------------------
        Ann   | 2026-06-30 |            | YES      | F2       |   yes    |   yes   | 17 that day
        Ben   | 2026-06-30 | 2026-07-01 | YES      | G5       |   yes    |   no    | 18 for a day more
        Cat   | 2026-06-30 |            |          |          | left out |         | not recorded
        Dee   | 2026-06-30 |            | YES      | F2       |   no     |         | 19 that day
        Eve   | 2026-06-30 |            | YES      | F2       |   no     |         | 16 for a day more
        Fay   | 2026-06-30 |            | YES      | F2       |   no     |         | age not recorded
        Gus   | 2026-06-30 |            | RHOM     | F2       |   no     |         | at home again
        Hal   | 2026-06-30 |            | NO       | 0        |   yes    |   no    | not in touch
    """,
)

suitable_homes_17_to_18 = Share(
    title="Care leavers aged 17 to 18 in suitable accommodation",
    why="A safe home comes before anything else.",
    defined_by="SSDA903 OC3, aged 17 to 18 on the day: suitable, of those who did not die or go home; "
    "those gone abroad (G), deported (H) or who live nobody knows where (R) are left out",
    of=aged(17, 18).where(HOUSED),
    that=CareLeavers.suitable == "1",
    better=Better.HIGHER,
    target=0.90,
    field_code="CL03",
    compare="leavers-suitable-homes-17-18",
    examples="""
        Child
        child | born
        ------+-----------
        Ann   | 2009-06-30
        Ben   | 2007-07-01
        Cat   | 2009-06-30
        Dee   | 2007-06-30
        Eve   | 2009-07-01
        Fay   |
        Gus   | 2009-06-30
        Hal   | 2009-06-30

        CareLeavers as at 2026-06-30: 1 of 2
        child | started    | ended      | accommodation | suitable | counts?  | passes? |
        ------+------------+------------+---------------+----------+----------+---------+-----------------
        Ann   | 2026-06-30 |            | U             | 1        |   yes    |   yes   | 17 that day
        Ben   | 2026-06-30 | 2026-07-01 |               | 2        |   yes    |    no   | 18 for a day more
        Cat   | 2026-06-30 |            | U             |          | left out |         | not said
        Dee   | 2026-06-30 |            | U             | 1        |    no    |         | 19 that day
        Eve   | 2026-06-30 |            | U             | 1        |    no    |         | 16 for a day more
        Fay   | 2026-06-30 |            | U             | 1        |    no    |         | age not recorded
        Hal   | 2026-06-30 |            | G             | 1        |    no    |         | abroad
    """,
)

in_touch_19_to_21 = Share(
    title="Care leavers aged 19 to 21 we are in touch with",
    why="A parent knows how their grown child is.",
    defined_by="SSDA903 OC3, aged 19 to 21 on the day: those who died or went home are left out; one who "
    "refuses contact, or needs no more help, is not in touch",
    of=aged(19, 21),
    that=CareLeavers.in_touch == "YES",
    better=Better.HIGHER,
    target=0.95,
    field_code="CL01",
    examples="""
        Child
        child | born
        ------+-----------
        Ann   | 2007-06-30
        Ben   | 2004-07-01
        Cat   | 2007-06-30
        Dee   | 2004-06-30
        Eve   | 2007-07-01
        Fay   |
        Gus   | 2007-06-30
        Hal   | 2007-06-30

        CareLeavers as at 2026-06-30: 1 of 2
        child | started    | ended      | in_touch | counts?  | passes? |
        ------+------------+------------+----------+----------+---------+------------------
        Ann   | 2026-06-30 |            | YES      |   yes    |   yes   | 19 that day
        Ben   | 2026-06-30 | 2026-07-01 | REFU     |   yes    |   no    | 21 for a day more
        Cat   | 2026-06-30 |            |          | left out |         | not recorded
        Dee   | 2026-06-30 |            | YES      |   no     |         | 22 that day
        Eve   | 2026-06-30 |            | YES      |   no     |         | 18 for a day more
        Fay   | 2026-06-30 |            | YES      |   no     |         | age not recorded
        Gus   | 2026-06-30 |            | RHOM     |   no     |         | at home again
    """,
)

learn_or_work_19_to_21 = Share(
    title="Care leavers aged 19 to 21 in education, work or training",
    why="What a young person does now decides much of what comes after.",
    defined_by="SSDA903 OC3, aged 19 to 21 on the day: activity F1, F2, F4, F5 or P1, P2, P4, P5 (F3 and "
    "P3 until 2021); those who died or went home are left out, those we are not in touch with are not",
    of=aged(19, 21),
    that=LEARNS_OR_WORKS,
    better=Better.HIGHER,
    field_code="CL02",
    compare="leavers-eet",
    examples="""
        Child
        child | born
        ------+-----------
        Ann   | 2007-06-30
        Ben   | 2004-07-01
        Cat   | 2007-06-30
        Dee   | 2004-06-30
        Eve   | 2007-07-01
        Fay   |
        Gus   | 2007-06-30
        Hal   | 2007-06-30

        CareLeavers as at 2026-06-30: 1 of 3
        child | started    | ended      | in_touch | activity | counts?  | passes? |
        ------+------------+------------+----------+----------+----------+---------+------------------
        Ann   | 2026-06-30 |            | YES      | F2       |   yes    |   yes   | 19 that day
        Ben   | 2026-06-30 | 2026-07-01 | YES      | G5       |   yes    |   no    | 21 for a day more
        Cat   | 2026-06-30 |            |          |          | left out |         | not recorded
        Dee   | 2026-06-30 |            | YES      | F2       |   no     |         | 22 that day
        Eve   | 2026-06-30 |            | YES      | F2       |   no     |         | 18 for a day more
        Fay   | 2026-06-30 |            | YES      | F2       |   no     |         | age not recorded
        Gus   | 2026-06-30 |            | RHOM     | F2       |   no     |         | at home again
        Hal   | 2026-06-30 |            | NO       | 0        |   yes    |   no    | not in touch
    """,
)

suitable_homes_19_to_21 = Share(
    title="Care leavers aged 19 to 21 in suitable accommodation",
    why="A safe home comes before anything else.",
    defined_by="SSDA903 OC3, aged 19 to 21 on the day: suitable, of those who did not die or go home; "
    "those gone abroad (G), deported (H) or who live nobody knows where (R) are left out",
    of=aged(19, 21).where(HOUSED),
    that=CareLeavers.suitable == "1",
    better=Better.HIGHER,
    target=0.90,
    field_code="CL03",
    compare="leavers-suitable-homes",
    examples="""
        Child
        child | born
        ------+-----------
        Ann   | 2007-06-30
        Ben   | 2004-07-01
        Cat   | 2007-06-30
        Dee   | 2004-06-30
        Eve   | 2007-07-01
        Fay   |
        Gus   | 2007-06-30
        Hal   | 2007-06-30

        CareLeavers as at 2026-06-30: 1 of 2
        child | started    | ended      | accommodation | suitable | counts?  | passes? |
        ------+------------+------------+---------------+----------+----------+---------+-----------------
        Ann   | 2026-06-30 |            | U             | 1        |   yes    |   yes   | 19 that day
        Ben   | 2026-06-30 | 2026-07-01 |               | 2        |   yes    |    no   | 21 for a day more
        Cat   | 2026-06-30 |            | U             |          | left out |         | not said
        Dee   | 2026-06-30 |            | U             | 1        |    no    |         | 22 that day
        Eve   | 2026-06-30 |            | U             | 1        |    no    |         | 18 for a day more
        Fay   | 2026-06-30 |            | U             | 1        |    no    |         | age not recorded
        Hal   | 2026-06-30 |            | G             | 1        |    no    |         | abroad
    """,
)

staying_put = Share(
    title="Young people who stay with their foster carers at 18",
    why="At 18 most of their friends are still at home.",
    defined_by="SSDA903 OC3: in the year from the 18th birthday, of those fostered when they left care at "
    "18, those who live with their former carers (Z)",
    of=Care.between(BIRTHDAY_18, Child.born.dt.offset_by("19y")).where(
        LEFT & LOOKED_AFTER & Care.placement.str.starts_with("U") & (Care.ended >= BIRTHDAY_18)
    ),
    that=CareLeavers.open().where(CareLeavers.accommodation == "Z"),
    looks_back=12,
    better=Better.HIGHER,
    field_code="CL04",
    note="One whose accommodation is not recorded is not known to have stayed; one who has died or gone "
    "home is not left out, as the Department does.",
    compare="staying-put",
    examples="""
        Child
        child | born
        ------+-----------
        Ann   | 2008-06-30
        Ben   | 2008-06-30
        Cat   | 2008-06-30
        Dee   | 2008-06-30
        Eve   | 2007-06-30
        Fay   |

        CareLeavers
        child | started    | ended | accommodation
        ------+------------+-------+--------------
        Ann   | 2026-06-30 |       | Z
        Ben   | 2026-06-30 |       |

        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | end_reason | legal_status | placement | counts? | passes? |
        ------+------------+------------+------------+--------------+-----------+---------+---------+-------
        Ann   | 2020-01-01 | 2026-06-30 | E17        | C2           | U4        |   yes   |   yes   |
        Ben   | 2020-01-01 | 2026-06-30 | E5         |              | U6        |   yes   |    no   | unknown
        Cat   | 2020-01-01 | 2026-06-30 | E5         | C2           | K2        |    no   |         | a home
        Dee   | 2020-01-01 | 2026-06-29 |            | C2           | U4        |    no   |         | at 17
        Eve   | 2020-01-01 | 2025-06-30 | E17        | C2           | U4        |    no   |         | 19 now
        Fay   | 2020-01-01 |            | E17        | C2           |           |    no   |         |
    """,
)

plan_reviewed_within_6_months = Share(
    title="Care leavers whose pathway plan was reviewed in the last 6 months",
    why="A plan for a life that has moved on is no plan.",
    defined_by="Care leavers regulations; Annex A list 9: reviewed 183 days before the day of the list, or "
    "fewer",
    of=CareLeavers.open().where(ASKED),
    that=CareLeavers.plan_reviewed >= CareLeavers.started.dt.offset_by("-183d"),
    better=Better.HIGHER,
    target=0.95,
    field_code="CL05",
    examples="""
        CareLeavers as at 2026-06-30: 1 of 2
        child | started    | ended      | in_touch | plan_reviewed | counts?  | passes? |
        ------+------------+------------+----------+---------------+----------+---------+--------------
        Ann   | 2026-06-30 | 2026-07-01 | YES      | 2025-12-29    |   yes    |   yes   | 183 days
        Ben   | 2026-06-30 | 2026-07-01 |          | 2025-12-28    |   yes    |   no    | 184 days
        Cat   | 2026-06-30 |            | NO       |               | left out |         | not recorded
        Dee   | 2026-06-30 |            | RHOM     | 2026-06-01    |   no     |         | at home again
    """,
)

contact_within_8_weeks = Share(
    title="Care leavers with contact in the last 8 weeks",
    why="To be in touch is more than to know an address.",
    defined_by="Local: 56 days before the day of the list, or fewer, since the latest contact (Annex A "
    "list 9)",
    of=CareLeavers.open().where(ASKED),
    that=CareLeavers.contact >= CareLeavers.started.dt.offset_by("-56d"),
    better=Better.HIGHER,
    target=0.95,
    field_code="CL06",
    examples="""
        CareLeavers as at 2026-06-30: 1 of 2
        child | started    | ended      | in_touch | contact    | counts?  | passes? |
        ------+------------+------------+----------+------------+----------+---------+--------------
        Ann   | 2026-06-30 | 2026-07-01 | YES      | 2026-05-05 |   yes    |   yes   | 56 days
        Ben   | 2026-06-30 | 2026-07-01 |          | 2026-05-04 |   yes    |   no    | 57 days
        Cat   | 2026-06-30 |            | NO       |            | left out |         | not recorded
        Dee   | 2026-06-30 |            | RHOM     | 2026-06-01 |   no     |         | at home again
    """,
)

in_higher_education = Stock(
    title="Care leavers in higher education",
    why="What care leavers can reach, when they are helped to.",
    defined_by="SSDA903 OC3: activity F1 or P1 on the day, whatever the age",
    of=CareLeavers.open().where(CareLeavers.activity.is_in(["F1", "P1"])),
    better=Better.HIGHER,
    examples="""
        CareLeavers as at 2026-06-30: 1
        child | started    | ended      | activity | counts? |
        ------+------------+------------+----------+---------+-------------
        Ann   | 2026-06-30 |            | F1       |   yes   |
        Ben   | 2026-06-30 | 2026-07-01 | F2       |   no    |
        Cat   | 2026-06-30 |            |          |   no    | not recorded
        Dee   | 2025-06-30 | 2026-04-01 | F1       |   no    |
    """,
)
