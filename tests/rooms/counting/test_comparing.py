"""A list of ids beside a measure: in both, ours only, theirs only, each with its reason."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from throughline.counting.answers import count
from throughline.counting.comparing import BOTH, OURS, THEIRS, Asked, compared, read_ids
from throughline.counting.why_not import conjuncts, value_said
from throughline.errors import Refused
from throughline.measures.assessment import assessments_within_45_days
from throughline.measures.care import looked_after
from throughline.measures.complaints import complaints_received
from throughline.measures.into_care import started_care
from throughline.record.assessment import Assessments
from throughline.record.care import Care
from throughline.record.child import SEX_OF_CHILD, Child
from throughline.record.identity import MergedIds
from throughline.record.periods import Months, as_at, months
from throughline.record.snapshots import Covered, Snapshot

DAY = date(2026, 6, 30)


def rows(table, *given):
    full = [{f"{table.__name__}.{name}": value for name, value in row.items()} for row in given]
    return pl.DataFrame(full, schema=table.schema())


def care(child, started, ended=None, legal_status="C2", start_reason="S"):
    return {
        "child": child, "started": started, "ended": ended, "legal_status": legal_status,
        "start_reason": start_reason,
    }  # fmt: skip


JANUARY = date(2026, 1, 1)
SNAPSHOT = Snapshot.of(
    {
        Child: rows(
            Child, *({"child": c, "sex": "F"} for c in ("0101", "Ben", "Cat", "Dee", "Eve", "Fay", "Gil"))
        ),
        Care: rows(
            Care,
            care("0101", JANUARY),
            care("Ben", JANUARY, legal_status="V4"),
            care("Cat", JANUARY, ended=DAY),
            care("Dee", date(2026, 7, 3)),
            care("Eve", JANUARY, ended=date(2026, 3, 1)),
            care("Eve", date(2025, 1, 1), ended=date(2025, 3, 1), legal_status="V3"),
            care("Gil", None),
            care("Hal", JANUARY),
        ),
        MergedIds: rows(MergedIds, {"child": "Hal", "former": "Old"}, {"child": "Ben", "former": "Bad"}),
        Assessments: rows(
            Assessments,
            {"child": "Fay", "started": JANUARY, "ended": date(2026, 6, 2)},
            {"child": "Gil", "ended": date(2026, 6, 3)},
            {"child": "Ben", "started": date(2026, 6, 1), "ended": date(2026, 6, 4)},
        ),
    },
    as_at=date(2026, 7, 31),
)
ANSWERS = count(
    [looked_after, started_care, assessments_within_45_days, complaints_received],
    SNAPSHOT,
    Months(2026, 1, 7),
    [SEX_OF_CHILD],
)


def told(measure, period, *ids, **more):
    found = compared(ANSWERS, Asked(measure=measure, period=period, **more), ids)
    return {given or child: (where, why) for given, child, where, why in found.rows()}


def test_each_id_is_where_it_belongs_and_says_why():
    found = told(
        looked_after, as_at(DAY), "0101", "Ben", "Cat", "Dee", "Eve", "Fay", "Gil", "Zoe", "Old", "Bad"
    )
    assert found["0101"] == (BOTH, "since 1 January 2026")
    assert found["Old"] == (BOTH, "known here as Hal: since 1 January 2026")
    assert {where for each, (where, _) in found.items() if each not in ("0101", "Old")} == {THEIRS}
    assert found["Ben"][1].startswith("left out: legal status") and "V4" in found["Ben"][1]
    assert found["Bad"][1] == f"known here as Ben: {found['Ben'][1]}"
    assert found["Cat"][1] == "left out: ended that day"
    assert found["Dee"][1] == "left out: counts only from 3 July 2026"
    assert found["Eve"][1] == "left out: ended on 1 March 2026", "of two times in care, the nearer"
    assert found["Fay"][1] == "in the record, with nothing in Care"
    assert found["Gil"][1] == "left out: the day from which it would count is not recorded"
    assert found["Zoe"][1] == "not in the record at all"


def test_ours_only_say_since_when():
    assert told(looked_after, as_at(DAY), "Zoe")["0101"] == (OURS, "since 1 January 2026")
    ended = told(looked_after, as_at(date(2026, 2, 1)), "Zoe")
    assert ended["Eve"] == (OURS, "since 1 January 2026, ended on 1 March 2026")


@pytest.mark.parametrize("given", ["101", "00101", "0101"])
def test_noughts_that_a_spreadsheet_took_away(given):
    where, why = told(looked_after, as_at(DAY), given)[given]
    assert where == BOTH and ("known here as 0101" in why) == (given != "0101")


def test_events_are_too_early_or_too_late():
    found = told(started_care, months(2026, 6), "0101", "Dee", "Ben")
    assert found["0101"][1] == "left out: before these dates: 1 January 2026"
    assert found["Dee"][1] == "left out: after these dates: 3 July 2026"
    assert found["Ben"][1].startswith("left out: before these dates: 1 January 2026; legal status")


def test_of_a_share_who_counts_otherwise():
    june = months(2026, 6)
    assert told(assessments_within_45_days, june, "Gil")["Gil"][1].startswith(
        "left out, because not recorded:"
    )
    passed = told(assessments_within_45_days, june, "Fay", "Ben", which="passes")
    assert passed["Fay"] == (THEIRS, "it counts, and does not pass") and passed["Ben"][0] == BOTH
    failed = told(assessments_within_45_days, june, "Ben", which="fails")
    assert failed["Ben"] == (THEIRS, "it counts, and passes")


def test_of_a_group_who_is_in_another():
    found = told(looked_after, as_at(DAY), "0101", "Hal", by=SEX_OF_CHILD, group="Not recorded")
    assert found["0101"] == (THEIRS, "it counts, under Sex F")
    assert found["Hal"][0] == BOTH


def test_what_may_not_be_told_is_not():
    found = told(looked_after, as_at(DAY), "Ben", tells=frozenset())
    assert found["Ben"][1].endswith(": not for you to see")


def test_another_return_may_answer_for_a_day():
    covers = {**SNAPSHOT.covers, Care: (Covered(1, JANUARY, date(2026, 7, 31)),)}
    answers = count([looked_after], replace(SNAPSHOT, covers=covers), Months(2026, 1, 7), [])
    found = compared(answers, Asked(measure=looked_after, period=as_at(DAY)), ["0101"])
    assert found.rows()[0][3] == "left out: another return answers for that day"


def test_what_cannot_be_compared_is_refused():
    with pytest.raises(Refused, match="not of children"):
        told(complaints_received, months(2026, 6), "0101")
    with pytest.raises(Refused, match="No return answers"):
        told(looked_after, as_at(date(2030, 1, 1)), "0101")


def test_a_test_is_taken_apart():
    a, b, c = pl.col("a") == 1, pl.col("b").is_null() | pl.col("c"), ~pl.col("d")
    assert len(conjuncts(a & b & c)) == 3 and len(conjuncts(b)) == 1 and len(conjuncts(pl.col("e"))) == 1


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("101\n102\n101\n", ["101", "102"]),
        ("\ufeffPerson ID\n101\n", ["101"]),
        ('"101",Ann Hill\n"102",Ben Lake\n', ["101", "102"]),
        ("101, 102;103 104", ["101", "102", "103", "104"]),
        ("101\t2012\n\n 102 \t2013", ["101", "102"]),
        ("Ann\nBen", ["Ann", "Ben"]),
    ],
)
def test_lists_as_they_are_pasted(text, ids):
    assert read_ids(text) == ids


@pytest.mark.parametrize("text", ["", " \n ", "x" * 61, "\n".join(map(str, range(10_001)))])
def test_what_is_no_list_is_refused(text):
    with pytest.raises(Refused):
        read_ids(text)


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("Care.legal_status", None, "not recorded"),
        ("Assessments.seen", False, "no"),
        ("Care.started", DAY, "30 June 2026"),
        ("Care.child", "A1", "A1"),
        ("Care.start_reason", "S", "Started to be looked after (S)"),
    ],
)
def test_what_is_in_a_cell_is_said_in_words(column, value, words):
    assert value_said(column, value) == words
