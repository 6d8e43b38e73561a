"""The files as they lie: every line a dictionary that knows where it stands."""

import csv
from datetime import date
from functools import cache, cached_property

CHILD = {  # the column of each table that says whose line it is
    "ssd_address": "addr_person_id",
    "ssd_care_leavers": "clea_person_id",
    "ssd_cin_assessments": "cina_person_id",
    "ssd_cin_episodes": "cine_person_id",
    "ssd_cla_episodes": "clae_person_id",
    "ssd_cla_convictions": "clac_person_id",
    "ssd_cla_health": "clah_person_id",
    "ssd_cla_immunisations": "clai_person_id",
    "ssd_cla_placement": "clap_person_id",
    "ssd_cin_plans": "cinp_person_id",
    "ssd_cin_visits": "cinv_person_id",
    "ssd_cla_reviews": "clar_cla_person_id",
    "ssd_cla_substance_misuse": "clas_person_id",
    "ssd_cla_visits": "clav_person_id",
    "ssd_contacts": "cont_person_id",
    "ssd_cp_plans": "cppl_person_id",
    "ssd_cp_reviews": "cppr_person_id",
    "ssd_cp_visits": "cppv_person_id",
    "ssd_disability": "disa_person_id",
    "ssd_early_help_episodes": "earl_person_id",
    "ssd_immigration_status": "immi_person_id",
    "ssd_initial_cp_conference": "icpc_person_id",
    "ssd_involvements": "invo_person_id",
    "ssd_legal_status": "lega_person_id",
    "ssd_missing": "miss_person_id",
    "ssd_permanence": "perm_person_id",
    "ssd_person": "pers_person_id",
    "ssd_s47_enquiry": "s47e_person_id",
    "ssd_sdq_scores": "csdq_person_id",
    "wards": "postcode",
    "absences": "Worker",
    "adopter_stages": "Adopter",
    "agency_assignments": "Worker",
    "budget_lines": "Budget line",
    "complaints": "Complaint",
    "compliments": "Compliment",
    "employment_programme": "Participant",
    "family_claims": "Claim",
    "family_progress": "Family",
    "foster_capacity": "Household",
    "foster_carers": "Carer",
    "foster_enquiries": "Enquiry",
    "foster_households": "Household",
    "leavers": "Worker",
    "posts": "Post",
    "spending": "Budget line",
    "supervision": "Worker",
    "supported_families": "Family",
    "transport_costs": "Route",
    "vacancies": "Post",
    "workers_in_post": "Worker",
}
STARTED = (  # lists of the council's own that answer from the month in which the first line started
    "absences", "adopter_stages", "agency_assignments", "allowances", "budget_lines", "complaints",
    "court_cases", "destinations", "ehc_appeals", "employment_programme", "exploitation_referrals",
    "exploitation_risks", "foster_capacity", "foster_carers", "foster_enquiries", "foster_households",
    "kinship_orders", "liberty_orders", "managed_moves", "placement_costs", "placement_searches", "posts",
    "safety_plans", "school_attendance", "supported_families", "transport_entitlements",
    "unplaced_pupils", "unregistered_placements", "vacancies", "virtual_school_roll", "workers_in_post",
)  # fmt: skip
LISTS = dict.fromkeys(STARTED, "Started") | {  # and those that answer from another day's
    "compliments": "Praised",
    "contact_decisions": "Received",
    "court_hearings": "Heard",
    "ehc_annual_reviews": "Due",
    "exclusions": "Excluded",
    "family_claims": "Claimed",
    "family_progress": "Closed",
    "leavers": "Left",
    "peps": "Completed",
    "private_fostering": "Notified",
    "return_interviews": "Came back",
    "spending": "Spent",
    "strategy_discussions": "Discussed",
    "supervision": "Supervised",
    "transport_costs": "Charged",
}
TEAM = {  # the line's own team; in the council's own lists it is headed Team
    "ssd_care_leavers": "clea_care_leaver_allocated_team",
    "ssd_cin_assessments": "cina_assessment_team",
    "ssd_cin_episodes": "cine_referral_team",
    "ssd_cin_plans": "cinp_cin_plan_team",
    "ssd_initial_cp_conference": "icpc_icpc_team",
    "ssd_involvements": "invo_professional_team",
    "ssd_s47_enquiry": "s47e_s47_completed_by_team",
}


class NotSent(LookupError):
    """No file of the extract, and no list, holds these lines."""


@cache
def as_day(text):
    return date.fromisoformat(text) if text else None


class Line:
    """One line of a file: cells by heading, the child, and `cite`, the file and line it stands on."""

    def __init__(self, table, cells, number):
        self.table, self.cells, self.cite = table, cells, (f"{table}.csv", number)
        self.child = cells.get(CHILD.get(table, "Child"), "")
        self.team = cells.get(TEAM.get(table, "Team"), "")

    def __getitem__(self, heading):
        return self.cells[heading]

    def day(self, heading):
        return as_day(self.cells[heading])

    def yes(self, heading):
        """True, False, or None where it is not recorded."""
        return {"Y": True, "N": False, "NA": None, "": None}[self.cells[heading]]


def by_child(lines):
    found = {}
    for line in lines:
        found.setdefault(line.child, []).append(line)
    return found


class Files:
    """An extract of the dataset, the council's own lists and that of wards, read with the csv module."""

    def __init__(self, ssd, wards, as_at):
        lists = ssd.parent / f"local_lists_{as_at}"
        self.places = {"wards": wards, **{name: lists / f"{name}.csv" for name in LISTS}}
        self.as_at, self.read = as_at, {}
        self.ssd = ssd

    def lines(self, table):
        """Every line of a table, in the order of the file."""
        if table not in self.read:
            path = self.places.get(table, self.ssd / f"{table}.csv")
            if not path.exists():
                raise NotSent(table)
            with path.open(encoding="utf-8-sig", newline="") as file:
                reader = csv.DictReader(file)
                self.read[table] = [Line(table, cells, reader.line_num) for cells in reader]
        return self.read[table]

    @cache  # noqa: B019 (one for a whole session)
    def of_children(self, table):
        """The lines of each child."""
        return by_child(self.lines(table))

    @cached_property
    def people(self):
        return {line.child: line for line in self.lines("ssd_person")}

    @cached_property
    def first_day(self):
        """The dataset answers from the first month that has a contact."""
        return min(line.day("cont_contact_date") for line in self.lines("ssd_contacts")).replace(day=1)

    @cache  # noqa: B019 (one for a whole session)
    def answers_from(self, table):
        """The dataset answers from one day; a list of the council's, from the month of its first line."""
        if table not in LISTS:
            return self.first_day
        days = (line.day(LISTS[table]) for line in self.lines(table))
        return min(day for day in days if day).replace(day=1)

    @cached_property
    def wards(self):
        """Postcode to ward."""
        return {line["postcode"].replace(" ", ""): line["ward"] for line in self.lines("wards")}
