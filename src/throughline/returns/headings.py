"""Headings: what a file is, known by them alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from throughline.errors import Refused
from throughline.record.codes import Codes
from throughline.record.columns import Code, Column, Date, Flag, Id, Number, Text
from throughline.record.rows import SOURCE_LINE, Table
from throughline.record.snapshots import HeadingRead
from throughline.returns.kinds import Csv, CsvOrWorkbook, LongCsv, Return, Workbook, Xml
from throughline.returns.reading import BLANKS, Sheet
from throughline.returns.told import HEADING, Subject, Told

NOTHING = Told()
CURLED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


class Headed(Column):
    """A column whose heading is not its name: `about` is the heading in full, `also` other spellings,
    `like` what its key words look like (a regular expression on the folded heading)."""

    def __init__(
        self, heading: str, *also: str, like: str = "", required: bool = False, codes: Codes | None = None
    ) -> None:
        super().__init__(heading, required=required, codes=codes)
        self.also, self.like = also, like


class HeadedDate(Headed, Date):
    """A day, under a heading."""


class HeadedText(Headed, Text):
    """Words, under a heading."""


class HeadedId(Headed, Id):
    """What something is known by, under a heading."""


class HeadedCode(Headed, Code):
    """A code, under a heading."""


class HeadedFlag(Headed, Flag):
    """Yes or no, under a heading."""


class HeadedNumber(Headed, Number):
    """A number, under a heading."""


def heading_of(column: Column) -> str:
    """What stands above the column in the file."""
    return column.about if isinstance(column, Headed) else column.short


def who(table: type[Table]) -> Column | None:
    """The column of a return's table that says whom or what a line is about: the first number of somebody
    that it must have; None for a table that must have none."""
    return next(
        (column for column in table.columns.values() if isinstance(column, Id) and column.required), None
    )


@lru_cache(maxsize=1 << 14)
def folded(heading: str) -> str:
    """A heading as it is compared: capitals, curled quotes, runs of blanks and a last ? or ) do not
    count."""
    plain = re.sub(r"\s+", " ", heading.translate(CURLED).strip(BLANKS)).casefold()
    return plain.rstrip("?): ")


@dataclass(frozen=True, eq=False)
class Known:
    """A sheet that may be a table of a return: for each column, the place of its heading, and how that was
    known (see `HeadingRead`)."""

    given: Return
    table: type[Table]
    places: dict[str, int]
    how: dict[str, str]

    @classmethod
    def of(cls, given: Return, table: type[Table], headings: Sequence[str], told: Told = NOTHING) -> Known:
        """A sheet with these headings, taken for a table."""
        found = places_of(headings, table, answers_for(given, table, headings, told))
        places = {name: place for name, (place, _) in found.items()}
        return cls(given, table, places, {name: how for name, (_, how) in found.items()})

    @property
    def lacks(self) -> list[str]:
        """Headings of the table that the sheet does not have."""
        return [heading_of(c) for name, c in self.table.columns.items() if name not in self.places]

    def strange(self, headings: Sequence[str]) -> list[int]:
        """Where headings stand that the table does not have; those that number an element aside."""
        mine = set(self.places.values())
        return [n for n, h in enumerate(headings) if n not in mine and not h.startswith("@")]

    def read_as(self, sheet: Sheet) -> tuple[HeadingRead, ...]:
        """What becomes of each heading of the sheet, in its order; those that number an element aside."""
        names = {place: name for name, place in self.places.items()}
        return tuple(
            HeadingRead(
                sheet.name,
                self.given.named(self.table),
                heading.strip(BLANKS),
                heading_of(self.table.columns[names[place]]) if place in names else None,
                self.how[names[place]] if place in names else "",
            )
            for place, heading in enumerate(sheet.headings)
            if heading.strip(BLANKS) and not heading.startswith("@")
        )

    @property
    def is_it(self) -> bool:
        """Whether that is enough to be this table."""
        required = {name for name, column in self.table.columns.items() if column.required}
        enough = len(self.places) >= self.given.enough * len(self.table.columns)
        return bool(self.places) and enough and required <= self.places.keys()


def recognised(sheet: Sheet, returns: Sequence[Return], told: Told = NOTHING) -> Known:
    """What the sheet is, by its headings and what the council told us of them. Raises `Refused`, naming the
    nearest, if it is no table of any return, or if a heading it needs stands there twice."""
    if sheet.root:
        return element_known(sheet, returns)
    kinds = (CsvOrWorkbook, Workbook) if sheet.title else (CsvOrWorkbook, Csv, LongCsv)
    best = likest(sheet, returns, kinds, told)
    if sheet.title and not (best and best.is_it):  # a CSV file that somebody saved as a workbook
        saved = likest(sheet, returns, (Csv,), told)
        best = saved if saved and saved.is_it else best
    if best is None or not best.is_it:
        check_passed_over(sheet, returns)
        raise Unknown(f"{sheet.name} is no return we know.{nearest(best)}", "Look at its headings.", best)
    check_doubled(sheet, best)
    return best


def likest(sheet: Sheet, returns: Sequence[Return], kinds: Sequence[type[Csv]], told: Told) -> Known | None:
    """The table that a sheet is most like, of the returns that come in these kinds of files."""
    tries = [
        Known.of(given, table, sheet.headings, told)
        for given in returns
        if type(given.reads) in kinds
        for table in given.files.values()
    ]
    return max(tries, key=lambda known: (known.is_it, len(known.places), -len(known.lacks)), default=None)


def element_known(sheet: Sheet, returns: Sequence[Return]) -> Known:
    """What an element of an XML file is: the table of its name."""
    for given in returns:
        if isinstance(given.reads, Xml) and given.reads.elements[0] == sheet.root:
            for table in given.files.values():
                if table.__name__ == sheet.title:
                    return Known.of(given, table, sheet.headings)
            holder = sheet.title in given.reads.elements and all(h.startswith("@") for h in sheet.headings)
            if holder or sheet.title in given.reads.passed:
                raise PassedOver(f"{sheet.title} of {sheet.name} says nothing that we read.")
    inside = ", ".join(heading for heading in sheet.headings if not heading.startswith("@"))
    line = sheet.cells.get_column(SOURCE_LINE)[0]
    raise Refused(f"{sheet.name}: {inside} in “{sheet.title}” (line {line}) is nothing we know.")


@dataclass
class Unknown(Refused):
    """A sheet that is no table of any return; `best` is the one it is most like, if there is one."""

    best: Known | None = None


class PassedOver(Refused):
    """A table that a return knows and that fills nothing yet: it is no fault to send it."""


def check_passed_over(sheet: Sheet, returns: Sequence[Return]) -> None:
    """Tell a table that fills nothing yet from a file we do not know."""
    for given in returns:
        if given.passes_over and any(re.match(given.passes_over, folded(name)) for name in sheet.headings):
            raise PassedOver(f"{sheet.name} belongs to “{given.title}”, and fills nothing.")


def nearest(best: Known | None) -> str:
    """How near it came, if it came near at all."""
    if best is None or len(best.places) < 2:
        return ""
    lacks = ", ".join(best.lacks[:5])
    return f" It is most like {best.given.named(best.table)} of {best.given.title}, but lacks {lacks}."


def subject_of(given: Return, table: type[Table], heading: str) -> Subject:
    """What is asked about a heading that a table does not know."""
    return Subject(HEADING, given.title, given.named(table), folded(heading))


def answers_for(given: Return, table: type[Table], headings: Sequence[str], told: Told) -> dict[int, str]:
    """What the council told us of these headings: the column of each by its place, or that it is nothing."""
    if not told.answers:
        return {}
    answers = {n: told.answer(subject_of(given, table, h)) for n, h in enumerate(headings)}
    return {n: answer for n, answer in answers.items() if answer is not None}


def places_of(
    headings: Sequence[str], table: type[Table], answers: Mapping[int, str]
) -> dict[str, tuple[int, str]]:
    """Where each column of the table stands, and how that is known: by its heading or another spelling, else
    by what the council answered of a place, else by key words."""
    found: dict[str, tuple[int, str]] = {}
    names = [folded(heading) for heading in headings]
    for name, column in table.columns.items():
        for number, spelt in enumerate(map(folded, spellings(column))):
            if spelt in names:
                found[name] = names.index(spelt), "alias" if number else "name"
                break
    taken = {place for place, _ in found.values()}
    for place, name in answers.items():
        if place not in taken and name in table.columns:
            found.setdefault(name, (place, "told"))
        taken.add(place)
    for name, column in table.columns.items():
        if name in found or not isinstance(column, Headed) or not column.like:
            continue
        alike = (n for n, text in enumerate(names) if n not in taken and re.search(column.like, text))
        if (first := next(alike, None)) is not None:
            found[name] = first, "alike"
            taken.add(first)
    return found


def spellings(column: Column) -> tuple[str, ...]:
    """The headings a column is known by, its own first."""
    return (heading_of(column), *(column.also if isinstance(column, Headed) else ()))


def check_doubled(sheet: Sheet, known: Known) -> None:
    """A heading that stands twice leaves it open which column is meant."""
    names = [folded(heading) for heading in sheet.headings]
    for place in known.places.values():
        if names.count(names[place]) > 1:
            heading = sheet.headings[place].strip(BLANKS)
            raise Refused(
                f"{sheet.name} has two columns headed {heading}.", do="Keep one, and send it again."
            )
