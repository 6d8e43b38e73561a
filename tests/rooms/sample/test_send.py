"""The census of education, health and care plans, the lists for a SEND inspection, and the places."""

import polars as pl
import pytest

from throughline.record.child import Child
from throughline.record.places import Neighbourhoods, Postcodes, WardNames
from throughline.record.send import (
    EhcAssessments,
    EhcPlans,
    EhcPlansInForce,
    EhcRequests,
    SendListings,
    SendPupils,
)
from throughline.returns.receiving import read_return
from throughline.sample.saltscar import SALTSCAR

from .conftest import DAY

OURS = "Z069990001"


@pytest.fixture(scope="module")
def censuses(saltscar):
    return read_return([saltscar.folder / "sen2"], today=DAY)


def upns(part):
    return set(part.frames[Child].get_column(Child.upn.meta.output_name()).drop_nulls())


def test_each_january_is_told_without_a_fault(censuses):
    assert [part.as_at.isoformat() for part in censuses] == ["2024-01-18", "2025-01-16", "2026-01-15"]
    assert [str(fault) for part in censuses for fault in part.faults] == []


def test_plans_grow_and_some_are_late(censuses):
    in_force = [part.frames[EhcPlansInForce].height for part in censuses]
    assert 800 < in_force[0] < in_force[1] < in_force[2] < 2000
    for part in censuses:
        done = part.frames[EhcAssessments].filter(EhcAssessments.issued.is_not_null())
        weeks = done.filter((EhcAssessments.issued - EhcAssessments.requested).dt.total_days() <= 140)
        assert 0.45 < weeks.height / done.height < 0.85
        asked = part.frames[EhcRequests]
        assert 0 < asked.filter(EhcRequests.decision == "N").height < 0.35 * asked.height


def test_only_young_children_wait_for_a_pupil_number(censuses):
    for part in censuses:
        waiting = part.frames[Child].filter(Child.upn.is_null())
        assert waiting.height == part.frames[SendPupils].filter(SendPupils.unknown == "UN1").height > 0
        assert (waiting.get_column("Child.born") > part.as_at.replace(year=part.as_at.year - 5)).all()


def test_some_are_known_to_social_care_by_the_same_pupil_number(saltscar, censuses):
    known = {row["pers_upn"] for row in saltscar.ssd("ssd_person")}
    assert 50 < len(upns(censuses[2]) & known) < 0.4 * len(upns(censuses[2]))


def test_the_lists_tell_of_the_same_plans_as_the_census_and_of_those_since(saltscar, censuses):
    (lists,) = read_return([saltscar.folder / f"send_lists_{DAY}"], today=DAY)
    assert [str(fault) for fault in lists.faults] == []
    january, now = censuses[2].frames[EhcPlansInForce].height, lists.frames[EhcPlans].height
    assert january < now < january * 1.2
    assert lists.frames[SendListings].height == now + 1400


def places_of(saltscar):
    """Each published list of places, as it is received."""
    found = {}
    for part in read_return([saltscar.folder / "places"], today=DAY):
        assert part.faults == ()
        found |= {table: frame for table, frame in part.frames.items() if frame.height}
    return found


def test_every_postcode_of_the_borough_has_its_ward_and_how_deprived_it_is(saltscar):
    found = places_of(saltscar)
    areas, wards = found[Neighbourhoods], found[WardNames]
    homes = found[Postcodes].filter(pl.col("Postcodes.authority") == OURS)
    assert homes.height == 300 == len({row["postcode"] for row in saltscar.rows("wards.csv")})
    assert set(homes["Postcodes.neighbourhood"]) == set(areas["Neighbourhoods.neighbourhood"])
    assert set(homes["Postcodes.ward"]) == set(wards["WardNames.ward"])
    assert set(wards["WardNames.name"]) == {row["ward"] for row in saltscar.rows("wards.csv")}
    deciles = areas["Neighbourhoods.decile"]
    assert 0.2 < (deciles == "01").mean() < 0.25
    assert deciles.n_unique() == 10


def test_the_directory_tells_of_every_home_whose_council_it_is_in_and_that_is_as_far_away(saltscar):
    directory = places_of(saltscar)[Postcodes]
    council = dict(zip(directory["Postcodes.postcode"], directory["Postcodes.authority"]))
    reach = {f"Z06999{at:04}": place for at, place in enumerate(SALTSCAR.places.councils_beyond, 2)}
    away = 0
    for row in saltscar.ssd("ssd_cla_placement"):
        where = council[row["clap_cla_placement_postcode"].replace(" ", "")]
        miles = float(row["clap_cla_placement_distance"])
        assert where == OURS or reach[where].nearest <= miles <= reach[where].farthest
        away += where != OURS
    assert away > 1000
