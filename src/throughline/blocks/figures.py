"""One figure as one reader may see it. *Not available*, *not recorded*, nought, *too early to say* and
*hidden* are different words to the end."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import Literal
from weakref import WeakKeyDictionary

from throughline.blocks.asking import Ask
from throughline.blocks.untold import why_untold, without_population
from throughline.counting.answers import Answer, Answers
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.headline import instead_of
from throughline.counting.one_grid import may_be_told
from throughline.counting.small_numbers import HIDDEN, hidden, hide
from throughline.counting.small_numbers import Shown as Seen
from throughline.counting.trends import is_event
from throughline.measures.kinds import Better, Mean, Measure, Rate, Ratio, Share, Total, Typical, target_on
from throughline.record.breakdowns import Breakdown
from throughline.record.periods import Period, months, said, twelve_months_to
from throughline.returns.published_population import is_published

State = Literal["shown", "hidden", "not available", "not recorded", "too early to say", "none to count"]
WHAT_C_MEANS = (
    "c: a number from 1 to 5, or one that rests on so few, or from which one could be found, is not shown."
)
MOST_KEPT = 50_000
MILLIONS = 10_000_000  # pounds, from which on a sum is said in millions

_known: WeakKeyDictionary[Answers, dict[Hashable, Answer]] = WeakKeyDictionary()


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One number in words. `value` is blank unless `state` is *shown*; `notes` say what it rests on."""

    title: str
    words: str
    state: State
    value: float | None
    dates: str
    of: str = ""
    among: float | None = None
    notes: tuple[str, ...] = ()
    address: str = ""


def figure(
    ask: Ask, measure: Measure, period: Period | None = None, by: Breakdown = ALL,
    group: str = EVERYONE, title: str = "",
) -> Figure:  # fmt: skip
    """The figure of a measure for this reader; of the page's own period if no other is given."""
    period = period or ask.period(measure)
    answer = asked(ask.answers, measure, period, by, group)
    shown = seen(ask, measure, period, answer)
    answer, state = shown.answer, state_of(measure, shown.answer, shown.hidden)
    return Figure(
        title=title or measure.title,
        words={"shown": number(measure, answer), "hidden": HIDDEN}.get(state, state),
        state=state,
        value=answer.value if state == "shown" else None,
        dates=dates_of(measure, period),
        of=of_what(measure, answer) if state == "shown" else "",
        among=answer.denominator if state == "shown" else None,
        notes=tuple(notes(ask, measure, period, answer, by)),
        address=ask.measure_link(measure, period, by, group),
    )


def seen(ask: Ask, measure: Measure, period: Period, answer: Answer) -> Seen:
    """The answer of a period as this reader may see it. From those who see the council's totals only it is
    hidden where it is too small, and where such a number could be found by taking others from it."""
    if not ask.hides_small:
        return Seen(answer, False)
    if answer.available and not may_be_told(ask.answers, measure, period):
        return hidden(answer)
    return hide(measure, answer)


def asked(answers: Answers, measure: Measure, period: Period, by: Breakdown, group: str) -> Answer:
    """An answer, remembered for as long as its answers are."""
    kept = _known.setdefault(answers, {})
    key = (measure, period, by, group)
    if key not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[key] = answers.value(measure, period, by, group)
    return kept[key]


def state_of(measure: Measure, answer: Answer, hidden: bool) -> State:
    """What there is to say of an answer. A rate without what it is among is not available, whoever counts."""
    if hidden:
        return "hidden"
    if not answer.available:
        return "not available"
    if answer.value is not None:
        return "shown"
    if isinstance(measure, Rate) and answer.denominator is None:
        return "not available"
    if answer.too_early:
        return "too early to say"
    if answer.left_out:
        return "not recorded"
    return "none to count" if answer.denominator == 0 or answer.denominator is None else "not available"


def number(measure: Measure, answer: Answer) -> str:
    """The value, as its kind is written."""
    if answer.value is None:
        return ""
    return written(measure, answer.value)


def written(measure: Measure, value: float) -> str:
    """A value of this measure in figures: 1,234, 87%, 14.6%, 102.4, 15 days, £1,250, £47.0m."""
    if isinstance(measure, Share):
        return f"{plain(100 * value, 1)}%"
    if isinstance(measure, Rate):
        return f"{value:,.{measure.places}f}"
    if isinstance(measure, Typical):
        return f"{plain(value, 1)} {measure.unit}"
    if isinstance(measure, Total) and measure.unit.startswith("£") and abs(value) >= MILLIONS:
        return with_unit(f"{value / 1e6:,.1f}m", measure.unit)
    if isinstance(measure, Total | Mean | Ratio):
        return with_unit(f"{value:,.{measure.places}f}", measure.unit)
    return f"{value:,.0f}"


def with_unit(number: str, unit: str) -> str:
    """A number with its unit where people put it: £1,250 a week; 14%; 12.5 posts."""
    if unit.startswith("£"):
        return f"£{number}{unit.removeprefix('£')}".replace("£-", "−£")
    return f"{number}%" if unit == "%" else f"{number} {unit}".strip()


def plain(value: float, places: int) -> str:
    """A number with so many places, and none where they would be noughts."""
    text = f"{value:,.{places}f}"
    return text.rstrip("0").removesuffix(".") if "." in text else text


def of_what(measure: Measure, answer: Answer) -> str:
    """The numbers behind a figure that is no plain count: 162 of 189."""
    if isinstance(measure, Share) and answer.denominator is not None:
        return f"{answer.numerator:,} of {answer.denominator:,.0f}"
    if isinstance(measure, Rate | Ratio) and answer.denominator:
        return f"{plain(answer.numerator, 1)} for {plain(answer.denominator, 1)}"
    if isinstance(measure, Typical):
        return f"the middle of {answer.numerator:,}"
    if isinstance(measure, Total | Mean):
        return f"{'the average' if isinstance(measure, Mean) else 'the sum'} of {answer.many:,}"
    return ""


def notes(ask: Ask, measure: Measure, period: Period, answer: Answer, by: Breakdown) -> list[str]:
    """What a reader must know beside the number."""
    found = []
    if period == ask.period(measure) and (why := instead_of(ask.answers, measure, ask.day)):
        found.append(why)
    if not answer.available and (why := why_untold(ask.answers, measure, period)):
        found.append(why)
    if answer.part:
        found.append(f"Part of the period: data end on {said(ask.snapshot.as_at)}.")
    if answer.left_out:
        found.append(f"{answer.left_out:,} left out: not recorded.")
    if answer.whole_left_out:
        found.append(f"{answer.whole_left_out:,} of those it is among left out: not recorded.")
    if answer.too_early:
        found.append(f"{answer.too_early:,} too early to say.")
    if answer.quartiles:
        low, high = (written(measure, quarter) for quarter in answer.quartiles)
        found.append(f"Half lie between {low} and {high}.")
    if why := without_population(ask.answers, measure, by):
        found.append(why)
    elif day := ask.answers.vintage(measure, period):
        published = ", as published" if is_published(ask.snapshot) else ""
        found.append(f"Population of {said(day)}{published}.")
    if ask.answers.is_made_yearly(measure, period):
        found.append("As many as there would be in a year.")
    return found


def dates_of(measure: Measure, period: Period) -> str:
    """The dates of a figure: on 31 October 2026; 12 months to 31 October 2026; October 2026."""
    if not is_event(measure) or period.start == period.end:
        return f"on {said(period.end)}"
    if period == months(period.end.year, period.end.month):
        return f"{period.end:%B %Y}"
    if period == twelve_months_to(period.end):
        return f"12 months to {said(period.end)}"
    return str(period)


def month_of(day: date) -> str:
    """A month in a few letters: Oct 2026."""
    return f"{day:%b %Y}"


def day(found: date) -> str:
    """A day in few letters: 6 Oct 2026."""
    return f"{found.day} {found:%b %Y}"


def target_words(measure: Measure, day: date) -> str:
    """The target on a day as a person says it: 85% or more; 18 or less. Blank where none is declared."""
    target = target_on(measure, day)
    if target is None:
        return ""
    value = written(measure, target) if not isinstance(measure, Rate) else plain(target, measure.places)
    return f"{value} or less" if measure.better is Better.LOWER else f"{value} or more"


def meets_target(measure: Measure, value: float | None, day: date) -> bool | None:
    """Whether a value is as good as its target on a day; None where there is no value, or no target."""
    target = target_on(measure, day)
    if target is None or value is None:
        return None
    return value <= target if measure.better is Better.LOWER else value >= target
