"""Ofsted's lists of children with an EHC plan and of those on SEN support, out of the record as at a day."""

from datetime import date

import fastexcel
import polars as pl
import pytest

from throughline.errors import Refused
from throughline.record.journey import TABLE_NAMED
from throughline.record.snapshots import Snapshot
from throughline.returns.receiving import read_return
from throughline.returns.send_lists_out import (
    HEADINGS,
    KNOWN,
    SHEET,
    SUPPORT,
    SUPPORT_HEADINGS,
    TEAM,
    send_lists,
    write_send,
)

DAY = date(2026, 6, 30)
TOLD = {
    "Child": [{"child": "1", "born": date(2015, 1, 1), "sex": "M", "upn": "U1", "disabled": True}],
    "EhcPlans": [
        {"child": "1", "started": date(2020, 1, 1), "ended": date(2026, 2, 1)},
        {"child": "1", "started": date(2026, 2, 1)},
        {"child": "2", "started": date(2021, 1, 1)},
        {"child": "3", "started": date(2021, 1, 1), "ended": date(2025, 1, 1)},
        {"child": "4", "started": date(2026, 6, 1)},
    ],
    "EhcReviews": [{"child": "1", "told": date(2026, 3, 1)}, {"child": "2", "told": date(2026, 6, 1)}],
    "SenNeeds": [{"child": "1", "need": "MLD", "rank": "1"}, {"child": "1", "need": "ASD", "rank": "2"}],
    "SendPupils": [{"child": "2", "upn": "U2", "uln": "L2"}],
    "Referrals": [{"child": "1", "started": date(2026, 1, 1)}],
    "Involvements": [{"child": "1", "started": date(2026, 1, 1), "role": "CW", "team": "T1"}],
    "Teams": [{"team": "T1", "name": "North"}],
}


def world(**frames):
    given = {}
    for name, rows in frames.items():
        full = [{f"{name}.{short}": value for short, value in row.items()} for row in rows]
        given[TABLE_NAMED[name]] = pl.DataFrame(full, schema=TABLE_NAMED[name].schema())
    return Snapshot.of(given, as_at=DAY)


def ehc_list(snapshot, day=None):
    return send_lists(snapshot, day)[SHEET]


def test_the_children_whose_plan_is_in_force(tmp_path):
    rows = ehc_list(world(**TOLD))
    assert rows.columns == list(HEADINGS)
    one, two, four = rows.to_dicts()
    assert [row["Unique ID"] for row in (one, two, four)] == ["1", "2", "4"]
    assert (one["UPN"], one["SEN primary need"], one[KNOWN], one[TEAM]) == (
        "U1", "Moderate learning difficulty", True, "North",
    )  # fmt: skip
    issued = [one[f"Date {word} EHC plan issued"] for word in ("initial", "updated")]
    assert issued == [date(2020, 1, 1), date(2026, 2, 1)]
    assert (two["UPN"], two["ULN"], two["Date updated EHC plan issued"]) == ("U2", "L2", None)
    assert (two[KNOWN], two["Date EHC plan last reviewed"]) == (False, date(2026, 6, 1))
    write_send({SHEET: rows}, tmp_path / "send.xlsx")
    (sheet,) = fastexcel.read_excel(tmp_path / "send.xlsx").sheet_names
    told = fastexcel.read_excel(tmp_path / "send.xlsx").load_sheet(sheet).to_polars()
    assert told.columns == list(HEADINGS) and told.get_column(KNOWN).to_list() == ["a) Yes", "b) No", "b) No"]


def test_an_earlier_day_has_what_was_known_then():
    rows = ehc_list(world(**TOLD), date(2026, 1, 31)).to_dicts()
    assert [row["Unique ID"] for row in rows] == ["1", "2"]
    assert (rows[0]["Date updated EHC plan issued"], rows[0]["SEN primary need"]) == (None, None)
    assert [row["Date EHC plan last reviewed"] for row in rows] == [None, None]


def test_what_no_return_tells_is_blank_and_without_plans_there_is_no_list():
    alone = ehc_list(world(EhcPlans=TOLD["EhcPlans"])).to_dicts()
    assert [row[KNOWN] for row in alone] == [None, None, None], "not known is not no"
    with pytest.raises(Refused, match="No return that is in tells of EHC plans on 30 June 2026"):
        ehc_list(world(Child=TOLD["Child"]))


ON_LISTS = [
    {"child": "1", "kind": "P", "urn": "100", "phase": "Primary", "home_educated": False, "known": False,
     "absence": "4.5%", "suspensions": 2.0, "exclusions": 0.0, "team": "Elsewhere"},
    {"child": "7", "kind": "S", "urn": "101", "phase": "Secondary", "pupil_premium": True, "known": True},
    {"child": "8", "kind": "S", "second_phase": "Primary"},
]  # fmt: skip


def listed(day):
    return [{**row, "listed": day} for row in ON_LISTS]


def test_who_is_on_a_list_of_the_day_and_what_it_says():
    people = [*TOLD["Child"], {"child": "7", "sex": "F", "upn": "U7"}]
    needs = [*TOLD["SenNeeds"], {"child": "7", "need": "ASD", "rank": "1"}]
    told = {**TOLD, "Child": people, "SenNeeds": needs, "SendListings": listed(DAY)}
    lists = send_lists(world(**told))
    first, seven, eight = lists[SHEET].to_dicts()[0], *lists[SUPPORT].to_dicts()
    assert lists[SUPPORT].columns == list(SUPPORT_HEADINGS) and len(lists[SHEET]) == 3
    assert (first["Absence"], first["Suspensions"], first["Elective home education"]) == ("4.5%", 2, False)
    assert (first[KNOWN], first[TEAM]) == (False, "Elsewhere"), "as the list said of that day"
    assert (seven["UPN"], seven["SEN primary need"], seven[KNOWN]) == (
        "U7",
        "Autistic spectrum disorder",
        True,
    )
    assert (eight["Unique ID"], eight["UPN"], eight[KNOWN]) == ("8", None, False)


def test_without_a_list_of_the_day_there_is_no_second():
    assert set(send_lists(world(**TOLD))) == {SHEET}
    earlier = world(**TOLD, SendListings=listed(date(2026, 6, 29)))
    assert set(send_lists(earlier)) == {SHEET}
    assert ehc_list(earlier).get_column("Absence").to_list() == [None, None, None]


def test_when_a_plan_was_issued_anew_is_as_it_says():
    plans = [{"child": "1", "started": date(2020, 1, 1), "updated": date(2026, 5, 1)}]
    assert ehc_list(world(EhcPlans=plans)).row(0)[6:8] == (date(2020, 1, 1), date(2026, 5, 1))
    before = ehc_list(world(EhcPlans=plans), date(2026, 4, 30))
    assert before.row(0)[6:8] == (date(2020, 1, 1), None)


def test_what_goes_out_and_comes_back_in_is_the_same(tmp_path):
    child = {"child": "1", "born": date(2015, 1, 1), "sex": "M", "upn": "U1", "disabled": True}
    told = {
        "Child": [child, {"child": "7"}, {"child": "8"}],
        "SendPupils": [{"child": "1", "upn": "U1", "uln": "L1"}, {"child": "7"}, {"child": "8"}],
        "EhcPlans": [{"child": "1", "started": date(2020, 1, 1), "updated": date(2026, 5, 1)}],
        "EhcReviews": [{"child": "1", "told": date(2026, 3, 1)}],
        "SenNeeds": [
            {"child": c, "need": n, "rank": "1"} for c, n in (("1", "MLD"), ("7", "ASD"), ("8", "SLD"))
        ],
        "SendListings": listed(DAY),
    }
    before = world(**told)
    write_send(send_lists(before), tmp_path / f"SEND list {DAY}.xlsx")
    (part,) = read_return([tmp_path], today=DAY)
    assert part.faults == () and part.as_at == DAY
    for name in told:
        table = TABLE_NAMED[name]
        came, went = (
            frames[table].select(*table.schema()).sort(f"{name}.child").rows()
            for frames in (part.frames, before.frames)
        )
        assert came == went, name
