"""Social workers of a child, one after another; from the year to 31 March 2024."""

from throughline.returns.ssda903_tables import SWEpisodes
from throughline.rules.kinds import Rule
from throughline.rules.recipes import each
from throughline.rules.words import as_came, following

rule_sw02_until_2025 = Rule(
    code="SW02STG1",
    says="Social worker ID does not begin with the characters SW or XX.",
    since=2024,
    until=2025,
    looks_at=each(SWEpisodes),
    wrong_if=~SWEpisodes.SW_ID.str.contains("^(SW|XX)"),
    blames=(SWEpisodes.SW_ID,),
    examples="""
        SWEpisodes as at 2025-03-31: 1 wrong
        CHILD | SW_ID | wrong? |
        ------+-------+--------+----------------------------
        Ann   | SW123 |   no   |
        Ben   | XX    |   no   | nothing after it was allowed
        Cat   | xx123 |  yes   | capital letters
        Dee   |       |   no   |
    """,
)

rule_sw02 = Rule(
    code="SW02STG1",
    says="Social worker ID does not begin with the characters SW or XX, or has nothing after them.",
    since=2026,
    looks_at=each(SWEpisodes),
    wrong_if=~SWEpisodes.SW_ID.str.contains("^(SW|XX)."),
    blames=(SWEpisodes.SW_ID,),
    examples="""
        SWEpisodes as at 2026-03-31: 2 wrong
        CHILD | SW_ID | wrong? |
        ------+-------+--------+-----------------------
        Ann   | SW123 |   no   |
        Ben   | XX    |  yes   | nothing after it
        Cat   | xx123 |  yes   | capital letters
        Dee   |       |   no   |
    """,
)

rule_sw08 = Rule(
    code="SW08STG2",
    says="A new social worker episode has started, but the previous episode has not ended.",
    since=2024,
    looks_at=each(SWEpisodes).in_order(SWEpisodes.SW_DECOM, SWEpisodes.SW_DEC, per=SWEpisodes.CHILD),
    wrong_if=following(SWEpisodes.SW_DECOM).is_not_null() & as_came(SWEpisodes.SW_DEC).is_null(),
    blames=(SWEpisodes.SW_DEC,),
    examples="""
        SWEpisodes
        CHILD | SW_DECOM   | SW_DEC     | wrong? |
        ------+------------+------------+--------+----------------------------------
        Ann   | 2025-06-01 | 2025-06-30 |   no   |
        Ann   | 2025-06-30 |            |  yes   | another began while this went on
        Ann   | 2025-07-31 |            |   no   | the last may go on
        Ann   |            |            |   no   | without a day it follows none
        Ben   | 2025-06-01 |            |   no   | another child's worker
    """,
)

rule_sw09 = Rule(
    code="SW09STG2",
    says="Social worker episode appears to have lasted for less than 24 hours.",
    since=2024,
    looks_at=each(SWEpisodes),
    wrong_if=SWEpisodes.SW_DECOM == SWEpisodes.SW_DEC,
    blames=(SWEpisodes.SW_DECOM, SWEpisodes.SW_DEC),
    examples="""
        SWEpisodes
        CHILD | SW_DECOM   | SW_DEC     | wrong? |
        ------+------------+------------+--------+--------------
        Ann   | 2025-06-01 | 2025-06-02 |   no   | one night
        Ben   | 2025-06-01 | 2025-06-01 |  yes   |
        Cat   | 2025-06-01 |            |   no   | it goes on
        Dee   |            | 2025-06-01 |   no   |
    """,
)
