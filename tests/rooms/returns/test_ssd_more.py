"""What the dataset fills beside the journey itself: identity, children in need, health, court, SEND."""

import csv
from datetime import date

import polars as pl

from throughline.record.care import (
    CarePlans,
    Convictions,
    HealthChecks,
    Immunisations,
    StrengthsScores,
    SubstanceMisuse,
)
from throughline.record.columns import Date, Flag, Number
from throughline.record.court import PreProceedings
from throughline.record.identity import Families, Identifiers, ImmigrationStatuses, Mothers
from throughline.record.in_need import CinPlans, CinVisits
from throughline.record.money import Section251
from throughline.record.permanence import PreviousPermanence
from throughline.record.protection import VoiceOfChild
from throughline.record.send import EhcAssessments, EhcPlans, EhcRequests, EhcReviews, SendPupils, SenNeeds
from throughline.returns.ssd import SSD

ANN = {"person.csv": "pers_person_id,pers_dob\nAnn,2012-05-01\n"}
ADMINISTRATION = {"ssd_api_data_staging", "ssd_cohort", "ssd_version_log"}
JAN, FEB, MAR = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)


def test_every_table_of_the_dataset_fills_the_record(shared):
    """All but those about its version, its sending and its cohort."""
    with (shared / "facts" / "ssd_tables.csv").open() as file:
        tables = {row["table"] for row in csv.DictReader(file)}
    known = {table.__doc__.split(":")[0] for table in SSD.files.values()}
    assert known == tables - ADMINISTRATION
    filled = {
        root.split(".")[0]
        for fill in SSD.fills
        for e in fill.columns.values()
        for root in e.meta.root_names()
    }
    beside = {"SsdAssessmentFactors", "SsdLegalStatus"}  # read through a recipe
    assert {table.__name__ for table in SSD.files.values()} == {
        t for t in filled if t.startswith("Ssd")
    } | beside


def test_identity(read, rows):
    part = read(
        {
            **ANN,
            "f.csv": "fami_table_id,fami_family_id,fami_person_id\n1,F1,Ann\n",
            "m.csv": "moth_table_id,moth_person_id,"
            "moth_childs_person_id,moth_childs_dob\n1,Ann,Bab,2026-01-01\n",
            "l.csv": "link_person_id,link_identifier_type,link_identifier_value,link_valid_from_date,"
            "link_valid_to_date\nAnn,NHS Number,0012,2026-01-01,2026-02-01\nAnn,YOT Number,,,\n",
            "i.csv": "immi_person_id,immi_immigration_status,immi_immigration_status_start_date,"
            "immi_immigration_status_end_date\nAnn,UASC,2026-01-01,2026-02-01\nAnn,ILR,2026-02-01,\n",
        }
    )  # fmt: skip
    assert rows(part, Families, "family", "child") == [("F1", "Ann")]
    assert rows(part, Mothers, "child", "baby", "born") == [("Ann", "Bab", JAN)]
    assert rows(part, Identifiers, "child", "kind", "value", "started", "ended") == [
        ("Ann", "NHS Number", "0012", JAN, FEB)
    ]
    assert rows(part, ImmigrationStatuses, "status", "started", "ended") == [
        ("ILR", FEB, None),
        ("Unaccompanied Asylum Seeking Child", JAN, FEB),
    ]


def test_in_need(read, rows):
    part = read(
        {
            **ANN,
            "p.csv": "cinp_cin_plan_id,cinp_referral_id,cinp_person_id,cinp_cin_plan_start_date,"
            "cinp_cin_plan_end_date,cinp_cin_plan_team,cinp_cin_plan_worker_id\n"
            "P1,R1,Ann,2026-01-01,2026-02-01,T1,W1\n",
            "v.csv": "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen,"
            "cinv_cin_visit_seen_alone,cinv_cin_visit_bedroom,cinv_cin_plan_id\n"
            "V1,,2026-02-01,Y,N,,P1\nV2,Ben,2026-03-01,,,Y,\n",
        }
    )
    names = ("plan", "child", "started", "ended", "referral", "team", "worker")
    assert rows(part, CinPlans, *names) == [("P1", "Ann", JAN, FEB, "R1", "T1", "W1")]
    assert rows(part, CinVisits, "visit", "child", "plan", "made", "seen", "seen_alone", "bedroom") == [
        ("V1", "Ann", "P1", FEB, True, False, None),
        ("V2", "Ben", None, MAR, None, None, True),
    ]


def test_visits_without_plans(read, rows):
    part = read({**ANN, "v.csv": "cinv_person_id,cinv_cin_visit_date,cinv_cin_plan_id\nAnn,2026-02-01,P1\n"})
    assert rows(part, CinVisits, "child", "made") == [("Ann", FEB)]


def test_children_looked_after(read, rows):
    plans = '"{""RETURN6M"": ""Y"", ""ADOPTION"": ""Y"", ""OTHERPLN"": ""N""}"'
    part = read(
        {
            **ANN,
            "lacp.csv": "lacp_person_id,lacp_cla_care_plan_start_date,lacp_cla_care_plan_end_date,"
            f"lacp_cla_care_plan_json\nAnn,2026-01-01,2026-02-01,{plans}\nAnn,2026-02-01,,\n",
            "clah.csv": "clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date,"
            "clah_health_check_status\nH1,Ann,Dental Check,2026-01-01,Refused\n",
            "clai.csv": "clai_person_id,clai_immunisations_status,clai_immunisations_status_date\n"
            "Ann,Y,2026-01-01\nBen,N,\n",
            "clac.csv": "clac_cla_conviction_id,clac_person_id,clac_cla_conviction_date,"
            "clac_cla_conviction_offence\nC1,Ann,2026-01-01,Theft\n",
            "clas.csv": "clas_person_id,clas_substance_misuse_date,clas_substance_misused,"
            "clas_intervention_received\nAnn,2026-01-01,Ketamine,N\n",
            "csdq.csv": "csdq_person_id,csdq_sdq_completed_date,csdq_sdq_reason,csdq_sdq_score\n"
            "Ann,2026-01-01,SSD_PH,11\nAnn,2026-02-01,SDQ2,\n",
            "lapp.csv": "lapp_person_id,lapp_previous_permanence_order_date,lapp_previous_permanence_option,"
            "lapp_previous_permanence_la\nAnn,zz/03/2015,P2,Leeds\n",
        }
    )
    assert rows(part, CarePlans, "started", "ended", "aim") == [
        (JAN, FEB, "ADOPTION"), (JAN, FEB, "RETURN6M"), (FEB, None, None),
    ]  # fmt: skip
    assert rows(part, HealthChecks, "check", "done", "kind", "status") == [
        ("H1", JAN, "Dental Check", "Refused")
    ]
    assert rows(part, Immunisations, "child", "recorded", "up_to_date") == [
        ("Ann", JAN, True), ("Ben", None, False),
    ]  # fmt: skip
    assert rows(part, Convictions, "conviction", "offended", "offence") == [("C1", JAN, "Theft")]
    assert rows(part, SubstanceMisuse, "found", "substance", "helped") == [(JAN, "Ketamine", False)]
    assert rows(part, StrengthsScores, "completed", "score", "reason") == [
        (JAN, 11.0, None),
        (FEB, None, "SDQ2"),
    ]
    assert rows(part, PreviousPermanence, "kind", "council", "ordered") == [("P2", "Leeds", "zz/03/2015")]


def test_before_court_and_what_else(read, rows):
    part = read(
        {
            **ANN,
            "prep.csv": "prep_person_id,prep_pre_pro_decision_date,prep_agree_stepdown_issue_date,"
            "prep_pre_pro_outcome,prep_legal_gateway_outcome,prep_la_inital_plan_approved,"
            "prep_la_final_care_plan\nAnn,2026-01-01,2026-02-01,Step down,B,Y,H\n",
            "voch.csv": "voch_person_id,voch_explained_worries,voch_plan_safe\nAnn,Y,3\n",
            "s251.csv": "s251_table_id,s251_cla_placement_id,s251_placeholder_1\nL1,P1,SSD_PH\n",
        }
    )
    names = ("started", "ended", "outcome", "gateway", "first_plan_approved", "final_plan")
    assert rows(part, PreProceedings, *names) == [(JAN, FEB, "Decision to step down", "B", True, "H")]
    assert rows(part, VoiceOfChild, "child", "worries", "plan", "story") == [("Ann", "Y", "3", None)]
    assert rows(part, Section251, "line", "placement", "first") == [("L1", "P1", None)]


SEND = {
    **ANN,
    "a.csv": "send_table_id,send_upn,send_uln,send_upn_unknown,send_person_id\nS1,U1,L1,,Ann\n",
    "b.csv": "ehcr_ehcp_request_id,ehcr_send_table_id,ehcr_ehcp_req_date,ehcr_ehcp_req_outcome_date,"
    "ehcr_ehcp_req_outcome\nQ1,S1,2026-01-01,2026-02-01,Y\nQ2,S9,2026-01-01,,A\n",
    "c.csv": "ehca_ehcp_assessment_id,ehca_ehcp_request_id,ehca_ehcp_assessment_outcome_date,"
    "ehca_ehcp_assessment_outcome,ehca_ehcp_assessment_exceptions\nA1,Q1,2026-03-01,Y,0\n",
    "d.csv": "ehcn_named_plan_id,ehcn_ehcp_asmt_id,ehcn_named_plan_start_date,ehcn_named_plan_ceased_date,"
    "ehcn_named_plan_ceased_reason\nN1,A1,2026-03-01,,\n",
    "e.csv": "ehcp_active_ehcp_id,ehcp_ehcp_request_id,ehcp_active_ehcp_last_review_date\nP1,Q1,2026-03-01\n",
    "f.csv": "senn_table_id,senn_active_ehcp_id,senn_active_ehcp_need_type,senn_active_ehcp_need_rank\n"
    "1,P1,SEMH,1\n2,P1,SLCN,2\n",
}


def test_send_by_its_links(read, rows, says):
    part = read(SEND)
    assert rows(part, SendPupils, "record", "child", "upn", "uln", "unknown") == [
        ("S1", "Ann", "U1", "L1", None)
    ]
    assert rows(part, EhcRequests, "request", "child", "started", "ended", "decision") == [
        ("Q1", "Ann", JAN, FEB, "Y")
    ]
    assert rows(
        part, EhcAssessments, "assessment", "request", "child", "decided", "decision", "excepted"
    ) == [("A1", "Q1", "Ann", MAR, "Y", False)]
    assert rows(part, EhcAssessments, "requested", "issued") == [(JAN, MAR)]
    assert rows(part, EhcPlans, "plan", "child", "started", "ended") == [("N1", "Ann", MAR, None)]
    assert rows(part, EhcReviews, "plan", "child", "told") == [("P1", "Ann", MAR)]
    assert rows(part, SenNeeds, "child", "need", "rank") == [("Ann", "SEMH", "1"), ("Ann", "SLCN", "2")]
    assert "given/b.csv, line 3, ehcr_send_table_id: it does not give “The child”" in says(part)


def test_send_without_the_child_fills_nothing(read):
    part = read({name: text for name, text in SEND.items() if name != "a.csv"})
    assert not {EhcRequests, EhcPlans, SenNeeds} & set(part.frames)


ENDS = ("end", "ceased", "close", "auth", "to_date")


def filled_cell(column):
    """What stands in a field, and what the record then says."""
    if isinstance(column, Date):
        day = FEB if any(word in column.short for word in ENDS) else JAN
        return day.isoformat(), day
    if isinstance(column, Flag):
        return "Y", True
    if isinstance(column, Number):
        return "2.5", 2.5
    if column.codes:
        code = list(column.codes.labels)[-1]
        return code, code
    return "0012", "0012"


def test_every_field_that_is_taken_as_it_is_arrives(read, rows, says):
    """A line in each table of the dataset, with all its fields filled."""
    tables = SSD.files.values()
    files = {
        f"{table.__name__}.csv": "\n".join((
            ",".join(table.columns), ",".join(filled_cell(column)[0] for column in table.columns.values())
        )) + "\n"
        for table in tables
    }  # fmt: skip
    part = read({**files, "SsdClaReviews.csv": files["SsdClaReviews.csv"].replace(",Y,", ",N,")}, as_at=MAR)
    expected = {column.name: filled_cell(column)[1] for table in tables for column in table.columns.values()}
    checked = 0
    for fill in SSD.fills:
        for short, read_as in fill.columns.items():
            (root, *others) = read_as.meta.root_names()
            if not others and root in expected and read_as.meta.eq(pl.col(root)):
                assert rows(part, fill.table, short) == [(expected[root],)], f"{fill.table.__name__}.{short}"
                checked += 1
    assert checked > 200
