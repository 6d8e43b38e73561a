"""What a council has told us of its files, and what is still to be asked: a thing that a file does not show
is a question to the council, never a guess. Each is asked once; the answer holds for every later file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

HEADING, DAYS, CODE = "heading", "days", "code"
NOTHING = ""  # the answer that a heading fills nothing, or that a value is no code
DAY_FIRST, MONTH_FIRST, FROM_1900, FROM_1904 = "day first", "month first", "from 1900", "from 1904"


@dataclass(frozen=True)
class Subject:
    """What is asked about: a *heading* that is not known, the way the *days* of a column are written, or a
    word that is no *code* of its column. `given` and `table` are the words of the return; `name` is the
    heading, folded; `value` the word, in small letters."""

    kind: str
    given: str
    table: str
    name: str
    value: str = ""


@dataclass(frozen=True)
class Choice:
    """One answer: what is kept of it, and what a person reads. `why` says what speaks for it."""

    answer: str
    words: str
    why: str = ""


@dataclass(frozen=True)
class Question:
    """One question: in which file it arose, what is asked, and the answers there are, the likeliest first.
    `likely` is whether anything speaks for the first."""

    subject: Subject
    file: str
    asks: str
    choices: tuple[Choice, ...]
    likely: bool


def ask_nobody(question: Question) -> None:
    """Ask nobody: what is not known stays blank."""


@dataclass(frozen=True, eq=False)
class Told:
    """What the council has answered, and whom to ask the rest. `today` bounds days of birth."""

    answers: Mapping[Subject, str] = field(default_factory=dict)
    ask: Callable[[Question], None] = ask_nobody
    today: date = field(default_factory=date.today)

    def answer(self, subject: Subject) -> str | None:
        """What was answered; None where it has not been."""
        return self.answers.get(subject)
