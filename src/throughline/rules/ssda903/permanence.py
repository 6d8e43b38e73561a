"""Earlier permanence of children who came back into care."""

from throughline.returns.ssda903_tables import PrevPerm
from throughline.rules.kinds import Rule
from throughline.rules.recipes import each

EARLIER = ["P1", "P2", "P3", "P4", "Z1"]  # what a child's permanence had been; Z1: there was none

rule_631 = Rule(
    code="631",
    says="Previous permanence option not a valid value.",
    since=2014,
    looks_at=each(PrevPerm),
    wrong_if=~PrevPerm.PREV_PERM.is_in(EARLIER),
    blames=(PrevPerm.PREV_PERM,),
    examples="""
        PrevPerm
        CHILD | PREV_PERM | wrong? |
        ------+-----------+--------+--------------------------
        Ann   | P1        |   no   |
        Ben   | P0        |  yes   | no such code
        Cat   | p1        |  yes   | codes are capital letters
        Dee   |           |   no   | rule 630 says so
    """,
)
