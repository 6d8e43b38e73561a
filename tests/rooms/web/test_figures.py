"""Figures of a report held against one another, on the site: said in sentences, and nothing of it kept."""

from io import BytesIO
from time import process_time

import pytest

HEADINGS = "area,period,topic,measure,breakdown,value,unit\n"
TOTAL = (
    HEADINGS
    + "Saltscar,2026,T,Plans,,10,count\nSaltscar,2026,T,Plans,a,4,count\nSaltscar,2026,T,Plans,b,5,count\n"
)


def text(answer):
    return " ".join(answer.content.decode().split())


def test_what_contradicts_what_is_said(served, signed_in):
    browser = signed_in("member")
    assert "Check a set of figures" in text(browser.get("/figures/"))
    shown = text(browser.post("/figures/", {"list": TOTAL}))
    assert "Among 3 figures" in shown and "is not the sum of its parts: line 3, line 4 add up to 9." in shown
    pasted = TOTAL.replace(",", "\t").replace("\t10\t", "\t9\t")
    assert "Nothing among 3 figures contradicts anything." in text(
        browser.post("/figures/", {"list": pasted})
    )


def test_a_file_of_figures(served, signed_in):
    file = BytesIO(TOTAL.encode("utf-8-sig"))
    file.name = "figures.csv"
    assert "add up to 9" in text(signed_in("analyst").post("/figures/", {"file": file}))


def test_markup_in_a_figure_is_only_words(served, signed_in):
    shown = text(signed_in("director").post("/figures/", {"list": TOTAL.replace("Plans", "<b>Plans</b>")}))
    assert "<b>Plans" not in shown and "&lt;b&gt;Plans" in shown


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("", "That list has no column area"),
        (HEADINGS, "That list has no figure below its headings."),
        ("a,b\n1,2", "That list has no column area"),
        (HEADINGS + 'x,"', "unexpected end of data"),
        (
            HEADINGS + "a,2026,t,m,,1,count\n" * 1_001,
            "That list has 1,001 figures; 1,000 are as many as can be.",
        ),
        ("x" * 600_001, "That list is too long."),
    ],
)
def test_what_is_no_set_of_figures_is_said(given, says, served, signed_in):
    answer = signed_in("director").post("/figures/", {"list": given})
    assert answer.status_code == 422 and says in text(answer)


def test_a_list_made_to_be_slow_is_answered_soon(served, signed_in):
    rows = "".join(
        f"a,{1800 + i},t,Increase in plans {i},,{i},count\na,{1800 + i},t,plans,,{i},count\n"
        for i in range(500)
    )
    began, browser = process_time(), signed_in("director")
    same = "".join(f"a,2026,t,plans total,{'' if i % 2 else f'g{i}'},{i},count\n" for i in range(1000))
    for given in (rows, same):
        answer = browser.post("/figures/", {"list": HEADINGS + given})
        assert answer.status_code == 200 and len(answer.content) < 5_000_000
    assert process_time() - began < 8


def test_who_has_no_reports_has_no_figures_to_check(served, signed_in):
    assert signed_in("practitioner").get("/figures/").status_code == 404


def test_a_stranger_is_sent_to_sign_in(client, db):
    assert client.get("/figures/").status_code == 302
