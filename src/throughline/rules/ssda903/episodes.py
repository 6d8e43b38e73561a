"""One episode by itself: its codes and its dates."""

from datetime import date

from throughline.record.care_codes import LEGAL_STATUS
from throughline.record.codes import NEED
from throughline.returns.ssda903_tables import Episodes
from throughline.rules.kinds import Rule
from throughline.rules.recipes import each
from throughline.rules.words import as_came, not_a_date, one_of

SHORT_BREAKS = ["V3", "V4"]
ANOTHER_CENSUS = ["N9", "N0"]  # codes of need that only the children in need census has
CHILDREN_ACT = date(1991, 10, 14)  # the day the Children Act 1989 came into force

rule_144 = Rule(
    code="144",
    says="The legal status code is not a valid code.",
    since=2014,
    looks_at=each(Episodes),
    wrong_if=~one_of(Episodes.LS, LEGAL_STATUS),
    blames=(Episodes.LS,),
    examples="""
        Episodes
        CHILD | LS         | wrong? |
        ------+------------+--------+---------------------------
        Ann   | C2         |   no   |
        Ben   | c2         |  yes   | codes are capital letters
        Cat   | section 20 |  yes   |
        Dee   |            |   no   | blank is not a wrong code
    """,
)

rule_145 = Rule(
    code="145",
    says="Category of need code is not a valid code.",
    since=2014,
    looks_at=each(Episodes),
    wrong_if=~one_of(Episodes.CIN, NEED) | Episodes.CIN.is_in(ANOTHER_CENSUS),
    blames=(Episodes.CIN,),
    examples="""
        Episodes
        CHILD | CIN | wrong? |
        ------+-----+--------+---------------------------------------------
        Ann   | N8  |   no   |
        Ben   | N9  |  yes   | a code of the children in need census only
        Cat   | n1  |  yes   | codes are capital letters
        Dee   |     |   no   | blank is not a wrong code
    """,
)

rule_147 = Rule(
    code="147",
    says="Date episode ceased is not a valid date.",
    since=2014,
    looks_at=each(Episodes),
    wrong_if=not_a_date(Episodes.DEC),
    blames=(Episodes.DEC,),
    examples="""
        Episodes
        CHILD | DEC        | DEC@text   | wrong? |
        ------+------------+------------+--------+----------------------
        Ann   | 2025-06-30 | 30/06/2025 |   no   |
        Ben   |            | 31/06/2025 |  yes   | no such day
        Cat   |            | 30/06/25   |  yes   | a year has four digits
        Dee   |            |            |   no   | it goes on
    """,
)

rule_148 = Rule(
    code="148",
    says="Date episode ceased and reason episode ceased must both be coded, or both left blank.",
    since=2014,
    looks_at=each(Episodes),
    wrong_if=as_came(Episodes.DEC).is_null() ^ Episodes.REC.is_null(),
    blames=(Episodes.DEC, Episodes.REC),
    examples="""
        Episodes
        CHILD | DEC        | DEC@text   | REC | wrong? |
        ------+------------+------------+-----+--------+--------------------------------------
        Ann   | 2025-06-30 | 30/06/2025 | X1  |   no   |
        Ben   |            |            |     |   no   | it goes on
        Cat   | 2025-06-30 | 30/06/2025 |     |  yes   |
        Dee   |            |            | E11 |  yes   |
        Eve   |            | 31/06/2025 | X1  |   no   | no date, but not blank: see rule 147
    """,
)

rule_353 = Rule(
    code="353",
    says="No episode submitted can start before 14 October 1991.",
    since=2014,
    looks_at=each(Episodes),
    wrong_if=Episodes.DECOM < CHILDREN_ACT,
    blames=(Episodes.DECOM,),
    examples="""
        Episodes
        CHILD | DECOM      | wrong? |
        ------+------------+--------+-------------------------------
        Ann   | 1991-10-14 |   no   | the day the Act began
        Ben   | 1991-10-13 |  yes   | the day before
        Cat   |            |   no   | rule 141 says so, not this one
    """,
)

rule_355 = Rule(
    code="355",
    says="Episode appears to have lasted for less than 24 hours.",
    since=2014,
    looks_at=each(Episodes),
    wrong_if=Episodes.DECOM == Episodes.DEC,
    blames=(Episodes.DECOM, Episodes.DEC),
    examples="""
        Episodes
        CHILD | DECOM      | DEC        | wrong? |
        ------+------------+------------+--------+-----------------------------
        Ann   | 2025-06-01 | 2025-06-02 |   no   | one night
        Ben   | 2025-06-01 | 2025-06-01 |  yes   |
        Cat   | 2025-06-01 | 2025-05-31 |   no   | rule 356 says so, not this one
        Dee   | 2025-06-01 |            |   no   | it goes on
        Eve   |            | 2025-06-01 |   no   | rule 141 says so, not this one
    """,
)

rule_356 = Rule(
    code="356",
    says="The date the episode ceased is before the date the same episode started.",
    since=2014,
    looks_at=each(Episodes),
    wrong_if=Episodes.DEC < Episodes.DECOM,
    blames=(Episodes.DECOM,),
    examples="""
        Episodes
        CHILD | DECOM      | DEC        | wrong? |
        ------+------------+------------+--------+-------------------------------
        Ann   | 2025-06-01 | 2025-06-01 |   no   | rule 355 says so, not this one
        Ben   | 2025-06-01 | 2025-05-31 |  yes   | the day before
        Cat   | 2025-06-01 |            |   no   | it goes on
        Dee   |            | 2025-06-01 |   no   | rule 141 says so, not this one
    """,
)

rule_384 = Rule(
    code="384",
    says="A child receiving respite care cannot be in a long-term foster placement.",
    since=2014,
    looks_at=each(Episodes),
    wrong_if=Episodes.LS.is_in(SHORT_BREAKS) & Episodes.PLACE.is_in(["U1", "U4"]),
    blames=(Episodes.PLACE, Episodes.LS),
    examples="""
        Episodes
        CHILD | LS | PLACE | wrong? |
        ------+----+-------+--------+--------------------------------
        Ann   | V4 | U1    |  yes   |
        Ben   | V3 | U4    |  yes   |
        Cat   | V4 | U6    |   no   | not a long-term placement
        Dee   | C2 | U1    |   no   | not a short break
        Eve   |    | U1    |   no   |
        Fay   | V3 |       |   no   |
    """,
)

rule_516 = Rule(
    code="516",
    says="Left for special guardianship with former foster carers, but was not placed with foster carers.",
    since=2019,
    looks_at=each(Episodes).where(Episodes.REC.is_in(["E45", "E46"])),
    wrong_if=~Episodes.PLACE.is_in(["U1", "U2", "U3", "U4", "U5", "U6"]),
    blames=(Episodes.REC, Episodes.PLACE),
    examples="""
        Episodes
        CHILD | REC | PLACE | wrong? |
        ------+-----+-------+--------+-------------------------------------
        Ann   | E45 | U3    |   no   |
        Ben   | E46 | K2    |  yes   | a children's home
        Cat   | E47 | K2    |   no   | to a carer who did not foster them
        Dee   |     | K2    |   no   | has not left
        Eve   | E45 |       |   no   | placement not given: rule 146
    """,
)

rule_550 = Rule(
    code="550",
    says="A placement provider code of PR0 can only be associated with placement P1.",
    since=2014,
    looks_at=each(Episodes),
    wrong_if=(Episodes.PLACE_PROVIDER == "PR0") & (Episodes.PLACE != "P1"),
    blames=(Episodes.PLACE, Episodes.PLACE_PROVIDER),
    examples="""
        Episodes
        CHILD | PLACE | PLACE_PROVIDER | wrong? |
        ------+-------+----------------+--------+----------------------------
        Ann   | P1    | PR0            |   no   | parents provide for parents
        Ben   | U6    | PR0            |  yes   |
        Cat   | U6    | PR1            |   no   |
        Dee   |       | PR0            |   no   | placement not given
        Eve   | U6    |                |   no   |
    """,
)
