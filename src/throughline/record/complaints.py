"""Complaints: what families and others tell us we did badly, and well."""

from throughline.record.breakdowns import Breakdown
from throughline.record.columns import Date, Flag, Id, Text
from throughline.record.rows import Event, Own, Spell


class Complaints(Own, Spell):
    """A complaint, from the day it came until it was answered: one row for each stage it went to."""

    subject = "complaint"
    known_by = ("complaint_stage",)

    complaint = Id("The complaint, the same at each of its stages", required=True)
    started = Date("The day it came, or went to this stage", required=True)
    ended = Date("The day it was answered at this stage; blank until then")
    complaint_stage = Text("The stage, such as 1, 2, 3 or Ombudsman")
    due = Date("The day it was to be answered by")
    child = Id("The child it is about, if it is about one")
    made_by = Text("Who made it, such as a parent or a young person; no name is needed")
    theme = Text("What it is about; councils differ in their words")
    upheld = Flag("It was upheld, in whole or in part")
    outcome = Text("What came of it; councils differ in their words")
    team = Id("The team it is about")


class Compliments(Own, Event):
    """Somebody told us that we did well."""

    subject = "compliment"

    compliment = Id("The compliment", required=True)
    praised = Date("The day it came", required=True)
    child = Id("The child it is about, if it is about one")
    made_by = Text("Who made it, such as a parent or a partner; no name is needed")
    theme = Text("What it is about; councils differ in their words")
    team = Id("The team it is about")
    celebrated = Flag("It was shared with others")


COMPLAINT_STAGE = Breakdown("Stage of the complaint", Complaints.complaint_stage)
COMPLAINT_THEME = Breakdown("What the complaint is about", Complaints.theme)
