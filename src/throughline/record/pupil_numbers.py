"""Which ids are of one child by the numbers they share. The date of birth is the check.

A number is shared by ids of different returns: where one return holds two ids under it, it says of nobody
who they are (twins are given one another's numbers), and joins nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from throughline.record.child import Child
from throughline.record.identity import Conflicts, Identifiers, MergedIds
from throughline.record.rows import ORIGIN, PART, SOURCE, SOURCE_LINE, Table

Told = Mapping[type[Table], pl.DataFrame]
"""The tables of one return, their rows numbered as the record numbers them."""

ID, BORN, SEX, UPN, NUMBER = "id", "born", "sex", "upn", "number"
ANCHOR, HOW, AGREES = "anchor", "how", "agrees"
USED, OTHER, USED_PART, OTHER_PART, WHAT = "used", "other", "used_part", "other_part", "what"
QUESTION = [ID, WHAT, USED, USED_PART, OTHER, OTHER_PART, SOURCE, SOURCE_LINE]
"""What a question says: whose, of what, what is used and what is said otherwise, by which parts, where."""

PLACE = (PART, SOURCE, SOURCE_LINE)
NO_DAY, NO_WORDS = pl.lit(None, pl.Date), pl.lit(None, pl.String)

FORM = r"^[A-Z]\d{11}[0-9A-Z]$"  # of a pupil number: UN1 to UN7 say why there is none. No check letter here
PUPIL, CASE = ("Unique Pupil Number", "Former Unique Pupil Number"), ("Case Number",)
SEVERAL = "A pupil number of several children: nobody is joined by it"
OTHER_BORN = "Date of birth, under the same pupil number: kept apart"
UNCHECKED = "The same pupil number, and no date of birth to check it by: kept apart"
NOUGHTS = "An id like another but for leading noughts: kept apart"
ROUNDED = "An id that a spreadsheet has written as a number: kept as it came"
AS_A_NUMBER = r"^\d+(\.\d+)?[eE]\+?\d+$|^\d+\.0+$"


@dataclass(frozen=True, eq=False)
class Joins:
    """Ids that are another's (`id`, `anchor`, `how`), and what was not joined though it might be."""

    pairs: pl.DataFrame
    questions: pl.DataFrame


def people_of(told: Sequence[Told]) -> pl.DataFrame:
    """Every id in each return, once: its date of birth, sex and pupil number there, and where it stands."""
    kinds = {ID: pl.String, BORN: pl.Date, SEX: pl.String, UPN: pl.String}
    none = [pl.lit(None, kind).alias(name) for name, kind in kinds.items()]
    found = [pl.DataFrame(schema=ORIGIN).select(*none, *PLACE).clear()]
    for tables in told:
        for table in sorted(tables, key=lambda table: table is not Child):
            if table in (MergedIds, Conflicts) or "child" not in table.columns:
                continue
            said = (Child.born, Child.sex, Child.upn) if table is Child else none[1:]
            child = pl.col(table.columns["child"].name).alias(ID)
            facts = (each.alias(name) for each, name in zip(said, (BORN, SEX, UPN)))
            rows = tables[table].select(child, *facts, *PLACE)
            found.append(rows.unique(ID, keep="first", maintain_order=True))
    every = pl.concat(found).drop_nulls(ID)
    return every.unique([ID, PART], keep="first", maintain_order=True).sort(PART, ID)


def first_told(people: pl.DataFrame) -> pl.DataFrame:
    """Each id once: the best return that has it, where it stands there, and its date of birth as the best
    return that has one says it."""
    born = people.drop_nulls(BORN).unique(ID, keep="first", maintain_order=True).select(ID, BORN)
    first = people.drop(BORN, SEX, UPN).unique(ID, keep="first", maintain_order=True)
    return first.join(born, on=ID, how="left", maintain_order="left")


def numbers_of(told: Sequence[Told], people: pl.DataFrame, kinds: Iterable[str]) -> pl.DataFrame:
    """Numbers of these kinds that each id has, or had: `id`, `number`."""
    rows = [
        tables[Identifiers]
        .filter(Identifiers.kind.is_in(list(kinds)))
        .select(Identifiers.child.alias(ID), Identifiers.value.alias(NUMBER))
        for tables in told
        if Identifiers in tables
    ]
    none = people.select(ID, pl.col(ID).alias(NUMBER)).head(0)
    return pl.concat([none, *rows]).drop_nulls().unique().sort(ID, NUMBER)


def joined_by_number(told: Sequence[Told], people: pl.DataFrame) -> Joins:
    """Ids that are one child's by a pupil number, or by a case number, that they share. An id that is itself
    a pupil number (a list that has no other) is the child's whose number it is, if that is one child; its
    date of birth may be unsaid, never another."""
    found = sharing(pupil_numbers(told, people), people)
    sure = ~several() & (pl.col(AGREES).fill_null(False) | only_a_number())
    how = pl.when(AGREES).then(pl.lit("The same pupil number and date of birth"))
    by_pupil = found.filter(sure).select(
        ID, ANCHOR, how.otherwise(pl.lit("The same pupil number")).alias(HOW)
    )
    pairs = pl.concat([by_pupil, by_case_number(told, people)]).unique([ID, ANCHOR], keep="first")
    torn = pl.col(ANCHOR).n_unique().over(ID) > 1
    unsure = found.filter(~sure | pl.col(ID).is_in(pairs.filter(torn).get_column(ID).implode()))
    what = (
        pl.when(several() | pl.col(AGREES).fill_null(False) | only_a_number())
        .then(pl.lit(SEVERAL))
        .when(~pl.col(AGREES))
        .then(pl.lit(OTHER_BORN))
        .otherwise(pl.lit(UNCHECKED))
    )
    return Joins(pairs.filter(~torn).sort(ID), questions(unsure.unique([ID, ANCHOR]), people, what))


def pupil_numbers(told: Sequence[Told], people: pl.DataFrame) -> pl.DataFrame:
    """Every pupil number that an id has, had, or is."""
    having, being = pl.col(UPN).alias(NUMBER), pl.col(ID).alias(NUMBER)
    every = [numbers_of(told, people, PUPIL), people.select(ID, having), people.select(ID, being)]
    return pl.concat(every).filter(pl.col(NUMBER).str.contains(FORM)).unique()


def sharing(numbers: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Each id that shares a number with one told by a better return (`anchor`): whether their dates of birth
    agree, and whether one return has two ids under the number (`together`). An id that is itself a number is
    nobody's anchor, if there is another."""
    held = numbers.join(first_told(people), on=ID)
    held = held.with_columns(pl.col(ID).str.contains(FORM).alias("bare"))
    held = held.sort(NUMBER, "bare", PART, ID).filter(pl.len().over(NUMBER) > 1)
    each = held.select(ID, NUMBER).join(people.select(ID, PART), on=ID)
    twice = each.filter(pl.len().over(NUMBER, PART) > 1).get_column(NUMBER).unique()
    anchors = held.unique(NUMBER, keep="first", maintain_order=True)
    beside = held.join(
        anchors.select(NUMBER, pl.col(ID).alias(ANCHOR), pl.col(BORN).alias("anchor_born")), on=NUMBER
    )
    agrees = (pl.col(BORN) == pl.col("anchor_born")).alias(AGREES)
    others = beside.filter(pl.col(ID) != pl.col(ANCHOR)).with_columns(
        agrees, pl.col(NUMBER).is_in(twice.implode()).alias("together")
    )
    doubted = (~pl.col("bare") & ~pl.col(AGREES).fill_null(False)).any().over(NUMBER)
    return others.with_columns(doubted.alias("doubted"))


def several() -> pl.Expr:
    """Whether one return has two ids under the number."""
    return pl.col("together")


def only_a_number() -> pl.Expr:
    """Whether an id is a pupil number with no date of birth beside it, and one child alone has it."""
    return pl.col("bare") & pl.col(AGREES).is_null() & ~pl.col("doubted")


def by_case_number(told: Sequence[Told], people: pl.DataFrame) -> pl.DataFrame:
    """Ids that another child has as a case number, with the same date of birth, where no return has both. A
    case number that several children have is of a family, and says nothing."""
    facts = first_told(people).select(ID, BORN)
    named = numbers_of(told, people, CASE).filter(pl.len().over(NUMBER) == 1, pl.col(ID) != pl.col(NUMBER))
    pairs = named.join(facts, on=ID).join(facts, left_on=[NUMBER, BORN], right_on=[ID, BORN])
    places = people.select(ID, PART)
    both = pairs.join(places, on=ID).join(places, left_on=[NUMBER, PART], right_on=[ID, PART])
    how = pl.lit("A case number of theirs, and the same date of birth").alias(HOW)
    alone = pairs.join(both, on=[ID, NUMBER], how="anti")
    return alone.select(pl.col(NUMBER).alias(ID), pl.col(ID).alias(ANCHOR), how)


def odd_ids(people: pl.DataFrame) -> pl.DataFrame:
    """Questions about ids as they are written: like another but for noughts, or rounded."""
    numbers = people.filter(pl.col(ID).str.contains(r"^\d+$"))
    numbers = numbers.select(ID, pl.col(ID).str.strip_chars_start("0").alias(NUMBER)).unique()
    alike = sharing(numbers, people).filter(~pl.col("together"))
    rounded = first_told(people.filter(pl.col(ID).str.contains(AS_A_NUMBER)))
    return pl.concat(
        [
            questions(alike, people, pl.lit(NOUGHTS)),
            questions(rounded.with_columns(pl.col(ID).alias(ANCHOR)), people, pl.lit(ROUNDED)),
        ]
    )


def questions(pairs: pl.DataFrame, people: pl.DataFrame, what: pl.Expr) -> pl.DataFrame:
    """Pairs of ids as questions, each at the place where the second stands."""
    first = first_told(people)
    anchors = first.select(pl.col(ID).alias(ANCHOR), pl.col(PART).alias(USED_PART))
    told = pairs.select(ID, ANCHOR, what.alias(WHAT)).join(first, on=ID).join(anchors, on=ANCHOR)
    return told.select(
        pl.col(ANCHOR).alias(ID),
        WHAT,
        pl.col(ANCHOR).alias(USED),
        USED_PART,
        pl.col(ID).alias(OTHER),
        pl.col(PART).alias(OTHER_PART),
        SOURCE,
        SOURCE_LINE,
    ).select(QUESTION)
