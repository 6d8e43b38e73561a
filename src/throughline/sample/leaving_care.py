"""Care leavers: are we in touch, where do they live, what do they do, at each birthday."""

from dataclasses import dataclass

from throughline.sample.chance import Deck, Weighted
from throughline.sample.days import age_on, number
from throughline.sample.journey import Care, Child

TOUCH = Weighted((("YES", 92), ("NO", 4.5), ("REFU", 2.3), ("NREQ", 1.2)))
DOES = Weighted(
    (("F1", 6), ("P1", 0.5), ("F2", 17), ("P2", 3), ("F4", 3), ("P4", 0.5), ("F5", 17), ("P5", 6), ("G4", 13),
     ("G5", 28), ("G6", 6))
)  # fmt: skip
HIGHER = ("F1", "P1")  # education beyond school and college
LIVES = Weighted(
    (("U", 33), ("B", 15), ("D", 20), ("E", 7), ("K", 4), ("T", 3), ("C", 2), ("X", 3.2), ("S", 1.2), ("V",
    0.8),
     ("W", 0.5), ("Y", 4), ("R", 1), ("G", 0.5))
)  # fmt: skip
UNSUITABLE = ("X", "S", "V", "W", "R")
SPLIT = number(2021, 4, 1)  # F3 and P3 divide into apprenticeships and other work from the year to March 2022


@dataclass(frozen=True)
class Standing:
    """How a care leaver stands about a birthday. Codes are those of the 903's OC3."""

    touch: str
    lives: str
    suitable: str
    does: str


def last_care(child: Child) -> Care | None:
    """The period of care whose end made the child a care leaver."""
    for case in reversed(child.cases):
        if case.leaving_from < 10**6 and case.cares:
            return case.cares[-1]
    return None


def standing(deck: Deck, child: Child, age: int) -> Standing:
    """The standing about the birthday of this age; much of it carries on from the year before."""
    care = last_care(child)
    stays = care is not None and care.reason == "E17"
    lives, does = ("Z" if stays else ""), ""
    touch = "YES"
    left = min(age_on(child.born, care.end), age) if care else 17
    for at in range(left, age + 1):
        deck.cut(child.key * 19 + at)
        touch = deck.pick(TOUCH)
        if not lives or (deck.happens(0.3) and at > left):
            lives = deck.pick(LIVES)
        if not does or deck.happens(0.4):
            does = deck.pick(DOES)
    if child.does[0] == age:
        does = child.does[1]
    if lives == "T" and age < 18:
        lives = "D"
    if touch != "YES":
        return Standing(touch, "0", "", "0") if touch in ("NO", "REFU") else Standing(touch, lives, "1", does)
    return Standing(touch, lives, "2" if lives in UNSUITABLE or deck.happens(0.04) else "1", does)


def eligibility(child: Child, day: int) -> str:
    """The care leaver's entitlement on the day."""
    if age_on(child.born, day) >= 18:
        return "Former relevant"
    return "Relevant"
