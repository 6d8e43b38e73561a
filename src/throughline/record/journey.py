"""Every table and breakdown of the record, found by looking at the modules of this room."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import throughline.record as room
from throughline.errors import Refused
from throughline.record.breakdowns import Breakdown
from throughline.record.rows import Event, Own, Person, Reference, Spell, Table

KINDS = (Table, Person, Event, Spell, Reference, Own)
READ_US = (
    "journey",
    "snapshots",
    "composing",
    "locating",
    "following",
    "conflicts",
    "reconciling",
    "unknown_children",
)  # modules of this room that read the tables, and hold none


def found() -> tuple[tuple[type[Table], ...], dict[str, Breakdown]]:
    """Tables in the order of their modules, and breakdowns under the names they are declared by."""
    tables: dict[str, type[Table]] = {}
    breakdowns: dict[str, Breakdown] = {}
    for module in sorted(iter_modules(room.__path__), key=lambda module: module.name):
        if module.name in READ_US:
            continue
        for name, thing in vars(import_module(f"{room.__name__}.{module.name}")).items():
            if isinstance(thing, type) and issubclass(thing, Table) and thing not in KINDS:
                tables.setdefault(thing.__name__, thing)
            elif isinstance(thing, Breakdown):
                breakdowns.setdefault(name, thing)
    return tuple(tables.values()), breakdowns


TABLES, BREAKDOWNS = found()
TABLE_NAMED = {table.__name__: table for table in TABLES}
"""Full column name to its column: what a column means, and its codes."""
COLUMNS = {column.name: column for table in TABLES for column in table.columns.values()}


def table_named(name: str) -> type[Table]:
    """The table of this name. Raises `Refused` for one that is not known here: what was written by a later
    version, and would be read without a part of it."""
    if name not in TABLE_NAMED:
        raise Refused(
            f"This was written by a later Throughline: this one does not know its table {name}.",
            do="Start the version that wrote it; or receive the same files again, with this one.",
        )
    return TABLE_NAMED[name]
