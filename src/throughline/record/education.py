"""Education: the virtual school, attendance, exclusions, moves between schools, and what follows school."""

import polars as pl

from throughline.record.breakdowns import Breakdown
from throughline.record.columns import Code, Date, Flag, Id, Number, Text
from throughline.record.own_codes import DESTINATION, EXCLUSION, PROGRAMME_OUTCOME
from throughline.record.rows import PART, Event, Own, Spell


class VirtualSchoolRoll(Own, Spell):
    """A time a child looked after was on the roll of the virtual school, at one school."""

    known_by = ("school_on_roll",)

    child = Id("The child", required=True)
    started = Date("The day it began", required=True)
    ended = Date("The day the child left that school or the roll; blank while it goes on")
    school_on_roll = Text("The school")
    school_urn = Id("The school's number")
    school_year = Text("The year group, such as Year 9")
    phase = Text("Early years, statutory school age or post-16; councils differ in their words")


class Peps(Own, Event):
    """A personal education plan (PEP) of a child looked after: one row a plan, completed or not."""

    known_by = ("completed",)

    child = Id("The child", required=True)
    completed = Date("The day it was completed; blank if it was not")
    due = Date("The day it was to be completed by")
    term = Text("The term it is for")
    pep_quality = Text("How good it was found; councils differ in their words")
    pupil_premium = Number("Pupil premium plus spent by it, in pounds")


class SchoolAttendance(Own, Spell):
    """How much of a time, mostly a term or month, a child was at school. A session is half a day."""

    child = Id("The child", required=True)
    started = Date("The first day of that time", required=True)
    ended = Date("The day after the last", required=True)
    sessions = Number("How many sessions the child could have been at", required=True)
    attended = Number("How many the child was at", required=True)
    unauthorised = Number("How many the child was away from without leave")
    school = Text("The school")


class Exclusions(Own, Event):
    """A child was excluded from school: suspended for some days, or for good."""

    known_by = ("kind_of_exclusion",)

    child = Id("The child", required=True)
    excluded = Date("The first day of it", required=True)
    kind_of_exclusion = Code("Suspension or permanent exclusion", codes=EXCLUSION)
    days = Number("How many school days it was for")
    excluded_because = Text("Why; schools use the Department’s list of reasons")
    school = Text("The school")
    overturned = Flag("It was overturned or withdrawn")


class ManagedMoves(Own, Spell):
    """A time a child tried another school by agreement, rather than be excluded."""

    known_by = ("from_school", "to_school")

    child = Id("The child", required=True)
    started = Date("The day it began", required=True)
    ended = Date("The day it was decided how it ended; blank until then")
    from_school = Text("The school the child came from")
    to_school = Text("The school the child tried")
    outcome = Text("What came of it; councils differ in their words")


class UnplacedPupils(Own, Spell):
    """A time a child had no school place and was before the pupil placement panel, or in fair access."""

    known_by = ("unplaced_because",)

    child = Id("The child", required=True)
    started = Date("The day the child came to have no place, or came before the panel", required=True)
    ended = Date("The day the child started at a school; blank until then")
    unplaced_because = Text("Why; councils differ in their words")
    panel_met = Date("The day of the panel that decided; blank until then")
    decision = Text("What was decided; councils differ in their words")
    placed_at = Text("The school or provision the child started at")
    fair_access = Flag("The place was found by the fair access protocol")


class Destinations(Own, Spell):
    """A time a young person was, or was not, in education, employment or training (EET, NEET)."""

    known_by = ("destination",)

    child = Id("The young person", required=True)
    started = Date("The day it began", required=True)
    ended = Date("The day it ended; blank while it goes on")
    destination = Code("What they do", codes=DESTINATION)
    what = Text("What it is, in the words of the council's list")
    school_year = Text("The academic age, such as Year 12")
    offer = Flag("They had an offer of a place in learning (September guarantee)")


class EmploymentProgramme(Own, Spell):
    """A time somebody took part in a programme that helps young people into work, from the day they were
    engaged until they completed or left it."""

    subject = "participant"
    known_by = ("completed", "programme_outcome")

    participant = Id("Who took part, by a number of the programme's own", required=True)
    started = Date("The day they were engaged", required=True)
    ended = Date("The day they completed or left it; blank while they are in it")
    completed = Flag("They completed it; no if they left before the end")
    programme_outcome = Code("What came of it", codes=PROGRAMME_OUTCOME)
    programme = Text("The programme, if there are several")


EXCLUDED_BECAUSE = Breakdown("Why excluded", Exclusions.excluded_because)
EXCLUDED_FROM = Breakdown("School", Exclusions.school)
WHY_UNPLACED = Breakdown("Why without a place", UnplacedPupils.unplaced_because)
SCHOOL_YEAR = Breakdown("Academic age", Destinations.school_year)


def until_next_term_ends(day: pl.Expr) -> pl.Expr:
    """The day after the term that follows the term of this day: until then, what was done on it is of this
    term or the last. Terms begin on 1 September, 1 January and 1 April."""
    autumn, spring = day.dt.month() >= 9, day.dt.month() <= 3
    year = day.dt.year() + (~spring).cast(pl.Int32)
    month = pl.when(autumn).then(4).when(spring).then(9).otherwise(1)
    return pl.date(year, month, 1)


def in_its_school_year(test: pl.Expr) -> pl.Expr:
    """Of an exclusion: how many of the same child pass `test` in its school year (from 1 September), up to
    it, out of the same return. A snapshot keeps each child's rows in date order."""
    school_year = Exclusions.excluded.dt.offset_by("-8mo").dt.year()
    return test.fill_null(False).cast(pl.Int32).cum_sum().over(Exclusions.child, PART, school_year)
