"""Code sets: what each code means, and the years (ending 31 March) in which it may be used.

Source: the CIN census, SSDA903 and Standard Safeguarding Dataset specifications, as gathered in the
project's facts. A code that is not here is shown as it is: never with a made-up meaning.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False)
class Codes:
    """A set of codes. `since` and `until` give the first and last year end in which a code may be used."""

    title: str
    labels: dict[str, str]
    since: dict[str, int] = field(default_factory=dict)
    until: dict[str, int] = field(default_factory=dict)

    def label(self, code: str | None) -> str:
        """What a code means, or the code itself where that is not known."""
        return "Not recorded" if code is None else self.labels.get(code, code)

    def holds(self, code: str, year: int | None = None) -> bool:
        """Whether the code is in the set; with a year end, whether it may be used in that year."""
        if code not in self.labels or year is None:
            return code in self.labels
        return self.since.get(code, year) <= year <= self.until.get(code, year)


SEX = Codes(
    "Sex",
    {
        "M": "Male",
        "F": "Female",
        "U": "Unknown",
    },
)
ETHNICITY = Codes(
    "Ethnic group",
    {
        "WBRI": "White British",
        "WIRI": "White Irish",
        "WIRT": "Traveller of Irish heritage",
        "WOTH": "Any other White background",
        "WROM": "Gypsy/Roma",
        "MWBC": "White and Black Caribbean",
        "MWBA": "White and Black African",
        "MWAS": "White and Asian",
        "MOTH": "Any other mixed background",
        "AIND": "Indian",
        "APKN": "Pakistani",
        "ABAN": "Bangladeshi",
        "AOTH": "Any other Asian background",
        "BCRB": "Caribbean",
        "BAFR": "African",
        "BOTH": "Any other black background",
        "CHNE": "Chinese",
        "OOTH": "Any other ethnic group",
        "REFU": "Refused",
        "NOBT": "Information not yet obtained",
    },
)
DISABILITY = Codes(
    "Disability",
    {
        "NONE": "No disability",
        "MOB": "Mobility",
        "HAND": "Hand function",
        "PC": "Personal care",
        "INC": "Incontinence",
        "COMM": "Communication",
        "LD": "Learning",
        "HEAR": "Hearing",
        "VIS": "Vision",
        "BEH": "Behaviour",
        "CON": "Consciousness",
        "AUT": "Autism or Asperger syndrome (diagnosed)",
        "DDA": "Other disability under DDA/Equality Act",
    },
)
CONTACT_SOURCE = Codes(
    "Who it came from",
    {
        "1A": "Individual: family member, relative or carer",
        "1B": "Individual: acquaintance (neighbour, childminder)",
        "1C": "Individual: self",
        "1D": "Individual: other (stranger, MP)",
        "2A": "Schools",
        "2B": "Education services",
        "3A": "Health: GP",
        "3B": "Health: health visitor",
        "3C": "Health: school nurse",
        "3D": "Health: other primary health",
        "3E": "Health: A&E",
        "3F": "Health: other (e.g. hospice)",
        "4": "Housing (council or housing association)",
        "5A": "LA services: social care (e.g. adults)",
        "5B": "LA services: other internal (e.g. youth justice)",
        "5C": "LA services: external (another council)",
        "6": "Police",
        "7": "Other legal agency (court, probation, immigration, Cafcass, prison)",
        "8": "Other (children's centre, independent provider, voluntary)",
        "9": "Anonymous",
        "10": "Unknown",
        "5D": "LA services: early help",
    },
    since={"5D": 2023},
)
CONTACT_OUTCOME = Codes(
    "Outcome of contact",
    {
        "NEW_REFERRAL_FLAG": "New referral",
        "EXISTING_REFERRAL_FLAG": "The case was open already",
        "CP_ENQUIRY_FLAG": "Child protection enquiry",
        "OLA_CP_FLAG": "Child protection of another council",
        "PRIVATE_FOSTERING_FLAG": "Private fostering",
        "NON_AGENCY_ADOPTION_FLAG": "Non-agency adoption",
        "MISSING_FLAG": "Missing",
        "OTHER_OUTCOMES_EXIST_FLAG": "Other outcomes",
        "ADVICE_FLAG": "Advice",
        "NFA_FLAG": "No further action",
    },
)
NEED = Codes(
    "Primary need",
    {
        "N1": "Abuse or neglect (2026 census wording: abuse, neglect and exploitation)",
        "N2": "Child's disability",
        "N3": "Parental illness or disability",
        "N4": "Family in acute stress",
        "N5": "Family dysfunction",
        "N6": "Socially unacceptable behaviour",
        "N7": "Low income",
        "N8": "Absent parenting",
        "N9": "Cases other than children in need",
        "N0": "Not stated",
    },
)
ABUSE = Codes(
    "Category of abuse",
    {
        "NEG": "Neglect",
        "PHY": "Physical abuse",
        "SAB": "Sexual abuse",
        "EMO": "Emotional abuse",
        "MUL": "More than one category",
    },
)
FACTOR = Codes(
    "Factor found in an assessment",
    {
        "1A": "Alcohol misuse: child",
        "1B": "Alcohol misuse: parent/carer",
        "1C": "Alcohol misuse: other in household",
        "2A": "Drug misuse: child",
        "2B": "Drug misuse: parent/carer",
        "2C": "Drug misuse: other in household",
        "3A": "Domestic abuse: child is the subject",
        "3B": "Domestic abuse: parent/carer is the subject",
        "3C": "Domestic abuse: other in household is the subject",
        "4A": "Mental health: child",
        "4B": "Mental health: parent/carer",
        "4C": "Mental health: other in household",
        "5A": "Learning disability: child",
        "5B": "Learning disability: parent/carer",
        "5C": "Learning disability: other in household",
        "6A": "Physical disability or illness: child",
        "6B": "Physical disability or illness: parent/carer",
        "6C": "Physical disability or illness: other in household",
        "7A": "Young carer",
        "8B": "Privately fostered: overseas, intends to return",
        "8C": "Privately fostered: overseas, intends to stay",
        "8D": "Privately fostered: UK child in education placement",
        "8E": "Privately fostered: UK child, alternative family arrangement",
        "8F": "Privately fostered: other",
        "9A": "UASC",
        "10A": "Missing",
        "11A": "Child sexual exploitation",
        "12A": "Trafficking",
        "13A": "Gangs",
        "14A": "Socially unacceptable behaviour",
        "15A": "Self-harm",
        "16A": "Neglect",
        "17A": "Emotional abuse",
        "18A": "Physical abuse (unsplit)",
        "19A": "Sexual abuse (unsplit)",
        "20": "Other",
        "21": "No factors identified",
        "22A": "Female genital mutilation",
        "23A": "Abuse linked to faith or belief",
        "18B": "Physical abuse: child on child",
        "18C": "Physical abuse: adult on child",
        "19B": "Sexual abuse: child on child",
        "19C": "Sexual abuse: adult on child",
        "24A": "Child criminal exploitation",
    },
    since={"18B": 2021, "18C": 2021, "19B": 2021, "19C": 2021, "24A": 2022},
    until={"18A": 2020, "19A": 2020},
)
CLOSURE = Codes(
    "Why a child in need case closed",
    {
        "RC1": "Adopted",
        "RC2": "Died",
        "RC3": "Child arrangements order",
        "RC4": "Special guardianship order",
        "RC5": "Transferred to services of another local authority",
        "RC6": "Transferred to adult social care services",
        "RC7": "Services ceased for any other reason, including child no longer in need",
        "RC8": "Case closed after assessment, no further action",
        "RC9": "Case closed after assessment, referred to early help",
    },
    since={"RC9": 2023},
)
IDENTIFIER = Codes(
    "What an identifier is",
    {
        "Case Number": "Case Number",
        "Unique Pupil Number": "Unique Pupil Number",
        "Former Unique Pupil Number": "Former Unique Pupil Number",
        "NHS Number": "NHS Number",
        "Home Office Registration": "Home Office Registration",
        "National Insurance Number": "National Insurance Number",
        "YOT Number": "YOT Number",
        "Court Case Number": "Court Case Number",
        "RAA ID": "RAA ID",
        "Incident ID": "Incident ID",
    },
)
IMMIGRATION = Codes(
    "Immigration status",
    {
        "ILR": "Indefinite leave to remain",
        "DLR": "Discretionary leave to 18",
        "Refugee Status": "Refugee status",
        "Adult Asylum Seeker": "Adult asylum seeker",
        "Unaccompanied Asylum Seeking Child": "UASC",
    },
)
GENDER = Codes(
    "Gender identity",
    {
        "00": "Not known",
        "01": "Man/boy/male",
        "02": "Woman/girl/female",
        "09": "Prefer to self-describe",
    },
)
UPN_UNKNOWN = Codes(
    "Why a pupil number is not known",
    {
        "UN1": "Not school age, no UPN yet",
        "UN2": "Never attended a state school in England",
        "UN3": "Educated outside England",
        "UN4": "Newly looked after (week before period end), UPN not yet known",
        "UN5": "Conflicting sources, cannot match",
    },
)
