"""Published figures as a page asks for them: of which council, by which model of neighbours, to which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.http import Http404

from throughline.blocks.asking import Ask
from throughline.comparators.beside import Beside, beside, years_to
from throughline.comparators.library import Figure, Figures, Library, library
from throughline.comparators.places import MODELS, Model, Place
from throughline.comparators.series import Series, Unit, every_series
from throughline.counting.trends import is_event
from throughline.errors import Refused
from throughline.measures.kinds import Measure, Share
from throughline.record.periods import Period, as_at, said, twelve_months_to

NOT_SET = Refused(
    "Which council’s published figures stand beside these has not been said.",
    do="Whoever runs the server can set gss_code in settings.toml.",
)


@dataclass(frozen=True, kw_only=True)
class Told:
    """One series as published of the council that this one is, or stands for; `years` are those over by the
    page's day, the first first."""

    series: Series
    council: Place
    model: Model
    figures: Figures
    library: Library
    years: tuple[int, ...]

    def beside(self, year: int) -> Beside:
        """The figures of one year: own, neighbours', region's, England's."""
        return beside(self.figures, self.council, self.model, year)

    @property
    def source(self) -> str:
        """The file and column they are from, and when that came."""
        came = (
            f"received {said(self.figures.at.date())}" if self.figures.at else "as it came with the software"
        )
        return f"{self.figures.file}, {came}: {self.figures.found_in.replace(' | ', ', ')}"


def series_of(ask: Ask) -> Series | None:
    """The series the page is about, or that its measure is compared with; None for a measure that is compared
    with none. Raises Http404 for a series that is none."""
    if "series" not in ask.about:
        return every_series()[ask.measure().compare] if ask.measure().compare else None
    if ask.about["series"] not in every_series():
        raise Http404
    return every_series()[ask.about["series"]]


def told(ask: Ask, series: Series) -> Told:
    """What is published of a series. Raises `Refused` where no council is set, or nothing is here of it."""
    if not settings.GSS_CODE:
        raise NOT_SET
    here = library(Path(settings.HOME))
    council, figures = here.places.council(settings.GSS_CODE), here.figures(series)
    years = years_to(figures, council, ask.day) if figures else []
    if figures is None or not years:
        raise Refused(
            f"Nothing published of this by {said(ask.day)} is here for {council.name}.",
            do="Published files are taken in with: throughline comparators FILE",
        )
    return Told(
        series=series,
        council=council,
        model=chosen_model(ask),
        figures=figures,
        library=here,
        years=tuple(years),
    )


def chosen_model(ask: Ask) -> Model:
    """By which model the neighbours are. Raises Http404 for one there is not."""
    asked = ask.chosen.get("neighbours", MODELS[0])
    for model in MODELS:
        if model == asked:
            return model
    raise Http404


def live_period(measure: Measure, ends: date) -> Period:
    """The period of our own figure that a published one ends with."""
    return twelve_months_to(ends) if is_event(measure) else as_at(ends)


def in_unit(measure: Measure, value: float | None) -> float | None:
    """A value of ours in the unit that is published: a share as per cent."""
    return value * 100 if value is not None and isinstance(measure, Share) else value


def words(unit: Unit, found: Figure | None) -> str:
    """A published figure in words: its value, or its mark with what that means."""
    if found is None:
        return "no figure"
    if found.value is not None:
        return unit.written(found.value)
    return f"{found.mark or 'blank'} ({found.meaning})"


def placed(found: Beside) -> str:
    """Where the council stands among its neighbours, in words; blank where that is not known."""
    if found.place is None:
        return ""
    joint = "joint " if found.level else ""
    if found.place == 1:
        return f"{joint}highest of {found.ranked}"
    if found.place + found.level == found.ranked:
        return f"{joint}lowest of {found.ranked}"
    return f"{joint}{found.place}{ending(found.place)} highest of {found.ranked}"


def finding(of: Told, found: Beside) -> str:
    """What is published, as a sentence."""
    unit = of.series.unit
    told_of = f"Published for {of.council.name}, {of.series.year.said(found.year)}: {words(unit, found.own)}"
    where = placed(found)
    among = f", the {where} among its neighbours and itself" if where else ""
    middle = f"; their middle is {unit.written(found.middle)}" if found.middle is not None else ""
    return f"{told_of}{among}{middle}"


def ending(number: int) -> str:
    """What follows a number in its place: 1st, 2nd, 3rd, 4th.

    >>> [f"{number}{ending(number)}" for number in (1, 2, 3, 4, 11)]
    ['1st', '2nd', '3rd', '4th', '11th']
    """
    return {1: "st", 2: "nd", 3: "rd"}.get(number, "th") if number < 11 else "th"
