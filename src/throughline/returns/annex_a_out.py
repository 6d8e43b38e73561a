"""The record as Annex A's eleven lists, as at its own day or an earlier one.

The reader turned round. What a list has no place for (a placement before the latest, a visit before the
last, the day an enquiry without a conference was completed) stays behind; so do conferences of children who
moved here with a plan, for no enquiry lists them, and orders other than adoption."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import polars as pl

from throughline.record.assessment import Assessments
from throughline.record.care import Care, CareReviews, CareVisits
from throughline.record.child import Child
from throughline.record.early_help import EarlyHelp
from throughline.record.front_door import Contacts, Referrals
from throughline.record.in_need import CinPlans
from throughline.record.leaving_care import CareLeavers
from throughline.record.permanence import Adopters, Adoptions
from throughline.record.protection import Conferences, CpPlans, CpReviews, CpVisits, Section47
from throughline.record.rows import Table
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import HELD, Involvements, Teams, Workers
from throughline.returns.annex_a_at import At
from throughline.returns.annex_a_headings import HEADINGS
from throughline.returns.annex_a_more import open_now, with_more
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
    List11,
)

Told = Mapping[type[Table], pl.DataFrame]
NUMBER, FROM = "@number", "@from"
ABOUT = ("sex", "ethnicity", "born", "disabled", "asylum")


def annex_a_lists(snapshot: Snapshot, day: date | None = None) -> dict[type[Table], pl.DataFrame]:
    """Every list that the record can fill as at a day, its own where none is named: the columns that are read
    under their full names, Ofsted's others under their headings. Without the table that a list is made from
    there is none: a sheet with headings alone would say that there were no children."""
    at = At.on(snapshot, day or snapshot.as_at)
    return {
        lists: finished(lists, made(at), at) for lists, (table, made) in LISTS.items() if table in at.known
    }


def finished(lists: type[Table], rows: pl.DataFrame, at: At) -> pl.DataFrame:
    """A list's columns: those made, those of the child, and by name the team and worker that hold the case on
    the day, or else those of the row; blank where the record does not say."""
    if "child" in lists.columns:
        rows = rows.join(about(at), on="child", how="left", maintain_order="left")
        rows = rows.join(holders(at), on="child", how="left", maintain_order="left")
    for name, held in (("team", Teams), ("worker", Workers)):
        if name in lists.columns:
            own = pl.col(name) if name in rows.columns else pl.lit(None, pl.String)
            names = dict(at.told[held].select(held.columns[name].name, held.columns["name"].name).iter_rows())
            told = pl.coalesce(f"@{name}", own)
            rows = rows.with_columns(pl.coalesce(told.replace(names), told).alias(name))
    rows = with_more(at, lists.__name__, rows)
    more = [heading for heading in HEADINGS[number_of(lists)] if heading in rows.columns]
    return rows.select(*(pl.col(short).alias(column.name) for short, column in lists.columns.items()), *more)


def number_of(lists: type[Table]) -> int:
    """Which of the eleven a list is."""
    return int(lists.__name__.removeprefix("List"))


def about(at: At) -> pl.DataFrame:
    """What every list says of the child."""
    return at.told[Child].select(Child.child.alias("child"), *plainly(Child, *ABOUT)).unique("child")


def holders(at: At) -> pl.DataFrame:
    """Who holds each child's case on the day: of two, the later begun."""
    held = at.told[Involvements].filter(
        HELD.test, Involvements.started <= at.day, (Involvements.ended > at.day).fill_null(True)
    )
    last = held.sort("Involvements.started", maintain_order=True).unique("Involvements.child", keep="last")
    return last.select(
        Involvements.child.alias("child"),
        Involvements.team.alias("@team"),
        Involvements.worker.alias("@worker"),
    )


def plainly(table: type[Table], *names: str) -> list[pl.Expr]:
    """Columns of a table of the record under their short names."""
    return [pl.col(table.columns[name].name).alias(name) for name in names]


def contacts(at: At) -> pl.DataFrame:
    """Received in the window."""
    rows = at.told[Contacts].filter(Contacts.received.is_between(at.since(Contacts), at.day))
    return rows.select(plainly(Contacts, "child", "received", "source"))


def early_help(at: At) -> pl.DataFrame:
    """Begun in the window, or going on."""
    going_on = (EarlyHelp.ended > at.day).fill_null(True)
    rows = at.lasting(EarlyHelp).filter((EarlyHelp.started >= at.since(EarlyHelp)) | going_on)
    return rows.select(plainly(EarlyHelp, "child", "started", "ended", "organisation"))


def referrals(at: At) -> pl.DataFrame:
    """Received in the window."""
    rows = at.told[Referrals].filter(Referrals.started.is_between(at.since(Referrals), at.day))
    return rows.select(plainly(Referrals, "child", "started", "source", "no_action", "team", "worker"))


def assessments(at: At) -> pl.DataFrame:
    """Open, or signed off in the window."""
    own = plainly(Assessments, "child", "started", "ended", "seen", "team", "worker")
    return at.lasting(Assessments).select(*own, (~Assessments.no_action).alias("support"))


def enquiries(at: At) -> pl.DataFrame:
    """Open, or completed or conferred on in the window, each with the conference it led to."""
    made = at.told[Conferences].select(
        Conferences.child.alias("Section47.child"),
        Conferences.held.alias("Section47.conference"),
        Conferences.discussed.alias("Section47.started"),
        Conferences.plan.alias("plan"),
    )
    keys = ["Section47.child", "Section47.conference", "Section47.started"]
    last = pl.max_horizontal(Section47.ended, Section47.conference)
    known = at.told[Section47].filter(~(Section47.ended.is_not_null() & (last < at.since(Section47))))
    rows = known.join(made.unique(keys), on=keys, how="left", maintain_order="left")
    own = plainly(Section47, "child", "no_conference", "team", "worker")
    held, discussed = Section47.conference.alias("held"), Section47.started.alias("discussed")
    return rows.select(*own, held, discussed, "plan")


def in_need(at: At) -> pl.DataFrame:
    """Open, or closed in the window; not those that closed at once with no further action (a child for whom
    nothing was done was not in need), nor those of which it is only known that an assessment closed them, nor
    the cases of care leavers."""
    own = plainly(Referrals, "child", "started", "ended", "need", "end_reason", "team", "worker")
    silent = Referrals.need.is_null() & Referrals.end_reason.is_null()
    at_once = (Referrals.ended == Referrals.started) & (Referrals.no_action | silent)
    found = (
        at.told[Assessments].filter(Assessments.no_action).select("Assessments.child", "Assessments.ended")
    )
    rows = at.lasting(Referrals).filter(~at_once.fill_null(False))
    no_need = rows.filter(silent).join(
        found,
        left_on=["Referrals.child", "Referrals.ended"],
        right_on=["Assessments.child", "Assessments.ended"],
    )
    rows = rows.join(no_need, on=["Referrals.child", "Referrals.started"], how="anti")
    return rows.filter(~leaving(at, rows)).select(own)


def leaving(at: At, rows: pl.DataFrame) -> pl.Series:
    """Which cases were care leavers' by their last day: of one who is in that list, and not looked after; or
    of one who was 18 by then, and had been looked after at 16 or later. (Ofsted leaves out care leavers, and
    does not say how they are told by the record of an earlier day: the second is our reading.)"""
    child, now = "Referrals.child", pl.col("@in care").fill_null(False)
    breaks = Care.legal_status.is_in(["V3", "V4"]).fill_null(False)
    care = at.told[Care].filter(~breaks).group_by(Care.child.alias(child))
    over, open_ = pl.col("Care.ended").fill_null(at.day).max(), pl.col("Care.ended").is_null().any()
    until = care.agg(over.alias("@left care"), open_.alias("@in care"))
    born = at.told[Child].select(Child.child.alias(child), Child.born.alias("@born")).unique(child)
    both = rows.join(until, on=child, how="left", maintain_order="left")
    both = both.join(born, on=child, how="left", maintain_order="left")
    listed = Referrals.child.is_in(care_leavers(at).get_column("child").to_list())
    grown = pl.col("@born").dt.offset_by("18y") <= Referrals.ended.fill_null(at.day)
    late = pl.col("@left care") >= pl.col("@born").dt.offset_by("16y")
    planned = Referrals.child.is_in(open_now(at, CinPlans))  # for a young parent there may be one
    return both.select((~now & ~planned & (listed | grown & late)).fill_null(False)).to_series()


def plans(at: At) -> pl.DataFrame:
    """Going on, or ended in the window, with the latest visit and review."""
    rows = at.lasting(CpPlans).with_row_index(NUMBER)
    own = plainly(CpPlans, "child", "started", "ended", "category", "first_category", "team", "before")
    rows = rows.select(NUMBER, *own)
    visits = at.told[CpVisits].select(
        CpVisits.child.alias("child"), CpVisits.made.alias("visited"), CpVisits.seen_alone.alias("seen_alone")
    )
    held = at.told[CpReviews].select(CpReviews.child.alias("child"), CpReviews.held.alias("reviewed"))
    return with_latest(with_latest(rows, visits, "visited", at.day), held, "reviewed", at.day)


def with_latest(rows: pl.DataFrame, events: pl.DataFrame, name: str, day: date) -> pl.DataFrame:
    """Each spell (by its `@number`) with the latest of the child's events in it."""
    both = rows.select(NUMBER, "child", "started", "ended").join(events, on="child", how="inner")
    inside = (pl.col(name) >= pl.col("started")) & (pl.col(name) <= pl.col("ended").fill_null(day))
    last = both.filter(inside).sort(NUMBER, name, maintain_order=True).unique(NUMBER, keep="last")
    return rows.join(last.drop("child", "started", "ended"), on=NUMBER, how="left", maintain_order="left")


def in_care(at: At) -> pl.DataFrame:
    """Times looked after that go on, or ended in the window. Of each the legal status and the placement it
    has now, and since when."""
    rows = (
        at.told[Care]
        .filter(Care.started <= at.day)
        .with_columns(pl.coalesce(Care.entered_care, Care.started).alias(FROM))
    )
    rows = rows.sort("Care.child", FROM, "Care.started", "Care.ended", nulls_last=True)
    place = pl.struct("Care.placement", "Care.provider", "Care.placement_postcode", "Care.urn")
    moved = (Care.start_reason != "L").fill_null(True) | (place != place.shift(1)).fill_null(True)
    changed = Care.legal_status.ne_missing(Care.legal_status.shift(1))
    times = rows.group_by(Care.child.alias("child"), pl.col(FROM).alias("started"), maintain_order=True).agg(
        Care.started.filter(moved).last().alias("placed"),
        Care.started.filter(changed | (pl.int_range(pl.len()) == 0)).last().alias("legal_started"),
        pl.col("Care.ended").last().alias("ended"),
        pl.when(Care.ended.is_not_null()).then(Care.end_reason).last().alias("end_reason"),
        Care.placement_postcode.last().alias("postcode"),
        *(pl.col(f"Care.{name}").last().alias(name) for name in CARE_NOW),
    )
    over = (pl.col("ended") < at.since(Care)).fill_null(False)
    times = times.filter(~over).with_row_index(NUMBER)
    visits = at.told[CareVisits].select(CareVisits.child.alias("child"), CareVisits.made.alias("visited"))
    held = at.told[CareReviews].select(CareReviews.child.alias("child"), CareReviews.held.alias("reviewed"))
    return with_latest(with_latest(times, visits, "visited", at.day), held, "reviewed", at.day)


CARE_NOW = ("need", "legal_status", "placement", "provider", "urn", "team")


def care_leavers(at: At) -> pl.DataFrame:
    """As they are on the day."""
    rows = at.told[CareLeavers].filter(CareLeavers.started <= at.day, CareLeavers.ended > at.day)
    return rows.select(
        plainly(CareLeavers, *(n for n in CareLeavers.columns if n not in ("started", "ended")))
    )


def adoption(at: At) -> pl.DataFrame:
    """On the way, or decided, done or given up in the window. By an earlier day an order may not have been
    made: a row with nothing of adoption by then is not told."""
    given_up = (Adoptions.reversed < at.since(Adoptions)).fill_null(False)
    steps = [Adoptions.columns[name].name for name in STEPS]
    begun = pl.any_horizontal(pl.col(step).is_not_null() for step in steps)
    mine = (Adoptions.order == "Adoption").fill_null(begun | (at.day == at.snapshot.as_at))
    rows = at.lasting(Adoptions).filter(~given_up, mine)
    return rows.select(plainly(Adoptions, *(n for n in Adoptions.columns if n != "order")))


STEPS = ("started", "placement_order", "matched", "placed", "reversed")


def adopters(at: At) -> pl.DataFrame:
    """Everyone the record has."""
    return at.told[Adopters].select(plainly(Adopters, *Adopters.columns))


LISTS: dict[type[Table], tuple[type[Table], Callable[[At], pl.DataFrame]]] = {
    List1: (Contacts, contacts),
    List2: (EarlyHelp, early_help),
    List3: (Referrals, referrals),
    List4: (Assessments, assessments),
    List5: (Section47, enquiries),
    List6: (Referrals, in_need),
    List7: (CpPlans, plans),
    List8: (Care, in_care),
    List9: (CareLeavers, care_leavers),
    List10: (Adoptions, adoption),
    List11: (Adopters, adopters),
}
