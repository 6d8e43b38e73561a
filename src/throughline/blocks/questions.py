"""Questions about files that wait for an answer, and those that were answered: for who keeps the data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from throughline.blocks.asking import Ask
from throughline.blocks.councils import council_of, may_see_faults
from throughline.blocks.shown import Shown
from throughline.loads.memory import Asked, asked, nothing_of, waiting
from throughline.people.roles import ANALYST, Role
from throughline.returns.told import HEADING

SHORT = 8  # letters of a load's name that are enough to tell it from others
MOST_ANSWERED = 20


@dataclass(frozen=True, eq=False)
class Questions:
    """What the files do not show, as things are now: nothing for those who may not see faults."""

    def shown(self, ask: Ask) -> ShownQuestions:
        """Those waiting, headings that may be nothing of ours apart; and the newest answers."""
        council = council_of(ask) if may_see_faults(ask.role) else None
        open_ = [shown_question(each) for each in waiting(council)] if council else []
        ever = asked(council) if council else []
        told = sorted((each for each in ever if each.answer is not None), key=lambda each: each.answered_at)
        return ShownQuestions(
            likely=tuple(each for each in open_ if each.likely or each.kind != HEADING),
            unlikely=tuple(each for each in open_ if not each.likely and each.kind == HEADING),
            answered=tuple(shown_question(each) for each in told[: -MOST_ANSWERED - 1 : -1]),
            may_answer=may_answer(ask.role),
        )


def may_answer(role: Role | None) -> bool:
    """Whether questions about files may be answered: by the analyst, who knows what the extract says."""
    return role is ANALYST


@dataclass(frozen=True, kw_only=True)
class ShownQuestion:
    """One question in words: its answers as (what is sent, what is read), and the answer it has."""

    number: int
    kind: str
    asks: str
    file: str
    load: str
    likely: bool
    choices: tuple[tuple[str, str], ...]
    nothing: str
    answer: str
    who: str
    at: datetime | None


@dataclass(frozen=True, kw_only=True)
class ShownQuestions(Shown):
    """Questions that wait, and those answered, newest first."""

    likely: tuple[ShownQuestion, ...]
    unlikely: tuple[ShownQuestion, ...]
    answered: tuple[ShownQuestion, ...]
    may_answer: bool


def shown_question(one: Asked) -> ShownQuestion:
    """One question in words."""
    return ShownQuestion(
        number=one.number,
        kind=one.question.subject.kind,
        asks=one.question.asks,
        file=one.question.file,
        load=one.load[:SHORT],
        likely=one.question.likely,
        choices=tuple(
            (each.answer, f"{each.words} ({each.why})" if each.why else each.words)
            for each in one.question.choices
        ),
        nothing=nothing_of(one.question),
        answer=one.words if one.answer is not None else "",
        who=one.who,
        at=datetime.fromisoformat(one.answered_at) if one.answered_at else None,
    )
