"""The age of the last backup, and of the last that was proven, on the page of loads."""

import json
from datetime import UTC, datetime, timedelta

from throughline.backups.log import BACKED_UP, FILE, PROVEN
from throughline.blocks.backups import Backups


def test_the_ages_are_on_the_page_and_late_ones_say_so(served, signed_in, asks):
    home = served.folder.parents[1]
    shown = Backups().shown(asks("director"))
    assert (str(shown.made), shown.made.late, str(shown.proven)) == ("never", True, "never")
    told = {BACKED_UP: timedelta(hours=5), PROVEN: timedelta(days=36)}
    lines = [{"at": (datetime.now(UTC) - ago).isoformat(), "what": what} for what, ago in told.items()]
    (home / FILE).write_text("\n".join(map(json.dumps, lines)))
    shown = Backups().shown(asks("director"))
    assert (str(shown.made), shown.made.late) == ("5 hours ago", False)
    assert (str(shown.proven), shown.proven.late) == ("36 days ago", True)
    page = " ".join(signed_in("director").get("/pages/loads/").content.decode().split())
    assert "Last made: 5 hours ago; last proven to come back whole: 36 days ago <span" in page
