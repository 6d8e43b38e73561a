"""What is kept of published files, and asking of it."""

import json
from dataclasses import replace
from datetime import date

import pytest

from tests.rooms.comparators.published import D5, LAIT, PLANS, REDCAR, written
from throughline.comparators import shipped
from throughline.comparators.beside import beside, years_to
from throughline.comparators.kept import FIGURES, current, keep
from throughline.comparators.library import Library, library
from throughline.comparators.places import ENGLAND, MODELS, REGIONS
from throughline.comparators.series import every_series
from throughline.comparators.shipping import made, read_folder
from throughline.errors import Refused

OURS = "E06000003"
SERIES = every_series()
PLANS_OPEN = SERIES["cp-plans"]


def test_without_any_file_the_shipped_table_answers(tmp_path):
    here = library(tmp_path)
    figures = here.figures(PLANS_OPEN)
    council = here.places.council(OURS)
    assert [figures.of(council.number, year).value for year in (2016, 2017, 2018)] == [147, 200, 156]
    assert (figures.at, figures.found_in) == (None, "d5 | CPP_At31")
    assert figures.file.startswith("d5_") and figures.note == ""
    assert here.figures(SERIES["asylum"]).of("807", 2000) is None


def test_the_shipped_table_is_whole_and_small():
    found = shipped.figures()
    assert set(found["code"]) == set(SERIES) == set(shipped.sources())
    assert {ENGLAND, *REGIONS, "806", "807"} < set(found["place"])
    assert sum(file.stat().st_size for file in shipped.HERE.iterdir()) < 300_000
    assert all(
        "Open Government Licence" in file.read_text().splitlines()[0] for file in shipped.HERE.iterdir()
    )
    for gss in ("E06000002", "E06000003"):
        for model in MODELS:
            near = shipped.places().council(gss).neighbours[model]
            assert len(near) == 10 and {each.number for each in near} <= set(found["place"])


def test_a_received_file_answers_before_the_shipped_table(tmp_path):
    home = tmp_path / "home"
    kept, passed = keep(home, written(tmp_path, "plans.csv", PLANS))
    assert (kept[0].file, passed) == ("plans.csv", [])
    figures = library(home).figures(PLANS_OPEN)
    assert (figures.file, sorted(figures.by_place["807"])) == ("plans.csv", [2017, 2018])
    assert figures.of("807", 2018).value == 156 and figures.years() == [2017, 2018]
    long = library(home).figures(SERIES["cp-plans-2-years"]).of("807", 2018)
    assert (long.value, long.mark, long.meaning) == (
        None,
        "c",
        "suppressed, so that nobody can be told from it",
    )
    assert library(home).figures(SERIES["looked-after"]).at is None


def test_the_column_that_is_believed_first_is_used_and_else_the_next(tmp_path):
    keep(tmp_path, written(tmp_path, "lait.csv", LAIT))
    assert library(tmp_path).figures(PLANS_OPEN).found_in == "lait | CPP_Num"
    keep(tmp_path, written(tmp_path, "plans.csv", PLANS))
    assert library(tmp_path).figures(PLANS_OPEN).found_in == "d5 | CPP_At31"


def test_the_file_that_came_last_is_used(tmp_path):
    old = written(tmp_path, "old.csv", PLANS)
    keep(tmp_path, old)
    keep(tmp_path, written(tmp_path, "new.csv", f"{D5}\n2019,{REDCAR},x,159,0,0"))
    assert library(tmp_path).figures(PLANS_OPEN).file == "new.csv"
    keep(tmp_path, old)
    assert library(tmp_path).figures(PLANS_OPEN).file == "old.csv"
    assert len(current(tmp_path)) == 2


def test_a_folder_says_what_it_passed_over_and_a_file_is_refused(tmp_path):
    folder = tmp_path / "published"
    folder.mkdir()
    strange = written(folder, "strange.csv", "a,b\n1,2")
    with pytest.raises(Refused, match="No published file that is known is in published"):
        keep(tmp_path, folder)
    written(folder, "plans.csv", PLANS)
    kept, passed = keep(tmp_path, folder)
    assert len(kept) == 1 and "strange.csv is no published file" in passed[0].what
    with pytest.raises(Refused, match=r"strange\.csv"):
        keep(tmp_path, strange)


def test_what_is_damaged_is_not_shown(tmp_path):
    kept, _ = keep(tmp_path, written(tmp_path, "plans.csv", PLANS))
    figures = kept[0].folder / FIGURES
    raw = bytearray(figures.read_bytes())
    raw[len(raw) // 2] ^= 1
    figures.write_bytes(raw)
    with pytest.raises(Refused, match=r"figures kept of plans\.csv are damaged"):
        library(tmp_path).figures(PLANS_OPEN)
    figures.unlink()
    with pytest.raises(Refused, match="damaged"):
        library(tmp_path).figures(PLANS_OPEN)
    (kept[0].folder / "told.json").write_text("{}")
    keep(tmp_path, written(tmp_path, "lait.csv", LAIT))
    with pytest.raises(Refused, match=r"published figures in .* is damaged"):
        library(tmp_path)


def test_neighbours_and_notes_that_were_received(tmp_path):
    near = [str(number) for number in range(810, 820)]
    heading = "old_la_code,la_name,region_ind,region_name," + ",".join(
        f"SN_{n},SN_{n}P" for n in range(1, 11)
    )
    line = "807,Redcar and Cleveland,1,North East," + ",".join(f"{n},Close" for n in near)
    keep(tmp_path, written(tmp_path, "near.csv", f"{heading}\n{line}\n"))
    notes = (
        "Measure_short,Topic,Measure,Polarity,y_axis_name,dps,Year_Type,Description\n"
        "CPP_rate,Child Protection,Plans,-,Rate,,Annual,Of all children.\n"
    )
    keep(tmp_path, written(tmp_path, "notes.csv", notes))
    here = library(tmp_path)
    council = here.places.council(OURS)
    assert [each.number for each in council.neighbours["2025"]] == near
    assert council.neighbours["2021"] == shipped.places().council(OURS).neighbours["2021"]
    assert here.figures(SERIES["cp-plans-rate"]).note == "Of all children."


def test_a_list_of_councils_keeps_the_neighbours_that_it_does_not_tell(tmp_path):
    heading = "old_la_code,new_la_code,la_name,region_code,region_name," + ",".join(
        f"sn{n}_gss,sn{n}_name,sn{n}_closeness" for n in range(1, 11)
    )
    text = f"{heading}\n807,E06000003,Redcar,E12000001,North East{',,,' * 10}\n"
    keep(tmp_path, written(tmp_path, "councils.csv", text))
    council = library(tmp_path).places.council(OURS)
    assert (council.name, set(council.neighbours)) == ("Redcar", set(MODELS))


def test_a_place_is_called_by_its_name_and_no_other_council_is_found():
    places = shipped.places()
    assert [places.name(place) for place in (ENGLAND, "E12000001", "E13000001", "806", "999")] == [
        "England", "North East", "Inner London", "Middlesbrough", "999",
    ]  # fmt: skip
    for gss in ("", "E06000999"):
        with pytest.raises(Refused, match="is no council that has published figures"):
            places.council(gss)


def test_one_council_beside_the_others():
    figures = Library((), shipped.places()).figures(PLANS_OPEN)
    council = shipped.places().council(OURS)
    found = beside(figures, council, "2025", 2018)
    values = sorted(each.value for _, each in found.near if each and each.value is not None)
    assert (found.own.value, found.ends, found.known) == (156, date(2018, 3, 31), len(values))
    assert found.low == values[0] and found.high == values[-1] and found.low <= found.middle <= found.high
    assert found.place == 1 + sum(value > 156 for value in values) and found.ranked == found.known + 1
    assert (found.region.value, found.england.value) == (3470, 53790)
    nothing = beside(figures, council, "2025", 1999)
    assert (nothing.own, nothing.middle, nothing.low, nothing.known, nothing.place) == (
        None,
        None,
        None,
        0,
        None,
    )
    assert years_to(figures, council, date(2018, 3, 30))[-1] == 2017
    assert years_to(figures, council, date(2018, 3, 31))[-1] == 2018


def test_neighbours_with_the_very_same_value_are_level():
    figures, council = Library((), shipped.places()).figures(PLANS_OPEN), shipped.places().council(OURS)
    nearest = [each.number for each in council.neighbours["2025"]][:3]
    by_place = {
        number: {2018: replace(figures.of("807", 2018), value=value)}
        for number, value in zip(["807", *nearest], (5.0, 5.0, 5.0, 9.0))
    }
    found = beside(replace(figures, by_place=by_place), council, "2025", 2018)
    assert (found.place, found.level, found.ranked) == (2, 2, 4)


def test_every_series_says_what_it_is():
    assert len({series.title for series in SERIES.values()}) == len(SERIES)
    for series in SERIES.values():
        assert series.found_in and series.better in ("", "higher", "lower")


def test_the_kept_form_is_plain(tmp_path):
    kept, _ = keep(tmp_path, written(tmp_path, "plans.csv", PLANS))
    assert json.loads((tmp_path / "comparators" / "current").read_text()) == [kept[0].folder.name]
    assert (kept[0].folder / "raw").read_bytes() == PLANS.encode()


def test_the_departments_own_files(shared, tmp_path):
    """The oracle: what the Department publishes of Redcar and Cleveland at 31 March."""
    folder = shared / "comparators"
    for name in ("d5_cpps_at31march_by_duration_2013_to_2025.csv.gz", "sn_model_2025_wide.csv",
                 "New_Statistical_Neighbour_Groupings_April_2021.csv"):  # fmt: skip
        keep(tmp_path, folder / name)
    here = library(tmp_path)
    figures, council = here.figures(PLANS_OPEN), here.places.council(OURS)
    assert figures.at is not None
    assert [figures.of(council.number, year).value for year in (2016, 2017, 2018)] == [147, 200, 156]
    assert [len(council.neighbours[model]) for model in MODELS] == [10, 10]
    assert [here.places.name(each.number) for each in council.neighbours["2025"]][:2] == [
        "Sunderland", "South Tyneside",
    ]  # fmt: skip
    assert here.places.by_number == shipped.places().by_number


def test_the_shipped_table_is_what_the_published_files_give(shared):
    """Reads every file, LAIT's 284,000 lines among them, once: it may take some seconds."""
    for name, text in made(read_folder(shared / "comparators")).items():
        assert (shipped.HERE / name).read_text(encoding="utf-8") == text, name
