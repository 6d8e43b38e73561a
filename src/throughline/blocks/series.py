"""A measure over time as one reader may see it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from weakref import WeakKeyDictionary

from throughline.blocks.asking import Ask
from throughline.blocks.figures import plain, seen, target_words, written
from throughline.blocks.icons import Assurance, assurance
from throughline.counting.answers import Answers
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.signals import FIRM, Variation
from throughline.counting.trends import Step, Trend, is_event, trend, whole
from throughline.measures.kinds import Measure, Share, target_on
from throughline.record.breakdowns import Breakdown
from throughline.record.periods import Period, months, said, twelve_months_to

MOST_KEPT = 20_000
TOO_SMALL = "Some of these figures are too small to show, so none is judged."

_known: WeakKeyDictionary[Answers, dict[Hashable, Trend]] = WeakKeyDictionary()
_masked: WeakKeyDictionary[Trend, Trend] = WeakKeyDictionary()


def series(
    ask: Ask,
    measure: Measure,
    count: int = 24,
    step: Step = "month",
    by: Breakdown = ALL,
    group: str = EVERYONE,
) -> Trend:
    """The measure over the `count` periods that are over by the page's day; every page of one month
    shares them. Limits are of all points; the points that a reader may not see are blank."""
    kept = _known.setdefault(ask.answers, {})
    key = (measure, whole(ask.day, step), count, step, by, group)
    if key not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[key] = trend(ask.answers, measure, ask.day, count, step, by, group)
    found = kept[key]
    if not ask.hides_small:
        return found
    if found not in _masked:
        _masked[found] = masked(ask, found)
    return _masked[found]


def masked(ask: Ask, found: Trend) -> Trend:
    """The same without what this reader may not see. Where any is hidden nothing is judged either: a mean, a
    limit or a signal would tell what it was."""
    pairs = zip(found.periods, found.points)
    shown = [seen(ask, found.measure, period, point) for period, point in pairs]
    if not any(each.hidden for each in shown):
        return found
    points = tuple(each.answer for each in shown)
    stretches = tuple(replace(stretch, limits=None) for stretch in found.stretches)
    return replace(
        found,
        points=points,
        stretches=stretches,
        patterns=(),
        variation=Variation.NOT_JUDGED,
        why_not=TOO_SMALL,
    )


def when(measure: Measure, period: Period) -> str:
    """The dates of one point within a sentence: in October 2026; on 31 October 2026."""
    if not is_event(measure):
        return f"on {said(period.end)}"
    if period == months(period.end.year, period.end.month):
        return f"in {period.end:%B %Y}"
    if period == twelve_months_to(period.end):
        return f"in the 12 months to {period.end:%B %Y}"
    return f"from {period.start:%B} to {period.end:%B %Y}"


def finding(found: Trend) -> str:
    """What a trend says, as a sentence that can head it."""
    measure, newest = found.measure, found.newest
    if newest is None or (value := found.points[newest].value) is None:
        small = found.why_not == TOO_SMALL
        return f"{measure.title}: {'too small to show' if small else 'nothing to show for these dates'}"
    words = written(measure, value)
    told = f"{measure.title}: {words} {when(measure, found.periods[newest])}"
    if found.variation is Variation.NOT_JUDGED:
        return told
    if found.variation is Variation.USUAL:
        return f"{told}, {'a usual change' if found.judges_change else 'within its usual range'}"
    changes = found.judges_change and found.variation in (Variation.HIGHER, Variation.LOWER)
    return f"{told}, {'a change ' if changes else ''}{found.variation.value}"


def usual(found: Trend) -> str:
    """Between what a figure usually lies, in words; blank where that was not judged."""
    if found.limits is None:
        return ""
    low, high = found.limits.lower, found.limits.upper
    yet = f", as far as fewer than {FIRM} points can tell" if found.limits.provisional else ""
    if found.judges_change:
        unit = " percentage points" if isinstance(found.measure, Share) else ""
        reach = f"{signed(found, low)} to {signed(found, high)}{unit}"
        return f"It usually changes by {reach} in a {found.step}{yet}."
    return f"It is usually between {written(found.measure, low)} and {written(found.measure, high)}{yet}."


def assured(found: Trend) -> Assurance | None:
    """Whether the target of the newest point will be met; None where that is not judged: limits of a change
    say nothing of where it leads."""
    if found.judges_change:
        return None
    return assurance(found.limits, newest_target(found), found.measure.better)


def newest_target(found: Trend) -> float | None:
    """The target that holds at the newest period."""
    return target_on(found.measure, found.periods[-1].end)


def on_target(found: Trend) -> str:
    """Whether the target will be met, in a sentence; blank where that is not judged."""
    told = assured(found)
    if told is None:
        return ""
    target = target_words(found.measure, found.periods[-1].end)
    return f"It {told.value.replace('the target', f'its target of {target}')}."


def signed(found: Trend, value: float) -> str:
    """A change, with its sign; of a share, in percentage points."""
    long = abs(value)
    words = plain(100 * long, 1) if isinstance(found.measure, Share) else written(found.measure, long)
    return f"{'−' if value < 0 else '+'}{words}"


def went_up(found: Trend) -> bool:
    """Whether the newest point's signal is upward."""
    return bool(found.found) and found.found[-1].high
