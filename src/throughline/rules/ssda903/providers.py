"""Homes and agencies, as Ofsted registers them. Ofsted's list is no file of the return: until it is
received beside it, these rules could not run, and say so."""

from throughline.record.columns import Id
from throughline.record.rows import Reference
from throughline.returns.ssda903_tables import Episodes
from throughline.rules.kinds import Rule
from throughline.rules.recipes import each
from throughline.rules.words import absent


class Providers(Reference):
    """One row a registered home or agency, as a check reads the record's table of that name. Numbers are
    text, as they are in the return."""

    called = "Ofsted's list of providers"
    URN = Id("Ofsted's number of the home or agency", required=True)


rule_1008 = Rule(
    code="1008",
    says="Ofsted Unique Reference Number (URN) is not valid.",
    since=2014,
    looks_at=each(Episodes).where(Episodes.URN != "XXXXXXX").alongside(Providers, on=Providers.URN),
    wrong_if=absent(Providers),
    blames=(Episodes.URN,),
    examples="""
        Providers
        URN      |
        ---------+
        SC001234 |
        1234567  |

        Episodes
        CHILD | URN      | wrong? |
        ------+----------+--------+-------------------------------------
        Ann   | SC001234 |   no   |
        Ben   | 1234567  |   no   |
        Cat   | SC001235 |  yes   | not in the list
        Dee   | XXXXXXX  |   no   | the filler for an agency of several
        Eve   |          |   no   | rule 218 says so
    """,
)
