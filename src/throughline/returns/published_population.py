"""The published population of a council that has no list of its own: `throughline comparators` writes it."""

from __future__ import annotations

import polars as pl

from throughline.record.child import Population, Wards
from throughline.record.columns import Number, Text
from throughline.record.rows import Table
from throughline.record.snapshots import Snapshot
from throughline.returns.kinds import Csv, Fill, Return
from throughline.returns.local_lists import one_part


class PublishedPopulationList(Table):
    """A line for each mid-year estimate of one council."""

    published_mid_year = Number("The year of the estimate: of its 30 June", required=True)
    published_children_0_17 = Number("Children aged 0 to 17", required=True)
    published_in = Text("The published file that it is from")


PUBLISHED_POPULATION = Return(
    title="Population, as published",
    holds="published mid-year estimates of children aged 0 to 17, until the next",
    rank=11,
    files={"published population": PublishedPopulationList},
    once={PublishedPopulationList: ("published_mid_year",)},
    reads=Csv(),
    made_by=one_part,
    fills=(
        Fill(
            Population,
            rows=PublishedPopulationList,
            day=pl.date(PublishedPopulationList.published_mid_year.cast(pl.Int32, strict=False), 6, 30),
            number=PublishedPopulationList.published_children_0_17,
        ),
    ),
)


def is_published(snapshot: Snapshot) -> bool:
    """Whether the population of a record is the published one: the council has sent no list of wards."""
    return PUBLISHED_POPULATION.title in snapshot.parts and snapshot.frames[Wards].is_empty()
