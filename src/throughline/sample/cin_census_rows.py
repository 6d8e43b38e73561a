"""What the CIN census of one year says of each child: elements, in the order of its schema.

The year is as it stood on its last day, or on the day of the sample if that comes first: councils draw the
census during the year too. A time in need is told if it was open on any day of the year; what happened under
it if it touched the year. That last is our reading: our facts say only that the census is cumulative. They
do not say the codes of PPOutcome either: it is left out."""

from collections.abc import Iterator

from throughline.sample.as_at import AsAt
from throughline.sample.court import families_told
from throughline.sample.days import iso, number
from throughline.sample.factors import factors_of
from throughline.sample.journey import Assessment, Case, Child, Enquiry, Plan
from throughline.sample.message import Element
from throughline.sample.ssd_people import expected, former_upn, upn_of
from throughline.sample.ssd_protection import booked, latest_category

ASKED = {"CINPlanDates": 2022, "PreProceedingsandFGDM": 2027}  # first year end
LETTERS_SINCE = 2025  # Sex; before it, GenderCurrent
TO_COURT, STEPPED_DOWN = (
    "A",
    "B",
)  # invented: only A is seen in any published file, and nothing says what it is


class Census:
    """One year, and the day it is told on."""

    def __init__(self, at: AsAt, ending: int) -> None:
        self.at, self.ending = at, ending
        self.first, self.day = number(ending - 1, 4, 1), min(number(ending, 3, 31), at.day)
        self.cases: dict[int, list[Case]] = {}
        for case in at.cases:
            if case.opened <= self.day and case.closed >= self.first:
                self.cases.setdefault(case.child.key, []).append(case)

    def come(self, name: str, day: int) -> Iterator[Element]:
        """An element with a day, if it has come."""
        if day <= self.day:
            yield name, iso(day)

    def touches(self, start: int, end: int) -> bool:
        """Whether any day from start to end is one of the year that has come."""
        return start <= self.day and end >= self.first


def children(census: Census) -> Iterator[Element]:
    """Each child of the year, by number."""
    for key in sorted(census.cases):
        cases = census.cases[key]
        details = [("CINdetails", list(_details(census, case))) for case in cases]
        yield "Child", [*_child(census, cases[0].child), *details]


def _child(census: Census, child: Child) -> Iterator[Element]:
    yield "ChildIdentifiers", list(_identifiers(census, child))
    disabilities = [("Disability", code) for code in child.disabilities or ("NONE",)]
    yield "ChildCharacteristics", [("Ethnicity", child.ethnicity), ("Disabilities", disabilities)]


def _identifiers(census: Census, child: Child) -> Iterator[Element]:
    unborn = child.born > census.day
    yield "LAchildID", child.key
    known, why = upn_of(child, census.day)
    if known:
        yield "UPN", known
    if former := former_upn(child, census.day):
        yield "FormerUPN", former[0]
    if not known:
        yield "UPNunknown", why
    yield (
        ("ExpectedPersonBirthDate", iso(expected(child))) if unborn else ("PersonBirthDate", iso(child.born))
    )
    sex = "U" if unborn else child.sex
    if census.ending >= LETTERS_SINCE:
        yield "Sex", sex
    else:
        yield "GenderCurrent", {"M": 1, "F": 2, "U": 0}[sex]


def _details(census: Census, case: Case) -> Iterator[Element]:
    yield "CINreferralDate", iso(case.opened)
    yield "ReferralSource", case.source
    yield "PrimaryNeedCode", "N0" if case.nothing_further else case.need
    if not case.nothing_further and case.closed <= census.day:
        yield "CINclosureDate", iso(case.closed)
        yield "ReasonForClosure", case.reason
    for a in case.assessments:
        if census.touches(a.start, a.signed):
            yield "Assessments", list(_assessment(census, a))
    for need_plan in case.need_plans if census.ending >= ASKED["CINPlanDates"] else ():
        if census.touches(need_plan.start, need_plan.end):
            started = ("CINPlanStartDate", iso(need_plan.start))
            yield "CINPlanDates", [started, *census.come("CINPlanEndDate", need_plan.end)]
    for e in case.enquiries:
        if census.touches(e.start, max(e.end, e.conference.held if e.conference else 0)):
            yield "Section47", list(_enquiry(census, e))
    yield "ReferralNFA", int(case.nothing_further)
    for plan in case.plans:
        if census.touches(plan.start, plan.end):
            yield "ChildProtectionPlans", list(_plan(census, plan))
    if census.ending >= ASKED["PreProceedingsandFGDM"]:
        yield from _before_court(census, case)


def _assessment(census: Census, a: Assessment) -> Iterator[Element]:
    yield "AssessmentActualStartDate", iso(a.start)
    if a.signed <= census.day:
        yield "AssessmentAuthorisationDate", iso(a.signed)
        found = [("AssessmentFactors", code) for code in factors_of(census.at.deck, a)]
        yield "FactorsIdentifiedAtAssessment", found


def _enquiry(census: Census, e: Enquiry) -> Iterator[Element]:
    yield "S47ActualStartDate", iso(e.start)
    if e.conference and e.conference.held <= census.day:
        yield "InitialCPCtarget", iso(e.conference.due)
        yield "DateOfInitialCPC", iso(e.conference.held)
    yield "ICPCnotRequired", int(e.conference is None and e.end <= census.day)


def _plan(census: Census, plan: Plan) -> Iterator[Element]:
    earlier = [other for other in plan.case.child.plans if other.start < plan.start]
    yield "CPPstartDate", iso(plan.start)
    yield from census.come("CPPendDate", plan.end)
    yield "InitialCategoryOfAbuse", plan.category
    yield "LatestCategoryOfAbuse", latest_category(plan, census.day)
    yield "NumberOfPreviousCPP", len(earlier)
    last = min(plan.end, census.day)
    held = [("CPPreviewDate", iso(held)) for _, held, _ in booked(plan) if census.first <= held <= last]
    if held:
        yield "Reviews", held


def _before_court(census: Census, case: Case) -> Iterator[Element]:
    for told in families_told(census.at.deck, case):
        if not census.touches(told.decided, told.ended):
            continue
        reviews = [("ReviewMeetingsCount", told.reviews)] if told.ended <= census.day else []
        yield (
            "PreProceedingsandFGDM",
            [
                ("PPStartDate", iso(told.decided)),
                *census.come("LBPSentDate", told.letter),
                ("FGDMMeetingOffer", int(told.meeting_offered)),
                ("FGDMMeetingFac", int(told.meeting_held)),
                *census.come("InitialPPMeetingDate", told.met),
                *reviews,
                *census.come("StepDecisionDate", told.ended),
                *census.come("CourtAppDate", told.applied),
            ],
        )
