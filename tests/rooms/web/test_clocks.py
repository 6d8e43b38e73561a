"""As known at an earlier load, on the site: its figures, today's rights, and a notice on every page."""

import json
from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from throughline.loads import counting_apart
from throughline.loads.counts import count_snapshot
from throughline.people.keys import key_of
from throughline.people.models import Opening
from throughline.record.snapshots import Snapshot, child_of
from throughline.record.workforce import Involvements

TUESDAY = date(2026, 6, 9)
MEASURE = "/measures/open_assessments/"
LIST = "/downloads/lists/open-assessments/"
CHILDREN = "/downloads/children/open_assessments/"
FIGURES = "/downloads/figures/open_assessments/"
NOTICE = "As known on 10 June 2026, 07:40 (load 1)."


def earlier(now):
    """The little council a day before: Ben was not in it yet, and Cat was with team 1."""
    told = {table: now.frames[table] for table in now.covers}
    told = {
        table: frame.filter(pl.col(f"{table.__name__}.child") != "B2") if child_of(table) else frame
        for table, frame in told.items()
    }
    cat, team = Involvements.child == "C3", Involvements.team
    told[Involvements] = told[Involvements].with_columns(
        pl.when(cat).then(pl.lit("T1")).otherwise(team).alias("Involvements.team")
    )
    return replace(now, frames=Snapshot.of(told, as_at=TUESDAY).frames, as_at=TUESDAY)


@pytest.fixture
def two_loads(served, little):
    """The little council, with a load before the one that is served."""
    first = earlier(little).write(served.snapshots)
    count_snapshot(served, first)
    log = served.folder / "loads.jsonl"
    line = {
        "load": "z", "at": "2026-06-10T06:40:00+00:00", "status": "in", "as_at": "2026-06-09",
        "titles": ["SSD"], "files": [], "rows": {}, "faults": 0, "snapshot": first.name,
    }  # fmt: skip
    log.write_text(json.dumps(line) + "\n" + log.read_text())
    return served, first


def text(answer):
    return " ".join(answer.content.decode().split())


def test_a_page_says_what_was_known_then(two_loads, signed_in):
    browser = signed_in("director")
    now, then = text(browser.get(MEASURE)), text(browser.get(MEASURE, {"known-at": "1"}))
    assert 'class="value">3<' in now and NOTICE not in now
    assert 'class="value">2<' in then and NOTICE in then
    assert "as at 9 June 2026" in then and "Data as at Tuesday 9 June 2026." in then


def test_it_stays_while_one_walks_about(two_loads, signed_in):
    browser = signed_in("director")
    shown = text(browser.get(MEASURE, {"known-at": "1", "as-at": "2026-06-01"}))
    inside = [link.split('"')[0] for link in shown.split('href="')[1:] if link.startswith("/measures/")]
    assert [link for link in inside if "known-at=1" not in link] == [f"{MEASURE}?as-at=2026-06-01"]
    assert '<input type="hidden" name="known-at" value="1">' in shown
    assert '/pages/council/?as-at=2026-06-01&amp;known-at=1"' in shown
    assert f'<a href="{MEASURE}?as-at=2026-06-01">Show what is known now</a>' in shown
    home = browser.get("/", {"known-at": "1"})
    assert home["Location"].endswith("?known-at=1")
    found = text(browser.post("/find/", {"find": "Hill", "known-at": "1", "as-at": "2030-01-01"}))
    assert NOTICE in found and "Ann Hill" in found and "Ben" not in found
    assert "Ben Hill" in text(browser.post("/find/", {"find": "Hill"}))


def test_a_day_asks_for_the_newest_load_of_its_end(two_loads, signed_in):
    browser = signed_in("director")
    assert NOTICE in text(browser.get(MEASURE, {"known-at": "2026-06-10"}))
    assert 'class="notice known"' not in text(browser.get(MEASURE, {"known-at": "2026-06-11"}))


@pytest.mark.parametrize("asked", ["7", "2026-06-01", "<i id=x", "Ann Hill"])
def test_a_load_that_there_is_not_is_said_and_kept_nowhere(asked, two_loads, signed_in):
    answer = signed_in("director").get(MEASURE, {"known-at": asked})
    assert answer.status_code == 422
    assert "There is a problem" in text(answer) and 'href="#known-at"' in text(answer)
    assert asked in ("7", "2026-06-01") or asked not in text(answer)
    assert f"known-at={asked}" not in text(answer)


def test_rights_are_those_of_today(two_loads, signed_in):
    browser = signed_in("team_manager")
    shown = text(browser.get("/measures/children_on_plans/", {"known-at": "1"}))
    assert "Dee =Wood" in shown and "Cat Lake" not in shown, "Cat is team 2's now, whosever she was then"
    cat = f"/children/{key_of('C3', 'little')}/"
    assert browser.get(cat, {"known-at": "1"}).status_code == 404
    assert NOTICE in text(browser.get(f"/children/{key_of('A1', 'little')}/", {"known-at": "1"}))


def test_what_was_seen_is_in_the_log_without_a_name(two_loads, signed_in):
    signed_in("director").get(MEASURE, {"known-at": "1"})
    assert Opening.objects.count() == 2
    assert {row.page for row in Opening.objects.all()} == {MEASURE}


def test_lists_are_of_what_was_known_then(two_loads, signed_in):
    browser = signed_in("team_manager")
    assert "Ben" not in text(browser.post(LIST, {"known-at": "1"}))
    assert "Ben" in text(browser.post(LIST))
    given = {"known-at": "1", "from": "2026-06-09", "to": "2026-06-09"}
    assert "Ben" not in text(browser.post(CHILDREN, given)) and "Ann" in text(browser.post(CHILDREN, given))
    assert browser.post(LIST, {"known-at": "9"}).status_code == 404
    figures = browser.get("/downloads/figures/open_assessments/", {"known-at": "1"})
    assert "2026-06-09-known-at-load-1.csv" in figures["Content-Disposition"]
    assert figures.content.decode().splitlines()[-1].endswith('"10 June 2026, 07:40 (load 1)"')


def test_every_file_says_as_known_at_which_load_it_is(two_loads, signed_in):
    browser, then = signed_in("director"), {"known-at": "1"}
    files = [
        browser.post("/downloads/lists/open-assessments/", then | {"team": "T1"}),
        browser.post(CHILDREN, then),
        browser.get("/downloads/figures/open_assessments/", then | {"parted": "team"}),
        browser.get("/downloads/published/cp-plans/", then),
        browser.post("/downloads/conflicts/", then),
        browser.post("/compare/open_assessments/?known-at=1", {"list": "A1", "as-file": "1"}),
        signed_in("practitioner").post("/downloads/lists/my-children/", then),
    ]
    for file in files:
        assert file["Content-Disposition"].endswith('-known-at-load-1.csv"'), file["Content-Disposition"]


def test_a_load_whose_answers_are_not_made_is_counted_elsewhere(two_loads, signed_in, monkeypatch):
    first = two_loads[1]
    asked = []
    monkeypatch.setattr(
        "throughline.web.clocks.counting", lambda *given: asked.append(given) or "Soon (1 of 3)."
    )
    browser = signed_in("director")
    answer = browser.get(MEASURE, {"known-at": "1"})
    assert (answer.status_code, answer["Retry-After"]) == (202, "3")
    assert "Soon (1 of 3)." in text(answer) and 'http-equiv="refresh"' in text(answer)
    assert asked[0][1] == first.name
    assert 'http-equiv="refresh"' not in text(browser.post(LIST, {"known-at": "1", "team": "T1"}))
    assert browser.get("/reports/", {"known-at": "1"}).status_code == 202
    assert counting_apart._begun == []


def test_reports_are_offered_as_known_then(two_loads, signed_in, monkeypatch):
    made = []
    monkeypatch.setattr(
        "throughline.web.reporting.make_pdf", lambda *given, known: made.append((given[3], known)) or b"%PDF"
    )
    browser = signed_in("director")
    assert '<option value="1" selected>' in text(browser.get("/reports/", {"known-at": "1"}))
    answer = browser.get("/reports/monthly-performance.pdf", {"known-at": "1"})
    assert "monthly_performance_2026-06-09_as_known_at_load_1.pdf" in answer["Content-Disposition"]
    assert made[0][0] == TUESDAY and made[0][1].number == 1
    wrong = browser.get("/reports/monthly-performance.pdf", {"known-at": "9"})
    assert wrong.status_code == 422 and "There is no load 9." in text(wrong)


def test_a_member_is_shown_no_earlier_load(two_loads, signed_in):
    """Taken from what is said now, it would tell who was recorded late."""
    browser = signed_in("member")
    answer = browser.get(MEASURE, {"known-at": "1"})
    assert answer.status_code == 422
    assert "What an earlier load said is not shown to your role." in text(answer)
    assert NOTICE not in text(answer) and "known-at" not in text(answer)
    assert browser.get(FIGURES, {"known-at": "1"}).status_code == 404
    report = browser.get("/reports/monthly-performance.pdf", {"known-at": "1"})
    assert report.status_code == 422 and "not shown to your role" in text(report)
    assert "known-at" not in text(browser.get("/reports/", {"known-at": "1"}))
    assert browser.get(MEASURE, {"known-at": "2"}).status_code == 200, "it is what is served"


def test_a_member_looks_at_the_ends_of_months_and_the_datas_own_day(two_loads, signed_in):
    browser = signed_in("member")
    for day, fits in (("2026-06-10", True), ("2026-06-09", False)):
        assert browser.get(MEASURE, {"as-at": day}).status_code == (200 if fits else 422)
        assert browser.get(FIGURES, {"as-at": day}).status_code == (200 if fits else 404)
    said = text(browser.get(MEASURE, {"as-at": "2026-06-09"}))
    assert "Give 10 June 2026, which is the nearest." in said and 'class="value"' not in said
    report = browser.get("/reports/monthly-performance.pdf", {"as-at": "2026-06-09"})
    assert report.status_code == 422 and "Give 10 June 2026" in text(report)
