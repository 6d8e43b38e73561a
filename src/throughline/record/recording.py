"""How things are recorded, and when that changed."""

from throughline.record.columns import Code, Date, Id, Text
from throughline.record.own_codes import RECORDING_CHANGE
from throughline.record.rows import Event, Own


class RecordingChanges(Own, Event):
    """A day from which figures are not made as they were: a new rule of recording, team or system."""

    subject = "affects"
    stands = True

    affects = Id(
        "What it changes: a measure, a table or a stage of the journey, by name; or “all”", required=True
    )
    changed = Date("The first day that is recorded in the new way", required=True)
    kind_of_change = Code("What it means for figures", required=True, codes=RECORDING_CHANGE)
    note = Text("What changed, and why, as it is to stand on the chart")
