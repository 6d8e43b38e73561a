"""Measures of education: the virtual school, attendance, exclusions, and children without a school."""

import polars as pl

from throughline.measures.care import LOOKED_AFTER
from throughline.measures.kinds import Better, Count, Ratio, Share, Stock, Typical
from throughline.record.care import Care
from throughline.record.dates import days
from throughline.record.education import (
    Exclusions,
    ManagedMoves,
    Peps,
    SchoolAttendance,
    UnplacedPupils,
    VirtualSchoolRoll,
    in_its_school_year,
    until_next_term_ends,
)

STANDS = ~Exclusions.overturned.fill_null(False)
SUSPENDED = (Exclusions.kind_of_exclusion == "SUSP") & STANDS
FOR_GOOD = (Exclusions.kind_of_exclusion == "PERM") & STANDS
FORTNIGHT = 14  # days: how often the pupil placement panel meets
PRESENT = SchoolAttendance.attended / SchoolAttendance.sessions
ATTENDED = SchoolAttendance.on(SchoolAttendance.ended - pl.duration(days=1))  # on the last day of that time

peps_up_to_date = Share(
    title="Children looked after with an up-to-date PEP",
    why="A child we are the parents of should have a plan for school that is of this term or the last.",
    defined_by="Statutory guidance on the education of looked after children: children on the roll of the "
    "virtual school with a PEP completed in this term or the last; terms begin 1 September, 1 January and "
    "1 April, since the record has no council’s own term dates",
    of=VirtualSchoolRoll.open(),
    that=Peps.between(Peps.completed, until_next_term_ends(Peps.completed)),
    better=Better.HIGHER,
    field_code="CLA26",
    looks_back=8,
    note="The virtual school’s roll has children of school age, and those in early years and post-16 that "
    "the council puts on it.",
    examples="""
        Peps
        child | completed
        ------+-----------
        Ann   | 2026-01-01
        Ben   | 2025-12-31
        Cat   |
        Eve   | 2026-05-01

        VirtualSchoolRoll as at 2026-06-30: 1 of 3
        child | started    | ended      | counts? | passes? |
        ------+------------+------------+---------+---------+-------------------------
        Ann   | 2025-09-01 |            |   yes   |   yes   | of last term
        Ben   | 2025-09-01 |            |   yes   |   no    | of the term before that
        Cat   | 2025-09-01 |            |   yes   |   no    | not completed
        Eve   | 2025-09-01 | 2026-06-30 |   no    |         | left the roll that day
    """,
)

looked_after_on_the_roll = Share(
    title="Children looked after on the roll of the virtual school",
    why="A child who is on no roll is a child whose schooling nobody in the council watches.",
    defined_by="Children looked after on the day, short breaks left out, with a time on the roll of the "
    "virtual school that goes on",
    of=Care.open().where(LOOKED_AFTER),
    that=VirtualSchoolRoll.open(),
    better=Better.HIGHER,
    note="Children under school age are among them: councils differ in whom the roll takes.",
    examples="""
        VirtualSchoolRoll
        child | started    | ended
        ------+------------+-----------
        Ann   | 2026-01-01 |
        Ben   | 2026-01-01 | 2026-06-30
        Cat   | 2026-01-01 |

        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | legal_status | counts? | passes? |
        ------+------------+------------+--------------+---------+---------+--------------
        Ann   | 2026-01-01 |            | C2           |   yes   |   yes   |
        Ben   | 2026-01-01 |            |              |   yes   |   no    | off the roll
        Cat   | 2026-01-01 |            | V4           |   no    |         | a short break
        Dee   | 2026-01-01 | 2026-06-01 | C2           |   no    |         |
    """,
)

peps_on_time = Share(
    title="PEPs completed by the day they were due",
    why="A plan made after the term can change nothing in it.",
    defined_by="The virtual school’s list: of PEPs due in the period, those completed by that day",
    of=Peps.on(Peps.due),
    that=(Peps.completed <= Peps.due).fill_null(False),
    better=Better.HIGHER,
    target=1.0,
    note="A PEP with no day of completion has not been completed.",
    examples="""
        Peps from 2026-06-01 to 2026-06-30: 1 of 3
        child | due        | completed  | counts? | passes? |
        ------+------------+------------+---------+---------+--------------
        Ann   | 2026-06-15 | 2026-06-15 |   yes   |   yes   |
        Ben   | 2026-06-15 | 2026-06-16 |   yes   |   no    | a day late
        Cat   | 2026-06-15 |            |   yes   |   no    | not completed
        Dee   | 2026-07-01 | 2026-06-15 |   no    |         | due in July
        Eve   |            | 2026-06-15 |   no    |         | no day due
    """,
)

persistent_absence = Share(
    title="Terms in which a child was persistently absent",
    why="A child who misses a tenth of school or more falls behind, and may be unsafe.",
    defined_by="The Department’s persistent absence: a tenth or more of the sessions missed; of the times "
    "(mostly terms) that ended in the period, in the list of attendance that the virtual school keeps",
    of=ATTENDED,
    that=PRESENT <= 0.9,
    better=Better.LOWER,
    examples="""
        SchoolAttendance from 2026-04-01 to 2026-07-31: 1 of 2
        child | started    | ended      | sessions | attended | counts? | passes? |
        ------+------------+------------+----------+----------+---------+---------+-----------------
        Ann   | 2026-04-01 | 2026-07-21 |   100    |    90    |   yes   |   yes   | a tenth missed
        Ben   | 2026-04-01 | 2026-08-01 |   100    |    91    |   yes   |   no    |
        Cat   | 2026-01-01 | 2026-04-01 |   100    |     0    |   no    |         | ended on 31 March
    """,
)

severe_absence = Share(
    title="Terms in which a child was severely absent",
    why="A child who misses half of school is hardly at school at all.",
    defined_by="The Department’s severe absence: half or more of the sessions missed; as persistent absence",
    of=ATTENDED,
    that=PRESENT <= 0.5,
    better=Better.LOWER,
    examples="""
        SchoolAttendance from 2026-04-01 to 2026-07-31: 1 of 2
        child | started    | ended      | sessions | attended | counts? | passes? |
        ------+------------+------------+----------+----------+---------+---------+-----------------
        Ann   | 2026-04-01 | 2026-07-21 |   100    |    50    |   yes   |   yes   | half missed
        Ben   | 2026-04-01 | 2026-08-01 |   100    |    51    |   yes   |   no    |
        Cat   | 2026-01-01 | 2026-04-01 |   100    |     0    |   no    |         | ended on 31 March
    """,
)

suspensions = Count(
    title="Suspensions from school",
    why="Each is a day or more on which a child is not in school; many of one school want asking about.",
    defined_by="The council’s list of exclusions: suspensions by their first day, those overturned left out",
    of=Exclusions.on(Exclusions.excluded).where(SUSPENDED),
    better=Better.LOWER,
    note="For a week’s map of exclusions, ask for the seven days.",
    examples="""
        Exclusions from 2026-06-01 to 2026-06-30: 2
        child | excluded   | kind_of_exclusion | overturned | counts? |
        ------+------------+-------------------+------------+---------+--------------------
        Ann   | 2026-06-01 | SUSP              |            |   yes   |
        Ann   | 2026-06-15 | SUSP              | no         |   yes   | each time counts
        Ben   | 2026-06-15 | SUSP              | yes        |   no    | overturned
        Cat   | 2026-06-15 | PERM              |            |   no    | for good
        Dee   | 2026-06-15 |                   |            |   no    | not recorded which
        Eve   | 2026-07-01 | SUSP              |            |   no    |
    """,
)

third_suspensions = Count(
    title="Children suspended for the third time in a school year",
    why="The third suspension asks for something else to be tried, before the child is excluded for good.",
    defined_by="Each child’s third suspension since 1 September, on its first day; those overturned left out",
    of=Exclusions.on(Exclusions.excluded).where(SUSPENDED & (in_its_school_year(SUSPENDED) == 3)),
    better=Better.LOWER,
    looks_back=12,
    note="One child counts once a school year.",
    examples="""
        Exclusions from 2026-06-01 to 2026-06-30: 1
        child | excluded   | kind_of_exclusion | overturned | counts? |
        ------+------------+-------------------+------------+---------+------------------------
        Ann   | 2025-09-01 | SUSP              |            |   no    |
        Ann   | 2026-01-10 | SUSP              |            |   no    |
        Ann   | 2026-02-10 | SUSP              | yes        |   no    | overturned
        Ann   | 2026-06-01 | SUSP              |            |   yes   | her third
        Ann   | 2026-06-20 | SUSP              |            |   no    | her fourth
        Ben   | 2025-07-01 | SUSP              |            |   no    | in the school year before
        Ben   | 2026-05-01 | SUSP              |            |   no    |
        Ben   | 2026-05-20 |                   |            |   no    | not recorded which
        Ben   | 2026-06-10 | SUSP              |            |   no    | his second of this year
    """,
)

permanent_exclusions = Count(
    title="Permanent exclusions",
    why="A child excluded for good has lost a school, and often more.",
    defined_by="The council’s list of exclusions: permanent, by their first day, those overturned left out",
    of=Exclusions.on(Exclusions.excluded).where(FOR_GOOD),
    better=Better.LOWER,
    examples="""
        Exclusions from 2026-06-01 to 2026-06-30: 1
        child | excluded   | kind_of_exclusion | overturned | counts? |
        ------+------------+-------------------+------------+---------+-------------------
        Ann   | 2026-06-01 | PERM              |            |   yes   |
        Ben   | 2026-06-15 | PERM              | yes        |   no    | overturned
        Cat   | 2026-06-15 | SUSP              | no         |   no    | suspended
        Dee   | 2026-06-15 |                   |            |   no    | not recorded which
        Eve   | 2026-07-01 | PERM              |            |   no    |
    """,
)

looked_after_excluded = Share(
    title="Permanent exclusions that were of children looked after",
    why="No child whose parents we are should be excluded for good.",
    defined_by="Permanent exclusions of children looked after on that day, short breaks left out, of all "
    "permanent exclusions",
    of=Exclusions.on(Exclusions.excluded).where(FOR_GOOD),
    that=Care.open().where(LOOKED_AFTER),
    better=Better.LOWER,
    target=0.0,
    examples="""
        Care
        child | started    | ended      | legal_status
        ------+------------+------------+-------------
        Ann   | 2026-01-01 |            | C2
        Ben   | 2026-01-01 | 2026-06-01 |
        Cat   | 2026-01-01 |            | V4

        Exclusions from 2026-06-01 to 2026-06-30: 1 of 3
        child | excluded   | kind_of_exclusion | overturned | counts? | passes? |
        ------+------------+-------------------+------------+---------+---------+---------------------
        Ann   | 2026-06-01 | PERM              |            |   yes   |   yes   |
        Ben   | 2026-06-01 | PERM              | no         |   yes   |   no    | left care that day
        Cat   | 2026-06-01 | PERM              | no         |   yes   |   no    | short breaks
        Dee   | 2026-06-01 |                   |            |   no    |         | not recorded which
    """,
)

managed_moves = Count(
    title="Managed moves begun",
    why="A move by agreement is better than an exclusion, if it holds.",
    defined_by="The council’s list of managed moves: by the day each began",
    of=ManagedMoves.on(ManagedMoves.started),
    examples="""
        ManagedMoves from 2026-06-01 to 2026-06-30: 1
        child | started    | counts? |
        ------+------------+---------+--
        Ann   | 2026-06-01 |   yes   |
        Ben   | 2026-07-01 |   no    |
    """,
)

unplaced = Stock(
    title="Children without a school place",
    why="Each of them is at home today, and should be at school.",
    defined_by="The pupil placement panel’s list: from the day a child came to have no place, or came before "
    "the panel, to the day they started at a school",
    of=UnplacedPupils.open(),
    better=Better.LOWER,
    examples="""
        UnplacedPupils as at 2026-06-30: 1
        child | started    | ended      | counts? |
        ------+------------+------------+---------+---------------------
        Ann   | 2026-01-01 |            |   yes   |
        Ben   | 2026-01-01 | 2026-06-30 |   no    | started school then
    """,
)

days_unplaced = Typical(
    title="Days without a school place",
    why="How long it takes to find a child a school.",
    defined_by="Children who started at a school in the period, by the days they had had no place; all days "
    "count, in term and out of it",
    of=UnplacedPupils.on(UnplacedPupils.ended),
    middle=days(UnplacedPupils.started, UnplacedPupils.ended),
    better=Better.LOWER,
    examples="""
        UnplacedPupils from 2026-06-01 to 2026-06-30: 20
        child | started    | ended      | counts? |
        ------+------------+------------+---------+--------
        Ann   | 2026-06-01 | 2026-06-11 |   yes   | 10 days
        Ben   | 2026-06-01 | 2026-06-21 |   yes   | 20
        Cat   | 2026-01-01 | 2026-06-30 |   yes   | 180
        Dee   | 2026-06-01 |            |   no    | no place
    """,
)

panel_within_a_fortnight = Share(
    title="Unplaced children decided on within a fortnight",
    why="The panel meets every fortnight, so that no child waits longer to be talked of.",
    defined_by="Children who came to have no place in the period, whose case a panel decided within 14 days; "
    "those of fewer than 14 days ago are too early to say",
    of=UnplacedPupils.on(UnplacedPupils.started),
    that=(days(UnplacedPupils.started, UnplacedPupils.panel_met) <= FORTNIGHT).fill_null(False),
    settles=UnplacedPupils.started.dt.offset_by(f"{FORTNIGHT}d"),
    better=Better.HIGHER,
    examples="""
        UnplacedPupils from 2026-06-01 to 2026-06-30, known at 2026-06-30: 1 of 3
        child | started    | panel_met  | counts?   | passes? |
        ------+------------+------------+-----------+---------+----------------
        Ann   | 2026-06-01 | 2026-06-15 |   yes     |   yes   |
        Ben   | 2026-06-01 | 2026-06-16 |   yes     |   no    | a day late
        Cat   | 2026-06-16 |            |   yes     |   no    | not decided
        Dee   | 2026-06-17 | 2026-06-20 | too early |         |
        Eve   | 2026-05-31 | 2026-06-01 |   no      |         |
    """,
)

attendance = Ratio(
    title="Attendance at school",
    why="To be there is the first thing that school asks.",
    defined_by="Sessions (half days) a child was at, of those they could have been at; of the times that "
    "ended in the period, in the list of attendance that the virtual school keeps",
    of=ATTENDED,
    adds=SchoolAttendance.attended,
    among=ATTENDED,
    among_adds=SchoolAttendance.sessions,
    per=100,
    unit="%",
    better=Better.HIGHER,
    examples="""
        SchoolAttendance from 2026-04-01 to 2026-07-31: 80.0
        child | started    | ended      | sessions | attended | counts? |
        ------+------------+------------+----------+----------+---------+------------------
        Ann   | 2026-04-01 | 2026-07-21 |   100    |    90    |   yes   |
        Ben   | 2026-04-01 | 2026-08-01 |    50    |    30    |   yes   |
        Cat   | 2026-01-01 | 2026-04-01 |   100    |     0    |   no    | ended on 31 March
    """,
)

days_without_a_place_now = Typical(
    title="Days without a school place, of children who have none",
    why="How long those who wait now have waited; those who have been placed no longer tell it.",
    defined_by="The pupil placement panel’s list: children without a place on the day, by the days since",
    of=UnplacedPupils.open(),
    middle=UnplacedPupils.started,
    better=Better.LOWER,
    examples="""
        UnplacedPupils as at 2026-06-30: 20
        child | started    | ended      | counts? |
        ------+------------+------------+---------+--------
        Ann   | 2026-06-20 |            |   yes   | 10 days
        Ben   | 2026-06-10 |            |   yes   | 20
        Cat   | 2026-01-01 |            |   yes   | 180
        Dee   | 2026-06-01 | 2026-06-30 |   no    | placed
    """,
)
