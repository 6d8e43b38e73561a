"""The published lists of places: the ONS postcode directory (ONSPD) or postcode lookup (NSPL), which ward has
which name, and which tenth of England's neighbourhoods each is in by the Index of Multiple Deprivation.

The project's facts have the headings of the last two alone. Those of the directory are what editions of
2008 to 2026 are publicly seen to have: `pcds` among `pcd`, `pcd2` (`pcd7` and `pcd8` from 2025), `doterm`,
and for the council, county, ward and neighbourhood the plain names of ONSPD (`oslaua`, `oscty`, `osward`,
`lsoa21`), of NSPL (`laua`, `cty`, `ward`), or from 2025 names with their year in both (`lad25cd`, `cty25cd`,
`wd25cd`, `lsoa21cd`)."""

from __future__ import annotations

import polars as pl

from throughline.record.places import Neighbourhoods, Postcodes, WardNames
from throughline.record.rows import Table
from throughline.returns.headings import HeadedCode, HeadedId, HeadedText
from throughline.returns.kinds import CsvOrWorkbook, Fill, LongCsv, Return, every
from throughline.returns.local_lists import one_part


class Directory(Table):
    """A line for each postcode, in use or not."""

    postcode = HeadedText("pcds", "pcd8", "pcd2", "pcd7", "pcd", required=True)
    ended = HeadedText(
        "doterm", required=True
    )  # not kept: it tells a directory from other lists of postcodes
    district = HeadedId("oslaua", "laua", like=r"^lad\d\dcd$", required=True)
    county = HeadedId("oscty", "cty", like=r"^cty\d\dcd$")
    ward = HeadedId("osward", "ward", like=r"^wd\d\dcd$", required=True)
    lsoa_2021 = HeadedId("lsoa21", "lsoa21cd")
    lsoa_2011 = HeadedId("lsoa11", "lsoa11cd")


class DeprivationList(Table):
    """A line for each neighbourhood; it may say the ward that this is in."""

    lsoa = HeadedId("LSOA code", "lsoa21cd", "lsoa11cd", like=r"^lsoa code \(20\d\d$", required=True)
    decile = HeadedCode(
        "IMD decile", "IMD_decile", like=r"^index of multiple deprivation \(imd\) decile", required=True
    )
    ward = HeadedId("Ward code", like=r"^wd\d\dcd$")
    ward_name = HeadedText("Ward name", like=r"^wd\d\dnm$")


class WardNamesList(Table):
    """A line for each ward."""

    ward = HeadedId("WDCD", like=r"^wd\d\dcd$", required=True)
    name = HeadedText("WDNM", like=r"^wd\d\dnm$", required=True)


# A county (E10…) has the children's services of its districts. Elsewhere the county is blank, or one of the
# codes that say there is none; a metropolitan county (E11…) has no council.
HAS_COUNTY = Directory.county.str.starts_with("E10").fill_null(False)
COUNCIL = pl.when(~HAS_COUNTY).then(Directory.district).otherwise(Directory.county)

POSTCODES = Return(
    title="ONS postcode directory",
    holds="postcodes and the places they are in, until the next edition",
    rank=9,
    files={"postcodes": Directory},
    reads=LongCsv(),
    made_by=one_part,
    fills=(
        Fill(
            Postcodes,
            rows=Directory,
            postcode=Directory.postcode.str.replace_all(" ", "", literal=True).str.to_uppercase(),
            authority=COUNCIL,
            ward=Directory.ward,
            neighbourhood=Directory.lsoa_2021,
            neighbourhood_2011=Directory.lsoa_2011,
        ),
    ),
)
WARD_NAMES = Return(
    title="Names of wards",
    holds="wards and what they are called, until the next list",
    rank=9,
    files={"names of wards": WardNamesList},
    reads=CsvOrWorkbook(),
    made_by=one_part,
    fills=(Fill(WardNames, rows=WardNamesList, ward=WardNamesList.ward, name=WardNamesList.name),),
)
DEPRIVATION = Return(
    title="Index of Multiple Deprivation",
    holds="how deprived each neighbourhood is, until the next index",
    rank=10,
    files={"neighbourhoods": DeprivationList},
    once={DeprivationList: ("lsoa",)},
    reads=CsvOrWorkbook(),
    made_by=one_part,
    fills=(
        Fill(
            Neighbourhoods,
            rows=DeprivationList,
            neighbourhood=DeprivationList.lsoa,
            decile=DeprivationList.decile.str.zfill(2),
        ),
        Fill(
            WardNames,
            rows=every(
                DeprivationList,
                where=DeprivationList.ward.is_not_null() & DeprivationList.ward_name.is_not_null(),
            ),
            ward=DeprivationList.ward,
            name=DeprivationList.ward_name,
        ),
    ),
)
