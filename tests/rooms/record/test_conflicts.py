"""What two returns say otherwise of one child: each difference once, with what is used; none invented."""

from datetime import date

import pytest

from throughline.record.care import Care
from throughline.record.child import Child, Wards
from throughline.record.identity import Conflicts
from throughline.record.protection import CpPlans
from throughline.record.send import EhcPlans

from .told import ANN, DAY, a_return, differences, made

JAN, FEB, MARCH, APRIL = (date(2026, month, 1) for month in (1, 2, 3, 4))


def two(table, ours, theirs, window=None):
    """What is listed of two returns that say these rows of a child on the last day of both."""
    one = a_return("one", 1, {Child: [{"child": "1"}], table: [{"child": "1"} | row for row in ours]})
    rows = [{"child": "1"} | row for row in theirs]
    other = a_return("two", 2, {table: rows}, window or (date(2025, 1, 1), APRIL))
    return differences(made(other, one), "what", "day", "used", "other")


@pytest.mark.parametrize(
    ("column", "ours", "theirs", "told"),
    [
        ("sex", "F", "M", ("Sex", "Female", "Male")),
        ("ethnicity", "WBRI", "ZZZZ", ("Ethnic group", "White British", "ZZZZ")),
        ("died", JAN, FEB, ("Date of death", "2026-01-01", "2026-02-01")),
        ("upn", "A12345678901B", "short", ("Pupil number", "A12345678901B", "short")),
        ("upn", "A12345678901B", "UN3", None),
        ("sex", "F", "U", None),
        ("ethnicity", "NOBT", "WBRI", None),
        ("ethnicity", "REFU", "WBRI", ("Ethnic group", "Refused", "White British")),
        ("sex", "F", None, None),
        ("sex", None, "M", None),
        ("sex", "F", "F", None),
    ],
)
def test_of_a_child(column, ours, theirs, told):
    parts = [
        a_return(title, rank, {Child: [{"child": "1", "born": ANN, column: said}]})
        for title, rank, said in (("one", 1, ours), ("two", 2, theirs), ("three", 3, theirs))
    ]
    record = made(*parts)
    every = [] if told is None else [(told[0], None, *told[1:], "one", said) for said in ("three", "two")]
    columns = ("what", "day", "used", "other", "used_from", "other_from")
    assert differences(record, *columns) == every


def test_looked_after_by_one_and_not_by_the_other():
    assert two(Care, [{"started": JAN}], []) == [("Looked after", APRIL, "Yes", "No")]
    assert two(Care, [], [{"started": JAN}]) == [("Looked after", APRIL, "No", "Yes")]
    assert two(Care, [{"started": JAN}], [{"started": JAN, "ended": APRIL}]) != []
    assert two(Care, [{"started": JAN}], [{"started": FEB}]) == []
    assert two(Care, [{"started": JAN, "legal_status": "V4"}], []) == []  # a short break


def test_where_a_difference_stands():
    one = a_return("one", 1, {Care: [{"child": "1", "started": JAN}]})
    record = made(one, a_return("two", 2, {Child: [{"child": "1"}], Care: []}, (date(2025, 1, 1), APRIL)))
    told = record.frames[Conflicts].select("Conflicts.used_from", "Conflicts.other_from", "@source")
    assert told.rows() == [("one", "two", 0)]


def test_the_legal_status_on_the_day_and_the_day_care_began():
    ours = [{"started": JAN, "ended": MARCH, "legal_status": "C1"}, {"started": MARCH, "legal_status": "C2"}]
    theirs = [{"started": JAN, "legal_status": "C1", "entered_care": JAN}]
    [(what, day, used, other)] = two(Care, ours, theirs)
    assert (what, day) == ("Legal status", APRIL) and used != other
    assert two(Care, [{"started": JAN, "legal_status": "C1", "entered_care": FEB}], theirs) == [
        ("Day the child came into care", APRIL, "2026-02-01", "2026-01-01")
    ]


def test_a_row_is_asked_only_of_the_days_its_return_answers_for():
    of_a_year = {"started": JAN, "legal_status": "C1"}
    one = a_return("one", 1, {Child: [{"child": "1"}], Care: []})
    given = {Care: [{"child": "1"} | of_a_year]}
    past = a_return("two", 2, given, (date(2025, 1, 1), APRIL), **{"@since": JAN, "@until": APRIL})
    assert differences(made(one, past)) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        (
            {"started": JAN},
            {"started": FEB},
            [("Start of the child protection plan", "2026-01-01", "2026-02-01")],
        ),
        (
            {"started": JAN, "category": "NEG"},
            {"started": JAN, "category": "EMO"},
            [("Category of the plan", "Neglect", "Emotional abuse")],
        ),
        (
            {"started": JAN, "ended": FEB},
            {"started": JAN, "ended": MARCH},
            [("End of the child protection plan", "2026-02-01", "2026-03-01")],
        ),
        ({"started": JAN, "ended": FEB}, {"started": JAN, "ended": FEB}, []),
        ({"started": JAN, "ended": DAY}, {"started": JAN}, []),  # it ended when the other told no more
        ({"started": JAN, "ended": FEB}, {"started": MARCH, "ended": MARCH}, []),
    ],
)
def test_plans(ours, theirs, told):
    assert two(CpPlans, [ours], [theirs]) == [(what, APRIL, used, other) for what, used, other in told]


def test_what_says_nothing_by_its_silence():
    assert two(EhcPlans, [{"started": JAN}], []) == []
    assert [row[0] for row in two(EhcPlans, [{"started": JAN}], [{"started": FEB}])] == [
        "Start of the EHC plan"
    ]


def test_returns_that_tell_of_no_day_together_are_not_compared():
    assert two(Care, [{"started": JAN}], [], (date(2024, 1, 1), date(2025, 12, 31))) == []
    wards = a_return("wards", 9, {Wards: [{"postcode": "ZS1 1AA", "ward": "Elm"}]})
    assert differences(made(a_return("one", 1, {Care: [{"child": "1", "started": JAN}]}), wards)) == []
