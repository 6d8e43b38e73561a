"""Annex A as Ofsted words it: every column, counted; an earlier day; and what is to be looked at first."""

from datetime import date

import fastexcel
import polars as pl
import pytest

from throughline.errors import Fault, Refused
from throughline.measures.care import looked_after
from throughline.measures.protection import children_on_plans
from throughline.record.journey import TABLE_NAMED
from throughline.record.periods import as_at
from throughline.record.rows import PART
from throughline.record.snapshots import Covered, Snapshot
from throughline.returns.annex_a_checks import findings, write_checks
from throughline.returns.annex_a_headings import HEADINGS, OPTIONAL
from throughline.returns.annex_a_more import ACCEPTED, AGAIN, AT_ONCE, OFFERED
from throughline.returns.annex_a_out import LISTS, annex_a_lists, number_of
from throughline.returns.annex_a_tables import List3, List5, List6, List7, List8, List10
from throughline.returns.annex_a_workbook import sheet_of, write_annex_a
from throughline.returns.earlier_days import check_day, told_of
from throughline.returns.headings import heading_of

DAY = date(2026, 6, 30)
KEYS = {2: ("Assessment start date",), 3: ("Date of referral",), 6: ("CIN Start Date",),
        4: ("Continuous Assessment Start Date",), 7: ("Child Protection Plan Start Date",),
        5: ("Strategy discussion initiating Section 47 Enquiry Start Date",),
        8: ("Date Started to be Looked After",), 9: (), 10: ()}  # fmt: skip
NOT_OURS = {  # where the borough's own workbook says more, or otherwise, and why
    "Allocated Team": "it has who held the case last",
    "Allocated Worker": "it has who held the case last",
    "Date of Last IRO Visit / Contact to the Child": "the dataset's readers have no place for it yet",
    "LA of Placement": "needs a directory of postcodes",
    "Allocated Personal Advisor": "the record has no place for it",
    "Family identifier": "the record has no place for it",
    "Type of Accommodation": "its filler 0 is not recorded",
    "What is the permanence plan for this child?": "long term with relatives may be two of Ofsted's answers",
    "Number of Previous Child Protection Plans": "blank for a child born before the extract begins",
    "Number of Placements in the Last 12 months": "blank for short breaks",
}
NTH = "which of those of a child and day"
FEW = {  # and where it differs in a few rows, how many at most
    "Number of ICPCs in the last 12 months": 4,  # it counts those of earlier enquiries alone
    "Date Child Was Last Seen": 3,  # it has visits of a case before
}  # fmt: skip


def test_every_column_is_as_in_the_boroughs_own_workbook(saltscar, saltscar_files):
    lists = annex_a_lists(saltscar.answers.snapshot)
    (book,) = saltscar_files.glob("annex_a*/*.xlsx")
    own = fastexcel.read_excel(book)
    for table, rows in lists.items():
        number = number_of(table)
        if number not in KEYS:
            continue
        mine = plain(sheet_of(table, rows), number)
        theirs = plain(own.load_sheet(f"List {number}", dtypes="string").to_polars(), number)
        key = ["Child Unique ID", *KEYS[number], NTH]
        both = theirs.join(mine, on=key, suffix="@")
        assert both.height >= theirs.height - 2 and list(mine.columns) == list(theirs.columns)
        for heading in set(theirs.columns) - set(key) - set(NOT_OURS):
            other = both.filter(pl.col(heading).ne_missing(pl.col(f"{heading}@")))
            assert other.height <= FEW.get(heading, 0), (number, heading, other.select(key).head(3))


def plain(rows, number):
    """Cells as words: days without hours, answers without letters. What a child has several of on a day is
    numbered by what it says: a list is in no order that would tell which is which."""
    flags = [n for n, dtype in rows.schema.items() if dtype == pl.Boolean]
    rows = rows.with_columns(pl.col(flags).replace_strict({True: "Yes", False: "No"}, return_dtype=pl.String))
    words = pl.all().cast(pl.String).str.replace(r"^[a-z]\) ", "").str.replace(r" 00:00:00$|\.0$", "")
    told = rows.select(words).sort(sorted(set(rows.columns) - set(NOT_OURS)))
    return told.with_columns(pl.int_range(pl.len()).over("Child Unique ID", *KEYS[number]).alias(NTH))


@pytest.mark.parametrize("day", [date(2026, 3, 31), date(2025, 9, 30), date(2024, 12, 1)])
def test_an_earlier_day_has_the_children_whom_the_measures_count(saltscar, day):
    lists = annex_a_lists(saltscar.answers.snapshot, day)
    plans = lists[List7].filter(pl.col("List7.ended").is_null()).get_column("List7.child").n_unique()
    assert plans == saltscar.answers.value(children_on_plans, as_at(day)).value
    care = lists[List8].filter(
        pl.col("List8.ended").is_null(), ~pl.col("List8.legal_status").is_in(["V3", "V4"])
    )
    assert care.get_column("List8.child").n_unique() == saltscar.answers.value(looked_after, as_at(day)).value
    for table, rows in lists.items():
        for name, dtype in rows.schema.items():
            if dtype == pl.Date:
                assert not (rows.get_column(name) > day).any(), (table, name)


def test_headings_are_ofsteds_and_each_column_that_is_read_is_among_them():
    for table in LISTS:
        headings = HEADINGS[number_of(table)]
        assert {heading_of(column) for column in table.columns.values()} <= set(headings)
        assert set(OPTIONAL[number_of(table)]) <= set(headings)


def world(as_at=DAY, first=None, **frames):
    """A little record: rows of tables by their short names; answered for from a first day on, if one is
    named."""
    given = {}
    for name, rows in frames.items():
        table = TABLE_NAMED[name]
        full = [{f"{name}.{short}": value for short, value in row.items()} for row in rows]
        given[table] = pl.DataFrame(full, schema=table.schema())
    if first is None:
        return Snapshot.of(given, as_at=as_at)
    covers = {table: (Covered(0, first, as_at),) for table in given}
    return Snapshot.arranged(given, covers=covers, as_at=as_at)


def day(month, on=1, year=2026):
    return date(year, month, on)


def test_counts_of_the_last_twelve_months():
    three = [{"child": "1", "started": on} for on in (day(1, 2, 2025), day(3), day(6))]
    for first, many in ((None, [0, 1]), (day(1), [None, None])):
        rows = annex_a_lists(world(first=first, Referrals=three))[List3]
        assert rows.get_column("Number of Referrals in Last 12 Months").to_list() == many
    held = {"child": "1", "held": day(3, 9), "discussed": day(3), "plan": True}
    moved = {"child": "1", "held": day(4), "transfer": True}
    rows = annex_a_lists(world(Section47=three[1:], Conferences=[held, moved]))[List5]
    assert rows.get_column("Number of Section 47 Enquiries in the last 12 months").to_list() == [0, 1]
    assert rows.get_column("Number of ICPCs in the last 12 months").to_list() == [0, 1]


def test_a_case_in_need_is_what_it_is_now():
    cases = [{"child": str(n), "started": day(2), "ended": day(6) if n == 4 else None} for n in range(6)]
    told = {
        "Referrals": cases,
        "Care": [
            {"child": "0", "started": day(3), "legal_status": "C1"},
            {"child": "5", "started": day(3), "legal_status": "V4"},
        ],
        "CpPlans": [{"child": child, "started": day(3)} for child in "01"],
        "CinVisits": [{"child": "2", "made": on, "seen": True} for on in (day(1), day(4), day(5))]
        + [{"child": "2", "made": day(6), "seen": False}, {"child": "3", "made": day(1), "seen": True}],
    }
    rows = annex_a_lists(world(**told))[List6]
    assert rows.get_column("Date Child Was Last Seen").to_list() == [None, None, day(5), None, None, None]
    words = ["a) Looked after child", "b) Child Protection plan", None, None, "e) Closed episode", None]
    assert rows.get_column("Case Status").to_list() == words, "without their plans it is not known"
    rows = annex_a_lists(world(**told, CinPlans=[{"child": "2", "started": day(3)}]))[List6]
    assert rows.get_column("Case Status").to_list()[2:4] == ["c) Child in need plan", "d) Open assessment"]


def test_care_leavers_are_not_children_in_need():
    cases = [{"child": child, "started": day(1)} for child in "1234"]
    born = {"1": day(1, 1, 2005), "2": day(1, 1, 2006), "3": day(1, 1, 2009), "4": day(1, 1, 2005)}
    left = {"started": day(1, 1, 2020), "legal_status": "C2"}
    told = annex_a_lists(
        world(
            Referrals=cases,
            Child=[{"child": child, "born": on} for child, on in born.items()],
            Care=[
                {**left, "child": "1", "ended": day(1, 1, 2023)},  # grown up in care
                {**left, "child": "2"},  # in care still
                {**left, "child": "3", "ended": day(1, 1, 2026)},  # on the list
                {**left, "child": "4", "ended": day(1, 2, 2020)},  # came home long before
            ],
            CareLeavers=[{"child": "3", "started": DAY, "ended": day(7, 1)}],
        )
    )
    assert told[List6].get_column("List6.child").to_list() == ["2", "4"]


def test_one_who_grew_up_in_care_may_be_in_need_again():
    born, left = day(1, 1, 2005), day(1, 1, 2023)
    told = {
        "Referrals": [{"child": "1", "started": day(1)}],
        "Child": [{"child": "1", "born": born}],
        "Care": [{"child": "1", "started": born, "ended": left, "legal_status": "C2"}],
    }
    assert annex_a_lists(world(**told))[List6].height == 0
    assert annex_a_lists(world(**told, CinPlans=[{"child": "1", "started": day(2)}]))[List6].height == 1


def test_a_plan_and_what_was_before_it():
    told = {
        "Child": [{"child": "1", "born": day(2, 1, 2025)}, {"child": "2", "born": day(1, 1, 2015)}],
        "CpPlans": [
            {"child": "1", "started": day(3, 1, 2025), "ended": day(5, 1, 2025)},
            {"child": "1", "started": day(5)},
            {"child": "2", "started": day(5)},
        ],
        "Care": [{"child": "2", "started": day(5), "legal_status": "L2"}],
    }
    rows = annex_a_lists(world(first=day(1, 1, 2025), **told))[List7]
    assert rows.get_column("List7.before").to_list() == [1, None], "nobody knows of plans before 2025"
    assert rows.get_column(AT_ONCE).to_list() == [False, True]


def test_a_child_in_care():
    care = {"child": "1", "started": day(2), "entered_care": day(2), "legal_status": "C2", "placement": "U6"}
    before = {"child": "1", "started": day(1, 1, 2025), "entered_care": day(1, 1, 2025), "ended": day(1, 5)}
    gone = {"child": "1", "kind": "M", "interview_offered": True}
    told = {
        "Care": [{**before, "end_reason": "E4A"}, {**care, "placement_postcode": "ts1 1aa"}],
        "CarePlans": [
            {"child": "1", "started": day(2), "aim": "LTRELFR"},
            {"child": "1", "started": day(3), "aim": "ADOPTION"},
        ],
        "HealthChecks": [
            {"child": "1", "done": day(3), "kind": "Health Assessment", "status": "Completed"},
            {"child": "1", "done": day(4), "kind": "Health Assessment", "status": "Refused"},
            {"child": "1", "done": day(4), "kind": "Dental check", "status": "Completed"},
        ],
        "Placements": [
            {"child": "1", "started": day(2), "ended": day(3), "placement": "U6"},
            {"child": "1", "started": day(3), "ended": day(4), "placement": "T0"},
            {"child": "1", "started": day(4), "placement": "U6"},
        ],
        "Missing": [
            {**gone, "started": day(3)},
            {**gone, "started": day(4), "interview_accepted": False},
            {"child": "1", "started": day(3, 1, 2024), "kind": "A"},
        ],
        "Wards": [{"postcode": "TS1 1AA", "ward": "North", "mid_year": DAY, "children": 1.0}],
    }  # fmt: skip
    rows = annex_a_lists(world(**told))[List8]
    now = rows.filter(pl.col("List8.ended").is_null()).to_dicts()[0]
    assert now[AGAIN] is True and now["Placement Location"] == "a) In"
    assert now["What is the permanence plan for this child?"] == "b) Adoption"
    assert (now["Date of Last Health Assessment"], now["Date of Last Dental Check"]) == (day(3), day(4))
    assert now["Number of Placements in the Last 12 months"] == 2
    missed, away = (
        f"Number of Episodes the Child has been '{word}' from their Placement in the last 12 months"
        for word in ("Missing", "Absent")
    )
    assert (now[missed], now[away], now[OFFERED], now[ACCEPTED]) == (2, 0, True, False)
    del told["Wards"], told["Missing"]
    now = annex_a_lists(world(**told))[List8].to_dicts()[-1]
    assert (now["Placement Location"], now[missed], now[OFFERED]) == (None, None, None)


def test_what_had_not_happened_by_then_is_not_told():
    then = day(5)
    told = world(
        Adoptions=[
            {"child": "1", "started": day(2), "matched": day(6), "ended": day(6), "order": "Adoption"},
            {"child": "2", "entered_care": day(1), "ended": day(6), "order": "SGO"},
        ],
        CpPlans=[
            {"child": "1", "started": day(2), "category": "NEG", "first_category": "EMO", "team": "T"},
            {"child": "2", "started": day(2), "category": "NEG", "first_category": "NEG"},
            {"child": "3", "started": day(2), "category": "NEG", "first_category": "EMO", "ended": day(4)},
            {"child": "4", "started": day(6)},
        ],
        Referrals=[{"child": "1", "started": day(2), "ended": day(6), "end_reason": "RC7"}],
        CareReviews=[{"child": "1", "due": day(4), "held": day(6)}, {"child": "1", "due": day(6)}],
        Child=[{"child": "1", "born": day(2, 1, 2025), "disabled": True, "expected": day(7)}],
    )
    lists = annex_a_lists(told, then)
    rows = lists[List10].drop("List10.born").drop_nulls("List10.child").to_dicts()
    assert [(r["List10.child"], r["List10.matched"], r["List10.ended"]) for r in rows] == [("1", None, None)]
    assert lists[List7].get_column("List7.category").to_list() == [None, "NEG", "NEG"]
    assert lists[List6].select("List6.ended", "List6.end_reason").rows() == [(None, None)]
    child = told_of(told, TABLE_NAMED["Child"], then)
    assert child.select("Child.disabled", "Child.expected").rows()[0] == (None, day(7))
    reviews = told_of(told, TABLE_NAMED["CareReviews"], then)
    assert reviews.select("CareReviews.due", "CareReviews.held").rows() == [(day(4), None)]
    assert told_of(told, TABLE_NAMED["Missing"], then) is None
    assert told_of(told, TABLE_NAMED["Child"]).get_column(PART).is_not_null().all()


def test_a_day_that_the_record_does_not_reach():
    check_day(world(Child=[]), DAY)
    with pytest.raises(Refused, match="it does not know 1 July 2026"):
        check_day(world(Child=[]), day(7))


def test_what_is_to_be_looked_at():
    plan = {"child": "1", "started": day(5), "category": "NEG", "first_category": "NEG"}
    told = world(
        Child=[{"child": child, "born": day(3), "sex": "F", "ethnicity": "WBRI"} for child in "12"],
        CpPlans=[plan, plan, {**plan, "child": "2", "category": "ODD", "ended": day(4)},
                 {**plan, "child": "3", "first_category": None}],
        Care=[{"child": "1", "started": day(2), "legal_status": "C2", "placement": "T1", "provider": "PR1"},
              {"child": "2", "started": day(2), "legal_status": "C2", "placement": "Z1"}],
        Contacts=[{"child": "1", "received": day(2), "source": "6"}],
    )  # fmt: skip
    lists = annex_a_lists(told)
    found = findings(lists, day(6, 1))
    said = set(found.select("Sheet", "Row", "Child", "Column", "What is wrong").rows())
    twice = "It is in the list more than once."
    assert ("List 7", 2, "1", "Child Protection Plan Start Date", twice) in said
    assert (
        "List 7",
        4,
        "2",
        "Latest Category of Abuse",
        "This is none of the codes that may be used.",
    ) in said
    before = "This is before “Child Protection Plan Start Date”."
    assert ("List 7", 4, "2", "Child Protection Plan End Date", before) in said
    asked = "Ofsted asks for it, and the record does not say."
    assert ("List 7", 5, "3", "Initial Category of Abuse", asked) in said
    assert ("List 7", 5, "3", "Gender", asked) in said
    born = "This is before the child was born."
    assert ("List 8", 2, "1", "Date Started to be Looked After", born) in said
    assert not [row for row in said if row[0] == "List 8" and row[3] == "Placement Provider"], (
        "of none of these"
    )
    assert not [row for row in said if row[0] == "List 1" and "before" in row[4]], "may be before birth"
    late = findings(annex_a_lists(told), day(4)).filter(
        pl.col("What is wrong") == "This is after 1 April 2026."
    )
    assert late.height > 0


def test_the_workbook_of_checks(tmp_path):
    told = world(CpPlans=[{"child": "1", "started": day(5)}], Child=[{"child": "1", "disabled": True}])
    lists = annex_a_lists(told, day(6))
    fault = Fault("plans.csv", 3, "cppl_cp_plan_end_date", "“31/02/2026” is not a date.")
    many = write_checks(lists, [("As at", "1 June 2026")], day(6), True, [fault], tmp_path / "checks.xlsx")
    book = fastexcel.read_excel(tmp_path / "checks.xlsx")
    assert book.sheet_names == ["About", "To look at", "Blank columns", "Faults in the files"]
    assert many == book.load_sheet("To look at").height
    blank = book.load_sheet("Blank columns").to_polars().rows()
    assert (
        "List 7",
        "Does the Child have a Disability",
        "It is kept only as it is now; what it was on that day is not known.",
    ) in blank
    assert book.load_sheet("Faults in the files").to_polars().row(0)[:3] == (
        "plans.csv",
        3,
        "cppl_cp_plan_end_date",
    )


def test_answers_are_worded_as_ofsted_words_them(tmp_path):
    told = world(
        Child=[{"child": "1", "sex": "F", "born": day(7, 1, 2012), "disabled": False, "ethnicity": "WBRI"}],
        CpPlans=[{"child": "1", "started": day(5), "category": "MUL", "first_category": "NEG"}],
        Contacts=[{"child": "1", "received": day(5), "source": "=6"}],
    )
    write_annex_a(annex_a_lists(told), tmp_path / "book.xlsx")
    book = fastexcel.read_excel(tmp_path / "book.xlsx")
    row = book.load_sheet("List 7").to_polars().to_dicts()[0]
    assert (row["Gender"], row["Ethnicity"], row["Age of Child (Years)"]) == ("b) Female", "WBRI", 13)
    assert (row["Latest Category of Abuse"], row["Initial Category of Abuse"]) == ("Multiple", "Neglect")
    assert row["Does the Child have a Disability"] == "b) No"
    assert row["Number of Previous Child Protection Plans"] == 0
    assert book.load_sheet("List 1").to_polars().to_dicts()[0]["Contact Source"] == "=6"
