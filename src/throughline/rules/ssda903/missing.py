"""Times a child was missing or away from placement without authorisation."""

from throughline.record.care_codes import MISSING_TYPE
from throughline.returns.ssda903_tables import Episodes, Missing
from throughline.rules.kinds import Rule
from throughline.rules.recipes import each
from throughline.rules.words import found_for, one_of

IN_CARE = (Episodes.DECOM <= Missing.MIS_START) & (
    Episodes.DEC.is_null() | (Missing.MIS_START <= Episodes.DEC)
)

rule_1006 = Rule(
    code="1006",
    says="Missing type invalid.",
    since=2014,
    looks_at=each(Missing),
    wrong_if=~one_of(Missing.MISSING, MISSING_TYPE),
    blames=(Missing.MISSING,),
    examples="""
        Missing
        CHILD | MISSING | wrong? |
        ------+---------+--------+--------------------------
        Ann   | M       |   no   |
        Ben   | m       |  yes   | codes are capital letters
        Cat   | AWAY    |  yes   | A is the code
        Dee   |         |   no   | rule 565 says so
    """,
)

rule_567 = Rule(
    code="567",
    says="The time missing or away ended before it started.",
    since=2014,
    looks_at=each(Missing),
    wrong_if=Missing.MIS_END < Missing.MIS_START,
    blames=(Missing.MIS_START, Missing.MIS_END),
    examples="""
        Missing
        CHILD | MIS_START  | MIS_END    | wrong? |
        ------+------------+------------+--------+------------------
        Ann   | 2025-06-01 | 2025-06-01 |   no   | back the same day
        Ben   | 2025-06-02 | 2025-06-01 |  yes   |
        Cat   | 2025-06-02 |            |   no   | not yet back
        Dee   |            | 2025-06-01 |   no   | rule 564 says so
    """,
)

rule_581 = Rule(
    code="581",
    says="Child is missing but has not yet started to be looked after.",
    since=2014,
    looks_at=each(Missing).where(Missing.MIS_START.is_not_null()).alongside(Episodes, on=Episodes.CHILD),
    wrong_if=~found_for(Missing, IN_CARE),
    blames=(Missing.MIS_START,),
    examples="""
        Episodes
        CHILD | DECOM      | DEC
        ------+------------+-----------
        Ann   | 2025-06-01 | 2025-06-30
        Ann   | 2025-08-01 |
        Ben   |            |

        Missing
        CHILD | MIS_START  | wrong? |
        ------+------------+--------+-----------------------------------------
        Ann   | 2025-05-31 |  yes   | the day before
        Ann   | 2025-06-01 |   no   | the first day
        Ann   | 2025-06-30 |   no   | the last
        Ann   | 2025-07-01 |  yes   | between two times in care
        Ann   | 2026-01-01 |   no   | in care still
        Ann   |            |   no   | rule 564 says so
        Ben   | 2025-06-01 |  yes   | no episode with a day it began
        Cat   | 2025-06-01 |  yes   | no episode at all
    """,
)
