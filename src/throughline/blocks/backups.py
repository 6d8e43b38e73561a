"""When the record was last backed up, and when a backup was last proven."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from throughline.backups.log import BACKED_UP, PROVEN, Last, last
from throughline.blocks.asking import Ask
from throughline.blocks.shown import Shown


@dataclass(frozen=True, eq=False)
class Backups:
    """One line: is all that is here safe elsewhere, and has anybody seen that it comes back?"""

    def shown(self, ask: Ask) -> ShownBackups:
        """As things are now, whatever day the page is of."""
        home = Path(settings.HOME)
        return ShownBackups(made=last(home, BACKED_UP), proven=last(home, PROVEN))


@dataclass(frozen=True, kw_only=True)
class ShownBackups(Shown):
    """When each was, and whether that is too long ago (36 hours; 35 days)."""

    made: Last
    proven: Last
