"""What came late: figures of the last months that are not what we said of them at the time, and the rows that
made the difference. For those who see the council's totals only there is none of it, as of `said_then`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from throughline.blocks.asking import Ask
from throughline.blocks.councils import council_of
from throughline.blocks.figures import asked, written
from throughline.blocks.named import MEASURES, NAMES
from throughline.blocks.series import when
from throughline.blocks.shown import Shown
from throughline.counting.answers import Answer
from throughline.counting.changed import NEW
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.trends import steps_to
from throughline.loads.home import Council
from throughline.loads.known import Known, first_to_say, known_loads
from throughline.loads.said import is_said, said_then
from throughline.measures.kinds import Measure
from throughline.record.periods import Period


@dataclass(frozen=True, eq=False)
class LateRecording:
    """At most so many figures, those that moved most first."""

    at_most: int = 4

    def shown(self, ask: Ask) -> ShownLateRecording:
        """Nothing where no load said anything of these months at the time."""
        council = council_of(ask)
        if council is None or ask.hides_small:
            return ShownLateRecording()
        told = list(loads_of(ask, council))
        moved = list(moved_since(ask, council, told))
        first = {each.measure: each for each in sorted(moved, key=lambda each: each.strength)}
        ranked = sorted(first.values(), key=lambda each: (-each.strength, each.measure.title))
        return ShownLateRecording(
            lede=lede(told, len(ranked)) if told else "",
            figures=tuple(late_figure(ask, each) for each in ranked[: self.at_most]),
            more=max(0, len(ranked) - self.at_most),
        )


@dataclass(frozen=True, kw_only=True)
class Moved:
    """One figure of one month: the load that first said it, what that said, and what is said now."""

    measure: Measure
    period: Period
    load: Known
    then: Answer
    now: Answer

    @property
    def by(self) -> int:
        """How many more rows or children it rests on now."""
        return self.now.many - self.then.many

    @property
    def strength(self) -> float:
        """How far it moved, beside what so large a number would differ by through chance alone."""
        return abs(self.by) / sqrt(max(self.then.many, 1))


@dataclass(frozen=True, kw_only=True)
class LateFigure:
    """One figure in words: its title, the sentence, who answers for it, and where the rows are listed."""

    title: str
    says: str
    owner: str
    address: str
    rows: str


@dataclass(frozen=True, kw_only=True)
class ShownLateRecording(Shown):
    """Figures, ranked; `more` is how many are not shown. With no lede there is nothing to tell."""

    lede: str = ""
    figures: tuple[LateFigure, ...] = ()
    more: int = 0


def loads_of(ask: Ask, council: Council) -> Iterator[tuple[Period, Known]]:
    """The last months, each with the load that first said it, if that is not the one that is looked at. Those
    not counted by today's catalogue are passed over: no page waits for a count."""
    loads = [each for each in known_loads(council) if not ask.known or each.number <= ask.known.number]
    for period in steps_to(ask.day, NEW, "month"):
        load = first_to_say(loads, period.end)
        if load and load.snapshot != ask.snapshot.name and is_said(council, load.snapshot):
            yield period, load


def moved_since(ask: Ask, council: Council, told: list[tuple[Period, Known]]) -> Iterator[Moved]:
    """Every figure that is not what it was."""
    for period, load in told:
        for name, measure in MEASURES.items():
            then = said_then(council, load.snapshot, name, period.end)
            if not then.available or measure not in ask.answers.facts:
                continue
            now = asked(ask.answers, measure, period, ALL, EVERYONE)
            each = Moved(measure=measure, period=period, load=load, then=then, now=now)
            if now.available and is_late(each):
                yield each


def is_late(each: Moved) -> bool:
    """Whether a figure that was said is another now. Of what it was too early to say, answers come in time:
    that is no late recording."""
    if each.then.value is None or each.then.too_early or each.now.too_early:
        return False
    return bool(each.by) or figure_of(each.measure, each.now) != figure_of(each.measure, each.then)


def lede(told: list[tuple[Period, Known]], moved: int) -> str:
    """How many figures are not what they were, and of which months."""
    *others, last = [f"{period.end:%B}" for period, _ in told]
    many = f"{' and '.join(filter(None, (', '.join(others), last)))} {told[-1][0].end.year}"
    if not moved:
        return f"Every figure of {many} is what we said of it at the time."
    said = "1 measure is" if moved == 1 else f"{moved} measures are"
    return f"Of {many}, {said} not what we said of {'it' if moved == 1 else 'them'} at the time."


def late_figure(ask: Ask, each: Moved) -> LateFigure:
    """One figure in words."""
    then, now = (figure_of(each.measure, answer) for answer in (each.then, each.now))
    more = f"{abs(each.by):,} {'more' if each.by > 0 else 'fewer'}" if each.by else "As many"
    late = ask.link(f"/measures/{NAMES[each.measure]}/", late=each.period.end.isoformat())
    return LateFigure(
        title=f"{each.measure.title}: {now} {when(each.measure, each.period)}; we said {then} at the time",
        says=f"{more} than load {each.load.number} said, which came on {each.load.at:%-d %B %Y}.",
        owner=each.measure.owned_by,
        address=f"{ask.measure_link(each.measure)}#said-then",
        rows=f"{late}#came-late" if ask.may_open_children and each.by else "",
    )


def figure_of(measure: Measure, answer: Answer) -> str:
    """A figure as it is written; *nothing to show* where none is left."""
    return "nothing to show" if answer.value is None else written(measure, answer.value)
