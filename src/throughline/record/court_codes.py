"""Code sets of what is decided before and in care proceedings. Source: the Standard Safeguarding Dataset's
specification, as gathered in the project's facts."""

from throughline.record.codes import Codes

PROCEEDINGS = Codes(
    "Outcome of pre-proceedings",
    {
        "Decision to Issue Care Proceedings": "Issue",
        "Decision to step down": "Step down",
    },
)
GATEWAY = Codes(
    "Outcome of the legal gateway",
    {
        "A": "Continue current plan",
        "B": "Start pre-proceedings",
        "C": "Issue proceedings",
        "D": "Unknown",
    },
)
INITIAL_PLAN = Codes(
    "Plan at the first hearing",
    {
        "A": "Interim/care order",
        "B": "Interim/care order, placed with parents",
        "C": "Adoption",
        "D": "Interim/supervision order",
        "E": "Special guardianship order",
        "F": "Private law order",
        "G": "Other",
    },
)
FINAL_PLAN = Codes(
    "Plan at the final hearing",
    {
        "A": "Care order",
        "B": "Care order, placed with parents",
        "C": "Adoption",
        "D": "Supervision order",
        "E": "Special guardianship order",
        "F": "Private law order",
        "G": "Other",
        "H": "Not yet at final hearing",
    },
)
SHORT_NOTICE = Codes(
    "Why at short notice",
    {
        "A": "Immediate safety (Children Act 1989)",
        "B": "Emergency protection order criteria",
        "C": "Other",
    },
)
