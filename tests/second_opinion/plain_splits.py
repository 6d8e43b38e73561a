"""Which group a line is in: by the child, by the line itself, or by what lay beside it on the day."""

import json
from datetime import date

from .plain_care import placement
from .plain_days import birthday

NOT_RECORDED = "Not recorded"
BANDS = ((1, "Under 1"), (5, "1 to 4"), (10, "5 to 9"), (16, "10 to 15"), (18, "16 to 17"))
OF_THE_LINE = {  # breakdown and table: the column
    ("Source of contact", "ssd_contacts"): "cont_contact_source_code",
    ("Source of referral", "ssd_cin_episodes"): "cine_referral_source_code",
    ("Factor found", "ssd_assessment_factors"): "factor",
    ("How it was bought", "placement_costs"): "Bought",
    ("How the child travels", "transport_entitlements"): "Mode",
    ("What it was spent on", "spending"): "Purpose",
    ("What the budget is for", "budget_lines"): "Purpose",
    ("Stage of the complaint", "complaints"): "Complaint stage",
    ("What the complaint is about", "complaints"): "Theme",
    ("Exploitation feared", "exploitation_referrals"): "Worry",
    ("Why without a place", "unplaced_pupils"): "Unplaced because",
    ("Why the worker left", "leavers"): "Left because",
    ("Decision appealed against", "ehc_appeals"): "Appealed",
    ("Category of plan", "ssd_cp_plans"): "cppl_cp_plan_latest_category",
}
OUTCOMES = [  # of several, the first of these
    f"{key}_FLAG"
    for key in ("NEW_REFERRAL", "EXISTING_REFERRAL", "CP_ENQUIRY", "OLA_CP", "PRIVATE_FOSTERING",
                "NON_AGENCY_ADOPTION", "MISSING", "OTHER_OUTCOMES_EXIST", "ADVICE", "NFA")
]  # fmt: skip
WORKER = {  # the line's own worker; in the council's own lists it is headed Worker
    "ssd_care_leavers": "clea_care_leaver_worker_id",
    "ssd_cin_assessments": "cina_assessment_worker_id",
    "ssd_cin_episodes": "cine_referral_worker_id",
    "ssd_cin_plans": "cinp_cin_plan_worker_id",
    "ssd_early_help_episodes": "earl_episode_worker_id",
    "ssd_initial_cp_conference": "icpc_icpc_worker_id",
    "ssd_involvements": "invo_professional_id",
    "ssd_permanence": "perm_adoption_worker_id",
    "ssd_s47_enquiry": "s47e_s47_completed_by_worker_id",
}
BROAD = {"W": "White", "M": "Mixed", "A": "Asian", "C": "Asian", "B": "Black"}  # by a code's first letter
STAGES = {  # the day that the stage began of which a line is; in the council's own lists it is headed Started
    "ssd_cin_assessments": "cina_assessment_start_date",
    "ssd_cin_episodes": "cine_referral_date",
    "ssd_cin_plans": "cinp_cin_plan_start_date",
    "ssd_cla_episodes": "clae_entered_care_date",
    "ssd_cp_plans": "cppl_cp_plan_start_date",
    "ssd_early_help_episodes": "earl_episode_start_date",
    "ssd_involvements": "invo_involvement_start_date",
    "ssd_missing": "miss_missing_episode_start_date",
    "ssd_permanence": "perm_adm_decision_date",
    "ssd_s47_enquiry": "s47e_s47_start_date",
}
LENGTHS = ((730, "2 years and over"), (365, "1 to 2 years"), (183, "6 to 12 months"), (91, "3 to 6 months"))
OF_THE_CHILD = {"Sex": "pers_sex", "Ethnic group": "pers_ethnicity"}


def newest(files, table, child, day, start, end, where):
    """Of the child's lines open on the day, the one that began last (then ended last)."""
    never = date.max
    mine = [line for line in files.of_children(table).get(child, []) if where(line)]
    here = [x for x in mine if x.day(start) and x.day(start) <= day < (x.day(end) or never)]
    return max(here, key=lambda x: (x.day(start), x.day(end) or never), default=None)


def team(files, line, day):
    """The list's own team; else that of whoever held the case on the day."""
    if line.team:
        return line.team
    dates = ("invo_involvement_start_date", "invo_involvement_end_date")
    found = newest(files, "ssd_involvements", line.child, day, *dates, holds_case)
    return found["invo_professional_team"] if found else ""


def holds_case(line):
    return line["invo_professional_role_id"] == "CW"


def worker(files, line, day):
    """The line's own worker; else whoever held the case on the day."""
    own = line.cells.get(WORKER.get(line.table, "Worker"))
    if own:
        return own
    dates = ("invo_involvement_start_date", "invo_involvement_end_date")
    found = newest(files, "ssd_involvements", line.child, day, *dates, holds_case)
    return found["invo_professional_id"] if found else ""


def service(files, line, day):
    """What the list of teams says the team is within."""
    within = {each["dept_team_id"]: each["dept_team_parent_name"] for each in files.lines("ssd_department")}
    return within.get(team(files, line, day), "")


def broad_group(files, line, day):
    """The code's group; a code that is of none of the five is said as it is."""
    person = files.people.get(line.child)
    code = person["pers_ethnicity"] if person else ""
    other = {"OOTH": "Other ethnic group", "REFU": "Refused", "NOBT": "Not yet obtained", "BOTH": "Black"}
    return other.get(code) or BROAD.get(code[:1], code)


def disability(files, line, day):
    """Yes where any is recorded, no where it is recorded that there is none."""
    lines = files.of_children("ssd_disability").get(line.child, [])
    found = {each["disa_disability_code"] for each in lines} - {""}
    return ("Yes" if found - {"NONE"} else "No") if found else ""


def ehc_plan(files, line, day):
    """As the child's own line says."""
    person = files.people.get(line.child)
    return {"Y": "Yes", "N": "No"}.get(person["pers_send_flag"], "") if person else ""


def alone(files, line, day):
    """Whether any status of theirs was that of a child who came alone."""
    lines = files.of_children("ssd_immigration_status").get(line.child, [])
    mine = {each["immi_immigration_status"] for each in lines}
    return "Yes" if mine & {"UASC", "Unaccompanied Asylum Seeking Child"} else "No"


def length(files, line, day):
    """How long the stage had gone on by the day."""
    began = line.day(STAGES.get(line.table, "Started"))
    if not began or began > day:
        return ""
    return next((said for least, said in LENGTHS if (day - began).days >= least), "Under 3 months")


def ward(files, line, day):
    """The ward of the home address on the day."""
    dates = ("addr_address_start_date", "addr_address_end_date")
    found = newest(files, "ssd_address", line.child, day, *dates, is_home)
    return files.wards.get(found["addr_address_postcode"].replace(" ", ""), "") if found else ""


def is_home(line):
    return "placement" not in line["addr_address_type"].lower()


def age(files, line, day):
    """The age band on the day; unborn until birth, or until it is expected."""
    person = files.people.get(line.child)
    born = person and (person.day("pers_dob") or person.day("pers_expected_dob"))
    if not born:
        return ""
    if day < born:
        return "Unborn"
    return next((said for limit, said in BANDS if day < birthday(born, limit)), "18 and over")


BESIDE = {
    "Team": team, "Ward": ward, "Service": service, "Worker": worker, "Age": age,
    "Broad ethnic group": broad_group, "Disability": disability, "EHC plan": ehc_plan,
    "Came alone to seek asylum": alone,
    "Time in this stage": length,
}  # fmt: skip


def group(files, by, line, day):
    """The group of a breakdown that a line is in on a day."""
    if by == "All":
        return "All"
    if by in BESIDE:
        found = BESIDE[by](files, line, day)
    elif by in OF_THE_CHILD:
        person = files.people.get(line.child)
        found = person[OF_THE_CHILD[by]] if person else ""
    elif by == "Outcome of contact":
        said = json.loads(line["cont_contact_outcome_json"] or "{}")
        found = next((key for key in OUTCOMES if said.get(key) == "Y"), "")
    elif by == "Placement type":
        found = placement(files, line)
    elif by == "Placement provider":
        found = provider(files, line)
    elif by == "Kind of home paid for":
        found = home_paid_for(files, line)
    elif by == "Kind of home":
        found = kind_of_home(placement(files, line), provider(files, line))
    else:
        found = line[OF_THE_LINE[by, line.table]]
    return found or NOT_RECORDED


def home_paid_for(files, line):
    """That of the child's newest episode of care on the first day of the cost."""
    mine = files.of_children("ssd_cla_episodes").get(line.child, [])
    start = "clae_cla_episode_start_date"
    begun = [x for x in mine if x.day(start) <= line.day("Started")]
    found = max(begun, key=lambda x: x.day(start), default=None)
    return kind_of_home(placement(files, found), provider(files, found)) if found else ""


def kind_of_home(told, whose):
    """Foster care of our own or another's, residential, or elsewhere; foster care of nobody is not told."""
    if told[:1] == "U":
        return {"": "", "PR1": "OWN_FOSTER"}.get(whose, "OTHER_FOSTER")
    if told in ("K1", "K2", "R1", "R2", "R3", "R5", "S1"):
        return "RESIDENTIAL"
    return "ELSEWHERE" if told else ""


def provider(files, line):
    placement(files, line)
    return files.placement_providers.get(line["clae_cla_placement_id"], "")
