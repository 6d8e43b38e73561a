"""The catalogue as a data dictionary: everything in words, and from the declarations alone."""

import csv
import json
from dataclasses import replace
from datetime import date
from io import StringIO

import polars as pl
import pytest

from throughline.cli import main
from throughline.counting.store import catalogue
from throughline.measures.assessment import assessments_within_45_days
from throughline.measures.care import care_seen_within_6_weeks, looked_after, looked_after_rate
from throughline.measures.complaints import complaints_received
from throughline.measures.dictionary import as_csv, as_json, dictionary, entry
from throughline.measures.in_words import formula
from throughline.measures.kinds import Share, Typical
from throughline.measures.workforce import caseload
from throughline.record.care import Care
from throughline.record.protection import CpPlans

ENTRIES = {each.name: each for each in dictionary()}


def test_every_measure_is_in_it_with_all_that_a_dictionary_asks():
    assert list(ENTRIES) == list(catalogue())
    for each in ENTRIES.values():
        words = (
            each.title,
            each.question,
            each.kind,
            each.source,
            each.numerator,
            each.date_rule,
            each.polarity,
        )
        assert all(words) and each.owner and date.fromisoformat(each.review_date)
        assert each.tables and each.columns and each.example.strip()
        assert bool(each.denominator) == each.kind.startswith(("share", "rate", "ratio"))


def test_no_word_of_the_engine_is_left_in_it():
    told = " ".join(f"{e.numerator} {e.denominator} {e.date_rule} {e.exclusions}" for e in ENTRIES.values())
    assert not [word for word in ("col(", "dyn ", "null", "Expr", "alias", "[(", "Series") if word in told]


def test_a_stock_and_a_rate_in_words():
    stock, rate = entry("a", "care", looked_after), entry("b", "care", looked_after_rate)
    assert stock.numerator.startswith("children with a row of Care (a time a child is looked after")
    assert "from the day it began (Care.started), to the day before the day it ended" in stock.date_rule
    assert "V3, V4" in stock.exclusions and "is not so" in stock.exclusions
    assert rate.denominator.startswith("children aged 0 to 17") and rate.denominator.endswith(
        "for every 10,000"
    )
    assert rate.columns["Care.started"] == "clae_cla_episode_start_date"
    assert {"Sex", "Team", "Age"} <= set(stock.breakdowns)


def test_a_share_in_words():
    share, seen = (entry("a", "x", m) for m in (assessments_within_45_days, care_seen_within_6_weeks))
    assert share.denominator.startswith("rows of Assessments") and "never counted as no" in share.exclusions
    assert seen.numerator.startswith("of these, those that pass: children with a row of CareVisits")
    assert seen.targets == {"every year": 0.95}
    by_year = replace(looked_after, target={2027: 0.5, 2028: 0.6}, compare="nothing")
    assert entry("a", "x", by_year).targets == {"2026/27": 0.5, "2027/28": 0.6}
    assert entry("a", "x", by_year).comparator == "nothing"
    settles = replace(assessments_within_45_days, settles=Care.started + pl.duration(days=3))
    assert "too early to say until" in entry("a", "x", settles).date_rule


def test_what_is_no_child_is_said_to_be_something_else():
    found = entry("a", "x", complaints_received)
    assert "each once" in found.numerator and "Sex" not in found.breakdowns
    assert entry("a", "x", caseload).denominator


@pytest.mark.parametrize(
    ("test", "words"),
    [
        (CpPlans.category == "NEG", "CpPlans.category is NEG"),
        (CpPlans.category != "NEG", "CpPlans.category is not NEG"),
        (CpPlans.other_council.fill_null(False), "CpPlans.other_council (blank: no)"),
        (CpPlans.ended.is_not_null(), "CpPlans.ended is recorded"),
        (CpPlans.ended.is_null(), "CpPlans.ended is not recorded"),
        (CpPlans.started.dt.offset_by("24mo0d"), "CpPlans.started + 24 months"),
        (CpPlans.started.rank(), "by a rule of CpPlans.started: the example shows it"),
        (CpPlans.category.is_in(["X" * 400]), "by a rule of CpPlans.category: the example shows it"),
    ],
)
def test_expressions_in_words(test, words):
    assert formula(test) == words


def test_as_a_table_and_for_machines(capsys):
    rows = list(csv.DictReader(StringIO(as_csv())))
    assert [row["name"] for row in rows] == list(ENTRIES)
    row = next(row for row in rows if row["name"] == "looked_after")
    assert "Care.started: clae_cla_episode_start_date" in row["columns"].split(" | ")
    assert json.loads(as_json())[0]["name"] == next(iter(ENTRIES))
    assert main(["catalogue"]) == 0 and capsys.readouterr().out == as_csv()
    assert main(["catalogue", "--json"]) == 0 and capsys.readouterr().out == as_json()


def test_middles_and_shares_are_told_apart():
    kinds = {type(measure): ENTRIES[name].kind for name, measure in catalogue().items()}
    assert kinds[Typical] == "middle value" and kinds[Share] == "share"
