"""Code sets of the record's own tables.

The workforce's are those of the Department's children's social work workforce census (CSWW, XSD of 2022);
how a placement was bought is from the section 251 pilot of 2023, and how well it suits from version 2 of the
placements data standard: all as gathered in the project's facts. The others are words of ours, for what
measures must tell apart: no statutory list of them was to be had. What else councils tell apart in their own
words is text, not code."""

from throughline.record.codes import Codes

WORKFORCE_ROLE = Codes(
    "Role in the workforce census",
    {
        "1": "Senior Manager",
        "2": "Middle Manager",
        "3": "First Line Manager",
        "4": "Senior practitioner",
        "5": "Case Holder",
        "6": "Qualified Without Cases",
    },
)
LEAVE_REASON = Codes(
    "Why a social worker left",
    {
        "1": "Resignation",
        "2": "Voluntary Redundancy",
        "3": "Compulsory Redundancy",
        "4": "Dismissed",
        "5": "Retired",
        "6": "Deceased",
        "7": "Moved to a Non-child and Family Social Work Role Within LA",
        "8": "Other",
        "9": "Not Known",
        "10": "Not Yet Collected",
    },
)
LEAVER_DESTINATION = Codes(
    "Where a social worker went",
    {
        "1": "Social Worker Role in a Different Local Authority in England",
        "2": "Social Worker Role Outside England",
        "3": "Agency or Consultancy in Social Work (in England)",
        "4": "Other Social Work Role Non-local Authority (in England)",
        "5": "Other Social Care Role in Local Authority/Non-local Authority (in England)",
        "6": "Non-social Care Role/Any Role Outside England/No Employment/Career Break",
        "7": "Other",
        "8": "Not Known",
        "9": "Not Yet Collected",
    },
)
ABSENCE_REASON = Codes(
    "Why a worker was away",
    {
        "MAT": "Maternity/Paternity leave",
        "OTH": "Other Paid Authorised Absence, Such As: Compassionate Leave, Annual Leave Requiring "
        "Reallocation Of Cases",
        "PUB": "Paid Absence For Public Duties, Such As: Jury Duty",
        "SIC": "Sick Leave",
        "TRN": "Training",
        "UNA": "Unauthorised Absence",
        "UNP": "Unpaid Authorised Absence",
    },
)
HOMES = Codes(
    "Kind of home",
    {
        "OWN_FOSTER": "In-house foster placement",
        "OTHER_FOSTER": "Foster placement of an agency, or of another council",
        "RESIDENTIAL": "Residential setting",
        "ELSEWHERE": "Other: with parents, for adoption, supported or independent living",
    },
)
BOUGHT = Codes(
    "How a placement was bought",
    {
        "Framework": "Framework",
        "Spot": "Spot purchase",
        "Block": "Block contract",
    },
)
SUITS = Codes(
    "How well a placement suits",
    {
        "Preferred": "Preferred",
        "Suitable but not preferred": "Suitable but not preferred",
        "Unsuitable": "Unsuitable",
        "Not specified": "Not specified",
    },
)
ADOPTER_STAGE = Codes(
    "Stage of an adopter’s approval",
    {
        "1": "Stage 1",
        "2": "Stage 2",
    },
)
EXCLUSION = Codes(
    "Kind of exclusion",
    {
        "SUSP": "Suspension",
        "PERM": "Permanent exclusion",
    },
)
DESTINATION = Codes(
    "What a young person does",
    {
        "EET": "In education, employment or training",
        "NEET": "Not in education, employment or training",
        "NK": "Not known",
    },
)
LINKED_TO = Codes(
    "What a child is linked to",
    {
        "PLACE": "Place of concern",
        "PERSON": "Person of concern",
        "CHILD": "Another child",
    },
)
SPENT_ON = Codes(
    "What money is spent on",
    {
        "FOSTERING": "Fostering",
        "RESIDENTIAL": "Residential care",
        "OTHER_CARE": "Other care of children looked after",
        "SOCIAL_WORK": "Social work",
        "TRANSPORT": "Home to school transport",
        "OTHER": "Anything else",
    },
)
CARE_SPENDING = ("FOSTERING", "RESIDENTIAL", "OTHER_CARE")
PROGRAMME_OUTCOME = Codes(
    "What came of an employment programme",
    {
        "WORK": "Work or an apprenticeship",
        "LEARNING": "Education or training",
        "NONE": "Neither",
    },
)
SPENDING = Codes(
    "Kind of spending",
    {
        "ACTUAL": "Spent",
        "COMMITTED": "Committed, not yet spent",
        "FORECAST": "Forecast to be spent",
    },
)
RECORDING_CHANGE = Codes(
    "What a change in recording means for figures",
    {
        "LIMITS": "What is usual is worked out anew",
        "BREAK": "What came before is another series",
        "NOTED": "Nothing: it is written on the chart",
    },
)
