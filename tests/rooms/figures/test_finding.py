"""Conflicts in sets of figures: each kind found, and what is right left alone."""

import csv
from dataclasses import replace

import pytest

from throughline.cli import main
from throughline.errors import Refused
from throughline.figures import reading
from throughline.figures.finding import conflicts_in
from throughline.figures.reading import figures_in, read_figures

HEADINGS = "id,area,period,topic,measure,breakdown,value,unit"


def found(*rows):
    """What is found in rows of: name, period, measure, breakdown, value, unit (all of one area and table)."""
    lines = [
        f"{name},Saltby,{period},Table 1,{rest}" for name, period, rest in (r.split(",", 2) for r in rows)
    ]
    return [
        (each.kind, each.blames) for each in conflicts_in(figures_in("x.csv", "\n".join([HEADINGS, *lines])))
    ]


PLANS = ("a,2018,Children on plans,sex=F,40,stock", "b,2018,Children on plans,sex=M,60,stock")


@pytest.mark.parametrize(
    ("whole", "wrong"),
    [
        ("t,2018,Children on plans,,100,stock", False),
        ("t,2018,Children on plans,,101,stock", True),
        ("t,2018,Children on plans total,all,99,stock", True),
        ("t,2018,Children with a social worker,,300,stock", False),
        ("t,2018,Total of everything,,100,stock", False),
        ("t,2017,Children on plans,,101,stock", False),
        ("t,2018,Children on plans,,101,count", False),
    ],
)
def test_totals(whole, wrong):
    assert found(*PLANS, whole) == ([("total", ("t",))] if wrong else [])


def test_a_total_beside_parts_of_two_kinds():
    parts = (
        "c,2018,Children on plans,age=0 to 4,30,stock",
        "d,2018,Children on plans,age=5 and over,71,stock",
    )
    assert found(*PLANS, *parts, "t,2018,Children on plans,,100,stock") == [("total", ("t",))]
    named = ("e,2018,New,new referral,3,count", "f,2018,Known,already open,4,count")
    assert found(*named, "t,2018,Total children,,8,count") == [("total", ("t",))]


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ("Children looked after,,10,stock", "Looked-after children (total),,11,stock", True),
        ("Children looked after,,10,stock", "Looked-after children (total),,10.0,stock", False),
        ("Children looked after,,10,stock", "Children looked after,ward=A,9,stock", False),
        ("% reaching the standard at KS2,,70,%", "% reaching the standard RWM at Key Stage 2,,69,%", True),
        ("% reaching standard 2,,70,%", "% reaching standard,,69,%", False),
        ("Plans,,7,stock", "Plans ended,,3,stock", False),
        ("Inspection,,2017-01,date", "Inspection,,2017-02,date", True),
        ("Inspection,,2017-01,date", "Inspection,,2017-01,date", False),
        ("Inspection,,2017-01,date", "Inspection,,2017-01-15,date (day)", False),
        ("Inspection,,2017-01,date", "Inspection,,15 January 2017,date", False),
        ("Inspection,,2017-01,date", "Inspection,,2017-02-01,date (day)", True),
        ("Inspection,,spring,date", "Inspection,,summer,date", True),
        ("Inspection,,2017,count", "Inspection,,2017-01,date", False),
    ],
)
def test_one_thing_with_two_values(one, other, wrong):
    assert found(f"a,2018,{one}", f"b,2018,{other}") == ([("two values", ("a", "b"))] if wrong else [])


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [("2017-01", "2017-02", True), ("2017-01", "2017-01-20", False), ("2018-01", "2017-01", False)],
)
def test_a_date_whose_period_is_the_date_itself(one, other, wrong):
    """A year's inspection with two dates is one thing; an inspection of each year is not."""
    first, second = f"a,{one},Inspection,,{one},date", f"b,{other},Inspection,,{other},date"
    assert found(first, second) == ([("two values", ("a", "b"))] if wrong else [])


@pytest.mark.parametrize(
    ("value", "note", "wrong"),
    [
        ("2017-01", "elsewhere it took place in February 2017", True),
        ("2017-01", "elsewhere it took place in January 2017", False),
        ("2017-01", "on 31 Jan 2017, or 2017-01-31", False),
        ("2017-01", "on 1st Feb 2017", True),
        ("2017-01", "see 2017-02", True),
        ("2017-01", "see 2017-13, 31 February 2017 and the marked 2017", False),
        ("2019-06-01", "the report says Quarter 2; it is Q1 2019/20", True),
        ("2019-06-01", "the report says quarter 1 of 2019/20", False),
        ("2019-06-01", "in Q1 of 2018/19", True),
        ("2019-02-01", "in Q4 2018/19, or Q4", False),
        ("some day", "in March 2018", False),
        ("2017-01", "", False),
    ],
)
def test_a_date_that_its_note_gives_otherwise(value, note, wrong):
    text = f"{HEADINGS},note\na,Saltby,2017,T,Inspection,,{value},date,{note}"
    blamed = [(each.kind, each.blames) for each in conflicts_in(figures_in("x.csv", text))]
    assert blamed == ([("two values", ("a",))] if wrong else [])
    assert conflicts_in(figures_in("x.csv", text.replace(",date,", ",stock,"))) == []


def test_two_tables_need_the_very_same_words():
    lines = [
        "a,Saltby,2018,Table 1,Children in care now,,10,stock",
        "b,Saltby,2018,Text,Children in care,,11,stock",
    ]
    assert conflicts_in(figures_in("x.csv", "\n".join([HEADINGS, *lines]))) == []


@pytest.mark.parametrize(
    ("printed", "wrong"), [("15", False), ("14.9", False), ("14.3", True), ("16.0", True)]
)
def test_percentages_of_words(printed, wrong):
    counts = ("a,2016,Contacts to the hub,,8394,count", "b,2016,Contacts leading to a referral,,1246,count")
    rows = found(*counts, f"p,2016,% of contacts leading to a referral,,{printed},%")
    assert rows == ([("percentage", ("p",))] if wrong else [])


@pytest.mark.parametrize(("printed", "wrong"), [("40", False), ("40.5", False), ("40.6", True)])
def test_percentages_of_a_group(printed, wrong):
    rows = found(*PLANS, "t,2018,Children on plans,,100,stock", f"p,2018,% of plans,sex=F,{printed},%")
    assert rows == ([("percentage", ("p",))] if wrong else [])


def test_a_percentage_without_its_counts_is_left_alone():
    assert (
        found("p,2018,% seen,,40,%", "q,2018,Seen rate,,n/a,%", *PLANS, "r,2018,% of plans,sex=F,41,%") == []
    )


ENDS = (
    "a,31 March 2016,Children looked after,,200,stock",
    "b,31 March 2017,Children looked after,,220,stock",
    "c,31 March 2018,Children looked after,,250,stock",
)


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ("2016 to 2018,Increase in children looked after,,50,count", False),
        ("2016 to 2018,Increase in children looked after,,30,count", True),
        ("2016 to 2018,Increase in children looked after,,25,%", False),
        ("2016 to 2018,Increase in children looked after,,26,%", True),
        ("since 2016,Rise in children looked after,,20,count", False),
        ("2017/18,Rise in children looked after,,30,count", False),
        ("2017/18,Rise in children looked after,,31,count", True),
        ("2017/18,Fall in children looked after,,30,count", True),
        ("2016 to 2018,Change in children looked after,,-50,count", False),
        ("see note,Increase in children looked after from previous year,,30,count", True),
        ("last year,Increase in children looked after vs 2015-16,,20,count", False),
        ("last year,Increase in children looked after vs 2015-16,,30,count", True),
        ("2016 to 2018,Increase in children in need,,30,count", False),
        ("2016 to 2018,Increase in children looked after,,some,count", False),
    ],
)
def test_changes(change, wrong):
    assert found(*ENDS, f"x,{change}") == ([("change", ("x",))] if wrong else [])


def test_the_published_figures_contradict_one_another_where_they_are_said_to(shared):
    """Of the rows marked, three are dates that other sentences of their documents give otherwise: no rows of
    the file, but in notes of it. Every row that is marked is found, and nothing else; the mark is not what is
    read."""
    file = shared / "facts" / "published_figures.csv"
    with file.open(newline="", encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    marked = {row["id"]: row for row in rows if row["note"].startswith("CONFLICT")}
    figures = [replace(each, note=each.note.replace("CONFLICT", "")) for each in read_figures(file)]
    blamed = {name for each in conflicts_in(figures) for name in each.blames}
    assert (len(marked), blamed) == (9, set(marked))
    bare = [replace(each, note="") for each in figures]
    dates = {name for name, row in marked.items() if row["unit"].startswith("date")}
    assert {name for each in conflicts_in(bare) for name in each.blames} == set(marked) - dates


def test_what_is_no_set_of_figures_is_refused_in_words(tmp_path, monkeypatch):
    file = tmp_path / "figures.csv"
    file.write_text("area,measure\nSaltby,Plans\n")
    with pytest.raises(Refused, match="no column period, topic, value, unit"):
        read_figures(file)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(Refused, match="UTF-8"):
        read_figures(file)
    with pytest.raises(Refused, match="cannot be read"):
        read_figures(tmp_path / "none.csv")
    with pytest.raises(Refused, match="line 2"):
        figures_in("x.csv", f'{HEADINGS}\n"a"b,')
    with pytest.raises(Refused, match="no column area"):
        figures_in("x.csv", "")
    monkeypatch.setattr(reading, "MOST", 0)
    with pytest.raises(Refused, match="1 figures"):
        figures_in("x.csv", f"{HEADINGS}\na,b\n")
    monkeypatch.setattr(reading, "LARGEST", 1)
    with pytest.raises(Refused, match="20 MB"):
        read_figures(file)


def test_rows_without_a_name_are_told_by_their_line():
    text = "council,year,table,measure,value,unit\nSaltby,2018,1,Plans,7,stock\nSaltby,2018,2,Plans,8,stock\n"
    assert conflicts_in(figures_in("x.csv", text))[0].rows == ("line 2", "line 3")


def test_the_command(tmp_path, capsys):
    file = tmp_path / "figures.csv"
    file.write_text(f"{HEADINGS}\n" + "".join(f"{n},S,2018,T,Plans,,{n},stock\n" for n in (7, 8)))
    assert main(["figures", str(file)]) == 1
    out = capsys.readouterr().out
    assert "Two values. 7 (Plans, 2018: 7) and 8 (Plans, 2018: 8) are the same" in out
    assert "2 figures: 1 to be looked at." in out
    assert main(["figures", str(file), "--json"]) == 1
    assert '"kind": "two values"' in capsys.readouterr().out
    file.write_text(f"{HEADINGS}\n7,S,2018,T,Plans,,7,stock\n")
    assert main(["figures", str(file)]) == 0
    assert "nothing contradicts anything" in capsys.readouterr().out
