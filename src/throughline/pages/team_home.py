"""A team's day: what is late, what is due, and who has no worker. Where team managers begin."""

from throughline.blocks.caseload_table import CaseloadTable
from throughline.blocks.team_figures import Many, TeamFigures
from throughline.blocks.team_head import TeamHead
from throughline.blocks.teams_changed import TeamsChanged
from throughline.blocks.work_lists import assessments, care, late_assessments, no_worker, plans
from throughline.pages.kinds import Page
from throughline.people.roles import ANALYST, DIRECTOR, TEAM_MANAGER

team_home = Page(
    title="Team",
    menu="Teams",
    question="What is late, what is due, and who has no worker?",
    seen_by=frozenset({TEAM_MANAGER, DIRECTOR, ANALYST}),
    home_of=frozenset({TEAM_MANAGER}),
    shows=(
        TeamHead(),
        TeamFigures(
            Many("open assessments", assessments),
            Many("past 45 working days", late_assessments, alert=True),
            Many("with a protection plan", plans),
            Many("looked after", care),
            Many("with no worker", no_worker, alert=True),
        ),
        no_worker,
        assessments,
        plans,
        care,
        CaseloadTable(),
        TeamsChanged(of_one=True),
    ),
)
