"""The lists a council keeps itself, as CSV files: the form of one, and how all are written.

A `LocalList` says which of the record's own tables it fills, and with what. Each is found by looking."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from throughline.catalogue import declared
from throughline.record.rows import Own
from throughline.returns.own_lists import heading_in_words, in_words
from throughline.sample.as_at import AsAt, Row


@dataclass(frozen=True, kw_only=True, eq=False)
class LocalList:
    """One list: the table it fills, the columns it has, by their short names, and its lines as at a day."""

    table: type[Own]
    columns: str
    rows: Callable[[AsAt], Iterator[Row]]


def local_lists() -> list[LocalList]:
    """Every list, in the order of modules."""
    return [found for _, _, found in declared(LocalList, "throughline.sample")]


def write_local_lists(folder: Path, at: AsAt) -> None:
    """A file each, named for its table."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in local_lists():
        path = folder / f"{in_words(each.table.__name__).replace(' ', '_')}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(heading_in_words(short) for short in each.columns.split())
            out.writerows(each.rows(at))
