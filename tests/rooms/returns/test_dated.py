"""How a column writes its days: what it shows itself, then its file, what we were told, and the guide."""

from datetime import date

import pytest

from throughline.returns.receiving import read_return
from throughline.returns.told import Told

PERSON = "pers_person_id,pers_dob,pers_sex,pers_ethnicity,pers_forename,pers_surname\n"
HEADINGS = "earl_person_id,earl_episode_start_date,earl_episode_end_date\n"
TODAY = date(2026, 6, 30)


@pytest.fixture
def received(write):
    """Read an extract of one person and their early help, with answers; give its days and what was asked."""

    def days(lines, answers=(), born="2012-05-01"):
        asked = []
        files = {"p.csv": PERSON + f"A,{born},F,WBRI,,\n", "e.csv": HEADINGS + lines}
        told = Told({each.subject: said for each, said in answers}, asked.append)
        (part,) = read_return([write(files)], as_at=TODAY, today=TODAY, told=told)
        frame = next(frame for table, frame in part.frames.items() if table.__name__ == "EarlyHelp")
        child = next(frame for table, frame in part.frames.items() if table.__name__ == "Child")
        rows = frame.select("EarlyHelp.started", "EarlyHelp.ended").rows()
        return rows, asked, "\n".join(map(str, part.faults)), child["Child.born"][0]

    return days


def test_a_column_is_read_by_what_it_shows_itself(received):
    rows, asked, says, _ = received("A,02/13/2026,13/02/2026\nA,02/14/2026,01/03/2026\nA,02/15/2026,\n")
    assert rows[0] == (date(2026, 2, 13), date(2026, 2, 13)) and rows[1][1] == date(2026, 3, 1)
    assert asked == [] and "days of earl_episode_start_date are written month first" in says


def test_the_other_columns_of_its_file_are_evidence(received):
    rows, asked, _, _ = received("A,01/02/2026,13/02/2026\n")
    assert rows == [(date(2026, 2, 1), date(2026, 2, 13))] and asked == []


def test_columns_that_show_both_ways_show_nothing_of_a_third(received, write):
    lines = "A,02/13/2026,13/02/2026\nA,02/14/2026,\nA,02/15/2026,\n"
    assert received(lines)[1] == []
    files = {
        "p.csv": PERSON + "A,2012-05-01,F,WBRI,,\n",
        "c.csv": "clae_person_id,clae_cla_episode_start_date,clae_cla_episode_ceased_date,"
        "clae_entered_care_date,clae_cla_episode_id,clae_cla_placement_id\n"
        "A,02/13/2026,13/02/2026,01/02/2026,1,1\nA,02/14/2026,,,2,1\nA,02/15/2026,,,3,1\n",
    }
    asked = []
    read_return([write(files, "both")], as_at=TODAY, today=TODAY, told=Told({}, asked.append))
    assert [each.subject.name for each in asked if each.subject.kind == "days"] == ["clae_entered_care_date"]


def test_what_nothing_shows_is_asked_and_blank(received):
    rows, asked, says, _ = received("A,01/02/2026,03/03/2026\nA,2026-01-05,\n")
    assert rows == [(date(2026, 1, 5), None)], "a row without its first day is set aside"
    (one,) = asked
    assert one.asks == "How are the days of earl_episode_start_date written, such as “01/02/2026”?"
    assert "line 2, earl_episode_start_date: “01/02/2026” may be day first or month first" in says
    assert "throughline questions" in says
    for said, day in (("day first", date(2026, 2, 1)), ("month first", date(2026, 1, 2))):
        rows, again, _, _ = received("A,01/02/2026,03/03/2026\n", [(one, said)])
        assert rows == [(day, date(2026, 3, 3))] and again == []
    rows, again, _, _ = received("A,01/02/2026,\n", [(one, "")])
    assert rows == [] and again == [], "it is not asked twice"


def test_bare_numbers_are_read_on_evidence_or_asked_about(received):
    rows, asked, _, _ = received("A,46200,46201\nA,46202.0,\nA,46200.5,\n")
    assert rows[0] == (date(2026, 6, 27), date(2026, 6, 28)) and asked == []
    rows, asked, says, _ = received("A,41000,\n")
    assert rows == [] and "is a spreadsheet's number of a day" in says
    (one,) = asked
    assert [choice.words for choice in one.choices] == [
        "from 1900: that is 1 April 2012",
        "from 1904: that is 2 April 2016",
    ]
    assert received("A,41000,\n", [(one, "from 1904")])[0] == [(date(2016, 4, 2), None)]


def test_a_year_of_two_figures_needs_proof_and_then_nobody_is_born_tomorrow(received):
    assert received("A,2026-01-01,\n", born="1 July 26")[3] == date(1926, 7, 1)
    rows, asked, _, _ = received("A,01/02/03,13/02/03\n")
    assert rows == [(date(2003, 2, 1), date(2003, 2, 13))] and asked == []
    assert [each.subject.kind for each in received("A,01/02/03,\n")[1]] == ["days"]


def test_what_is_no_day_is_a_fault_and_no_question(received):
    rows, asked, says, _ = received("A,2026-01-01,31/02/2026\n")
    assert rows == [(date(2026, 1, 1), None)] and asked == []
    assert "“31/02/2026” is not a date." in says


def test_a_day_that_cannot_be_is_said_to_be_one(received):
    _, asked, says, _ = received("A,1066-04-13,13/04/2101\n")
    assert asked == []
    for text in ("1066-04-13", "13/04/2101"):
        assert f"“{text}” is a day that cannot be: it is before 1900 or after 2100." in says
