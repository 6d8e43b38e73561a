"""One child across returns: by the ids the case system gives, by numbers, and by what it has merged.

Never by name, and never by guess. The date of birth is the check: a number joins two ids only where both
returns say the same date of birth, and the same id is another child where that and one more fact are others.
What is not joined, though it might be, is a question, and a row of `Conflicts`; whoever knows may merge the
two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from throughline.record.child import Child
from throughline.record.identity import MergedIds, Mothers
from throughline.record.pupil_numbers import (
    BORN,
    FORM,
    ID,
    OTHER,
    OTHER_PART,
    QUESTION,
    SEX,
    UPN,
    USED,
    USED_PART,
    WHAT,
    joined_by_number,
    odd_ids,
    people_of,
)
from throughline.record.rows import ORIGIN, PART, SOURCE, SOURCE_LINE, Own, Table

Told = dict[type[Table], pl.DataFrame]
"""The tables of one return, their rows numbered as the record numbers them."""

ELSEWHERE: Mapping[type[Table], str] = {Mothers: "Mothers.baby"}  # children named beside whose row it is
KEY, MAIN = "key", "_main"  # the id a row stands under; what the best return says of the same id
APART = "Date of birth and more, under the same id: kept apart, as another child"
TWICE = "An id merged into two others: the first is followed"
CIRCLE = "Ids merged in a circle: this step is not followed"


@dataclass(frozen=True)
class Merge:
    """`former` is an id that is a child’s no more, `child` the one it became, `day` when, where that is
    told, `told` what says so."""

    former: str
    child: str
    day: date | None = None
    told: str = "Merged here"


@dataclass(frozen=True, eq=False)
class Identified:
    """Returns in which a child has one id; every id that was changed (`MergedIds`); the questions left
    (see `pupil_numbers.QUESTION`)."""

    told: list[Told]
    merged: pl.DataFrame
    questions: pl.DataFrame


def identified(given: Sequence[Told], merges: Iterable[Merge], day: date) -> Identified:
    """The returns, best first, with each child under one id. `merges` are what somebody here has said; what
    the case system’s own list says is found in the returns. One dated after `day` is not followed yet."""
    apart = reused(people_of(given))
    told = [renamed(tables, of_part(apart, part)) for part, tables in enumerate(given)]
    people = people_of(told)
    said = [merge for merge in (*merges, *listed(told)) if merge.day is None or merge.day <= day]
    into, torn = followed(said)
    ends = {former: root(former, into) for former in into}
    told = [renamed(tables, ends) for tables in told]
    joins = joined_by_number(told, people_of(told))
    found, _ = followed(Merge(former, child, None, how) for former, child, how in joins.pairs.iter_rows())
    told = [renamed(tables, {former: root(former, found) for former in found}) for tables in told]
    into |= found
    settled = pl.col(OTHER).is_in(list(into)) | pl.col(USED).is_in(list(into))
    unsettled = [
        apart.filter(~pl.col(KEY).is_in(list(into))).select(QUESTION),
        odd_ids(people).filter(~settled),
    ]
    left = pl.concat([*unsettled, joins.questions, doubtful(torn, into, people)])
    ends = {former: root(former, into) for former in into}
    return Identified(told, merged_rows(into, told), left.with_columns(pl.col(ID).replace(ends)))


def reused(people: pl.DataFrame) -> pl.DataFrame:
    """Ids under which two returns say different dates of birth, and different sexes or pupil numbers too: the
    best keeps the id, any other is a child of their own, as `id (2)`. A date of birth alone is often put
    right; a pupil number that both say is proof that they are one child."""
    known = people.drop_nulls(BORN)
    others = known.join(
        known.unique(ID, keep="first", maintain_order=True), on=ID, suffix=MAIN, maintain_order="left"
    ).filter(pl.col(BORN) != pl.col(BORN + MAIN), is_another())
    number = (pl.col(BORN).rank("dense").over(ID) + 1).cast(pl.String)
    return others.select(
        ID,
        pl.lit(APART).alias(WHAT),
        pl.col(BORN + MAIN).dt.to_string("%Y-%m-%d").alias(USED),
        pl.col(PART + MAIN).alias(USED_PART),
        pl.col(BORN).dt.to_string("%Y-%m-%d").alias(OTHER),
        pl.col(PART).alias(OTHER_PART),
        SOURCE,
        SOURCE_LINE,
        pl.format("{} ({})", ID, number).alias(KEY),
    )


def is_another() -> pl.Expr:
    """Whether sex or pupil number says that two rows under one id are two children, and no number that they
    are one."""
    numbers = pl.col(UPN).str.contains(FORM) & pl.col(UPN + MAIN).str.contains(FORM)
    same = numbers & (pl.col(UPN) == pl.col(UPN + MAIN))
    other = (numbers & ~same) | (pl.col(SEX) != pl.col(SEX + MAIN))
    return other.fill_null(False) & ~same.fill_null(False)


def of_part(apart: pl.DataFrame, part: int) -> dict[str, str]:
    """The ids of one return that stand for another child than the id’s own."""
    return dict(apart.filter(pl.col(OTHER_PART) == part).select(ID, KEY).iter_rows())


def renamed(tables: Told, ends: Mapping[str, str]) -> Told:
    """The same rows, each under the id its child has now. Of children, those who had the id already come
    first, for what they say is used."""
    if not ends:
        return tables
    done = dict(tables)
    for table, frame in tables.items():
        names = [
            c.name for short, c in table.columns.items() if short == "child" or c.name == ELSEWHERE.get(table)
        ]
        moved = pl.any_horizontal(pl.lit(False), *(pl.col(name).is_in(list(ends)) for name in names))
        if not names or not frame.select(moved.any()).item():
            continue
        if table is Child:
            frame = pl.concat([frame.filter(~moved.fill_null(False)), frame.filter(moved)])
        done[table] = frame.with_columns(pl.col(name).replace(ends) for name in names)
    return done


def listed(told: Sequence[Told]) -> Iterable[Merge]:
    """What the lists of merged ids say."""
    for tables in told:
        if MergedIds in tables:
            rows = tables[MergedIds].select(
                MergedIds.former, MergedIds.child, MergedIds.merged, MergedIds.told
            )
            for former, child, day, how in rows.sort(pl.all(), nulls_last=True).iter_rows():
                yield Merge(former, child, day, how or "The list of merged ids")


def followed(merges: Iterable[Merge]) -> tuple[dict[str, Merge], list[tuple[str, Merge]]]:
    """Merges by the id that is no more, and those that cannot be followed, with the reason: an id becomes
    one other, and never in the end itself."""
    into: dict[str, Merge] = {}
    torn: list[tuple[str, Merge]] = []
    for merge in merges:
        if merge.former in into:
            if into[merge.former].child != merge.child:
                torn.append((TWICE, merge))
        elif root(merge.child, into) == merge.former:
            torn.append((CIRCLE, merge))
        else:
            into[merge.former] = merge
    return into, torn


def root(child: str, into: Mapping[str, Merge]) -> str:
    """The id that a child has in the end."""
    while child in into:
        child = into[child].child
    return child


def merged_rows(into: Mapping[str, Merge], told: Sequence[Told]) -> pl.DataFrame:
    """`MergedIds`: every id that became another, of children that a return knows."""
    returns = [{t: frame for t, frame in tables.items() if not issubclass(t, Own)} for tables in told]
    known = set(people_of(returns).get_column(ID))
    ends = ((merge, root(merge.former, into)) for merge in into.values())
    rows = [(end, merge.former, merge.day, merge.told) for merge, end in ends if end in known]
    frame = pl.DataFrame(rows, schema=MergedIds.schema(), orient="row")
    return frame.with_columns(pl.lit(None, dtype).alias(name) for name, dtype in ORIGIN.items())


def doubtful(
    torn: Sequence[tuple[str, Merge]], into: Mapping[str, Merge], people: pl.DataFrame
) -> pl.DataFrame:
    """Merges that were not followed, as questions at the place where the id that is no more stands."""
    rows = [(merge.former, what, root(merge.former, into), merge.child) for what, merge in torn]
    frame = pl.DataFrame(rows, schema=dict.fromkeys((ID, WHAT, USED, OTHER), pl.String), orient="row")
    places = people.unique(ID, keep="first", maintain_order=True)
    told = frame.join(places, on=ID).with_columns(
        pl.lit(None, pl.Int32).alias(USED_PART), pl.col(PART).alias(OTHER_PART)
    )
    return told.select(QUESTION)
