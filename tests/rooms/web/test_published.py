"""Published figures on the site and as a file: for everyone who sees the measure."""

import csv
from io import StringIO

import pytest


@pytest.mark.parametrize("role", ["director", "practitioner", "member"])
def test_a_measures_page_shows_what_is_published(served, signed_in, role):
    page = signed_in(role).get("/measures/children_on_plans/").content.decode()
    assert "Beside others" in page and "Redcar and Cleveland" in page and "189" in page
    assert '<span class="tag live">live</span>' in page and '<span class="tag published">published' in page
    assert "Open Government Licence" in page and "Sunderland" in page


def test_what_is_published_only_is_listed_and_has_a_page(served, signed_in):
    member = signed_in("member")
    assert "/published/school-moves/" in member.get("/measures/").content.decode()
    page = member.get("/published/school-moves/").content.decode()
    assert "<h1>Children looked after who moved school in mid-year</h1>" in page
    assert member.get("/published/nonsense/").status_code == 404


def test_the_figures_as_a_file(served, signed_in):
    member = signed_in("member")
    answer = member.get("/downloads/published/cp-plans/?neighbours=2021")
    assert answer["Content-Disposition"].endswith('"cp-plans-published-2026-06-10.csv"')
    rows = list(csv.reader(StringIO(answer.content.decode()[1:])))
    assert rows[0][3] == "Live or published" and {row[3] for row in rows[1:-1]} == {"live", "published"}
    assert "Open Government Licence" in rows[-1][0]
    for lost in ("nonsense/", "cp-plans/?neighbours=1998", "cp-plans/?as-at=2012-01-01"):
        assert member.get(f"/downloads/published/{lost}").status_code == 404
