"""Which year a file of an SSDA903 is of."""

from datetime import date

import pytest
from little_returns import EPISODES, HEADER

from throughline.errors import Refused
from throughline.record.child import Child
from throughline.record.leaving_care import CareLeavers
from throughline.returns.receiving import read_return
from throughline.returns.ssda903 import read_ssda903
from throughline.returns.ssda903_tables import OC3, Episodes, Header

OC3_HEADINGS = "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n"
TODAY = date(2026, 6, 30)


def header(*children):
    return HEADER + "".join(f"{child},1,01/05/2004,WBRI,,,\n" for child in children)


def episodes(day, *children):
    return EPISODES + "".join(f"{child},{day},S,C2,N1,U6,PR1,,,,,,\n" for child in children)


def oc3(*children):
    return OC3_HEADINGS + "".join(f"{child},01/05/2004,YES,F1,U1\n" for child in children)


def years(folder, **asked):
    told = read_ssda903([folder], today=TODAY, **asked)
    return {
        end: {t.__name__: sorted(f[f"{t.__name__}.CHILD"]) for t, f in tables.items()}
        for end, tables in told.tables.items()
    }


@pytest.mark.parametrize(
    ("named", "year", "told"),
    [
        ("2021-22", None, ""),
        ("2021", None, ""),
        ("2022", None, ""),
        ("returns", 2022, ""),
        ("2020-21", None, "its name says 2020-21"),
        ("2024", None, "its name says 2024"),
        ("2021-22", 2026, "--year says 2026"),
    ],
)
def test_a_year_that_its_dates_gainsay_is_said(write, named, year, told):
    files = {f"{named}/e.csv": episodes("01/06/2021", "A"), f"{named}/h.csv": header("A")}
    found = read_ssda903([write(files)], today=TODAY, year=year)
    (end,) = found.tables
    says = [fault.says for fault in found.faults if fault.column == "DECOM"]
    expected = f"{told}, and its newest episode began in the year to 31 March 2022: it is read as that year."
    assert (end, says) == (2022, [expected] if told else [])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2021-22/{}.csv", "2022-23/{}.csv"),
        ("2021/{}.csv", "2022/{}.csv"),
        ("2021-{}.csv", "2022-{}.csv"),
        ("SSDA903_2022_{}.csv", "SSDA903_2023_{}.csv"),
        ("last_year/{}.csv", "this_year/{}.csv"),
        ("all/{}_a.csv", "all/{}_b.csv"),
    ],
)
def test_files_join_the_episodes_of_their_year(write, first, second):
    """By the year in a name, by the folder, and at last by the children they share."""
    folder = write(
        {
            first.format("ep"): episodes("01/06/2021", "A", "B", "C"),
            first.format("head"): header("A", "B", "C"),
            first.format("oc3"): oc3("A"),
            second.format("ep"): episodes("31/03/2023", "D", "E"),
            second.format("head"): header("D", "E"),
            second.format("oc3"): oc3("E"),
        }
    )
    assert years(folder) == {
        2022: {"Episodes": ["A", "B", "C"], "Header": ["A", "B", "C"], "OC3": ["A"]},
        2023: {"Episodes": ["D", "E"], "Header": ["D", "E"], "OC3": ["E"]},
    }


def test_a_year_as_two_is_the_year_of_the_second(write):
    folder = write(
        {
            "a/ep.csv": episodes("01/06/2021", "A"),
            "b/ep.csv": episodes("01/06/2022", "A"),
            "2021-22 head.csv": header("A"),
            "2022-23 head.csv": header("A"),
        }
    )
    assert set(years(folder)) == {2022, 2023}


@pytest.mark.parametrize(
    ("day", "end"), [("31/03/2022", 2022), ("01/04/2022", 2023), ("01/04/2021", 2022), ("31/12/2021", 2022)]
)
def test_the_year_holds_the_latest_start(write, day, end):
    folder = write(
        {
            "ep.csv": episodes(day, "A") + episodes("01/05/2015", "B").split("\n", 1)[1],
            "h.csv": header("A", "B"),
        }
    )
    assert set(years(folder)) == {end}


def test_a_start_to_come_is_a_slip_and_not_a_year(write):
    text = episodes("01/06/2021", "A") + "B,01/06/2102,S,C2,N1,U6,PR1,,,,,,\n"
    assert set(years(write({"ep.csv": text, "h.csv": header("A", "B")}))) == {2022}


def test_the_command_asks_when_nothing_says(write):
    files = {
        "x/ep_a.csv": episodes("01/06/2021", "A", "B"),
        "x/ep_b.csv": episodes("01/06/2022", "A", "B"),
        "x/h.csv": header("A", "B"),
        "y/h.csv": header("Q"),
    }
    folder = write(files)
    with pytest.raises(Refused, match=r"Which year is given/x/h\.csv of\?") as refused:
        read_return([folder], today=TODAY)
    assert "--year" in refused.value.do
    with pytest.raises(Refused, match="year to 31 March 2022 has no header"):
        read_return([folder], today=TODAY, year=2023)


def test_the_year_said_is_taken_where_the_files_do_not_say(write):
    folder = write({"ep.csv": EPISODES, "h.csv": header("A")})
    with pytest.raises(Refused, match="Which year"):
        read_return([folder], today=TODAY)
    (part,) = read_return([folder], today=TODAY, year=2020)
    assert part.as_at == date(2020, 3, 31)


@pytest.mark.parametrize(
    ("files", "lacks"),
    [({"h.csv": header("A")}, "Which year"), ({"ep.csv": episodes("01/06/2021", "A")}, "has no header")],
)
def test_a_year_needs_its_header_and_its_episodes(write, files, lacks):
    with pytest.raises(Refused, match=lacks):
        read_return([write(files)], today=TODAY)


def test_without_episodes_the_year_said_is_not_enough(write):
    with pytest.raises(Refused, match="has no episodes"):
        read_return([write({"h.csv": header("A")})], today=TODAY, year=2022)


def test_years_with_a_gap_are_two_parts(write):
    folder = write(
        {
            "2020/ep.csv": episodes("01/06/2019", "A"),
            "2020/h.csv": header("A"),
            "2022/ep.csv": episodes("01/06/2021", "A"),
            "2022/h.csv": header("A"),
        }
    )
    first, second = read_return([folder], today=TODAY)
    assert [first.as_at, second.as_at] == [date(2020, 3, 31), date(2022, 3, 31)]
    assert first.covers[Child] == (date(2019, 4, 1), date(2020, 3, 31))
    assert second.covers[Child] == (date(2021, 4, 1), date(2022, 3, 31))


def test_two_files_of_one_table_are_read_as_one_and_said(write):
    files = {
        "ep.csv": episodes("01/06/2021", "A"),
        "ep2.csv": episodes("01/06/2021", "A", "B"),
        "h.csv": header("A", "B"),
    }
    told = read_ssda903([write(files)], today=TODAY)
    assert sorted(told.tables[2022][Episodes]["Episodes.CHILD"]) == ["A", "B"]
    assert "given/ep2.csv: the year to March 2022 has another file of this table" in str(told.faults[0])


def test_the_same_bytes_under_two_names_are_one_file(write):
    files = {
        "ep.csv": episodes("01/06/2021", "A"),
        "copy of ep.csv": episodes("01/06/2021", "A"),
        "h.csv": header("A"),
    }
    told = read_ssda903([write(files)], today=TODAY)
    assert [source.file for source in told.sources] == ["given/copy of ep.csv", "given/h.csv"]
    assert told.faults == ()


def test_what_rules_are_given(write):
    """Days as they were written stay beside days as read, with the file and the line."""
    text = EPISODES + "A,31/02/2022,S,C2,N1,U6,PR1,,,,,,\nA,01/03/2022,P,C2,N1,U6,PR1,,,,,,\n"
    told = read_ssda903([write({"ep.csv": text, "h.csv": header("A")})], today=TODAY)
    frame = told.tables[2022][Episodes]
    seen = frame.select("Episodes.DECOM", "Episodes.DECOM@text", "@source", "@source_line").rows()
    assert seen == [(None, "31/02/2022", 0, 2), (date(2022, 3, 1), "01/03/2022", 0, 3)]
    assert told.sources[told.tables[2022][Header]["@source"][0]].file == "given/h.csv"
    assert OC3 not in told.tables[2022]


def test_a_table_not_sent_is_not_available_and_an_empty_one_is_none(read, says):
    with_it = {"ep.csv": episodes("01/06/2021", "A"), "h.csv": header("A"), "oc3.csv": OC3_HEADINGS}
    part = read(with_it)
    assert part.covers[CareLeavers] == (date(2021, 4, 1), date(2022, 3, 31))
    assert part.frames[CareLeavers].height == 0
    assert "no file of OC3" not in says(part)
    del with_it["oc3.csv"]
    part = read(with_it, folder="without")
    assert CareLeavers not in part.covers and CareLeavers not in part.frames
    assert "SSDA903 for the year to 31 March 2022: no file of OC3 was sent" in says(part)
    assert "social workers" not in says(part), "not asked for before 2024"


def test_cover_is_the_last_run_of_years_with_the_table(read, says):
    files = {}
    for end in (2020, 2021, 2022, 2023):
        files[f"{end}/ep.csv"] = episodes(f"01/06/{end - 1}", "A")
        files[f"{end}/h.csv"] = header("A")
        if end != 2021:
            files[f"{end}/oc3.csv"] = oc3("A")
    part = read(files)
    assert part.covers[CareLeavers] == (date(2021, 4, 1), date(2023, 3, 31))
    assert "31 March 2021: no file of OC3" in says(part)
