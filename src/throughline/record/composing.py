"""One snapshot out of several returns. For each table and each day one return answers: never two added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import polars as pl

from throughline.errors import Fault, Refused
from throughline.record.assessment import Assessments
from throughline.record.care import Care, CareDays, CareVisits, SeenInTime
from throughline.record.child import Addresses, Child, Population, Wards
from throughline.record.conflicts import SHORT_BREAKS, conflicts
from throughline.record.following import (
    appealable_decisions,
    care_days,
    seen_in_time,
    settled_days,
    unregistered_nights,
    with_plans,
    with_referrals,
    with_times_in_care,
)
from throughline.record.front_door import Referrals
from throughline.record.homes import PlacementCosts, Placements, UnregisteredNights, UnregisteredPlacements
from throughline.record.identities import Identified, Merge, Told, identified
from throughline.record.identity import Conflicts, MergedIds
from throughline.record.journey import TABLES
from throughline.record.locating import homes_paid_for, known, located, of_homes, with_homes
from throughline.record.places import Postcodes
from throughline.record.protection import CpPlans, CpVisits
from throughline.record.rows import ORIGIN, PART, SINCE, SOURCE, UNTIL, Own, Person, Reference, Table
from throughline.record.send import AppealableDecisions, EhcPlansInForce, EhcRequests
from throughline.record.snapshots import Covered, Frames, Gaps, HeadingRead, Snapshot, Source

A_DAY = timedelta(days=1)
OWN = frozenset(table for table in TABLES if issubclass(table, Own))
NEW_CARER = ("S", "P", "B")
SHORT_STAYS = ("T0", "T1", "T2", "T3", "T4")


@dataclass(frozen=True, eq=False)
class Part:
    """One return, as received: its tables with their origin columns (`@source` numbers `sources`).

    `rank` settles who answers where returns overlap: the lowest, and of equals the newest. `covers`
    gives the first and last day that each table may be believed for; a return that tells every placement
    of its children, and not the latest alone, says so there of `Placements`, which are made from its
    episodes of care. `as_at` is the return's last day; None for a list that is true until it is replaced
    (wards). `headings` says what became of each heading of its files; `untold` are columns, by their full
    names, that such a return has no place for, and `in_part` those that it tells of some children only.
    `council` is the number of the council whose it says it is; blank where it does not say."""

    title: str
    rank: int
    as_at: date | None
    frames: Frames
    covers: Mapping[type[Table], tuple[date, date]]
    sources: tuple[Source, ...]
    faults: tuple[Fault, ...] = ()
    headings: tuple[HeadingRead, ...] = ()
    untold: frozenset[str] = frozenset()
    in_part: frozenset[str] = frozenset()
    council: str = ""

    @property
    def is_local(self) -> bool:
        """Whether it fills tables of the record's own alone."""
        return bool(self.covers) and OWN.issuperset(self.covers)


@dataclass(frozen=True, eq=False)
class Together:
    """Returns put beside one another, best first, each child under one id: who answers for each table on
    which days, and the rows of each return (`identified`)."""

    parts: tuple[Part, ...]
    as_at: date
    covers: dict[type[Table], tuple[Covered, ...]]
    identified: Identified
    sources: tuple[Source, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """What each return is called."""
        return tuple(part.title for part in self.parts)

    @property
    def windows(self) -> list[Mapping[type[Table], tuple[date, date]]]:
        """Which days each return tells of, whether or not it is the one that answers."""
        return [part.covers for part in self.parts]


def compose(parts: Sequence[Part], council: str, merges: Iterable[Merge] = ()) -> Snapshot:
    """The record of a council, out of all it has sent, each child under one id (see `identities`). `merges`
    are what somebody here has said of ids. A local list neither brings a child into it nor moves its day.
    Raises `Refused` if there is nothing but such lists, and lists without a day."""
    all_ = together(parts, merges)
    one, covers = all_.identified, all_.covers
    frames = gathered(one.told, covers)
    frames[MergedIds] = one.merged
    frames[Conflicts] = conflicts(one.told, covers, all_.windows, one.questions, all_.titles)
    add_derived(frames, covers, all_.as_at)
    none = {*OWN, UnregisteredNights, Conflicts}
    snapshot = Snapshot.arranged(frames, covers=covers, as_at=all_.as_at, bring_none=none)
    gaps = tuple(Gaps(part.untold, part.in_part) for part in all_.parts)
    return replace(snapshot, council=council, parts=all_.titles, sources=all_.sources, gaps=gaps)


def together(parts: Sequence[Part], merges: Iterable[Merge] = ()) -> Together:
    """Returns put beside one another. `parts` are in the order in which they came: of one return sent twice
    for one day, the last is the newest. Raises `Refused` as `compose` does."""
    dated = [part.as_at for part in parts if part.as_at and not part.is_local]
    if not dated:
        raise Refused(
            f"{', '.join(part.title for part in parts)}: this says nothing of any child or day by itself.",
            do="Receive it together with a return of children, or after one.",
        )
    as_at = max(dated)
    newest_first = list(reversed(parts))
    ordered = sorted(newest_first, key=place)
    covers = {table: cover for table in TABLES if (cover := authority(table, ordered, as_at))}
    told, sources = placed_together(ordered)
    return Together(tuple(ordered), as_at, covers, identified(told, merges, as_at), sources)


def place(part: Part) -> tuple[int, int, str]:
    """What settles the order of returns, the best first. Those that are alike in it stay as they stand."""
    return part.rank, -(part.as_at or date.min).toordinal(), part.title


def placed_together(parts: Sequence[Part]) -> tuple[list[Told], tuple[Source, ...]]:
    """The tables of each return, their rows numbered as the snapshot numbers returns and sources; and these
    sources."""
    told: list[Told] = []
    sources: list[Source] = []
    for number, part in enumerate(parts):
        told.append(
            {table: placed(table, frame, number, len(sources)) for table, frame in part.frames.items()}
        )
        sources.extend(replace(source, part=number) for source in part.sources)
    return told, tuple(sources)


def gathered(
    told: Sequence[Told], covers: Mapping[type[Table], Sequence[Covered]]
) -> dict[type[Table], pl.DataFrame]:
    """Each table once, with the rows of every return that answers for some day of it."""
    found: dict[type[Table], list[pl.DataFrame]] = {}
    for number, tables in enumerate(told):
        for table, frame in tables.items():
            if answers(number, table, covers):
                found.setdefault(table, []).append(frame)
    return {table: joined(table, frames) for table, frames in found.items()}


def answers(part: int, table: type[Table], covers: Mapping[type[Table], Sequence[Covered]]) -> bool:
    """Whether any row of a return's table could be read: children are gathered from every return, all
    else only from one that answers for some day."""
    return issubclass(table, Person | Reference) or part in {cover.part for cover in covers.get(table, ())}


def placed(table: type[Table], frame: pl.DataFrame, part: int, first_source: int) -> pl.DataFrame:
    """The same rows, with the part and the source numbered as the snapshot numbers them. A column that was
    declared after the return came is blank."""
    wanted = {**table.schema(), **ORIGIN}
    blank = [pl.lit(None, dtype).alias(name) for name, dtype in wanted.items() if name not in frame.columns]
    return frame.with_columns(blank).with_columns(
        pl.lit(part, ORIGIN[PART]).alias(PART), (pl.col(SOURCE) + first_source).cast(ORIGIN[SOURCE])
    )


def joined(table: type[Table], found: list[pl.DataFrame]) -> pl.DataFrame:
    """A list about no child comes whole from the return that answers first; all else keeps every row,
    each believed only on its own return's days. Of a child each column is what the first return that fills
    it says; the row's own place is that of the first."""
    columns = [*table.schema(), *ORIGIN]
    chosen = found[:1] if issubclass(table, Reference) else found
    rows = pl.concat([frame.select(columns) for frame in chosen])
    if not issubclass(table, Person):
        return rows
    child, *facts = table.schema()
    said = [pl.col(name).drop_nulls().first() for name in facts]
    return rows.group_by(child, maintain_order=True).agg(*said, pl.col(*ORIGIN).first()).select(columns)


def authority(table: type[Table], parts: Sequence[Part], as_at: date) -> tuple[Covered, ...]:
    """Which return answers for a table, from which day to which."""
    answers: list[Covered] = []
    for number, part in enumerate(parts):
        if table not in part.covers:
            continue
        if issubclass(table, Person | Reference):
            return (Covered(number, date.min, as_at),)
        first, last = part.covers[table]
        left = [(first, min(last, as_at))] if first <= as_at else []
        for taken in answers:
            left = [piece for days in left for piece in without(days, taken)]
        answers.extend(Covered(number, first, last) for first, last in left)
    return tuple(answers)


def without(days: tuple[date, date], taken: Covered) -> list[tuple[date, date]]:
    """The days, first and last included, that are left when some are taken."""
    first, last = days
    pieces = [(first, min(last, taken.first - A_DAY)), (max(first, taken.last + A_DAY), last)]
    if last < taken.first or first > taken.last:
        return [days]
    return [(start, end) for start, end in pieces if start <= end]


def add_derived(
    frames: dict[type[Table], pl.DataFrame], covers: dict[type[Table], tuple[Covered, ...]], as_at: date
) -> None:
    """What follows from the tables received: where addresses are, population, placements, children."""
    if Wards in frames:
        wards = frames[Wards]
        frames[Population] = population(wards)
        covers[Population] = covers[Wards]
    if Postcodes in frames:
        frames[Postcodes] = of_homes(frames)
    if Addresses in frames:
        frames[Addresses] = located(frames)
    if Care in frames:
        frames[Care] = with_times_in_care(with_homes(frames))
        frames[Placements] = placements(frames[Care])
    if Care in frames and PlacementCosts in frames:
        frames[PlacementCosts] = homes_paid_for(frames)
    add_told_together(frames, covers, as_at)
    frames.setdefault(Child, pl.DataFrame(schema={**Child.schema(), **ORIGIN}))


def add_told_together(
    frames: dict[type[Table], pl.DataFrame], covers: dict[type[Table], tuple[Covered, ...]], as_at: date
) -> None:
    """What several tables say together (see `record.following`)."""
    if Care in frames:
        frames[CareDays] = care_days(frames[Care], as_at)
        covers[CareDays] = covers.get(Care, ())
    if UnregisteredPlacements in frames:
        frames[UnregisteredNights] = unregistered_nights(frames[UnregisteredPlacements], as_at)
        covers[UnregisteredNights] = covers.get(UnregisteredPlacements, ())
    if CareVisits in frames:
        stays = settled_days(known(frames, Care), known(frames, Placements))
        frames[SeenInTime] = seen_in_time(frames[CareVisits], stays)
        unsaid = frames[CareVisits].group_by(PART).agg(CareVisits.seen.is_null().all().alias("@unsaid"))
        silent = set(unsaid.filter("@unsaid").get_column(PART))
        covers[SeenInTime] = tuple(c for c in covers.get(CareVisits, ()) if c.part not in silent)
    if Assessments in frames and Referrals in frames:
        frames[Assessments] = with_referrals(frames)
    if CpVisits in frames and CpPlans in frames:
        frames[CpVisits] = with_plans(frames)
    if EhcPlansInForce in frames:
        frames[AppealableDecisions] = appealable_decisions(frames)
        census = {cover.part for cover in covers.get(EhcPlansInForce, ())}
        told = covers.get(EhcRequests, ())
        covers[AppealableDecisions] = tuple(cover for cover in told if cover.part in census)


def population(wards: pl.DataFrame) -> pl.DataFrame:
    """Children aged 0 to 17 for each mid-year: in the whole borough, and in each ward."""
    day, number = pl.col("Wards.mid_year").alias("Population.day"), pl.col("Wards.children")
    whole = wards.group_by(day).agg(number.sum().alias("Population.number"))
    each = wards.group_by(day, pl.col("Wards.ward").alias("Population.group")).agg(
        number.sum().alias("Population.number")
    )
    both = pl.concat(
        [each.with_columns(pl.lit("Ward").alias("Population.by")), whole], how="diagonal_relaxed"
    )
    blank = [pl.lit(None, dtype).alias(name) for name, dtype in ORIGIN.items()]
    return (
        both.with_columns(blank)
        .select(*Population.schema(), *ORIGIN)
        .sort("Population.day", "Population.group")
    )


def placements(care: pl.DataFrame) -> pl.DataFrame:
    """Episodes of care joined into times with one carer (see `Placements`)."""
    rows = care.filter(
        ~Care.legal_status.is_in(SHORT_BREAKS).fill_null(False), Care.started.is_not_null()
    ).sort(PART, "Care.child", "Care.started", SINCE, "Care.ended", nulls_last=True)
    lasting = ~short_stay()
    times = rows.group_by(new_carer().cum_sum().alias("@time"), maintain_order=True).agg(
        Care.child.first().alias("Placements.child"),
        Care.started.first().alias("Placements.started"),
        Care.ended.last().alias("Placements.ended"),
        Care.placement.filter(lasting).first().alias("Placements.placement"),
        Care.provider.filter(lasting).first().alias("Placements.provider"),
        *(pl.col(name).first() for name in ORIGIN if name != UNTIL),
        pl.col(UNTIL).last(),
    )
    return times.select(*Placements.schema(), *ORIGIN)


def new_carer() -> pl.Expr:
    """Whether a row begins a new time with a carer: its start reason is S, P or B, or is blank, or it does
    not follow on from the row before. A stay at T0 to T4 belongs to the carer before it. A row that a
    later year of the same return tells again, otherwise than before, begins none."""
    same = (Care.child == Care.child.shift(1)) & (pl.col(PART) == pl.col(PART).shift(1))
    follows = same & (Care.ended.shift(1) == Care.started).fill_null(False)
    moved = Care.start_reason.is_in(NEW_CARER).fill_null(True)
    stay = short_stay() | short_stay().shift(1).fill_null(False)
    again = same & (Care.started == Care.started.shift(1)) & (pl.col(SINCE) >= pl.col(UNTIL).shift(1))
    return (~follows | (moved & ~stay)).fill_null(True) & ~again.fill_null(False)


def short_stay() -> pl.Expr:
    """Whether an episode is a short stay elsewhere, the carer's place being kept."""
    return Care.placement.is_in(SHORT_STAYS).fill_null(False)
