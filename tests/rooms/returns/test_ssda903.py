"""What the SSDA903 fills, and what is said of its faults."""

from datetime import date

import pytest
from little_returns import EPISODES, HEADER

from throughline.record.care import Care, CareReviews
from throughline.record.child import Addresses, Child
from throughline.record.court import LibertyOrders
from throughline.record.exploitation import Missing
from throughline.record.homes import Placements
from throughline.record.leaving_care import CareLeavers
from throughline.record.permanence import Adoptions
from throughline.record.workforce import Involvements

ANN = HEADER + "Ann,2,01/05/2004,WBRI,A1,,\n"
OPEN = "Ann,01/06/2021,S,C2,N1,U6,PR1,,,,,,\n"


def one_year(episodes=OPEN, header=ANN, **more):
    return {
        "header.csv": header,
        "episodes.csv": EPISODES + episodes,
        **{f"{k}.csv": v for k, v in more.items()},
    }


BEA = "Bea,01/05/2022,S,C2,N1,U6,PR1,03/05/2022,E8,,,,\n"  # by whom the second year is known


def two_years(first, second):
    return {
        "2021-22/header.csv": ANN,
        "2021-22/episodes.csv": EPISODES + first,
        "2022-23/header.csv": ANN,
        "2022-23/episodes.csv": EPISODES + second + BEA,
    }


def spells(rows, part, child="Ann"):
    told = rows(part, Care, "child", "started", "ended", "@since", "@until", "end_not_recorded")
    return [row[1:] for row in told if row[0] == child]


def test_a_child(read, rows):
    header = (
        HEADER + "Ann,2,01/05/2004,WBRI,A1,1.0,01/01/2020\nBen,M,02/05/2004,WBRI,,,\nCat,0,,,,,\nDee,9,,,,,\n"
    )
    part = read(one_year(header=header, uasc="CHILD,SEX,DOB,DUC\nBen,1,02/05/2004,\n"))
    assert rows(part, Child, "child", "sex", "born", "ethnicity", "upn", "asylum", "@source_line") == [
        ("Ann", "F", date(2004, 5, 1), "WBRI", "A1", False, 2),
        ("Ben", "M", date(2004, 5, 2), "WBRI", None, True, 3),
        ("Cat", None, None, None, None, False, 4),
        ("Dee", None, None, None, None, False, 5),
    ]
    assert rows(read(one_year(), folder="without"), Child, "asylum") == [(None,)], "not sent, so not known"


def test_the_newest_header_wins(read, rows):
    files = two_years(OPEN, OPEN)
    files["2022-23/header.csv"] = HEADER + "Ann,2,02/05/2004,WIRI,A1,,\n"
    assert rows(read(files), Child, "child", "born", "ethnicity") == [("Ann", date(2004, 5, 2), "WIRI")]


def test_an_episode(read, rows):
    line = (
        "Ann,01/06/2021,S,C2,N1,U6,PR1,01/07/2021,X1,CARPL,AB1 2CD,EF3 4GH,SC1\n"
        "Ann,01/07/2021,P,C2,N1,K2,PR4,,,,,,\n"
    )
    part = read(one_year(line))
    names = [
        "started", "ended", "start_reason", "legal_status", "need", "placement", "provider", "end_reason",
        "change_reason", "entered_care", "placement_postcode", "urn",
    ]  # fmt: skip
    assert rows(part, Care, *names) == [
        (
            date(2021, 6, 1),
            date(2021, 7, 1),
            "S",
            "C2",
            "N1",
            "U6",
            "PR1",
            "X1",
            "CARPL",
            date(2021, 6, 1),
            "EF3 4GH",
            "SC1",
        ),
        (date(2021, 7, 1), None, "P", "C2", "N1", "K2", "PR4", None, None, date(2021, 6, 1), None, None),
    ]
    assert part.covers[Care] == part.covers[Placements] == (date(2021, 4, 1), date(2022, 3, 31))
    assert part.rank == 3 and part.as_at == date(2022, 3, 31)


@pytest.mark.parametrize(
    ("second", "entered"),
    [
        ("Ann,01/07/2021,P,C2,N1,K2,PR4,,,,,,\n", date(2021, 6, 1)),
        ("Ann,01/08/2021,P,C2,N1,K2,PR4,,,,,,\n", None),
        ("Ann,01/08/2021,S,C2,N1,K2,PR4,,,,,,\n", date(2021, 8, 1)),
    ],
)
def test_care_was_entered_where_the_chain_began(read, rows, second, entered):
    part = read(one_year("Ann,01/06/2021,S,C2,N1,U6,PR1,01/07/2021,X1,,,,\n" + second))
    assert rows(part, Care, "started", "entered_care")[1][1] == entered


def test_an_episode_over_two_years_is_one_row(read, rows, says):
    part = read(two_years(OPEN, OPEN))
    assert spells(rows, part) == [(date(2021, 6, 1), None, date(2021, 4, 1), date(2023, 4, 1), False)]
    assert "not in the next return" not in says(part)


def test_it_ends_as_the_later_year_says(read, rows):
    ended = OPEN.replace("PR1,,,", "PR1,01/04/2022,E8,")
    part = read(two_years(OPEN, ended))
    assert spells(rows, part) == [
        (date(2021, 6, 1), date(2022, 4, 1), date(2021, 4, 1), date(2023, 4, 1), False)
    ]


@pytest.mark.parametrize(
    "otherwise", [OPEN.replace("U6", "K2"), OPEN.replace("PR1,,,", "PR1,31/03/2022,E8,")]
)
def test_years_that_differ_are_each_believed_in_their_own(read, rows, otherwise):
    told = spells(rows, read(two_years(OPEN, otherwise)))
    assert sorted(row[2:] for row in told) == [
        (date(2021, 4, 1), date(2022, 4, 1), False),
        (date(2022, 4, 1), date(2023, 4, 1), False),
    ]


def test_an_episode_closed_in_its_year_is_not_joined_to_the_next(read, rows):
    closed = OPEN.replace("PR1,,,", "PR1,01/07/2021,E8,")
    told = spells(rows, read(two_years(closed, closed)))
    assert sorted(row[2] for row in told) == [date(2021, 4, 1), date(2022, 4, 1)]


def test_an_end_not_recorded_is_marked_and_said(read, rows, says):
    part = read(two_years(OPEN, ""))
    assert spells(rows, part) == [(date(2021, 6, 1), None, date(2021, 4, 1), date(2022, 4, 1), True)]
    assert "given/2021-22/episodes.csv, line 2, DEC: open on 31 March 2022 and not in the next" in says(part)


def test_open_at_the_close_of_the_last_year_is_no_fault(read, rows, says):
    part = read(one_year())
    assert spells(rows, part) == [(date(2021, 6, 1), None, date(2021, 4, 1), date(2022, 4, 1), False)]
    assert "not in the next" not in says(part)


def test_homes(read, rows):
    lines = (
        "Ann,01/06/2021,S,C2,N1,U6,PR1,01/07/2021,X1,,AB1 2CD,,\n"
        "Ann,01/07/2021,P,C2,N1,U6,PR1,01/08/2021,X1,,AB1 2CD,,\n"
        "Ann,01/08/2021,P,C2,N1,U6,PR1,01/09/2021,X1,,,,\n"
        "Ann,01/09/2021,P,C2,N1,U6,PR1,,,,XY9 9ZZ,,\n"
    )
    assert rows(read(one_year(lines)), Addresses, "child", "started", "ended", "postcode") == [
        ("Ann", date(2021, 6, 1), date(2021, 9, 1), "AB1 2CD"),
        ("Ann", date(2021, 9, 1), None, "XY9 9ZZ"),
    ]


def test_reviews_missing_and_workers(read, rows):
    part = read(
        one_year(
            reviews="CHILD,DOB,REVIEW,REVIEW_CODE\nAnn,01/05/2004,01/09/2021,PN1\n",
            missing="CHILD,DOB,MISSING,MIS_START,MIS_END\nAnn,01/05/2004,M,02/09/2021,\n",
            sw_episodes="CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\nAnn,01/05/2004,W1,01/06/2021,01/07/2021,MANAGE\n",
        )
    )
    assert rows(part, CareReviews, "child", "held", "participation") == [("Ann", date(2021, 9, 1), "PN1")]
    assert rows(part, Missing, "child", "started", "ended", "kind") == [("Ann", date(2021, 9, 2), None, "M")]
    assert rows(part, Involvements, "child", "started", "ended", "role", "worker") == [
        ("Ann", date(2021, 6, 1), date(2021, 7, 1), "CW", "W1")
    ]


def test_orders_that_deprive_of_liberty(read, rows):
    part = read(one_year(dolo="CHILD,DOB,DOLO_START,DOLO_END\nAnn,01/05/2004,02/09/2021,01/12/2021\n"))
    names = ("child", "started", "ended", "liberty_order")
    assert rows(part, LibertyOrders, *names) == [("Ann", date(2021, 9, 2), date(2021, 12, 1), None)]


def test_care_leavers_about_their_birthday(read, rows, says):
    lines = (
        "Ann,01/05/2004,YES,F1,U1\nBen,29/02/2004,NO,0,0\nCat,31/03/2000,YES,G4,S2\n"
        "Dee,01/05/2010,YES,F1,U1\nEve,01/04/2004,NO,0,X\n"
    )
    part = read(one_year(oc3="CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n" + lines))
    names = ("child", "started", "ended", "in_touch", "accommodation", "suitable", "activity")
    assert rows(part, CareLeavers, *names) == [
        ("Ann", date(2021, 5, 1), date(2022, 4, 1), "YES", "U", "1", "F1"),
        ("Ben", date(2022, 2, 28), date(2022, 4, 1), "NO", None, None, "0"),
        ("Eve", date(2021, 4, 1), date(2022, 4, 1), "NO", "X", None, "0"),
    ]
    for line in (4, 5):
        assert f"oc3.csv, line {line}, The first day it is known for: it does not give" in says(part)


def test_adoptions(read, rows):
    files = one_year(
        "Ann,01/06/2021,S,E1,N1,U6,PR1,01/09/2021,X1,,,,\nAnn,01/09/2021,P,E1,N1,A6,PR1,01/03/2022,E12,,,,\n"
        "Dee,01/06/2021,S,C2,N1,A3,PR1,01/01/2022,E11,,,,\n",
        placed="CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n"
        "Ann,01/05/2020,01/07/2021,,\nBen,01/05/2020,01/07/2021,01/08/2021,RD1\n",
        ad1="CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\nAnn,01/05/2020,,01/08/2021,0,2,MF,L0\n",
    )
    told = rows(
        read(files),
        Adoptions,
        "child",
        "started",
        "matched",
        "placed",
        "ended",
        "order",
        "entered_care",
        "reversed",
        "@until",
    )
    close = date(2022, 4, 1)
    assert told == [
        (
            "Ann",
            date(2021, 7, 1),
            date(2021, 8, 1),
            date(2021, 9, 1),
            date(2022, 3, 1),
            "Adoption",
            date(2021, 6, 1),
            None,
            close,
        ),
        ("Ben", date(2021, 7, 1), None, None, None, None, None, date(2021, 8, 1), close),
        ("Dee", None, None, date(2021, 6, 1), date(2022, 1, 1), "Adoption", date(2021, 6, 1), None, close),
    ]


def test_an_impossible_day_is_a_fault_and_the_row_is_kept_if_it_can_be(read, rows, says):
    lines = OPEN + "Ann,01/07/2021,P,C2,N1,U6,PR1,31/02/2022,E8,,,,\nAnn,32/07/2021,P,C2,N1,U6,PR1,,,,,,\n"
    part = read(one_year(lines))
    assert "given/episodes.csv, line 3, DEC: “31/02/2022” is not a date." in says(part)
    assert "given/episodes.csv, line 4, DECOM: “32/07/2021” is not a date." in says(part)
    assert (
        "given/episodes.csv, line 4, DECOM: it does not give “The day it began”, so this line is set aside"
        in says(part)
    )
    assert rows(part, Care, "started", "ended") == [(date(2021, 6, 1), None), (date(2021, 7, 1), None)]


def test_a_number_that_a_spreadsheet_shortened_is_nobodys(read, rows, says):
    part = read(
        one_year(OPEN + "1.4E+06,01/07/2021,P,C2,N1,U6,PR1,,,,,,\n4E12,01/07/2021,S,C2,N1,U6,PR1,,,,,,\n")
    )
    assert "line 3, CHILD: “1.4E+06” is a number shortened by a spreadsheet" in says(part)
    assert "line 3, CHILD: it does not give" in says(part)
    assert rows(part, Care, "child") == [("4E12",), ("Ann",)]


def test_an_unknown_code_is_a_fault_and_is_kept(read, rows, says):
    part = read(one_year(OPEN.replace("U6", "QQ") + "Ann,01/07/2021,P,C2,N1,K3,PR1,,,,,,\n"))
    assert "given/episodes.csv, line 2, PLACE: “QQ” is not a code for it; it is kept as it came." in says(
        part
    )
    assert "line 3, PLACE: “K3” is not a code for it in the year to March 2022" in says(part)
    assert rows(part, Care, "placement") == [("K3",), ("QQ",)]


def test_a_child_twice_in_the_header(read, rows, says):
    part = read(one_year(header=ANN + "Ann,1,09/09/2009,WIRI,,,\n"))
    assert "given/header.csv, line 3, CHILD: the same CHILD stands in “header” already" in says(part)
    assert rows(part, Child, "child", "born") == [("Ann", date(2004, 5, 1))]


def test_headings_in_the_wrong_case_or_with_blanks(read, rows):
    part = read(one_year(header=ANN.replace("CHILD,SEX,DOB", "\ufeffchild, Sex ,DoB ")))
    assert rows(part, Child, "child", "sex", "born") == [("Ann", "F", date(2004, 5, 1))]


def test_a_heading_that_is_not_there_is_said(read, says):
    part = read(one_year(header="CHILD,SEX,DOB,ETHNIC,MOTHER\nAnn,2,01/05/2004,WBRI,\n"))
    assert "given/header.csv: it has no column headed UPN, MC_DOB" in says(part)


def test_days_of_two_figures_and_of_the_other_form(read, rows):
    header = HEADER + "Ann,2,2004-05-01,WBRI,,,\nBen,2,25/12/04,WBRI,,,\n"
    assert rows(read(one_year(header=header)), Child, "child", "born") == [
        ("Ann", date(2004, 5, 1)),
        ("Ben", date(2004, 12, 25)),
    ]


def test_months_first_is_read_so_where_it_is_proved(read, rows, says):
    header = HEADER + "".join(
        f"{name},2,05/{day}/2004,WBRI,,,\n" for name, day in zip("ABCD", (13, 14, 15, 2))
    )
    part = read(one_year(header=header))
    assert ("D", date(2004, 5, 2)) in rows(part, Child, "child", "born")
    assert "month first" in says(part)


def test_past_a_thousand_faults_are_counted(read, says):
    header = HEADER + "".join(f"{n},2,99/99/2004,ZZZZ,,,\n" for n in range(1005))
    told = says(read(one_year(header=header)))
    assert "5 more in this column cannot be read, and are blank: lines 1002 to 1006." in told
    assert "5 more lines are so" in told
