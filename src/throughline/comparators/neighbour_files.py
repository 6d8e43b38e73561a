"""Reads which councils are near which: the Department's groupings of 2021, its model of 2025, and the list of
all councils that has their ONS codes and regions beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl

from throughline.comparators.places import AREAS, LONDON, PARTS_OF_LONDON, Model, Neighbour, Place
from throughline.errors import Refused

TEN = range(1, 11)
CLOSENESS = ("extremely close", "very close", "close", "somewhat close", "not close")
FETCH = "Fetch the file again from where it is published."


def neighbours_2021(frame: pl.DataFrame, name: str) -> dict[str, tuple[Neighbour, ...]]:
    """The groupings of April 2021: after the number, ten pairs of a number and how close, under headings that
    are there ten times over."""
    first = frame.columns.index("SN1")
    return pairs_of(frame, frame.columns[0], frame.columns[first : first + 20], name)


def neighbours_2025(frame: pl.DataFrame, name: str) -> dict[str, tuple[Neighbour, ...]]:
    """The model of 2025: `SN_1`, `SN_1P`, …, by numbers."""
    columns = [column for place in TEN for column in (f"SN_{place}", f"SN_{place}P")]
    return pairs_of(frame, "old_la_code", columns, name)


def councils(frame: pl.DataFrame, name: str) -> list[Place]:
    """The list of all councils, with their ten neighbours of 2025 by ONS code."""
    number_of = dict(frame.select("new_la_code", "old_la_code").iter_rows())
    columns = [column for place in TEN for column in (f"sn{place}_gss", f"sn{place}_closeness")]
    by_number = frame.with_columns(
        pl.col(f"sn{place}_gss").replace(number_of).alias(f"sn{place}_gss") for place in TEN
    )
    near = pairs_of(by_number, "old_la_code", columns, name)
    found = []
    for number, gss, title, region in frame.select(
        "old_la_code", "new_la_code", "la_name", "region_code"
    ).iter_rows():
        if region not in AREAS:
            raise Refused(f"{name}: “{region}” is no region of England.", do=FETCH)
        place = LONDON if region in PARTS_OF_LONDON else region
        by_model: dict[Model, tuple[Neighbour, ...]] = {"2025": near[number]} if number in near else {}
        found.append(Place(number=number, gss=gss, name=title, region=place, neighbours=by_model))
    return found


def pairs_of(
    frame: pl.DataFrame, number: str, columns: Iterable[str], name: str
) -> dict[str, tuple[Neighbour, ...]]:
    """The ten neighbours of each line. Raises `Refused` where a line has not ten different councils, none of
    them itself, or says a closeness that the models do not have. A line without a number is passed over, and
    one without neighbours: a council that is no more."""
    found: dict[str, tuple[Neighbour, ...]] = {}
    for line, cells in enumerate(frame.select(number, *columns).iter_rows(), start=2):
        own, *rest = (cell.strip() for cell in cells)
        if not own or not any(rest):
            continue
        near = tuple(Neighbour(other, said.capitalize()) for other, said in zip(rest[::2], rest[1::2]))
        numbers = {each.number for each in near}
        if len(numbers) != 10 or own in numbers or not all(is_number(each) for each in (own, *numbers)):
            raise Refused(f"{name}, line {line}: these are not ten other councils’ numbers.", do=FETCH)
        if wrong := [each.closeness for each in near if each.closeness.lower() not in CLOSENESS]:
            raise Refused(f"{name}, line {line}: “{wrong[0][:30]}” is no closeness of the model.", do=FETCH)
        found[own] = near
    return found


def is_number(text: str) -> bool:
    """Whether it is a council's number of three figures."""
    return len(text) == 3 and text.isdigit()


def neighbours_in(frame: pl.DataFrame, name: str) -> tuple[Model, Mapping[str, tuple[Neighbour, ...]]] | None:
    """The neighbours of a file and the model they are by; None if it is no file of neighbours."""
    headings = set(frame.columns)
    if {"LA num", "SN1", "SN10"} <= headings:
        return "2021", neighbours_2021(frame, name)
    if {"old_la_code", "SN_1", "SN_10P"} <= headings:
        return "2025", neighbours_2025(frame, name)
    return None
