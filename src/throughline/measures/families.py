"""Measures of Supporting Families (formerly Troubled Families): who was engaged, and for whom it held."""

import polars as pl

from throughline.measures.kinds import Better, Count, Rate, Share, Stock
from throughline.record.early_help import FamilyClaims, FamilyProgress, SupportedFamilies
from throughline.record.rows import STILL

ENOUGH = 90  # of 100: the attendance that each child must stay above in each of three terms
TERMS = (FamilyProgress.first_term, FamilyProgress.second_term, FamilyProgress.third_term)
EVER = SupportedFamilies.between(SupportedFamilies.started, STILL)
CLAIMED = FamilyClaims.between(FamilyClaims.claimed, STILL).where(~FamilyClaims.turned_down.fill_null(False))

families_joined = Count(
    title="Families who joined Supporting Families",
    why="How many families took up help meant to keep them together.",
    defined_by="The programme’s list: by the day each family joined",
    of=SupportedFamilies.on(SupportedFamilies.started),
    examples="""
        SupportedFamilies from 2026-06-01 to 2026-06-30: 1
        family | started    | counts? |
        -------+------------+---------+--
        F1     | 2026-06-01 |   yes   |
        F2     | 2026-07-01 |   no    |
    """,
)

families_supported = Stock(
    title="Families in Supporting Families",
    why="How many families the programme works with today.",
    defined_by="The programme’s list: families in it on the day, each once",
    of=SupportedFamilies.open(),
    examples="""
        SupportedFamilies as at 2026-06-30: 1
        family | started    | ended      | counts? |
        -------+------------+------------+---------+-----
        F1     | 2026-06-01 |            |   yes   |
        F2     | 2026-06-01 | 2026-06-30 |   no    | left
    """,
)

families_engaged = Stock(
    title="Families engaged since Supporting Families began",
    why="The number that the programme’s target is set in.",
    defined_by="The programme’s list: families who had joined by the day, whether or not they have left "
    "since, each once",
    of=EVER,
    examples="""
        SupportedFamilies as at 2026-06-30: 2
        family | started    | ended      | counts? |
        -------+------------+------------+---------+-----------------
        F1     | 2025-06-01 | 2026-01-01 |   yes   |
        F1     | 2026-06-01 |            |   yes   | joined again: once
        F2     | 2026-06-30 |            |   yes   |
        F3     | 2026-07-01 |            |   no    |
    """,
)

families_claimed = Rate(
    title="Families with significant and sustained progress",
    why="Whether what changed for a family lasted once we had gone.",
    defined_by="Families for whom a claim had been made by the day, those turned down left out, of all "
    "families engaged since the programme began",
    of=CLAIMED.per(FamilyClaims.family),
    among=EVER,
    per=100,
    better=Better.HIGHER,
    note="For every 100 families engaged.",
    examples="""
        SupportedFamilies
        family | started    | ended
        -------+------------+-----------
        F1     | 2024-06-01 | 2025-01-01
        F2     | 2025-06-01 |
        F3     | 2025-06-01 |
        F4     | 2026-07-01 |

        FamilyClaims as at 2026-06-30: 33.3
        claim | family | claimed    | turned_down | counts? |
        ------+--------+------------+-------------+---------+------------
        C1    | F1     | 2026-01-31 | no          |   yes   |
        C2    | F1     | 2026-06-30 |             |   yes   | once
        C3    | F2     | 2026-01-31 | yes         |   no    | turned down
        C4    | F3     | 2026-07-31 | no          |   no    |
    """,
)

progress_sustained = Share(
    title="Families whose progress held for a year",
    why="The rule by which a claim may be made, told of each family rather than of the claims alone.",
    defined_by="Twelve months after the work with a family was closed: attendance of each child above 90 "
    "of 100 in three terms, and neither police nor domestic abuse again; of families closed twelve months "
    "before",
    of=FamilyProgress.on(FamilyProgress.closed.dt.offset_by("12mo")),
    that=pl.all_horizontal(*(term > ENOUGH for term in TERMS))
    & ~FamilyProgress.police
    & ~FamilyProgress.abuse,
    better=Better.HIGHER,
    note="What fails one part has failed, whatever else is not recorded; with no failure, and a part not "
    "recorded, a family is not recorded.",
    examples="""
        FamilyProgress from 2026-06-01 to 2026-06-30: 1 of 5
        family | closed     | first_term | second_term | third_term | police | abuse | counts?  | passes?
        -------+------------+------------+-------------+------------+--------+-------+----------+--------
        F1     | 2025-06-01 | 91         | 95          | 90.5       | no     | no    |   yes    |   yes
        F2     | 2025-06-15 | 95         | 89          | 95         | no     | no    |   yes    |   no
        F3     | 2025-06-15 | 95         | 95          | 90         | no     | no    |   yes    |   no
        F4     | 2025-06-15 | 95         | 95          | 95         | yes    |       |   yes    |   no
        F5     | 2025-06-30 | 95         | 95          | 95         |        | yes   |   yes    |   no
        F6     | 2025-06-30 | 95         | 95          | 95         | no     |       | left out |
        F7     | 2025-06-30 |            | 95          | 95         | no     | no    | left out |
        F8     | 2025-06-30 | 95         |             |            | no     | no    | left out |
        F9     | 2025-07-01 | 95         | 95          | 95         | no     | no    |   no     |
    """,
)
