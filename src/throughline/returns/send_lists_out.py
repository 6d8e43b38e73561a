"""Ofsted's two lists of children with special educational needs (area SEND inspections), as at a day: those
with an EHC plan, and those on SEN support.

Source: `annex_a.yml`, SEND_1 and SEND_2, in the project's facts. What they say of schools, absence,
suspensions and pupil premium no other return tells: it is known on the day of such a list alone, as is who is
on SEN support; on other days the columns are blank, and there is no second list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import polars as pl
import xlsxwriter

from throughline.errors import Refused
from throughline.record.child import Child
from throughline.record.front_door import Referrals
from throughline.record.periods import said
from throughline.record.rows import Table
from throughline.record.send import EhcPlans, EhcReviews, SendListings, SendPupils, SenNeeds
from throughline.record.send_codes import SEN_NEED
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import Teams
from throughline.returns.annex_a_at import At
from throughline.returns.annex_a_out import holders
from throughline.returns.annex_a_workbook import write_sheet
from throughline.returns.earlier_days import told_of

KNOWN, TEAM = "Known to children's social care?", "Which children's social care team?"
SHEET, SUPPORT = "List 1 EHC plans", "List 2 SEN support"
HEADINGS = (
    "Unique ID", "UPN", "ULN", "Date of birth", "Gender", "Ethnicity", "Date initial EHC plan issued",
    "Date updated EHC plan issued", "Date EHC plan last reviewed", "SEN primary need",
    "Main education establishment – URN", "Main education establishment – phase",
    "Subsidiary education establishment – phase (dual registration)", "Elective home education",
    "Suspensions", "Permanent exclusions", "Absence", "Pupil Premium", KNOWN, TEAM,
    "Does the child or young person have a disability?",
)  # fmt: skip


OF_PLANS_ALONE = (*HEADINGS[6:9], "Elective home education")
SUPPORT_HEADINGS = tuple(heading for heading in HEADINGS if heading not in OF_PLANS_ALONE)
LISTED = {  # what only such a list tells, each under its heading
    "urn": HEADINGS[10],
    "phase": HEADINGS[11],
    "second_phase": HEADINGS[12],
    "home_educated": HEADINGS[13],
    "suspensions": HEADINGS[14],
    "exclusions": HEADINGS[15],
    "absence": HEADINGS[16],
    "pupil_premium": HEADINGS[17],
    "known": "known@listed",
    "team": "team@listed",
}


def send_lists(snapshot: Snapshot, day: date | None = None) -> dict[str, pl.DataFrame]:
    """The lists that can be made as at a day, by the names of their sheets. Raises `Refused` where no return
    tells of plans then."""
    on = day or snapshot.as_at
    lists = {SHEET: ehc_list(snapshot, on)}
    support = listed(snapshot, on, "S")
    if support is not None:
        lists[SUPPORT] = finished(snapshot, on, support).select(SUPPORT_HEADINGS)
    return lists


def ehc_list(snapshot: Snapshot, on: date) -> pl.DataFrame:
    """A row for each child whose plan is in force on the day, under Ofsted's headings."""
    told = told_of(snapshot, EhcPlans, on)
    if told is None:
        raise Refused(f"No return that is in tells of EHC plans on {said(on)}.", do="Receive one that does.")
    rows, beside = in_force(told, on), listed(snapshot, on, "P")
    if beside is not None:
        rows = rows.join(beside, on="Unique ID", how="left", maintain_order="left")
    return finished(snapshot, on, rows.join(reviewed(snapshot, on), on="Unique ID", how="left"))


def finished(snapshot: Snapshot, on: date, rows: pl.DataFrame) -> pl.DataFrame:
    """Rows of children with all that the record has for Ofsted's headings. What a list said of social care is
    believed before what the record's own cases say."""
    for beside in (pupils, needs, social_care):
        rows = rows.join(beside(snapshot, on), on="Unique ID", how="left", maintain_order="left")
    if told_of(snapshot, Referrals, on) is not None:
        rows = rows.with_columns(pl.col(KNOWN).fill_null(False))
    both = [(name, pl.coalesce(other, name)) for name, other in SAID_THERE if other in rows.columns]
    rows = rows.with_columns(value.alias(name) for name, value in both)
    blank = [pl.lit(None, pl.String).alias(name) for name in HEADINGS if name not in rows.columns]
    return rows.with_columns(blank).select(HEADINGS).sort("Unique ID")


SAID_THERE = ((KNOWN, LISTED["known"]), (TEAM, LISTED["team"]))


def listed(snapshot: Snapshot, on: date, kind: str) -> pl.DataFrame | None:
    """What a list of this kind says of each child of it; None where there is none of this day."""
    rows = told_of(snapshot, SendListings, on)
    if rows is None or (mine := rows.filter(SendListings.kind == kind, SendListings.listed == on)).is_empty():
        return None
    columns = SendListings.columns
    told = [pl.col(columns[name].name).alias(heading) for name, heading in LISTED.items()]
    return mine.select(SendListings.child.alias("Unique ID"), *told).unique("Unique ID", maintain_order=True)


def in_force(plans: pl.DataFrame, on: date) -> pl.DataFrame:
    """Children with a plan on the day: when they first had one, and when the one in force was issued anew: as
    it says, or else on its own day, if that is another."""
    first = plans.group_by(EhcPlans.child.alias("Unique ID")).agg(EhcPlans.started.min().alias("first"))
    now = plans.filter((EhcPlans.started <= on).fill_null(True), (EhcPlans.ended > on).fill_null(True))
    last = now.group_by(EhcPlans.child.alias("Unique ID")).agg(
        EhcPlans.started.max().alias("last"), EhcPlans.updated.max().alias("anew")
    )
    later = pl.when(pl.col("last") > pl.col("first")).then(pl.col("last"))
    return last.join(first, on="Unique ID", how="left").select(
        "Unique ID",
        pl.col("first").alias("Date initial EHC plan issued"),
        pl.max_horizontal("anew", later).alias("Date updated EHC plan issued"),
    )


def frame(snapshot: Snapshot, table: type[Table], on: date) -> pl.DataFrame:
    """A table's rows on the day; none where no return tells of it."""
    rows = told_of(snapshot, table, on)
    return snapshot.frames[table].clear() if rows is None else rows


def pupils(snapshot: Snapshot, on: date) -> pl.DataFrame:
    """What is known of each child, and the numbers they have as a pupil."""
    about = frame(snapshot, Child, on).select(
        Child.child.alias("Unique ID"),
        Child.born.alias("Date of birth"),
        Child.sex.replace({"M": "a) Male", "F": "b) Female", "U": "c) Not stated/recorded"}).alias("Gender"),
        Child.ethnicity.alias("Ethnicity"),
        Child.disabled.alias(HEADINGS[-1]),
        Child.upn.alias("own"),
    )
    numbers = frame(snapshot, SendPupils, on).group_by(SendPupils.child.alias("Unique ID")).agg(
        SendPupils.upn.drop_nulls().first().alias("UPN"), SendPupils.uln.drop_nulls().first().alias("ULN")
    )  # fmt: skip
    both = about.unique("Unique ID").join(numbers, on="Unique ID", how="full", coalesce=True)
    return both.with_columns(pl.coalesce("UPN", "own").alias("UPN")).drop("own")


def reviewed(snapshot: Snapshot, on: date) -> pl.DataFrame:
    """The latest review of each child's plan."""
    rows = frame(snapshot, EhcReviews, on)
    latest = EhcReviews.told.max().alias("Date EHC plan last reviewed")
    return rows.group_by(EhcReviews.child.alias("Unique ID")).agg(latest)


def needs(snapshot: Snapshot, on: date) -> pl.DataFrame:
    """The first need that each child's plan names, in words. Needs are not dated: on an earlier day what they
    were is not known."""
    rows = frame(snapshot, SenNeeds, on).filter(SenNeeds.rank == "1", pl.lit(on == snapshot.as_at))
    first = SenNeeds.need.drop_nulls().first().replace(SEN_NEED.labels).alias("SEN primary need")
    return rows.group_by(SenNeeds.child.alias("Unique ID")).agg(first)


def social_care(snapshot: Snapshot, on: date) -> pl.DataFrame:
    """Children whose case is open to social care, and the team that holds it."""
    at = At.on(snapshot, on)
    open_ = at.told[Referrals].filter((Referrals.ended > on).fill_null(True))
    names = dict(at.told[Teams].select(Teams.team, Teams.name).iter_rows())
    held = holders(at).select(pl.col("child").alias("Unique ID"), pl.col("@team").replace(names).alias(TEAM))
    known = open_.select(Referrals.child.alias("Unique ID"), pl.lit(True).alias(KNOWN)).unique()
    return known.join(held.unique("Unique ID"), on="Unique ID", how="left")


def write_send(lists: Mapping[str, pl.DataFrame], file: Path) -> None:
    """The lists as a workbook, a sheet each."""
    book = xlsxwriter.Workbook(str(file), {"strings_to_formulas": False, "strings_to_urls": False})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    day_form = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in lists.items():
        write_sheet(book.add_worksheet(name), rows, head, day_form)
    book.close()
