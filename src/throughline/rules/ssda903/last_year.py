"""What was said last year, beside what is said now."""

import polars as pl

from throughline.returns.ssda903_tables import Episodes, Header
from throughline.rules.kinds import Rule
from throughline.rules.recipes import each, last
from throughline.rules.words import as_came, present

BORN, BORN_LAST = Header.DOB, last(Header).DOB
ENDED_LAST = as_came(last(Episodes).DEC)

rule_203 = Rule(
    code="203",
    says="Date of birth disagrees with the date of birth already recorded for this child.",
    since=2014,
    looks_at=each(Header).alongside(last(Header), on=last(Header).CHILD),
    wrong_if=present(last(Header))
    & pl.when(BORN.is_not_null() & BORN_LAST.is_not_null())
    .then(BORN != BORN_LAST)
    .otherwise(as_came(BORN).ne_missing(as_came(BORN_LAST))),
    blames=(Header.DOB,),
    examples="""
        Header_last
        CHILD | DOB        | DOB@text
        ------+------------+-----------
        Ann   | 2012-05-01 | 01/05/2012
        Ben   | 2012-05-01 | 01/05/2012
        Cat   | 2012-05-01 | 01/05/2012
        Dee   |            |
        Eve   |            | 31/02/2012

        Header
        CHILD | DOB        | DOB@text   | wrong? |
        ------+------------+------------+--------+--------------------------------------
        Ann   | 2012-05-01 | 1/5/2012   |   no   | the same day, differently written
        Ben   | 2012-05-02 | 02/05/2012 |  yes   |
        Cat   |            |            |  yes   | known last year, and now blank
        Dee   |            |            |   no   | never known
        Eve   |            | 31/02/2012 |   no   | wrong both times alike: rule 102
        Fay   | 2012-05-01 | 01/05/2012 |   no   | not in last year's return
    """,
)

rule_207 = Rule(
    code="207",
    says="Mother status for the current year disagrees with that already recorded for this child.",
    since=2014,
    looks_at=each(Header).having(Episodes, on=Episodes.CHILD).alongside(last(Header), on=last(Header).CHILD),
    wrong_if=(last(Header).MOTHER == "1") & Header.MOTHER.ne_missing(pl.lit("1")),
    blames=(Header.MOTHER,),
    examples="""
        Header_last
        CHILD | MOTHER
        ------+-------
        Ann   |   1
        Bea   |   1
        Cat   |   1
        Dee   |   0
        Eve   |
        Fay   |   1

        Episodes
        CHILD |
        ------+-----------------------------
        Ann   |
        Bea   |
        Cat   |
        Dee   |
        Eve   |
        Gwen  |

        Header
        CHILD | MOTHER | wrong? |
        ------+--------+--------+--------------------------------------
        Ann   |   1    |   no   |
        Bea   |   0    |  yes   | she cannot have ceased to be one
        Cat   |        |  yes   | nor be a blank
        Dee   |   1    |   no   | she has become one
        Eve   |   1    |   no   | not recorded last year
        Fay   |   0    |   no   | no episode this year
        Gwen  |   0    |   no   | not in last year's return
    """,
)

rule_502 = Rule(
    code="502",
    says="Last year ended with an open episode; this year's first does not start on the day it did.",
    since=2014,
    looks_at=each(Episodes)
    .first(per=Episodes.CHILD, by=Episodes.DECOM)
    .alongside(
        each(last(Episodes)).latest(per=last(Episodes).CHILD, by=last(Episodes).DECOM),
        on=last(Episodes).CHILD,
    ),
    wrong_if=ENDED_LAST.is_null() & (Episodes.DECOM != last(Episodes).DECOM),
    blames=(Episodes.DECOM,),
    examples="""
        Episodes_last
        CHILD | DECOM      | DEC        | DEC@text
        ------+------------+------------+-----------
        Ann   | 2024-05-01 | 2024-06-01 | 01/06/2024
        Ann   | 2024-06-01 |            |
        Ben   | 2024-06-01 |            |
        Cat   | 2024-06-01 | 2024-07-01 | 01/07/2024
        Dee   | 2024-06-01 |            | 31/06/2024
        Eve   |            |            |

        Episodes
        CHILD | DECOM      | wrong? |
        ------+------------+--------+---------------------------------------------
        Ann   | 2024-06-01 |   no   | it goes on
        Ann   | 2025-06-01 |   no   | only the first is looked at
        Ben   | 2024-06-02 |  yes   |
        Cat   | 2025-06-01 |   no   | last year's had ended
        Dee   | 2025-06-01 |   no   | ended, on no day there is: rule 147
        Eve   | 2025-06-01 |   no   | last year's has no day: rule 141
        Fay   | 2025-06-01 |   no   | new this year
        Fay   |            |   no   | rule 141 says so, not this one
    """,
)
