"""The rows of one year's SSDA903, as they stood at its 31 March.

Facts of the return (headings, code changes by year, who belongs in which file): the Department's guide, as
restated by open validators of the return. Sex is 1 or 2 to the year 2024 and M, F or U from 2025; placement
H5 is K3 from 2025 and Z1 is Z11 to Z14 from 2026; social workers are returned from 2024.
"""

from collections.abc import Iterator

from throughline.sample.as_at import AsAt, Row
from throughline.sample.care_events import checks, flag, missing, reviews, strengths
from throughline.sample.days import age_on, birthday, number, slashed
from throughline.sample.episodes import episodes, place_code, provider_of, urn_of
from throughline.sample.journey import Care, Child
from throughline.sample.leaving_care import last_care, standing
from throughline.sample.ssd_care import before_care, convicted, misuses
from throughline.sample.ssd_people import upn_of
from throughline.sample.ssd_workforce import registration

LETTERS_SINCE = 2025  # SEX
PERMANENCE_SINCE = number(2016, 4, 1)


class Return:
    """One year: its days, the children looked after in it, and its care leavers."""

    def __init__(self, at: AsAt, ending: int) -> None:
        self.at, self.ending = at, ending
        self.first, self.last = number(ending - 1, 4, 1), number(ending, 3, 31)
        cares = [c for c in at.cares if c.start <= self.last and c.end >= self.first]
        self.cares = sorted(cares, key=lambda c: (c.child.key, c.start))
        self.children = {c.child.key: c.child for c in self.cares}
        self.leavers = {child.key: (child, age) for child, age in self._leavers()}

    def _leavers(self) -> Iterator[tuple[Child, int]]:
        """Care leavers of 17 to 21 whose birthday falls in the year, out of care by then."""
        seen: set[int] = set()
        for care in self.at.cares:
            child = care.child
            last = last_care(child)
            if child.key in seen or last is None:
                continue
            for age in range(17, 22):
                day = birthday(child.born, age)
                if self.first <= day <= self.last and last.end <= day and last.reason not in ("E2", "E3"):
                    seen.add(child.key)
                    yield child, age

    def shown(self, day: int) -> str:
        """The day as DD/MM/YYYY, or nothing if after the year."""
        return slashed(day) if day <= self.last else ""

    def sex(self, child: Child) -> str:
        """The sex code of the year."""
        return child.sex if self.ending >= LETTERS_SINCE else {"M": "1", "F": "2"}[child.sex]


def header(year: Return) -> Iterator[Row]:
    """Every child looked after in the year, and every care leaver reported."""
    for key in sorted(year.children.keys() | year.leavers.keys()):
        child = year.children.get(key) or year.leavers[key][0]
        known, why = upn_of(child, year.last)
        mother, first = "", ""
        if child.sex == "F" and key in year.children:
            baby = child.mother_of if child.mother_of and child.mother_of.born <= year.last else None
            mother, first = ("1", slashed(baby.born)) if baby else ("0", "")
        yield key, year.sex(child), slashed(child.born), child.ethnicity, known or why, mother, first


def episode_rows(year: Return) -> Iterator[Row]:
    """Episodes that touch the year; those open at its end have no DEC or REC."""
    for care in year.cares:
        for e in episodes(care, year.last):
            if e.ended < year.first:
                continue
            hidden = care.is_breaks
            home = "" if hidden or care.goal == "asylum" else year.at.home_on(care.child, e.started)
            yield (
                care.child.key, slashed(e.started), e.why_new, e.status.code, care.need,
                place_code(e.place, year.last), provider_of(e.place), year.shown(e.ended), e.why_ended,
                e.why_moved, home, "" if hidden else e.place.postcode, "" if hidden else urn_of(e.place,
                year.last),
            )  # fmt: skip


def review_rows(year: Return) -> Iterator[Row]:
    """Reviews held in the year."""
    for care in year.cares:
        for r in reviews(year.at.deck, care, year.last):
            if year.first <= r.held <= year.last:
                yield care.child.key, slashed(care.child.born), slashed(r.held), r.part


def asylum(year: Return) -> Iterator[Row]:
    """Unaccompanied asylum-seeking children of the year; the status ceases at eighteen."""
    for care in year.cares:
        if care.goal == "asylum":
            child = care.child
            yield child.key, year.sex(child), slashed(child.born), year.shown(birthday(child.born, 18))


def _whole_year(year: Return) -> Iterator[Care]:
    for care in year.cares:
        if care.start < year.first and care.end > year.last and not care.is_breaks:
            yield care


def _yes(answer: bool) -> str:
    return "1" if answer else "0"


def outcomes(year: Return) -> Iterator[Row]:
    """OC2: children looked after for all of the twelve months to 31 March."""
    deck = year.at.deck
    for care in _whole_year(year):
        child, age = care.child, age_on(care.child.born, year.last)
        had = {
            c.kind for c in checks(deck, care, year.last) if c.day >= year.first and c.status == "Completed"
        }
        score, why = strengths(deck, child, year.ending) if 4 <= age <= 17 else ("", "")
        if age_on(child.born, year.first) >= 17:
            score, why = "", ""
        misused = misuses(year.at, child, year.ending, year.last)
        helped = misused and flag(deck, child, year.ending, 4, 0.6)
        yield (
            child.key, slashed(child.born), score, why,
            _yes(convicted(year.at, child, year.ending, year.last)) if age >= 10 else "",
            _yes(flag(deck, child, year.ending, 5, 0.9)) if age < 5 else "",
            _yes(flag(deck, child, year.ending, 1, 0.63)), _yes("Dental Check" in had),
            _yes("Health Assessment" in had), _yes(misused), _yes(helped) if misused else "",
            _yes(flag(deck, child, year.ending, 6, 0.8)) if misused and not helped else "",
        )  # fmt: skip


def care_leavers(year: Return) -> Iterator[Row]:
    """OC3: how each care leaver stood about the birthday."""
    for key in sorted(year.leavers):
        child, age = year.leavers[key]
        s = standing(year.at.deck, child, age)
        yield key, slashed(child.born), s.touch, s.does, s.lives + s.suitable


def adopted(year: Return) -> Iterator[Row]:
    """AD1: children adopted in the year."""
    for care in year.cares:
        a = care.adoption
        if a and care.reason in ("E11", "E12") and year.first <= care.end <= year.last:
            yield (care.child.key, slashed(care.child.born), slashed(a.decided), slashed(a.matched),
                   _yes(a.by_carer), *a.adopters)  # fmt: skip


def to_be_adopted(year: Return) -> Iterator[Row]:
    """Children it was decided to place for adoption, until adopted or the decision is reversed."""
    for care in year.cares:
        a = care.adoption
        if a and a.decided <= year.last and a.reversed_on >= year.first:
            over = a.reversed_on <= year.last
            yield (care.child.key, slashed(care.child.born), slashed(a.decided),
                   slashed(a.reversed_on) if over else "", a.reversed_why if over else "")  # fmt: skip


def previous_permanence(year: Return) -> Iterator[Row]:
    """Earlier permanence of children who came into care since April 2016; Z1 where there was none."""
    seen: set[int] = set()
    for care in year.cares:
        if care.start >= PERMANENCE_SINCE and care.child.key not in seen and not care.is_breaks:
            seen.add(care.child.key)
            yield care.child.key, slashed(care.child.born), *before_care(care.child)


def missing_rows(year: Return) -> Iterator[Row]:
    """Times missing or away that touch the year."""
    for care in year.cares:
        for away in missing(year.at.deck, care):
            if away.start <= year.last and away.end >= year.first:
                yield (
                    care.child.key,
                    slashed(care.child.born),
                    away.kind,
                    slashed(away.start),
                    year.shown(away.end),
                )


def social_workers(year: Return) -> Iterator[Row]:
    """The workers who held the case of each child looked after in the year."""
    for key in sorted(year.children):
        child = year.children[key]
        stints = [
            s for case in child.cases for s in case.stints if s.start <= year.last and s.end >= year.first
        ]
        if not any(care.open_on(year.last) for care in child.cares):
            stints = [s for s in stints if any(s.start <= c.end and s.end >= c.start for c in child.cares)]
        for s in sorted(stints, key=lambda s: (s.start, s.key)):
            name = f"XX{s.worker}" if s.team == year.at.authority.teams.leavers else registration(s.worker)
            yield key, slashed(child.born), name, slashed(s.start), year.shown(s.end), s.reason
