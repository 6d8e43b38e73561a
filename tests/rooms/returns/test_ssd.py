"""What the Standard Safeguarding Dataset fills, and what is said of its faults."""

from datetime import date

import pytest

from throughline.record.assessment import Assessments, Factors
from throughline.record.care import Care, CareReviews, CareVisits
from throughline.record.child import Addresses, Child, Disabilities
from throughline.record.early_help import EarlyHelp
from throughline.record.exploitation import Missing
from throughline.record.front_door import Contacts, Referrals
from throughline.record.homes import Placements
from throughline.record.leaving_care import CareLeavers
from throughline.record.permanence import Adoptions
from throughline.record.protection import Conferences, CpPlans, CpReviews, CpVisits, Section47
from throughline.record.workforce import Involvements, Teams, Workers

TODAY = date(2026, 6, 30)
PERSON = "pers_person_id,pers_dob,pers_sex,pers_ethnicity,pers_forename,pers_surname\n"
ANN = {"person.csv": PERSON + "Ann,2012-05-01,F,WBRI,Ann,O’Neil\n"}
EPISODES = (
    "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,"
    "clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,"
    "clae_cla_placement_id,clae_entered_care_date\n"
)
PLACEMENTS = (
    "clap_cla_placement_id,clap_cla_placement_type,clap_cla_placement_provider,clap_cla_placement_postcode,"
    "clap_cla_placement_urn,clap_cla_placement_distance,clap_cla_placement_change_reason\n"
)
STATUSES = "lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date\n"


def test_a_child(read, rows):
    people = PERSON + "Ann,2012-05-01,F,WBRI,Ann,O’Neil\nBen,2013-01-13,M,NULL,,\nCat,2014-01-01,U,,,\n"
    part = read(
        {
            "p.csv": people,
            "d.csv": "disa_person_id,disa_disability_code\nAnn,NONE\nAnn,AUT\nBen,NONE\n",
            "i.csv": "immi_person_id,immi_immigration_status\nBen,UASC\nAnn,ILR\n",
        }
    )
    assert rows(part, Child, "child", "forename", "surname", "ethnicity", "disabled", "asylum") == [
        ("Ann", "Ann", "O’Neil", "WBRI", True, False),
        ("Ben", None, None, None, False, True),
        ("Cat", None, None, None, None, False),
    ]
    assert rows(part, Disabilities, "child", "disability") == [
        ("Ann", "AUT"),
        ("Ann", "NONE"),
        ("Ben", "NONE"),
    ]


def test_a_table_not_sent_fills_nothing(read, rows, says):
    part = read(ANN)
    assert set(part.frames) == set(part.covers) == {Child}
    assert rows(part, Child, "disabled", "asylum") == [(None, None)]
    assert "The dataset: it has no disabilities; they are blank." in says(part)


def test_the_front_door(read, rows):
    flags = '"{""NEW_REFERRAL_FLAG"": ""%s"", ""NFA_FLAG"":""Y""}"'
    lines = [
        f"{n},Ann,2026-03-0{n},6,{text}"
        for n, text in enumerate(
            [flags % "Y", flags % "N", '"{""NFA_FLAG"":1}"', "", '"{""ADVICE_FLAG"":0}"'], 1
        )
    ]
    part = read(
        {
            **ANN,
            "c.csv": "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,"
            "cont_contact_outcome_json\n"
            + "\n".join(lines),
            "r.csv": "cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,"
            "cine_referral_source_code,"
            "cine_referral_nfa,cine_close_reason,cine_close_date,cine_referral_team,cine_referral_worker_id\n"
            "R1,Ann,2026-03-02,N1,6,Y,RC8,2026-03-05,T1,W1\n",
            "e.csv": "earl_person_id,earl_episode_start_date,earl_episode_end_date,earl_episode_end_reason,"
            "earl_episode_organisation\nAnn,2026-01-01,2026-02-01,Met,School\n",
        }
    )  # fmt: skip
    assert rows(part, Contacts, "contact", "received", "source", "referred", "outcome") == [
        ("1", date(2026, 3, 1), "6", True, "NEW_REFERRAL_FLAG"),
        ("2", date(2026, 3, 2), "6", False, "NFA_FLAG"),
        ("3", date(2026, 3, 3), "6", False, "NFA_FLAG"),
        ("4", date(2026, 3, 4), "6", None, None),
        ("5", date(2026, 3, 5), "6", False, None),
    ]
    names = ("referral", "started", "ended", "source", "no_action", "need", "end_reason", "team", "worker")
    assert rows(part, Referrals, *names) == [
        ("R1", date(2026, 3, 2), date(2026, 3, 5), "6", True, "N1", "RC8", "T1", "W1")
    ]
    assert rows(part, EarlyHelp, "started", "ended", "organisation", "end_reason") == [
        (date(2026, 1, 1), date(2026, 2, 1), "School", "Met")
    ]


def test_assessments_and_factors(read, rows, says):
    part = read(
        {
            **ANN,
            "a.csv": "cina_assessment_id,cina_person_id,cina_assessment_start_date,"
            "cina_assessment_child_seen,"
            "cina_assessment_auth_date,cina_assessment_outcome_nfa,cina_assessment_team,"
            "cina_assessment_worker_id\n"
            "A1,Ann,2026-03-01,Y,2026-04-01,N,T1,W1\nA2,Ann,2026-05-01,,,,,\nA3,Ann,2026-05-02,maybe,,,,\n",
            "f.csv": "cinf_assessment_id,cinf_assessment_factors_json\n"
            'A1,"[""1A"", ""2B"", ""1A""]"\nA2,"{""3A"": ""Yes"", ""4A"": ""No""}"\nA3,"4B, 5A"\nA1,7A\n'
            'A1,21\nA2,[]\nA2,\nA9,"[""1B""]"\n',
        }
    )  # fmt: skip
    names = ("assessment", "started", "ended", "seen", "no_action", "team", "worker")
    assert rows(part, Assessments, *names)[0] == (
        "A1", date(2026, 3, 1), date(2026, 4, 1), True, False, "T1", "W1",
    )  # fmt: skip
    assert rows(part, Factors, "assessment", "child", "found", "factor") == [
        *(("A1", "Ann", date(2026, 4, 1), code) for code in ("1A", "21", "2B", "7A")),
        ("A2", "Ann", None, "3A"),
        ("A3", "Ann", None, "4B"),
        ("A3", "Ann", None, "5A"),
    ]
    assert "f.csv, line 9, cina_person_id: it does not give “The child assessed”" in says(part)
    assert "a.csv, line 4, cina_assessment_child_seen: “maybe” is neither yes nor no." in says(part)


def test_protection(read, rows):
    part = read(
        {
            **ANN,
            "s.csv": "s47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_date,s47e_s47_nfa,"
            "s47e_s47_completed_by_worker_id,s47e_s47_completed_by_team\n"
            "E1,Ann,2026-03-01,2026-03-10,N,W1,T1\nE1,Ben,2026-03-02,2026-03-10,Y,W1,T1\n",
            "i.csv": "icpc_icpc_id,icpc_s47_enquiry_id,icpc_person_id,icpc_icpc_transfer_in,"
            "icpc_icpc_target_date,"
            "icpc_icpc_date,icpc_icpc_outcome_cp_flag,icpc_icpc_team,icpc_icpc_worker_id\n"
            "C1,E1,Ann,N,2026-03-22,2026-03-20,Y,T1,W1\nC2,E1,Ann,N,2026-03-22,2026-03-25,Y,T1,W1\nC3,,"
            "Cat,Y,,,,,\n",
            "p.csv": "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,"
            "cppl_cp_plan_initial_category,cppl_cp_plan_latest_category,cppl_cp_plan_ola\n"
            "P1,Ann,2026-03-20,,Neglect,PHY,N\n",
            "r.csv": "cppr_person_id,cppr_cp_plan_id,cppr_cp_review_due,cppr_cp_review_date,"
            "cppr_cp_review_outcome_continue_cp\n"
            "Ann,P1,2026-06-20,2026-06-18,Y\n",
            "v.csv": "cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen,"
            "cppv_cp_visit_seen_alone\n"
            "Ann,P1,2026-04-01,Y,NA\n",
        }
    )  # fmt: skip
    assert rows(part, Section47, "child", "started", "ended", "no_conference", "conference") == [
        ("Ann", date(2026, 3, 1), date(2026, 3, 10), False, date(2026, 3, 20)),
        ("Ben", date(2026, 3, 2), date(2026, 3, 10), True, None),
    ]
    assert rows(part, Conferences, "conference", "held", "due", "discussed", "transfer", "plan") == [
        ("C1", date(2026, 3, 20), date(2026, 3, 22), date(2026, 3, 1), False, True),
        ("C2", date(2026, 3, 25), date(2026, 3, 22), date(2026, 3, 1), False, True),
        ("C3", None, None, None, True, None),
    ]
    assert rows(part, CpPlans, "plan", "started", "ended", "category", "first_category", "other_council") == [
        ("P1", date(2026, 3, 20), None, "PHY", "NEG", False)
    ]
    assert rows(part, CpReviews, "plan", "due", "held", "goes_on") == [
        ("P1", date(2026, 6, 20), date(2026, 6, 18), True)
    ]
    assert rows(part, CpVisits, "plan", "made", "seen", "seen_alone") == [
        ("P1", date(2026, 4, 1), True, None)
    ]


CARE = ("started", "ended", "start_reason", "legal_status", "placement", "end_reason", "change_reason")


def cut(read, rows, statuses, ended=",", folder="given"):
    files = {
        **ANN,
        "e.csv": EPISODES + f"E1,Ann,2026-01-01,S,N1,{ended},T1,P1,2026-01-01\n",
        "p.csv": PLACEMENTS + "P1,U6,PR1,AB1 2CD,SC1,3.5,CARPL\n",
        "l.csv": STATUSES + statuses,
    }
    return rows(read(files, folder=folder), Care, *CARE)


def test_care_is_cut_where_the_legal_status_changes(read, rows):
    statuses = "Ann,V2,2026-01-01,2026-02-01\nAnn,C1,2026-02-01,2026-03-01\nAnn,C2,2026-03-01,\nAnn,SGO,"
    "2026-02-10,\n"
    assert cut(read, rows, statuses, ended="2026-04-01,E4A") == [
        (date(2026, 1, 1), date(2026, 2, 1), "S", "V2", "U6", "X1", None),
        (date(2026, 2, 1), date(2026, 3, 1), "L", "C1", "U6", "X1", None),
        (date(2026, 3, 1), date(2026, 4, 1), "L", "C2", "U6", "E4A", "CARPL"),
    ]


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ("", [(date(2026, 1, 1), None, None)]),
        ("Ben,C2,2026-01-01,\n", [(date(2026, 1, 1), None, None)]),
        ("Ann,C2,,\n", [(date(2026, 1, 1), None, "C2")]),
        ("Ann,C2,2025-01-01,\nAnn,C2,2026-02-01,\n", [(date(2026, 1, 1), None, "C2")]),
        (
            "Ann,C2,2025-01-01,2026-02-01\nAnn,C2,2026-03-01,\n",
            [
                (date(2026, 1, 1), date(2026, 2, 1), "C2"),
                (date(2026, 2, 1), date(2026, 3, 1), None),
                (date(2026, 3, 1), None, "C2"),
            ],
        ),
        (
            "Ann,C1,2026-01-01,\nAnn,C2,2026-02-01,\n",
            [(date(2026, 1, 1), date(2026, 2, 1), "C1"), (date(2026, 2, 1), None, "C2")],
        ),
        (
            "Ann,V4,2026-01-01,\nAnn,V2,2026-02-01,\n",
            [(date(2026, 1, 1), None, "V4")],
        ),
    ],
    ids=["none", "another’s", "no start", "again", "a gap", "the later begun", "beside short breaks"],
)
def test_other_legal_statuses(read, rows, statuses, expected):
    told = cut(read, rows, statuses)
    assert [(row[0], row[1], row[3]) for row in told] == expected


def test_care_in_full(read, rows, says):
    files = {
        **ANN,
        "e.csv": EPISODES + "E1,Ann,2026-01-01,S,N1,,,T1,P1,2026-01-01\nE2,Ben,2026-01-01,S,N1,,,T2,P9,\n",
        "p.csv": PLACEMENTS + "P1,U6,PR1,AB1 2CD,SC1,3.5,\n",
    }
    part = read(files)
    names = (
        "child",
        "need",
        "provider",
        "entered_care",
        "placement_postcode",
        "urn",
        "distance",
        "legal_status",
    )
    assert rows(part, Care, *names) == [
        ("Ann", "N1", "PR1", date(2026, 1, 1), "AB1 2CD", "SC1", 3.5, None),
        ("Ben", "N1", None, None, None, None, None, None),
    ]
    assert "it has no legal statuses of children looked after; they are blank." in says(part)
    assert part.covers[Placements] == part.covers[Care]


def test_beside_care(read, rows):
    part = read(
        {
            **ANN,
            "e.csv": EPISODES + "E1,Ann,2026-01-01,S,N1,,,T1,P1,2026-01-01\n",
            "rv.csv": "clar_cla_id,clar_cla_review_due_date,clar_cla_review_date,clar_cla_review_cancelled,"
            "clar_cla_review_participation\nT1,2026-02-01,2026-02-02,N,PN1\nT1,2026-03-01,2026-03-02,Y,\n",
            "v.csv": "clav_person_id,clav_cla_visit_date,clav_cla_visit_seen,"
            "clav_cla_visit_seen_alone\nAnn,2026-02-03,Y,N\n",
            "m.csv": "miss_person_id,miss_missing_episode_start_date,miss_missing_episode_type,"
            "miss_missing_episode_end_date,miss_missing_rhi_offered,miss_missing_rhi_accepted\n"
            "Ann,2026-02-04,Missing,2026-02-05,Y,N\n",
            "ad.csv": "addr_person_id,addr_address_type,addr_address_start_date,addr_address_end_date,"
            "addr_address_postcode\n"
            "Ann,Home,2020-01-01,,AB1 2CD\nAnn,Placement,2026-01-01,,ZZ1 1ZZ\n",
        }
    )  # fmt: skip
    assert rows(part, CareReviews, "child", "due", "held", "participation") == [
        ("Ann", date(2026, 2, 1), date(2026, 2, 2), "PN1")
    ]
    assert rows(part, CareVisits, "child", "made", "seen", "seen_alone") == [
        ("Ann", date(2026, 2, 3), True, False)
    ]
    names = ("child", "started", "ended", "kind", "interview_offered", "interview_accepted")
    assert rows(part, Missing, *names) == [("Ann", date(2026, 2, 4), date(2026, 2, 5), "M", True, False)]
    assert rows(part, Addresses, "started", "postcode") == [(date(2020, 1, 1), "AB1 2CD")]


def test_reviews_by_the_child_need_no_episodes(read, rows):
    text = "clar_cla_person_id,clar_cla_review_date\nAnn,2026-02-02\n"
    assert rows(read({**ANN, "rv.csv": text}), CareReviews, "child", "held") == [("Ann", date(2026, 2, 2))]


def test_after_care_and_permanence(read, rows):
    part = read(
        {
            **ANN,
            "e.csv": EPISODES + "E1,Ann,2026-01-01,S,N1,,,T1,P1,2020-01-01\nE2,Ann,2026-05-01,S,N1,,,T2,"
            "P1,2026-05-01\n",
            "c.csv": "clea_person_id,clea_care_leaver_eligibility,clea_care_leaver_in_touch,"
            "clea_care_leaver_latest_contact,"
            "clea_care_leaver_accommodation,clea_care_leaver_accom_suitable,clea_care_leaver_activity\n"
            "Bea,Former relevant,YES,2026-06-01,U,1,F1\nCat,Relevant,NO,,0,,0\n",
            "p.csv": "perm_person_id,perm_adm_decision_date,perm_placement_order_date,"
            "perm_placed_for_adoption_date,"
            "perm_matched_date,perm_decision_reversed_date,perm_permanence_order_date,"
            "perm_permanence_order_type\n"
            "Ann,2026-02-01,2026-02-02,2026-02-04,2026-02-03,1900-01-01,2026-03-01,Adoption\n",
        },
        as_at=TODAY,
    )  # fmt: skip
    names = ("child", "started", "ended", "eligibility", "in_touch", "accommodation", "suitable", "activity")
    after = date(2026, 7, 1)
    assert rows(part, CareLeavers, *names) == [
        ("Bea", TODAY, after, "Former relevant", "YES", "U", "1", "F1"),
        ("Cat", TODAY, after, "Relevant", "NO", None, None, "0"),
    ]
    assert part.covers[CareLeavers] == (TODAY, TODAY)
    names = ("started", "placement_order", "placed", "matched", "reversed", "ended", "order", "entered_care")
    assert rows(part, Adoptions, *names) == [
        (date(2026, 2, 1), date(2026, 2, 2), date(2026, 2, 4), date(2026, 2, 3), None, date(2026, 3, 1),
         "Adoption", date(2020, 1, 1))
    ]  # fmt: skip


def test_the_workforce(read, rows):
    part = read(
        {
            **ANN,
            "w.csv": "prof_professional_id,prof_professional_name,prof_professional_job_title,"
            "prof_full_time_equivalency,"
            "prof_agency_worker_flag\nW1,Wendy Wu,Social worker,0.8,N\n",
            "t.csv": "dept_team_id,dept_team_name,dept_team_parent_name\nT1,North,Assessment\n",
            "i.csv": "invo_person_id,invo_professional_id,invo_professional_role_id,invo_professional_team,"
            "invo_involvement_start_date,invo_involvement_end_date\nAnn,W1,CW,T1,2026-01-01,\n",
        }
    )  # fmt: skip
    assert rows(part, Workers, "worker", "name", "job", "full_time", "agency") == [
        ("W1", "Wendy Wu", "Social worker", 0.8, False)
    ]
    assert rows(part, Teams, "team", "name", "within") == [("T1", "North", "Assessment")]
    assert rows(part, Involvements, "child", "started", "ended", "role", "worker", "team") == [
        ("Ann", date(2026, 1, 1), None, "CW", "W1", "T1")
    ]


def test_a_child_twice(read, rows, says):
    part = read({"p.csv": PERSON + "Ann,2012-05-01,F,WBRI,,\nBen,2012-05-01,M,,,\nAnn,2013-05-01,F,WIRI,,\n"})
    assert rows(part, Child, "child", "born") == [("Ann", date(2013, 5, 1)), ("Ben", date(2012, 5, 1))]
    assert "given/p.csv, line 2, pers_person_id: the same pers_person_id stands in “persons" in says(part)
