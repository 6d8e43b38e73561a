"""Loads that are held, and what serves one after all."""

from __future__ import annotations

from typing import Any

from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.loads.load import Load, load_of
from throughline.loads.parts import read_part
from throughline.loads.resuming import recover
from throughline.loads.serving import Say, serve


def held(council: Council) -> list[dict[str, Any]]:
    """The log's newest line of each load that is held, newest first. One that was approved is held no
    more, nor one older than the record that is served."""
    now = council.current() or {"loads": {}, "as_at": ""}
    newest: dict[str, dict[str, Any]] = {}
    for line in council.loads():
        newest.setdefault(line["load"], line)
    waiting = [line for line in newest.values() if line["status"] == "held"]
    return [line for line in waiting if line["load"] not in now["loads"] and line["as_at"] >= now["as_at"]]


def approve(council: Council, name: str, say: Say = lambda text: None) -> Load:
    """Serve a held load, named by its first letters, with whatever else is in force by now. It is put
    together anew from the returns as they were read: another load may have come since it was held.

    Raises `Refused` where no load, or more than one, is held under that name."""
    with council.alone():
        recover(council)
        line = the_one(council, name)
        load = line["load"]
        now = council.current() or {"parts": [], "loads": {}}
        now["loads"] = {**now["loads"], load: line["options"]}
        names = [folder.name for folder in council.parts.glob(f"{load}-*") if load_of(folder.name) == load]
        names.sort(key=lambda part: int(part.rsplit("-", 1)[1]))
        if not names:
            raise Refused("What was read of this load is not here any more.", do="Receive its files again.")
        added = {part: read_part(council.parts / part) for part in names}
        return serve(council, load, added, now, say, believe=True)


def the_one(council: Council, name: str) -> dict[str, Any]:
    """The held load whose name begins so."""
    found = [line for line in held(council) if line["load"].startswith(name)]
    if len(found) != 1:
        many = "More than one load is" if found else "No load is"
        raise Refused(
            f"{many} held under the name “{name}”.", do="See which are: throughline approve, with no name."
        )
    return found[0]
