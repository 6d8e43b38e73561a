"""What kind of home a child lives in, whether it is in the council's area, and what is paid for it."""

from datetime import date

import pytest

from throughline.record.care import Care
from throughline.record.child import Addresses, Wards
from throughline.record.homes import PlacementCosts
from throughline.record.places import Postcodes

from .told import a_return, made

SPRING, SUMMER = date(2026, 4, 1), date(2026, 6, 1)


def placed(*rows):
    return a_return("ssd", 1, {Care: [{"started": SPRING, **row} for row in rows]})


def wards(*postcodes):
    rows = [{"postcode": code, "ward": "Oak", "mid_year": SPRING, "children": 5.0} for code in postcodes]
    return a_return("wards", 9, {Wards: rows})


def directory(**councils):
    rows = [{"postcode": code, "authority": council} for code, council in councils.items()]
    return a_return("onspd", 9, {Postcodes: rows})


@pytest.mark.parametrize(
    ("placement", "provider", "home"),
    [
        ("U4", "PR1", "OWN_FOSTER"),
        ("U4", "PR4", "OTHER_FOSTER"),
        ("U4", "PR2", "OTHER_FOSTER"),
        ("U4", None, None),
        ("K2", None, "RESIDENTIAL"),
        ("R3", "PR4", "RESIDENTIAL"),
        ("S1", "PR4", "RESIDENTIAL"),
        ("K3", "PR4", "ELSEWHERE"),
        ("P1", "PR0", "ELSEWHERE"),
        ("A5", "PR1", "ELSEWHERE"),
        ("Z1", None, "ELSEWHERE"),
        (None, "PR1", None),
    ],
)
def test_kinds_of_home(placement, provider, home):
    told = made(placed({"child": "1", "placement": placement, "provider": provider})).frames[Care]
    assert told["Care.home"].to_list() == [home]


def outside(codes, *parts):
    told = placed(*({"child": f"{n}", "placement_postcode": code} for n, code in enumerate(codes)))
    return made(told, *parts).frames[Care].sort("Care.child")["Care.outside"].to_list()


def test_outside_is_what_the_councils_own_list_has_not():
    assert outside(("TS1 1AA", "ts11aa ", "NN1 1AA", None), wards("TS11AA")) == [False, False, True, None]


def test_with_the_directory_a_postcode_that_is_none_is_nowhere():
    ours = a_return("homes", 2, {Addresses: [{"child": "9", "started": SPRING, "postcode": "TS1 1AB"}]})
    council = directory(TS11AA="E1", TS11AB="E1", NN11AA="E2")
    told = outside(("TS1 1AA", "NN1 1AA", "ZZ1 1ZZ", "TS9 9ZZ"), ours, council, wards("TS9 9ZZ"))
    assert told == [False, True, None, False]


def test_with_neither_nobody_can_tell():
    assert outside(("TS1 1AA", None)) == [None, None]
    assert outside(("TS1 1AA",), directory(TS11AA="E1")) == [None]  # whose is E1?


def paid_for(*costs):
    care = placed(
        {"child": "1", "placement": "U4", "provider": "PR1"},
        {"child": "1", "placement": "K2", "started": SUMMER},
    )
    rows = [{"placement": f"{n}", "child": "1", **cost} for n, cost in enumerate(costs)]
    told = made(care, a_return("costs", 8, {PlacementCosts: rows})).frames[PlacementCosts]
    return told.sort("PlacementCosts.placement")["PlacementCosts.home"].to_list()


def test_a_cost_is_of_the_home_on_its_first_day_unless_the_list_says():
    assert paid_for(
        {"started": SUMMER},
        {"started": SPRING},
        {"started": date(2026, 3, 31)},
        {"started": SUMMER, "home": "ELSEWHERE"},
    ) == ["RESIDENTIAL", "OWN_FOSTER", None, "ELSEWHERE"]


MAY = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("rows", "since"),
    [
        (({"entered_care": date(2019, 1, 1)},), date(2019, 1, 1)),
        (({"start_reason": "L"},), SPRING),
        (({"start_reason": "P", "ended": MAY}, {"started": MAY, "start_reason": "L"}), SPRING),
        (({"ended": MAY}, {"started": MAY, "start_reason": "S"}), MAY),
        (({"ended": MAY}, {"started": SUMMER}), SUMMER),
        (({"ended": MAY, "legal_status": "V4"}, {"started": MAY, "legal_status": "C2"}), MAY),
        (({"start_reason": None}, {"start_reason": "L", "ended": MAY}), SPRING),
    ],
    ids=["told", "open before", "goes on", "begins again", "after a time away", "a break", "told twice"],
)
def test_since_when_a_child_is_known_to_be_in_care(rows, since):
    told = made(placed(*({"child": "1", **row} for row in rows))).frames[Care]
    assert told.sort("Care.started", "Care.ended")["Care.in_care_from"].to_list()[-1] == since


def test_of_two_children_each_is_in_care_since_their_own_day():
    told = made(placed({"child": "1", "ended": MAY}, {"child": "2", "started": MAY})).frames[Care]
    assert told.sort("Care.child")["Care.in_care_from"].to_list() == [SPRING, MAY]
