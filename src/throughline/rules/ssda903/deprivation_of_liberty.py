"""Deprivation of liberty orders; from the year to 31 March 2027."""

from throughline.returns.ssda903_tables import DoLo
from throughline.rules.kinds import Rule
from throughline.rules.recipes import each
from throughline.rules.words import YEAR_ENDS

rule_703 = Rule(
    code="703",
    says="The date that the deprivation of liberty order started is after the end of the collection year.",
    since=2027,
    looks_at=each(DoLo),
    wrong_if=DoLo.DOLO_START > YEAR_ENDS,
    blames=(DoLo.DOLO_START,),
    examples="""
        DoLo as at 2027-03-31: 1 wrong
        CHILD | DOLO_START | wrong? |
        ------+------------+--------+-----------------
        Ann   | 2027-03-31 |   no   | the last day
        Ben   | 2027-04-01 |  yes   | the day after
        Cat   |            |   no   | rule 700 says so
    """,
)
