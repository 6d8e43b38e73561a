"""What the SSDA903's years say together: an episode that goes on from one into the next is one row."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from throughline.errors import Fault
from throughline.record.rows import SINCE, SOURCE, SOURCE_LINE, UNTIL, Table
from throughline.returns.kinds import YEAR, Frames, lines_of
from throughline.returns.ssda903_tables import AD1, OC3, UASC, Episodes, Header, PlacedAdoption, PrevPerm
from throughline.returns.ssda903_years import Year

ENTERED, END_LOST = "@entered", "@end_not_recorded"
SAY_WHEN = "Say when and why it ended, in the next return."
PLACED_TO_ADOPT = ("A3", "A4", "A5", "A6")
ADOPTED = ("E11", "E12")
BIRTHDAYS = (17, 18, 19, 20, 21)  # of care leavers: the OC3 is of the birthday in the year


def joined_over_years(lines: pl.DataFrame, table: type[Table], end: str, *closing: str) -> pl.DataFrame:
    """Lines of consecutive years that are one spell become one: open at the close of the earlier year,
    and the same in the later but for its end (`end`, and the columns that go with it, `closing`).

    A line that contradicts the year before stays beside it: each is believed in its own year only."""
    ends = [table.columns[name].name for name in (end, *closing)]
    same = [name for name in table.schema() if name not in ends]
    order = [*same, YEAR, *ends, SOURCE, SOURCE_LINE]
    rows = lines.select(*table.schema(), SOURCE, SOURCE_LINE, SINCE, UNTIL, YEAR).sort(order, nulls_last=True)
    finish, close = pl.col(ends[0]), pl.col(UNTIL).shift(1)
    alike = pl.struct(same).rle_id()
    goes_on = (
        (alike == alike.shift(1))
        & (pl.col(YEAR) == pl.col(YEAR).shift(1) + 1)
        & (finish.shift(1).is_null() | (finish.shift(1) >= close))
        & (finish.is_null() | (finish >= close))
    )
    rows = rows.with_columns((~goes_on.fill_null(False)).cum_sum().alias("@spell"))
    last = [pl.col(name).last() for name in (*table.schema(), SOURCE, SOURCE_LINE, UNTIL, YEAR)]
    return rows.group_by("@spell", maintain_order=True).agg(*last, pl.col(SINCE).first()).drop("@spell")


def episodes_told(years: Sequence[Year]) -> tuple[pl.DataFrame, list[Fault]]:
    """Every episode once, with the day its time in care began, and whether its end was never recorded:
    open at the close of one year, and not in the next."""
    lines = pl.concat([year.tables[Episodes] for year in years], how="diagonal")
    rows = joined_over_years(lines, Episodes, "DEC", "REC", "REASON_PLACE_CHANGE")
    here = lines.select("Episodes.CHILD", "Episodes.DECOM", pl.col(YEAR) - 1, pl.lit(True).alias("@next"))
    beside = rows.join(
        here.unique(), on=["Episodes.CHILD", "Episodes.DECOM", YEAR], how="left", nulls_equal=True
    )
    lost = Episodes.DEC.is_null() & pl.col("@next").is_null() & (pl.col(YEAR) < years[-1].end)
    rows = beside.with_columns(lost.alias(END_LOST)).drop("@next")
    rows = rows.sort("Episodes.CHILD", "Episodes.DECOM", YEAR, "Episodes.DEC", nulls_last=True)
    return rows.with_columns(entered()), ends_lost(rows, years)


def entered() -> pl.Expr:
    """The day a child's time in care began: the last start with reason S, as far as the rows follow on
    from it. Blank when it began before the first return and nothing says when."""
    ended = Episodes.DEC.shift(1)
    left = ended.is_not_null() & ((ended != Episodes.DECOM) | (Episodes.REC.shift(1) != "X1").fill_null(True))
    began = Episodes.RNE.eq_missing(pl.lit("S"))
    time = (began | left.fill_null(False)).cum_sum().over("Episodes.CHILD")
    start = pl.when(began).then(Episodes.DECOM).first().over("Episodes.CHILD", time)
    return start.alias(ENTERED)


def ends_lost(rows: pl.DataFrame, years: Sequence[Year]) -> list[Fault]:
    """A fault for each episode whose end was not recorded."""
    names = [source.file for year in years for source in year.sources]
    lost = rows.filter(END_LOST).sort(SOURCE, SOURCE_LINE).select(SOURCE, SOURCE_LINE, YEAR)
    return [
        Fault(
            names[source],
            line,
            "DEC",
            f"open on 31 March {year} and not in the next return.",
            SAY_WHEN,
        )
        for source, line, year in lost.iter_rows()
    ]


@lines_of(Header)
def newest_headers(frames: Frames) -> pl.DataFrame:
    """Each child's newest header, and whether the child was ever in the list of those who came alone."""
    newest = frames[Header].sort(YEAR, descending=True, maintain_order=True)
    newest = newest.unique("Header.CHILD", keep="first", maintain_order=True)
    alone = frames[UASC].get_column("UASC.CHILD").drop_nulls().unique().implode()
    told = frames[UASC].height > 0
    asylum = pl.col("Header.CHILD").is_in(alone) if told else pl.lit(None, pl.Boolean)
    return newest.with_columns(asylum.alias("@asylum"))


@lines_of(OC3)
def birthdays(frames: Frames) -> pl.DataFrame:
    """Care leavers, with the 17th to 21st birthday that falls within the year."""
    each = [OC3.DOB.dt.offset_by(f"{age}y") for age in BIRTHDAYS]
    inside = [pl.when(day.is_between(SINCE, UNTIL, closed="left")).then(day) for day in each]
    return frames[OC3].with_columns(pl.coalesce(inside).alias("@birthday"))


@lines_of(Episodes)
def homes(frames: Frames) -> pl.DataFrame:
    """Times at one home postcode: from the first episode that has it until the next that has another."""
    rows = frames[Episodes].filter(Episodes.HOME_POST.is_not_null(), Episodes.DECOM.is_not_null())
    rows = rows.sort("Episodes.CHILD", "Episodes.DECOM", YEAR, SOURCE_LINE)
    stay = pl.struct("Episodes.CHILD", "Episodes.HOME_POST").rle_id().alias("@stay")
    told = ["Episodes.CHILD", "Episodes.HOME_POST", "Episodes.DECOM", SOURCE, SOURCE_LINE, SINCE, YEAR]
    stays = (
        rows.with_columns(stay)
        .group_by("@stay", maintain_order=True)
        .agg(*(pl.col(name).first() for name in told), pl.col(UNTIL).max())
    )
    left = Episodes.DECOM.shift(-1).over("Episodes.CHILD")
    return stays.with_columns(left.alias("@left"))


@lines_of(PrevPerm)
def homes_before(frames: Frames) -> pl.DataFrame:
    """What the newest return says of each child's earlier permanence, each once."""
    told = ["PrevPerm.CHILD", "PrevPerm.PREV_PERM", "PrevPerm.LA_PERM", "PrevPerm.DATE_PERM"]
    rows = frames[PrevPerm].filter(pl.col(YEAR) == pl.col(YEAR).max().over("PrevPerm.CHILD"))
    return rows.filter(pl.any_horizontal(pl.col(told[1:]).is_not_null())).unique(told, maintain_order=True)


@lines_of(PlacedAdoption)
def adoptions(frames: Frames) -> pl.DataFrame:
    """Decisions to place, once each, with the match, the placement and the order that came of those not
    reversed; and orders for which no decision was sent."""
    placed = frames[PlacedAdoption].sort(YEAR).with_columns(pl.col(SINCE).min().over("PlacedAdoption.CHILD"))
    placed = placed.unique(
        ["PlacedAdoption.CHILD", "PlacedAdoption.DATE_PLACED"], keep="last", maintain_order=True
    )
    stands = PlacedAdoption.DATE_PLACED_CEASED.is_null()
    came = adopted(frames)
    beside = pl.concat(
        [
            placed.filter(stands).join(
                came, left_on="PlacedAdoption.CHILD", right_on="@child", how="full", coalesce=True
            ),
            placed.filter(~stands),
        ],
        how="diagonal",
    )
    return beside.with_columns(
        *(pl.coalesce(pl.col(name), pl.col(f"{name}@order")) for name in (SOURCE, SOURCE_LINE, SINCE, YEAR)),
        pl.max_horizontal(UNTIL, f"{UNTIL}@order").alias(UNTIL),
    )


def adopted(frames: Frames) -> pl.DataFrame:
    """For each child placed or adopted: the match, the day placed, the day of the order, and where the
    last of these was said."""
    rows = frames[Episodes].filter(Episodes.PLACE.is_in(PLACED_TO_ADOPT) | Episodes.REC.is_in(ADOPTED))
    ended = pl.when(Episodes.REC.is_in(ADOPTED)).then(Episodes.DEC)
    placed = pl.when(Episodes.PLACE.is_in(PLACED_TO_ADOPT)).then(Episodes.DECOM)
    came = [pl.col(name).last().alias(f"{name}@order") for name in (SOURCE, SOURCE_LINE, SINCE, UNTIL, YEAR)]
    of_episodes = rows.group_by(Episodes.CHILD.alias("@child"), maintain_order=True).agg(
        ended.max().alias("@ordered"), placed.min().alias("@placed"), pl.col(ENTERED).last(), *came
    )
    matches = (
        frames[AD1]
        .sort(YEAR)
        .group_by(AD1.CHILD.alias("@child"))
        .agg(pl.col("AD1.DATE_MATCH").last().alias("@matched"))
    )
    return of_episodes.join(matches, on="@child", how="left")
