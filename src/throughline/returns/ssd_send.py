"""Special educational needs out of the dataset: its tables, and how they fill the record. Only the first
names the child; each of the others names the one before it."""

from __future__ import annotations

import polars as pl

from throughline.record.columns import Code, Date, Flag, Id
from throughline.record.rows import Table
from throughline.record.send import EhcAssessments, EhcPlans, EhcRequests, EhcReviews, SendPupils, SenNeeds
from throughline.record.send_codes import DECISION, ISSUES, PLAN_END, SEN_NEED, UPN_UNKNOWN
from throughline.returns.kinds import Fill, Frames, Lines, lines_of

CHILD, KEY = "@child", "@key"
REQUESTED, ISSUED = "@requested", "@issued"  # of an assessment: the day of its request, and of its plan


class SsdSend(Table):
    """ssd_send: one row a child."""

    send_table_id = Id("The record", required=True)
    send_person_id = Id("The child", required=True)
    send_upn = Id("Unique pupil number")
    send_uln = Id("Unique learner number")
    send_upn_unknown = Code("Why neither is known", codes=UPN_UNKNOWN)


class SsdEhcpRequests(Table):
    """ssd_ehcp_requests: one row a request."""

    ehcr_ehcp_request_id = Id("The request", required=True)
    ehcr_send_table_id = Id("The record of the child", required=True)
    ehcr_ehcp_req_date = Date("The day it came in")
    ehcr_ehcp_req_outcome_date = Date("The day the answer was told")
    ehcr_ehcp_req_outcome = Code("Whether to assess", codes=DECISION)


class SsdEhcpAssessment(Table):
    """ssd_ehcp_assessment: one row an assessment."""

    ehca_ehcp_assessment_id = Id("The assessment", required=True)
    ehca_ehcp_request_id = Id("The request", required=True)
    ehca_ehcp_assessment_outcome_date = Date("The day the plan was issued or refused")
    ehca_ehcp_assessment_outcome = Code("Whether a plan was issued", codes=DECISION)
    ehca_ehcp_assessment_exceptions = Flag("The twenty weeks need not be kept")


class SsdEhcpNamedPlan(Table):
    """ssd_ehcp_named_plan: one row a plan."""

    ehcn_named_plan_id = Id("The plan")
    ehcn_ehcp_asmt_id = Id("The assessment", required=True)
    ehcn_named_plan_start_date = Date("The day of the plan")
    ehcn_named_plan_ceased_date = Date("The day it ended")
    ehcn_named_plan_ceased_reason = Code("Why it ended", codes=PLAN_END)


class SsdEhcpActivePlans(Table):
    """ssd_ehcp_active_plans: one row a plan in force."""

    ehcp_active_ehcp_id = Id("The plan", required=True)
    ehcp_ehcp_request_id = Id("The request", required=True)
    ehcp_active_ehcp_last_review_date = Date("The day the family was told of the latest review")


class SsdSenNeed(Table):
    """ssd_sen_need: one row a need a plan in force names."""

    senn_active_ehcp_id = Id("The plan", required=True)
    senn_active_ehcp_need_type = Code("The need", required=True, codes=SEN_NEED)
    senn_active_ehcp_need_rank = Id("1 the first, 2 the second")


# Of each table: what its lines are known by, and what names the line of the next table.
LINKS: dict[type[Table], tuple[pl.Expr, pl.Expr]] = {
    SsdEhcpRequests: (SsdEhcpRequests.ehcr_ehcp_request_id, SsdEhcpRequests.ehcr_send_table_id),
    SsdEhcpAssessment: (SsdEhcpAssessment.ehca_ehcp_assessment_id, SsdEhcpAssessment.ehca_ehcp_request_id),
    SsdEhcpNamedPlan: (SsdEhcpNamedPlan.ehcn_named_plan_id, SsdEhcpNamedPlan.ehcn_ehcp_asmt_id),
    SsdEhcpActivePlans: (SsdEhcpActivePlans.ehcp_active_ehcp_id, SsdEhcpActivePlans.ehcp_ehcp_request_id),
    SsdSenNeed: (SsdSenNeed.senn_active_ehcp_id, SsdSenNeed.senn_active_ehcp_id),
}


def with_child(*tables: type[Table]) -> Lines:
    """The lines of the first table, each with its child: it names a line of the second, that of the third,
    and the last the record of the child."""

    def made_by(frames: Frames) -> pl.DataFrame:
        known = frames[SsdSend].select(SsdSend.send_table_id.alias(KEY), SsdSend.send_person_id.alias(CHILD))
        for table in reversed(tables):
            key, names = LINKS[table]
            once = known.drop_nulls().unique(KEY, keep="first", maintain_order=True)
            lines = frames[table].with_columns(names.alias(KEY))
            lines = lines.join(once, on=KEY, how="left", maintain_order="left")
            known = lines.select(key.alias(KEY), CHILD)
        return lines

    return Lines((*tables, SsdSend), made_by)


@lines_of(SsdEhcpAssessment, SsdEhcpRequests, SsdSend)
def assessed(frames: Frames) -> pl.DataFrame:
    """The assessments, each with its child, the day its request came in, and the day of the plan it led to:
    the twenty weeks."""
    lines = with_child(SsdEhcpAssessment, SsdEhcpRequests).made_by(frames)
    requests = frames[SsdEhcpRequests].group_by(SsdEhcpRequests.ehcr_ehcp_request_id.alias(KEY))
    plans = frames[SsdEhcpNamedPlan].group_by(SsdEhcpNamedPlan.ehcn_ehcp_asmt_id.alias(KEY))
    asked = requests.agg(SsdEhcpRequests.ehcr_ehcp_req_date.first().alias(REQUESTED))
    began = plans.agg(SsdEhcpNamedPlan.ehcn_named_plan_start_date.min().alias(ISSUED))
    key, names = LINKS[SsdEhcpAssessment]
    for beside, by in ((asked, names), (began, key)):
        lines = lines.with_columns(by.alias(KEY)).join(beside, on=KEY, how="left", maintain_order="left")
    return lines


def child_of(table: type[Table]) -> pl.Expr:
    """The child of a line of `with_child`; where there is none, what names the next line is to blame."""
    return pl.when(LINKS[table][1].is_not_null()).then(pl.col(CHILD))


SEND_TABLES: dict[str, type[Table]] = {
    "SEND records (ssd_send)": SsdSend,
    "EHC requests (ssd_ehcp_requests)": SsdEhcpRequests,
    "EHC assessments (ssd_ehcp_assessment)": SsdEhcpAssessment,
    "EHC plans (ssd_ehcp_named_plan)": SsdEhcpNamedPlan,
    "EHC plans in force (ssd_ehcp_active_plans)": SsdEhcpActivePlans,
    "SEN needs (ssd_sen_need)": SsdSenNeed,
}
SEND_FILLS = (
    Fill(
        SendPupils,
        rows=SsdSend,
        record=SsdSend.send_table_id,
        child=SsdSend.send_person_id,
        upn=SsdSend.send_upn,
        uln=SsdSend.send_uln,
        unknown=SsdSend.send_upn_unknown,
    ),
    Fill(
        EhcRequests,
        rows=with_child(SsdEhcpRequests),
        request=SsdEhcpRequests.ehcr_ehcp_request_id,
        child=child_of(SsdEhcpRequests),
        started=SsdEhcpRequests.ehcr_ehcp_req_date,
        ended=SsdEhcpRequests.ehcr_ehcp_req_outcome_date,
        decision=SsdEhcpRequests.ehcr_ehcp_req_outcome,
    ),
    Fill(
        EhcAssessments,
        rows=assessed,
        assessment=SsdEhcpAssessment.ehca_ehcp_assessment_id,
        request=SsdEhcpAssessment.ehca_ehcp_request_id,
        child=child_of(SsdEhcpAssessment),
        decided=SsdEhcpAssessment.ehca_ehcp_assessment_outcome_date,
        decision=SsdEhcpAssessment.ehca_ehcp_assessment_outcome,
        excepted=SsdEhcpAssessment.ehca_ehcp_assessment_exceptions,
        requested=pl.col(REQUESTED),
        issued=pl.coalesce(
            pl.col(ISSUED),
            pl.when(SsdEhcpAssessment.ehca_ehcp_assessment_outcome == ISSUES).then(
                SsdEhcpAssessment.ehca_ehcp_assessment_outcome_date
            ),
        ),
    ),
    Fill(
        EhcPlans,
        rows=with_child(SsdEhcpNamedPlan, SsdEhcpAssessment, SsdEhcpRequests),
        plan=SsdEhcpNamedPlan.ehcn_named_plan_id,
        assessment=SsdEhcpNamedPlan.ehcn_ehcp_asmt_id,
        child=child_of(SsdEhcpNamedPlan),
        started=SsdEhcpNamedPlan.ehcn_named_plan_start_date,
        ended=SsdEhcpNamedPlan.ehcn_named_plan_ceased_date,
        end_reason=SsdEhcpNamedPlan.ehcn_named_plan_ceased_reason,
    ),
    Fill(
        EhcReviews,
        rows=with_child(SsdEhcpActivePlans, SsdEhcpRequests),
        plan=SsdEhcpActivePlans.ehcp_active_ehcp_id,
        request=SsdEhcpActivePlans.ehcp_ehcp_request_id,
        child=child_of(SsdEhcpActivePlans),
        told=SsdEhcpActivePlans.ehcp_active_ehcp_last_review_date,
    ),
    Fill(
        SenNeeds,
        rows=with_child(SsdSenNeed, SsdEhcpActivePlans, SsdEhcpRequests),
        plan=SsdSenNeed.senn_active_ehcp_id,
        child=child_of(SsdSenNeed),
        need=SsdSenNeed.senn_active_ehcp_need_type,
        rank=SsdSenNeed.senn_active_ehcp_need_rank,
    ),
)
