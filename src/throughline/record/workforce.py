"""The workforce: workers, teams, and whose case a child is."""

from throughline.record.breakdowns import Beside
from throughline.record.columns import Date, Flag, Id, Number, Text
from throughline.record.rows import Reference, Spell

CASE_HOLDER = "CW"  # the role that holds the case, in the dataset and in the SSDA903


class Workers(Reference):
    """One row a worker."""

    worker = Id("The worker", ssd="prof_professional_id", required=True)
    name = Text("Name", ssd="prof_professional_name")
    job = Text("Job", ssd="prof_professional_job_title")
    full_time = Number("Full-time equivalent", ssd="prof_full_time_equivalency")
    agency = Flag("An agency worker", ssd="prof_agency_worker_flag")


class Teams(Reference):
    """One row a team."""

    team = Id("The team", ssd="dept_team_id", required=True)
    name = Text("Name", ssd="dept_team_name")
    within = Text("The service it is in", ssd="dept_team_parent_name")


class Involvements(Spell):
    """A time one worker, of one team, was involved with a child. Role CW holds the case."""

    child = Id("The child", ssd="invo_person_id", required=True)
    started = Date("The day they took it", ssd="invo_involvement_start_date", required=True)
    ended = Date("The day they passed it on; blank while they hold it", ssd="invo_involvement_end_date")
    role = Text("Their part", ssd="invo_professional_role_id")
    worker = Id("The worker", ssd="invo_professional_id")
    team = Id("The team", ssd="invo_professional_team")


HELD = Involvements.open().where(Involvements.role == CASE_HOLDER)
TEAM = Beside("Team", Involvements.team, among=HELD, own="team")
