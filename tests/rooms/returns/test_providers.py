"""Ofsted's lists of providers: every published sample is read, and check 1008 runs once one is in."""

import io

import openpyxl
import pytest

from throughline.cli import main
from throughline.record.homes import Providers
from throughline.returns.receiving import read_return

HEADINGS = ["Local authority", "URN", "Provider type", "Registration status", "Setting address postcode"]
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n101,M,01/05/2012,WBRI,,,\n"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    "101,01/06/2025,S,C2,N1,K2,PR4,02/06/2025,X1,CARPL,,,1234567\n"
    "101,02/06/2025,P,C2,N1,K2,PR4,,,,,,7654321\n"
)


def book(*rows):
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def listed(urn):
    return book(HEADINGS, ["Saltscar", urn, "Children's home", "Active", "TS1 1AA"])


@pytest.mark.parametrize(
    ("file", "urns"),
    [
        ("ch_fake", {"njascn"}),
        ("combined_scp_ch_fake", {"ARN00001", "GND00002", "MDR00003"}),
        ("scp_ch_2025_fake", {"1", "2"}),
        ("scp_fake", {"bababooey", "p4baboo7"}),
        ("scpch_assisted", {"ARN00001", "MDR00003", "ISL00001"}),
    ],
)
def test_every_published_sample_is_read(shared, file, urns):
    (part,) = read_return([shared / "samples" / "ssda903" / f"{file}.xlsx"])
    rows = part.frames[Providers]
    assert urns <= set(rows["Providers.urn"])
    assert rows["Providers.postcode"].null_count() == 0 and rows["Providers.kind"].null_count() == 0


def test_what_it_says_of_a_home(shared, rows):
    (part,) = read_return([shared / "samples" / "ssda903" / "combined_scp_ch_fake.xlsx"])
    told = rows(part, Providers, "urn", "name", "council", "places", "placements", "closed")
    assert ("MDR00003", "Black Land Lodge", "Mordor Dark Lord", 6.0, "K1", None) in told


def test_check_1008_runs_once_the_list_is_in(write, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "home"))
    folder = write({"header.csv": HEADER, "episodes.csv": EPISODES}, folder="2025-26")
    assert main(["receive", str(folder)]) == 0
    main(["check"])
    because = "1008 (2026) could not run, because Ofsted's list of providers was not received."
    assert because in capsys.readouterr().out
    # The number is a number in the workbook, and text in the return: they are the same home all the same.
    assert main(["receive", str(write({"homes.xlsx": listed(1234567)}, folder="ofsted"))]) == 0
    main(["check"])
    assert "1008 (2026) ran: 2 rows looked at, 1 found" in capsys.readouterr().out
    assert main(["receive", str(write({"homes.xlsx": listed(7654320)}, folder="ofsted"))]) == 0
    main(["check"])
    assert "1008 (2026) ran: 2 rows looked at, 2 found" in capsys.readouterr().out
