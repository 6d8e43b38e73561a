"""Identity: what else a child is known by, and the people they belong to."""

from throughline.record.codes import IDENTIFIER, IMMIGRATION
from throughline.record.columns import Code, Date, Id, Text
from throughline.record.rows import Event, Own, Reference, Spell


class Families(Reference):
    """A child’s place in a family: one row for each. (Not dated in the dataset.)"""

    family = Id("The family", ssd="fami_family_id")
    child = Id("The child", ssd="fami_person_id", required=True)


class Mothers(Reference):
    """A young person who is a mother, and her child: one row for each child of hers."""

    child = Id("The mother: a young person known to us", ssd="moth_person_id", required=True)
    baby = Id("Her child", ssd="moth_childs_person_id")
    born = Date("The day her child was born", ssd="moth_childs_dob")


class Identifiers(Spell):
    """Another number a child is, or was, known by."""

    child = Id("The child", ssd="link_person_id", required=True)
    kind = Code("What it is", ssd="link_identifier_type", codes=IDENTIFIER)
    value = Id("The number itself", ssd="link_identifier_value", required=True)
    started = Date("The day it is known from", ssd="link_valid_from_date")
    ended = Date("The day it stopped being theirs; blank while it is", ssd="link_valid_to_date")


class ImmigrationStatuses(Spell):
    """A time a child had one immigration status."""

    child = Id("The child", ssd="immi_person_id", required=True)
    status = Code("The status", ssd="immi_immigration_status", codes=IMMIGRATION)
    started = Date("The day it began", ssd="immi_immigration_status_start_date")
    ended = Date("The day it ended; blank while it goes on", ssd="immi_immigration_status_end_date")


class MergedIds(Own, Event):
    """An id that is a child’s no more: its rows are the rows of another id, the one the child has now."""

    known_by = ("merged",)
    stands = True

    child = Id("The id the child has now", required=True)
    former = Id("The id it took the place of", required=True)
    merged = Date("The day the two were made one, where that is told")
    told = Text("What says that they are one child")


class Conflicts(Reference):
    """What two returns say otherwise of one child, or why two ids are, or are not, taken for one child."""

    child = Id("The child", required=True)
    what = Text("What they differ in")
    day = Date("The day of which both were asked; blank where it is of no day")
    used = Text("What is used")
    used_from = Text("The return that says so")
    other = Text("What the other return says")
    other_from = Text("The other return")
