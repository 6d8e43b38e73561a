"""From returns as read to the record that is served: put together with those in force, counted, compared with
the record before, and then served, or held for somebody to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from throughline.errors import Refused
from throughline.loads.changes import keep_changes
from throughline.loads.counts import count_snapshot
from throughline.loads.home import Council
from throughline.loads.load import Load, line, load_made, load_of
from throughline.loads.merges import MERGES, merges_in
from throughline.loads.parts import outdates, read_part, replaces, write_part
from throughline.loads.plausibility import doubts, of_others
from throughline.record.composing import Part, compose
from throughline.record.identities import Merge
from throughline.record.snapshots import Snapshot
from throughline.record.unknown_children import unknown_children

Say = Callable[[str], None]
SAME = "These very files are in already: nothing was changed."
OLDER = "A newer extract of the same return is in already: this one is kept, and changes nothing."


def keep_parts(council: Council, name: str, parts: Sequence[Part]) -> dict[str, Part]:
    """Keep new returns as read, under names of their own, beside those in force."""
    added = {f"{name}-{number}": part for number, part in enumerate(parts)}
    for part_name, part in added.items():
        write_part(part, council.parts / part_name)
    return added


def serve(
    council: Council, name: str, added: Mapping[str, Part], now: Mapping[str, Any], say: Say, believe: bool
) -> Load:
    """Serve the record that new returns make with those in force, or hold it. `now["loads"]` has what was
    said of every load, this one too; `believe` serves it whatever it looks like."""
    in_force = {part: read_part(council.parts / part) for part in now["parts"]}
    news = {n: new for n, new in added.items() if not any(outdates(old, new) for old in in_force.values())}
    if not news:
        return nothing_new(council, name, now, (OLDER,), added.values())
    together, snapshot = put_together(council, news, in_force, merges_in(now), say)
    before, why = compared(council, snapshot, now)
    why = (*of_others(news.values(), in_force.values()), *why)
    status = "held" if why and not believe else "in"
    load = load_made(name, status, snapshot.as_at, snapshot.name, added.values(), why)
    unknown = [fault for fault in unknown_children(snapshot) if fault.file in load.files]
    load = replace(load, faults=(*load.faults, *unknown))
    was = {"before": before}
    if status == "in":
        council.make_current(pointer(load, together, now) | was)
    council.log(line(load) | {"options": now["loads"][name], "parts": together} | was)
    return load


def put_together(
    council: Council,
    added: Mapping[str, Part],
    in_force: Mapping[str, Part],
    merges: Sequence[Merge],
    say: Say,
) -> tuple[list[str], Snapshot]:
    """The record that new returns make with those in force that they do not replace, written and counted;
    and the names of all that is in it. `merges` are the ids that somebody here has made one."""
    kept = {n: old for n, old in in_force.items() if not any(replaces(new, old) for new in added.values())}
    together = kept | dict(added)
    say("Putting the record together.")
    snapshot = compose(list(together.values()), council.name, merges).write(council.snapshots)
    count_snapshot(council, snapshot, say)
    return list(together), snapshot


def compared(council: Council, snapshot: Snapshot, now: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """A new record beside the one that is served: the name of that, and why the new one is to be held. What
    changed is kept."""
    before = served_before(council, now)
    if before is None:
        return "", ()
    keep_changes(council, before, snapshot)
    return before.name, doubts(snapshot, before)


def served_before(council: Council, now: Mapping[str, Any]) -> Snapshot | None:
    """The record that is served; None before the first, and where it is damaged: nothing is compared with
    it, and nothing held for it."""
    try:
        return Snapshot.open(council.snapshots / now["snapshot"]) if "snapshot" in now else None
    except Refused:
        return None


def pointer(load: Load, parts: Sequence[str], now: Mapping[str, Any]) -> dict[str, Any]:
    """What `current` says while this load is the newest in; what is merged goes on."""
    return {
        "snapshot": load.snapshot,
        "as_at": load.as_at.isoformat(),
        "parts": list(parts),
        "loads": {load_of(part): now["loads"][load_of(part)] for part in parts},
        "load": load.name,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        MERGES: now.get(MERGES, []),
    }


def nothing_new(
    council: Council,
    name: str,
    now: Mapping[str, Any],
    why: tuple[str, ...] = (SAME,),
    parts: Iterable[Part] = (),
) -> Load:
    """A load that changes nothing, and the log says why."""
    day = date.fromisoformat(now["as_at"])
    load = load_made(name, "nothing new", day, now["snapshot"], parts, why)
    council.log(line(load))
    return load
