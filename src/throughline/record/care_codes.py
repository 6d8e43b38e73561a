"""Code sets of children looked after and care leavers. Source: as `codes`."""

from throughline.record.codes import Codes

EPISODE_START = Codes(
    "Why an episode of care began",
    {
        "S": "Started to be looked after",
        "L": "Change of legal status only",
        "P": "Change of placement and carer only",
        "T": "Change of placement, same carer",
        "B": "Change of legal status, placement and carer together",
        "U": "Change of legal status and placement, same carer",
    },
)
EPISODE_END = Codes(
    "Why an episode of care ceased",
    {
        "X1": "Episode ends and a new one starts the same day",
        "E11": "Adopted: order unopposed",
        "E12": "Adopted: consent dispensed with",
        "E2": "Died",
        "E3": "Care taken over by another UK LA",
        "E4A": "Returned home, planned",
        "E4B": "Returned home, not planned",
        "E13": "Left to live with parents, relatives or others without parental responsibility",
        "E41": "Residence or child arrangements order",
        "E43": "SGO to former foster carers",
        "E44": "SGO to other carers",
        "E45": "SGO to former foster carer who is relative/friend",
        "E46": "SGO to former foster carer, not relative/friend",
        "E47": "SGO to other carer who is relative/friend",
        "E48": "SGO to other carer, not relative/friend",
        "E5": "Independent living with formal support",
        "E6": "Independent living without formal support",
        "E7": "Moved to residential care funded by adult social care",
        "E9": "Sentenced to custody",
        "E14": "Accommodation on remand ended",
        "E15": "Age assessed as 18 or over",
        "E16": "Moved abroad",
        "E17": "Aged 18+ and stayed with current carer (staying put)",
        "E8": "Ceased for any other reason",
    },
    since={"E45": 2019, "E46": 2019, "E47": 2019, "E48": 2019},
    until={"E43": 2018, "E44": 2018},
)
LEGAL_STATUS = Codes(
    "Legal status",
    {
        "C1": "Interim care order",
        "C2": "Full care order",
        "D1": "Freeing order granted",
        "E1": "Placement order granted",
        "V2": "Single period of accommodation under s20",
        "V3": "Agreed series of short-term breaks, individual episodes recorded",
        "V4": "Agreed series of short-term breaks, agreement recorded",
        "L1": "Police protection, in LA accommodation",
        "L2": "Emergency protection order",
        "L3": "Child assessment order, in LA accommodation",
        "J1": "Remanded to LA accommodation or youth detention",
        "J2": "PACE detention in LA accommodation",
        "J3": "Sentenced to youth rehabilitation order with residence/intensive fostering",
    },
)
PLACEMENT = Codes(
    "Placement type",
    {
        "A3": "Placed for adoption with consent, current foster carer",
        "A4": "Placed for adoption with consent, not current foster carer",
        "A5": "Placed for adoption with placement order, current foster carer",
        "A6": "Placed for adoption with placement order, not current foster carer",
        "H5": "Semi-independent living, not children's home regulations",
        "K1": "Secure children's home",
        "K2": "Children's home",
        "K3": "Supported accommodation (regulated, 16 and 17)",
        "P1": "With own parents or others with parental responsibility",
        "P2": "Independent living",
        "P3": "Residential employment",
        "R1": "Residential care home",
        "R2": "NHS/health trust or other medical or nursing establishment",
        "R3": "Family centre or mother and baby unit",
        "R5": "Young offender institution (incl. secure training centre)",
        "S1": "Residential school (not dual registered)",
        "T0": "Temporary move of any kind",
        "T1": "Temporary: hospital",
        "T2": "Temporary: child on holiday",
        "T3": "Temporary: carer on holiday",
        "T4": "Temporary: seven days or less, other reason",
        "U1": "Fostering, relative or friend: long term",
        "U2": "Fostering, relative or friend: also approved adopter (FFA/concurrent)",
        "U3": "Fostering, relative or friend: not long term, FFA or concurrent",
        "U4": "Fostering, other carer: long term",
        "U5": "Fostering, other carer: also approved adopter (FFA/concurrent)",
        "U6": "Fostering, other carer: not long term, FFA or concurrent",
        "Z1": "Other placement (must be listed to DfE)",
        "Z11": "Other placement, sub-type 1",
        "Z12": "Other placement, sub-type 2 (a DoL order is an expected match)",
        "Z13": "Other placement, sub-type 3 (a DoL order is an expected match)",
        "Z14": "Other placement, sub-type 4",
    },
    since={"K3": 2025, "Z11": 2026, "Z12": 2026, "Z13": 2026, "Z14": 2026},
    until={"H5": 2024, "P2": 2024, "Z1": 2025},
)
PROVIDER = Codes(
    "Placement provider",
    {
        "PR0": "Parents or others with parental responsibility",
        "PR1": "Own provision (incl. RAA hosted by this LA)",
        "PR2": "Other LA provision (incl. RAA hosted by another LA)",
        "PR3": "Other public provision",
        "PR4": "Private provision",
        "PR5": "Voluntary or third sector",
    },
)
PLACEMENT_CHANGE = Codes(
    "Why a placement changed",
    {
        "CARPL": "Change to or implementing the care plan",
        "CLOSE": "Carer resigned or provision closed",
        "ALLEG": "Allegation (s47)",
        "STAND": "Standards of care concern",
        "APPRR": "Approval removed",
        "CREQB": "Carer asked to end: child's behaviour",
        "CREQO": "Carer asked to end: other reason",
        "CHILD": "Child asked to end",
        "LAREQ": "Responsible/area authority asked to end",
        "PLACE": "Change in status of placement only",
        "CUSTOD": "Custody arrangement",
        "OTHER": "Other",
    },
    since={"CUSTOD": 2019},
)
PARTICIPATION = Codes(
    "How the child took part",
    {
        "PN0": "Under 4",
        "PN1": "Attended and spoke for self",
        "PN2": "Attended, advocate spoke",
        "PN3": "Attended, conveyed view symbolically",
        "PN4": "Attended, no contribution",
        "PN5": "Did not attend, briefed an advocate",
        "PN6": "Did not attend, sent views another way",
        "PN7": "Did not attend, no views sent",
    },
)
IN_TOUCH = Codes(
    "In touch with a care leaver",
    {
        "YES": "In touch",
        "NO": "Not in touch",
        "DIED": "Died after leaving care",
        "REFU": "Refuses contact",
        "NREQ": "No longer needs services",
        "RHOM": "Returned home for 6 months or more",
    },
)
ACCOMMODATION = Codes(
    "Where a care leaver lives",
    {
        "B": "With parents or relatives",
        "C": "Community home or other residential care",
        "D": "Semi-independent, transitional",
        "E": "Supported lodgings",
        "G": "Gone abroad",
        "H": "Deported",
        "K": "Ordinary lodgings",
        "R": "Residence not known",
        "S": "No fixed abode/homeless",
        "T": "Foyer or similar",
        "U": "Independent living",
        "V": "Emergency accommodation",
        "W": "Bed and breakfast",
        "X": "In custody",
        "Y": "Other",
        "Z": "With former foster carers (18+)",
    },
)
SUITABLE = Codes(
    "Suitability of accommodation",
    {
        "1": "Suitable",
        "2": "Unsuitable",
    },
)
ACTIVITY = Codes(
    "What a care leaver does",
    {
        "F1": "Full time higher education",
        "P1": "Part time higher education",
        "F2": "Full time other education",
        "P2": "Part time other education",
        "F3": "Full time training or employment",
        "P3": "Part time training or employment",
        "F4": "Full time apprenticeship",
        "P4": "Part time apprenticeship",
        "F5": "Full time training or employment (not apprenticeship)",
        "P5": "Part time training or employment (not apprenticeship)",
        "G4": "NEET: illness or disability",
        "G5": "NEET: other",
        "G6": "NEET: pregnancy or parenting",
        "0": "Not in touch / not known",
    },
    since={"F4": 2022, "P4": 2022, "F5": 2022, "P5": 2022},
    until={"F3": 2021, "P3": 2021},
)
ELIGIBILITY = Codes(
    "Eligibility of a care leaver",
    {
        "Relevant": "16-17, left care, was eligible",
        "Former relevant": "18+, was relevant or eligible",
        "Eligible": "16-17, looked after 13+ weeks since 14",
        "Qualifying": "16-25, looked after on/after 16 but under 13 weeks",
        "No current eligibility": "None",
    },
)
MISSING_TYPE = Codes(
    "Missing or away",
    {
        "M": "Missing: whereabouts not known",
        "A": "Away from placement without authorisation",
    },
)
ORDER = Codes(
    "Permanence order",
    {
        "Adoption": "Adoption order",
        "SGO": "Special guardianship order",
        "CAO": "Child arrangements/residence order",
    },
)
PERMANENCE_PLAN = Codes(
    "Plan for permanence",
    {
        "REMAINSUP": "Remain with birth family with shared care/short breaks",
        "RETURN1M": "Return home within 1 month",
        "RETURN6M": "Return home within 6 months",
        "RETURNEV": "Eventual return home",
        "LTRELFR": "Long term with relatives/friends",
        "LTFOST18": "Long-term foster care to 18",
        "RESPLMT": "Residential to independence",
        "SUPPLIV": "Supported living",
        "ADOPTION": "Adoption",
        "OTHERPLN": "Other",
    },
)
HEALTH_STATUS = Codes(
    "What came of a health check",
    {
        "Planned": "Planned",
        "Refused": "Refused",
        "Cancelled": "Cancelled",
        "Completed": "Completed",
    },
)
SDQ_REASON = Codes(
    "Why there is no score",
    {
        "SDQ1": "Under 4 or over 16 at assessment",
        "SDQ2": "Carer refused",
        "SDQ3": "Severity of disability",
        "SDQ4": "Other",
        "SDQ5": "Child refused",
    },
)
PERMANENCE_BEFORE = Codes(
    "Permanence before",
    {
        "P1": "Adoption",
        "P2": "Special guardianship order",
        "P3": "Residence or child arrangements order",
        "P4": "Unknown",
        "Z1": "None before",
    },
)
WORKER_CHANGE = Codes(
    "Why the worker changed",
    {
        "MANAGE": "Managing caseloads",
        "FCONTA": "First contact or re-referral",
        "LEFTRL": "Previous worker left role",
        "ORGRST": "Restructure",
        "TSPROC": "Transfer under standard process",
        "ABSENC": "Absence cover or return",
        "CHCHAN": "Child asked",
        "PCCHAN": "Parent/carer asked",
        "SWDIED": "Previous worker died",
        "OTHERS": "Other",
    },
    since={
        "MANAGE": 2024,
        "FCONTA": 2024,
        "LEFTRL": 2024,
        "ORGRST": 2024,
        "TSPROC": 2024,
        "ABSENC": 2024,
        "CHCHAN": 2024,
        "PCCHAN": 2024,
        "SWDIED": 2024,
        "OTHERS": 2024,
    },
)
ADOPTION_REVERSED = Codes(
    "Why adoption is no longer the plan",
    {
        "RD1": "Child's needs changed",
        "RD2": "Court made no placement order",
        "RD3": "No adopters found",
        "RD4": "Other",
    },
)
ADOPTER_SEX = Codes(
    "Sex of the adopter or couple",
    {
        "M1": "Single male",
        "F1": "Single female",
        "MM": "Male couple",
        "FF": "Female couple",
        "MF": "Male/female couple",
    },
)
ADOPTER_STATUS = Codes(
    "Legal status of the adopter or couple",
    {
        "L0": "Single",
        "L11": "Different-gender married couple",
        "L12": "Same-gender married couple",
        "L2": "Civil partnership",
        "L3": "Different-gender unmarried couple",
        "L4": "Same-gender couple not married or in civil partnership",
    },
)
