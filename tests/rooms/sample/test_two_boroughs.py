"""Teesmouth is as sound a borough as Saltscar, and quite another. It is made in full, once: some seconds."""

import csv
from datetime import date

import polars as pl
import pytest

from throughline.record.care import Care
from throughline.record.composing import compose
from throughline.record.front_door import Referrals
from throughline.record.in_need import CinPlans
from throughline.record.protection import CpPlans
from throughline.returns.receiving import read_return
from throughline.returns.ssda903 import read_ssda903
from throughline.rules.checking import check
from throughline.sample import authorities, write_sample
from throughline.sample.saltscar import SALTSCAR
from throughline.sample.teesmouth import OCTOBER, ON, TEESMOUTH

from .conftest import DAY


@pytest.fixture(scope="module")
def teesmouth(tmp_path_factory):
    folder = tmp_path_factory.mktemp("teesmouth")
    write_sample(folder, authority=TEESMOUTH, day=DAY)
    return folder


@pytest.fixture(scope="module")
def parts(teesmouth):
    return {part.rank: part for part in read_return([teesmouth], today=DAY)}


def open_on(parts, table, day):
    frame = parts[1].frames[table]
    return frame.filter(table.started <= day, table.ended.is_null() | (table.ended > day))


def looked_after(parts, day):
    return open_on(parts, Care, day).filter(~Care.legal_status.is_in(["V3", "V4"]).fill_null(False)).height


def test_there_are_two():
    assert authorities() == {"saltscar": SALTSCAR, "teesmouth": TEESMOUTH}


def test_there_is_no_fault_in_its_files_nor_a_finding(teesmouth, parts):
    assert sorted(parts) == [1, 2, 3, 4, 5, 6, 8, 9, 10]
    assert [str(fault) for part in parts.values() for fault in part.faults] == []
    assert check(read_ssda903([teesmouth / "ssda903"], today=DAY).tables).findings.height == 0


@pytest.mark.parametrize("ending", range(2014, 2027))
def test_its_years_come_to_their_totals(parts, ending):
    day, meant = date(ending, 3, 31), TEESMOUTH.totals.year(ending)
    assert abs(open_on(parts, CpPlans, day).height - meant.plans) <= 3
    assert abs(looked_after(parts, day) - meant.care) <= 3
    begun = parts[1].frames[Referrals].filter(Referrals.started.is_between(date(ending - 1, 4, 1), day))
    assert abs(begun.height - meant.referrals) <= 0.02 * meant.referrals


def test_the_figures_published_of_october_2017_come_out(parts):
    assert open_on(parts, CpPlans, OCTOBER).height == ON["plans"][OCTOBER] == 237
    assert looked_after(parts, OCTOBER) == ON["care"][OCTOBER] == 442
    # Other than these, the Department counts 1,372 in need; in the files are those yet to be assessed too.
    in_need = open_on(parts, Referrals, OCTOBER).height - 237 - 442
    assert 1372 <= in_need <= 1372 * 1.15
    with_plan = open_on(parts, CinPlans, OCTOBER).height
    assert 0.3 * 1372 < with_plan < 1372


def test_returns_of_one_day_agree(parts):
    for table in (CpPlans, CinPlans):
        same = [table.columns[name].name for name in ("child", "started")]
        dataset = set(open_on(parts, table, DAY).select(same).rows())
        census = (
            parts[4].frames[table].filter(table.started <= DAY, table.ended.is_null() | (table.ended > DAY))
        )
        assert dataset == set(census.filter(pl.col("@until") > DAY).select(same).rows()) != set()


def test_they_share_no_child_worker_team_ward_nor_postcode(teesmouth, saltscar):
    def said(table, field):
        with (teesmouth / f"ssd_{DAY}" / f"{table}.csv").open(encoding="utf-8") as file:
            theirs = {row[field] for row in csv.DictReader(file)}
        return theirs & {row[field] for row in saltscar.ssd(table)} - {""}

    assert said("ssd_person", "pers_person_id") == set()
    assert said("ssd_person", "pers_upn") == set()
    assert said("ssd_department", "dept_team_id") == set()
    assert said("ssd_address", "addr_address_postcode") == set()
    wards = [{ward.name for ward in authority.places.wards} for authority in (SALTSCAR, TEESMOUTH)]
    assert not wards[0] & wards[1]


def test_both_are_received_side_by_side(teesmouth, saltscar, parts):
    """The records of two councils are composed apart, each under its own name."""
    theirs = compose([parts[1], parts[9]], "teesmouth")
    folder = saltscar.folder
    ours = compose(read_return([folder / "ssda903", folder / "wards.csv"], today=DAY), "saltscar")
    children = [set(record.frames[Care].get_column("Care.child")) for record in (theirs, ours)]
    assert (theirs.council, ours.council) == ("teesmouth", "saltscar")
    assert children[0] and children[1] and not children[0] & children[1]
