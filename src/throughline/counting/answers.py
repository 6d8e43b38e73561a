"""Every answer, and the way back from it to the children."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import polars as pl

from throughline.counting.answer import NOT_AVAILABLE as NOT_AVAILABLE
from throughline.counting.answer import Among, Found, answer_of
from throughline.counting.answer import Answer as Answer
from throughline.counting.bases import make_all
from throughline.counting.cube import COUNTS, LEFT_OUT, PASSES, TOO_EARLY, Cube, added, count_each, joined
from throughline.counting.denominators import LivingHere
from throughline.counting.facts import ALL, EVERYONE, Facts, Which
from throughline.counting.middles import quartiles_of
from throughline.counting.recording import affecting
from throughline.counting.silence import says_nothing
from throughline.counting.timeline import Ints, day_number
from throughline.measures.kinds import Cohort, Measure, Rate, Ratio, Typical, measure_among
from throughline.record.breakdowns import Breakdown
from throughline.record.journey import BREAKDOWNS
from throughline.record.periods import Months, Period, months, months_before, twelve_months_to
from throughline.record.rows import Events, Reference, Rows, Spell, Spells, Table
from throughline.record.snapshots import Snapshot


@dataclass(frozen=True, eq=False)
class Answers:
    """All that can be asked of one snapshot. Nothing above this room reads the record for a number."""

    snapshot: Snapshot
    cube: Cube
    facts: Mapping[Measure, Facts]
    among: Mapping[Measure, Measure]
    living_here: LivingHere

    def value(self, measure: Measure, period: Period, by: Breakdown = ALL, group: str = EVERYONE) -> Answer:
        """One figure: a stock as at the period's last day, anything else within it."""
        if not self.available(measure, period, by):
            return NOT_AVAILABLE
        found = Found(*self.counted(measure, period, by, group))
        if isinstance(measure, Typical):
            found = found._replace(quartiles=self.quartiles(measure, period, by, group))
        elif measure in self.cube.sums:
            total, rows = self.sums(measure, period, by, group)
            found = found._replace(total=total, rows=rows)
        among = Among()
        if isinstance(measure, Rate | Ratio):
            among = Among(*self.whole(measure, period, by, group), self.a_year(measure, period))
        return answer_of(measure, found, among, period.end > self.snapshot.as_at)

    def available(self, measure: Measure, period: Period, by: Breakdown = ALL) -> bool:
        """Whether returns answer for the whole of it: for every day of a period up to the snapshot's
        own, or the day of a stock, and as far before it as the measure looks back."""
        facts, as_at = self.facts[measure], self.snapshot.as_at
        begun = period.end if facts.are_spells else period.start
        if by not in facts.axis.labels or begun > as_at or self.is_broken(measure, period):
            return False
        first, last = period.start, min(period.end, as_at)
        if facts.are_spells:  # the twelve months to 31 March begin on 1 April
            first = period.end + timedelta(days=1 if measure.looks_back else 0)
        if isinstance(measure, Cohort):  # what they come to is looked for after the period as well
            last = min(last + timedelta(days=measure.days), as_at)
        first = months_before(first, measure.looks_back)
        since = dict.fromkeys(dated(measure), first) | dict.fromkeys(self.of_the_day.get(measure, ()), last)
        silent, among = self.silent.get(measure, frozenset()), self.among.get(measure)
        told = all(self.snapshot.covered(table, day, last, silent) for table, day in since.items())
        return first <= last and told and (among is None or self.available(among, period, by))

    def is_broken(self, measure: Measure, period: Period) -> bool:
        """Whether what happened in a period was counted partly in one way and partly in another, which are
        never added up."""
        return any(period.start < day <= period.end for day in self.breaks.get(measure, ()))

    @cached_property
    def breaks(self) -> dict[Measure, list[date]]:
        """The days from which a measure of what happened is another series (see `recording`)."""
        events = [measure for measure, facts in self.facts.items() if not facts.are_spells]
        found = {m: [each.day for each in affecting(self.snapshot, m) if each.breaks] for m in events}
        return {measure: days for measure, days in found.items() if days}

    def told_until(self, measure: Measure) -> date | None:
        """The last day of which a return tells, of each table whose days the measure reads; None where no
        return tells of one of them. What a rate is among must be told as well."""
        read = dated(measure) | (dated(self.among[measure]) if measure in self.among else set())
        covers = [self.snapshot.covers.get(table, ()) for table in read]
        return min((max(c.last for c in told) for told in covers), default=None) if all(covers) else None

    @cached_property
    def silent(self) -> dict[Measure, frozenset[int]]:
        """The returns that cannot answer for a measure (see `silence`)."""
        return {measure: found for measure in self.facts if (found := says_nothing(self.snapshot, measure))}

    @cached_property
    def of_the_day(self) -> dict[Measure, list[type[Table]]]:
        """The tables that a measure reads for its day alone, though it may look back."""
        return {measure: found for measure in self.facts if (found := of_the_day_alone(measure))}

    def groups(self, measure: Measure, by: Breakdown) -> tuple[str, ...]:
        """The groups of a breakdown, *not recorded* first; none if this measure cannot be so parted."""
        return self.facts[measure].axis.labels.get(by, ())

    def breakdowns(self, measure: Measure) -> list[Breakdown]:
        """The ways in which this measure, and what it is among, can be parted."""
        whole = self.among.get(measure, measure)
        here, there = self.facts[measure].axis.labels, self.facts[whole].axis.labels
        return [by for by in here if by is not ALL and by in there]

    def counted(
        self, measure: Measure, period: Period, by: Breakdown, group: str
    ) -> tuple[int, int, int, int]:
        """Passes, counts, left out, too early: from the cube when the period is whole months, from the
        facts for any other."""
        facts, span = self.facts[measure], self.span(measure, period, by)
        place = facts.axis.place(by, group)
        if place is None:
            return 0, 0, 0, 0
        if span is None:
            return self.from_facts(measure, period, place)
        four = self.cube.counts[measure][:, place, span[0] : span[1]].sum(axis=1)
        return int(four[PASSES]), int(four[COUNTS]), int(four[LEFT_OUT]), int(four[TOO_EARLY])

    def span(self, measure: Measure, period: Period, by: Breakdown = ALL) -> tuple[int, int] | None:
        """The months of the cube that a period is; of spells only its last day matters. None where it is
        no whole months, they are not all there, or nothing of the breakdown is kept."""
        if not by.kept:
            return None
        if not self.facts[measure].are_spells:
            return self.cube.months.span(period)
        month = months(period.end.year, period.end.month)
        return self.cube.months.span(month) if month.end == period.end else None

    def from_facts(self, measure: Measure, period: Period, place: int) -> tuple[int, int, int, int]:
        """The same four numbers straight from the facts, for any period at all."""
        facts = self.facts[measure]

        def many(which: Which) -> int:
            return facts.many(self.chosen(measure, period, place, which))

        return many("passes"), many("counts"), many("left out"), many("too early")

    def chosen(self, measure: Measure, period: Period, place: int, which: Which) -> Ints:
        """The facts behind one number."""
        facts = self.facts[measure]
        here = (facts.groups == place).any(axis=1)
        then = facts.on(day_number(period.start), day_number(period.end))
        return np.flatnonzero(then & here & facts.tests[measure].of(which))

    def quartiles(
        self, measure: Measure, period: Period, by: Breakdown, group: str
    ) -> tuple[float, float, float] | None:
        """The middle value between the quarters on either side, or None where there is nothing to be in
        the middle of."""
        facts = self.facts[measure]
        place = facts.axis.place(by, group)
        if place is None:
            return None
        span, kept = self.span(measure, period, by), self.cube.middles[measure]
        if span and span[1] - span[0] in kept:
            low, middle, high = map(float, kept[span[1] - span[0]][:, place, span[1] - 1])
            return None if np.isnan(middle) else (low, middle, high)
        values = facts.tests[measure].values[self.chosen(measure, period, place, "counts")]
        return quartiles_of(day_number(period.end) - values if facts.are_spells else values)

    def sums(self, measure: Measure, period: Period, by: Breakdown, group: str) -> tuple[float, int]:
        """What is added up, and of how many rows."""
        facts, span = self.facts[measure], self.span(measure, period, by)
        place = facts.axis.place(by, group)
        if place is None:
            return 0.0, 0
        if span is None:
            rows = self.chosen(measure, period, place, "counts")
            return added(facts.tests[measure].values[rows]), len(rows)
        months = self.cube.sums[measure][:, place, span[0] : span[1]]
        return added(months[0]), int(months[1].sum())

    def whole(
        self, measure: Rate | Ratio, period: Period, by: Breakdown, group: str
    ) -> tuple[float | None, int]:
        """What a rate is among: others, or the children who live here; and how many of the others do not
        say how much they are."""
        if measure in self.among:
            found = self.value(self.among[measure], period, by, group)
            return (found.numerator if found.value is not None else None), found.left_out
        living = self.living_here.on(period, *(("", "") if by is ALL else (by.title, group)))
        return (living[1] if living else None), 0

    def vintage(self, measure: Measure, period: Period) -> date | None:
        """The day of the population estimate that a rate rests on."""
        if not isinstance(measure, Rate) or measure in self.among:
            return None
        found = self.living_here.on(period)
        return found[0] if found else None

    def is_made_yearly(self, measure: Measure, period: Period) -> bool:
        """Whether a figure of this period is what a whole year would come to at this pace."""
        return isinstance(measure, Rate | Ratio) and self.a_year(measure, period) != 1

    def a_year(self, measure: Rate | Ratio, period: Period) -> float:
        """What makes a yearly rate of events counted over a longer or shorter time. Events among events of
        the same time are not so many a year."""
        of_its_own_time = isinstance(measure.among, Events)
        if isinstance(measure, Ratio):
            of_its_own_time = not measure.yearly
        whole_year = twelve_months_to(period.end).start == period.start
        if self.facts[measure].are_spells or of_its_own_time or whole_year:
            return 1.0
        return 365 / ((period.end - period.start).days + 1)

    def children(
        self,
        measure: Measure,
        period: Period,
        by: Breakdown = ALL,
        group: str = EVERYONE,
        which: Which = "counts",
    ) -> pl.DataFrame:
        """The rows of the record behind a number; the whole row, as it came, and where it came from."""
        facts = self.facts[measure]
        place = facts.axis.place(by, group)
        rows = self.chosen(measure, period, place, which) if place is not None else np.zeros(0, np.int64)
        if not self.available(measure, period, by):
            rows = rows[:0]
        return self.snapshot.frames[facts.of.table][np.unique(facts.line[rows])]

    def series(
        self, measure: Measure, periods: Iterable[Period], by: Breakdown = ALL, group: str = EVERYONE
    ) -> list[Answer]:
        """One answer for each period."""
        return [self.value(measure, period, by, group) for period in periods]

    def table(self, names: Mapping[str, Measure]) -> pl.DataFrame:
        """One tidy table of every month, for reports, downloads and other programs: measure, start, end,
        by, group, numerator, denominator, left_out, too_early, value."""
        return pl.concat([self.tidy(name, measure) for name, measure in names.items()])

    def tidy(self, name: str, measure: Measure) -> pl.DataFrame:
        """The months of one measure."""
        starts = self.cube.months.starts()
        periods = [months(day.year, day.month) for day in starts]
        rows = [
            (name, p.start, p.end, by.title, group, *self.value(measure, p, by, group)[:5])
            for by, group in self.facts[measure].axis.groups
            if by.kept
            for p in periods
        ]
        return pl.DataFrame(rows, schema=TIDY, orient="row")


TIDY = {
    "measure": pl.String,
    "start": pl.Date,
    "end": pl.Date,
    "by": pl.String,
    "group": pl.String,
    "numerator": pl.Float64,
    "denominator": pl.Float64,
    "left_out": pl.Int64,
    "too_early": pl.Int64,
    "value": pl.Float64,
}


def count(
    measures: Iterable[Measure],
    snapshot: Snapshot,
    over: Months,
    breakdowns: Sequence[Breakdown] = tuple(BREAKDOWNS.values()),
) -> Answers:
    """Count every measure, by every breakdown, for every month, in one pass over the record."""
    measures = list(measures)
    among = {m: whole for m in measures if (whole := measure_among(m))}
    parts = list(counted(measures, snapshot, over, breakdowns))
    facts = {measure: f for f, _ in parts for measure in f.tests}
    return Answers(snapshot, joined([part for _, part in parts], over), facts, among, LivingHere.of(snapshot))


def counted(
    measures: Iterable[Measure],
    snapshot: Snapshot,
    over: Months,
    breakdowns: Sequence[Breakdown] = tuple(BREAKDOWNS.values()),
) -> Iterator[tuple[Facts, Cube]]:
    """The same base by base: the rows that some measures share, and all the cells of those measures."""
    measures = list(measures)
    also = [whole for measure in measures if (whole := measure_among(measure))]
    return count_each(make_all([*measures, *also], snapshot, breakdowns), over)


def dated(measure: Measure) -> set[type[Table]]:
    """The tables whose rows have days for which a return must answer."""
    rows = (measure.of, getattr(measure, "that", None))
    return {each.table for each in rows if isinstance(each, Rows) and not issubclass(each.table, Reference)}


def of_the_day_alone(measure: Measure) -> list[type[Table]]:
    """The table of the spells that children of a stock must be in, if that is asked of the day alone: what
    went before it is not looked back to."""
    that, of = getattr(measure, "that", None), measure.of
    if not isinstance(that, Spells) or not isinstance(of, Spells) or that.table is of.table:
        return []
    table = that.table
    is_open = issubclass(table, Spell) and that.base == table.open().base
    return [table] if is_open else []
