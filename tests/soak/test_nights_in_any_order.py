"""Six nights' extracts in whatever order they come: the same record, byte by byte."""

import random
import shutil
from datetime import date, timedelta
from itertools import permutations

import pytest

from throughline.loads.gaps import nights_missing
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.record.child import Child
from throughline.record.leaving_care import CareLeavers
from throughline.record.protection import CpPlans
from throughline.record.snapshots import Snapshot

from .sizes import many, told
from .small_files import table

FIRST = date(2026, 6, 1)
NIGHTS = 6
ORDERS = list(permutations(range(NIGHTS)))
TRIED = many(len(ORDERS), 4)


LEAVERS = (
    "clea_person_id,clea_care_leaver_eligibility,clea_care_leaver_in_touch,clea_care_leaver_latest_contact,"
    "clea_care_leaver_accommodation,clea_care_leaver_accom_suitable,clea_care_leaver_activity,"
    "clea_pathway_plan_review_date,clea_care_leaver_allocated_team,clea_care_leaver_worker_id"
)


def night(folder, number):
    """The extract of one night. Each night a child comes and a plan ends; on the third a child is taken out
    and a day corrected; from the fourth on the extract reaches less far back."""
    day = FIRST + timedelta(days=number)
    place = folder / f"ssd_{day}"
    place.mkdir(parents=True)
    children = [n for n in range(8 + number) if not (n == 3 and number >= 2)]
    since = 5 if number >= 3 else 0
    persons = [f"{n},2012-05-0{n % 9 + 1},F" for n in children]
    table(place, "person", "pers_person_id,pers_dob,pers_sex", persons)
    contacts = [f"{n},2026-0{1 if n < 5 else 2}-{n + 5:02}" for n in children if n >= since]
    table(place, "contacts", "cont_person_id,cont_contact_date", contacts)
    began = "2026-02-03" if number >= 2 else "2026-02-02"
    ends = {n: FIRST + timedelta(days=n) for n in range(number + 1)}
    heading = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date"
    table(place, "cp_plans", heading, [f"{n},{n},{began},{ends.get(n, '')}" for n in children])
    table(place, "care_leavers", LEAVERS, [f"{n},Relevant,YES,{day},B,1,F1,,," for n in children[:2]])
    return place


@pytest.fixture(scope="module")
def nights(tmp_path_factory):
    return [night(tmp_path_factory.mktemp("nights"), number) for number in range(NIGHTS)]


def record_after(folder, nights, order):
    """The council when the nights have come in this order; of orders that begin alike the beginning is
    received once, and copied."""
    council = Council(folder / "".join(map(str, order)) / "saltby")
    if order and not council.folder.exists():
        before = record_after(folder, nights, order[:-1])
        council.folder.parent.mkdir(parents=True)
        if before.folder.exists():
            shutil.copytree(before.folder, council.folder)
        assert receive(council, [nights[order[-1]]]).status in ("in", "nothing new")
    return council


def forget(folder, order):
    """Take away what no order from this one on begins with."""
    for known in folder.iterdir():
        if not "".join(map(str, order)).startswith(known.name):
            shutil.rmtree(known)


def test_in_any_order_they_make_the_same_record(nights, tmp_path, uncounted):
    usual = record_after(tmp_path, nights, ORDERS[0])
    whole = Snapshot.open(usual.snapshots / usual.current()["snapshot"])
    different = []
    for order in sorted(random.Random(20261122).sample(ORDERS, TRIED)):
        forget(tmp_path, order)
        if record_after(tmp_path, nights, order).current()["snapshot"] != whole.name:
            different.append(order)
    told(f"nights in another order: {TRIED:,} of {len(ORDERS):,} orders, {len(different)} differ")
    assert not different
    assert whole.as_at == FIRST + timedelta(days=NIGHTS - 1)
    assert (len(whole.frames[Child]), len(whole.frames[CpPlans])) == (12, 21)
    days = set(whole.frames[CareLeavers].get_column("CareLeavers.started"))
    assert days == {FIRST + timedelta(days=2), whole.as_at}  # the third night still answers for January


def test_a_night_that_never_came_is_known_to_be_missing(nights, tmp_path, uncounted):
    council = record_after(tmp_path, nights, (0, 1, 5, 2, 4))
    assert nights_missing(council.loads(), weekends=True) == [FIRST + timedelta(days=3)]
    receive(council, [nights[3]])
    assert nights_missing(council.loads(), weekends=True) == []
    before = council.current()
    late = receive(council, [nights[0]])
    assert (late.status, council.current()) == ("nothing new", before) and "newer extract" in late.why[0]
