"""Find what is declared by looking at the modules of a room, never by registering."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import TypeVar

Kind = TypeVar("Kind")


def declared(kind: type[Kind], room: str) -> Iterator[tuple[str, str, Kind]]:
    """Every `kind` declared in the modules of a room: module, name, and the thing itself, in the order
    of modules and, within one, as written. A thing imported into a second module is given once.

    >>> from throughline.measures.kinds import Measure
    >>> module, name, measure = next(declared(Measure, "throughline.measures"))
    >>> module, name
    ('throughline.measures.assessment', 'assessments_finished')
    """
    seen: set[int] = set()
    package = import_module(room)
    for found in sorted(walk_packages(package.__path__, f"{room}."), key=lambda module: module.name):
        for name, thing in vars(import_module(found.name)).items():
            if isinstance(thing, kind) and id(thing) not in seen:
                seen.add(id(thing))
                yield found.name, name, thing
