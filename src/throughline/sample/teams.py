"""The teams of the invented council, what each does, and how many cases a worker there holds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Team:
    """A team; `caseload` is what a worker there is meant to hold (0: the team holds no cases)."""

    key: str
    name: str
    parent: str
    caseload: int
    job: str


TEAMS = (
    Team("T100", "Children's Social Care", "", 0, "Director"),
    Team("T110", "Front Door and Assessment", "T100", 0, "Head of Service"),
    Team("T111", "First Contact", "T110", 22, "Social Worker"),
    Team("T112", "Assessment Team 1", "T110", 21, "Social Worker"),
    Team("T113", "Assessment Team 2", "T110", 21, "Social Worker"),
    Team("T114", "Assessment Team 3", "T110", 21, "Social Worker"),
    Team("T115", "Assessment Team 4", "T110", 21, "Social Worker"),
    Team("T120", "Safeguarding", "T100", 0, "Head of Service"),
    Team("T121", "Safeguarding North", "T120", 21, "Social Worker"),
    Team("T122", "Safeguarding Central", "T120", 21, "Social Worker"),
    Team("T123", "Safeguarding East", "T120", 21, "Social Worker"),
    Team("T124", "Safeguarding West", "T120", 21, "Social Worker"),
    Team("T125", "Disabled Children", "T120", 22, "Social Worker"),
    Team("T130", "Children in Our Care", "T100", 0, "Head of Service"),
    Team("T131", "Children in Care", "T130", 19, "Social Worker"),
    Team("T132", "Leaving Care", "T130", 24, "Personal Adviser"),
    Team("T140", "Early Help", "T100", 0, "Early Help Worker"),
)
BY_KEY = {team.key: team for team in TEAMS}
FRONT, DISABLED, IN_CARE, LEAVERS, EARLY_HELP = "T111", "T125", "T131", "T132", "T140"
DUTY = ("T112", "T113", "T114", "T115")
PATCHES = {"North": "T121", "Central": "T122", "East": "T123", "West": "T124"}
