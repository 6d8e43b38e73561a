"""Care leavers about their birthday: in touch, doing what, living where."""

import polars as pl

from throughline.returns.ssda903_tables import OC3
from throughline.rules.kinds import Rule
from throughline.rules.recipes import each

rule_344 = Rule(
    code="344",
    says="Has died or gone home to parents for six months, but activity or accommodation is filled in.",
    since=2014,
    looks_at=each(OC3).where(OC3.IN_TOUCH.is_in(["DIED", "RHOM"])),
    wrong_if=OC3.ACTIV.ne_missing(pl.lit("0")) | OC3.ACCOM.ne_missing(pl.lit("0")),
    blames=(OC3.IN_TOUCH, OC3.ACTIV, OC3.ACCOM),
    examples="""
        OC3
        CHILD | IN_TOUCH | ACTIV | ACCOM | wrong? |
        ------+----------+-------+-------+--------+---------------------------
        Ann   | DIED     | 0     | 0     |   no   |
        Ben   | RHOM     | F2    | 0     |  yes   |
        Cat   | RHOM     | 0     | B1    |  yes   |
        Dee   | DIED     | 0     |       |  yes   | both must say 0
        Eve   | RHOM     |       | 0     |  yes   | both must say 0
        Fay   | YES      | F2    | B1    |   no   |
        Gus   |          |       |       |   no   |
    """,
)

rule_345 = Rule(
    code="345",
    says="The council is in touch with this young person, but activity or accommodation is 0.",
    since=2014,
    looks_at=each(OC3).where(OC3.IN_TOUCH == "YES"),
    wrong_if=(OC3.ACTIV == "0") | (OC3.ACCOM == "0"),
    blames=(OC3.IN_TOUCH, OC3.ACTIV, OC3.ACCOM),
    examples="""
        OC3
        CHILD | IN_TOUCH | ACTIV | ACCOM | wrong? |
        ------+----------+-------+-------+--------+---------------------------
        Ann   | YES      | F2    | B1    |   no   |
        Ben   | YES      | 0     | B1    |  yes   |
        Cat   | YES      |       | 0     |  yes   |
        Dee   | YES      | F2    |       |   no   | blank: rule 153 says so
        Eve   | NO       | 0     | 0     |   no   |
        Fay   |          | 0     | 0     |   no   |
    """,
)
