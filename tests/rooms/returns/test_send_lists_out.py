"""Ofsted's list of children with an EHC plan, out of the record, as at a day."""

from datetime import date

import fastexcel
import polars as pl
import pytest

from throughline.errors import Refused
from throughline.record.journey import TABLE_NAMED
from throughline.record.snapshots import Snapshot
from throughline.returns.send_lists_out import HEADINGS, KNOWN, TEAM, ehc_list, write_send

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
    write_send(rows, tmp_path / "send.xlsx")
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
