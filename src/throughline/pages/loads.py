"""Loads: what came, when, what it answers for, and what is wrong in it."""

from throughline.blocks.conflicts import Conflicts
from throughline.blocks.loads_list import LoadsList
from throughline.pages.kinds import Page
from throughline.people.roles import ANALYST, DIRECTOR, TEAM_MANAGER

loads = Page(
    title="Loads",
    question="Did the newest data arrive, whole and right?",
    seen_by=frozenset({DIRECTOR, ANALYST, TEAM_MANAGER}),
    shows=(LoadsList(), Conflicts()),
)
