"""Measures and breakdowns by the names they have in addresses, and measures by stage of the journey."""

from __future__ import annotations

from collections import defaultdict

from throughline.catalogue import declared
from throughline.measures.kinds import Measure
from throughline.record.breakdowns import Breakdown
from throughline.record.journey import BREAKDOWNS

STAGES = {
    "front_door": "Front door",
    "early_help": "Early help",
    "families": "Supporting families",
    "assessment": "Assessment",
    "in_need": "Children in need",
    "enquiries": "Enquiries and conferences",
    "protection": "Protection",
    "plans_ended": "Protection plans that ended",
    "court": "Court",
    "care": "Care",
    "into_care": "Coming into care, and leaving it",
    "care_health": "Health of children looked after",
    "homes": "Homes",
    "placements": "Placements",
    "placement_costs": "Cost of placements",
    "carers": "Foster carers",
    "permanence": "Permanence",
    "leaving_care": "Leaving care",
    "exploitation": "Missing and exploitation",
    "send": "Special educational needs",
    "education": "Education",
    "after_school": "After school",
    "workforce": "Workforce",
    "caseloads": "Caseloads",
    "money": "Money",
    "complaints": "Complaints and compliments",
}
"""The stages of the journey in their order, and how each is headed."""


def by_stage() -> dict[str, dict[str, Measure]]:
    """Stage to its measures by name; stages in the order of the journey, measures as written."""
    found: defaultdict[str, dict[str, Measure]] = defaultdict(dict)
    for module, name, measure in declared(Measure, "throughline.measures"):
        found[module.rsplit(".", 1)[-1]][name] = measure
    return {stage: found[stage] for stage in sorted(found, key=list(STAGES).index)}


BY_STAGE = by_stage()
MEASURES = {name: measure for named in BY_STAGE.values() for name, measure in named.items()}
NAMES = {measure: name for name, measure in MEASURES.items()}
STAGE_OF = {measure: stage for stage, named in BY_STAGE.items() for measure in named.values()}

BREAKDOWN_NAMED: dict[str, Breakdown] = {
    name.lower().replace("_", "-"): by for name, by in BREAKDOWNS.items()
}
NAME_OF_BREAKDOWN = {by: name for name, by in BREAKDOWN_NAMED.items()}
