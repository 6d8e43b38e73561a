"""Adoption: the decision that a child be placed for it, its reversal, and what is told once it is done."""

from throughline.returns.ssda903_tables import AD1, Episodes, PlacedAdoption
from throughline.rules.kinds import Kind, Rule
from throughline.rules.recipes import each
from throughline.rules.words import (
    YEAR_ENDS,
    YEAR_STARTS,
    all_blank,
    all_coded,
    as_came,
    found_for,
)

REVERSED = ["RD1", "RD2", "RD3", "RD4"]  # why the decision to place for adoption was reversed
TOLD = (
    as_came(AD1.DATE_INT),
    as_came(AD1.DATE_MATCH),
    AD1.FOSTER_CARE,
    AD1.NB_ADOPTR,
    AD1.SEX_ADOPTR,
    AD1.LS_ADOPTR,
)
ITEMS = (AD1.DATE_INT, AD1.DATE_MATCH, AD1.FOSTER_CARE, AD1.NB_ADOPTR, AD1.SEX_ADOPTR, AD1.LS_ADOPTR)
ADOPTED = Episodes.REC.is_in(["E11", "E12"])
IN_YEAR = Episodes.DEC.is_between(YEAR_STARTS, YEAR_ENDS)

rule_120 = Rule(
    code="120",
    says="The reason the decision to place the child for adoption was reversed is not a valid code.",
    since=2014,
    looks_at=each(PlacedAdoption),
    wrong_if=~PlacedAdoption.REASON_PLACED_CEASED.is_in(REVERSED),
    blames=(PlacedAdoption.REASON_PLACED_CEASED,),
    examples="""
        PlacedAdoption
        CHILD | REASON_PLACED_CEASED | wrong? |
        ------+----------------------+--------+---------------------------
        Ann   | RD4                  |   no   |
        Ben   | RD5                  |  yes   | no such code
        Cat   | rd1                  |  yes   | codes are capital letters
        Dee   |                      |   no   | not reversed
    """,
)

rule_151 = Rule(
    code="151",
    says="All data items relating to a child's adoption must be coded or left blank.",
    since=2014,
    looks_at=each(AD1),
    wrong_if=~all_blank(*TOLD) & ~all_coded(*TOLD),
    blames=ITEMS,
    examples="""
        AD1
        CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR | wrong? |
        ------+------------+------------+-------------+-----------+------------+-----------+--------+------
        Ann   | 2025-01-01 | 2025-02-01 | 0           | 2         | MF         | L11       |   no   |
        Ben   |            |            |             |           |            |           |   no   |
        Cat   | 2025-01-01 | 2025-02-01 | 0           | 2         | MF         |           |  yes   | one
        Dee   |            |            | 1           |           |            |           |  yes   | five
    """,
)

rule_334 = Rule(
    code="334",
    says="The latest period of care must start on or before the day the child should be placed for adoption.",
    since=2014,
    looks_at=each(Episodes)
    .where(Episodes.RNE == "S")
    .latest(per=Episodes.CHILD, by=Episodes.DECOM)
    .alongside(AD1, on=AD1.CHILD),
    wrong_if=AD1.DATE_INT < Episodes.DECOM,
    blames=(AD1.DATE_INT, Episodes.DECOM, Episodes.RNE),
    examples="""
        AD1
        CHILD | DATE_INT
        ------+-----------
        Ann   | 2024-06-01
        Ben   | 2024-06-01
        Cat   |

        Episodes
        CHILD | DECOM      | RNE | wrong? |
        ------+------------+-----+--------+-------------------------------------
        Ann   | 2020-01-01 | S   |   no   | an earlier period of care
        Ann   | 2024-06-02 | S   |  yes   | the day after
        Ann   | 2024-07-01 | P   |   no   | not a start
        Ben   | 2024-06-01 | S   |   no   | the same day
        Ben   |            | S   |   no   | rule 141 says so, not this one
        Ben   | 2024-08-01 |     |   no   | rule 143 says so, not this one
        Cat   | 2024-07-01 | S   |   no   | rule 112 or 151 says so
        Dee   | 2024-07-01 | S   |   no   | not adopted
    """,
)

rule_525 = Rule(
    code="525",
    says="A child whose decision to be placed for adoption was reversed cannot be adopted in the year.",
    since=2014,
    looks_at=each(PlacedAdoption).alongside(AD1, on=AD1.CHILD),
    wrong_if=as_came(PlacedAdoption.DATE_PLACED_CEASED).is_not_null() & ~all_blank(*TOLD),
    blames=(PlacedAdoption.DATE_PLACED_CEASED, *ITEMS),
    examples="""
        AD1
        CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR
        ------+------------+------------+-------------+-----------+------------+----------
        Ann   | 2025-01-01 | 2025-02-01 | 0           | 2         | MF         | L11
        Ben   |            |            | 0           |           |            |
        Cat   |            |            |             |           |            |
        Dee   | 2025-01-01 | 2025-02-01 | 0           | 2         | MF         | L11

        PlacedAdoption
        CHILD | DATE_PLACED_CEASED | wrong? |
        ------+--------------------+--------+---------------------------------------------
        Ann   | 2025-03-01         |  yes   |
        Ben   | 2025-03-01         |  yes   | one item is enough
        Cat   | 2025-03-01         |   no   | no item is told
        Dee   |                    |   no   | not reversed
        Eve   | 2025-03-01         |   no   | not adopted
    """,
)

rule_582 = Rule(
    code="582",
    says="Child ceased to be looked after through adoption on the very day of being matched with adopters.",
    since=2014,
    looks_at=each(Episodes).where(ADOPTED).alongside(AD1, on=AD1.CHILD),
    wrong_if=Episodes.DEC == AD1.DATE_MATCH,
    blames=(Episodes.DEC,),
    kind=Kind.QUERY,
    examples="""
        AD1
        CHILD | DATE_MATCH
        ------+-----------
        Ann   | 2025-06-01
        Ben   | 2025-06-01
        Cat   |

        Episodes
        CHILD | DEC        | REC | wrong? |
        ------+------------+-----+--------+-------------------------------
        Ann   | 2025-06-01 | E11 |  yes   |
        Ann   | 2025-06-01 | X1  |   no   | not the adoption
        Ann   | 2025-06-01 |     |   no   | rule 148 says so
        Ben   | 2025-06-02 | E12 |   no   | a day later
        Ben   |            | E12 |   no   | rule 148 says so
        Cat   | 2025-06-01 | E11 |   no   | rule 601 says so
    """,
)

rule_601 = Rule(
    code="601",
    says="The episodes show that the child was adopted in the year, but the adoption items are not complete.",
    since=2014,
    looks_at=each(Episodes).where(ADOPTED & IN_YEAR).alongside(AD1, on=AD1.CHILD),
    wrong_if=~all_coded(*TOLD),
    blames=(Episodes.REC, *ITEMS),
    examples="""
        AD1
        CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR
        ------+------------+------------+-------------+-----------+------------+----------
        Ann   | 2025-01-01 | 2025-02-01 | 0           | 2         | MF         | L11
        Ben   |            |            |             |           |            |

        Episodes as at 2026-03-31: 2 wrong
        CHILD | DEC        | REC | wrong? |
        ------+------------+-----+--------+-----------------------------------
        Ann   | 2025-06-01 | E11 |   no   | all six are told
        Ben   | 2025-04-01 | E11 |  yes   | none is told
        Ben   | 2025-03-31 | E11 |   no   | in the year before
        Ben   | 2026-04-01 | E11 |   no   | in the year to come
        Ben   | 2026-03-31 | E45 |   no   | not adopted
        Ben   | 2026-03-31 |     |   no   |
        Ben   |            | E12 |   no   | no day, so not known to be in the year
        Cat   | 2026-03-31 | E12 |  yes   | not in AD1 at all
    """,
)

rule_602 = Rule(
    code="602",
    says="The episodes submitted for this child do not show that he or she was adopted during the year.",
    since=2014,
    looks_at=each(AD1).where(~all_blank(*TOLD)).alongside(Episodes, on=Episodes.CHILD),
    wrong_if=~found_for(AD1, ADOPTED & IN_YEAR),
    blames=(AD1.CHILD,),
    examples="""
        Episodes
        CHILD | DEC        | REC
        ------+------------+-----
        Ann   | 2025-06-01 | X1
        Ann   | 2025-07-01 | E11
        Ben   | 2025-03-31 | E11
        Cat   | 2025-06-01 | E4A
        Eve   |            |

        AD1 as at 2026-03-31: 4 wrong
        CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR | wrong? |
        ------+------------+------------+-------------+-----------+------------+-----------+--------+-------
        Ann   | 2025-01-01 |            |             |           |            |           |   no   |
        Ben   | 2025-01-01 |            |             |           |            |           |  yes   | before
        Cat   |            |            | 0           |           |            |           |  yes   | home
        Cat   |            |            |             |           |            |           |   no   | none
        Dee   |            |            |             |           |            | L11       |  yes   |
        Eve   | 2025-01-01 | 2025-02-01 | 0           | 2         | MF         | L11       |  yes   |
    """,
)
