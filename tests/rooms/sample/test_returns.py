"""The returns agree with the dataset they are made from, and keep the return's own rules."""

import zipfile
from collections import defaultdict
from datetime import date, datetime

import pytest

from throughline.returns.annex_a_headings import HEADINGS
from throughline.sample.write_ssda903 import FILES, years

openpyxl = pytest.importorskip("openpyxl")


def _iso(day: str) -> str:
    return datetime.strptime(day, "%d/%m/%Y").date().isoformat() if day else ""


@pytest.fixture(scope="module")
def lists(saltscar):
    book = openpyxl.load_workbook(saltscar.workbook, read_only=True)
    found = {sheet.title: [tuple(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}
    book.close()
    return found


def test_annex_a_has_eleven_lists(lists):
    assert list(lists) == [f"List {number}" for number in range(1, 12)]
    for number, headings in HEADINGS.items():
        assert lists[f"List {number}"][0] == headings
        assert len(lists[f"List {number}"]) > 10


def test_annex_a_agrees_with_the_dataset(saltscar, lists):
    ended = lists["List 7"][0].index("Child Protection Plan End Date")
    plans = [
        row["cppl_person_id"] for row in saltscar.ssd("ssd_cp_plans") if not row["cppl_cp_plan_end_date"]
    ]
    assert sorted(row[0] for row in lists["List 7"][1:] if row[ended] is None) == sorted(plans)
    ceased = lists["List 8"][0].index("Date Ceased to be Looked After")
    care = [
        r["clae_person_id"] for r in saltscar.ssd("ssd_cla_episodes") if not r["clae_cla_episode_ceased_date"]
    ]
    assert sorted(row[0] for row in lists["List 8"][1:] if row[ceased] is None) == sorted(care)
    assert len(lists["List 9"]) - 1 == len(saltscar.ssd("ssd_care_leavers"))
    recent = [row for row in saltscar.ssd("ssd_contacts") if row["cont_contact_date"] >= "2026-05-21"]
    assert len(lists["List 1"]) - 1 == len(recent)


def test_annex_a_dates_are_dates(lists):
    at = lists["List 1"][0].index("Date of Contact")
    assert all(isinstance(row[at], datetime) for row in lists["List 1"][1:])
    assert {row[1] for row in lists["List 1"][1:]} <= {"a) Male", "b) Female", "c) Not stated/recorded"}


def test_the_workbook_carries_no_clock(saltscar):
    with zipfile.ZipFile(saltscar.workbook) as book:
        assert {info.date_time[0] for info in book.infolist()} == {1980}


def test_five_years_are_returned(saltscar):
    assert saltscar.years() == ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"]
    assert years(date(2026, 3, 31).toordinal())[-1] == 2026
    assert years(date(2026, 3, 30).toordinal())[-1] == 2025
    assert not (saltscar.folder / "ssda903" / "2022-23" / "social_worker.csv").exists()
    for year in saltscar.years():
        for path in sorted((saltscar.folder / "ssda903" / year).iterdir()):
            assert path.read_text(encoding="utf-8").split("\n")[0] == FILES[path.stem][0]


def test_looked_after_on_31_march_agrees(saltscar):
    for year in saltscar.years():
        day = f"{int(year[:4]) + 1}-03-31"
        returned = {row["CHILD"] for row in saltscar.returned(year, "episodes") if not row["DEC"]}
        dataset = {
            row["clae_person_id"] for row in saltscar.ssd("ssd_cla_episodes")
            if row["clae_cla_episode_start_date"] <= day
            and (not row["clae_cla_episode_ceased_date"] or row["clae_cla_episode_ceased_date"] > day)
        }  # fmt: skip
        assert returned == dataset


def test_codes_change_with_the_years(saltscar):
    assert {row["SEX"] for row in saltscar.returned("2023-24", "header")} == {"1", "2"}
    assert {row["SEX"] for row in saltscar.returned("2024-25", "header")} == {"M", "F"}
    places = {
        year: {row["PLACE"] for row in saltscar.returned(year, "episodes")} for year in saltscar.years()
    }
    assert "H5" in places["2023-24"] and "K3" not in places["2023-24"]
    assert "K3" in places["2024-25"] and "H5" not in places["2024-25"]
    assert "Z1" in places["2024-25"] and not places["2025-26"] & {"Z1"}
    assert places["2025-26"] & {"Z11", "Z12", "Z13", "Z14"}


def _chains(rows):
    found = defaultdict(list)
    for row in rows:
        found[row["CHILD"]].append(row)
    return found.values()


def test_episodes_keep_the_rules(saltscar):
    for year in saltscar.years():
        for rows in _chains(saltscar.returned(year, "episodes")):
            for row in rows:
                assert bool(row["DEC"]) == bool(row["REC"])
                assert not row["DEC"] or _iso(row["DECOM"]) < _iso(row["DEC"])
                assert (row["PLACE"] == "P1") == (row["PLACE_PROVIDER"] == "PR0")
                assert row["PLACE"] not in ("A5", "A6") or row["LS"] == "E1"
                assert row["PLACE"][0] not in "TZ" or not row["PLACE_PROVIDER"] + row["URN"]
            for one, two in zip(rows, rows[1:]):
                _next_to(one, two)


def _next_to(one, two):
    if one["REC"] != "X1":
        assert two["RNE"] == "S" and _iso(two["DECOM"]) > _iso(one["DEC"])
        return
    assert one["DEC"] == two["DECOM"] and one["CIN"] == two["CIN"]
    moved = (one["PLACE"], one["PL_POST"], one["URN"]) != (two["PLACE"], two["PL_POST"], two["URN"])
    changed = one["LS"] != two["LS"]
    assert changed == (two["RNE"] in ("L", "B", "U"))
    assert moved == (two["RNE"] in ("P", "T", "B", "U"))


def test_a_year_goes_on_from_the_year_before(saltscar):
    for before, after in zip(saltscar.years(), saltscar.years()[1:]):
        left = {row["CHILD"]: row for row in saltscar.returned(before, "episodes") if not row["DEC"]}
        first = {}
        for row in saltscar.returned(after, "episodes"):
            first.setdefault(row["CHILD"], row)
        for child, row in left.items():
            for field in ("DECOM", "RNE", "LS", "CIN", "HOME_POST", "PL_POST"):
                assert first[child][field] == row[field]


def test_every_child_of_a_file_is_in_the_header(saltscar):
    for year in saltscar.years():
        born = {row["CHILD"]: row["DOB"] for row in saltscar.returned(year, "header")}
        for path in sorted((saltscar.folder / "ssda903" / year).iterdir()):
            for row in saltscar.returned(year, path.stem):
                assert row["CHILD"] in born
                assert row.get("DOB", born[row["CHILD"]]) == born[row["CHILD"]]
