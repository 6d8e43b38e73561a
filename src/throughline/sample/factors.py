"""The factors that an assessment finds."""

from collections.abc import Iterable

from throughline.sample.chance import Deck
from throughline.sample.days import age_on, number
from throughline.sample.journey import Assessment

# New codes of the census of 2021 and of 2022.
SPLIT_ABUSE, EXPLOITED = number(2020, 4, 1), number(2021, 4, 1)


def factors_of(deck: Deck, a: Assessment) -> list[str]:
    """What the assessment found. Shares are near those published for 2017/18: parents' mental health 35 %,
    domestic abuse of a parent 32 %, neglect 26 %."""
    if a.factors:
        return a.factors
    deck.cut(a.key * 31)
    age = age_on(a.case.child.born, a.signed)
    shares = {
        "4B": 0.35, "3B": 0.32, "16A": 0.26, "17A": 0.24, "2B": 0.17, "1B": 0.15, "3A": 0.13, "3C": 0.05,
        "4C": 0.05, "2C": 0.03, "1C": 0.03, "5B": 0.03, "6B": 0.05, "20": 0.07, "7A": 0.04,
        "18": 0.13, "19": 0.055, "4A": 0.05 if age < 11 else 0.19, "5A": 0.07, "6A": 0.04,
    }  # fmt: skip
    if age >= 11:
        shares |= {"14A": 0.09, "15A": 0.06, "10A": 0.05, "11A": 0.05, "2A": 0.06, "1A": 0.03, "13A": 0.02,
                   "24A": 0.06 if a.signed >= EXPLOITED else 0.0, "12A": 0.01}  # fmt: skip
    if a.case.need == "N2":
        shares |= {"5A": 0.5, "6A": 0.4, "16A": 0.03, "3B": 0.05, "17A": 0.03, "18": 0.02}
    scale = 0.35 if a.case.path != "need" else 1.08
    found = [code for code, share in shares.items() if deck.happens(min(0.95, share * scale))]
    split = a.signed >= SPLIT_ABUSE
    found = [
        c + (("C" if deck.happens(0.8) else "B") if split else "A") if c in ("18", "19") else c for c in found
    ]
    return in_order(found)


def in_order(codes: Iterable[str]) -> list[str]:
    """Factors as they are written: in the order of their codes, and 21 (none) where there is no other."""
    found = {code for code in codes if code != "21"}
    return sorted(found, key=lambda code: (int(code.rstrip("ABC")), code)) or ["21"]
