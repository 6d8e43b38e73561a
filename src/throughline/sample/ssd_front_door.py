"""The SSD tables from contact to assessment, and early help."""

import json
from collections.abc import Iterable, Iterator

from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import iso
from throughline.sample.factors import factors_of
from throughline.sample.journey import Assessment, Case

CONTACT_FLAGS = (
    "NEW_REFERRAL_FLAG EXISTING_REFERRAL_FLAG CP_ENQUIRY_FLAG NFA_FLAG NON_AGENCY_ADOPTION_FLAG "
    "PRIVATE_FOSTERING_FLAG ADVICE_FLAG MISSING_FLAG OLA_CP_FLAG OTHER_OUTCOMES_EXIST_FLAG"
).split()
REFERRAL_FLAGS = (
    "SINGLE_ASSESSMENT_FLAG NFA_FLAG STRATEGY_DISCUSSION_FLAG CLA_REQUEST_FLAG NON_AGENCY_ADOPTION_FLAG "
    "PRIVATE_FOSTERING_FLAG CP_TRANSFER_IN_FLAG CP_CONFERENCE_FLAG CARE_LEAVER_FLAG OTHER_OUTCOMES_EXIST_FLAG"
).split()
ASSESSMENT_FLAGS = (
    "NFA_FLAG NFA_S47_END_FLAG STRATEGY_DISCUSSION_FLAG CLA_REQUEST_FLAG PRIVATE_FOSTERING_FLAG "
    "LEGAL_ACTION_FLAG PROV_OF_SERVICES_FLAG PROV_OF_SB_CARE_FLAG SPECIALIST_ASSESSMENT_FLAG "
    "REFERRAL_TO_OTHER_AGENCY_FLAG OTHER_ACTIONS_FLAG OTHER_OUTCOMES_EXIST_FLAG"
).split()
# Early help has no flag of its own in the dataset, so it is an "other outcome".
OUTCOME_FLAG = {"referral": "NEW_REFERRAL_FLAG", "existing": "EXISTING_REFERRAL_FLAG",
                "advice": "ADVICE_FLAG", "early help": "OTHER_OUTCOMES_EXIST_FLAG", "nothing": "NFA_FLAG",
                "missing": "MISSING_FLAG"}  # fmt: skip
SOURCE_WORDS = {
    "1A": "Family member, relative or carer", "1B": "Acquaintance", "1C": "Self", "1D": "Other individual",
    "2A": "School", "2B": "Education service", "3A": "GP", "3B": "Health visitor", "3C": "School nurse",
    "3D": "Other primary health", "3E": "A&E", "3F": "Other health", "4": "Housing",
    "5A": "Adult social care", "5B": "Other council service", "5C": "Another council", "6": "Police",
    "7": "Court, probation or prison", "8": "Voluntary or other agency", "9": "Anonymous", "10": "Not known",
}  # fmt: skip


def flags(names: list[str], on: Iterable[str]) -> str:
    """Every flag as JSON, Y for those that are on."""
    lit = set(on)
    return json.dumps({name: "Y" if name in lit else "N" for name in names}, separators=(",", ":"))


def contacts(at: AsAt) -> Iterator[Row]:
    """ssd_contacts."""
    written = {outcome: flags(CONTACT_FLAGS, (flag,)) for outcome, flag in OUTCOME_FLAG.items()}
    for c in at.contacts:
        yield c.key, c.child.key, iso(c.day), c.source, SOURCE_WORDS[c.source], written[c.outcome]


def early_help(at: AsAt) -> Iterator[Row]:
    """ssd_early_help_episodes."""
    for e in at.early_help:
        ended = e.end <= at.day
        yield (e.key, e.child.key, iso(e.start), at.shown(e.end), e.reason, e.ended_by if ended else "",
               e.organisation, "")  # fmt: skip


def _referral_flags(case: Case) -> Iterator[str]:
    if case.nothing_further:
        yield "NFA_FLAG"
        return
    yield "SINGLE_ASSESSMENT_FLAG"
    if case.enquiries and case.enquiries[0].at_referral:
        yield "STRATEGY_DISCUSSION_FLAG"
    if case.cares and case.cares[0].start <= case.opened + 5:
        yield "CLA_REQUEST_FLAG"


def referrals(at: AsAt) -> Iterator[Row]:
    """ssd_cin_episodes."""
    for case in at.cases:
        first = case.stints[0] if case.stints else None
        worker, team = (str(first.worker), first.team) if first and first.start <= at.day else ("", "T111")
        closed = case.closed <= at.day
        yield (
            case.key, case.child.key, iso(case.opened), "N0" if case.nothing_further else case.need,
            case.source, SOURCE_WORDS[case.source], flags(REFERRAL_FLAGS, _referral_flags(case)),
            "Y" if case.nothing_further else "N", case.reason if closed else "", at.shown(case.closed),
            team, worker,
        )  # fmt: skip


def _outcomes(a: Assessment) -> Iterator[str]:
    case = a.case
    if case.path == "not needed":
        yield "NFA_FLAG"
        return
    if case.path == "early help":
        yield "REFERRAL_TO_OTHER_AGENCY_FLAG"
        return
    yield "PROV_OF_SERVICES_FLAG"
    if any(a.start <= e.start <= a.signed for e in case.enquiries):
        yield "STRATEGY_DISCUSSION_FLAG"
    if any(a.start <= c.start <= a.signed + 30 for c in case.cares):
        yield "PROV_OF_SB_CARE_FLAG" if case.cares[0].is_breaks else "CLA_REQUEST_FLAG"


def shown_assessments(at: AsAt) -> Iterator[Assessment]:
    """Assessments begun by the day."""
    for case in at.cases:
        for a in case.assessments:
            if a.start <= at.day:
                yield a


def assessments(at: AsAt) -> Iterator[Row]:
    """ssd_cin_assessments."""
    for a in shown_assessments(at):
        signed = a.signed <= at.day
        worker, team = at.author(a.case, min(a.signed, at.day) - 1)
        outcome = flags(ASSESSMENT_FLAGS, _outcomes(a)) if signed else ""
        nothing = ("Y" if a.case.path != "need" else "N") if signed else ""
        seen = ("Y" if a.seen else "N") if signed or a.key % 3 else ""
        yield (
            a.key,
            a.case.child.key,
            a.case.key,
            iso(a.start),
            seen,
            at.shown(a.signed),
            outcome,
            nothing,
            team,
            worker,
        )


def factors(at: AsAt) -> Iterator[Row]:
    """ssd_assessment_factors: for assessments signed off."""
    for a in shown_assessments(at):
        if a.signed <= at.day:
            yield f"FAC{a.key}", a.key, json.dumps(factors_of(at.deck, a))
