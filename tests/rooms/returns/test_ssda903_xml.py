"""The SSDA903 as one XML file: the same lines say the same as in CSV files."""

import csv
from datetime import date
from itertools import count
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from throughline.errors import Refused
from throughline.record.care import Care
from throughline.record.child import Child
from throughline.record.columns import Date
from throughline.record.permanence import PreviousPermanence
from throughline.record.rows import SOURCE, SOURCE_LINE
from throughline.record.workforce import Involvements
from throughline.returns.impossible_days import TO_COME
from throughline.returns.receiving import read_return
from throughline.returns.ssda903_tables import TABLES

INSIDE = {  # the element of the XML that holds a table's cells; of the rest they stand in HEADER itself
    "Reviews": "AREVIEW",
    "OC2": "OC2",
    "PlacedAdoption": "AD_PLACED",
    "PrevPerm": "PERMANENCE",
    "Missing": "AMISSING",
}
BESIDE = {"Episodes": "EPISODE", "SWEpisodes": "SW", "DoLo": "DOLO"}  # HEADER, and inside CHILD
ONCE = ("CHILD", "DOB", "SEX")
SPELT = {"CHILD": "CHILDID", "PLACE": "PL"}
LINE = "Ann,01/06/2025,S,C2,N1,U6,PR1,,,,,,"


def element(name, line, cells):
    words = "".join(f"<{SPELT.get(c, c)}>{escape(line.get(c) or '')}</{SPELT.get(c, c)}>" for c in cells)
    return f"<{name}>{words}</{name}>" if name else words


def own(table):
    return [name for name in table.columns if name not in ONCE]


def as_xml(lines):
    """The lines of CSV files (dictionaries by the names of their tables) as one XML file."""
    children = dict.fromkeys(line["CHILD"] for line in lines["Header"])
    mine = {child: {table.__name__: [] for table in TABLES} for child in children}
    for name, several in lines.items():
        for line in several:
            mine[line["CHILD"]][name].append(line)
    return f"<EXPSSDA903>{''.join(map(one_child, mine.values()))}</EXPSSDA903>"


def one_child(told):
    header = [element("", line, (*ONCE, *own(table))) for table in TABLES[:1] for line in told["Header"]]
    header += [f"<UASC>1</UASC><DUC>{line['DUC']}</DUC>" for line in told["UASC"]]
    plain = [table for table in TABLES if table.__name__ in ("OC3", "AD1")]
    header += [element("", line, own(table)) for table in plain for line in told[table.__name__]]
    held = [table for table in TABLES if table.__name__ in INSIDE]
    header += [element(INSIDE[t.__name__], line, own(t)) for t in held for line in told[t.__name__]]
    beside = [table for table in TABLES if table.__name__ in BESIDE]
    after = [element(BESIDE[t.__name__], line, own(t)) for t in beside for line in told[t.__name__]]
    return f"<CHILD><HEADER>{''.join(header)}</HEADER>{''.join(after)}</CHILD>"


def as_csv(lines):
    """The same lines as CSV files; of the tables that the XML has no name for, only with lines."""
    files = {}
    for table in TABLES:
        told = lines.get(table.__name__, [])
        if told or table.__name__ not in ("SWEpisodes", "DoLo"):
            rows = [",".join(line[name] for name in table.columns) for line in told]
            files[f"{table.__name__}.csv"] = "\n".join([",".join(table.columns), *rows, ""])
    return files


def told(part):
    """All that a part says, but for the place of each line."""
    frames = {t: f.drop(SOURCE, SOURCE_LINE) for t, f in part.frames.items()}
    return {t: f.sort(f.columns, nulls_last=True).rows() for t, f in frames.items()}, part.covers, part.as_at


@pytest.fixture
def both(write):
    """The same lines received as CSV files and as one XML file."""

    turns = count()

    def read(lines):
        turn = next(turns)  # a folder of its own each time: what was written before is not there
        paths = write(as_csv(lines), f"csv{turn}"), write({"a.xml": as_xml(lines)}, f"xml{turn}")
        return [read_return([path], today=date(2026, 6, 30), year=2026)[0] for path in paths]

    return read


def line_of(table, draw):
    """A line of a table for one of two children; a line of the XML that says nothing is none."""
    dated = st.dates(date(2025, 4, 1), date(2026, 3, 31)).map("{:%d/%m/%Y}".format)
    special = {
        "DATE_PERM": st.sampled_from(["zz/06/2019", "zz/zz/2019", "zz/zz/zzzz", "01/06/2019"]),
        "RNE": st.sampled_from("SPL"),
    }
    child = draw(st.sampled_from(["Ann", "Bé&n"]))
    line = {"CHILD": child, "DOB": "01/05/2008", "SEX": "2"}
    for n, (name, column) in enumerate((c, table.columns[c]) for c in own(table)):
        words = special.get(name, dated if isinstance(column, Date) else st.sampled_from(["1", "<&'>"]))
        line[name] = draw(words if n == 0 else st.one_of(st.just(""), words))
    return line


@st.composite
def returns(draw):
    header = [{**line_of(TABLES[0], draw), "CHILD": child} for child in ("Ann", "Bé&n")]
    rest = {t.__name__: draw(st.lists(st.builds(lambda t=t: t), max_size=2)) for t in TABLES[1:]}
    return {"Header": header, **{name: [line_of(t, draw) for t in ts] for name, ts in rest.items()}}


@settings(max_examples=6, suppress_health_check=list(HealthCheck))
@given(lines=returns())
def test_xml_and_csv_of_the_same_lines_are_the_same_record(both, lines):
    as_files, as_one = both(lines)
    assert told(as_one) == told(as_files)


def test_the_published_csv_files_turned_into_xml_are_the_same_record(shared, both):
    names = {
        "Header": "header", "Episodes": "episodes", "Reviews": "reviews", "UASC": "uasc", "OC2": "oc2",
        "OC3": "oc3",
        "AD1": "ad1", "PlacedAdoption": "placed_for_adoption", "PrevPerm": "previous_permanence",
        "Missing": "missing",
    }  # fmt: skip
    lines = {}
    for table, name in names.items():
        with (shared / "samples" / "ssda903" / f"{name}.csv").open(encoding="utf-8-sig") as file:
            lines[table] = list(csv.DictReader(file))
    as_files, as_one = both(lines)
    assert told(as_one) == told(as_files)
    assert as_one.frames[Care].height == 5050


def test_the_published_xml_is_received(shared):
    (part,) = read_return([shared / "samples/ssda903/fake_903.xml"])
    assert part.as_at == date(2018, 3, 31)
    assert (part.frames[Child].height, part.frames[Care].height) == (253, 459)
    others = [(fault.column, fault.says) for fault in part.faults if "not a code" not in fault.says]
    assert others == [("REVIEW", TO_COME)], "it has a review of years to come"


def test_what_it_has_no_name_for_is_known_by_its_cells(read, rows, says):
    header = {"CHILD": "Ann", "DOB": "01/05/2008", "SEX": "F"}
    episode = dict(zip(TABLES[1].columns, LINE.split(",")))
    worker = {"CHILD": "Ann", "SW_ID": "W1", "SW_DECOM": "01/06/2025"}
    text = as_xml({"Header": [header], "Episodes": [episode], "SWEpisodes": [worker]})
    part = read({"a.xml": text.replace("<UPN>", "<SHOE>6</SHOE><UPN>")})
    assert rows(part, Involvements, "child", "worker") == [("Ann", "W1")]
    assert rows(part, Child, "child", "asylum") == [("Ann", None)]
    assert "a.xml, line 1, SHOE: in HEADER it has SHOE, which we do not know; not read." in says(part)


def test_workers_of_whom_it_says_nothing_are_not_available(read):
    header = {"CHILD": "Ann", "DOB": "01/05/2008", "SEX": "F"}
    part = read(
        {"a.xml": as_xml({"Header": [header], "Episodes": [dict(zip(TABLES[1].columns, LINE.split(",")))]})}
    )
    assert Involvements not in part.covers and Care in part.covers


def test_a_mark_alone_says_who_came_alone(read, rows):
    text = (
        "<EXPSSDA903>"
        "<CHILD><HEADER><CHILDID>Ann</CHILDID><UASC>1</UASC></HEADER>"
        "<EPISODE><DECOM>01/06/2025</DECOM></EPISODE></CHILD>"
        "<CHILD><HEADER><CHILDID>Ben</CHILDID><UASC>0</UASC></HEADER></CHILD></EXPSSDA903>"
    )
    assert rows(read({"a.xml": text}), Child, "child", "asylum") == [("Ann", True), ("Ben", False)]


def test_two_years_in_one_folder(write):
    def year(number):
        episode = dict(zip(TABLES[1].columns, LINE.replace("2025", number).split(",")))
        header = {"CHILD": "Ann", "DOB": "01/05/2008", "SEX": "F"}
        return as_xml({"Header": [header], "Episodes": [episode]})

    (part,) = read_return([write({"a.xml": year("2024"), "b.xml": year("2025")})], today=date(2026, 6, 30))
    assert part.covers[Care] == (date(2024, 4, 1), date(2026, 3, 31))


def test_a_day_known_in_part_is_kept_as_it_is_written(read, rows):
    header, permanence = TABLES[0].columns, "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n"
    part = read({
        "header.csv": f"{','.join(header)}\nAnn,F,01/05/2008,WBRI,A1,,\n",
        "episodes.csv": f"{','.join(TABLES[1].columns)}\n{LINE}\n",
        "permanence.csv": f"{permanence}Ann,01/05/2008,P1,E08000025,zz/06/2019\nAnn,01/05/2008,,,\n",
    })  # fmt: skip
    assert rows(part, PreviousPermanence, "child", "kind", "council", "ordered") == [
        ("Ann", "P1", "E08000025", "zz/06/2019")
    ]


def test_xml_without_a_child_is_refused(write):
    with pytest.raises(Refused, match="no return we know, though it is XML"):
        read_return([write({"a.xml": "<EXPSSDA903><HEADER><A>1</A></HEADER></EXPSSDA903>"})])
