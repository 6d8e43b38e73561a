"""The CIN census: children in need, in the year to 31 March. One XML file, of every time in need that was
open on any day of the year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import accumulate

import polars as pl

from throughline.errors import Fault
from throughline.record.assessment import Assessments as SocialAssessments
from throughline.record.assessment import Factors
from throughline.record.child import Child
from throughline.record.child import Disabilities as DisabilitiesOfChild
from throughline.record.composing import Part
from throughline.record.court import PreProceedings
from throughline.record.front_door import Referrals
from throughline.record.identity import Identifiers
from throughline.record.in_need import CinPlans
from throughline.record.protection import Conferences, CpPlans, CpReviews
from throughline.record.protection import Section47 as Enquiries
from throughline.record.rows import SOURCE, Table
from throughline.returns.cin_census_journeys import (
    DISCUSSED,
    DUE,
    FOUND,
    HELD,
    PLAN_BEGAN,
    conferences,
    disabilities,
    former_numbers,
    over_years,
    people,
)
from throughline.returns.cin_census_tables import (
    OF_CHILDREN,
    Assessments,
    ChildCharacteristics,
    ChildIdentifiers,
    ChildProtectionPlans,
    CINdetails,
    CINPlanDates,
    CollectionDetails,
    Disabilities,
    FactorsIdentifiedAtAssessment,
    PreProceedingsandFGDM,
    Reviews,
    Section47,
    Source,
)
from throughline.returns.cin_census_years import Census, censuses_of
from throughline.returns.filling import Filled, faults_of, filled
from throughline.returns.kinds import CAME_BY, Asked, Fill, Received, Return, Xml


def parts_by_year(given: Return, received: Sequence[Received], asked: Asked) -> list[Part]:
    """A part for each run of years without a gap."""
    censuses = censuses_of(received, asked)
    runs = accumulate((int(b.end != a.end + 1) for a, b in zip(censuses, censuses[1:])), initial=0)
    by_run: dict[int, list[Census]] = {}
    for run, census in zip(runs, censuses):
        by_run.setdefault(run, []).append(census)
    return [part_of(given, run) for run in by_run.values()]


def part_of(given: Return, run: Sequence[Census]) -> Part:
    """Consecutive years as one return."""
    sources = tuple(census.source for census in run)
    names = [source.file for source in sources]
    told = [tables_of(census, number) for number, census in enumerate(run)]
    faults = [fault for census in run for fault in census.faults]
    faults += [fault for tables in told for fault in twice(tables, names)]
    sent: dict[type[Table], pl.DataFrame] = {}
    for table in OF_CHILDREN:
        if frames := [tables[table] for tables in told if table in tables]:
            sent[table] = pl.concat(frames, how="diagonal")
    made, wrong = filled(given, over_years(sent), names)
    council = next((census.council for census in run if census.council), "")
    covers, listed = covered(given, run, made), (*faults, *wrong)
    return Part(given.title, given.rank, run[-1].as_at, made, covers, sources, listed, council=council)


def tables_of(census: Census, number: int) -> dict[type[Table], pl.DataFrame]:
    """The tables a census answers for, their lines marked with its number; of a kind it has none of, none."""
    frames = {
        table: census.tables.get(table, pl.DataFrame(schema={**table.schema(), **CAME_BY}))
        for table in OF_CHILDREN
        if census.tells(table)
    }
    source = pl.lit(number, CAME_BY[SOURCE]).alias(SOURCE)
    return {table: frame.with_columns(source) for table, frame in frames.items()}


def twice(tables: dict[type[Table], pl.DataFrame], names: Sequence[str]) -> list[Fault]:
    """A fault for each child who stands in one census again."""
    child = ChildIdentifiers.LAchildID
    again = tables[ChildIdentifiers].filter(child.is_not_null() & ~child.is_first_distinct())
    says = "this child stands in the census already; what is first said of them is kept, and all their times."
    return faults_of(again, names, "LAchildID", says)


def covered(given: Return, run: Sequence[Census], made: Filled) -> dict[type[Table], tuple[date, date]]:
    """The days on which the census answers for each table: the last run of years that tell it."""
    covers: dict[type[Table], tuple[date, date]] = {}
    for fill in given.fills:
        told = [census for census in run if all(census.tells(table) for table in fill.rows.needs)]
        last = [c for n, c in enumerate(told) if told[-1].end - c.end == len(told) - 1 - n]
        if fill.table in made:
            covers[fill.table] = (last[0].since, last[-1].as_at)
    return covers


CIN_CENSUS = Return(
    title="Children in need census (CIN)",
    holds="1 April to 31 March",
    rank=4,
    files={
        "CollectionDetails": CollectionDetails,
        "Source": Source,
        **{table.__name__: table for table in OF_CHILDREN},
    },
    must_have=(ChildIdentifiers,),
    reads=Xml(
        elements=("Message", "Children", "Child"), passed=("Header", "Content", "CBDSLevels", "CBDSLevel")
    ),
    made_by=parts_by_year,
    fills=(
        Fill(
            Child,
            rows=people,
            child=ChildIdentifiers.LAchildID,
            born=ChildIdentifiers.PersonBirthDate,
            expected=ChildIdentifiers.ExpectedPersonBirthDate,
            died=ChildIdentifiers.PersonDeathDate,
            sex=pl.coalesce(ChildIdentifiers.Sex, ChildIdentifiers.GenderCurrent),
            ethnicity=ChildCharacteristics.Ethnicity,
            upn=ChildIdentifiers.UPN,
            disabled=pl.col("@disabled"),
        ),
        Fill(
            Identifiers,
            rows=former_numbers,
            child=ChildIdentifiers.LAchildID,
            kind=pl.lit("Former Unique Pupil Number"),
            value=ChildIdentifiers.FormerUPN,
        ),
        Fill(
            DisabilitiesOfChild,
            rows=disabilities,
            child=Disabilities.LAchildID,
            disability=Disabilities.Disability,
        ),
        Fill(
            Referrals,
            rows=CINdetails,
            child=CINdetails.LAchildID,
            started=CINdetails.CINreferralDate,
            ended=pl.coalesce(
                CINdetails.CINclosureDate,  # the census asks for none where there was no further action
                pl.when(CINdetails.ReferralNFA).then(CINdetails.CINreferralDate),
            ),
            source=CINdetails.ReferralSource,
            no_action=CINdetails.ReferralNFA,
            need=CINdetails.PrimaryNeedCode,
            end_reason=CINdetails.ReasonForClosure,
        ),
        Fill(
            SocialAssessments,
            rows=Assessments,
            child=Assessments.LAchildID,
            started=Assessments.AssessmentActualStartDate,
            ended=Assessments.AssessmentAuthorisationDate,
        ),
        Fill(
            Factors,
            rows=FactorsIdentifiedAtAssessment,
            child=FactorsIdentifiedAtAssessment.LAchildID,
            found=pl.col(FOUND),
            factor=FactorsIdentifiedAtAssessment.AssessmentFactors,
        ),
        Fill(
            CinPlans,
            rows=CINPlanDates,
            child=CINPlanDates.LAchildID,
            started=CINPlanDates.CINPlanStartDate,
            ended=CINPlanDates.CINPlanEndDate,
        ),
        Fill(
            Enquiries,
            rows=Section47,
            child=Section47.LAchildID,
            started=Section47.S47ActualStartDate,
            no_conference=Section47.ICPCnotRequired,
            conference=Section47.DateOfInitialCPC,
        ),
        Fill(
            Conferences,
            rows=conferences,
            child=CINdetails.LAchildID,
            held=pl.col(HELD),
            due=pl.col(DUE),
            discussed=pl.col(DISCUSSED),
        ),
        Fill(
            CpPlans,
            rows=ChildProtectionPlans,
            child=ChildProtectionPlans.LAchildID,
            started=ChildProtectionPlans.CPPstartDate,
            ended=ChildProtectionPlans.CPPendDate,
            category=ChildProtectionPlans.LatestCategoryOfAbuse,
            first_category=ChildProtectionPlans.InitialCategoryOfAbuse,
            before=ChildProtectionPlans.NumberOfPreviousCPP,
        ),
        Fill(
            CpReviews,
            rows=Reviews,
            child=Reviews.LAchildID,
            held=Reviews.CPPreviewDate,
            plan_started=pl.col(PLAN_BEGAN),
        ),
        Fill(
            PreProceedings,
            rows=PreProceedingsandFGDM,
            child=PreProceedingsandFGDM.LAchildID,
            started=PreProceedingsandFGDM.PPStartDate,
            ended=PreProceedingsandFGDM.StepDecisionDate,
            letter=PreProceedingsandFGDM.LBPSentDate,
            met=PreProceedingsandFGDM.InitialPPMeetingDate,
            reviews=PreProceedingsandFGDM.ReviewMeetingsCount,
            census_outcome=PreProceedingsandFGDM.PPOutcome,
            family_meeting_offered=PreProceedingsandFGDM.FGDMMeetingOffer,
            family_meeting_held=PreProceedingsandFGDM.FGDMMeetingFac,
            applied=PreProceedingsandFGDM.CourtAppDate,
            issue_letter=PreProceedingsandFGDM.LetterInitCPDate,
        ),
    ),
)
