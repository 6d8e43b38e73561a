"""One measure by the groups of a breakdown: bars with their figures. Only for those who may see splits."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.chosen import Choice, chosen_part, chosen_period
from throughline.blocks.figures import Figure, asked, dates_of, figure
from throughline.blocks.labels import label
from throughline.blocks.named import BREAKDOWN_NAMED, NAME_OF_BREAKDOWN, NAMES
from throughline.blocks.shown import Shown
from throughline.blocks.untold import without_population
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.trends import SMALL
from throughline.measures.kinds import Count, Measure, Share, Stock, Total
from throughline.record.breakdowns import NOT_RECORDED, Bands, Breakdown, Since
from throughline.record.care import TIME_IN_STAGE
from throughline.record.child import (
    AGE,
    BROAD_ETHNIC_GROUP,
    DEPRIVATION,
    DISABLED,
    EHC_PLAN,
    ETHNIC_GROUP,
    SEEKING_ASYLUM,
    SEX_OF_CHILD,
    WARD,
)
from throughline.record.periods import Period
from throughline.record.workforce import SERVICE, TEAM, WORKER

AT_ONCE, MANY = 10, 13
ORDER = (  # a row's own breakdowns come before these
    TEAM, SERVICE, WORKER, WARD, DEPRIVATION, AGE, SEX_OF_CHILD, BROAD_ETHNIC_GROUP, ETHNIC_GROUP,
    DISABLED, EHC_PLAN, SEEKING_ASYLUM, TIME_IN_STAGE,
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Split:
    """A measure parted one way. With no measure it is of the one the page is about, parted as chosen
    there."""

    measure: Measure | None = None
    by: Breakdown | None = None

    def shown(self, ask: Ask) -> ShownSplit:
        """The groups as at the page's day; nothing for those who see the council's totals only."""
        measure = ask.measure(self.measure)
        ways = ask.answers.breakdowns(measure) if ask.may_split else []
        if self.measure is not None and self.by is not None:
            if self.by not in ways:
                return nothing(ask, measure, self.by)
            return shown_split(ask, measure, self.by, ask.period(measure))
        if not ways:
            return ShownSplit(id=NAMES[measure], finding="", what="", bars=(), ways=())
        ways.sort(key=lambda each: ORDER.index(each) if each in ORDER else -1)
        by = chosen_way(ask, ways)
        choices = tuple(Choice(each.title, way_link(ask, measure, each), each is by) for each in ways)
        return shown_split(ask, measure, by, chosen_period(ask, measure), choices)


@dataclass(frozen=True, kw_only=True)
class ShownBar:
    """One group: its name, its figure, how long its bar is, from 0 to 1, whether its group
    *tells* anything of a child, and whether it is *firm*: that, and of enough to be compared with another."""

    name: str
    figure: Figure
    long: float
    of_all: str
    tells: bool
    firm: bool


@dataclass(frozen=True, kw_only=True)
class ShownSplit(Shown):
    """Bars in order, *not recorded* last; `ways` are the breakdowns to choose from. With no bars and no
    finding there is nothing to show to this reader."""

    id: str
    finding: str
    what: str
    bars: tuple[ShownBar, ...]
    ways: tuple[Choice, ...]
    download: str = ""

    @property
    def first(self) -> tuple[ShownBar, ...]:
        """The bars to show at once: all, or the first ten and *not recorded* where there are many."""
        return self.bars if len(self.bars) <= MANY else (*self.bars[:AT_ONCE], self.bars[-1])

    @property
    def rest(self) -> tuple[ShownBar, ...]:
        """The others, shown when asked for."""
        return () if len(self.bars) <= MANY else self.bars[AT_ONCE:-1]


def nothing(ask: Ask, measure: Measure, by: Breakdown) -> ShownSplit:
    """A split that cannot be made: not for this reader, or of what no return supplies."""
    told = f"{measure.title} by {by.title.lower()}: not available" if ask.may_split else ""
    return ShownSplit(id=NAMES[measure], finding=told, what="", bars=(), ways=())


def shown_split(
    ask: Ask,
    measure: Measure,
    by: Breakdown,
    period: Period,
    ways: tuple[Choice, ...] = (),
) -> ShownSplit:
    """What is shown of one measure by one breakdown."""
    bars = bars_of(ask, measure, by, period)
    first, last = period.start.isoformat(), period.end.isoformat()
    return ShownSplit(
        id=f"{NAMES[measure]}-{NAME_OF_BREAKDOWN[by]}",
        finding=finding(measure, by, bars),
        what=f"{measure.title} by {by.title.lower()}, {dates_of(measure, period)}{noted(ask, measure, by)}",
        bars=bars,
        ways=ways,
        download=ask.download_link(measure, parted=NAME_OF_BREAKDOWN[by], from_=first, to=last),
    )


def noted(ask: Ask, measure: Measure, by: Breakdown) -> str:
    """What a reader must know of the groups, after what is shown."""
    missing = without_population(ask.answers, measure, by).removesuffix(".")
    return "".join(f". {note}" for note in (missing, by.note) if note)


def bars_of(ask: Ask, measure: Measure, by: Breakdown, period: Period) -> tuple[ShownBar, ...]:
    """A bar for each group that has anything in it: the longest first, or ages in their order; then
    those too few to compare, and those not known last."""
    found = groups_of(ask, measure, by, period)
    if not isinstance(by, Bands | Since):
        found.sort(key=lambda each: (not enough(measure, each[1]), -(each[1].value or 0)))
    found.sort(key=lambda each: not by.tells(each[0]))
    most = max((one.value or 0 for _, one in found), default=0) or 1
    total = asked(ask.answers, measure, period, ALL, EVERYONE).value
    counted = total if isinstance(measure, Count | Stock | Total) else None
    return tuple(
        ShownBar(
            name=one.title,
            figure=one,
            long=(one.value or 0) / most,
            of_all=f"{100 * (one.value or 0) / counted:.0f}%" if counted else "",
            tells=by.tells(group),
            firm=enough(measure, one) and by.tells(group),
        )
        for group, one in found
    )


def groups_of(ask: Ask, measure: Measure, by: Breakdown, period: Period) -> list[tuple[str, Figure]]:
    """Each group that has anything in it, and *not recorded* always, with its figure."""
    found = []
    for group in ask.answers.groups(measure, by):
        answer = asked(ask.answers, measure, period, by, group)
        holds = answer.numerator or answer.denominator or answer.left_out or answer.too_early
        if holds or group == NOT_RECORDED:
            name = label(ask.snapshot, by, group)
            found.append((group, figure(ask, measure, period, by, group, name)))
    return found


def finding(measure: Measure, by: Breakdown, bars: tuple[ShownBar, ...]) -> str:
    """What the bars say: the largest part of a count; between what shares and rates lie."""
    known = [bar for bar in bars if bar.figure.value is not None and bar.tells]
    if not known:
        silent = any(bar.figure.state == "not available" for bar in bars)
        told = "not available" if silent else "nothing to show"
        return f"{measure.title} by {by.title.lower()}: {told}"
    if isinstance(measure, Count | Stock | Total):
        top = max(known, key=lambda bar: bar.figure.value or 0)
        return f"{measure.title}: {top.name} is the largest part, {top.figure.words} ({top.of_all})"
    firm = [bar for bar in known if bar.firm]
    if len(firm) < 2:
        return f"{measure.title} by {by.title.lower()}: too few in each group to compare"
    low = min(firm, key=lambda bar: bar.figure.value or 0)
    high = max(firm, key=lambda bar: bar.figure.value or 0)
    return f"{measure.title}: from {low.figure.words} ({low.name}) to {high.figure.words} ({high.name})"


def enough(measure: Measure, found: Figure) -> bool:
    """Whether a share rests on enough to be compared with another."""
    return not isinstance(measure, Share) or (found.among or 0) >= SMALL


def chosen_way(ask: Ask, ways: list[Breakdown]) -> Breakdown:
    """How the page's measure is parted: as chosen, or as the group that the page is of, or the first."""
    part, _ = chosen_part(ask, ask.measure())
    asked_for = BREAKDOWN_NAMED.get(ask.chosen.get("split", ""))
    return asked_for if asked_for in ways and asked_for else part if part in ways else ways[0]


def way_link(ask: Ask, measure: Measure, by: Breakdown) -> str:
    """The same page, parted otherwise."""
    period = chosen_period(ask, measure)
    return f"{ask.measure_link(measure, period, split=NAME_OF_BREAKDOWN[by])}#parted"
