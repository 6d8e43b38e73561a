"""Requests for education, health and care plans, and what came of them.

Kept apart from the rest of the story: most of these children are known to no social worker; some are, as
many disabled children are. What is drawn for one depends on its own key, so a later day changes none."""

from collections.abc import Iterator
from dataclasses import dataclass

from throughline.sample.as_at import AsAt
from throughline.sample.chance import Chance, Deck, Weighted
from throughline.sample.days import NEVER, age_on, birthday, last_working, next_working, number
from throughline.sample.names import FORENAMES_F, FORENAMES_M, SURNAMES
from throughline.sample.people import ETHNICITIES, YEAR, upn

FIRST_YEAR = 2012  # the oldest plans were statements then
REQUESTS_2018, GROWTH = 150, 1.09  # of children known to no social worker; about what councils tell
FIRST_KEY = 700_001  # above any child's number in the case system
NEEDS = Weighted(
    (("ASD", 33), ("SLCN", 21), ("SEMH", 18), ("MLD", 10), ("SLD", 5), ("SPLD", 4), ("PD", 3), ("PMLD", 2),
     ("HI", 2), ("VI", 1), ("OTH", 1))
)  # fmt: skip
SOURCES = Weighted((("1", 62), ("2", 25), ("3", 9), ("4", 4)))  # as coded; the facts do not say of what
ENDINGS = Weighted((("1", 20), ("2", 12), ("3", 8), ("4", 10), ("5", 22), ("6", 18), ("7", 2), ("9", 8)))
SCHOOLS = tuple(str(900_001 + at) for at in range(44))  # no school's numbers


@dataclass
class Pupil:
    """A young person; `numbered` is the day from which they have a pupil number; some wait for it."""

    key: int
    forename: str
    surname: str
    sex: str
    born: int
    ethnicity: str
    upn: str
    numbered: int
    postcode: str
    known: bool

    def upn_on(self, day: int) -> str:
        """The pupil number, if they have one by then."""
        return self.upn if self.numbered <= day else ""


@dataclass
class Request:
    """A request and what came of it, in days; `NEVER` where something has not come.

    `assessed` is the answer, `issued` whether a plan was; `planned` is the day of the plan or its refusal;
    `late` how many days after it is due a yearly review is held.
    """

    pupil: Pupil
    received: int
    source: str
    answered: int
    assessed: bool
    planned: int
    issued: bool
    excepted: bool
    appealed: bool
    ended: int
    ending: str
    needs: tuple[str, ...]
    school: str
    late: int


def requests(at: AsAt) -> list[Request]:
    """Every request received by the day, in order."""
    found = [_request(at.deck, child, day) for child, day in (*_known(at), *_others(at)) if day <= at.day]
    return sorted(found, key=lambda each: (each.received, each.pupil.key))


def _known(at: AsAt) -> Iterator[tuple[Pupil, int]]:
    """Disabled children of the case system, and the day somebody asked for a plan for each."""
    for child in at.children:
        at.deck.cut(child.key * 41)
        asked = child.born + int((2.5 + 11 * at.deck.next()) * YEAR)
        if child.disabilities and at.deck.happens(0.6) and number(FIRST_YEAR, 1, 1) <= asked <= at.day:
            day, postcode = next_working(asked), at.home_on(child, asked)
            yield Pupil(child.key, child.forename, child.family.surname, child.sex, child.born,
                        child.ethnicity, child.upn, child.born, postcode, known=True), day  # fmt: skip


def _others(at: AsAt) -> Iterator[tuple[Pupil, int]]:
    """Children whom only the SEND team knows, year by year: more of them each year."""
    homes = at.authority.places.postcodes
    for year in range(FIRST_YEAR, at.date.year + 1):
        for place in range(round(REQUESTS_2018 * GROWTH ** (year - 2018))):
            key = FIRST_KEY + (year - FIRST_YEAR) * 1000 + place
            at.deck.cut(key)
            day = next_working(number(year, 1, 1) + at.deck.whole(0, 363))
            born = day - int((2.5 + 13.5 * at.deck.next() ** 1.3) * YEAR)
            yield pupil(at.deck, key, born, day, at.deck.one_of(homes).code), day


def pupil(chance: Chance, key: int, born: int, day: int, postcode: str) -> Pupil:
    """A child as on a day; some of the youngest have no pupil number until they are five."""
    sex = "M" if chance.happens(0.72) else "F"
    forename = chance.one_of(FORENAMES_M if sex == "M" else FORENAMES_F)
    surname, ethnicity = chance.one_of(SURNAMES), chance.pick(ETHNICITIES)
    numbered = birthday(born, 5) if age_on(born, day) < 5 and chance.happens(0.3) else born
    return Pupil(
        key, forename, surname, sex, born, ethnicity, upn(key, "998"), numbered, postcode, known=False
    )


def _request(chance: Deck, pupil: Pupil, day: int) -> Request:
    """One request; a plan takes twenty weeks where it is in time."""
    chance.cut(pupil.key * 59)
    assessed, issued = chance.happens(0.74), chance.happens(0.93)
    in_time = chance.happens(0.86 if day < number(2020, 1, 1) else 0.62)
    weeks = chance.whole(13, 20) if in_time else 21 + min(int(chance.waiting(9)), 40)
    planned = last_working(day + weeks * 7) if assessed else NEVER
    ended, ending = _end(chance, pupil, planned) if assessed and issued else (NEVER, "")
    first, second = chance.pick(NEEDS), chance.pick(NEEDS)
    needs = (first,) if first == second or chance.happens(0.6) else (first, second)
    return Request(
        pupil, day, chance.pick(SOURCES), last_working(day + chance.whole(28, 42)), assessed, planned,
        assessed and issued, chance.happens(0.06), chance.happens(0.04), ended, ending, needs,
        chance.one_of(SCHOOLS), int(chance.around(10, 25)),
    )  # fmt: skip


def _end(chance: Chance, pupil: Pupil, planned: int) -> tuple[int, str]:
    """When and why a plan ends: after school for most."""
    leaving = birthday(pupil.born, 16) + chance.whole(200, 1900)
    early = planned + int(chance.waiting(16 * YEAR))
    day = last_working(max(min(leaving, early), planned + 60))
    return day, chance.pick(ENDINGS)
