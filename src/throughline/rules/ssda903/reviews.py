"""Reviews of looked-after children: when, and how the child took part."""

from throughline.record.care_codes import PARTICIPATION
from throughline.returns.ssda903_tables import Reviews
from throughline.rules.kinds import Rule
from throughline.rules.recipes import each
from throughline.rules.words import as_came, birthday, one_of

rule_166 = Rule(
    code="166",
    says="Date of review is invalid or blank.",
    since=2014,
    looks_at=each(Reviews),
    wrong_if=Reviews.REVIEW.is_null(),
    blames=(Reviews.REVIEW,),
    examples="""
        Reviews
        CHILD | REVIEW     | REVIEW@text | wrong? |
        ------+------------+-------------+--------+-------------
        Ann   | 2025-06-30 | 30/06/2025  |   no   |
        Ben   |            | 31/06/2025  |  yes   | no such day
        Cat   |            |             |  yes   |
    """,
)

rule_167 = Rule(
    code="167",
    says="Data entry for participation is invalid or blank.",
    since=2014,
    looks_at=each(Reviews).where(as_came(Reviews.REVIEW).is_not_null()),
    wrong_if=Reviews.REVIEW_CODE.is_null() | ~one_of(Reviews.REVIEW_CODE, PARTICIPATION),
    blames=(Reviews.REVIEW_CODE,),
    examples="""
        Reviews
        CHILD | REVIEW     | REVIEW@text | REVIEW_CODE | wrong? |
        ------+------------+-------------+-------------+--------+-------------------------------
        Ann   | 2025-06-30 | 30/06/2025  | PN1         |   no   |
        Ben   | 2025-06-30 | 30/06/2025  | pn1         |  yes   | codes are capital letters
        Cat   | 2025-06-30 | 30/06/2025  |             |  yes   |
        Dee   |            | 31/06/2025  | PN8         |  yes   | the day is wrong, and so is this
        Eve   |            |             |             |   no   | no review
    """,
)

rule_440 = Rule(
    code="440",
    says="Said to have been under 4 at the review, but date of birth and review show 4 or over.",
    since=2014,
    looks_at=each(Reviews).where(Reviews.REVIEW_CODE == "PN0"),
    wrong_if=birthday(Reviews.DOB, 4) <= Reviews.REVIEW,
    blames=(Reviews.DOB, Reviews.REVIEW, Reviews.REVIEW_CODE),
    examples="""
        Reviews
        CHILD | DOB        | REVIEW     | REVIEW_CODE | wrong? |
        ------+------------+------------+-------------+--------+---------------------------
        Ann   | 2021-06-30 | 2025-06-29 | PN0         |   no   | the day before turning 4
        Ben   | 2021-06-30 | 2025-06-30 | PN0         |  yes   | the fourth birthday
        Cat   | 2021-06-30 | 2025-06-30 | PN1         |   no   |
        Dee   | 2021-06-30 | 2025-06-30 |             |   no   | rule 167 says so
        Eve   | 2021-06-30 |            | PN0         |   no   | rule 166 says so
        Fay   |            | 2025-06-30 | PN0         |   no   |
    """,
)
