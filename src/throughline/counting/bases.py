"""How facts are made from a snapshot. Every expression is read once, over the whole table, before
anything is cut; after that there are only whole numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import polars as pl

from throughline.counting.crowds import crowded
from throughline.counting.facts import ALL, EVERYONE, Axis, Facts, Tests, group_labels
from throughline.counting.sayings import Sayings
from throughline.counting.timeline import (
    NEVER,
    ZERO,
    Bools,
    Ints,
    Timeline,
    at,
    cut,
    day_number,
    day_numbers,
    days_until,
)  # fmt: skip
from throughline.measures.kinds import Cohort, Measure, Share, Typical, value_of
from throughline.record.breakdowns import NOT_RECORDED, STAGE, Bands, Beside, Breakdown, Since
from throughline.record.child import Child
from throughline.record.journey import TABLE_NAMED
from throughline.record.rows import LINE, PART, SINCE, UNTIL, WHO, Rows, Spells, Table
from throughline.record.snapshots import Snapshot

Pieces = tuple[Ints, Ints, Ints]  # the row each comes from, and the first day and the last but one


class Maker:
    """Makes facts from a snapshot, and keeps what several bases need: codes and timelines."""

    def __init__(self, snapshot: Snapshot, breakdowns: Sequence[Breakdown]) -> None:
        self.snapshot, self.breakdowns = snapshot, breakdowns
        self.sayings = Sayings(snapshot)
        self.timelines: dict[object, Timeline] = {}
        self.beside: dict[Beside, tuple[str, ...]] = {}

    def make(self, of: Rows, measures: Iterable[Measure]) -> Facts:
        """The facts of one base, tested by each of the measures that share it."""
        measures = list(measures)
        also = {f"{n}:{name}": test for n, m in enumerate(measures) for name, test in asked(m).items()}
        offered = sorted((by for by in self.breakdowns if self.offers(by, of)), key=lambda by: not by.kept)
        rows = self.read(of, also | stage_of(offered, of))
        others: dict[Measure, Timeline] = {
            m: self.timeline(m.that) for m in measures if isinstance(m, Share) and isinstance(m.that, Spells)
        }
        row, start, end = self.pieces(rows, of, offered, list(others.values()))
        days = day_numbers(rows.get_column(STAGE))[row] if STAGE in rows.columns else None
        who, line = rows.get_column(WHO).to_numpy()[row], rows.get_column(LINE).to_numpy()[row]
        axis, groups = self.placed(of, offered, line, who, start, days)
        inside = {m: timeline.on(who, start) > 0 for m, timeline in others.items()}
        tests = {m: judge(rows, n, m, row, inside.get(m)) for n, m in enumerate(measures)}
        tests |= {m: self.follow(m, tests[m], who, start) for m in measures if isinstance(m, Cohort)}
        each = rows.get_column("@each").to_numpy()[row]
        return Facts(of, line, each, start, end, axis, groups, tests)

    def pieces(
        self, rows: pl.DataFrame, of: Rows, offered: Sequence[Breakdown], others: list[Timeline]
    ) -> Pieces:
        """Each row on its believed days; a spell is cut wherever what is beside it changes, and where its
        stage comes into another band of time."""
        row, start, end = self.believed(rows, of)
        if not isinstance(of, Spells):
            return row, start, end
        changing = [self.timeline(by) for by in offered if isinstance(by, Bands | Beside)]
        piece, start, end = cut(rows.get_column(WHO).to_numpy()[row], start, end, changing + others)
        row = row[piece]
        if STAGE in rows.columns:
            days = day_numbers(rows.get_column(STAGE))[row]
            piece, start, end = cut_by_length(days, start, end, bands_of(offered))
            row = row[piece]
        return row, start, end

    def placed(
        self,
        of: Rows,
        offered: Sequence[Breakdown],
        line: Ints,
        who: Ints,
        start: Ints,
        days: Ints | None,
    ) -> tuple[Axis, Ints]:
        """The axis of a base, and each fact's place along it by each breakdown. `days` are those on which
        their stages began."""
        axis = Axis({ALL: (EVERYONE,), **{by: self.labels(by) for by in offered}})
        groups = [np.zeros(len(line), np.int64)]
        for by in offered:
            if isinstance(by, Since) and days is not None:
                groups.append(length_of(days, start, list(by.bands.values())))
            else:
                groups.append(self.group(by, of, axis.labels[by], line, who, start))
        return axis, np.stack([g + o for g, o in zip(groups, axis.offset.values())], axis=1)

    def read(self, of: Rows, also: dict[str, pl.Expr]) -> pl.DataFrame:
        """The rows that have begun, with every test asked of them over the whole table: what came
        before a row is found among all rows, not only among those that count."""
        spells = isinstance(of, Spells)
        end = of.end if isinstance(of, Spells) else pl.lit(None, pl.Date)
        each = of.each
        if each is None and not of_children(of.table):
            each = pl.col(of.table.columns[of.table.subject].name)
        who = pl.col(WHO) if each is None else each.rank("dense").cast(pl.Int64) - 1
        columns = {"@start": of.start, "@end": end, "@each": who, "@day": pl.lit(self.snapshot.as_at), **also}
        columns["@chosen"] = of.test if crowd_of(of) else pl.lit(True)
        read = {name for column in columns.values() for name in column.meta.root_names()}
        rows = (
            self.snapshot.beside_child(of.table, read)
            .select(LINE, WHO, PART, SINCE, UNTIL, **columns)
            .with_columns(settled(name) for name in also if name.endswith(":settles"))
            .collect()
        )
        begun = pl.col("@start").is_not_null()
        if spells:
            begun &= (pl.col("@start") < pl.col("@end")).fill_null(True)
        known = pl.col(WHO) >= 0 if of_children(of.table) else pl.lit(True)
        return rows.filter(begun & known & pl.col("@each").is_not_null() & pl.col("@chosen"))

    def believed(self, rows: pl.DataFrame, of: Rows) -> Pieces:
        """Each row on those days for which its own return answers, and on no others."""
        start, end = day_numbers(rows.get_column("@start")), day_numbers(rows.get_column("@end"), NEVER)
        since, until = day_numbers(rows.get_column(SINCE), 0), day_numbers(rows.get_column(UNTIL), NEVER)
        part = rows.get_column(PART).to_numpy()
        found: list[Pieces] = []
        for cover in self.snapshot.covers.get(of.table, ()):
            first = np.maximum(since, day_number(cover.first))
            after = np.minimum(until, day_number(cover.last) + 1)
            if isinstance(of, Spells):
                first, after = np.maximum(start, first), np.minimum(end, after)
                held = first < after
            else:
                held, first, after = (start >= first) & (start < after), start, end
            kept = np.flatnonzero(held & (part == cover.part))
            found.append((kept, first[kept], after[kept]))
        if not found:
            return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64)
        row, first, after = (np.concatenate(several) for several in zip(*found))
        if not crowd_of(of):
            return row, first, after
        each, who = (rows.get_column(name).to_numpy()[row] for name in ("@each", WHO))
        piece, first, after = crowded(each, who, first, after, crowd_of(of))
        return row[piece], first, after

    def timeline(self, by: Bands | Beside | Spells) -> Timeline:
        """What changes in time beside a child: a band, another table's column, or being in a spell."""
        key = (*by.base, *(t.meta.serialize() for t in by.tests)) if isinstance(by, Spells) else by
        if key not in self.timelines:
            self.timelines[key] = self.ages(by) if isinstance(by, Bands) else self.spells_beside(by)
        return self.timelines[key]

    def spells_beside(self, by: Beside | Spells) -> Timeline:
        """Being in a spell, or which of another table's spells was open."""
        of = by if isinstance(by, Spells) else by.among
        rows = self.read(of, {"@test": of.test}).filter("@test")
        row, start, end = self.believed(rows, of)
        who = rows.get_column(WHO).to_numpy()[row]
        if isinstance(by, Spells):
            return Timeline.joined(who, start, end)
        code = self.sayings.encode(by.by.meta.output_name(), by, self.beside_labels(by))
        return Timeline.newest(who, start, end, code[rows.get_column(LINE).to_numpy()[row]])

    def follow(self, cohort: Cohort, tests: Tests, who: Ints, start: Ints) -> Tests:
        """Which entries are old enough to have an answer, which came to it, and after how many days."""
        rows = self.read(cohort.that, {"@test": cohort.that.test}).filter("@test")
        row, day, _ = self.believed(rows, cohort.that)
        moments = np.sort(at(rows.get_column(WHO).to_numpy()[row], day))
        after = days_until(moments, who, start + cohort.from_day) + cohort.from_day
        ripe = start + cohort.days <= day_number(self.snapshot.as_at)
        of, reached = tests.counts, after <= cohort.days
        return Tests(of & ripe, of & ripe & reached, tests.left_out, of & ~ripe, after)

    def ages(self, by: Bands) -> Timeline:
        """Unborn until birth, or until it is expected; then each band from its birthday to the next."""
        child = self.snapshot.frames[Child]
        birth = child.select(pl.coalesce(by.by, by.expected).alias("birth")).get_column("birth")
        edges = [birth, *(birth.dt.offset_by(f"{years}y") for years in by.at)]
        born = np.stack([day_numbers(edge) for edge in edges], axis=1)
        starts = np.hstack([np.where(born[:, :1] < 0, -1, 0), born])
        ends = np.hstack([born, np.full((len(born), 1), NEVER)])
        who, code = np.nonzero(starts >= 0)
        return Timeline(at(who, starts[who, code]), at(who, ends[who, code]), code + 1)

    def beside_labels(self, by: Beside) -> tuple[str, ...]:
        """One set of groups for the timeline and for every table that says it itself."""
        if by in self.beside:
            return self.beside[by]
        own = [f"{t.__name__}.{by.own}" for t in self.snapshot.frames if by.own and by.own in t.columns]
        columns = {*own, by.by.meta.output_name()}
        self.beside[by] = group_labels(v for column in columns for v in self.sayings.groups_in(column, by))
        return self.beside[by]

    def labels(self, by: Breakdown) -> tuple[str, ...]:
        """The groups of a breakdown, *not recorded* first."""
        if isinstance(by, Bands | Since):
            return (NOT_RECORDED, *by.labels)
        if isinstance(by, Beside):
            return self.beside_labels(by)
        return group_labels(self.sayings.groups_in(by.by.meta.output_name(), by))

    def group(
        self, by: Breakdown, of: Rows, labels: tuple[str, ...], line: Ints, who: Ints, start: Ints
    ) -> Ints:
        """The group of each fact: said by the row or the child, or true beside it on its first day."""
        if not isinstance(by, Bands | Beside):
            code = self.sayings.encode(by.by.meta.output_name(), by, labels)
            return code[who if by.table == Child.__name__ else line]
        beside = self.timeline(by).on(who, start)
        if isinstance(by, Beside) and by.own in of.table.columns:
            own = self.sayings.encode(f"{of.table.__name__}.{by.own}", by, labels)[line]
            return np.where(own > 0, own, beside)
        return beside

    def offers(self, by: Breakdown, of: Rows) -> bool:
        """Whether rows of this table can be parted so at all: what is missing is not *not recorded*."""
        if not of_children(of.table):
            if isinstance(by, Beside):
                return self.says_itself(by, of.table) and self.sent(by)
            return by.table == of.table.__name__
        if isinstance(by, Bands):
            return True
        if isinstance(by, Since):
            return by.entered(of) is not None
        if isinstance(by, Beside):
            told = by.among.table not in self.snapshot.missing or self.says_itself(by, of.table)
            return told and self.sent(by)
        return by.table in (of.table.__name__, Child.__name__)

    def sent(self, by: Beside) -> bool:
        """Whether the tables came without which its parts cannot be told."""
        return all(any(TABLE_NAMED[name] not in self.snapshot.missing for name in ones) for ones in by.needs)

    def says_itself(self, by: Beside, table: type[Table]) -> bool:
        """Whether a table's own column tells, for at least one row, what would lie beside it."""
        name = f"{table.__name__}.{by.own}"
        if by.own not in table.columns:
            return False
        said = self.sayings.values(name)
        return said.null_count() < len(said)


def stage_of(offered: Iterable[Breakdown], of: Rows) -> dict[str, pl.Expr]:
    """The day that each row's stage began, where one of these breakdowns asks for it."""
    found = [day for by in offered if isinstance(by, Since) and (day := by.entered(of)) is not None]
    return {STAGE: found[0]} if found else {}


def bands_of(offered: Iterable[Breakdown]) -> list[int]:
    """The days after which a stage comes into another band."""
    return sorted({days for by in offered if isinstance(by, Since) for days in by.bands.values()})


def cut_by_length(days: Ints, start: Ints, end: Ints, bands: list[int]) -> Pieces:
    """Each piece cut again where its own stage comes into another band."""
    own, line = np.arange(len(days)), np.repeat(np.arange(len(days)), len(bands))
    comes = (days[:, None] + np.array(bands, np.int64)).ravel()
    known = days[line] >= 0
    empty = np.zeros(0, np.int64)
    return cut(own, start, end, [Timeline(at(line[known], comes[known]), empty, empty)])


def length_of(days: Ints, start: Ints, bands: list[int]) -> Ints:
    """The band of each fact: by how long its stage had gone on by its first day. Nought where that is not
    recorded, or cannot be."""
    gone: Ints = np.searchsorted(bands, start - days, "right")
    return np.where(days >= 0, gone, 0)


def crowd_of(of: Rows) -> int:
    """More than how many children what is counted must have on a day; nought if that is not asked."""
    return of.more_than if isinstance(of, Spells) else 0


def of_children(table: type[Table]) -> bool:
    """Whether its rows are about children; if not (posts, households), nothing of a child parts them, and
    each of what they are about is counted once."""
    return table.subject == "child"


def settled(name: str) -> pl.Expr:
    """Whether a row is old enough to have its answer, on the snapshot's own day."""
    return (pl.col(name) <= pl.col("@day")).fill_null(True).alias(name)


def asked(measure: Measure) -> dict[str, pl.Expr]:
    """What a measure asks of each row."""
    questions = {"of": measure.of.test}
    if isinstance(measure, Share) and isinstance(measure.that, pl.Expr):
        questions["that"] = measure.that
    if isinstance(measure, Share) and measure.settles is not None:
        questions["settles"] = measure.settles
    value = value_of(measure)
    if value is not None:
        told_from_a_day = isinstance(measure, Typical) and isinstance(measure.of, Spells)
        number = value.cast(pl.Date).cast(pl.Int32) + ZERO if told_from_a_day else value
        questions["value"] = number.cast(pl.Float64)
    return questions


def judge(rows: pl.DataFrame, n: int, measure: Measure, row: Ints, inside: Bools | None) -> Tests:
    """Where a test is blank it can be told neither way: that row is left out, not failed."""
    of = rows.get_column(f"{n}:of").to_numpy()[row]
    never = np.zeros(len(row), np.bool_)
    if value_of(measure) is not None:
        values = rows.get_column(f"{n}:value").to_numpy()[row]
        known = ~np.isnan(values)
        return Tests(of & known, of & known, of & ~known, never, values)
    if not isinstance(measure, Share):
        return Tests(of, of, never, never)
    if isinstance(measure, Cohort):
        return Tests(of, of, never, never)
    ripe = ~never
    if measure.settles is not None:
        ripe = rows.get_column(f"{n}:settles").to_numpy()[row]
    if inside is not None:
        return Tests(of & ripe, of & ripe & inside, never, of & ~ripe)
    that = rows.get_column(f"{n}:that")
    known, passed = that.is_not_null().to_numpy()[row], that.fill_null(False).to_numpy()[row]
    return Tests(of & ripe & known, of & ripe & passed, of & ripe & ~known, of & ~ripe)


def make_all(measures: Iterable[Measure], snapshot: Snapshot, breakdowns: Sequence[Breakdown]) -> list[Facts]:
    """Measures that share a base share its facts."""
    bases: defaultdict[tuple[object, ...], list[tuple[Rows, Measure]]] = defaultdict(list)
    for measure in measures:
        bases[measure.of.base].append((measure.of, measure))
    maker = Maker(snapshot, breakdowns)
    return [maker.make(shared[0][0], [m for _, m in shared]) for shared in bases.values()]
