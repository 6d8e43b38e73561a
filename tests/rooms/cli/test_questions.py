"""Questions and answers, as they are typed."""

import json

import pytest

from throughline.cli import main

PERSONS = (
    "Person Ref,pers_dob,pers_sex,pers_ethnicity,Notes\nA1,2012-05-01,F,WBRI,x\nB2,2013-05-01,M,WBRI,y\n"
)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a command in an empty home; give its code, and what it printed."""
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "home"))

    def typed(*words):
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return typed


@pytest.fixture
def refused(run, tmp_path):
    """A file that is refused, for want of one heading."""
    file = tmp_path / "persons.csv"
    file.write_text(PERSONS)
    code, _, err = run("receive", file)
    assert code == 1 and "throughline questions" in err
    return file


def test_from_a_refusal_to_the_record(run, refused):
    code, out, _ = run("questions")
    assert code == 0
    assert "1. What is the column headed “Person Ref” of persons (ssd_person)?" in out
    assert "   1  pers_person_id: The person (spelt like “pers_person_id”)" in out
    load = out.split("load ")[1][:8]
    assert "Kept: pers_person_id" in run("answer", 1, 1)[1]
    assert "Kept: it fills nothing" in run("answer", 2, "--ignore")[1]
    code, out, _ = run("again", load)
    assert code == 0 and "Child: 2 rows" in out and "In, as at" in out
    assert run("questions")[1] == "No question.\n"
    assert "nothing was changed" in run("again", load)[1]


def test_an_answer_is_seen_and_taken_back(run, refused):
    assert run("questions", "--answered")[1] == "Nothing has been answered.\n"
    assert "Kept: pers_person_id" in run("answer", 1, "PERS_PERSON_ID")[1]
    out = run("questions", "--answered")[1]
    assert "pers_person_id: The person (" in out and "Notes" not in out
    assert "waits again" in run("answer", 1, "--undo")[1]
    assert [each["number"] for each in json.loads(run("questions", "--json")[1])] == [1, 2]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["1"], "What is the answer"),
        (["1", "1", "--ignore"], "What is the answer"),
        (["1", "77"], "“77” is no answer to question 1"),
        (["9", "1"], "There is no question 9"),
        (["1", "--undo"], "Question 1 has not been answered"),
    ],
)
def test_what_cannot_be_done_is_said(run, refused, words, says):
    code, out, err = run("answer", *words)
    assert code == 1 and out == "" and says in err
