"""The columns of days of a sheet: how each is written is settled by what it shows itself, then by the other
columns of its file, by what the council told us, and by the return's guide; else it is a question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from throughline.record.columns import Date
from throughline.returns.days import (
    FIRST_1900,
    FIRST_1904,
    Order,
    all_serial,
    as_days,
    counted_from,
    either_way,
    evidence,
    order_shown,
)
from throughline.returns.headings import Known, folded, heading_of
from throughline.returns.told import (
    DAY_FIRST,
    DAYS,
    FROM_1900,
    FROM_1904,
    MONTH_FIRST,
    Choice,
    Question,
    Subject,
    Told,
)

BORN = re.compile(r"dob|birth|born")
TO_COME = re.compile(r"expect|due")  # of a child not born yet, the day may be after today
TWO_FIGURES = r"^\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}(?:\D|$)"
NOTHING_SHOWS = Order(True, False)
SHOWN = {DAY_FIRST: Order(True, True), MONTH_FIRST: Order(False, True)}
NUMBERS = ("", "numbers")  # what tells one question about a column from the other
COUNTED = {FROM_1900: FIRST_1900, FROM_1904: FIRST_1904}
EITHER = "may be day first or month first, and nothing in the file shows which."
NUMBERED = "is a spreadsheet's number of a day, and nothing in the file shows from which year it counts."
ANSWER_IT = "Say which: throughline questions."


@dataclass(frozen=True, eq=False)
class Dated:
    """A column of days as read: `days`, blank where a text is none or is doubtful; `doubtful`, which texts
    could be two days, and `doubt`, why."""

    days: pl.Series
    order: Order
    doubtful: pl.Series
    doubt: str = ""


@dataclass(frozen=True, eq=False)
class Ways:
    """What the files, the guide and the council say of how a sheet's days are written."""

    named: str
    known: Known
    told: Told
    own: Mapping[str, Order]
    of_file: Order
    numbers_from: date | None

    @classmethod
    def of(cls, named: str, known: Known, told: Told, texts: Mapping[str, pl.Series]) -> Ways:
        """By all the columns of days of one sheet. Columns that show both ways show nothing of a third."""
        seen = {name: evidence(text) for name, text in texts.items()}
        own = {name: order_shown([each]) for name, each in seen.items()}
        whole = order_shown(list(seen.values()))
        if len({order.day_first for order in own.values() if order.shown}) > 1:
            whole = NOTHING_SHOWS
        numbers = [text for text in texts.values() if all_serial(text)]
        start = counted_from(numbers, told.today) if numbers else None
        return cls(named, known, told, own, whole, start)

    def read(self, column: Date, text: pl.Series) -> Dated:
        """One column of days, blank where it cannot be known."""
        if all_serial(text):
            return self.numbered(column, text)
        order = self.order(column)
        days = as_days(text, order)
        doubtful = self.doubtful(text, days, order)
        if doubtful.any():
            self.ask(column, text.filter(doubtful)[0], SHOWN)
            days = pl.select(pl.when(~doubtful).then(days)).to_series()
        return Dated(days, order, doubtful, EITHER)

    def doubtful(self, text: pl.Series, days: pl.Series, order: Order) -> pl.Series:
        """Which texts could be two days: where the guide says nothing, those that are another day the other
        way round; and in any file, a year of two figures, which could be the day."""
        if order.shown:
            return pl.Series([False] * len(text))
        short = text.str.contains(TWO_FIGURES).fill_null(False)
        if self.known.given.reads.day_first:
            return short
        return short | (days.is_not_null() & either_way(text).is_null())

    def order(self, column: Date) -> Order:
        """The way a column's days in words are written, on the best evidence there is."""
        said = SHOWN.get(self.told.answer(self.subject(column, SHOWN)) or "", NOTHING_SHOWS)
        tries = (self.own[column.short], said, self.of_file)
        order = next((each for each in tries if each.shown), NOTHING_SHOWS)
        return replace(order, born_by=self.told.today if of_birth(column) else None)

    def numbered(self, column: Date, text: pl.Series) -> Dated:
        """A column of a spreadsheet's bare numbers."""
        answer = self.told.answer(self.subject(column, COUNTED))
        start = COUNTED.get(answer or "", self.numbers_from)
        if start:
            days = as_days(text, replace(NOTHING_SHOWS, counts_from=start))
            return Dated(days, NOTHING_SHOWS, pl.Series([False] * len(text)))
        self.ask(column, text.drop_nulls()[0], COUNTED)
        nothing = pl.Series([None] * len(text), dtype=pl.Date)
        return Dated(nothing, NOTHING_SHOWS, text.is_not_null(), NUMBERED)

    def subject(self, column: Date, answers: Mapping[str, object]) -> Subject:
        """What is asked about a column of days: its order, or what its bare numbers count from."""
        given, table = self.known.given, self.known.given.named(self.known.table)
        return Subject(DAYS, given.title, table, folded(heading_of(column)), NUMBERS[answers is COUNTED])

    def ask(self, column: Date, example: str, answers: Mapping[str, object]) -> None:
        """Ask how the days of a column are written, by one of them."""
        subject, heading = self.subject(column, answers), heading_of(column)
        if self.told.answer(subject) is not None:
            return
        asks = f"How are the days of {heading} written, such as “{example}”?"
        choices = tuple(Choice(answer, words(answer, example)) for answer in answers)
        self.told.ask(Question(subject, self.named, asks, choices, likely=True))


def of_birth(column: Date) -> bool:
    """Whether a column holds days of birth of people who are born."""
    name = f"{column.short} {heading_of(column)}".lower()
    return bool(BORN.search(name)) and not TO_COME.search(name)


def words(answer: str, example: str) -> str:
    """An answer with what the example would then be."""
    text = pl.Series([example])
    order = SHOWN[answer] if answer in SHOWN else replace(NOTHING_SHOWS, counts_from=COUNTED[answer])
    day = as_days(text, order)[0]
    return f"{answer}: that is {day.day} {day:%B %Y}" if day else answer
