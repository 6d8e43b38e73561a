"""Code sets of education, health and care plans. Source: the SEN2 guide and the Standard Safeguarding
Dataset's specification, as gathered in the project's facts."""

from throughline.record.codes import Codes

DECISION = Codes(
    "Decision about a plan",
    {
        "Y": "Yes: proceeded / plan issued",
        "N": "No: refused to assess / no plan",
        "A": "Awaiting decision",
        "W": "Withdrawn or ceased before decision",
        "H": "Historical: decided before this collection period",
    },
)
ISSUES = "Y"  # of an assessment: a plan is issued
PLAN_END = Codes(
    "Why a plan ended",
    {
        "1": "Reached maximum age",
        "2": "Needs met without a plan",
        "3": "Higher education",
        "4": "Paid employment (not apprenticeship)",
        "5": "Transferred to another LA",
        "6": "No longer wishes to engage",
        "7": "Moved outside England",
        "8": "Died",
        "9": "Other",
    },
)
APPEALABLE = Codes(
    "Decision that could be appealed against",
    {
        "REQUEST": "A request refused",
        "PLAN": "A plan refused",
        "IN_FORCE": "A plan in force",
        "ENDED": "A plan ended because needs are met without it",
    },
)
SEN_NEED = Codes(
    "Special educational need",
    {
        "SPLD": "Specific learning difficulty",
        "MLD": "Moderate learning difficulty",
        "SLD": "Severe learning difficulty",
        "PMLD": "Profound and multiple learning difficulty",
        "SEMH": "Social, emotional and mental health",
        "SLCN": "Speech, language and communication needs",
        "HI": "Hearing impairment",
        "VI": "Vision impairment",
        "MSI": "Multi-sensory impairment",
        "PD": "Physical disability",
        "ASD": "Autistic spectrum disorder",
        "DS": "Down syndrome",
        "OTH": "Other difficulty",
    },
    since={"DS": 2025},
)
UPN_UNKNOWN = Codes(
    "Why no pupil number is known",
    {
        "UN1": "Under 6, no UPN yet",
        "UN2": "Never attended a state school in England",
        "UN3": "Educated outside England",
        "UN5": "Conflicting sources",
        "UN8": "New to the LA, UPN/ULN not yet known",
        "UN9": "Never attended school or FE in England",
        "UN10": "Request ended before UPN/ULN known",
    },
)
SEN_SETTING = Codes(
    "Setting with no number",
    {
        "OLA": "Arrangements by the LA (s61, EOTAS)",
        "OPA": "Arrangements by parents/young person, not EHE",
        "EHE": "Elective home education",
        "EYP": "Early years provider with no URN",
        "OTH": "Type named but no specific setting",
        "NEET": "Not in education, employment or training, 16-25",
        "NIEC": "Not in education: notice to cease issued",
        "NIEO": "Not in education: other",
    },
)
LISTED = Codes("Ofsted’s SEND list", {"P": "Has an EHC plan", "S": "On SEN support"})
