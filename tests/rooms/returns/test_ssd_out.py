"""The record goes out as the dataset, and comes back the same."""

from datetime import date

import polars as pl
import pytest

from throughline.errors import Refused
from throughline.record.assessment import Factors
from throughline.record.care import Care
from throughline.record.child import Addresses, Child
from throughline.record.composing import Part, compose
from throughline.record.front_door import Contacts
from throughline.record.journey import COLUMNS
from throughline.record.protection import Conferences, CpPlans
from throughline.record.rows import ORIGIN, SINCE, UNTIL, WHO
from throughline.record.snapshots import Snapshot
from throughline.returns.receiving import read_return
from throughline.returns.ssd import SSD
from throughline.returns.ssd_out import left_behind, ssd_tables, write_ssd
from throughline.returns.ssd_tables import SsdImmigrationStatus
from throughline.returns.tables_out import check_suffix, guarded, plain_table, write_plain
from throughline.sample.local_lists import local_lists

DAY = date(2026, 6, 30)
NO_FIELD = "the dataset has no field for it"
CANNOT_TRAVEL = {
    "Addresses.deprivation": "it comes of the published index, not of the dataset",
    "Addresses.ward": "it comes of the council's list of wards, not of the dataset",
    "Assessments.referred": "it is made of the referrals",
    "Care.end_not_recorded": "only two years of an SSDA903 side by side show it",
    "Care.home": "it is made of the placement and who provides it",
    "Care.in_care_from": "it is made of the day the child came into care, or of earlier episodes",
    "Care.outside": "it comes of the council's list of wards, not of the dataset",
    "Care.team": NO_FIELD,
    "CpPlans.before": NO_FIELD,
    "CpPlans.team": NO_FIELD,
    "CpVisits.plan_ended": "it is made of the plans",
    "CpVisits.plan_started": "it is made of the plans",
    "EhcAssessments.mediation": NO_FIELD,
    "EhcAssessments.other_mediation": NO_FIELD,
    "EhcAssessments.other_tribunal": NO_FIELD,
    "EhcAssessments.tribunal": NO_FIELD,
    "EhcPlans.dp": NO_FIELD,
    "EhcPlans.oa": NO_FIELD,
    "EhcPlans.personal_budget": NO_FIELD,
    "EhcPlans.residential": NO_FIELD,
    "EhcPlans.updated": NO_FIELD,
    "EhcPlans.work_based": NO_FIELD,
    "EhcRequests.exported": NO_FIELD,
    "EhcRequests.mediation": NO_FIELD,
    "EhcRequests.rya": NO_FIELD,
    "EhcRequests.source": NO_FIELD,
    "EhcRequests.tribunal": NO_FIELD,
    "EhcReviews.draft": NO_FIELD,
    "EhcReviews.met": NO_FIELD,
    "EhcReviews.outcome": NO_FIELD,
    "PreProceedings.applied": NO_FIELD,
    "PreProceedings.census_outcome": NO_FIELD,
    "PreProceedings.family_meeting_held": NO_FIELD,
    "PreProceedings.family_meeting_offered": NO_FIELD,
}
WORLD = {
    "person": "pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob,pers_upn\n"
    '1,=Ann,"O’Neil, ""Jr""",F,2012-05-01,A1\n2,Bén,-,M,,\n3,,"two\nlines",U,2026-01-01,\n',
    "disability": "disa_person_id,disa_disability_code\n1,NONE\n2,AUT\n2,MOB\n",
    "immigration": "immi_person_id,immi_immigration_status,immi_immigration_status_start_date\n"
    "2,UASC,2026-01-05\n",
    "family": "fami_family_id,fami_person_id\nF1,1\nF1,2\n",
    "mother": "moth_person_id,moth_childs_person_id,moth_childs_dob\n1,3,2026-01-01\n",
    "linked": "link_person_id,link_identifier_type,link_identifier_value\n1,NHS Number,0012\n",
    "address": "addr_person_id,addr_address_type,addr_address_start_date,addr_address_postcode\n"
    "1,Home,2020-01-01,TS1 1AA\n1,Placement,2021-01-01,TS2 2BB\n",
    "contacts": "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_outcome_json\n"
    'C1,1,2026-03-01,"{""NEW_REFERRAL_FLAG"": ""Y""}"\n'
    'C2,2,2026-03-02,"{""NFA_FLAG"": 1}"\nC3,9,2026-03-03,\n',
    "assessments": "cina_assessment_id,cina_person_id,cina_assessment_start_date,cina_assessment_auth_date,"
    "cina_assessment_outcome_nfa\nA1,1,2026-03-05,2026-04-01,N\nA2,2,2026-03-06,,Y\n",
    "factors": "cinf_assessment_id,cinf_assessment_factors_json\n"
    'A1,"[""1A"", ""2B""]"\nA1,"[""1A""]"\nA2,"{""3C"": ""Y"", ""4A"": ""N""}"\n',
    "s47": "s47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_date,s47e_s47_nfa\n"
    "E1,1,2026-04-01,2026-04-10,N\nE2,2,2026-04-01,,\nE3,1,2026-04-01,2026-04-11,Y\n",
    "icpc": "icpc_icpc_id,icpc_s47_enquiry_id,icpc_person_id,icpc_icpc_date,icpc_icpc_target_date,"
    "icpc_icpc_outcome_cp_flag\nI1,E1,1,2026-04-15,2026-04-20,Y\nI2,E1,1,2026-05-15,,N\nI3,,2,2026-04-16,,\n",
    "plans": "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,"
    "cppl_cp_plan_latest_category,cppl_cp_plan_ola\nP1,1,2026-04-15,,NEG,N\n",
    "need visits": "cinv_cin_visit_id,cinv_cin_plan_id,cinv_cin_visit_date,cinv_cin_visit_seen\n"
    "V1,N1,2026-05-01,Y\n",
    "need plans": "cinp_cin_plan_id,cinp_person_id,cinp_cin_plan_start_date\nN1,2,2026-04-20\n",
    "episodes": "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,"
    "clae_cla_episode_start_reason,"
    "clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,"
    "clae_cla_placement_id,clae_entered_care_date\n"
    "X1,1,2026-01-01,S,N1,2026-03-01,X1,T1,L1,2026-01-01\nX2,1,2026-03-01,P,N1,,,T1,L2,2026-01-01\n"
    "X3,2,2026-02-01,S,N1,2026-02-03,E8,T2,,2026-02-01\n",
    "placements": "clap_cla_placement_id,clap_cla_placement_type,clap_cla_placement_distance,"
    "clap_cla_placement_change_reason\nL1,U6,1.5,STAND\nL2,K2,,\n",
    "statuses": "lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date\n"
    "1,V2,2026-01-01,2026-02-10\n1,C1,2026-02-10,\n",
    "reviews": "clar_cla_id,clar_cla_review_date,clar_cla_review_cancelled,clar_cla_review_participation\n"
    "T1,2026-01-25,N,PN1\nT1,2026-02-25,Y,PN1\n",
    "care plans": "lacp_person_id,lacp_cla_care_plan_start_date,lacp_cla_care_plan_end_date,"
    'lacp_cla_care_plan_json\n1,2026-01-02,,"{""P1"":""Y"",""P2"":""Y""}"\n1,2026-01-02,,\n2,2026-02-01,,\n',
    "leavers": "clea_person_id,clea_care_leaver_eligibility,clea_care_leaver_in_touch,"
    "clea_care_leaver_accommodation\n3,Relevant,Y,0\n2,Relevant,Y,B\n",
    "permanence": "perm_person_id,perm_adm_decision_date,perm_matched_date\n1,2026-05-01,2026-05-09\n",
    "pre-proceedings": "prep_person_id,prep_pre_pro_decision_date,prep_pre_pro_meetings_num,"
    "prep_care_proc_short_notice\n1,2026-02-01,2,Y\n",
    "voice": "voch_person_id,voch_explained_worries\n1,Yes\n",
    "finance": "s251_table_id,s251_cla_placement_id,s251_placeholder_1\nM1,L1,Something\n",
    "send": "send_table_id,send_person_id,send_upn\nS1,1,A1\n",
    "requests": "ehcr_ehcp_request_id,ehcr_send_table_id,ehcr_ehcp_req_date,ehcr_ehcp_req_outcome\n"
    "Q1,S1,2026-01-01,Y\n",
    "ehc assessments": "ehca_ehcp_assessment_id,ehca_ehcp_request_id,ehca_ehcp_assessment_exceptions\n"
    "H1,Q1,N\n",
    "ehc plans": "ehcn_named_plan_id,ehcn_ehcp_asmt_id,ehcn_named_plan_start_date\nD1,H1,2026-05-01\n",
    "active": "ehcp_active_ehcp_id,ehcp_ehcp_request_id,ehcp_active_ehcp_last_review_date\n"
    "D1,Q1,2026-06-01\n",
    "needs": "senn_active_ehcp_id,senn_active_ehcp_need_type,senn_active_ehcp_need_rank\nD1,ASD,1\n",
    "workers": "prof_professional_id,prof_professional_job_title,prof_full_time_equivalency\n"
    "W1,+Social,0.6\n",
    "teams": "dept_team_id,dept_team_name\nT1,North\n",
}


def again(snapshot: Snapshot, folder, *beside) -> Snapshot:
    """The record, out as the dataset and received again."""
    place = folder / f"ssd_{snapshot.as_at}"
    place.mkdir()
    write_ssd(ssd_tables(snapshot), place)
    return compose(read_return([place, *beside]), "")


def plain(snapshot: Snapshot, table):
    """A table without where its rows came from, and without what cannot travel."""
    stays = [name for name in CANNOT_TRAVEL if COLUMNS[name].name in snapshot.frames[table].columns]
    return snapshot.frames[table].drop(*ORIGIN, WHO, *stays)


def check_same(one: Snapshot, other: Snapshot):
    for table in dict.fromkeys(fill.table for fill in SSD.fills):
        mine, others = plain(one, table), plain(other, table)
        assert mine.equals(others), f"{table.__name__}: {mine.rows()[:3]} is not {others.rows()[:3]}"
        if table in one.covers:
            assert [(c.first, c.last) for c in one.covers[table]] == [
                (c.first, c.last) for c in other.covers[table]
            ]


def test_every_column_travels_but_those_listed():
    filled = {(fill.table, short) for fill in SSD.fills for short in fill.columns}
    tables = {fill.table for fill in SSD.fills}
    not_filled = {c.name for t in tables for short, c in t.columns.items() if (t, short) not in filled}
    assert not_filled == set(CANNOT_TRAVEL)


def test_a_small_world_comes_back_the_same(write, tmp_path):
    world = compose(
        read_return([write({f"{name}.csv": text for name, text in WORLD.items()})], as_at=DAY), ""
    )
    assert len(world.frames[Factors]) == 4 and len(world.frames[Conferences]) == 3
    assert len(world.frames[Care]) == 4, "an episode is cut where the legal status changes"
    check_same(world, again(world, tmp_path))


def test_saltscar_comes_back_the_same(saltscar, tmp_path):
    check_same(saltscar.answers.snapshot, again(saltscar.answers.snapshot, tmp_path))
    left = {"Addresses.ward", "Assessments.referred", "Care.home", "Care.outside", "Wards"}
    left |= {"Care.in_care_from"}
    left |= {"CpVisits.plan_started", "CpVisits.plan_ended", "MergedIds"}
    left |= {each.table.__name__ for each in local_lists()}
    assert set(left_behind(saltscar.answers.snapshot)) == left


def test_a_child_of_whom_it_is_not_recorded_stays_so(write, tmp_path):
    """Known only from another return, which says nothing of asylum: not recorded does not become no."""
    people = {"p.csv": WORLD["person"], "i.csv": WORLD["immigration"]}
    other = one_return({Child: [{"child": "8"}, {"child": "9", "asylum": True}]}, rank=5)
    world = compose([*read_return([write(people)], as_at=DAY), other], "")
    told = again(world, tmp_path).frames[Child].select("Child.child", "Child.asylum").rows()
    expected = dict(world.frames[Child].select("Child.child", "Child.asylum").rows()) | {"9": None}
    assert dict(told) == expected and expected["8"] is None and False in expected.values()


def test_where_nobody_has_a_status_none_is_made_up(write, tmp_path):
    """The list came with its headings alone, which says nothing of anybody: so does what goes out."""
    people = {"p.csv": WORLD["person"], "i.csv": WORLD["immigration"].splitlines()[0] + "\n"}
    world = compose(read_return([write(people)], as_at=DAY), "")
    assert ssd_tables(world)[SsdImmigrationStatus].height == 0
    told = world.frames[Child].get_column("Child.asylum")
    assert told.null_count() == len(told) > 0
    assert again(world, tmp_path).frames[Child].get_column("Child.asylum").equals(told)


def full(table, name: str) -> str:
    """The full name of a column; `@since` and its like are as they are."""
    return table.columns[name].name if name in table.columns else name


def one_return(frames, covers=None, rank=1, as_at=DAY) -> Part:
    """A return of these rows, each with all its columns."""
    whole = {
        table: pl.DataFrame(
            [{full(table, k): v for k, v in row.items()} for row in rows],
            schema={**table.schema(), **{n: t for n, t in ORIGIN.items() if n != "@part"}},
        )
        for table, rows in frames.items()
    }
    days = covers or {table: (date(2025, 1, 1), as_at) for table in whole}
    return Part("A return", rank, as_at, whole, days, ())


def test_only_rows_of_the_return_in_force_on_the_day_go_out():
    old = one_return(
        {Contacts: [{"child": "1", "received": date(2025, 5, 1)}], Child: [{"child": "1"}]},
        {Contacts: (date(2024, 1, 1), date(2025, 6, 1)), Child: (DAY, DAY)},
    )
    years = [
        {"child": "1", "started": date(2025, 5, 1), "team": team, SINCE: since, UNTIL: until}
        for team, since, until in (("T1", date(2025, 4, 1), date(2026, 4, 1)), ("T2", date(2026, 4, 1), None))
    ]
    new = one_return({CpPlans: years, Addresses: [{"child": "7", "ward": "North"}]}, rank=2)
    world = compose([old, new], "")
    lines = {table.__name__: rows for table, rows in ssd_tables(world).items()}
    assert "SsdContacts" not in lines, "no return answers for contacts on the day"
    assert lines["SsdCpPlans"].height == 1, "an earlier year's telling of the plan is not told again"
    assert lines["SsdPerson"].height == 1, "a child known by number alone is in no list of persons"
    assert left_behind(world) == ["Addresses.ward", "Contacts", "CpPlans.team"]


def test_a_conference_without_its_enquiry_says_none(tmp_path):
    held = [{"child": "1", "conference": "I1", "held": DAY, "discussed": date(2026, 6, 1)}]
    world = compose([one_return({Child: [{"child": "1"}], Conferences: held})], "")
    assert again(world, tmp_path).frames[Conferences].select(
        Conferences.held, Conferences.discussed
    ).rows() == [(DAY, None)]


def test_one_table_as_a_file(tmp_path):
    world = Snapshot.of(
        {
            Child: pl.DataFrame(
                [{"Child.child": "1", "Child.surname": "=1+1", "Child.born": DAY, "Child.disabled": True}],
                schema=Child.schema(),
            )
        },
        as_at=DAY,
    )
    rows = plain_table(world, Child)
    assert [*rows.columns] == [*Child.columns, "source_file", "source_line"]
    for name in ("child.csv", "child.parquet"):
        check_suffix(tmp_path / name)
        write_plain(rows, tmp_path / name, (tmp_path / name).suffix)
    assert pl.read_parquet(tmp_path / "child.parquet").equals(rows)
    text = (tmp_path / "child.csv").read_text("utf-8-sig")
    assert "1,,'=1+1,2026-06-30" in text and guarded("=1+1") == "'=1+1"


def test_a_file_must_say_what_it_is_to_be(tmp_path):
    with pytest.raises(Refused, match=r"\.csv or \.parquet"):
        check_suffix(tmp_path / "child.xls")
