"""Little returns for tests of one child across them: each a few rows, with the places they came from."""

from datetime import date

import polars as pl

from throughline.record.child import Child
from throughline.record.composing import Part, compose
from throughline.record.identity import Conflicts, Identifiers, MergedIds
from throughline.record.rows import ORIGIN, Reference
from throughline.record.snapshots import Source

DAY = date(2026, 6, 30)
YEAR = (date(2026, 1, 1), DAY)
ANN, BEN = date(2012, 5, 1), date(2014, 3, 1)
UPN, OTHER = "A12345678901B", "B12345678901C"
GIRL, BOY = (ANN, None, "F"), (BEN, None, "M")  # two children, if one id has both


def a_return(title, rank, given, window=YEAR, **origin):
    """A return with these rows: a list of dictionaries by short names for each table."""
    frames = {}
    for table, rows in given.items():
        told = [{table.columns[name].name: cell for name, cell in row.items()} for row in rows]
        places = [{"@source": 0, "@source_line": number + 2} | origin for number in range(len(rows))]
        full = [row | place for row, place in zip(told, places, strict=True)]
        frames[table] = pl.DataFrame(full, schema={**table.schema(), **ORIGIN})
    covers = {t: (date.min, date.max) if issubclass(t, Reference) else window for t in given}
    return Part(title, rank, window[1], frames, covers, (Source(f"{title}.csv", "0"),))


def children(title, rank, *rows, **others):
    """A return of children: each an id, a date of birth, and perhaps a pupil number and a sex."""
    given = {Child: [dict(zip(("child", "born", "upn", "sex"), row)) for row in rows]}
    given |= {{"known_as": Identifiers, "merged": MergedIds}[name]: told for name, told in others.items()}
    return a_return(title, rank, given)


def made(*parts, merges=()):
    return compose(parts, "saltby", merges)


def ids(snapshot):
    """Every child of a record, by id."""
    return sorted(snapshot.frames[Child]["Child.child"].cast(str))


def former(snapshot):
    """Ids that became others, and what said so."""
    rows = snapshot.frames[MergedIds].select(MergedIds.former, MergedIds.child.cast(str), MergedIds.told)
    return {old: (new, how) for old, new, how in rows.iter_rows()}


def differences(snapshot, *columns):
    """The conflicts of a record: child, what, used and other, or these columns."""
    wanted = columns or ("child", "what", "used", "other")
    rows = snapshot.frames[Conflicts].with_columns(Conflicts.child.cast(str))
    return sorted(rows.select(f"Conflicts.{name}" for name in wanted).rows(), key=str)
