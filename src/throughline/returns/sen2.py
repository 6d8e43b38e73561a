"""SEN2: the yearly census of education, health and care plans. Every request, assessment and plan of the
calendar year before the census, and every plan in force on its day.

A young person is known by the pupil number, or else by the learner number, or else by the number of their
line in this census; a request by the young person and
the day it came in, because the numbers in the files differ from form to form."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from throughline.record.child import Child
from throughline.record.send import (
    EhcAssessments,
    EhcPlacements,
    EhcPlacesNamed,
    EhcPlans,
    EhcPlansInForce,
    EhcRequests,
    EhcReviews,
    SendPupils,
    SenNeeds,
)
from throughline.record.send_codes import ISSUES
from throughline.returns.kinds import AS_AT, Fill, Return, Xml
from throughline.returns.sen2_files import parts_by_census
from throughline.returns.sen2_linked import CHILD, ISSUED, RECEIVED, REQUEST, STARTED, without_named_plans
from throughline.returns.sen2_sheets import AS_CSV, AS_TEMPLATE
from throughline.returns.sen2_tables import (
    SEN2,
    ActivePlans,
    Assessment,
    NamedPlan,
    Person,
    PlacementDetail,
    PlanDetail,
    Requests,
    SENneed,
)
from throughline.returns.sen2_xml import AS_XML, PEOPLE_ALONE


def place_in(table: type[PlanDetail] | type[PlacementDetail]) -> Mapping[str, pl.Expr]:
    """The place that a line names, said alike in both tables that name one."""
    return {
        "urn": table.URN,
        "ukprn": table.UKPRN,
        "setting": table.SENSetting,
        "other_setting": table.SENSettingOther,
        "rank": table.PlacementRank,
        "unit": table.SENunitIndicator,
        "resourced": table.ResourcedProvisionIndicator,
    }


SEN2_RETURN = Return(
    title="SEN2",
    holds="the calendar year before the census in January, and what is open on its day",
    rank=5,
    files={
        "header": SEN2,
        "persons": Person,
        "requests": Requests,
        "assessments": Assessment,
        "named plans": NamedPlan,
        "plan details": PlanDetail,
        "plans in force": ActivePlans,
        "placement details": PlacementDetail,
        "SEN needs": SENneed,
    },
    must_have=(Person,),
    reads=Xml(elements=("SEN2", "Persons", "Person")),
    also=(AS_XML, PEOPLE_ALONE, AS_CSV, AS_TEMPLATE),
    leaves_out={EhcPlans: "plans that began before the year before the census; it does not say when"},
    made_by=parts_by_census,
    fills=(
        Fill(
            Child,
            rows=Person,
            child=pl.col(CHILD),
            forename=Person.Forename,
            surname=Person.Surname,
            born=Person.PersonBirthDate,
            sex=pl.coalesce(Person.Sex, Person.Gender),
            ethnicity=Person.Ethnicity,
            upn=Person.UPN,
        ),
        Fill(
            SendPupils,
            rows=Person,
            child=pl.col(CHILD),
            upn=Person.UPN,
            uln=Person.UniqueLearnerNumber,
            unknown=Person.UPNunknown,
        ),
        Fill(
            EhcRequests,
            rows=Requests,
            request=pl.col(REQUEST),
            child=pl.col(CHILD),
            started=Requests.ReceivedDate,
            ended=Requests.RequestOutcomeDate,
            decision=Requests.RequestOutcome,
            source=Requests.RequestSource,
            rya=Requests.RYA,
            mediation=Requests.RequestMediation,
            tribunal=Requests.RequestTribunal,
            exported=Requests.Exported,
        ),
        Fill(
            EhcAssessments,
            rows=Assessment,
            assessment=pl.col(REQUEST),
            request=pl.col(REQUEST),
            child=pl.col(CHILD),
            decided=Assessment.AssessmentOutcomeDate,
            decision=Assessment.AssessmentOutcome,
            excepted=Assessment.Week20,
            requested=pl.col(RECEIVED),
            issued=pl.coalesce(
                pl.col(ISSUED),
                pl.when(Assessment.AssessmentOutcome == ISSUES).then(Assessment.AssessmentOutcomeDate),
            ),
            mediation=Assessment.AssessmentMediation,
            tribunal=Assessment.AssessmentTribunal,
            other_mediation=Assessment.OtherMediation,
            other_tribunal=Assessment.OtherTribunal,
        ),
        Fill(
            EhcPlans,
            rows=NamedPlan,
            plan=pl.col(REQUEST),
            assessment=pl.col(REQUEST),
            child=pl.col(CHILD),
            started=NamedPlan.StartDate,
            ended=NamedPlan.CeaseDate,
            end_reason=NamedPlan.CeaseReason,
            residential=NamedPlan.PlanRes,
            work_based=NamedPlan.PlanWBP,
            personal_budget=NamedPlan.PB,
            oa=NamedPlan.OA,
            dp=NamedPlan.DP,
        ),
        Fill(
            EhcPlans,
            rows=without_named_plans,
            plan=pl.col(REQUEST),
            child=pl.col(CHILD),
        ),
        Fill(
            EhcPlacesNamed,
            rows=PlanDetail,
            plan=pl.col(REQUEST),
            child=pl.col(CHILD),
            named=pl.col(STARTED),
            **place_in(PlanDetail),
        ),
        Fill(
            EhcPlansInForce,
            rows=ActivePlans,
            request=pl.col(REQUEST),
            child=pl.col(CHILD),
            counted=pl.col(AS_AT),
            began=pl.col(ISSUED),
            reviewed=ActivePlans.LastReview,
            transfer_council=ActivePlans.TransferLA,
            transfer_due=ActivePlans.PhaseTransferDueDate,
            transfer_final=ActivePlans.PhaseTransferFinalDate,
            residential=ActivePlans.Res,
            work_based=ActivePlans.WBP,
        ),
        Fill(
            EhcReviews,
            rows=ActivePlans,
            plan=pl.col(REQUEST),
            request=pl.col(REQUEST),
            child=pl.col(CHILD),
            told=ActivePlans.LastReview,
            met=ActivePlans.ReviewMeeting,
            outcome=ActivePlans.ReviewOutcome,
            draft=ActivePlans.ReviewDraft,
        ),
        Fill(
            EhcPlacements,
            rows=PlacementDetail,
            plan=pl.col(REQUEST),
            child=pl.col(CHILD),
            started=PlacementDetail.EntryDate,
            ended=PlacementDetail.LeavingDate,
            attendance=PlacementDetail.AttendancePattern,
            **place_in(PlacementDetail),
            residential=PlacementDetail.Res,
            work_based=PlacementDetail.WBP,
        ),
        Fill(
            SenNeeds,
            rows=SENneed,
            plan=pl.col(REQUEST),
            child=pl.col(CHILD),
            need=SENneed.SENtype,
            rank=SENneed.SENtypeRank,
        ),
    ),
)
