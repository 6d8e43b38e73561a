"""What the SEN2 census of one January says of each young person, as elements within elements.

Source: SEN2 guide as gathered in the project's facts: requests, assessments and plans of the calendar year
before, and every plan in force on the day; of an older request only that there was one (H)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from throughline.sample.as_at import AsAt
from throughline.sample.days import birthday, iso, last_working, number
from throughline.sample.message import Element
from throughline.sample.people import YEAR
from throughline.sample.send import Pupil, Request, requests

THURSDAY = 3


@dataclass
class Census:
    """One census: its year, the day it is true of, and the requests it is about."""

    at: AsAt
    year: int

    @cached_property
    def day(self) -> int:
        """The third Thursday of January."""
        first = date(self.year, 1, 1)
        return first.toordinal() + (THURSDAY - first.weekday()) % 7 + 14

    @cached_property
    def began(self) -> int:
        """1 January of the year before."""
        return number(self.year - 1, 1, 1)

    def shown(self, day: int) -> str:
        """A day, or nothing if it had not come by the census."""
        return iso(day) if day <= self.day else ""


def people(census: Census) -> Iterator[Element]:
    """Every young person of whom there was something in the year, or who has a plan."""
    theirs: defaultdict[int, list[Request]] = defaultdict(list)
    for request in requests(census.at):
        if request.received <= census.day and (_recent(census, request) or _in_force(census, request)):
            theirs[request.pupil.key].append(request)
    for asked in theirs.values():
        yield "Person", [*_person(census, asked[0].pupil), *(_request(census, each) for each in asked)]


def _recent(census: Census, request: Request) -> bool:
    """Whether anything came of it, or was still to come of it, in the year before."""
    last = request.planned if request.assessed else request.answered
    return max(request.received, last) >= census.began or census.began <= request.ended <= census.day


def _in_force(census: Census, request: Request) -> bool:
    return request.issued and request.planned <= census.day < request.ended


def _told(**elements: object) -> list[Element]:
    """Elements with something in them."""
    return [(name, str(said)) for name, said in elements.items() if said not in ("", None)]


def _person(census: Census, pupil: Pupil) -> list[Element]:
    upn = pupil.upn_on(census.day)
    return _told(
        Surname=pupil.surname, Forename=pupil.forename, PersonBirthDate=iso(pupil.born), Sex=pupil.sex,
        Ethnicity=pupil.ethnicity, PostCode=pupil.postcode, UPN=upn,
        UPNunknown="" if upn else "UN1",
    )  # fmt: skip


def _request(census: Census, request: Request) -> Element:
    """A request of the year, or one of long ago whose plan goes on."""
    below: list[Element] = []
    if request.assessed and request.answered <= census.day and _recent(census, request):
        below.append(_assessment(census, request))
    if _in_force(census, request):
        below.append(_active(census, request))
    if not _recent(census, request):
        return "Requests", [*_told(RequestOutcome="H"), *below]
    answered = request.answered <= census.day
    outcome = ("Y" if request.assessed else "N") if answered else "A"
    said = _told(
        ReceivedDate=iso(request.received), RequestSource=request.source, RYA=0,
        RequestOutcomeDate=census.shown(request.answered), RequestOutcome=outcome,
        RequestTribunal=int(answered and not request.assessed and request.appealed),
    )  # fmt: skip
    return "Requests", [*said, *below]


def _assessment(census: Census, request: Request) -> Element:
    done = request.planned <= census.day
    said = _told(
        AssessmentOutcome=("Y" if request.issued else "N") if done else "A",
        AssessmentOutcomeDate=census.shown(request.planned),
        AssessmentTribunal=int(done and request.appealed),
        Week20=int(request.excepted) if done else "",
    )
    if not done or not request.issued:
        return "Assessment", said
    ended = _told(CeaseDate=census.shown(request.ended))
    why = _told(CeaseReason=request.ending) if ended else []
    place = ("PlanDetail", _told(URN=request.school, PlacementRank=1, SENunitIndicator=0))
    plan = [*_told(StartDate=iso(request.planned), PlanRes=0, PlanWBP=0, PB=0, OA=0, DP=0), *ended, *why]
    return "Assessment", [*said, ("NamedPlan", [*plan, place])]


def _active(census: Census, request: Request) -> Element:
    """A plan in force: its latest review, where the child is, and the needs it names."""
    since = max(request.planned, birthday(request.pupil.born, 4))
    place = _told(URN=request.school, PlacementRank=1, EntryDate=iso(since), SENunitIndicator=0)
    needs: list[Element] = [
        ("SENneed", _told(SENtype=need, SENtypeRank=rank)) for rank, need in enumerate(request.needs, 1)
    ]
    reviews = _told(**reviewed(request, census.day))
    return "ActivePlans", [*reviews, ("PlacementDetail", place), *needs]


def reviewed(request: Request, day: int) -> dict[str, str]:
    """The latest yearly review by a day: the meeting, and the decision four weeks later."""
    years = int((day - request.planned - request.late - 28) / YEAR)
    if years < 1:
        return {}
    met = last_working(request.planned + int(years * YEAR) + request.late)
    return {"ReviewMeeting": iso(met), "ReviewOutcome": "C", "LastReview": iso(last_working(met + 28))}


def censuses(at: AsAt) -> list[Census]:
    """Those of the last three Januaries."""
    latest = at.date.year if Census(at, at.date.year).day <= at.day else at.date.year - 1
    return [Census(at, year) for year in range(latest - 2, latest + 1)]
