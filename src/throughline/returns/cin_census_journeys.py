"""What several elements of the CIN census say together: one row of the record out of two or three."""

from __future__ import annotations

import polars as pl

from throughline.record.rows import SINCE, SOURCE, SOURCE_LINE, UNTIL, Table
from throughline.returns.cin_census_tables import (
    Assessments,
    ChildCharacteristics,
    ChildIdentifiers,
    ChildProtectionPlans,
    CINdetails,
    CINPlanDates,
    Disabilities,
    FactorsIdentifiedAtAssessment,
    PreProceedingsandFGDM,
    Reviews,
    Section47,
)
from throughline.returns.kinds import YEAR, Frames, lines_of
from throughline.returns.ssda903_journeys import joined_over_years

FOUND, HELD, DUE, DISCUSSED, PLAN_BEGAN = "@found", "@held", "@due", "@discussed", "@plan_began"
NUMBERS = ("ChildID", "CINdetailsID", "AssessmentsID", "ChildProtectionPlansID")  # of one file alone
ENDS: dict[type[Table], tuple[str, ...]] = {  # of spells: the end, and what is said with it
    CINdetails: ("CINclosureDate", "ReasonForClosure", "DateOfInitialCPC"),
    Assessments: ("AssessmentAuthorisationDate", "AssessmentInternalReviewDate"),
    CINPlanDates: ("CINPlanEndDate",),
    ChildProtectionPlans: ("CPPendDate",),
    PreProceedingsandFGDM: (
        "StepDecisionDate",
        "PPOutcome",
        "CourtAppDate",
        "LetterInitCPDate",
        "FGDMMeetingOffer",
        "FGDMMeetingFac",
        "InitialPPMeetingDate",
        "ReviewMeetingsCount",
    ),
}


def over_years(sent: dict[type[Table], pl.DataFrame]) -> dict[type[Table], pl.DataFrame]:
    """The tables of consecutive years as one: a spell that goes on from one year into the next is one line,
    a factor has its assessment's day beside it, and a review the day its plan began."""
    told = {**sent, FactorsIdentifiedAtAssessment: with_day_found(sent), Reviews: with_plan_begun(sent)}
    for table, ends in ENDS.items():
        if table in sent:
            blank = [pl.lit(None, pl.String).alias(c.name) for n, c in table.columns.items() if n in NUMBERS]
            told[table] = joined_over_years(sent[table].with_columns(blank), table, *ends)
    return told


def with_day_found(sent: Frames) -> pl.DataFrame:
    """Factors, each with the day its assessment was signed off."""
    days = sent[Assessments].select(
        SOURCE,
        Assessments.AssessmentsID.alias("FactorsIdentifiedAtAssessment.AssessmentsID"),
        Assessments.AssessmentAuthorisationDate.alias(FOUND),
    )
    mine = [SOURCE, "FactorsIdentifiedAtAssessment.AssessmentsID"]
    days = days.drop_nulls(mine).unique(mine, keep="first", maintain_order=True)
    return sent[FactorsIdentifiedAtAssessment].join(days, on=mine, how="left", maintain_order="left")


def with_plan_begun(sent: Frames) -> pl.DataFrame:
    """Reviews, each with the day its plan began."""
    days = sent[ChildProtectionPlans].select(
        SOURCE,
        ChildProtectionPlans.ChildProtectionPlansID.alias("Reviews.ChildProtectionPlansID"),
        ChildProtectionPlans.CPPstartDate.alias(PLAN_BEGAN),
    )
    mine = [SOURCE, "Reviews.ChildProtectionPlansID"]
    days = days.drop_nulls(mine).unique(mine, keep="first", maintain_order=True)
    return sent[Reviews].join(days, on=mine, how="left", maintain_order="left")


@lines_of(ChildIdentifiers)
def people(frames: Frames) -> pl.DataFrame:
    """Each child as the newest census has them, with their ethnic group, and whether a disability is
    recorded."""
    child = ChildIdentifiers.LAchildID
    newest = frames[ChildIdentifiers].sort(YEAR, descending=True, maintain_order=True)
    newest = newest.filter(child.is_null() | child.is_first_distinct())
    mine = [SOURCE, "ChildIdentifiers.ChildID"]
    groups = frames[ChildCharacteristics].select(
        SOURCE, ChildCharacteristics.ChildID.alias(mine[1]), ChildCharacteristics.Ethnicity
    )
    disabled = (
        frames[Disabilities]
        .drop_nulls("Disabilities.Disability")
        .group_by(SOURCE, Disabilities.ChildID.alias(mine[1]))
        .agg((Disabilities.Disability != "NONE").any().alias("@disabled"))
    )
    once = groups.unique(mine, keep="first", maintain_order=True)
    beside = newest.join(once, on=mine, how="left", maintain_order="left")
    return beside.join(disabled, on=mine, how="left", maintain_order="left")


@lines_of(ChildIdentifiers)
def former_numbers(frames: Frames) -> pl.DataFrame:
    """Each child's earlier pupil numbers, each once."""
    told = ["ChildIdentifiers.LAchildID", "ChildIdentifiers.FormerUPN"]
    return frames[ChildIdentifiers].drop_nulls(told).unique(told, keep="first", maintain_order=True)


@lines_of(Disabilities)
def disabilities(frames: Frames) -> pl.DataFrame:
    """The disabilities of each child in the newest census that has any of theirs, each once."""
    rows = frames[Disabilities]
    newest = rows.filter(pl.col(YEAR) == pl.col(YEAR).max().over("Disabilities.LAchildID"))
    told = ["Disabilities.LAchildID", "Disabilities.Disability"]
    return newest.unique(told, keep="first", maintain_order=True)


@lines_of(Section47, CINdetails)
def conferences(frames: Frames) -> pl.DataFrame:
    """Initial conferences: those an enquiry led to, or is to lead to; and those without one (a child who
    moved here), which stand beside the referral. The same day said in both places is one conference."""
    wanted = Section47.InitialCPCtarget.is_not_null() & ~Section47.ICPCnotRequired.fill_null(False)
    enquired = frames[Section47].filter(Section47.DateOfInitialCPC.is_not_null() | wanted)
    came = (SOURCE, SOURCE_LINE, SINCE, UNTIL, YEAR)
    led_to = enquired.select(
        Section47.LAchildID.alias("CINdetails.LAchildID"),
        Section47.DateOfInitialCPC.alias(HELD),
        Section47.InitialCPCtarget.alias(DUE),
        Section47.S47ActualStartDate.alias(DISCUSSED),
        *came,
    )
    alone = frames[CINdetails].select("CINdetails.LAchildID", CINdetails.DateOfInitialCPC.alias(HELD), *came)
    alone = alone.drop_nulls(HELD).join(led_to, on=["CINdetails.LAchildID", HELD], how="anti")
    return pl.concat([led_to, alone], how="diagonal")
