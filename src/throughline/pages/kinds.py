"""What a page is, and which pages there are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from throughline.blocks.kinds import Block
from throughline.blocks.named import STAGES
from throughline.catalogue import declared
from throughline.people.roles import ROLES, Role

EVERYBODY = frozenset(ROLES.values())


@dataclass(frozen=True, kw_only=True, eq=False)
class Page:
    """One page: what it is called, the question it answers, who sees it, and its blocks in order.

    Its address is `/pages/<name>/`, unless it says another in `at` (in Django's form: what is in angle
    brackets is what the page is about, and the page is then in no menu). It is the first page of the
    roles in `home_of`. `menu` is a shorter title. Anybody else gets *not found*."""

    title: str
    question: str
    seen_by: frozenset[Role]
    shows: tuple[Block, ...]
    at: str = ""
    menu: str = ""
    home_of: frozenset[Role] = frozenset()

    @property
    def in_menu(self) -> bool:
        """Whether it can be opened without saying what it is about."""
        return "<" not in self.at

    def address(self, name: str) -> str:
        """Where it is, below the site's root."""
        return self.at or f"pages/{name.replace('_', '-')}/"


@cache
def pages() -> dict[str, Page]:
    """Every page by its name: homes first, then the stages in the order of the journey, then the rest."""
    stages = list(STAGES)
    found = list(declared(Page, "throughline.pages"))

    def place(declaration: tuple[str, str, Page]) -> tuple[bool, int]:
        stage = declaration[0].rsplit(".", 1)[-1]
        return not declaration[2].home_of, stages.index(stage) if stage in stages else len(stages)

    return {name: page for _, name, page in sorted(found, key=place)}


def home_page(role: Role) -> tuple[str, Page]:
    """The page a role begins at: its own, or else the first it may see.

    Raises LookupError where a role sees no page at all; a test forbids it."""
    seen = [(name, page) for name, page in pages().items() if role in page.seen_by and page.in_menu]
    own = [(name, page) for name, page in seen if role in page.home_of]
    for name, page in own or seen:
        return name, page
    raise LookupError(f"No page is for {role.title}.")
