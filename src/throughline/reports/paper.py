"""A report before it is printed: words, figures, pictures and tables in order, and nothing of their looks.

What writes PDF reads these alone, and so does what writes plain text; neither knows blocks or measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading: 1 begins a section (on a new sheet unless it `runs_on`), 2 a part of one, 3 a finding."""

    text: str
    level: Literal[1, 2, 3]
    runs_on: bool = False


@dataclass(frozen=True, kw_only=True)
class Words:
    """A paragraph. A *lede* is larger, *quiet* smaller."""

    text: str
    looks: Literal["lede", "plain", "quiet"] = "plain"


@dataclass(frozen=True, kw_only=True)
class Number:
    """One headline figure. `wordy` where there are words in place of a number: “not available”."""

    title: str
    words: str
    says: str
    wordy: bool


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Headline figures in a row."""

    numbers: tuple[Number, ...]


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that changed: its mark (an SVG) with what the mark says, the finding, and why."""

    svg: str
    described: str
    title: str
    says: str


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What changed, the most telling first."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """Figures under their columns' headings; the first cell of a row is its name. A long and narrow one
    stands in `beside` parts side by side."""

    says: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    beside: int = 1


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A chart with the sentence above it and its figures below. `described` is for who cannot see it;
    a picture without it is refused. With no `svg` there is nothing to draw."""

    finding: str
    what: str
    svg: str
    described: str
    says: str
    table: Table
    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar: its name, its figure, what stands beside it, and how long it is, from 0 to 1."""

    name: str
    words: str
    says: str
    long: float


@dataclass(frozen=True, kw_only=True)
class Bars:
    """One measure by groups, with the sentence above it. The bars' table is the table of figures too."""

    finding: str
    what: str
    columns: tuple[str, str]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, kw_only=True)
class Term:
    """What one measure means, as facts under their headings."""

    title: str
    says: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Terms:
    """Definitions, in the order of the journey."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, kw_only=True)
class Contents:
    """The sections, each with what it is about; what prints it adds where each begins."""

    sections: tuple[tuple[str, str], ...]


Part: TypeAlias = Heading | Words | Contents | Numbers | Changes | Table | Picture | Bars | Terms


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A whole report. `facts` say as at when, of which data, and for whom; `foot` is on every sheet."""

    council: str
    title: str
    dates: str
    facts: tuple[tuple[str, str], ...]
    foot: str
    parts: tuple[Part, ...]
