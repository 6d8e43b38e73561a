"""What a council has told us of its files, kept in its folder with who said it and when, and the questions
that wait for an answer. Each question has a number, which it keeps when it has been answered."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.record.composing import Part
from throughline.record.on_disk import put
from throughline.returns.told import CODE, DAYS, HEADING, NOTHING, Choice, Question, Subject

MEMORY = "memory.json"
WHICH = "See which wait: throughline questions."
LEFT = {HEADING: "it fills nothing", DAYS: "leave them blank", CODE: "it is no code: leave it as it came"}
MOST = 500  # questions that wait: beyond that something else is wrong with the files


@dataclass(frozen=True)
class Asked:
    """One question and what became of it: its number, the load it arose in, when; and, once answered, the
    answer, who gave it and when."""

    number: int
    question: Question
    load: str
    at: str
    answer: str | None = None
    who: str = ""
    answered_at: str = ""

    @property
    def words(self) -> str:
        """The answer as a person reads it."""
        known = {choice.answer: choice.words for choice in self.question.choices}
        return known.get(self.answer or NOTHING, nothing_of(self.question))


def nothing_of(question: Question) -> str:
    """What it means to choose nothing."""
    return LEFT[question.subject.kind]


def asked(council: Council) -> list[Asked]:
    """Every question ever asked, by number."""
    file = council.folder / MEMORY
    said = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
    return [asked_of(each) for each in said]


def asked_of(said: Mapping[str, Any]) -> Asked:
    """A question as it was kept."""
    told = said["question"]
    choices = tuple(Choice(**choice) for choice in told["choices"])
    question = Question(**{**told, "subject": Subject(**told["subject"]), "choices": choices})
    return Asked(**{**said, "question": question})


def waiting(council: Council) -> list[Asked]:
    """Questions that wait for an answer: those that have a likely one first, then by number."""
    open_ = [each for each in asked(council) if each.answer is None]
    return sorted(open_, key=lambda each: (not each.question.likely, each.number))


def question(council: Council, number: int) -> Asked:
    """The question of that number. Raises `Refused` where there is none."""
    known = asked(council)
    return known[place_of(known, number)]


def answers(council: Council) -> dict[Subject, str]:
    """What has been answered."""
    return {each.question.subject: each.answer for each in asked(council) if each.answer is not None}


def answers_said(council: Council) -> str:
    """A short name of all that has been answered; blank where nothing has. The same files with other
    answers are another load."""
    told = sorted(f"{subject} {answer}" for subject, answer in answers(council).items())
    return sha256("\n".join(told).encode()).hexdigest()[:16] if told else ""


def keep_questions(council: Council, load: str, new: Iterable[Question], parts: Iterable[Part]) -> None:
    """Keep what a load asked. A question of a table that it read, and did not ask again, is settled: the
    files have changed."""
    subjects = {question.subject: question for question in new}
    if not subjects and not waiting(council):
        return
    read = {(part.title, heading.table) for part in parts for heading in part.headings}
    read |= {(subject.given, subject.table) for subject in subjects}
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with changing(council) as known:
        number = max((each.number for each in known), default=0)
        before = {each.question.subject: each for each in known}
        known[:] = [
            each
            for each in known
            if each.answer is not None
            or each.question.subject in subjects
            or (each.question.subject.given, each.question.subject.table) not in read
        ]
        for subject, question in subjects.items():
            if subject in before:
                place = known.index(before[subject])
                known[place] = replace(before[subject], question=question, load=load)
            elif len(known) < MOST:
                number += 1
                known.append(Asked(number, question, load, at))


def answer(council: Council, number: int, choice: str, who: str) -> Asked:
    """Answer a question, or answer it again: `choice` is one of its answers, or `NOTHING`. Raises `Refused`
    where there is no such question, or no such answer to it, or where another heading has that column."""
    with changing(council) as known:
        place = place_of(known, number)
        one = known[place]
        if choice not in (NOTHING, *(each.answer for each in one.question.choices)):
            raise Refused(f"“{choice}” is no answer to question {number}.", do=WHICH)
        check_free(known, one, choice)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        known[place] = told = replace(one, answer=choice, who=who, answered_at=at)
    log(council, told, "answered", who)
    return told


def undo(council: Council, number: int, who: str) -> Asked:
    """Take an answer back; the question waits again. Raises `Refused` where it has none."""
    with changing(council) as known:
        place = place_of(known, number)
        if known[place].answer is None:
            raise Refused(f"Question {number} has not been answered.", do=WHICH)
        known[place] = told = replace(known[place], answer=None, who="", answered_at="")
    log(council, told, "asked again", who)
    return told


def place_of(known: list[Asked], number: int) -> int:
    """Where a question stands."""
    for place, each in enumerate(known):
        if each.number == number:
            return place
    raise Refused(f"There is no question {number}.", do=WHICH)


def check_free(known: Iterable[Asked], one: Asked, choice: str) -> None:
    """Two headings of one table cannot be the same column."""
    mine = one.question.subject
    if choice == NOTHING or mine.kind != HEADING:
        return
    for other in known:
        theirs = other.question.subject
        same = (theirs.kind, theirs.given, theirs.table) == (mine.kind, mine.given, mine.table)
        if same and other.answer == choice and other.number != one.number:
            raise Refused(
                f"“{theirs.name}” is that column already (question {other.number}).",
                do=f"Take that back first: throughline answer {other.number} --undo.",
            )


def log(council: Council, told: Asked, status: str, who: str) -> None:
    """One line of what was settled, and by whom. No word out of a file but a heading."""
    subject = told.question.subject
    what = {HEADING: "the heading", DAYS: "the days of", CODE: "a code of"}[subject.kind]
    council.log(
        {
            "load": "",
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "status": status,
            "titles": [f"Question {told.number}: {what} “{subject.name}”, {subject.table} ({subject.given})"],
            "by": who,
            "files": [],
            "faults": 0,
        }
    )


@contextmanager
def changing(council: Council) -> Iterator[list[Asked]]:
    """The questions, to be changed: one at a time, and the file appears whole or not at all."""
    council.folder.mkdir(parents=True, exist_ok=True)
    with (council.folder / ".memory.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        known = asked(council)
        yield known
        waiting_file = council.folder / ".memory.json"
        told = json.dumps([asdict(each) for each in known], ensure_ascii=False, indent=1)
        waiting_file.write_text(told, encoding="utf-8")
        put(waiting_file, council.folder / MEMORY)
