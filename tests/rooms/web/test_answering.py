"""Questions about files on the Loads page: seen by those who see faults, answered by the analyst alone."""

import pytest

from throughline.loads.memory import asked, keep_questions, waiting
from throughline.returns.told import Choice, Question, Subject

PAGE, POST = "/pages/loads/", "/questions/answer/"
SSD, PERSONS = "Standard Safeguarding Dataset", "persons (ssd_person)"


def about(heading, likely=True):
    """A question about a heading."""
    return Question(
        Subject("heading", SSD, PERSONS, heading.lower()),
        "ssd/persons.csv",
        f"What is the column headed “{heading}” of persons (ssd_person)?",
        (Choice("pers_person_id", "pers_person_id: The person", "spelt like it"), Choice("pers_sex", "Sex")),
        likely,
    )


@pytest.fixture
def questions(served):
    """Two questions that wait, one of them unlikely."""
    keep_questions(served, "3f9ac81b22", [about("Person Ref"), about("<b>Notes", likely=False)], [])
    return served


def text(answer):
    return answer.content.decode()


def test_an_analyst_sees_and_answers(questions, signed_in):
    client = signed_in("analyst")
    page = text(client.get(PAGE))
    assert "1. What is the column headed “Person Ref”" in page and "load 3f9ac81b" in page
    assert "1 heading that may be nothing of ours" in page and "&lt;b&gt;Notes" in page
    assert '<option value="" disabled selected>Choose one</option><option value="pers_person_id">' in page
    assert '<option value="pers_person_id">pers_person_id: The person (spelt like it)</option>' in page
    answer = client.post(POST, {"number": 1, "answer": "pers_person_id"})
    assert answer.status_code == 200 and "The answer was kept" in text(answer)
    assert "throughline again 3f9ac81b" in text(answer)
    (one,) = [each for each in asked(questions) if each.answer is not None]
    assert one.answer == "pers_person_id" and one.who.startswith("analyst-")
    assert "1 answered" in text(client.get(PAGE))
    line = questions.loads()[0]
    assert (line["status"], line["by"]) == ("answered", one.who)
    assert "taken back" in text(client.post(POST, {"number": 1, "undo": "yes"}))
    assert len(waiting(questions)) == 2


def test_it_fills_nothing(questions, signed_in):
    client = signed_in("analyst")
    assert "It fills nothing" in text(client.post(POST, {"number": 2, "answer": ""}))
    assert [each.number for each in waiting(questions)] == [1]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"number": "x"}, "no answer to a question"),
        ({"number": 1}, "no answer to a question"),  # nothing was chosen: that is not *it is nothing*
        ({"number": 1, "answer": "pers_dob"}, "“pers_dob” is no answer to question 1"),
        ({"number": 9, "answer": ""}, "There is no question 9"),
        ({"number": 1, "undo": "yes"}, "has not been answered"),
    ],
)
def test_what_cannot_be_answered_is_said(questions, signed_in, given, says):
    answer = signed_in("analyst").post(POST, given)
    assert answer.status_code == 422 and says in text(answer)
    assert len(waiting(questions)) == 2


@pytest.mark.parametrize("role", ["director", "team_manager", "practitioner", "member"])
def test_nobody_else_answers(questions, signed_in, role):
    assert signed_in(role).post(POST, {"number": 1, "answer": ""}).status_code == 404
    assert len(waiting(questions)) == 2


def test_a_director_reads_them_and_a_team_manager_does_not(questions, signed_in):
    page = text(signed_in("director").get(PAGE))
    assert "What is the column headed" in page and "An analyst answers them" in page and POST not in page
    assert "Questions about the files" not in text(signed_in("team_manager", team="T1").get(PAGE))


def test_only_by_post_and_with_its_token(questions, signed_in):
    client = signed_in("analyst")
    assert client.get(POST).status_code == 405
    client.handler.enforce_csrf_checks = True
    assert client.post(POST, {"number": 1, "answer": ""}).status_code == 403


def test_without_a_question_the_page_says_nothing_of_them(served, signed_in):
    assert "Questions about the files" not in text(signed_in("analyst").get(PAGE))


def test_a_word_for_a_code_is_answered_on_the_page(questions, signed_in):
    word = Question(
        Subject("code", SSD, PERSONS, "pers_sex", "zzz"),
        "ssd/persons.csv",
        "What is “zzz” in pers_sex of persons (ssd_person) (3 lines)?",
        (Choice("M", "M: Male"), Choice("F", "F: Female")),
        likely=False,
    )
    asks = [*(each.question for each in waiting(questions)), word]
    keep_questions(questions, "3f9ac81b22", asks, [])
    (number,) = (each.number for each in waiting(questions) if each.question == word)
    client = signed_in("analyst")
    page = text(client.get(PAGE))
    assert "1 heading that may be nothing" in page, "a word stands with the questions, not among those"
    assert "It is no code: leave it as it came" in page
    assert "M: Male" in text(client.post(POST, {"number": number, "answer": "M"}))
    assert "zzz" not in str(questions.loads()[0]), "no word out of a file in the log"
    client.post(POST, {"number": number, "undo": "yes"})
    assert len(waiting(questions)) == 3
