"""Writes the Standard Safeguarding Dataset: one CSV a table, ISO dates, UTF-8."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from throughline.sample import ssd_care, ssd_front_door, ssd_people, ssd_protection, ssd_workforce
from throughline.sample.as_at import AsAt, Row
from throughline.sample.ssd_headings import HEADINGS

ROWS: dict[str, Callable[[AsAt], Iterator[Row]]] = {
    "ssd_person": ssd_people.people,
    "ssd_disability": ssd_people.disabilities,
    "ssd_address": ssd_people.addresses,
    "ssd_family": ssd_people.families,
    "ssd_mother": ssd_people.mothers,
    "ssd_linked_identifiers": ssd_people.linked,
    "ssd_immigration_status": ssd_people.immigration,
    "ssd_contacts": ssd_front_door.contacts,
    "ssd_early_help_episodes": ssd_front_door.early_help,
    "ssd_cin_episodes": ssd_front_door.referrals,
    "ssd_cin_assessments": ssd_front_door.assessments,
    "ssd_assessment_factors": ssd_front_door.factors,
    "ssd_cin_plans": ssd_protection.need_plans,
    "ssd_cin_visits": ssd_protection.need_visit_rows,
    "ssd_s47_enquiry": ssd_protection.enquiries,
    "ssd_initial_cp_conference": ssd_protection.conferences,
    "ssd_cp_plans": ssd_protection.plans,
    "ssd_cp_reviews": ssd_protection.reviews,
    "ssd_cp_visits": ssd_protection.plan_visit_rows,
    "ssd_cla_episodes": ssd_care.episode_rows,
    "ssd_cla_placement": ssd_care.placements,
    "ssd_legal_status": ssd_care.statuses,
    "ssd_cla_reviews": ssd_care.review_rows,
    "ssd_cla_visits": ssd_care.visit_rows,
    "ssd_cla_health": ssd_care.health,
    "ssd_cla_immunisations": ssd_care.immunisations,
    "ssd_cla_convictions": ssd_care.convictions,
    "ssd_cla_substance_misuse": ssd_care.substances,
    "ssd_cla_care_plan": ssd_care.care_plans,
    "ssd_cla_previous_permanence": ssd_care.previous_permanence,
    "ssd_sdq_scores": ssd_care.scores,
    "ssd_missing": ssd_care.missing_rows,
    "ssd_permanence": ssd_care.permanence,
    "ssd_care_leavers": ssd_workforce.care_leavers,
    "ssd_involvements": ssd_workforce.involvements,
    "ssd_professionals": ssd_workforce.professionals,
    "ssd_department": ssd_workforce.departments,
    "ssd_version_log": ssd_workforce.versions,
}


def write_ssd(folder: Path, at: AsAt) -> None:
    """One file a table, named for it."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, rows in ROWS.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(HEADINGS[table])
            out.writerows(rows(at))
