"""The workforce: workers, teams, and whose case a child is."""

from throughline.record.breakdowns import Beside, Breakdown
from throughline.record.care_codes import WORKER_CHANGE
from throughline.record.columns import Code, Date, Flag, Id, Number, Text
from throughline.record.own_codes import ABSENCE_REASON, LEAVE_REASON, LEAVER_DESTINATION, WORKFORCE_ROLE
from throughline.record.rows import Event, Own, Reference, Spell

CASE_HOLDER = "CW"  # the role that holds the case, in the dataset and in the SSDA903


class Workers(Reference):
    """One row a worker."""

    worker = Id("The worker", ssd="prof_professional_id", required=True)
    name = Text("Name", ssd="prof_professional_name")
    job = Text("Job", ssd="prof_professional_job_title")
    full_time = Number("Full-time equivalent", ssd="prof_full_time_equivalency")
    agency = Flag("An agency worker", ssd="prof_agency_worker_flag")
    staff = Id("The number the council reports them by", ssd="prof_staff_id")
    registration = Id("Number with Social Work England", ssd="prof_social_worker_registration_no")
    caseload = Number("Cases held at the last 30 September", ssd="prof_professional_caseload")
    department = Text("Team or organisation", ssd="prof_professional_department")


class Teams(Reference):
    """One row a team."""

    team = Id("The team", ssd="dept_team_id", required=True)
    name = Text("Name", ssd="dept_team_name")
    within = Text("The service it is in", ssd="dept_team_parent_name")
    within_team = Id("The team it is in", ssd="dept_team_parent_id")


class Involvements(Spell):
    """A time one worker, of one team, was involved with a child. Role CW holds the case."""

    child = Id("The child", ssd="invo_person_id", required=True)
    started = Date("The day they took it", ssd="invo_involvement_start_date", required=True)
    ended = Date("The day they passed it on; blank while they hold it", ssd="invo_involvement_end_date")
    role = Text("Their part", ssd="invo_professional_role_id")
    worker = Id("The worker", ssd="invo_professional_id")
    team = Id("The team", ssd="invo_professional_team")
    involvement = Id("The involvement", ssd="invo_involvements_id")
    referral = Id("The referral it is of", ssd="invo_referral_id")
    change_reason = Code("Why the worker changed", ssd="invo_worker_change_reason", codes=WORKER_CHANGE)


class Posts(Own, Spell):
    """A time a post was in the establishment, filled or not."""

    subject = "post"
    known_by = ("full_time", "job")
    stands = True

    post = Id("The post", required=True)
    started = Date("The day it was set up", required=True)
    ended = Date("The day it was given up; blank while it stands")
    full_time = Number("Full-time equivalent, 1 for a whole post")
    job = Text("The job")
    role = Code("The role, by the workforce census", codes=WORKFORCE_ROLE)
    social_worker = Flag("It needs a registered social worker")
    team = Id("The team")


class Vacancies(Own, Spell):
    """A time a post, or part of one, was vacant."""

    subject = "post"
    known_by = ("vacant_part",)

    post = Id("The post", required=True)
    started = Date("The first day it was vacant", required=True)
    ended = Date("The day it was filled; blank while it is vacant")
    vacant_part = Number("How much of it is vacant, as full-time equivalent")
    social_worker = Flag("It needs a registered social worker")
    agency_covers = Flag("An agency worker covers it")
    advertised = Date("The day it was last advertised")
    team = Id("The team")


class WorkersInPost(Own, Spell):
    """A time a worker was in post, our own or from an agency, as the workforce census counts them: who is
    there, and for how much of the week. (The dataset lists workers, but not when each came and went.)"""

    subject = "worker"
    known_by = ("agency_worker", "full_time")

    worker = Id("The worker", required=True)
    started = Date("The first day", required=True)
    ended = Date("The day after the last; blank while they are in post")
    full_time = Number("Full-time equivalent, 1 for a whole post")
    agency_worker = Flag("They come from an agency")
    social_worker = Flag("They are a registered social worker")
    role = Code("The role, by the workforce census", codes=WORKFORCE_ROLE)
    cases = Number("Cases held at the last 30 September")
    team = Id("The team")


class AgencyAssignments(Own, Spell):
    """A time an agency worker worked for us."""

    subject = "worker"
    known_by = ("agency",)

    worker = Id("The worker", required=True)
    started = Date("The first day", required=True)
    ended = Date("The day after the last; blank while it goes on")
    agency = Text("The agency")
    full_time = Number("Full-time equivalent, 1 for a whole post")
    post = Id("The post they cover")
    hourly_rate = Number("What the agency is paid an hour, in pounds")
    above_cap = Flag("That is above the cap agreed in the region")
    team = Id("The team")


class Leavers(Own, Event):
    """A worker left the council's children's social work. Moves within it are not in the list."""

    subject = "worker"
    known_by = ("full_time",)

    worker = Id("The worker", required=True)
    left = Date("The last day they worked", required=True)
    full_time = Number("Full-time equivalent, 1 for a whole post")
    left_because = Code("Why they left", codes=LEAVE_REASON)
    went_to = Code("Where they went", codes=LEAVER_DESTINATION)
    role = Code("The role, by the workforce census", codes=WORKFORCE_ROLE)
    team = Id("The team")


class Absences(Own, Spell):
    """A time a worker was away."""

    subject = "worker"
    known_by = ("away_because",)

    worker = Id("The worker", required=True)
    started = Date("The first day away", required=True)
    ended = Date("The day they came back; blank while they are away")
    away_because = Code("Why", codes=ABSENCE_REASON)
    days_lost = Number("Working days lost, where the list counts them")
    team = Id("The team")


class Supervision(Own, Event):
    """A supervision of a worker: of their cases together, or of one child's."""

    subject = "worker"
    known_by = ("supervised", "supervisor")

    worker = Id("The worker supervised", required=True)
    supervised = Date("The day it was held; blank if it was not")
    due = Date("The day it was to be held by")
    supervisor = Id("Who supervised")
    child = Id("The child, where it was about one")
    group = Flag("It was held in a group")
    team = Id("The team")


WHY_LEFT = Breakdown("Why the worker left", Leavers.left_because)
HELD = Involvements.open().where(Involvements.role == CASE_HOLDER)
TEAM = Beside("Team", Involvements.team, among=HELD, own="team")
SERVICE = Beside(
    "Service",
    Involvements.team,
    among=HELD,
    own="team",
    needs=(("Teams",),),
    through=(Teams.team, Teams.within),
)
WORKER = Beside("Worker", Involvements.worker, among=HELD, own="worker", kept=False)
