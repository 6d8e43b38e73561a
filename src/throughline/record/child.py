"""The child: who they are, where they live, and the places those homes are in."""

from throughline.record.breakdowns import Bands, Beside, Breakdown
from throughline.record.codes import DISABILITY, ETHNICITY, GENDER, SEX, UPN_UNKNOWN
from throughline.record.columns import Code, Date, Flag, Id, Number, Text
from throughline.record.places import TENTHS
from throughline.record.rows import Person, Reference, Spell


class Child(Person):
    """One row a child."""

    child = Id("The child, as the case system knows them", ssd="pers_person_id", required=True)
    forename = Text("First name", ssd="pers_forename")
    surname = Text("Family name", ssd="pers_surname")
    born = Date("Date of birth", ssd="pers_dob")
    expected = Date("Date a birth is expected, for a child not yet born", ssd="pers_expected_dob")
    died = Date("Date of death", ssd="pers_death_date")
    sex = Code("Sex", ssd="pers_sex", codes=SEX)
    ethnicity = Code("Ethnic group", ssd="pers_ethnicity", codes=ETHNICITY)
    upn = Id("Unique pupil number", ssd="pers_upn")
    disabled = Flag("Has a disability; blank where none is recorded either way")
    asylum = Flag("Came to this country alone to seek asylum", ssd="immi_immigration_status")
    gender = Code("Gender identity", ssd="pers_gender", codes=GENDER)
    upn_unknown = Code("Why the pupil number is not known", ssd="pers_upn_unknown", codes=UPN_UNKNOWN)
    ehc_plan = Flag("Has an EHC plan", ssd="pers_send_flag")
    mother = Flag("Is a mother", ssd="pers_is_mother")
    nationality = Text("Country of origin or nationality", ssd="pers_nationality")


class Disabilities(Reference):
    """A disability recorded of a child: one row for each. (Not dated in the dataset.)"""

    child = Id("The child", ssd="disa_person_id", required=True)
    disability = Code("The disability", ssd="disa_disability_code", codes=DISABILITY)


class Addresses(Spell):
    """A time a child's home was at one address."""

    child = Id("The child", ssd="addr_person_id", required=True)
    started = Date("The day they came to live there", ssd="addr_address_start_date")
    ended = Date("The day they left; blank while they live there", ssd="addr_address_end_date")
    postcode = Text("Postcode", ssd="addr_address_postcode")
    ward = Text("Ward of the postcode, by the council's list of wards, else by the published directory")
    deprivation = Code("Tenth of its neighbourhood by deprivation: 1 is most deprived", codes=TENTHS)


class Wards(Reference):
    """The council's postcodes, the ward each is in, and the children aged 0 to 17 who live there."""

    postcode = Text("Postcode", required=True)
    ward = Text("Ward", required=True)
    locality = Text("Locality: several wards")
    mid_year = Date("30 June of the estimate", required=True)
    children = Number("Children aged 0 to 17", required=True)


class Population(Reference):
    """How many children aged 0 to 17 live here: mid-year estimates, for all and by each breakdown they
    are made for."""

    day = Date("30 June of the estimate", required=True)
    by = Text("The breakdown’s title, or blank for all")
    group = Text("The group, or blank for all")
    number = Number("Children aged 0 to 17", required=True)


ETHNIC_GROUPS = {  # codes of the school census under the five groups of the census of England and Wales, 2021
    **dict.fromkeys(("WBRI", "WIRI", "WIRT", "WOTH", "WROM"), "White"),
    **dict.fromkeys(("MWBC", "MWBA", "MWAS", "MOTH"), "Mixed"),
    **dict.fromkeys(("AIND", "APKN", "ABAN", "AOTH", "CHNE"), "Asian"),
    **dict.fromkeys(("BCRB", "BAFR", "BOTH"), "Black"),
    "OOTH": "Other ethnic group",
    "REFU": "Refused",
    "NOBT": "Not yet obtained",
}

SEX_OF_CHILD = Breakdown("Sex", Child.sex, no_answer=("U",))
ETHNIC_GROUP = Breakdown("Ethnic group", Child.ethnicity, no_answer=("REFU", "NOBT"))
BROAD_ETHNIC_GROUP = Breakdown(
    "Broad ethnic group",
    Child.ethnicity,
    into=ETHNIC_GROUPS,
    no_answer=("Refused", "Not yet obtained"),
    note="Chinese is under Asian, as in the census of 2021; the Department’s guides that we have do not say "
    "where it is to be.",
)
DISABLED = Breakdown("Disability", Child.disabled)
EHC_PLAN = Breakdown("EHC plan", Child.ehc_plan)
SEEKING_ASYLUM = Breakdown("Came alone to seek asylum", Child.asylum)
AGE = Bands("Age", Child.born, expected=Child.expected, at=(1, 5, 10, 16, 18))
WARD = Beside("Ward", Addresses.ward, among=Addresses.open(), needs=(("Wards", "Postcodes"),))
DEPRIVATION = Beside(
    "Deprivation decile",
    Addresses.deprivation,
    among=Addresses.open(),
    needs=(("Postcodes",), ("Neighbourhoods",)),
)
