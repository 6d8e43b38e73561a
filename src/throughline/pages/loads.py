"""Loads: what came, when, what it changed, what it answers for, and what is wrong in it."""

from throughline.blocks.backups import Backups
from throughline.blocks.conflicts import Conflicts
from throughline.blocks.headings_read import HeadingsRead
from throughline.blocks.load_changes import LoadChanges
from throughline.blocks.load_next import LoadNext
from throughline.blocks.loads_list import LoadsList
from throughline.blocks.questions import Questions
from throughline.pages.kinds import Page
from throughline.people.roles import ANALYST, DIRECTOR, TEAM_MANAGER

SEEN_BY = frozenset({DIRECTOR, ANALYST, TEAM_MANAGER})

loads = Page(
    title="Loads",
    question="Did the newest data arrive, whole and right?",
    seen_by=SEEN_BY,
    shows=(LoadNext(), Questions(), LoadsList(), Conflicts(), HeadingsRead(), Backups()),
)

load = Page(
    title="What a load changed",
    question="Which children are new, changed or gone?",
    seen_by=SEEN_BY,
    at="loads/<slug:changes>/",
    shows=(LoadChanges(),),
)
