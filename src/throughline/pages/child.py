"""A child's page: who they are, their journey as a picture, and everything recorded of them."""

from throughline.blocks.child_head import ChildHead
from throughline.blocks.child_timeline import ChildTimeline
from throughline.blocks.dated_list import DatedList
from throughline.pages.kinds import Page
from throughline.people.roles import ANALYST, DIRECTOR, PRACTITIONER, TEAM_MANAGER

child = Page(
    title="A child",
    question="What is this child’s whole story?",
    seen_by=frozenset({DIRECTOR, TEAM_MANAGER, PRACTITIONER, ANALYST}),
    at="children/<slug:child>/",
    shows=(ChildHead(), ChildTimeline(), DatedList()),
)
