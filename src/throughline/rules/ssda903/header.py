"""Who the child is: sex, date of birth, ethnic group, pupil number, and whether she is a mother."""

from throughline.record.codes import ETHNICITY, SEX
from throughline.returns.ssda903_tables import Header
from throughline.rules.kinds import Rule
from throughline.rules.recipes import each
from throughline.rules.words import YEAR_STARTS, as_came, birthday, one_of

# A check letter (I, O and S are not used), eleven digits, a digit or letter; or a reason there is none.
PUPIL_NUMBER = r"^([A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]|UN[1-5])$"

rule_101_until_2024 = Rule(
    code="101",
    says="Gender code is not valid.",
    since=2014,
    until=2024,
    looks_at=each(Header),
    wrong_if=Header.SEX.is_null() | ~Header.SEX.is_in(["1", "2"]),
    blames=(Header.SEX,),
    examples="""
        Header as at 2024-03-31: 2 wrong
        CHILD | SEX | wrong? |
        ------+-----+--------+------------------------------
        Ann   |  2  |   no   |
        Ben   |  M  |  yes   | letters came a year later
        Cat   |     |  yes   | it must be given
    """,
)

rule_101 = Rule(
    code="101",
    says="The child or young person's reported sex is not valid.",
    since=2025,
    looks_at=each(Header),
    wrong_if=Header.SEX.is_null() | ~one_of(Header.SEX, SEX),
    blames=(Header.SEX,),
    examples="""
        Header as at 2025-03-31: 2 wrong
        CHILD | SEX | wrong? |
        ------+-----+--------+------------------------------
        Ann   |  F  |   no   |
        Ben   |  U  |   no   | unknown is an answer
        Cat   |  1  |  yes   | numbers went the year before
        Dee   |     |  yes   | it must be given
    """,
)

rule_102 = Rule(
    code="102",
    says="Date of birth is not a valid date.",
    since=2014,
    looks_at=each(Header),
    wrong_if=Header.DOB.is_null(),
    blames=(Header.DOB,),
    examples="""
        Header as at 2026-03-31: 2 wrong
        CHILD | DOB        | DOB@text   | wrong? |
        ------+------------+------------+--------+-------------------------
        Ann   | 2012-02-29 | 29/02/2012 |   no   |
        Ben   |            | 29/02/2013 |  yes   | no such day
        Cat   |            |            |  yes   | every child has been born
    """,
)

rule_103 = Rule(
    code="103",
    says="The ethnicity code is either not valid or has not been entered.",
    since=2014,
    looks_at=each(Header),
    wrong_if=Header.ETHNIC.is_null() | ~one_of(Header.ETHNIC, ETHNICITY),
    blames=(Header.ETHNIC,),
    examples="""
        Header
        CHILD | ETHNIC | wrong? |
        ------+--------+--------+---------------------------------------
        Ann   | WBRI   |   no   |
        Ben   | NOBT   |   no   | not yet obtained is an answer
        Cat   | wbri   |  yes   | codes are capital letters
        Dee   |        |  yes   | a blank is not
    """,
)

rule_168 = Rule(
    code="168",
    says="Unique Pupil Number (UPN) is not valid. If unknown, use UN1, UN2, UN3, UN4 or UN5.",
    since=2014,
    looks_at=each(Header),
    wrong_if=~Header.UPN.str.contains(PUPIL_NUMBER),
    blames=(Header.UPN,),
    examples="""
        Header
        CHILD | UPN            | wrong? |
        ------+----------------+--------+--------------------------------------
        Ann   | L086819786126  |   no   |
        Ben   | X06805040829A  |   no   | a temporary number ends with a letter
        Cat   | UN5            |   no   |
        Dee   | UN6            |  yes   | no such reason
        Eve   | I072272729588  |  yes   | I is never the check letter
        Fay   | L0868197861260 |  yes   | a digit too many
        Gus   |                |   no   | blank: rule 442 says so, not this one
    """,
)

rule_351 = Rule(
    code="351",
    says="Child was over 25 at the start of the current collection year.",
    since=2014,
    looks_at=each(Header),
    wrong_if=birthday(Header.DOB, 25) < YEAR_STARTS,
    blames=(Header.DOB,),
    examples="""
        Header as at 2026-03-31: 1 wrong
        CHILD | DOB        | wrong? |
        ------+------------+--------+-----------------------------------
        Ann   | 2000-04-01 |   no   | 25 on the first day of the year
        Ben   | 2000-03-31 |  yes   | 25 the day before
        Cat   |            |   no   | rule 102 says so, not this one
    """,
)

rule_611 = Rule(
    code="611",
    says="Date of birth of the mother's child is blank, but child is a mother.",
    since=2014,
    looks_at=each(Header).where(Header.MOTHER == "1"),
    wrong_if=as_came(Header.MC_DOB).is_null(),
    blames=(Header.MOTHER, Header.MC_DOB),
    examples="""
        Header
        CHILD | MOTHER | MC_DOB     | MC_DOB@text | wrong? |
        ------+--------+------------+-------------+--------+-------------------------------------
        Ann   |   1    | 2025-06-01 | 01/06/2025  |   no   |
        Bea   |   1    |            |             |  yes   |
        Cat   |   1    |            | 31/06/2025  |   no   | no date, but not blank: see rule 171
        Dee   |   0    |            |             |   no   | not a mother
        Eve   |        |            |             |   no   | not said to be one
    """,
)

rule_620 = Rule(
    code="620",
    says="Child has been recorded as a mother, but date of birth shows that she is under 11.",
    since=2014,
    looks_at=each(Header).where(Header.MOTHER == "1"),
    wrong_if=birthday(Header.DOB, 11) > YEAR_STARTS,
    blames=(Header.DOB, Header.MOTHER),
    examples="""
        Header as at 2026-03-31: 1 wrong
        CHILD | MOTHER | DOB        | wrong? |
        ------+--------+------------+--------+--------------------------------
        Ann   |   1    | 2014-04-01 |   no   | 11 on the first day of the year
        Bea   |   1    | 2014-04-02 |  yes   | 11 the day after
        Cat   |   1    |            |   no   | rule 102 says so, not this one
        Dee   |        | 2014-04-02 |   no   | not said to be a mother
    """,
)

rule_621 = Rule(
    code="621",
    says="Mother's field has been completed but date of birth shows that she is younger than her child.",
    since=2014,
    looks_at=each(Header),
    wrong_if=Header.MC_DOB <= Header.DOB,
    blames=(Header.DOB, Header.MC_DOB),
    examples="""
        Header
        CHILD | DOB        | MC_DOB     | wrong? |
        ------+------------+------------+--------+-------------------------------
        Ann   | 2009-01-01 | 2025-01-01 |   no   |
        Bea   | 2009-01-01 | 2009-01-01 |  yes   | the same day
        Cat   | 2009-01-02 | 2009-01-01 |  yes   |
        Dee   | 2009-01-01 |            |   no   | no child
        Eve   |            | 2025-01-01 |   no   | rule 102 says so, not this one
    """,
)
