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
    "court_cases": "Child",
    "foster_enquiries": "Enquiry",
    "placement_costs": "Child",
    "return_interviews": "Child",
    "foster_households": "Household",
    "strategy_discussions": "Child",
}
LISTS = {  # the council's own lists: the heading of the day from which each answers
    "court_cases": "Started",
    "foster_enquiries": "Started",
    "placement_costs": "Started",
    "return_interviews": "Came back",
    "foster_households": "Started",
    "strategy_discussions": "Discussed",
}
TEAM = {  # the list's own team
    "ssd_care_leavers": "clea_care_leaver_allocated_team",
    "ssd_cin_assessments": "cina_assessment_team",
    "ssd_cin_episodes": "cine_referral_team",
    "ssd_cin_plans": "cinp_cin_plan_team",
    "ssd_initial_cp_conference": "icpc_icpc_team",
    "ssd_involvements": "invo_professional_team",
    "ssd_s47_enquiry": "s47e_s47_completed_by_team",
    "court_cases": "Team",
    "strategy_discussions": "Team",
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
        self.child, self.team = cells.get(CHILD.get(table), ""), cells.get(TEAM.get(table, ""), "")

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
        return min(line.day(LISTS[table]) for line in self.lines(table)).replace(day=1)

    @cached_property
    def wards(self):
        """Postcode to ward."""
        return {line["postcode"].replace(" ", ""): line["ward"] for line in self.lines("wards")}
