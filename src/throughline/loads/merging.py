"""Merge: two ids are said to be one child’s, or that is taken back, and the record is put together again.

Nothing received is changed: what is taken back leaves the very record that there was before. One line of the
log says that it was done and by whom, and names no child."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import polars as pl

from throughline.errors import Refused
from throughline.loads.counts import count_snapshot
from throughline.loads.exporting import served, shell_user
from throughline.loads.home import Council
from throughline.loads.merges import MERGES, merges_in
from throughline.loads.parts import read_part
from throughline.loads.resuming import recover
from throughline.record.child import Child
from throughline.record.composing import compose
from throughline.record.identities import followed
from throughline.record.snapshots import Snapshot, child_of

Say = Callable[[str], None]
Said = dict[str, Any]
SEE = "See what is merged: throughline merge, with no id."


def merge(
    council: Council, former: str, child: str, *, day: date | None = None, say: Say = lambda text: None
) -> Snapshot:
    """From now on `former` is the child `child`: its rows are theirs, and both ids are kept. Raises `Refused`
    where the record has not both, or the one is merged already."""
    with council.alone():
        recover(council)
        snapshot = served(council)
        check_ids(snapshot, former, child)
        now = council.current() or {}
        said = {"former": former, "child": child, "day": day.isoformat() if day else None, "undone": None}
        told = [*now.get(MERGES, []), said | moment()]
        if followed(merges_in({MERGES: told}))[1]:
            raise Refused("One of these ids is merged already, or the two into each other.", do=SEE)
        return put_together_again(council, now | {MERGES: told}, "merged", "Two ids made one child’s", say)


def undo(council: Council, former: str, child: str, say: Say = lambda text: None) -> Snapshot:
    """Take a merge back. Raises `Refused` where nobody here has said it."""
    with council.alone():
        recover(council)
        served(council)
        now = council.current() or {}
        told = [dict(said) for said in now.get(MERGES, [])]
        found = [s for s in told if (s["former"], s["child"]) == (former, child) and not s["undone"]]
        if not found:
            raise Refused("Nobody here has merged these two ids, in this order.", do=SEE)
        found[0]["undone"] = moment()
        title = "A merge of two ids taken back"
        return put_together_again(council, now | {MERGES: told}, "merge undone", title, say)


def check_ids(snapshot: Snapshot, former: str, child: str) -> None:
    """Raises `Refused` unless the record has anything under the first id, and a child under the second."""
    if former == child:
        raise Refused(
            "These are the same id.", do="Give the id that is no more, then the id the child has now."
        )
    if not snapshot.frames[Child].select((Child.child.cast(pl.String) == child).any()).item():
        raise Refused(
            "No return that is in has a child under the second id.", do="Look at how it is written."
        )
    known = (
        frame.select((pl.col(name).cast(pl.String) == former).any()).item()
        for table, frame in snapshot.frames.items()
        if (name := child_of(table))
    )
    if not any(known):
        raise Refused(
            "The record has nothing under the first id.",
            do=f"Look at how it is written; perhaps it is merged already. {SEE}",
        )


def put_together_again(council: Council, now: Said, status: str, title: str, say: Say) -> Snapshot:
    """The record out of the same returns, as `now` has the merges; served, and then logged."""
    parts = [read_part(council.parts / part) for part in now["parts"]]
    say("Putting the record together.")
    snapshot = compose(parts, council.name, merges_in(now)).write(council.snapshots)
    count_snapshot(council, snapshot, say)
    council.make_current(now | {"snapshot": snapshot.name})
    by = moment()
    line = {"load": "", "status": status, "as_at": snapshot.as_at, "snapshot": snapshot.name}
    line["parts"] = now["parts"]
    council.log({**line, **by, "titles": [f"{title}, by {by['by']}"], "files": [], "rows": {}, "faults": 0})
    return snapshot


def moment() -> dict[str, str]:
    """When, and by whom."""
    return {"at": datetime.now(UTC).isoformat(timespec="seconds"), "by": shell_user()}
