"""Ofsted's two lists of children with special educational needs (area SEND inspections): a sheet of those who
have an EHC plan, and a sheet of those on SEN support. True of one day.

Source: `annex_a.yml`, SEND_1 and SEND_2, in the project's facts. They give no codes for phases or absence:
those are kept as they came. Of a plan in force the list says when it was first issued, and when last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import polars as pl

from throughline.errors import Refused
from throughline.record.child import Child
from throughline.record.codes import ETHNICITY, SEX
from throughline.record.columns import Date
from throughline.record.composing import Part
from throughline.record.rows import SOURCE, SOURCE_LINE, Table
from throughline.record.send import EhcPlans, EhcReviews, SendListings, SendPupils, SenNeeds
from throughline.record.send_codes import SEN_NEED
from throughline.returns.headings import (
    HeadedCode,
    HeadedDate,
    HeadedFlag,
    HeadedId,
    HeadedNumber,
    HeadedText,
)
from throughline.returns.kinds import AS_AT, Asked, Fill, Frames, Lines, Received, Return, Workbook
from throughline.returns.of_one_day import part_as_at, parts_of_books
from throughline.returns.together import Tables
from throughline.returns.which_day import day_said, day_unsaid, newest_day

SAY_IT = "Put the day in its name, such as send-2026-06-30.xlsx, or say it: --as-at 2026-06-30."
COMMON = ("child", "upn", "uln", "born", "sex", "ethnicity", "disabled")


class PlanList(Table):
    """List 1: children and young people with an EHC plan."""

    child = HeadedId("Unique ID", required=True)
    upn = HeadedId("UPN")
    uln = HeadedId("ULN")
    born = HeadedDate("Date of birth")
    sex = HeadedCode("Gender", "Sex", codes=SEX)
    ethnicity = HeadedCode("Ethnicity", codes=ETHNICITY)
    issued = HeadedDate("Date initial EHC plan issued")
    updated = HeadedDate("Date updated EHC plan issued")
    reviewed = HeadedDate("Date EHC plan last reviewed")
    need = HeadedCode("SEN primary need", required=True, codes=SEN_NEED)
    urn = HeadedId("Main education establishment – URN", like="^main.*urn$")
    phase = HeadedText("Main education establishment – phase", like="^main.*phase$")
    second_phase = HeadedText(
        "Subsidiary education establishment – phase (dual registration)", like="^subsidiary.*phase"
    )
    home_educated = HeadedFlag("Elective home education")
    suspensions = HeadedNumber("Suspensions")
    exclusions = HeadedNumber("Permanent exclusions")
    absence = HeadedText("Absence")
    pupil_premium = HeadedFlag("Pupil Premium")
    known = HeadedFlag("Known to children's social care?")
    team = HeadedText("Which children's social care team?")
    disabled = HeadedFlag("Does the child or young person have a disability?")


class SupportList(Table):
    """List 2: children and young people on SEN support."""

    child = HeadedId("Unique ID", required=True)
    upn = HeadedId("UPN")
    uln = HeadedId("ULN")
    born = HeadedDate("Date of birth")
    sex = HeadedCode("Gender", "Sex", codes=SEX)
    ethnicity = HeadedCode("Ethnicity", codes=ETHNICITY)
    need = HeadedCode("SEN primary need", required=True, codes=SEN_NEED)
    urn = HeadedId("Main education establishment – URN", like="^main.*urn$")
    phase = HeadedText("Main education establishment – phase", like="^main.*phase$")
    second_phase = HeadedText(
        "Subsidiary education establishment – phase (dual registration)", like="^subsidiary.*phase"
    )
    suspensions = HeadedNumber("Suspensions")
    exclusions = HeadedNumber("Permanent exclusions")
    absence = HeadedText("Absence")
    pupil_premium = HeadedFlag("Pupil Premium")
    known = HeadedFlag("Known to children's social care?")
    team = HeadedText("Which children's social care team?")
    disabled = HeadedFlag("Does the child or young person have a disability?")


def part_of_each(given: Return, received: Sequence[Received], asked: Asked) -> list[Part]:
    """A part for each workbook."""
    return parts_of_books(given, received, lambda sheets: part_of(given, sheets, asked))


def part_of(given: Return, sheets: list[Received], asked: Asked) -> Part:
    """One workbook: all of it is true of its day, and of no other."""
    part = part_as_at(given, sheets, lambda tables: day_of(sheets, tables, asked))
    unsaid = day_unsaid(sheets[0].sheet.found.name, sheets, part.as_at, asked)
    return replace(part, faults=(*part.faults, *unsaid))


def day_of(sheets: Sequence[Received], tables: Tables, asked: Asked) -> date:
    """The day the lists are true of: as asked, else in the file's name, else that of the latest plan or
    review. Raises `Refused`, with the question, where nothing says."""
    events = [(PlanList, c.name) for n, c in PlanList.columns.items() if isinstance(c, Date) and n != "born"]
    latest = day_said(sheets, asked) or newest_day(tables, events, asked)
    if latest is None:
        raise Refused(f"What day is {sheets[0].sheet.found.name} true of? It does not say.", do=SAY_IT)
    return latest


def pupils_of(frames: Frames) -> pl.DataFrame:
    """Each child of either list, once."""
    both = [
        frames[table].select(
            *(pl.col(table.columns[name].name).alias(f"PlanList.{name}") for name in COMMON),
            SOURCE,
            SOURCE_LINE,
            AS_AT,
        )
        for table in (PlanList, SupportList)
        if frames[table].height
    ]
    rows = pl.concat(both) if both else frames[PlanList]
    return rows.filter(PlanList.child.is_null() | PlanList.child.is_first_distinct())


def listing(table: type[PlanList] | type[SupportList], kind: str, **more: pl.Expr) -> Fill:
    """What one of the lists says of a child on its day."""
    return Fill(
        SendListings,
        rows=table,
        child=table.child,
        listed=pl.col(AS_AT),
        kind=pl.lit(kind),
        urn=table.urn,
        phase=table.phase,
        second_phase=table.second_phase,
        suspensions=table.suspensions,
        exclusions=table.exclusions,
        absence=table.absence,
        pupil_premium=table.pupil_premium,
        known=table.known,
        team=table.team,
        **more,
    )


PUPILS = Lines((), pupils_of)
SEND_LISTS = Return(
    title="Ofsted’s SEND lists",
    holds="children with special educational needs, on the day of the lists",
    rank=6,
    files={"children with an EHC plan": PlanList, "children on SEN support": SupportList},
    once={PlanList: ("child",), SupportList: ("child",)},
    reads=Workbook(day_first=True),
    made_by=part_of_each,
    fills=(
        Fill(
            Child,
            rows=PUPILS,
            child=PlanList.child,
            born=PlanList.born,
            sex=PlanList.sex,
            ethnicity=PlanList.ethnicity,
            upn=PlanList.upn,
            disabled=PlanList.disabled,
        ),
        Fill(SendPupils, rows=PUPILS, child=PlanList.child, upn=PlanList.upn, uln=PlanList.uln),
        Fill(
            EhcPlans,
            rows=PlanList,
            child=PlanList.child,
            started=PlanList.issued,
            updated=PlanList.updated,
        ),
        Fill(EhcReviews, rows=PlanList, child=PlanList.child, told=PlanList.reviewed),
        Fill(SenNeeds, rows=PlanList, child=PlanList.child, need=PlanList.need, rank=pl.lit("1")),
        Fill(SenNeeds, rows=SupportList, child=SupportList.child, need=SupportList.need, rank=pl.lit("1")),
        listing(PlanList, "P", home_educated=PlanList.home_educated),
        listing(SupportList, "S"),
    ),
)
