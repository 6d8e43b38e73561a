"""The report that a leadership team, and the members who hold it to account, read each month."""

from throughline.blocks.behind import Behind
from throughline.blocks.what_changed import WhatChanged
from throughline.pages.assessment import assessment
from throughline.pages.care import care
from throughline.pages.front_door import front_door
from throughline.pages.protection import protection
from throughline.people.roles import ANALYST, DIRECTOR, MEMBER, TEAM_MANAGER
from throughline.reports.kinds import Report

monthly_performance = Report(
    title="Monthly performance",
    about="What changed, then the stages from the front door to care: figures, trends and who they are of.",
    opens_with=WhatChanged(at_most=5),
    pages=(front_door, assessment, protection, care),
    leaves_out=(Behind,),
    seen_by=frozenset({DIRECTOR, TEAM_MANAGER, ANALYST, MEMBER}),
)
