"""How facts are made from a snapshot. Every expression is read once, over the whole table, before
anything is cut; after that there are only whole numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import polars as pl

from throughline.counting.facts import ALL, EVERYONE, Axis, Facts, Places, Tests, group_labels
from throughline.counting.reading import Pieces, Question, Reading, asked, in_days, of_children, read_together
from throughline.counting.sayings import Sayings
from throughline.counting.timeline import (
    NEVER,
    Bools,
    Ints,
    Timeline,
    at,
    cut,
    day_number,
    day_numbers,
    days_until,
    edges_of,
    merged,
)  # fmt: skip
from throughline.measures.kinds import Cohort, Measure, Share, value_of
from throughline.record.breakdowns import NOT_RECORDED, STAGE, Bands, Beside, Breakdown, Since
from throughline.record.child import Child
from throughline.record.journey import TABLE_NAMED
from throughline.record.rows import Rows, Spells, Table
from throughline.record.snapshots import Snapshot

NONE = np.zeros(0, np.int64)
NOTHING_BESIDE = Timeline(NONE, NONE, NONE)


class Maker:
    """Makes facts from a snapshot, and keeps what several bases need: codes, timelines, and where they
    change."""

    def __init__(
        self, snapshot: Snapshot, breakdowns: Sequence[Breakdown], measures: Iterable[Measure]
    ) -> None:
        self.snapshot, self.breakdowns = snapshot, breakdowns
        self.sayings = Sayings(snapshot)
        self.beside: dict[Beside, tuple[str, ...]] = {}
        self.timelines: dict[object, Timeline] = {}
        self.changes: dict[tuple[Breakdown, ...], Ints] = {}
        self.moments: dict[object, Ints] = {}
        self.look_beside(measures)

    def look_beside(self, measures: Iterable[Measure]) -> None:
        """All that is laid beside a row, read table by table: the spells that breakdowns and measures ask
        about, and what cohorts come to."""
        laid: dict[object, Beside | Rows] = {by: by for by in self.breakdowns if isinstance(by, Beside)}
        for measure in measures:
            if isinstance(measure, Share) and isinstance(measure.that, Rows):
                laid[key_of(measure.that)] = measure.that
        tables = defaultdict(list)
        for key, by in laid.items():
            tables[(by.among if isinstance(by, Beside) else by).table].append(key)
        for table, keys in tables.items():
            if self.snapshot.frames[table].is_empty():
                self.timelines |= dict.fromkeys(keys, NOTHING_BESIDE)
                self.moments |= dict.fromkeys(keys, NONE)
                continue
            rows = [by.among if isinstance(by := laid[key], Beside) else by for key in keys]
            questions = [Question(of, [of.test]) for of in rows]
            for key, reading in zip(keys, read_together(self.snapshot, table, questions)):
                self.lay(key, laid[key], reading)
        self.timelines |= {by: self.ages(by) for by in self.breakdowns if isinstance(by, Bands)}

    def lay(self, key: object, by: Beside | Rows, reading: Reading) -> None:
        """Being in a spell, or which of another table's spells was open; or the moments of events."""
        row, start, end = reading.believed()
        who = reading.who[row]
        if isinstance(by, Beside):
            code = self.sayings.encode(by.by.meta.output_name(), by, self.beside_labels(by))
            self.timelines[key] = Timeline.newest(who, start, end, code[row])
        elif isinstance(by, Spells):
            self.timelines[key] = Timeline.joined(who, start, end)
        else:
            self.moments[key] = np.sort(at(who, start))

    def make(self, reading: Reading, measures: Sequence[Measure], offered: Sequence[Breakdown]) -> Facts:
        """The facts of one base, tested by each of the measures that share it."""
        of = reading.of
        that = [getattr(m, "that", None) for m in measures]
        others = {m: self.timelines[key_of(t)] for m, t in zip(measures, that) if isinstance(t, Spells)}
        days = reading[STAGE] if stage_of(offered, of) else None
        row, start, end = self.pieces(reading, days, offered, list(others.values()))
        who = reading.who[row]
        axis, groups = self.placed(of, offered, row, who, start, days if days is None else days[row])
        inside = {m: timeline.on(who, start) > 0 for m, timeline in others.items()}
        tests = {m: judge(reading, n, m, row, inside.get(m)) for n, m in enumerate(measures)}
        tests |= {m: self.follow(m, tests[m], who, start) for m in measures if isinstance(m, Cohort)}
        return Facts(of, row, reading["each"][row], start, end, axis, groups, tests)

    def nothing(self, of: Rows, measures: Sequence[Measure], offered: Sequence[Breakdown]) -> Facts:
        """The facts of a base whose table has no row: in most records most tables have none."""
        axis, groups = self.placed(of, offered, NONE, NONE, NONE, NONE)
        no = np.zeros(0, np.bool_)
        return Facts(of, NONE, NONE, NONE, NONE, axis, groups, {m: Tests(no, no, no, no) for m in measures})

    def question(self, of: Rows, measures: Sequence[Measure], offered: Sequence[Breakdown]) -> Question:
        """What must be read of the rows of a base for all the measures that share it."""
        asks = {
            f"{n}:{name}": ask
            for n, m in enumerate(measures)
            for name, ask in asked(m, self.snapshot).items()
        }
        return Question(of, [m.of.test for m in measures], asks | stage_of(offered, of))

    def offered(self, of: Rows) -> list[Breakdown]:
        """The breakdowns by which rows of a base can be parted, those that are counted beforehand first."""
        return sorted((by for by in self.breakdowns if self.offers(by, of)), key=lambda by: not by.kept)

    def pieces(
        self, reading: Reading, days: Ints | None, offered: Sequence[Breakdown], others: Sequence[Timeline]
    ) -> Pieces:
        """Each row on its believed days; a spell is cut wherever what is beside it changes, and where its
        stage comes into another band of time."""
        row, start, end = reading.believed()
        if not isinstance(reading.of, Spells):
            return row, start, end
        edges = self.edges(offered)
        if others:
            edges = merged([edges, edges_of(others)])
        piece, start, end = cut(reading.who[row], start, end, edges)
        row = row[piece]
        if days is not None:
            piece, start, end = cut_by_length(days[row], start, end, bands_of(offered))
            row = row[piece]
        return row, start, end

    def edges(self, offered: Sequence[Breakdown]) -> Ints:
        """Wherever what is beside a child changes, by any of these breakdowns; most bases share them."""
        changing = tuple(by for by in offered if isinstance(by, Bands | Beside))
        if changing not in self.changes:
            self.changes[changing] = edges_of([self.timelines[by] for by in changing])
        return self.changes[changing]

    def placed(
        self,
        of: Rows,
        offered: Sequence[Breakdown],
        line: Ints,
        who: Ints,
        start: Ints,
        days: Ints | None,
    ) -> tuple[Axis, Places]:
        """The axis of a base, and each fact's place along it by each breakdown. `days` are those on which
        their stages began."""
        axis = Axis({ALL: (EVERYONE,), **{by: self.labels(by) for by in offered}})
        groups = np.zeros((len(line), len(axis.labels)), np.int32)
        for column, by in enumerate(offered, 1):
            if isinstance(by, Since) and days is not None:
                group = length_of(days, start, list(by.bands.values()))
            else:
                group = self.group(by, of, axis.labels[by], line, who, start)
            groups[:, column] = group + axis.offset[by]
        return axis, groups

    def follow(self, cohort: Cohort, tests: Tests, who: Ints, start: Ints) -> Tests:
        """Which entries are old enough to have an answer, which came to it, and after how many days."""
        moments = self.moments[key_of(cohort.that)]
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
        beside = self.timelines[by].on(who, start)
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


def key_of(rows: Rows) -> tuple[object, ...]:
    """Names what is laid beside a row: the same spells, or events, are laid once."""
    return (*rows.base, *(test.meta.serialize() for test in rows.tests))


def stage_of(offered: Iterable[Breakdown], of: Rows) -> dict[str, pl.Expr]:
    """The day that each row's stage began, as a number, where one of these breakdowns asks for it."""
    found = [day for by in offered if isinstance(by, Since) and (day := by.entered(of)) is not None]
    return {STAGE: in_days(found[0], -1)} if found else {}


def bands_of(offered: Iterable[Breakdown]) -> list[int]:
    """The days after which a stage comes into another band."""
    return sorted({days for by in offered if isinstance(by, Since) for days in by.bands.values()})


def cut_by_length(days: Ints, start: Ints, end: Ints, bands: list[int]) -> Pieces:
    """Each piece cut again where its own stage comes into another band."""
    own, line = np.arange(len(days)), np.repeat(np.arange(len(days)), len(bands))
    comes = (days[:, None] + np.array(bands, np.int64)).ravel()
    known = days[line] >= 0
    return cut(own, start, end, merged([at(line[known], comes[known])]))


def length_of(days: Ints, start: Ints, bands: list[int]) -> Ints:
    """The band of each fact: by how long its stage had gone on by its first day. Nought where that is not
    recorded, or cannot be."""
    gone: Ints = np.searchsorted(bands, start - days, "right")
    return np.where(days >= 0, gone, 0)


def judge(reading: Reading, n: int, measure: Measure, row: Ints, inside: Bools | None) -> Tests:
    """Where a test is blank it can be told neither way: that row is left out, not failed."""
    of, never = reading[f"{n}:of"][row], np.zeros(len(row), np.bool_)
    if value_of(measure) is not None:
        values = reading[f"{n}:value"][row]
        known = ~np.isnan(values)
        return Tests(of & known, of & known, of & ~known, never, values)
    if not isinstance(measure, Share) or isinstance(measure, Cohort):
        return Tests(of, of, never, never)
    ripe = ~never if measure.settles is None else reading[f"{n}:settles"][row]
    if inside is not None:
        return Tests(of & ripe, of & ripe & inside, never, of & ~ripe)
    known, passed = reading[f"{n}:known"][row], reading[f"{n}:that"][row]
    return Tests(of & ripe & known, of & ripe & passed, of & ripe & ~known, of & ~ripe)


def make_all(
    measures: Iterable[Measure], snapshot: Snapshot, breakdowns: Sequence[Breakdown]
) -> Iterator[Facts]:
    """Measures that share a base share its facts. They are made table by table, one after another, so that
    whoever counts them need not hold them all."""
    measures = list(measures)
    bases: dict[tuple[object, ...], list[Measure]] = defaultdict(list)
    for measure in measures:
        bases[measure.of.base].append(measure)
    maker = Maker(snapshot, breakdowns, measures)
    tables: dict[type[Table], list[list[Measure]]] = defaultdict(list)
    for shared in bases.values():
        tables[shared[0].of.table].append(shared)
    for table, several in tables.items():
        offered = [maker.offered(shared[0].of) for shared in several]
        if snapshot.frames[table].is_empty():
            yield from (maker.nothing(m[0].of, m, by) for m, by in zip(several, offered))
            continue
        questions = [maker.question(m[0].of, m, by) for m, by in zip(several, offered)]
        for reading, shared, by in zip(read_together(snapshot, table, questions), several, offered):
            yield maker.make(reading, shared, by)
