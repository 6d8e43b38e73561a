"""How like a heading we do not know is to a column we lack: by its spelling, and by what stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import polars as pl

from throughline.record.columns import Code, Column, Date, Flag, Number
from throughline.returns.days import looks_dated
from throughline.returns.headings import folded, spellings
from throughline.returns.values import coded, yes_or_no

LOOKED_AT = 200  # values of a column, from its top: enough to see what it holds
LIKELY = 0.7  # of 1: below this nothing speaks for it
SPELLING, CONTENT = 0.7, 0.3
REQUIRED = 0.05  # for a column that the table cannot do without, which is the likelier to be there
SAME = {"ref": "id", "reference": "id", "number": "id", "no": "id", "num": "id", "gender": "sex"}
NO_EVIDENCE = 0.5  # of a column of words or ids, anything may stand in it
SPELT, MOSTLY = 0.6, 0.8  # from here on a spelling, or what stands below it, is worth a word


@dataclass(frozen=True)
class Likeness:
    """How like, from 0 to 1, and why, in words."""

    score: float
    why: str


def likeness(heading: str, values: pl.Series, column: Column) -> Likeness:
    """Of a heading with these values below it (text, blank where there is nothing), to a column."""
    spelt, as_ = max((alike(heading, known), known) for known in spellings(column))
    fits = fit(values.drop_nulls().head(LOOKED_AT), column)
    why = [f"spelt like “{as_}”"] if spelt >= SPELT else []
    kind = type_of(column)
    if kind and fits >= MOSTLY:
        why.append(f"its values are {KINDS[kind]}")
    return Likeness(SPELLING * spelt + CONTENT * fits + REQUIRED * column.required, " and ".join(why))


def alike(one: str, other: str) -> float:
    """How alike two headings are spelt: as they stand, with words that mean the same made the same, in any
    order, or without the first word, which in the dataset names the table."""
    first, second = words(one), words(other)
    same, as_same = [SAME.get(word, word) for word in first], [SAME.get(word, word) for word in second]
    pairs = [(first, second), (same, as_same), (sorted(same), sorted(as_same))]
    pairs += [(same, as_same[1:])] if "_" in other and len(second) > 1 else []
    return max(SequenceMatcher(None, " ".join(a), " ".join(b), autojunk=False).ratio() for a, b in pairs)


def words(heading: str) -> list[str]:
    """The words of a heading: `PersonID`, `person_id` and `Person ID` have the same."""
    parted = folded(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading))
    return re.findall(r"[a-z0-9]+", parted.replace("date of birth", "dob").replace("birth date", "dob"))


KINDS: dict[type[Column], str] = {Date: "days", Flag: "yes or no", Number: "numbers", Code: "its codes"}


def type_of(column: Column) -> type[Column] | None:
    """The kind of values a column has, where values can show it."""
    known = next((kind for kind in KINDS if isinstance(column, kind)), None)
    return None if known is Code and not column.codes else known


def fit(values: pl.Series, column: Column) -> float:
    """The share of values that the column could hold."""
    kind = type_of(column)
    if values.is_empty() or kind is None:
        return NO_EVIDENCE
    if kind is Date:
        held = looks_dated(values)
    elif kind is Flag:
        held = yes_or_no(values).is_not_null()
    elif kind is Number:
        held = values.str.replace_all(",", "").cast(pl.Float64, strict=False).is_not_null()
    else:
        assert column.codes is not None
        held = coded(values, column.codes).is_in(list(column.codes.labels))
    return float(held.sum()) / len(values)


def ranked(heading: str, values: pl.Series, columns: Sequence[Column]) -> list[tuple[Column, Likeness]]:
    """The columns a heading might be, the likeliest first; of equals, the table's own order."""
    tries = [(column, likeness(heading, values, column)) for column in columns]
    return sorted(tries, key=lambda tried: -tried[1].score)
