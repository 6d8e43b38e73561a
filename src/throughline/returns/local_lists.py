"""Lists of the council's own: wards, and the children who live in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import polars as pl

from throughline.record.child import Wards
from throughline.record.columns import Number, Text
from throughline.record.composing import Part
from throughline.record.rows import Table
from throughline.returns.filling import filled
from throughline.returns.kinds import Asked, Csv, Fill, Received, Return
from throughline.returns.repeated import once_each
from throughline.returns.together import together


class WardsList(Table):
    """A line for each postcode and mid-year estimate."""

    postcode = Text("Postcode", required=True)
    ward = Text("Ward", required=True)
    locality = Text("Locality: several wards")
    mid_year = Number("The year of the estimate: of its 30 June", required=True)
    children_0_17 = Number("Children aged 0 to 17", required=True)


def one_part(given: Return, received: Sequence[Received], asked: Asked) -> list[Part]:
    """All such lists as one: true until they are replaced, so of no day."""
    tables, sources, faults = together(received)
    names = [source.file for source in sources]
    tables, doubled = once_each(given, tables, names)
    frames, wrong = filled(given, tables, names)
    covers = dict.fromkeys(frames, (date.min, date.max))
    return [Part(given.title, given.rank, None, frames, covers, tuple(sources), (*faults, *doubled, *wrong))]


WARDS = Return(
    title="Wards",
    holds="the council's postcodes and wards, until they are replaced",
    rank=9,
    files={"wards": WardsList},
    once={WardsList: ("postcode", "mid_year")},
    reads=Csv(),
    made_by=one_part,
    fills=(
        Fill(
            Wards,
            rows=WardsList,
            postcode=WardsList.postcode,
            ward=WardsList.ward,
            locality=WardsList.locality,
            mid_year=pl.date(WardsList.mid_year.cast(pl.Int32, strict=False), 6, 30),
            children=WardsList.children_0_17,
        ),
    ),
)
