"""What only the whole file can show: children twice, children without a header, two children in one."""

from throughline.returns.ssda903_tables import Episodes, Header
from throughline.rules.kinds import Rule
from throughline.rules.recipes import each
from throughline.rules.words import absent, sharing, some_row

NO_PUPIL_NUMBER = ["UN1", "UN2", "UN3", "UN4", "UN5"]

rule_426 = Rule(
    code="426",
    says="A child receiving respite care cannot be recorded under legal status V3 and V4 in one year.",
    since=2014,
    looks_at=each(Episodes).where(Episodes.LS.is_in(["V3", "V4"])),
    wrong_if=some_row(Episodes.LS == "V3", per=Episodes.CHILD)
    & some_row(Episodes.LS == "V4", per=Episodes.CHILD),
    blames=(Episodes.LS,),
    examples="""
        Episodes
        CHILD | LS | wrong? |
        ------+----+--------+----------------------------
        Ann   | V3 |  yes   |
        Ann   | V4 |  yes   |
        Ann   | C2 |   no   | only short breaks are blamed
        Ann   |    |   no   |
        Ben   | V3 |   no   |
        Ben   | V3 |   no   |
        Cat   | V4 |   no   | another child
    """,
)

rule_444 = Rule(
    code="444",
    says="Two children have one Unique Pupil Number (UPN).",
    since=2026,
    looks_at=each(Header),
    wrong_if=(sharing(Header.UPN) > 1) & ~Header.UPN.is_in(NO_PUPIL_NUMBER),
    blames=(Header.UPN,),
    examples="""
        Header
        CHILD | UPN           | wrong? |
        ------+---------------+--------+--------------------------------
        Ann   | L086819786126 |  yes   | Ben's too
        Ben   | L086819786126 |  yes   | Ann's too
        Cat   | K086819786127 |   no   |
        Dee   | UN1           |   no   | the same reason for having none
        Eve   | UN1           |   no   |
        Fay   |               |   no   | blanks are not alike
        Gus   |               |   no   |
    """,
)

rule_int03 = Rule(
    code="INT03",
    says="Child in Episodes does not exist in Header.",
    since=2014,
    looks_at=each(Episodes).alongside(Header, on=Header.CHILD),
    wrong_if=absent(Header),
    blames=(Episodes.CHILD,),
    examples="""
        Header
        CHILD |
        ------+-
        Ann   |

        Episodes
        CHILD | wrong? |
        ------+--------+----------------
        Ann   |   no   |
        Ann   |   no   |
        Ben   |  yes   | has no header
    """,
)

rule_int32 = Rule(
    code="INT32",
    says="Child should only exist once in Header.",
    since=2014,
    looks_at=each(Header),
    wrong_if=sharing(Header.CHILD) > 1,
    blames=(Header.CHILD,),
    examples="""
        Header
        CHILD | wrong? |
        ------+--------+-------------
        Ann   |  yes   |
        Ben   |   no   |
        Ann   |  yes   | here again
    """,
)
