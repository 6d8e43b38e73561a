"""The twelve tables of the SSDA903, in the Department's own words.

Source: the SSDA903 guides to 2026-27, as gathered in the project's facts. All codes are text."""

from throughline.record.columns import Code, Date, Id, Text
from throughline.record.rows import Table


class Header(Table):
    """One row a child."""

    CHILD = Id("The council's number for the child", required=True)
    SEX = Code("Sex: 1 and 2 until the year to 2024, then M, F and U")
    DOB = Date("Date of birth")
    ETHNIC = Code("Ethnic group")
    UPN = Id("Unique pupil number, or UN1 to UN5")
    MOTHER = Code("1 if the child is a mother")
    MC_DOB = Date("Date of birth of the mother's child")


class Episodes(Table):
    """One row an episode of care: one placement under one legal status."""

    CHILD = Id("The child", required=True)
    DECOM = Date("The day the episode began")
    RNE = Code("Why it began")
    LS = Code("Legal status")
    CIN = Code("Category of need")
    PLACE = Code("Placement type")
    PLACE_PROVIDER = Code("Placement provider")
    DEC = Date("The day it ceased")
    REC = Code("Why it ceased")
    REASON_PLACE_CHANGE = Code("Why the placement changed")
    HOME_POST = Text("Postcode of the child's home")
    PL_POST = Text("Postcode of the placement")
    URN = Id("Ofsted's number of the placement")


class Reviews(Table):
    """One row a review."""

    CHILD = Id("The child", required=True)
    DOB = Date("Date of birth")
    REVIEW = Date("The day of the review")
    REVIEW_CODE = Code("How the child took part")


class UASC(Table):
    """One row a child who came alone to seek asylum."""

    CHILD = Id("The child", required=True)
    SEX = Code("Sex")
    DOB = Date("Date of birth")
    DUC = Date("The day that status ceased")


class OC2(Table):
    """Health and offending of children looked after for a year."""

    CHILD = Id("The child", required=True)
    DOB = Date("Date of birth")
    SDQ_SCORE = Text("Strengths and difficulties score")
    SDQ_REASON = Code("Why there is no score")
    CONVICTED = Code("Convicted in the year")
    HEALTH_CHECK = Code("Health checks up to date")
    IMMUNISATIONS = Code("Immunisations up to date")
    TEETH_CHECK = Code("Teeth checked")
    HEALTH_ASSESSMENT = Code("Health assessment made")
    SUBSTANCE_MISUSE = Code("A substance misuse problem was found")
    INTERVENTION_RECEIVED = Code("Help with it was had")
    INTERVENTION_OFFERED = Code("Help with it was offered")


class OC3(Table):
    """Care leavers, about their birthday in the year."""

    CHILD = Id("The care leaver", required=True)
    DOB = Date("Date of birth")
    IN_TOUCH = Code("In touch")
    ACTIV = Code("What they do")
    ACCOM = Code("Where they live")


class AD1(Table):
    """Children adopted in the year."""

    CHILD = Id("The child", required=True)
    DOB = Date("Date of birth")
    DATE_INT = Date("The day the intent was known")
    DATE_MATCH = Date("The day of the match")
    FOSTER_CARE = Code("Adopted by the foster carer")
    NB_ADOPTR = Code("How many adopters")
    SEX_ADOPTR = Code("Sex of the adopters")
    LS_ADOPTR = Code("Legal status of the adopters")


class PlacedAdoption(Table):
    """Decisions that a child should be placed for adoption."""

    CHILD = Id("The child", required=True)
    DOB = Date("Date of birth")
    DATE_PLACED = Date("The day of the decision")
    DATE_PLACED_CEASED = Date("The day it was reversed")
    REASON_PLACED_CEASED = Code("Why it was reversed")


class PrevPerm(Table):
    """Earlier permanence of children who came back into care. DATE_PERM may hold `zz` parts: text."""

    CHILD = Id("The child", required=True)
    DOB = Date("Date of birth")
    PREV_PERM = Code("What it was")
    LA_PERM = Code("Which council's")
    DATE_PERM = Text("The day of the order")


class Missing(Table):
    """Times a child was missing or away."""

    CHILD = Id("The child", required=True)
    DOB = Date("Date of birth")
    MISSING = Code("M missing, A away")
    MIS_START = Date("The day it began")
    MIS_END = Date("The day it ended")


class SWEpisodes(Table):
    """Social workers of a child; from the year to 2024."""

    CHILD = Id("The child", required=True)
    DOB = Date("Date of birth")
    SW_ID = Id("The worker")
    SW_DECOM = Date("The day they took the case")
    SW_DEC = Date("The day they passed it on")
    SW_REASON = Code("Why they passed it on")


class DoLo(Table):
    """Deprivation of liberty orders; from the year to 2027."""

    CHILD = Id("The child", required=True)
    DOB = Date("Date of birth")
    DOLO_START = Date("The day it began")
    DOLO_END = Date("The day it ended")


TABLES: tuple[type[Table], ...] = (
    Header,
    Episodes,
    Reviews,
    UASC,
    OC2,
    OC3,
    AD1,
    PlacedAdoption,
    PrevPerm,
    Missing,
    SWEpisodes,
    DoLo,
)
