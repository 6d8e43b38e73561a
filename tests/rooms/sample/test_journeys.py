"""Journeys hold together: nothing after the day, chains without gaps, plans that do not overlap."""

from collections import defaultdict

from throughline.sample.ssd_headings import HEADINGS
from throughline.sample.write_ssd import ROWS

DAY = "2026-11-21"
MAY_BE_LATER = {
    "pers_expected_dob",
    "clar_cla_review_due_date",
    "cppr_cp_review_due",
    "icpc_icpc_target_date",
}


def test_every_table_has_its_headings(saltscar):
    for table in ROWS:
        with (saltscar.folder / f"ssd_{DAY}" / f"{table}.csv").open(encoding="utf-8") as file:
            assert file.readline().rstrip("\n").split(",") == list(HEADINGS[table]), table
        assert all(None not in row for row in saltscar.ssd(table)), table


def test_ids_are_unique(saltscar):
    for table, key in [
        ("ssd_person", "pers_person_id"), ("ssd_contacts", "cont_contact_id"),
        ("ssd_cin_episodes", "cine_referral_id"),
        ("ssd_cin_visits", "cinv_cin_visit_id"), ("ssd_cp_visits", "cppv_cp_visit_id"),
        ("ssd_cp_plans", "cppl_cp_plan_id"), ("ssd_cla_episodes", "clae_cla_episode_id"),
        ("ssd_cla_placement", "clap_cla_placement_id"), ("ssd_involvements", "invo_involvements_id"),
        ("ssd_care_leavers", "clea_person_id"), ("ssd_missing", "miss_table_id"),
        ("ssd_professionals", "prof_professional_id"), ("ssd_permanence", "perm_table_id"),
        ("ssd_cla_reviews", "clar_cla_review_id"), ("ssd_cp_reviews", "cppr_cp_review_id"),
    ]:  # fmt: skip
        found = [row[key] for row in saltscar.ssd(table)]
        assert len(set(found)) == len(found), table


def test_every_person_is_known(saltscar):
    known = {row["pers_person_id"] for row in saltscar.ssd("ssd_person")}
    for table in ROWS:
        for field in [f for f in HEADINGS[table] if f.endswith("_person_id") and f != "pers_person_id"]:
            named = {row[field] for row in saltscar.ssd(table)} - {""}
            assert named <= known, f"{table}.{field}"


def test_every_worker_and_team_is_known(saltscar):
    workers = {row["prof_professional_id"] for row in saltscar.ssd("ssd_professionals")} | {""}
    teams = {row["dept_team_id"] for row in saltscar.ssd("ssd_department")}
    for table in ROWS:
        for field in HEADINGS[table]:
            if field.endswith("_worker_id") or field == "invo_professional_id":
                assert {row[field] for row in saltscar.ssd(table)} <= workers, f"{table}.{field}"
            if field.endswith("_team") and table != "ssd_department":
                assert {row[field] for row in saltscar.ssd(table)} <= teams, f"{table}.{field}"


def test_nothing_lies_after_the_day(saltscar):
    for table in ROWS:
        for field in HEADINGS[table]:
            if ("date" in field or field.endswith(("_dob", "_due"))) and field not in MAY_BE_LATER:
                days = {row[field] for row in saltscar.ssd(table) if row[field][:2] == "20"}
                assert all(day <= DAY for day in days), f"{table}.{field}"


def test_ends_follow_starts(saltscar):
    for table, start, end in [
        ("ssd_cin_episodes", "cine_referral_date", "cine_close_date"),
        ("ssd_cin_assessments", "cina_assessment_start_date", "cina_assessment_auth_date"),
        ("ssd_cin_plans", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"),
        ("ssd_s47_enquiry", "s47e_s47_start_date", "s47e_s47_end_date"),
        ("ssd_cp_plans", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
        ("ssd_cla_episodes", "clae_cla_episode_start_date", "clae_cla_episode_ceased_date"),
        ("ssd_cla_placement", "clap_cla_placement_start_date", "clap_cla_placement_end_date"),
        ("ssd_legal_status", "lega_legal_status_start_date", "lega_legal_status_end_date"),
        ("ssd_involvements", "invo_involvement_start_date", "invo_involvement_end_date"),
        ("ssd_missing", "miss_missing_episode_start_date", "miss_missing_episode_end_date"),
        ("ssd_early_help_episodes", "earl_episode_start_date", "earl_episode_end_date"),
    ]:
        assert all(not row[end] or row[start] <= row[end] for row in saltscar.ssd(table)), table


def _spans(rows, child, start, end):
    found = defaultdict(list)
    for row in rows:
        found[row[child]].append((row[start], row[end] or "9999"))
    return {key: sorted(spans) for key, spans in found.items()}


def test_no_two_plans_nor_two_cares_at_once(saltscar):
    for table, child, start, end in [
        ("ssd_cp_plans", "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
        ("ssd_cla_episodes", "clae_person_id", "clae_cla_episode_start_date", "clae_cla_episode_ceased_date"),
        ("ssd_cin_episodes", "cine_person_id", "cine_referral_date", "cine_close_date"),
        ("ssd_cin_plans", "cinp_person_id", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"),
        ("ssd_involvements", "invo_person_id", "invo_involvement_start_date", "invo_involvement_end_date"),
    ]:
        for key, spans in _spans(saltscar.ssd(table), child, start, end).items():
            assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:])), (table, key, spans)


def test_no_child_in_need_plan_beside_a_protection_plan(saltscar):
    need = _spans(
        saltscar.ssd("ssd_cin_plans"), "cinp_person_id", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"
    )
    plans = _spans(
        saltscar.ssd("ssd_cp_plans"), "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"
    )
    for key, spans in plans.items():
        for start, end in spans:
            assert all(b <= start or end <= a for a, b in need.get(key, [])), key


def test_episodes_chain(saltscar):
    by_care = defaultdict(list)
    for row in saltscar.ssd("ssd_cla_episodes"):
        by_care[row["clae_cla_id"]].append(row)
    for rows in by_care.values():
        rows.sort(key=lambda row: row["clae_cla_episode_start_date"])
        assert rows[0]["clae_cla_episode_start_reason"] == "S"
        assert rows[-1]["clae_cla_episode_ceased_reason"] != "X1"
        assert len({row["clae_cla_primary_need_code"] for row in rows}) == 1
        for one, two in zip(rows, rows[1:]):
            assert one["clae_cla_episode_ceased_reason"] == "X1"
            assert one["clae_cla_episode_ceased_date"] == two["clae_cla_episode_start_date"]
            assert two["clae_cla_episode_start_reason"] in ("L", "P", "T", "B", "U")


def test_every_referral_comes_of_a_contact(saltscar):
    contacts = defaultdict(set)
    for row in saltscar.ssd("ssd_contacts"):
        if '"NEW_REFERRAL_FLAG":"Y"' in row["cont_contact_outcome_json"]:
            contacts[row["cont_person_id"]].add(row["cont_contact_date"])
    late = [r for r in saltscar.ssd("ssd_cin_episodes") if r["cine_referral_date"] > "2013-04-05"]
    from datetime import date

    for row in late:
        day = date.fromisoformat(row["cine_referral_date"])
        assert any(0 <= (day - date.fromisoformat(c)).days <= 5 for c in contacts[row["cine_person_id"]])


def test_there_is_work_of_every_kind_on_the_day(saltscar):
    open_cases = [r for r in saltscar.ssd("ssd_cin_episodes") if not r["cine_close_date"]]
    held = {
        r["invo_referral_id"] for r in saltscar.ssd("ssd_involvements") if not r["invo_involvement_end_date"]
    }
    waiting = [r for r in open_cases if r["cine_referral_id"] not in held]
    assert 1 <= len(waiting) <= 40
    assessing = [r for r in saltscar.ssd("ssd_cin_assessments") if not r["cina_assessment_auth_date"]]
    assert any(r["cina_assessment_start_date"] < "2026-09-10" for r in assessing)
    assert any(r["cina_assessment_start_date"] > "2026-11-10" for r in assessing)
    overdue = [r for r in saltscar.ssd("ssd_cp_reviews") if not r["cppr_cp_review_date"]]
    assert overdue


def test_unborn_children_are_shown_without_a_birthday(saltscar):
    unborn = [row for row in saltscar.ssd("ssd_person") if not row["pers_dob"]]
    assert unborn
    assert all(row["pers_expected_dob"] and row["pers_sex"] == "U" for row in unborn)
