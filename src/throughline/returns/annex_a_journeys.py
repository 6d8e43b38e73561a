"""What Annex A's lists say together, and where one row of a list is several of the record."""

from __future__ import annotations

import polars as pl

from throughline.record.dates import working_days
from throughline.record.rows import SOURCE, SOURCE_LINE, Table
from throughline.returns.annex_a_tables import (
    List1,
    List2,
    List3,
    List4,
    List5,
    List6,
    List7,
    List8,
    List9,
    List10,
)
from throughline.returns.kinds import Frames, Lines, lines_of

OF_CHILDREN: tuple[type[Table], ...] = (
    List1, List2, List3, List4, List5, List6, List7, List8, List9, List10,
)  # fmt: skip
ALLOCATED: tuple[type[Table], ...] = (List3, List4, List5, List6, List7, List8, List9)
ABOUT_CHILD = ("child", "sex", "ethnicity", "born", "disabled", "asylum")
SOON = 1  # working days in which a contact's referral is decided (Working Together)
FROM, TO, LEGAL, PLACED = "@from", "@to", "@legal", "@placed"


def gathered_from(tables: tuple[type[Table], ...], names: tuple[str, ...], frames: Frames) -> pl.DataFrame:
    """The same columns of several lists, one under the other, as `@<column>`; blank where a list has
    none."""
    came = [SOURCE, SOURCE_LINE]
    each = []
    for table in tables:
        known = [
            pl.col(table.columns[name].name).alias(f"@{name}") for name in names if name in table.columns
        ]
        each.append(frames[table].select(*known, *came))
    return pl.concat(each, how="diagonal")


def children_of(frames: Frames) -> pl.DataFrame:
    """Each child once, out of every list: the first list that says a thing is believed; a yes in any
    list is a yes."""
    told = gathered_from(OF_CHILDREN, ABOUT_CHILD, frames).drop_nulls("@child")
    first = [pl.col(f"@{name}").drop_nulls().first() for name in ("sex", "ethnicity", "born")]
    flags = [pl.col(f"@{name}").max() for name in ("disabled", "asylum")]
    came = [pl.col(name).first() for name in (SOURCE, SOURCE_LINE)]
    return told.group_by("@child", maintain_order=True).agg(*first, *flags, *came)


def names_of(name: str) -> Lines:
    """The teams, or the workers, that any list names: once each."""

    def made(frames: Frames) -> pl.DataFrame:
        told = gathered_from(ALLOCATED, (name,), frames).drop_nulls(f"@{name}")
        return told.unique(f"@{name}", keep="first", maintain_order=True)

    return Lines((), made)


@lines_of(List1)
def contacts(frames: Frames) -> pl.DataFrame:
    """Contacts, and whether each led to a referral: one of the child by the next working day. Blank
    without the list of referrals."""
    asked = frames[List1].with_row_index("@row")
    if List3 not in frames or not frames[List3].height:
        return asked.with_columns(pl.lit(None, pl.Boolean).alias("@referred"))
    taken = frames[List3].select(List3.child.alias("@child"), List3.started.alias("@on")).unique()
    both = asked.join(taken, left_on="List1.child", right_on="@child", how="inner")
    soon = (pl.col("@on") >= List1.received) & (working_days(List1.received, pl.col("@on")) <= SOON)
    led = both.filter(soon).get_column("@row").unique()
    return asked.with_columns(pl.col("@row").is_in(led.implode()).alias("@referred"))


@lines_of(List3, List6)
def referrals(frames: Frames) -> pl.DataFrame:
    """Referrals out of the lists of referrals and of children in need: one row where child and day are
    the same. A referral that is not among the children in need had no service after it: it closed when the
    assessment that followed found no need or, as one with no further action did, on its day."""
    both = frames[List3].join(
        frames[List6],
        left_on=["List3.child", "List3.started"],
        right_on=["List6.child", "List6.started"],
        how="full",
        suffix="@need",
        coalesce=False,
        maintain_order="left_right",
    )
    both = both.with_row_index("@row").join(
        found_no_need(frames), on=["List3.child", "List3.started"], how="left"
    )
    at_once = pl.when(List6.child.is_null()).then(pl.coalesce("@no need", List3.started))
    return both.sort("@row").with_columns(
        pl.coalesce(List6.ended, at_once).alias("@ended"),
        *(pl.coalesce(name, f"{name}@need").alias(name) for name in (SOURCE, SOURCE_LINE)),
    )


def found_no_need(frames: Frames) -> pl.DataFrame:
    """For a child and a day of referral, the day on which the first assessment after it was authorised, if it
    found that no support is needed; not of a referral with no further action."""
    asked = frames[List3].filter(~List3.no_action.fill_null(False)).select("List3.child", "List3.started")
    made = frames[List4].select(
        List4.child.alias("List3.child"), "List4.started", List4.ended.alias("@no need"), "List4.support"
    )
    after = asked.unique().join(made, on="List3.child").filter(List4.started >= List3.started)
    first = after.sort("List4.started", "@no need").unique(["List3.child", "List3.started"], keep="first")
    return first.filter(~List4.support).select("List3.child", "List3.started", "@no need")


@lines_of(List8)
def care(frames: Frames) -> pl.DataFrame:
    """Times looked after, cut where the current legal status and the latest placement began. What was
    before them is not in the list, and is blank."""
    pieces = cut_at(frames[List8].with_row_index("@row"))
    moved, changed = pl.col(FROM) == pl.col(PLACED), pl.col(FROM) == pl.col(LEGAL)
    began = (
        pl.when(pl.col(FROM) == List8.started).then(pl.lit("S"))
        .when(moved & changed).then(pl.lit("B"))
        .when(moved).then(pl.lit("P"))
        .otherwise(pl.lit("L"))
    )  # fmt: skip
    ceased = pl.when("@last").then(List8.end_reason).otherwise(pl.lit("X1"))
    of_place = [List8.placement, List8.provider, List8.postcode, List8.urn]
    return pieces.with_columns(
        began.alias("@began"),
        ceased.alias("@ceased"),
        pl.when(pl.col(FROM) >= pl.col(LEGAL)).then(List8.legal_status),
        *(pl.when(pl.col(FROM) >= pl.col(PLACED)).then(column) for column in of_place),
    )


def cut_at(rows: pl.DataFrame) -> pl.DataFrame:
    """For each child in care the pieces of the time, `@from` and `@to`, and which is the last. A status
    or placement whose start is not given, or is before the child came, is there from the start."""
    legal = pl.max_horizontal(List8.legal_started, List8.started).alias(LEGAL)
    placed = pl.max_horizontal(List8.placed, List8.started).alias(PLACED)
    rows = rows.with_columns(legal, placed)
    cuts = pl.concat_list(List8.started, LEGAL, PLACED).list.drop_nulls().list.unique().list.sort()
    pieces = rows.with_columns(cuts.alias(FROM)).explode(FROM)
    over = (List8.ended <= pl.col(FROM)).fill_null(False)
    pieces = pieces.filter(~over | (pl.col(FROM) == List8.started) | pl.col(FROM).is_null())
    later = pl.col(FROM).shift(-1).over("@row")
    return pieces.with_columns(pl.coalesce(later, List8.ended).alias(TO), later.is_null().alias("@last"))


def latest_only(table: type[Table], name: str) -> Lines:
    """Rows of a list that give the latest of something: on the day of the list they answer for it, not
    on days before."""
    column = pl.col(table.columns[name].name)
    return Lines((table,), lambda frames: frames[table].filter(column.is_not_null()))
