"""A practitioner's own children: what is due, and when each was last seen. Where practitioners begin."""

from throughline.blocks.my_children import MyChildren
from throughline.pages.kinds import Page
from throughline.people.roles import PRACTITIONER

my_children = Page(
    title="My children",
    question="What must I do next, and for which child?",
    seen_by=frozenset({PRACTITIONER}),
    home_of=frozenset({PRACTITIONER}),
    shows=(MyChildren(),),
)
