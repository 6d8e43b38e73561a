"""What two returns say otherwise of the same children: how many by what they differ in, and which is used.
The children themselves only as a file, for those who may see faults."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from throughline.blocks.asking import Ask
from throughline.blocks.councils import may_see_faults
from throughline.blocks.shown import Shown
from throughline.people.models import Action
from throughline.record import identity
from throughline.record.rows import SOURCE, SOURCE_LINE

KINDS = ("what", "used_from", "other_from")
COLUMNS = {
    "child": "Child",
    "what": "What differs",
    "day": "On the day",
    "used": "Used",
    "used_from": "Used, as said by",
    "other": "Said otherwise",
    "other_from": "By",
}
FILE, LINE = "File", "Line"


@dataclass(frozen=True, eq=False)
class Conflicts:
    """Differences counted, most first."""

    def shown(self, ask: Ask) -> ShownConflicts:
        """As things are now, whatever day the page is of."""
        kinds = [pl.col(f"Conflicts.{name}").fill_null("") for name in KINDS]
        found = ask.snapshot.frames[identity.Conflicts].group_by(kinds).agg(pl.len().alias("many"))
        rows = found.sort("many", *found.columns[:-1], descending=[True, False, False, False])
        return ShownConflicts(
            kinds=tuple(rows.iter_rows()),
            many=ask.snapshot.frames[identity.Conflicts].height,
            merged=ask.snapshot.frames[identity.MergedIds].height,
            downloads=may_see_faults(ask.role) and bool(rows.height),
        )


@dataclass(frozen=True, kw_only=True)
class ShownConflicts(Shown):
    """`kinds`: what differs, who is used, who says otherwise, and how often. `merged` is how many ids are
    shown under another."""

    kinds: tuple[tuple[str, str, str, int], ...]
    many: int
    merged: int
    downloads: bool


def listed_conflicts(ask: Ask) -> list[list[str]]:
    """Every difference as this reader may see it, under its headings, once the log says so: without what is
    said itself for those who see no names."""
    snapshot = ask.snapshot
    rows = snapshot.frames[identity.Conflicts].sort(
        identity.Conflicts.child.cast(pl.String), pl.col("Conflicts.what")
    )
    files = {number: source.file for number, source in enumerate(snapshot.sources)}
    beside = rows.with_columns(
        pl.col(SOURCE).replace_strict(files, default=None, return_dtype=pl.String).alias(FILE),
        pl.col(SOURCE_LINE).alias(LINE),
    )
    wanted = [f"Conflicts.{name}" for name in COLUMNS]
    says = "What two returns say otherwise of a child"
    found = ask.open(beside.select(*wanted, FILE, LINE), says, Action.DOWNLOAD, child="Conflicts.child").rows
    shown = [name for name in (*wanted, FILE, LINE) if name in found.columns]
    headings = [COLUMNS.get(name.removeprefix("Conflicts."), name) for name in shown]
    lines = found.select(pl.col(shown).cast(pl.String).fill_null(""))
    return [headings, *map(list, lines.iter_rows())]
