"""Annex A: the lists of children that a council gives Ofsted, eleven sheets of one workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import polars as pl

from throughline.errors import Fault, Refused
from throughline.record.assessment import Assessments
from throughline.record.care import Care, CareReviews, CareVisits
from throughline.record.child import Child
from throughline.record.columns import Date
from throughline.record.composing import Part
from throughline.record.early_help import EarlyHelp
from throughline.record.front_door import Contacts, Referrals
from throughline.record.leaving_care import CareLeavers
from throughline.record.permanence import Adopters, Adoptions
from throughline.record.protection import Conferences, CpPlans, CpReviews, CpVisits, Section47
from throughline.record.rows import Table
from throughline.record.workforce import Teams, Workers
from throughline.returns.annex_a_headings import HEADINGS
from throughline.returns.annex_a_journeys import (
    FROM,
    TO,
    care,
    children_of,
    contacts,
    latest_only,
    names_of,
    referrals,
)
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
from throughline.returns.kinds import AS_AT, Asked, Fill, Lines, Received, Return, Workbook, every
from throughline.returns.of_one_day import part_as_at, parts_of_books
from throughline.returns.together import Tables
from throughline.returns.which_day import day_said, day_unsaid, newest_day

WINDOW = {Adoptions: 12, Adopters: 12}  # months; every other list answers for six
SIX = 6
THE_DAY = (CareLeavers, CpVisits, CpReviews, CareVisits, CareReviews)  # known on the day of the list alone
ADD_IT = "Add the sheet, with its headings alone if there are no children in it."
NOT_RECORDED = date(1900, 1, 1)


def part_of_each(given: Return, received: Sequence[Received], asked: Asked) -> list[Part]:
    """A part for each workbook."""
    return parts_of_books(given, received, lambda sheets: part_of(given, sheets, asked))


def part_of(given: Return, sheets: list[Received], asked: Asked) -> Part:
    """One workbook."""
    part = part_as_at(given, sheets, lambda tables: day_of(sheets, tables, asked))
    here = {one.table for one in sheets}
    says = "is not in the workbook; what it would fill is not available."
    absent = [
        Fault(sheets[0].sheet.found.name, None, None, f"{name} {says}", ADD_IT)
        for name, table in given.files.items()
        if table not in here
    ]
    covers = {table: window(table, day) for table, (day, _) in part.covers.items()}
    unsaid = day_unsaid(sheets[0].sheet.found.name, sheets, part.as_at, asked)
    return replace(part, covers=covers, faults=(*part.faults, *absent, *unsaid))


def window(table: type[Table], as_at: date) -> tuple[date, date]:
    """The days on which the lists answer for a table; outside it they say nothing, which is not none."""
    if table in THE_DAY:
        return as_at, as_at
    back = pl.select(pl.lit(as_at).dt.offset_by(f"-{WINDOW.get(table, SIX)}mo")).item()
    return back + timedelta(days=1), as_at


def day_of(sheets: Sequence[Received], tables: Tables, asked: Asked) -> date:
    """The day the workbook is true of: as asked, else in its name, else that of its latest event."""
    columns = [(t, column.name) for t in tables for column in t.columns.values() if isinstance(column, Date)]
    latest = day_said(sheets, asked) or newest_day(tables, columns, asked)
    if latest is None:
        book = sheets[0].sheet.found.name
        raise Refused(
            f"Nothing in {book} is dated, so what day is it true of?", do="Say it: --as-at 2026-06-30."
        )
    return latest


# The list has no day of completion. One that says whether a conference was needed is complete, by the day
# of the list at the latest.
over_by_now = pl.when(List5.no_conference.is_not_null()).then(pl.col(AS_AT))

LISTS: dict[str, type[Table]] = {
    "List 1 (Contacts)": List1,
    "List 2 (Early help assessments)": List2,
    "List 3 (Referrals)": List3,
    "List 4 (Assessments)": List4,
    "List 5 (Section 47 enquiries and conferences)": List5,
    "List 6 (Children in need)": List6,
    "List 7 (Child protection)": List7,
    "List 8 (Children in care)": List8,
    "List 9 (Care leavers)": List9,
    "List 10 (Adoption)": List10,
    "List 11 (Prospective adopters)": List11,
}

ANNEX_A = Return(
    title="Annex A",
    holds="six months to the day of the lists; twelve for adoption",
    rank=2,
    files=LISTS,
    once={
        **dict.fromkeys((List3, List6, List7, List8, List10), ("child", "started")),
        List9: ("child",),
        List11: ("adopter",),
    },
    could_happen_twice=frozenset({List1, List2}),  # their lists have no number of a contact, or of help
    unread={table: HEADINGS[number] for number, table in enumerate(LISTS.values(), 1)},
    in_part=(
        EarlyHelp.ended,  # of help that ended in the six months, only what began in them is listed
        Referrals.ended,  # nor is a referral of before, that was assessed in them and needs no help
        Referrals.end_reason,  # why a case that needs no help was closed is in no list
        CpReviews.plan_started,  # by which a plan's reviews are told together: the latest alone is listed
    ),
    leaves_out={
        Referrals: "its list leaves out care leavers, and children who were assessed and need no help",
    },
    reads=Workbook(day_first=True, blanks=("NULL",), filler_days=(NOT_RECORDED,)),
    made_by=part_of_each,
    fills=(
        Fill(
            Child,
            rows=Lines((), children_of),
            child=pl.col("@child"),
            born=pl.col("@born"),
            sex=pl.col("@sex"),
            ethnicity=pl.col("@ethnicity"),
            disabled=pl.col("@disabled"),
            asylum=pl.col("@asylum"),
        ),
        Fill(
            Contacts,
            rows=contacts,
            child=List1.child,
            received=List1.received,
            source=List1.source,
            referred=pl.col("@referred"),
        ),
        Fill(
            EarlyHelp,
            rows=List2,
            child=List2.child,
            started=List2.started,
            ended=List2.ended,
            organisation=List2.organisation,
        ),
        Fill(
            Referrals,
            rows=referrals,
            child=pl.coalesce(List3.child, List6.child),
            started=pl.coalesce(List3.started, List6.started),
            ended=pl.col("@ended"),
            source=List3.source,
            no_action=List3.no_action,
            need=List6.need,
            end_reason=List6.end_reason,
            team=pl.coalesce(List3.team, List6.team),
            worker=pl.coalesce(List3.worker, List6.worker),
        ),
        Fill(
            Assessments,
            rows=List4,
            child=List4.child,
            started=List4.started,
            ended=List4.ended,
            seen=List4.seen,
            no_action=~List4.support,
            team=List4.team,
            worker=List4.worker,
        ),
        Fill(
            Section47,
            rows=List5,
            child=List5.child,
            started=List5.discussed,
            ended=pl.coalesce(List5.held, over_by_now),
            no_conference=List5.no_conference,
            conference=List5.held,
            team=List5.team,
            worker=List5.worker,
        ),
        Fill(
            Conferences,
            rows=every(List5, where=List5.held.is_not_null()),
            child=List5.child,
            held=List5.held,
            discussed=List5.discussed,
            plan=List5.plan,
            team=List5.team,
            worker=List5.worker,
        ),
        Fill(
            CpPlans,
            rows=List7,
            child=List7.child,
            started=List7.started,
            ended=List7.ended,
            category=List7.category,
            first_category=List7.first_category,
            before=List7.before,
            team=List7.team,
        ),
        Fill(
            CpVisits,
            rows=latest_only(List7, "visited"),
            child=List7.child,
            made=List7.visited,
            seen_alone=List7.seen_alone,
        ),
        Fill(CpReviews, rows=latest_only(List7, "reviewed"), child=List7.child, held=List7.reviewed),
        Fill(
            Care,
            rows=care,
            child=List8.child,
            started=pl.col(FROM),
            ended=pl.col(TO),
            start_reason=pl.col("@began"),
            legal_status=List8.legal_status,
            need=List8.need,
            placement=List8.placement,
            provider=List8.provider,
            end_reason=pl.col("@ceased"),
            entered_care=List8.started,
            placement_postcode=List8.postcode,
            urn=List8.urn,
            team=List8.team,
        ),
        Fill(CareVisits, rows=latest_only(List8, "visited"), child=List8.child, made=List8.visited),
        Fill(CareReviews, rows=latest_only(List8, "reviewed"), child=List8.child, held=List8.reviewed),
        Fill(
            CareLeavers,
            rows=List9,
            child=List9.child,
            started=pl.col(AS_AT),
            ended=pl.col(AS_AT) + timedelta(days=1),
            eligibility=List9.eligibility,
            in_touch=List9.in_touch,
            contact=List9.contact,
            accommodation=List9.accommodation.replace({"0": None}),
            suitable=List9.suitable,
            activity=List9.activity,
            plan_reviewed=List9.plan_reviewed,
            team=List9.team,
            worker=List9.worker,
        ),
        Fill(
            Adoptions,
            rows=List10,
            child=List10.child,
            started=List10.started,
            ended=List10.ended,
            order=pl.when(List10.ended.is_not_null()).then(pl.lit("Adoption")),
            entered_care=List10.entered_care,
            placement_order=List10.placement_order,
            matched=List10.matched,
            placed=List10.placed,
            reversed=List10.reversed,
            reversed_because=List10.reversed_because,
            fostered_first=List10.fostered_first,
        ),
        Fill(
            Adopters,
            rows=List11,
            adopter=List11.adopter,
            family=List11.family,
            enquired=List11.enquired,
            approved=List11.approved,
            matched=List11.matched,
            left=List11.left,
            left_because=List11.left_because,
        ),
        Fill(Workers, rows=names_of("worker"), worker=pl.col("@worker"), name=pl.col("@worker")),
        Fill(Teams, rows=names_of("team"), team=pl.col("@team"), name=pl.col("@team")),
    ),
)
