"""Ofsted's list of children and young people with an EHC plan (area SEND inspections), as at a day.

Source: `annex_a.yml`, SEND_1, in the project's facts. What it says of schools, absence, suspensions and pupil
premium the record does not have: those columns are blank. The list of those on SEN support (SEND_2) is not
written: the record knows no child who is on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import xlsxwriter

from throughline.errors import Refused
from throughline.record.child import Child
from throughline.record.front_door import Referrals
from throughline.record.periods import said
from throughline.record.rows import Table
from throughline.record.send import EhcPlans, EhcReviews, SendPupils, SenNeeds
from throughline.record.send_codes import SEN_NEED
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import Teams
from throughline.returns.annex_a_at import At
from throughline.returns.annex_a_out import holders
from throughline.returns.annex_a_workbook import write_sheet
from throughline.returns.earlier_days import told_of

KNOWN, TEAM = "Known to children's social care?", "Which children's social care team?"
SHEET = "List 1 EHC plans"
HEADINGS = (
    "Unique ID", "UPN", "ULN", "Date of birth", "Gender", "Ethnicity", "Date initial EHC plan issued",
    "Date updated EHC plan issued", "Date EHC plan last reviewed", "SEN primary need",
    "Main education establishment – URN", "Main education establishment – phase",
    "Subsidiary education establishment – phase (dual registration)", "Elective home education",
    "Suspensions", "Permanent exclusions", "Absence", "Pupil Premium", KNOWN, TEAM,
    "Does the child or young person have a disability?",
)  # fmt: skip


def ehc_list(snapshot: Snapshot, day: date | None = None) -> pl.DataFrame:
    """A row for each child whose plan is in force on the day, under Ofsted's headings. Raises `Refused` where
    no return tells of plans then."""
    on = day or snapshot.as_at
    told = told_of(snapshot, EhcPlans, on)
    if told is None:
        raise Refused(f"No return that is in tells of EHC plans on {said(on)}.", do="Receive one that does.")
    rows = in_force(told, on)
    for beside in (pupils, reviewed, needs, social_care):
        rows = rows.join(beside(snapshot, on), on="Unique ID", how="left", maintain_order="left")
    if told_of(snapshot, Referrals, on) is not None:
        rows = rows.with_columns(pl.col(KNOWN).fill_null(False))
    blank = [pl.lit(None, pl.String).alias(name) for name in HEADINGS if name not in rows.columns]
    return rows.with_columns(blank).select(HEADINGS).sort("Unique ID")


def in_force(plans: pl.DataFrame, on: date) -> pl.DataFrame:
    """Children with a plan on the day: when they first had one, and when the one in force was issued, if that
    is another."""
    first = plans.group_by(EhcPlans.child.alias("Unique ID")).agg(EhcPlans.started.min().alias("first"))
    now = plans.filter((EhcPlans.started <= on).fill_null(True), (EhcPlans.ended > on).fill_null(True))
    last = now.group_by(EhcPlans.child.alias("Unique ID")).agg(EhcPlans.started.max().alias("last"))
    later = pl.when(pl.col("last") > pl.col("first")).then(pl.col("last"))
    return last.join(first, on="Unique ID", how="left").select(
        "Unique ID",
        pl.col("first").alias("Date initial EHC plan issued"),
        later.alias("Date updated EHC plan issued"),
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


def write_send(rows: pl.DataFrame, file: Path) -> None:
    """The list as a workbook of one sheet."""
    book = xlsxwriter.Workbook(str(file), {"strings_to_formulas": False, "strings_to_urls": False})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    write_sheet(book.add_worksheet(SHEET), rows, head, book.add_format({"num_format": "dd/mm/yyyy"}))
    book.close()
