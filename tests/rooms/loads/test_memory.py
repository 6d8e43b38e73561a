"""What a council told us of its files: asked once, used for ever after, and taken back."""

from datetime import date
from pathlib import Path

import pytest

from throughline.errors import Refused
from throughline.loads import memory
from throughline.loads.home import Council
from throughline.loads.memory import answer, answers, asked, question, undo, waiting
from throughline.loads.parts import read_part
from throughline.loads.receiving import receive, receive_again
from throughline.record.child import Child
from throughline.record.front_door import Contacts

PERSONS = "{},pers_dob,pers_sex,pers_ethnicity,pers_upn\nA1,2012-05-01,F,WBRI,\nB2,2013-05-01,M,WBRI,\n"
CONTACTS = "cont_contact_id,cont_person_id,cont_contact_date\n1,A1,{}\n2,B2,{}\n"


@pytest.fixture
def saltby(tmp_path):
    return Council(tmp_path / "home" / "councils" / "saltby")


@pytest.fixture
def sent(tmp_path):
    """An extract, by the heading of the person's id, and two days of contacts."""

    def written(heading="pers_person_id", days=("2026-01-02", "2026-01-03"), folder="ssd") -> Path:
        place = tmp_path / folder
        place.mkdir(exist_ok=True)
        (place / "persons.csv").write_text(PERSONS.format(heading))
        (place / "contacts.csv").write_text(CONTACTS.format(*days))
        return place

    return written


def test_a_refused_file_becomes_answerable(saltby, sent):
    with pytest.raises(Refused, match="has no persons") as refused:
        receive(saltby, [sent("Person Ref")])
    assert "throughline questions" in refused.value.do
    (one,) = waiting(saltby)
    assert one.question.asks == "What is the column headed “Person Ref” of persons (ssd_person)?"
    assert one.question.choices[0].answer == "pers_person_id" and one.question.likely
    told = answer(saltby, one.number, "pers_person_id", "ada")
    assert (told.who, told.words[:14]) == ("ada", "pers_person_id") and told.answered_at
    assert waiting(saltby) == []
    load = receive_again(saltby, one.load[:8])
    assert (load.status, load.rows["Standard Safeguarding Dataset: Child"]) == ("in", 2)
    part = read_part(saltby.parts / f"{load.name}-0")
    assert ("Person Ref", "pers_person_id", "told") in {(h.heading, h.column, h.how) for h in part.headings}
    line = saltby.loads()[1]
    assert (line["status"], line["by"]) == ("answered", "ada")
    assert line["titles"] == [
        "Question 1: the heading “person ref”, persons (ssd_person) (Standard Safeguarding Dataset)"
    ]


def test_it_is_used_ever_after_whatever_the_capitals(saltby, sent):
    with pytest.raises(Refused):
        receive(saltby, [sent("Person Ref")])
    answer(saltby, 1, "pers_person_id", "ada")
    load = receive(saltby, [sent(" PERSON  ref", ("2026-02-02", "2026-02-03"), "later")])
    assert load.status == "in" and waiting(saltby) == []


def test_an_answer_is_taken_back_and_asked_again(saltby, sent):
    with pytest.raises(Refused):
        receive(saltby, [sent("Person Ref")])
    answer(saltby, 1, "", "ada")
    assert asked(saltby)[0].words == "it fills nothing"
    with pytest.raises(Refused):
        receive_again(saltby, asked(saltby)[0].load)
    assert waiting(saltby) == []
    undo(saltby, 1, "ben")
    assert [each.number for each in waiting(saltby)] == [1]
    assert saltby.loads()[0]["status"] == "asked again"
    with pytest.raises(Refused, match="has not been answered"):
        undo(saltby, 1, "ben")


def test_doubtful_days_are_blank_until_they_are_answered(saltby, sent):
    load = receive(saltby, [sent(days=("01/02/2026", "03/04/2026"))], as_at=date(2026, 6, 30))
    assert load.rows["Standard Safeguarding Dataset: Contacts"] == 0
    (one,) = waiting(saltby)
    assert [choice.words for choice in one.question.choices] == [
        "day first: that is 1 February 2026",
        "month first: that is 2 January 2026",
    ]
    answer(saltby, one.number, "month first", "ada")
    load = receive_again(saltby, one.load)
    days = read_part(saltby.parts / f"{load.name}-0").frames[Contacts].get_column("Contacts.received")
    assert sorted(days) == [date(2026, 1, 2), date(2026, 3, 4)]
    assert load.as_at == date(2026, 6, 30), "what was said of the files holds still"
    assert any("month first" in fault.says for fault in load.faults)


def test_the_same_files_and_the_same_answers_change_nothing(saltby, sent):
    place = sent(days=("01/02/2026", "03/04/2026"))
    receive(saltby, [place], as_at=date(2026, 6, 30))
    answer(saltby, 1, "day first", "ada")
    assert receive_again(saltby, asked(saltby)[0].load).status == "in"
    assert receive(saltby, [place], as_at=date(2026, 6, 30)).status == "nothing new"
    assert len(saltby.current()["parts"]) == 1


def test_a_question_is_settled_when_the_files_have_changed(saltby, sent):
    receive(saltby, [sent(days=("01/02/2026", "03/04/2026"))], as_at=date(2026, 6, 30))
    assert len(waiting(saltby)) == 1
    receive(saltby, [sent(days=("01/02/2026", "13/04/2026"), folder="b")], as_at=date(2026, 6, 30))
    assert waiting(saltby) == [], "the thirteenth shows it"


def test_a_question_asked_again_keeps_its_number(saltby, sent):
    for folder in ("a", "b"):
        receive(saltby, [sent(days=("01/02/2026", "03/04/2026"), folder=folder)], as_at=date(2026, 6, 30))
        receive(saltby, [sent(days=("01/02/2026", "05/04/2026"), folder=folder)], as_at=date(2026, 6, 30))
    (one,) = waiting(saltby)
    assert one.number == 1 and one.load == saltby.loads()[0]["load"]


def test_what_cannot_be_answered_is_refused_in_words(saltby, sent):
    place = sent()
    (place / "persons.csv").write_text(
        "Person Ref,Other Ref,pers_dob,pers_ethnicity,pers_forename,pers_surname\nA1,X,2012-05-01,WBRI,a,b\n"
    )
    with pytest.raises(Refused):
        receive(saltby, [place])
    first, second = (each.number for each in waiting(saltby))
    answer(saltby, first, "pers_person_id", "ada")
    with pytest.raises(Refused, match="is that column already"):
        answer(saltby, second, "pers_person_id", "ada")
    with pytest.raises(Refused, match="is no answer to question"):
        answer(saltby, second, "what", "ada")
    with pytest.raises(Refused, match="There is no question 99"):
        question(saltby, 99)
    with pytest.raises(Refused, match="No load that is kept has the name"):
        receive_again(saltby, "zzz")
    assert answers(saltby) == {question(saltby, first).question.subject: "pers_person_id"}


def test_a_word_for_a_code_is_answered_once_and_taken_back(saltby, sent):
    place = sent()
    lines = "".join(f"A{n},2012-05-01,Boy,WBRI,\n" for n in range(1, 4))
    (place / "persons.csv").write_text(PERSONS.splitlines()[0].format("pers_person_id") + "\n" + lines)
    receive(saltby, [place])
    (one,) = waiting(saltby)
    assert one.question.choices[0].answer == "M"
    answer(saltby, one.number, "M", "ada")
    load = receive_again(saltby, one.load)
    assert set(read_part(saltby.parts / f"{load.name}-0").frames[Child].get_column("Child.sex")) == {"M"}
    undo(saltby, one.number, "ada")
    load = receive_again(saltby, one.load)
    assert set(read_part(saltby.parts / f"{load.name}-0").frames[Child].get_column("Child.sex")) == {"Boy"}
    assert [each.number for each in waiting(saltby)] == [one.number]


def test_past_the_most_that_may_wait_no_more_is_asked(saltby, sent, monkeypatch):
    monkeypatch.setattr(memory, "MOST", 0)
    with pytest.raises(Refused):
        receive(saltby, [sent("Person Ref")])
    assert asked(saltby) == []
