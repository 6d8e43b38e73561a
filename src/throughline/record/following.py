"""What follows from several tables together: rows and columns that no return sends. They are made anew for
each snapshot (`record.composing`)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import polars as pl

from throughline.record.assessment import Assessments
from throughline.record.care import Care, CareDays, CareVisits, SeenInTime
from throughline.record.child import Population, Wards
from throughline.record.conflicts import SHORT_BREAKS
from throughline.record.dates import a_year_after, of_one_child
from throughline.record.front_door import Referrals
from throughline.record.homes import Placements, UnregisteredNights, UnregisteredPlacements
from throughline.record.protection import CpPlans, CpVisits
from throughline.record.rows import ORIGIN, PART, SINCE, UNTIL, Table
from throughline.record.send import (
    AppealableDecisions,
    EhcAssessments,
    EhcPlans,
    EhcPlansInForce,
    EhcRequests,
)

Frames = Mapping[type[Table], pl.DataFrame]

MADE_FROM: dict[type[Table], type[Table]] = {
    Placements: Care,
    Population: Wards,
    CareDays: Care,
    SeenInTime: CareVisits,
    AppealableDecisions: EhcPlansInForce,
    UnregisteredNights: UnregisteredPlacements,
}
"""Tables that no return fills: the record makes them, first of all from another."""

LONG_TERM = ("U1", "U4")  # foster placements that are meant to last (SSDA903)
PAID_BY_THE_DAY = ("K1", "K2", "R1", "S1")  # placements whose cost is told by days of care (LAIT)
SIX_WEEKS, THREE_MONTHS = 42, 91
A_CHILDHOOD = "-18y"  # no time is longer: of a day mistyped as one of 1026 the nights are not laid out
ROW = "@row"


def with_referrals(frames: Frames) -> pl.DataFrame:
    """Assessments, each with the day of the referral it is of: the one it names, or else the newest of the
    child, out of the same return, that was open when it began. Blank where there is neither."""
    rows = frames[Assessments].with_row_index(ROW)
    came = frames[Referrals].select(
        PART,
        Referrals.child.alias("@child"),
        Referrals.referral.alias("@referral"),
        Referrals.started.alias("@came"),
        Referrals.ended.alias("@closed"),
    )
    both = rows.select(ROW, PART, "Assessments.child", Assessments.referral, Assessments.started).join(
        came, left_on=[PART, "Assessments.child"], right_on=[PART, "@child"], how="inner"
    )
    named = (pl.col("@referral") == Assessments.referral).fill_null(False)
    unnamed = Assessments.referral.is_null() & (pl.col("@came") <= Assessments.started)
    still_open = (pl.col("@closed") >= Assessments.started).fill_null(True)
    found = both.filter(named | (unnamed & still_open)).group_by(ROW).agg(pl.col("@came").max())
    return (
        rows.join(found, on=ROW, how="left", maintain_order="left")
        .with_columns(pl.col("@came").alias("Assessments.referred"))
        .select(frames[Assessments].columns)
    )


def with_plans(frames: Frames) -> pl.DataFrame:
    """Visits, each with the first and last day of the plan it was made under: the newest of the child, out of
    the same return, that was open on its day. One held for another council is none of ours."""
    rows = frames[CpVisits].with_row_index(ROW)
    ours = frames[CpPlans].filter(~CpPlans.other_council.fill_null(False))
    plans = ours.select(
        PART, CpPlans.child.alias("@child"), CpPlans.started.alias("@began"), CpPlans.ended.alias("@ended")
    )
    both = rows.select(ROW, PART, "CpVisits.child", CpVisits.made).join(
        plans, left_on=[PART, "CpVisits.child"], right_on=[PART, "@child"], how="inner"
    )
    was_open = (pl.col("@began") <= CpVisits.made) & (pl.col("@ended") > CpVisits.made).fill_null(True)
    found = both.filter(was_open).sort(ROW, "@began", "@ended", nulls_last=True)
    newest = found.unique(ROW, keep="last", maintain_order=True).select(ROW, "@began", "@ended")
    return (
        rows.join(newest, on=ROW, how="left", maintain_order="left")
        .with_columns(
            pl.col("@began").alias("CpVisits.plan_started"), pl.col("@ended").alias("CpVisits.plan_ended")
        )
        .select(frames[CpVisits].columns)
    )


def seen_in_time(visits: pl.DataFrame, stays: pl.DataFrame) -> pl.DataFrame:
    """The days on which the last visit to a child looked after, at which the child was seen, was recent
    enough: six weeks, and three months on the days on which the child is settled (`settled_days`)."""
    rows = visits.filter(CareVisits.seen).select(
        CareVisits.child.alias("SeenInTime.child"), CareVisits.made, *ORIGIN
    )
    six_weeks = rows.with_columns(
        CareVisits.made.alias("SeenInTime.started"), until(SIX_WEEKS).alias("SeenInTime.ended")
    )
    both = rows.join(
        stays, left_on="SeenInTime.child", right_on="@child", how="inner", maintain_order="left_right"
    ).with_columns(
        pl.max_horizontal(CareVisits.made, "@from").alias("SeenInTime.started"),
        pl.min_horizontal(until(THREE_MONTHS), "@to").alias("SeenInTime.ended"),
    )
    settled = both.filter(pl.col("SeenInTime.started") < pl.col("SeenInTime.ended")).unique(
        maintain_order=True
    )
    columns = [*SeenInTime.schema(), *ORIGIN]
    return pl.concat([six_weeks.select(columns), settled.select(columns)])


def with_times_in_care(care: pl.DataFrame) -> pl.DataFrame:
    """Episodes, each with the day from which its time in care is known: that on which it began, where a
    return says so, or else that of the first of the episodes that follow on from one another up to it; it may
    have begun before. Short breaks are no part of a time in care."""
    rows = care.with_row_index(ROW).sort(
        PART, "Care.child", "Care.started", SINCE, "Care.ended", nulls_last=True
    )
    breaks = Care.legal_status.is_in(SHORT_BREAKS).fill_null(False)
    same = of_one_child(Care.started) & (breaks == breaks.shift(1))
    goes_on = (Care.ended.shift(1) == Care.started) | (Care.started.shift(1) == Care.started)
    begins = ~(same & goes_on).fill_null(False) | Care.start_reason.eq_missing(pl.lit("S"))
    first = Care.started.first().over(begins.cum_sum())
    known = pl.coalesce(Care.entered_care, first).alias("Care.in_care_from")
    return rows.with_columns(known).sort(ROW).select(care.columns)


def until(days: int) -> pl.Expr:
    """The day from which a visit is more than so many days ago."""
    return CareVisits.made.dt.offset_by(f"{days + 1}d")


def settled_days(care: pl.DataFrame, placements: pl.DataFrame) -> pl.DataFrame:
    """The days, `@from` and up to `@to`, on which a child is in a long-term foster placement and has been
    with its carer for a year."""
    times = placements.select(
        PART,
        Placements.child.alias("@child"),
        Placements.started.alias("@came"),
        Placements.ended.alias("@left"),
    )
    rows = care.filter(Care.placement.is_in(LONG_TERM)).select(
        PART, Care.child.alias("@child"), Care.started, Care.ended
    )
    both = rows.join(times, on=[PART, "@child"], how="inner", maintain_order="left_right").with_columns(
        pl.max_horizontal(Care.started, a_year_after(pl.col("@came"))).alias("@from"),
        pl.min_horizontal(Care.ended, "@left").alias("@to"),
    )
    lasting = (pl.col("@from") < pl.col("@to")).fill_null(True)
    return both.filter(lasting).select("@child", "@from", "@to").unique(maintain_order=True)


def care_days(care: pl.DataFrame, as_at: date) -> pl.DataFrame:
    """For each month that an episode in a home paid for by the day goes on in, how many days of care it had,
    up to the day of the record. Each is told on the last of these days."""
    rows = care.filter(Care.placement.is_in(PAID_BY_THE_DAY), Care.started.is_not_null())
    after = pl.lit(as_at).dt.offset_by("1d")
    first = pl.max_horizontal(Care.started, SINCE)
    last = pl.min_horizontal(Care.ended, UNTIL, after).dt.offset_by("-1d")
    rows = rows.with_columns(first.alias("@first"), last.alias("@last")).filter(
        pl.col("@first") <= pl.col("@last")
    )
    begin = pl.col("@first").dt.month_start()
    rows = rows.with_columns(pl.date_ranges(begin, pl.col("@last"), "1mo").alias("@month")).explode("@month")
    start = pl.max_horizontal("@first", "@month")
    end = pl.min_horizontal(pl.col("@last"), pl.col("@month").dt.month_end())
    told = rows.with_columns(
        Care.child.alias("CareDays.child"),
        end.alias("CareDays.counted"),
        ((end - start).dt.total_days() + 1).cast(pl.Float64).alias("CareDays.days"),
        Care.placement.alias("CareDays.placement"),
        Care.legal_status.alias("CareDays.legal_status"),
    )
    return told.select(*CareDays.schema(), *ORIGIN)


def unregistered_nights(stays: pl.DataFrame, as_at: date) -> pl.DataFrame:
    """Each night of each time in an unregistered placement, up to the day of the record: that day's own night
    is one of them. Of two lines that tell of one night of a child the first is kept."""
    first = pl.max_horizontal(UnregisteredPlacements.started, pl.lit(as_at).dt.offset_by(A_CHILDHOOD))
    last = pl.min_horizontal(UnregisteredPlacements.ended.dt.offset_by("-1d"), pl.lit(as_at))
    lasting = stays.with_columns(first.alias("@first"), last.alias("@last")).filter(
        UnregisteredPlacements.started.is_not_null() & (pl.col("@first") <= pl.col("@last"))
    )
    night = pl.date_ranges("@first", "@last").alias("UnregisteredNights.night")
    told = lasting.select(UnregisteredPlacements.child.alias("UnregisteredNights.child"), night, *ORIGIN)
    own = [PART, SINCE, UNTIL, *UnregisteredNights.schema()]
    return told.explode("UnregisteredNights.night").unique(own, keep="first", maintain_order=True)


def appealable_decisions(frames: Frames) -> pl.DataFrame:
    """Every decision about an EHC plan that a family could take to the tribunal: a request refused, a plan
    refused, a plan in force (told on the last day of the year that the census is of), and a plan ended
    because needs are met without it."""
    year_told = pl.date(EhcPlansInForce.counted.dt.year() - 1, 12, 31)
    kinds = (
        (EhcRequests, EhcRequests.decision == "N", EhcRequests.ended, "REQUEST"),
        (EhcAssessments, EhcAssessments.decision == "N", EhcAssessments.decided, "PLAN"),
        (EhcPlansInForce, pl.lit(True), year_told, "IN_FORCE"),
        (EhcPlans, EhcPlans.end_reason == "2", EhcPlans.ended, "ENDED"),
    )
    each = [
        frames[table]
        .filter(test)
        .select(
            pl.col(table.columns["child"].name).alias("AppealableDecisions.child"),
            day.alias("AppealableDecisions.decided"),
            pl.lit(kind).alias("AppealableDecisions.kind"),
            *ORIGIN,
        )
        for table, test, day, kind in kinds
        if table in frames
    ]
    return pl.concat(each)
