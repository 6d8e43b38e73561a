"""Where homes are: by the council's list of wards, by the published directory, and how deprived it is."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.record.child import Addresses, Wards
from throughline.record.locating import OUTSIDE
from throughline.record.places import Neighbourhoods, Postcodes, WardNames

from .told import a_return, made

STARTED = date(2026, 1, 1)
OURS, COUNTY = "E06000002", "E10000021"
DIRECTORY = [
    ("TS11AA", OURS, "W1", "L1", "O1"),
    ("TS11AB", OURS, "W2", "L2", "O2"),
    ("NN11AA", COUNTY, "W9", "L9", None),
]
SHORTS = ("postcode", "authority", "ward", "neighbourhood", "neighbourhood_2011")


def homes(*postcodes):
    rows = [{"child": f"{n}", "started": STARTED, "postcode": code} for n, code in enumerate(postcodes)]
    return a_return("ssd", 1, {Addresses: rows})


def directory(*rows):
    return a_return("onspd", 9, {Postcodes: [dict(zip(SHORTS, row)) for row in rows or DIRECTORY]})


def deprived(**tenths):
    rows = [{"neighbourhood": code, "decile": tenth} for code, tenth in tenths.items()]
    return a_return("imd", 9, {Neighbourhoods: rows})


def where(*parts):
    frame = made(*parts).frames[Addresses].sort("Addresses.child")
    return frame.select("Addresses.ward", "Addresses.deprivation").rows()


def test_a_ward_by_its_name_else_its_code_and_other_councils_by_none():
    names = a_return("names", 9, {WardNames: [{"ward": "W1", "name": "Elm"}]})
    told = homes("ts1 1aa", "TS11AB", " TS1 1ab", "NN1 1AA", "ZZ1 1ZZ", None)
    assert [ward for ward, _ in where(told, directory(), names)] == ["Elm", "W2", "W2", OUTSIDE, None, None]


def test_the_councils_own_list_is_believed_before_the_directory():
    ours = {"postcode": "TS1 1AA", "ward": "Oak", "mid_year": STARTED, "children": 5.0}
    told = where(homes("TS1 1AA", "TS1 1AB", "TS1 1AB"), directory(), a_return("wards", 9, {Wards: [ours]}))
    assert [ward for ward, _ in told] == ["Oak", "W2", "W2"]


def test_of_two_councils_with_as_many_homes_the_first_by_its_code_is_ours():
    assert [ward for ward, _ in where(homes("NN1 1AA", "TS1 1AA"), directory())] == [OUTSIDE, "W1"]


def test_deprivation_by_the_neighbourhood_of_either_census_wherever_the_home_is():
    told = homes("TS1 1AA", "TS1 1AB", "NN1 1AA", "ZZ1 1ZZ")
    tenths = [tenth for _, tenth in where(told, directory(), deprived(L1="01", O1="09", O2="10", L9="05"))]
    assert tenths == ["01", "10", "05", None]
    assert [tenth for _, tenth in where(told, directory())] == [None] * 4
    assert [tenth for _, tenth in where(told, deprived(L1="01"))] == [None] * 4


def test_a_postcode_that_stands_twice_makes_no_home_two():
    twice = directory(*DIRECTORY[:1], ("TS11AA", OURS, "W7", "L7", None))
    assert where(homes("TS1 1AA"), twice, deprived(L1="02", L7="03")) == [("W1", "02")]


def test_a_record_keeps_the_postcodes_of_its_homes_alone():
    kept = made(homes("ts1 1aa"), directory()).frames[Postcodes]
    assert kept["Postcodes.postcode"].to_list() == ["TS11AA"]
    assert made(a_return("ssd", 1, {Addresses: []}), directory()).frames[Postcodes].is_empty()


def test_without_addresses_there_is_nowhere_to_look():
    assert made(a_return("ssd", 1, {}), directory()).frames[Postcodes].is_empty()


@settings(deadline=None)
@given(st.permutations(DIRECTORY), st.permutations(["TS1 1AA", "TS1 1AB", "ts11ab", "NN1 1AA"]))
def test_the_order_of_lines_never_matters(lines, postcodes):
    told = made(homes(*postcodes), directory(*lines), deprived(L1="01", L2="02", L9="03")).frames[Addresses]
    seen = sorted(told.select("Addresses.postcode", "Addresses.ward", "Addresses.deprivation").rows())
    assert seen == [
        ("NN1 1AA", OUTSIDE, "03"),
        ("TS1 1AA", "W1", "01"),
        ("TS1 1AB", "W2", "02"),
        ("ts11ab", "W2", "02"),
    ]
