"""One measure by two breakdowns at once: a table of group by group. Only for those who may see splits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.chosen import Choice, chosen_period
from throughline.blocks.figures import dates_of, number, of_what, state_of
from throughline.blocks.labels import label
from throughline.blocks.named import BREAKDOWN_NAMED, NAME_OF_BREAKDOWN
from throughline.blocks.shown import Shown
from throughline.blocks.split import chosen_way
from throughline.counting.answers import Answer
from throughline.counting.crossed import crossed
from throughline.measures.kinds import Measure
from throughline.record.breakdowns import Bands, Breakdown, Since
from throughline.record.periods import Period

MOST_ACROSS = 12


@dataclass(frozen=True, eq=False)
class Crossed:
    """The page's measure parted as chosen there, and each group parted again by a second breakdown."""

    def shown(self, ask: Ask) -> ShownCrossed:
        """The table once a second breakdown is chosen; until then the ways to choose."""
        measure = ask.measure()
        ways = ask.answers.breakdowns(measure) if ask.may_split else []
        if len(ways) < 2:
            return ShownCrossed()
        by, other = chosen_way(ask, ways), BREAKDOWN_NAMED.get(ask.chosen.get("and", ""))
        choices = tuple(choice(ask, measure, by, each, each is other) for each in ways if each is not by)
        if other is None or other not in ways or other is by:
            return ShownCrossed(by=by.title, ways=choices)
        return shown_crossed(ask, measure, chosen_period(ask, measure), (by, other), choices)


@dataclass(frozen=True, kw_only=True)
class ShownCrossed(Shown):
    """A table: `columns` are groups of the second breakdown, `rows` those of the first, each with its cells
    in words. With no ways there is nothing for this reader."""

    by: str = ""
    what: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    note: str = ""
    ways: tuple[Choice, ...] = ()


def choice(ask: Ask, measure: Measure, by: Breakdown, other: Breakdown, chosen: bool) -> Choice:
    """The same page with this second breakdown."""
    address = ask.measure_link(
        measure, chosen_period(ask, measure), split=NAME_OF_BREAKDOWN[by], and_=NAME_OF_BREAKDOWN[other]
    )
    return Choice(other.title, f"{address}#crossed", chosen)


def shown_crossed(
    ask: Ask, measure: Measure, period: Period, ways: tuple[Breakdown, Breakdown], choices: tuple[Choice, ...]
) -> ShownCrossed:
    """What is shown of a measure parted two ways: the columns that have the most, where there are many."""
    by, other = ways
    cells = crossed(ask.answers, measure, period, by, other)
    down = in_order(ask, measure, by, {pair[0] for pair in cells})
    every = in_order(ask, measure, other, {pair[1] for pair in cells})
    across = most(cells, every)
    rows = tuple(
        (label(ask.snapshot, by, group), tuple(words(measure, cells.get((group, each))) for each in across))
        for group in down
    )
    left = len(every) - len(across)
    return ShownCrossed(
        by=by.title,
        what=f"{measure.title} by {by.title.lower()} and {other.title.lower()}, {dates_of(measure, period)}",
        columns=tuple(label(ask.snapshot, other, group) for group in across),
        rows=rows,
        note=f"{left} more groups are in `throughline count --by` and not here." if left else "",
        ways=choices,
    )


def in_order(ask: Ask, measure: Measure, by: Breakdown, here: Iterable[str]) -> list[str]:
    """The groups that are there: in the breakdown's own order, *not recorded* last."""
    groups = [group for group in ask.answers.groups(measure, by) if group in set(here)]
    if not isinstance(by, Bands | Since):
        groups.sort(key=lambda group: label(ask.snapshot, by, group))
    return sorted(groups, key=lambda group: not by.tells(group))


def most(cells: dict[tuple[str, str], Answer], groups: list[str]) -> list[str]:
    """The groups with the most in them, in their own order."""
    many = {group: sum(cells[pair].many for pair in cells if pair[1] == group) for group in groups}
    kept = set(sorted(groups, key=lambda group: -many[group])[:MOST_ACROSS])
    return [group for group in groups if group in kept]


def words(measure: Measure, answer: Answer | None) -> str:
    """A cell: its figure, and of how many; a dash where nobody is."""
    if answer is None:
        return "–"
    state = state_of(measure, answer, False)
    if state != "shown":
        return state
    of = of_what(measure, answer)
    return f"{number(measure, answer)} ({of})" if of else number(measure, answer)
