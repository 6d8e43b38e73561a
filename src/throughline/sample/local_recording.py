"""The council's own list of days from which things are recorded otherwise."""

from collections.abc import Iterator

from throughline.record.recording import RecordingChanges
from throughline.sample.as_at import AsAt, Row
from throughline.sample.local_lists import LocalList

ANEW = "2017-04-01"  # assumed: the published report says April 2017, and no day
NOTE = "Early help requests from the council’s own teams are no longer counted as contacts"


def _rows(at: AsAt) -> Iterator[Row]:
    if at.iso_day >= ANEW:
        yield "Contacts", ANEW, "BREAK", NOTE


recording_changes = LocalList(
    table=RecordingChanges, columns="affects changed kind_of_change note", rows=_rows
)
