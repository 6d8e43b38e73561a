"""What a figure is about, in the words that tell it from others: so that “Children looked after total” and
“Looked after children” are known for one thing."""

from __future__ import annotations

import re
from functools import lru_cache

from throughline.figures.reading import Figure

Words = frozenset[str]
SAME = {"ks1": "key stage 1", "ks2": "key stage 2", "ks4": "key stage 4", "percentage": "%", "percent": "%"}
SMALL = frozenset("the a an of in at to by for from and or is with total number start end".split())
CHANGES = frozenset(
    "increase increased decrease decreased rise rose fall fell change changed reduction growth drop".split()
)
WHEN = frozenset("previous last year years vs compared comparing than as printed".split())
COUNTED = re.compile(r"count|stock|number|families|children|people")


@lru_cache(maxsize=4096)
def words_of(text: str) -> Words:
    """The words that matter: without what is in brackets, small words, and the s of a plural."""
    plain = re.sub(r"\([^)]*\)", " ", text.lower())
    for short, long in SAME.items():
        plain = re.sub(rf"\b{short}\b", long, plain)
    return frozenset(singular(word) for word in re.findall(r"%|[a-z0-9]+", plain) if word not in SMALL)


def singular(word: str) -> str:
    """A word without the s of its plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def is_percentage(figure: Figure) -> bool:
    """Whether it is a percentage."""
    return figure.unit.strip() == "%"


def is_count(figure: Figure) -> bool:
    """Whether it is how many of something."""
    return COUNTED.match(figure.unit.lower()) is not None and figure.number is not None


def is_total(figure: Figure) -> bool:
    """Whether it is of all groups together."""
    return not figure.breakdown or figure.breakdown.lower().startswith(("all", "total"))


def key_of(breakdown: str) -> str:
    """By what a figure is parted: the word before =, where it is said so."""
    return breakdown.split("=")[0].strip().lower() if "=" in breakdown else ""


def years_in(text: str) -> list[int]:
    """The years that are named; of 2015/16 or 2015-16 the one it ends in."""
    found = re.finditer(r"\b((?:19|20)\d\d)(?:[/-](\d\d)(?!\d|-))?", text)
    return [
        int(each[1]) + 1 if each[2] == f"{(int(each[1]) + 1) % 100:02}" else int(each[1]) for each in found
    ]
