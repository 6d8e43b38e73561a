"""What a report is, and which reports there are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from throughline.blocks.kinds import Block
from throughline.catalogue import declared
from throughline.pages.kinds import Page
from throughline.people.roles import Role


@dataclass(frozen=True, kw_only=True, eq=False)
class Report:
    """Pages to be read in order, away from the site.

    It opens with one block of its own, then shows each page's blocks as they are on the site, without
    those kinds that it leaves out: no report holds a list of children. Its figures are those of the
    role it is made for, one of `seen_by`."""

    title: str
    about: str
    opens_with: Block
    pages: tuple[Page, ...]
    leaves_out: tuple[type[Block], ...]
    seen_by: frozenset[Role]


@cache
def reports() -> dict[str, Report]:
    """Every report by its name."""
    return {name: report for _, name, report in declared(Report, "throughline.reports")}
