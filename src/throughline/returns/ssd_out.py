"""The record as a folder of the Standard Safeguarding Dataset: what is received from it again is the same.

It is the reader turned round: a column that the dataset fills as it is goes out under the heading it came
by. Only what the reader puts together out of several tables, or out of JSON, is said here. What the dataset
has no field for stays behind (`left_behind`), and so does a row that the return in force does not tell."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import polars as pl

from throughline.record.assessment import Factors
from throughline.record.care import Care, CarePlans
from throughline.record.child import Child
from throughline.record.following import MADE_FROM
from throughline.record.front_door import Contacts
from throughline.record.identity import Conflicts, ImmigrationStatuses
from throughline.record.protection import Conferences, Section47
from throughline.record.rows import Table
from throughline.record.send import EhcRequests, SendPupils
from throughline.record.snapshots import Snapshot
from throughline.returns.earlier_days import blank_then, told_of
from throughline.returns.kinds import Fill
from throughline.returns.ssd import SSD
from throughline.returns.ssd_care_tables import (
    SsdCareLeavers,
    SsdClaEpisodes,
    SsdClaPlacement,
    SsdClaReviews,
    SsdLegalStatus,
)
from throughline.returns.ssd_more_tables import SsdCinVisits
from throughline.returns.ssd_tables import SsdImmigrationStatus
from throughline.returns.tables_out import plain_name

Told = Mapping[type[Table], pl.DataFrame]
Lines = dict[type[Table], pl.DataFrame]
Maker = Callable[[Fill, Told], Lines]
NUMBER, KEY, TIMES = "@number", "@key", "@times"

# Columns that the reader does not take as they are, and that may go out so all the same: in place of the
# reader's expression, the field.
TURNED: dict[str, pl.Expr] = {
    "Care.started": SsdClaEpisodes.clae_cla_episode_start_date,
    "Care.ended": SsdClaEpisodes.clae_cla_episode_ceased_date,
    "Care.start_reason": SsdClaEpisodes.clae_cla_episode_start_reason,
    "Care.end_reason": SsdClaEpisodes.clae_cla_episode_ceased_reason,
    "Care.change_reason": SsdClaPlacement.clap_cla_placement_change_reason,
    "CareReviews.child": SsdClaReviews.clar_cla_person_id,
    "CareLeavers.accommodation": SsdCareLeavers.clea_care_leaver_accommodation,
    "CinVisits.child": SsdCinVisits.cinv_person_id,
}


def ssd_tables(snapshot: Snapshot, day: date | None = None) -> Lines:
    """The dataset's tables, each with the lines that the record has for it as at a day, its own where none
    is named. A table that no return answers for on that day is not among them."""
    several = {fill.table: told_of(snapshot, fill.table, day) for fill in SSD.fills}
    told = {table: rows for table, rows in several.items() if rows is not None}
    empty = {fill.table: pl.DataFrame(schema=fill.table.schema()) for fill in SSD.fills}
    lines: Lines = {}
    for fill in SSD.fills:
        if fill.table in told:
            lines |= MAKERS.get(fill.table, as_it_is)(fill, empty | told)
    return lines


def fields_of(fill: Fill, lines_of: type[Table]) -> list[pl.Expr]:
    """Those columns of a filled table that are fields of this table of the dataset, under its names."""
    mine = {column.name for column in lines_of.columns.values()}
    fields = []
    for short, read in fill.columns.items():
        name = fill.table.columns[short].name
        field = TURNED.get(name, read)
        root = field.meta.root_names()[0]
        if root in mine and field.meta.eq(pl.col(root)):
            fields.append(pl.col(name).alias(root))
    return fields


def as_it_is(fill: Fill, told: Told) -> Lines:
    """A line a row."""
    lines_of = fill.rows.needs[0]
    return {lines_of: told[fill.table].select(fields_of(fill, lines_of))}


def contacts(fill: Fill, told: Told) -> Lines:
    """Contacts, with what came of them as flags of the outcome's JSON."""
    said = {True: '"NEW_REFERRAL_FLAG":"Y"', False: '"NEW_REFERRAL_FLAG":"N"'}
    flag = Contacts.referred.replace_strict(said, default=None, return_dtype=pl.String)
    also = pl.when(Contacts.outcome != "NEW_REFERRAL_FLAG").then(pl.format(',"{}":"Y"', Contacts.outcome))
    flags = pl.format("{{{}{}}}", flag, also.fill_null(""))
    return beside(fill, told[Contacts], flags.alias("SsdContacts.cont_contact_outcome_json"))


def factors(fill: Fill, told: Told) -> Lines:
    """The factors of one assessment in one line; who it is of, the assessment says."""
    text = "SsdAssessmentFactors.cinf_assessment_factors_json"
    rows = in_lists(told[Factors], "Factors.factor", ["Factors.assessment"])
    return beside(fill, rows, pl.col("Factors.factor").alias(text))


def care_plans(fill: Fill, told: Told) -> Lines:
    """The aims that are followed side by side in one line."""
    rows = in_lists(
        told[CarePlans], "CarePlans.aim", ["CarePlans.child", "CarePlans.started", "CarePlans.ended"]
    )
    return beside(fill, rows, pl.col("CarePlans.aim").alias("SsdClaCarePlan.lacp_cla_care_plan_json"))


def in_lists(rows: pl.DataFrame, codes: str, per: list[str]) -> pl.DataFrame:
    """A line for all rows that share these columns, their codes in a JSON list. A row told twice stays two:
    the reader takes a code once a line. A row without a code keeps its own line."""
    times = pl.int_range(pl.len()).over(*per, codes).alias(TIMES)
    none = pl.col(codes).is_null().alias(KEY)
    lists = rows.with_columns(times, none).group_by(*per, TIMES, KEY, maintain_order=True).agg(pl.col(codes))
    said = [None if None in each else json.dumps(each, ensure_ascii=False) for each in lists[codes].to_list()]
    return lists.with_columns(pl.Series(codes, said, dtype=pl.String))


def care(fill: Fill, told: Told) -> Lines:
    """An episode, a placement and a time under a legal status for each row. The record does not keep the
    numbers of placements: they are made up, a row each."""
    rows = told[Care].with_row_index(NUMBER, offset=1)
    rows = rows.with_columns(pl.format("row-{}", NUMBER).alias(KEY))
    placement, link = "SsdClaPlacement.clap_cla_placement_id", "SsdClaEpisodes.clae_cla_placement_id"
    return {
        SsdClaEpisodes: rows.select(*fields_of(fill, SsdClaEpisodes), pl.col(KEY).alias(link)),
        SsdClaPlacement: rows.select(*fields_of(fill, SsdClaPlacement), pl.col(KEY).alias(placement)),
        SsdLegalStatus: rows.filter(Care.legal_status.is_not_null()).select(
            Care.child.alias("SsdLegalStatus.lega_person_id"),
            Care.legal_status.alias("SsdLegalStatus.lega_legal_status"),
            Care.started.alias("SsdLegalStatus.lega_legal_status_start_date"),
            Care.ended.alias("SsdLegalStatus.lega_legal_status_end_date"),
        ),
    }


def immigration(fill: Fill, told: Told) -> Lines:
    """Statuses, and a blank one for each child without any, unless another return says that they did not
    come alone: no line at all would be read as no."""
    rows = told[ImmigrationStatuses]
    if rows.is_empty():
        return as_it_is(fill, told)
    child = Child.child.cast(pl.String)
    known = rows.get_column("ImmigrationStatuses.child").cast(pl.String).implode()
    unsaid = told[Child].filter(Child.asylum.ne_missing(False), ~child.is_in(known))
    blank = unsaid.select(child.alias("SsdImmigrationStatus.immi_person_id"))
    lines = rows.select(fields_of(fill, SsdImmigrationStatus)).cast(
        {"SsdImmigrationStatus.immi_person_id": pl.String}
    )
    return {SsdImmigrationStatus: pl.concat([lines, blank], how="diagonal")}


def conferences(fill: Fill, told: Told) -> Lines:
    """Conferences, each with the enquiry it came of: the child's, begun on the day of the discussion, whose
    first conference is this one, or the nearest before."""
    rows = told[Conferences].with_row_index(NUMBER)
    enquiries = told[Section47].select(
        Section47.child.alias("Conferences.child"),
        Section47.started.alias("Conferences.discussed"),
        Section47.conference.alias(KEY),
        Section47.enquiry.alias("SsdInitialCpConference.icpc_s47_enquiry_id"),
    )
    both = rows.join(enquiries.drop_nulls(), on=["Conferences.child", "Conferences.discussed"])
    near = both.filter(pl.col(KEY) <= Conferences.held).sort(NUMBER, KEY, descending=[False, True])
    link = near.select(NUMBER, "SsdInitialCpConference.icpc_s47_enquiry_id").unique(NUMBER, keep="first")
    linked = rows.join(link, on=NUMBER, how="left", maintain_order="left")
    return beside(fill, linked, pl.col("SsdInitialCpConference.icpc_s47_enquiry_id"))


def ehc_requests(fill: Fill, told: Told) -> Lines:
    """Requests, each by the record of its child."""
    records = told[SendPupils].select(
        SendPupils.child.alias("EhcRequests.child"),
        SendPupils.record.alias("SsdEhcpRequests.ehcr_send_table_id"),
    )
    once = records.drop_nulls().unique("EhcRequests.child", keep="first", maintain_order=True)
    rows = told[EhcRequests].join(once, on="EhcRequests.child", how="left", maintain_order="left")
    return beside(fill, rows, pl.col("SsdEhcpRequests.ehcr_send_table_id"))


def beside(fill: Fill, rows: pl.DataFrame, field: pl.Expr) -> Lines:
    """A line a row, with one field more. A column that the rows no longer have is said elsewhere."""
    lines_of = fill.rows.needs[0]
    fields = [f for f in fields_of(fill, lines_of) if f.meta.root_names()[0] in rows.columns]
    return {lines_of: rows.select(*fields, field)}


MAKERS: dict[type[Table], Maker] = {
    Care: care,
    CarePlans: care_plans,
    Conferences: conferences,
    Contacts: contacts,
    EhcRequests: ehc_requests,
    Factors: factors,
    ImmigrationStatuses: immigration,
}


MADE_AGAIN = (*MADE_FROM, Conflicts)  # of other tables, and of what returns say


def write_ssd(lines: Lines, folder: Path) -> None:
    """A CSV for each table, named as the dataset names it: UTF-8, days as 2026-06-30, Y and N. Nothing is
    put before a cell that a spreadsheet takes for a formula: the next system must read what was written."""
    for table, rows in lines.items():
        flags = [pl.col(n).replace_strict({True: "Y", False: "N"}, default=None) for n in flags_of(rows)]
        plain = rows.with_columns(flags).rename(lambda name: name.split(".", 1)[1])
        plain.write_csv(folder / f"{plain_name(table.__name__)}.csv")


def flags_of(rows: pl.DataFrame) -> list[str]:
    """The columns that say yes or no."""
    return [name for name, dtype in rows.schema.items() if dtype == pl.Boolean]


def left_behind(snapshot: Snapshot, day: date | None = None) -> list[str]:
    """Tables and columns that hold something and do not go out, in the record's own names: the dataset has no
    field for them, no return answers for them on the day, or what they were then is not kept. What is made of
    other tables when they are received is not left behind."""
    filled: dict[type[Table], set[str]] = {}
    for fill in SSD.fills:
        filled.setdefault(fill.table, set()).update(fill.table.columns[short].name for short in fill.columns)
    left = []
    for table, rows in snapshot.frames.items():
        if table in MADE_AGAIN or not rows.height:
            continue
        if table not in filled or told_of(snapshot, table, day) is None:
            left.append(table.__name__)
            continue
        names = [column.name for column in table.columns.values() if column.name not in filled[table]]
        left += [name for name in names if rows.get_column(name).is_not_null().any()]
    past = day is not None and day < snapshot.as_at
    return sorted({*left, *(blank_then([t for t in filled if t.__name__ not in left]) if past else ())})
