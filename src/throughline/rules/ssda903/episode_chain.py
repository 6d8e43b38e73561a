"""One episode after another: each begins where the child's last one ended, and says rightly why."""

import polars as pl

from throughline.returns.ssda903_tables import Episodes, Header
from throughline.rules.kinds import Rule
from throughline.rules.recipes import each
from throughline.rules.words import as_came, birthday, following, previous

IN_ORDER = each(Episodes).in_order(Episodes.DECOM, Episodes.DEC, per=Episodes.CHILD)
PLACED = (Episodes.PLACE, Episodes.PL_POST, Episodes.URN, Episodes.PLACE_PROVIDER)
SAME_PLACE = pl.all_horizontal(column.eq_missing(previous(column)) for column in PLACED)

rule_142 = Rule(
    code="142",
    says="A new episode has started, but the previous episode has not ended.",
    since=2014,
    looks_at=IN_ORDER,
    wrong_if=following(Episodes.DECOM).is_not_null()
    & (as_came(Episodes.DEC).is_null() | Episodes.REC.is_null()),
    blames=(Episodes.DEC, Episodes.REC),
    examples="""
        Episodes
        CHILD | DECOM      | DEC        | DEC@text   | REC | wrong? |
        ------+------------+------------+------------+-----+--------+------------------------------------
        Ann   | 2025-06-01 | 2025-06-30 | 30/06/2025 | X1  |   no   |
        Ann   | 2025-06-30 |            |            |     |   no   | the last may go on
        Ben   | 2025-06-01 |            |            | X1  |  yes   | no date
        Ben   | 2025-06-30 | 2025-07-31 | 31/07/2025 |     |  yes   | no reason
        Ben   | 2025-07-31 |            |            |     |   no   |
        Cat   | 2025-06-01 |            | 31/06/2025 | X1  |   no   | no date, but not blank: rule 147
        Cat   | 2025-07-01 |            |            |     |   no   |
        Cat   |            |            |            |     |   no   | without a day it follows none
    """,
)

rule_302 = Rule(
    code="302",
    says="First episode starts before child was born.",
    since=2014,
    looks_at=each(Episodes).first(per=Episodes.CHILD, by=Episodes.DECOM).alongside(Header, on=Header.CHILD),
    wrong_if=Episodes.DECOM < Header.DOB,
    blames=(Episodes.DECOM, Header.DOB),
    examples="""
        Header
        CHILD | DOB
        ------+-----------
        Ann   | 2020-05-01
        Ben   | 2020-05-01
        Cat   |

        Episodes
        CHILD | DECOM      | wrong? |
        ------+------------+--------+---------------------------------------------------
        Ann   | 2020-05-01 |   no   | the day of birth itself is allowed
        Ben   | 2020-04-29 |  yes   | before it
        Ben   | 2020-04-30 |   no   | only a first episode is looked at
        Ben   |            |   no   | rule 141 says so, not this one
        Cat   | 2020-04-30 |   no   | no date of birth: rule 102 says so, not this one
    """,
)

rule_352 = Rule(
    code="352",
    says="Child who started to be looked after was aged 18 or over.",
    since=2014,
    looks_at=each(Episodes).where(Episodes.RNE == "S").alongside(Header, on=Header.CHILD),
    wrong_if=birthday(Header.DOB, 18) <= Episodes.DECOM,
    blames=(Episodes.DECOM, Episodes.RNE),
    examples="""
        Header
        CHILD | DOB
        ------+-----------
        Ann   | 2008-02-29
        Ben   |

        Episodes
        CHILD | DECOM      | RNE | wrong? |
        ------+------------+-----+--------+----------------------------------------------
        Ann   | 2026-02-27 | S   |   no   | 17
        Ann   | 2026-02-28 | S   |  yes   | 18: in a common year on the 28th
        Ann   | 2026-03-15 | L   |   no   | not a start
        Ann   | 2026-03-20 |     |   no   |
        Ann   |            | S   |   no   | rule 141 says so, not this one
        Ben   | 2026-02-28 | S   |   no   | rule 102 says so, not this one
    """,
)

rule_431 = Rule(
    code="431",
    says="Reason for new episode is started to be looked after, but the previous episode ended that day.",
    since=2014,
    looks_at=IN_ORDER,
    wrong_if=(Episodes.RNE == "S") & (previous(Episodes.DEC) == Episodes.DECOM),
    blames=(Episodes.RNE, Episodes.DECOM),
    examples="""
        Episodes
        CHILD | DECOM      | RNE | DEC        | wrong? |
        ------+------------+-----+------------+--------+-----------------------------
        Ann   | 2025-06-01 | S   | 2025-06-30 |   no   | the first
        Ann   | 2025-06-30 | S   | 2025-07-31 |  yes   |
        Ann   | 2025-08-01 | S   | 2025-08-31 |   no   | home for a night
        Ann   | 2025-08-31 | L   |            |   no   | rightly called a change
        Ben   | 2025-06-01 | S   |            |   no   |
        Ben   | 2025-06-30 |     |            |   no   |
        Ben   |            | S   |            |   no   | rule 141 says so, not this one
    """,
)

rule_432 = Rule(
    code="432",
    says="Child ceased to be looked after with the previous episode, but the new one is not a start.",
    since=2014,
    looks_at=IN_ORDER,
    wrong_if=previous(Episodes.REC).str.starts_with("E") & (Episodes.RNE != "S"),
    blames=(Episodes.RNE,),
    examples="""
        Episodes
        CHILD | DECOM      | RNE | REC | wrong? |
        ------+------------+-----+-----+--------+-----------------------------
        Ann   | 2025-06-01 | P   | E4A |   no   | the first in this return
        Ann   | 2025-07-01 | P   | X1  |  yes   | had gone home
        Ann   | 2025-08-01 | P   | E4A |   no   | care had gone on
        Ann   | 2025-09-01 | S   |     |   no   | started again
        Ben   | 2025-06-01 |     | E4A |   no   |
        Ben   | 2025-07-01 |     |     |   no   | rule 143 says so, not this one
        Ben   |            | P   |     |   no   | rule 141 says so, not this one
    """,
)

rule_435 = Rule(
    code="435",
    says="Placement is said to have changed and not legal status, but the episodes do not show it.",
    since=2014,
    looks_at=IN_ORDER,
    wrong_if=previous(Episodes.DECOM).is_not_null()
    & (Episodes.RNE == "P")
    & ((previous(Episodes.LS) != Episodes.LS) | SAME_PLACE),
    blames=(Episodes.LS, *PLACED),
    examples="""
        Episodes
        CHILD | DECOM      | RNE | LS | PLACE | PL_POST | URN   | PLACE_PROVIDER | wrong? |
        ------+------------+-----+----+-------+---------+-------+----------------+--------+--------------
        Ann   | 2025-06-01 | P   | C2 | U6    | AA1 1AA | SC001 | PR1            |   no   | the first
        Ann   | 2025-07-01 | P   | C2 | U6    | AA1 1AB | SC001 | PR1            |   no   | moved
        Ann   | 2025-08-01 | P   | C2 | U6    | AA1 1AB | SC001 | PR1            |  yes   | did not move
        Ann   | 2025-09-01 | P   | C1 | U6    | AA1 1AC | SC001 | PR1            |  yes   | status too
        Ann   | 2025-10-01 | L   | C2 | U6    | AA1 1AC | SC001 | PR1            |   no   | said rightly
        Ben   | 2025-06-01 | P   |    |       |         |       |                |   no   |
        Ben   | 2025-07-01 | P   |    |       |         |       |                |  yes   | all alike
        Ben   | 2025-08-01 |     |    |       |         |       |                |   no   |
        Ben   |            | P   |    |       |         |       |                |   no   | has no day
    """,
)

rule_501 = Rule(
    code="501",
    says="A new episode has started before the end date of the previous episode.",
    since=2014,
    looks_at=IN_ORDER,
    wrong_if=previous(Episodes.DEC) > Episodes.DECOM,
    blames=(Episodes.DECOM, Episodes.DEC),
    examples="""
        Episodes
        CHILD | DECOM      | DEC        | wrong? |
        ------+------------+------------+--------+----------------------------------------
        Ann   | 2025-06-01 | 2025-06-30 |   no   |
        Ann   | 2025-06-30 | 2025-07-31 |   no   | the same day
        Ann   | 2025-07-30 |            |  yes   | the day before
        Ann   | 2025-08-31 |            |   no   | the one before has no end: rule 142
        Ann   |            | 2025-08-31 |   no   | rule 141 says so, not this one
    """,
)
