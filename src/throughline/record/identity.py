"""Identity: what else a child is known by, and the people they belong to."""

from throughline.record.codes import IDENTIFIER, IMMIGRATION
from throughline.record.columns import Code, Date, Id
from throughline.record.rows import Reference, Spell


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
