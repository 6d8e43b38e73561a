"""Beside others: what is published of our council, its neighbours, region and England, and never in one line
with what is counted here."""

from datetime import date

import pytest
from django.conf import settings
from django.http import Http404

from tests.rooms.comparators.published import D5, ENGLAND, HARTLEPOOL, NORTH_EAST, REDCAR, written
from throughline.blocks.beside_others import BesideOthers
from throughline.blocks.catalogue import Catalogue
from throughline.blocks.charts import to_svg
from throughline.blocks.measure_head import MeasureHead
from throughline.blocks.passport import Passport
from throughline.blocks.published import placed, words
from throughline.blocks.published_only import PublishedOnly
from throughline.blocks.published_rows import COLUMNS, published_rows
from throughline.blocks.series_head import SeriesHead
from throughline.catalogue import declared
from throughline.comparators.beside import Beside
from throughline.comparators.kept import keep
from throughline.comparators.library import Figure
from throughline.comparators.series import Unit, Year, every_series
from throughline.counting.trends import is_event
from throughline.errors import Refused
from throughline.measures.kinds import Count, Mean, Measure, Rate, Ratio, Share, Stock, Total

PLANS, SHARE, CONTACTS = "children_on_plans", "assessments_within_45_days", "contacts"
D5_LINES = "\n".join(
    (
        D5,
        f"2025,{ENGLAND},x,49420,1130,2.3",
        f"2025,{NORTH_EAST},x,3180,30,1",
        f"2025,{REDCAR},x,189,0,0",
        f"2025,{HARTLEPOOL},x,c,0,0",
        f"2024,{REDCAR},x,k,0,0",
    )
)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "HOME", tmp_path)
    return tmp_path


def rows_of(spec, layer):
    """The rows that a layer draws."""
    return spec["datasets"][layer["data"]["name"]]


def cells(table):
    return {row.name: (row.kind, row.words) for row in table}


def test_the_newest_published_year_with_ours_for_the_same_dates(ask):
    shown = BesideOthers().shown(ask("director", measure=PLANS))
    rows = cells(shown.rows)
    assert rows["Counted here"] == ("live", "0")
    assert rows["Redcar and Cleveland"] == ("published", "189")
    assert rows["North East"] == ("published", "3,180") and rows["England"] == ("published", "49,420")
    assert shown.dates == "on 31 March 2025"
    assert shown.finding.startswith("Published for Redcar and Cleveland, on 31 March 2025: 189, the ")
    assert len(shown.near) == 10 and "Open Government Licence" in shown.attribution
    assert "came with the software: d5, CPP_At31" in shown.source
    assert next(row.address for row in shown.rows).startswith(f"/measures/{PLANS}/?from=2025-03-31")


def test_only_what_was_over_by_the_pages_day_is_shown(ask):
    shown = BesideOthers().shown(ask("director", measure=PLANS, day=date(2025, 3, 30)))
    assert shown.dates == "on 31 March 2024"


def test_live_and_published_are_never_one_line(ask):
    spec = BesideOthers().shown(ask("director", measure=SHARE)).chart.spec
    lines = [each for each in spec["layer"] if each["mark"]["type"] == "line"]
    drawn = {row["of"] for each in lines for row in rows_of(spec, each)}
    marks = spec["layer"][-1]
    colour, shape = marks["encoding"]["color"]["scale"], marks["encoding"]["shape"]["scale"]
    assert drawn == {"Redcar and Cleveland (published)", "Neighbours’ middle", "North East", "England"}
    assert colour["domain"][0] == "Counted here (live)" and "Counted here (live)" not in drawn
    assert len(set(colour["range"])) == len(set(shape["range"])) == 5
    assert "Counted here" in to_svg(spec)


def test_a_share_is_drawn_in_per_cent(ask):
    shown = BesideOthers().shown(ask("director", measure=SHARE))
    points = rows_of(shown.chart.spec, shown.chart.spec["layer"][-2])
    live = [row["value"] for row in points if row["of"] == "Counted here (live)"]
    assert live and all(value > 1 for value in live)
    assert any("differs: The census counts the days" in note for note in shown.notes)


def test_numbers_are_not_drawn_beside_englands(ask):
    shown = BesideOthers().shown(ask("director", measure=PLANS))
    assert shown.chart.columns == [
        "On", "Counted here", "Redcar and Cleveland (published)", "Neighbours’ middle",
        "Neighbours’ lowest to highest", "Place",
    ]  # fmt: skip
    assert all(len(row) == len(shown.chart.columns) for row in shown.chart.rows)
    assert shown.chart.rows[0][0].text == "31 March 2025"


def test_marks_are_said_with_what_they_mean(ask, home, tmp_path):
    keep(home, written(tmp_path, "d5.csv", D5_LINES))
    shown = BesideOthers().shown(ask("director", measure=PLANS))
    near = {row.name: row.words for row in shown.near}
    assert near["Hartlepool"] == "c (suppressed, so that nobody can be told from it)"
    assert near["Sunderland"] == "no figure"
    assert "Neighbours’ middle" not in cells(shown.rows)
    assert shown.finding == "Published for Redcar and Cleveland, on 31 March 2025: 189"
    earlier = BesideOthers().shown(ask("director", measure=PLANS, day=date(2024, 6, 1)))
    assert cells(earlier.rows)["Redcar and Cleveland"][1] == "k (more than nought, but rounds to it)"
    assert cells(earlier.rows)["England"][1] == "no figure"
    assert earlier.chart.rows[0][3].text == "no figure"


def test_the_model_of_neighbours_can_be_chosen(ask):
    new, old = (
        BesideOthers().shown(ask("director", measure=PLANS, neighbours=model)) for model in ("2025", "2021")
    )
    assert {row.name for row in new.near} != {row.name for row in old.near}
    assert [(each.title, each.chosen) for each in old.models] == [
        ("Neighbours of 2025", False), ("Neighbours of 2021", True),
    ]  # fmt: skip
    assert old.models[1].address == f"/measures/{PLANS}/?neighbours=2021#others"
    with pytest.raises(Http404):
        BesideOthers().shown(ask("director", measure=PLANS, neighbours="1998"))


def test_a_member_sees_what_is_published_and_no_small_number_of_ours(ask):
    shown = BesideOthers().shown(ask("member", measure=PLANS, day=date(2026, 10, 31)))
    assert cells(shown.rows)["Redcar and Cleveland"] == ("published", "189")
    assert [place.title for place in MeasureHead().shown(ask("member", measure=PLANS)).places] == [
        "Over time", "Beside others", "Definition",
    ]  # fmt: skip


def test_a_measure_without_a_twin_shows_nothing(ask):
    assert BesideOthers().shown(ask("director", measure=CONTACTS)).title == ""
    assert "Published twin" not in dict(Passport().shown(ask("director", measure=CONTACTS)).facts)
    twin = dict(Passport().shown(ask("director", measure=PLANS)).facts)["Published twin"]
    assert twin == "Children with a protection plan."


@pytest.mark.parametrize(
    ("gss", "day", "says"),
    [
        ("", date(2026, 10, 31), "has not been said.\nWhoever runs the server can set gss_code"),
        ("E06000999", date(2026, 10, 31), "“E06000999” is no council"),
        ("E06000003", date(2012, 1, 1), "Nothing published of this by 1 January 2012 is here for Redcar"),
    ],
)
def test_why_there_is_nothing_is_said(ask, monkeypatch, gss, day, says):
    monkeypatch.setattr(settings, "GSS_CODE", gss)
    asked = ask("director", measure=PLANS, day=day)
    shown = BesideOthers().shown(asked)
    assert says in shown.problem and shown.chart is None
    assert {line.words for line in PublishedOnly().shown(asked).lines} == {"not available"}


def test_what_is_published_only_stands_apart_from_our_measures(ask):
    asked = ask("director")
    lines = {line.title: line for line in PublishedOnly().shown(asked).lines}
    moved = lines["Children looked after who moved school in mid-year"]
    assert (moved.words, moved.dates) == ("5%", "year to 31 March 2024")
    ours = [line.figure.address for stage in Catalogue().shown(asked).stages for line in stage.lines]
    assert not [address for address in ours if "/published/" in address]
    assert "Children with a protection plan" not in lines
    assert {each.field_code for each in every_series().values()} - {""} == {
        "CLA24",
        "CLA27",
        "FIN02",
        "EXC01",
    }


def test_a_series_has_a_page_of_its_own(ask):
    asked = ask("director")
    asked.about["series"] = "school-moves"
    head, shown = SeriesHead().shown(asked), BesideOthers().shown(asked)
    assert head.page_title == "Children looked after who moved school in mid-year" and head.twins == ()
    assert "Counted here" not in cells(shown.rows) and "published only" in shown.notes[0]
    assert shown.models[1].address == "/published/school-moves/?neighbours=2021#others"
    asked.about["series"] = "cp-plans"
    assert [twin.address for twin in SeriesHead().shown(asked).twins] == [f"/measures/{PLANS}/"]
    asked.about["series"] = "nonsense"
    with pytest.raises(Http404):
        SeriesHead().shown(asked)


def test_the_figures_as_a_file_say_what_is_live_and_what_is_published(ask, home, tmp_path):
    keep(home, written(tmp_path, "d5.csv", D5_LINES))
    asked = ask("director")
    asked.about["series"] = "cp-plans"
    rows = published_rows(asked)
    assert rows[0] == COLUMNS and "Open Government Licence" in rows[-1][0]
    found = [dict(zip(COLUMNS, row)) for row in rows[1:-1]]
    live, own = found[0], found[1]
    assert (live["Live or published"], live["Of"], live["Value"], live["File"]) == (
        "live", "Children with a protection plan", 0, "",
    )  # fmt: skip
    assert (own["Live or published"], own["Place"], own["Value"], own["File"]) == (
        "published", "Redcar and Cleveland", 189, "d5.csv",
    )  # fmt: skip
    marked = next(each for each in found if each["Place"] == "Hartlepool")
    assert (marked["Value"], marked["Mark"]) == ("", "c") and marked["Meaning"].startswith("suppressed")


def test_a_measure_without_a_twin_has_no_file_of_published_figures(ask):
    with pytest.raises(Http404):
        published_rows(ask("director", measure=CONTACTS))
    settings_gss, asked = settings.GSS_CODE, ask("director", day=date(2012, 1, 1))
    assert settings_gss
    asked.about["series"] = "cp-plans"
    with pytest.raises(Refused):
        published_rows(asked)


PLACES = [
    (None, 0, ""),
    (1, 0, "highest of 4"),
    (2, 0, "2nd highest of 4"),
    (4, 0, "lowest of 4"),
    (1, 1, "joint highest of 4"),
    (1, 3, "joint highest of 4"),
    (2, 1, "joint 2nd highest of 4"),
    (3, 1, "joint lowest of 4"),
]


@pytest.mark.parametrize(("place", "level", "says"), PLACES)
def test_a_place_among_neighbours_in_words(place, level, says):
    found = Beside(
        year=2025, ends=date(2025, 3, 31), own=None, near=(), region=None, england=None, middle=1, low=1,
        high=1, known=3, place=place, level=level,
    )  # fmt: skip
    assert placed(found) == says


@pytest.mark.parametrize(
    ("unit", "value", "says"),
    [
        (Unit.PERCENT, 20.100000000000001, "20.1%"),
        (Unit.PER_10_000, 68.0, "68"),
        (Unit.POUNDS, 68611871, "£68,611,871"),
        (Unit.CASES, 17.5, "17.5"),
    ],
)
def test_a_published_value_in_words(unit, value, says):
    assert words(unit, Figure(2025, "2025", value, "")) == says


def test_the_interactive_tools_dash_is_no_nought():
    assert words(Unit.NUMBER, Figure(2025, "2025", None, "-")).startswith("- (suppressed or not available")
    assert words(Unit.NUMBER, Figure(2025, "2025", None, "")) == "blank (left blank in the published file)"


FITS = {
    Unit.NUMBER: (Count, Stock, Total),
    Unit.PERCENT: (Share, Ratio),
    Unit.PER_10_000: (Rate,),
    Unit.CASES: (Ratio,),
    Unit.SCORE: (Mean,),
    Unit.POUNDS_A_WEEK: (Ratio,),
}
TWINS = [m for _, _, m in declared(Measure, "throughline.measures") if m.compare]


@pytest.mark.parametrize("measure", TWINS, ids=lambda measure: measure.compare)
def test_a_measure_and_its_published_twin_are_of_one_kind(measure):
    series = every_series()[measure.compare]
    assert isinstance(measure, FITS[series.unit]) and not series.published_only
    assert not isinstance(measure, Ratio) or (measure.unit == "%") == (series.unit is Unit.PERCENT)
    assert not isinstance(measure, Rate) or (measure.per == 10_000) == (series.unit is Unit.PER_10_000)
    if is_event(measure):
        assert series.year not in (Year.MARCH_DAY, Year.SEPTEMBER_DAY)
