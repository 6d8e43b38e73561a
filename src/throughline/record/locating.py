"""Where each home is: its ward, and how deprived its neighbourhood is, by its postcode. Postcodes match
whatever their blanks and small letters; what came is kept as it came."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from throughline.record.care import Care
from throughline.record.child import Addresses, Wards
from throughline.record.homes import PlacementCosts, kind_of_home
from throughline.record.places import Neighbourhoods, Postcodes, WardNames
from throughline.record.rows import ORIGIN, Table

OUTSIDE = "Outside the council’s area"
KEY = "@postcode"


def located(frames: Mapping[type[Table], pl.DataFrame]) -> pl.DataFrame:
    """Each address with its ward and the tenth its neighbourhood is in: what the
    return says, mostly a blank, where no list has its postcode.

    The council's own list of wards is believed first, then the published directory, in which a ward goes by
    its name if that was sent. A home in another council's area is in no ward of ours, and says so."""
    homes = frames[Addresses].with_columns(bare("Addresses.postcode"))
    listed = known(frames, Wards).select(bare("Wards.postcode"), pl.col("Wards.ward"))
    found = beside(beside(homes, listed, KEY), directory(frames), KEY)
    ours = pl.col("Postcodes.authority") == pl.lit(own_authority(found), pl.String)
    away = pl.col("Postcodes.authority").is_not_null()
    official = (
        pl.when(ours).then(pl.coalesce("WardNames.name", "Postcodes.ward")).when(away).then(pl.lit(OUTSIDE))
    )
    return found.with_columns(
        pl.coalesce("Wards.ward", official, "Addresses.ward").alias("Addresses.ward"),
        pl.coalesce("@decile", "@decile_2011", "Addresses.deprivation").alias("Addresses.deprivation"),
    ).select(frames[Addresses].columns)


def directory(frames: Mapping[type[Table], pl.DataFrame]) -> pl.DataFrame:
    """Each postcode with its ward's name and the tenth its neighbourhood is in. A list of deprivation
    is of the neighbourhoods of one census: where the code of 2021 is not in it, that of 2011 is tried."""
    names = known(frames, WardNames).select("WardNames.ward", "WardNames.name")
    tenths = known(frames, Neighbourhoods).select("Neighbourhoods.neighbourhood", "Neighbourhoods.decile")
    now, then = (tenths.rename({"Neighbourhoods.decile": name}) for name in ("@decile", "@decile_2011"))
    rows = known(frames, Postcodes).select(*Postcodes.schema()).rename({"Postcodes.postcode": KEY})
    rows = beside(rows, names, "Postcodes.ward", "WardNames.ward")
    rows = beside(rows, now, "Postcodes.neighbourhood", "Neighbourhoods.neighbourhood")
    rows = beside(rows, then, "Postcodes.neighbourhood_2011", "Neighbourhoods.neighbourhood")
    return rows


def with_homes(frames: Mapping[type[Table], pl.DataFrame]) -> pl.DataFrame:
    """Each episode of care with the kind of home it was spent in, and whether that is outside the council's
    area: in no ward of its list, or in another council by the published directory. Where there is neither,
    or the directory does not know the postcode, nobody can tell."""
    rows = frames[Care].with_columns(bare("Care.placement_postcode"))
    wards, listed = known(frames, Wards), known(frames, Postcodes)
    authority = listed.select(pl.col("Postcodes.postcode").alias(KEY), "Postcodes.authority")
    found = beside(beside(rows, wards.select(bare("Wards.postcode"), "Wards.ward"), KEY), authority, KEY)
    homes = known(frames, Addresses).select(bare("Addresses.postcode"))
    ours = own_authority(beside(homes, authority, KEY))
    by_list = pl.lit(True) if wards.height and not listed.height else pl.lit(None, pl.Boolean)
    outside = (
        pl.when(pl.col(KEY).is_null())
        .then(None)
        .when(pl.col("Wards.ward").is_not_null())
        .then(False)
        .when(pl.col("Postcodes.authority").is_not_null())
        .then(pl.col("Postcodes.authority") != pl.lit(ours, pl.String))
        .otherwise(by_list)
    )
    return found.with_columns(
        outside.alias("Care.outside"), kind_of_home().cast(pl.String).alias("Care.home")
    ).select(frames[Care].columns)


def homes_paid_for(frames: Mapping[type[Table], pl.DataFrame]) -> pl.DataFrame:
    """What placements cost, each with the kind of home: what the list says, or else that of the child's
    newest episode of care on the first day of the cost."""
    costs = frames[PlacementCosts].with_row_index("@row").sort("PlacementCosts.started")
    care = frames[Care].drop_nulls("Care.started").sort("Care.started", "Care.home")
    found = costs.join_asof(
        care.select("Care.child", "Care.started", pl.col("Care.home")),
        left_on="PlacementCosts.started",
        right_on="Care.started",
        by_left="PlacementCosts.child",
        by_right="Care.child",
        check_sortedness=False,
    ).sort("@row")
    said = pl.coalesce("PlacementCosts.home", "Care.home").alias("PlacementCosts.home")
    return found.with_columns(said).select(frames[PlacementCosts].columns)


def of_homes(frames: Mapping[type[Table], pl.DataFrame]) -> pl.DataFrame:
    """The directory's rows of postcodes that an address or a placement has: some thousands of 2.6 million."""
    told = [
        known(frames, table).select(bare(column))
        for table, column in ((Addresses, "Addresses.postcode"), (Care, "Care.placement_postcode"))
    ]
    homes = pl.concat(told).unique()
    return frames[Postcodes].join(homes, left_on="Postcodes.postcode", right_on=KEY, how="semi")


def own_authority(found: pl.DataFrame) -> str | None:
    """The council that most addresses are in, the first by its code of several; None where none is known."""
    counted = found.get_column("Postcodes.authority").drop_nulls().value_counts()
    ordered = counted.sort("count", "Postcodes.authority", descending=[True, False])
    return str(ordered.item(0, 0)) if ordered.height else None


def beside(rows: pl.DataFrame, more: pl.DataFrame, on: str, its: str = "") -> pl.DataFrame:
    """Rows in their order, with what the first row of another table says of them; blank where it has none."""
    first = more.unique(its or on, keep="first", maintain_order=True)
    return rows.join(first, left_on=on, right_on=its or on, how="left", maintain_order="left")


def known(frames: Mapping[type[Table], pl.DataFrame], table: type[Table]) -> pl.DataFrame:
    """A table, empty if it did not come."""
    return frames[table] if table in frames else pl.DataFrame(schema={**table.schema(), **ORIGIN})


def bare(column: str) -> pl.Expr:
    """A postcode without blanks, in capitals: only for matching."""
    return pl.col(column).str.replace_all(r"\s", "").str.to_uppercase().alias(KEY)
