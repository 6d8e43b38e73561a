"""Columns of Annex A that are counted out of the record, under Ofsted's headings. When the lists are received
they fill nothing.

Source: the derivations of `annex_a.yml` in the project's facts. *In the last 12 months* is counted back from
the row's own day where it has one (a referral, an enquiry), else from the day of the lists. A number that
returns do not answer for on every day it counts is blank, which is not nought."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from throughline.record.care import Care, CarePlans, CareVisits, HealthChecks
from throughline.record.child import Wards
from throughline.record.exploitation import Missing
from throughline.record.front_door import Referrals
from throughline.record.homes import Placements
from throughline.record.in_need import CinPlans, CinVisits
from throughline.record.protection import Conferences, CpPlans, CpVisits, Section47
from throughline.record.rows import Table
from throughline.returns.annex_a_at import At, months_before

YEAR = 12
Counted = Callable[[At, pl.DataFrame], pl.DataFrame]
ROW = "@row"
URGENT = ("L1", "L2")  # police protection, emergency protection order
PLANS = {
    "REMAINSUP": "a) Return to family",
    "RETURN1M": "a) Return to family",
    "RETURN6M": "a) Return to family",
    "RETURNEV": "a) Return to family",
    "ADOPTION": "b) Adoption",
    "SUPPLIV": "d) Supported living in the community",
    "RESPLMT": "e) Long-term residential",
    "LTFOST18": "f) Long-term fostering",
    "OTHERPLN": "g) Other",
}  # long term with relatives may be c) SGO/CAO or fostering: the record does not say which


def age(at: At, rows: pl.DataFrame) -> pl.DataFrame:
    """Whole years on the day of the lists; blank before birth."""
    born = pl.col("born")
    birthday = born.dt.month().cast(pl.Int64) * 100 + born.dt.day()
    years = at.day.year - born.dt.year() - (birthday > at.day.month * 100 + at.day.day).cast(pl.Int64)
    return rows.with_columns(pl.when(born <= at.day).then(years.cast(pl.Int64)).alias("Age of Child (Years)"))


def happened(rows: pl.DataFrame, events: pl.DataFrame, name: str, when: pl.Expr, known: bool) -> pl.DataFrame:
    """Beside each row, as `name`, how many of the child's events (`child`, `on`) pass `when`."""
    if not known:
        return rows.with_columns(pl.lit(None, pl.Int64).alias(name))
    numbered = rows.with_row_index(ROW)
    both = numbered.join(events.drop_nulls(), on="child", how="inner").filter(when)
    many = both.group_by(ROW).len(name).with_columns(pl.col(name).cast(pl.Int64))
    counted = numbered.join(many, on=ROW, how="left", maintain_order="left").drop(ROW)
    return counted.with_columns(pl.col(name).fill_null(0))


def events_of(rows: pl.DataFrame, table: type[Table], on: str) -> pl.DataFrame:
    """Rows of a table as the child's events on a day."""
    name = table.__name__
    return rows.select(pl.col(f"{name}.child").alias("child"), pl.col(f"{name}.{on}").alias("on"))


def earlier_in_year(of: str) -> pl.Expr:
    """An event before a row's own day, and at most twelve months before."""
    on = pl.col("on")
    return (on < pl.col(of)) & (on >= pl.col(of).dt.offset_by("-12mo"))


def referrals(at: At, rows: pl.DataFrame) -> pl.DataFrame:
    """Other referrals of the child in the twelve months before this one."""
    events = events_of(at.told[Referrals], Referrals, "started").unique()
    name, known = "Number of Referrals in Last 12 Months", at.answers(Referrals, 6 + YEAR)
    return happened(rows, events, name, earlier_in_year("started"), known)


def enquiries(at: At, rows: pl.DataFrame) -> pl.DataFrame:
    """Other enquiries, and conferences, of the child in the twelve months before this enquiry."""
    for name, table, on in (("Section 47 Enquiries", Section47, "started"), ("ICPCs", Conferences, "held")):
        told = at.told[table]
        if table is Conferences:  # one for a child who moved here with a plan is no initial one
            told = told.filter(~Conferences.transfer.fill_null(False))
        events, known = events_of(told, table, on).unique(), at.answers(table, 6 + YEAR)
        heading = f"Number of {name} in the last 12 months"
        rows = happened(rows, events, heading, earlier_in_year("discussed"), known)
    return rows


def in_need(at: At, rows: pl.DataFrame) -> pl.DataFrame:
    """When the child was last seen on a visit while the case was open, and what the case is now."""
    seen = pl.concat([seen_on(at, table) for table in (CinVisits, CpVisits, CareVisits)])
    rows = with_last(rows, seen, "Date Child Was Last Seen")
    last = pl.lit("d) Open assessment" if CinPlans in at.known else None, pl.String)
    closed = pl.col("ended").is_not_null()
    status = pl.when(closed).then(pl.lit("e) Closed episode")).otherwise(last)
    for table, word in reversed(STATUS.items()):
        holds = ~closed & pl.col("child").is_in(open_now(at, table))
        status = pl.when(holds).then(pl.lit(word)).otherwise(status)
    return rows.with_columns(status.alias("Case Status"))


STATUS: dict[type[Table], str] = {  # the first that holds is the case's
    Care: "a) Looked after child",
    CpPlans: "b) Child Protection plan",
    CinPlans: "c) Child in need plan",
}


def seen_on(at: At, table: type[Table]) -> pl.DataFrame:
    """The visits of a table at which the child was seen."""
    name = table.__name__
    made = pl.col(f"{name}.made")
    rows = at.told[table].filter(pl.col(f"{name}.seen").fill_null(False), made <= at.day)
    return rows.select(pl.col(f"{name}.child").alias("child"), made.alias("on"), made.alias("told"))


def open_now(at: At, table: type[Table]) -> list[str]:
    """The children with an open row on the day; series of short breaks are not being looked after."""
    name = table.__name__
    rows = at.told[table].filter(
        pl.col(f"{name}.started") <= at.day, (pl.col(f"{name}.ended") > at.day).fill_null(True)
    )
    if table is Care:
        rows = rows.filter(~Care.legal_status.is_in(["V3", "V4"]).fill_null(False))
    return rows.get_column(f"{name}.child").drop_nulls().unique().to_list()


def plans(at: At, rows: pl.DataFrame) -> pl.DataFrame:
    """Whether the child was protected at once in the six months, and how many plans there were before: as the
    council says, or else counted of a child for whose whole life returns answer."""
    urgent = at.told[Care].filter(
        Care.legal_status.is_in(URGENT), Care.started.is_between(at.since(CpPlans), at.day)
    )
    children = urgent.get_column("Care.child").drop_nulls().unique().to_list()
    known = pl.lit(at.answers(Care, 6))
    rows = rows.with_columns(pl.when(known).then(pl.col("child").is_in(children)).alias(AT_ONCE))
    events = events_of(at.told[CpPlans], CpPlans, "started").unique()
    counted = happened(rows, events, BEFORE, pl.col("on") < pl.col("started"), known=True)
    told = pl.when(pl.col("born") >= at.first(CpPlans)).then(pl.col(BEFORE))
    return counted.with_columns(pl.coalesce("before", told).alias("before")).drop(BEFORE)


def in_care(at: At, rows: pl.DataFrame) -> pl.DataFrame:
    """What there is besides of a time looked after: its plan, checks, placements, and times missing."""
    year = months_before(at.day, YEAR)
    ceased = at.told[Care].filter(~Care.end_reason.is_in(["X1"]).fill_null(False))
    again = events_of(ceased, Care, "ended")
    before = pl.col("on").is_between(year, pl.col("started"))
    rows = happened(rows, again, AGAIN, before, at.answers(Care, YEAR)).with_columns(pl.col(AGAIN) > 0)
    rows = with_last(rows, aims(at), "What is the permanence plan for this child?")
    for kind, name in (("health", "Health Assessment"), ("dental", "Dental Check")):
        rows = with_last(rows, checks(at, kind), f"Date of Last {name}")
    return missing(at, placements(at, inside_or_out(at, rows)))


def inside_or_out(at: At, rows: pl.DataFrame) -> pl.DataFrame:
    """Whether the placement is in the council's area, by its own list of postcodes."""
    ours = at.told[Wards].get_column("Wards.postcode").str.replace_all(" ", "").str.to_uppercase()
    place = pl.col("postcode").str.replace_all(" ", "").str.to_uppercase()
    inside = pl.when(place.is_in(ours.unique().to_list())).then(pl.lit("a) In")).otherwise(pl.lit("b) Out"))
    known = place.is_not_null() & pl.lit(len(ours) > 0)
    return rows.with_columns(pl.when(known).then(inside).alias("Placement Location"))


def with_last(rows: pl.DataFrame, told: pl.DataFrame, name: str) -> pl.DataFrame:
    """Beside each row the last that is told of its child (`child`, `on`, `told`) while it lasted."""
    numbered = rows.with_row_index(ROW)
    both = numbered.select(ROW, "child", "started", "ended").join(told, on="child", how="inner")
    inside = (pl.col("on") >= pl.col("started")) & (pl.col("on") <= pl.col("ended")).fill_null(True)
    last = both.filter(inside).sort(ROW, "on", maintain_order=True).unique(ROW, keep="last")
    named = last.select(ROW, pl.col("told").alias(name))
    return numbered.join(named, on=ROW, how="left", maintain_order="left").drop(ROW)


def aims(at: At) -> pl.DataFrame:
    """What each plan for a child in care aims at, by Ofsted's seven answers."""
    answer = CarePlans.aim.replace_strict(PLANS, default=None, return_dtype=pl.String)
    return at.told[CarePlans].select(
        CarePlans.child.alias("child"), CarePlans.started.alias("on"), answer.alias("told")
    )


def checks(at: At, kind: str) -> pl.DataFrame:
    """The days on which checks of a kind were completed."""
    done = HealthChecks.status.is_in(["Completed"]) & HealthChecks.kind.str.to_lowercase().str.contains(kind)
    rows = at.told[HealthChecks].filter(done.fill_null(False), HealthChecks.done <= at.day)
    return rows.select(
        HealthChecks.child.alias("child"), HealthChecks.done.alias("on"), HealthChecks.done.alias("told")
    )


def placements(at: At, rows: pl.DataFrame) -> pl.DataFrame:
    """Placements that went on in the last twelve months; a temporary stay (T0 to T4) is none. Those of short
    breaks are not kept: blank, not none."""
    year = months_before(at.day, YEAR)
    lasting = at.told[Placements].filter(
        Placements.started <= at.day,
        (Placements.ended > year).fill_null(True),
        ~Placements.placement.str.starts_with("T").fill_null(False),
    )
    events = events_of(lasting, Placements, "started")
    inside = (pl.col("on") >= pl.col("started")) & (pl.col("on") <= pl.col("ended")).fill_null(True)
    name, known = "Number of Placements in the Last 12 months", at.answers(Placements, YEAR)
    counted = happened(rows, events, name, inside, known)
    return counted.with_columns(pl.when(pl.col(name) > 0).then(pl.col(name)).alias(name))


def missing(at: At, rows: pl.DataFrame) -> pl.DataFrame:
    """Times missing, and away, in the last twelve months; and of the last, the return interview."""
    known, year = at.answers(Missing, YEAR), months_before(at.day, YEAR)
    for kind, word in (("M", "Missing"), ("A", "Absent")):
        times = at.told[Missing].filter(Missing.kind == kind)
        name = f"Number of Episodes the Child has been '{word}' from their Placement in the last 12 months"
        since = pl.col("on").is_between(year, at.day)
        rows = happened(rows, events_of(times, Missing, "started"), name, since, known)
    last = (
        at.told[Missing]
        .filter(Missing.started >= year)
        .sort("Missing.started", maintain_order=True)
        .unique("Missing.child", keep="last")
    )
    asked = last.select(
        Missing.child.alias("child"),
        Missing.interview_offered.alias(OFFERED),
        Missing.interview_accepted.alias(ACCEPTED),
    )
    return rows.join(asked, on="child", how="left", maintain_order="left")


BEFORE = "@before"
AT_ONCE = "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)"
AGAIN = "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)"
OFFERED = "Was the child offered a Return Interview after their last missing episode (Y/N)?"
ACCEPTED = "Did the child accept a Return Interview after their last missing episode (Y/N)?"


MORE: dict[str, Counted] = {
    "List3": referrals,
    "List5": enquiries,
    "List6": in_need,
    "List7": plans,
    "List8": in_care,
}


def with_more(at: At, name: str, rows: pl.DataFrame) -> pl.DataFrame:
    """A list's rows (under short names) with Ofsted's further columns, as far as the record has them."""
    rows = MORE[name](at, rows) if name in MORE else rows
    return age(at, rows) if "born" in rows.columns else rows
