"""Elements of an XML file that their table does not have: each a fault, with its first line; none a question.

An element's name is the Department's, and its schema is checked before a census is taken. One that we do not
know is a slip in the software that wrote the file, or of a schema newer than this: no answer of a council
could say where it belongs, as it can of a heading that the council itself chose. (What stands *in* an element
is another matter: see `returns.code_words`.)"""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from throughline.errors import Fault
from throughline.record.rows import SOURCE_LINE
from throughline.returns.reading import Sheet

LOOK = "Look at how it is spelt."


def not_read(sheet: Sheet, table: str, odd: Iterable[int]) -> list[Fault]:
    """A fault for each of the headings at these places: on which line of the file it first holds anything
    (the line that the element round it begins on), and on how many it does. `table` is what it stands in."""
    return [fault_of(sheet, table, place) for place in odd]


def fault_of(sheet: Sheet, table: str, place: int) -> Fault:
    """The fault of one heading."""
    name = sheet.headings[place].strip()
    lines = sheet.cells.filter(pl.col(str(place)) != "").get_column(SOURCE_LINE)
    many = f" ({len(lines):,} lines)" if len(lines) > 1 else ""
    says = f"in {table} it has {name}, which we do not know; not read{many}."
    return Fault(sheet.name, int(lines[0]) if len(lines) else None, name, says, LOOK)
