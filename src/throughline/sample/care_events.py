"""What happens while a child is looked after: reviews, health, times missing, yearly questions."""

from collections.abc import Iterator
from dataclasses import dataclass

from throughline.sample.chance import Deck, Weighted
from throughline.sample.days import after, age_on, birthday, last_working, next_working
from throughline.sample.homes import kind_of
from throughline.sample.journey import Care, Child

TAKES_PART = Weighted(
    (("PN1", 46), ("PN2", 5), ("PN3", 2), ("PN4", 3), ("PN5", 12), ("PN6", 22), ("PN7", 10))
)


@dataclass(frozen=True)
class Review:
    """A review of a child in care."""

    due: int
    held: int
    part: str


def reviews(deck: Deck, care: Care, until: int) -> Iterator[Review]:
    """Within 20 working days, then three months, then every six; a few are late."""
    if care.is_breaks:
        return
    deck.cut(care.key * 7 + 1)
    due = after(care.start, 20)
    for gap in (91, *(183 for _ in range(60))):
        held = last_working(due - int(deck.next() * (6 if gap == 91 else 26)))
        if deck.happens(0.045):
            held = next_working(due + 2 + int(deck.waiting(9)))
        part = "PN0" if age_on(care.child.born, held) < 4 else deck.pick(TAKES_PART)
        if held >= care.end or (held > until and due > until):
            return
        yield Review(due, held, part)
        due = held + gap


@dataclass(frozen=True)
class Check:
    """A health assessment or dental check; `status` is Completed or Refused."""

    kind: str
    day: int
    status: str


def checks(deck: Deck, care: Care, until: int) -> Iterator[Check]:
    """The first health assessment, then yearly (half-yearly under five); the dentist yearly."""
    if care.is_breaks:
        return
    deck.cut(care.key * 7 + 2)
    for kind, first, share in (("Health Assessment", 8, 0.97), ("Dental Check", 40, 0.9)):
        day = next_working(care.start + first + int(deck.waiting(16 if first == 8 else 60)))
        while day < min(care.end, until + 1):
            refuses = age_on(care.child.born, day) >= 14 and deck.happens(0.09)
            yield Check(kind, day, "Refused" if refuses else "Completed")
            half = kind[0] == "H" and age_on(care.child.born, day) < 5
            gap = 165 + int(deck.next() * 16) if half else 330 + int(deck.next() * 32)
            day = next_working(day + gap + (int(deck.waiting(70)) if not deck.happens(share) else 0))


@dataclass(frozen=True)
class Away:
    """A time missing (M) or away without leave (A); interview answers are Y, N or blank."""

    kind: str
    start: int
    end: int
    offered: str
    accepted: str


def _placement_end(care: Care, day: int) -> int:
    return next((p.end for p in care.placements if p.start <= day < p.end), care.end)


def missing(deck: Deck, care: Care) -> list[Away]:
    """Missing episodes: one teenager in five goes, some of them again and again."""
    deck.cut(care.child.key * 11 + 3)
    goes, often = deck.happens(0.3), 20 + deck.waiting(95)
    found: list[Away] = []
    day = max(care.start + 6, birthday(care.child.born, 12))
    stop = min(care.end, birthday(care.child.born, 18)) - 1
    while not care.is_breaks and goes and len(found) < 45:
        in_home = any(
            kind_of(p) in ("residential", "semi", "other") for p in care.placements if p.start <= day < p.end
        )
        day += 1 + int(deck.waiting(often * (1.0 if in_home else 2.6)))
        if day >= stop:
            break
        back = min(day + int(deck.waiting(1.1)), _placement_end(care, day), stop)
        offered = "Y" if deck.happens(0.9) else "N"
        accepted = ("Y" if deck.happens(0.62) else "N") if offered == "Y" else "NA"
        found.append(Away("A" if deck.happens(0.12) else "M", day, back, offered, accepted))
        day = back + 1
    return found


def strengths(deck: Deck, child: Child, ending: int) -> tuple[str, str]:
    """The year's strengths and difficulties score of a child aged four to sixteen, or why there is none."""
    deck.cut(child.key * 13)
    own = 6 + deck.next() * 17
    deck.cut(child.key * 13 + ending)
    if deck.happens(0.1):
        return "", deck.one_of(("SDQ2", "SDQ3", "SDQ4", "SDQ5"))
    return str(min(40, max(0, round(own + deck.around(0, 3))))), ""


def flag(deck: Deck, child: Child, ending: int, what: int, share: float) -> bool:
    """A yes or no of one child in one year, such as an offence or up-to-date immunisations."""
    deck.cut(child.key * 17 + ending * 29 + what)
    return deck.happens(share)
