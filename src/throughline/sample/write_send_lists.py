"""Writes Ofsted's two lists of children with special educational needs: those with an EHC plan in force, and
those on SEN support, as at a day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from throughline.returns.send_lists_out import HEADINGS, SHEET, SUPPORT, SUPPORT_HEADINGS
from throughline.sample.as_at import AsAt, Row
from throughline.sample.people import YEAR
from throughline.sample.sen2_rows import reviewed
from throughline.sample.send import NEEDS, SCHOOLS, Pupil, Request, pupil, requests
from throughline.sample.write_annex_a import write_sheets

SUPPORTED, FIRST_KEY = 1_400, 850_001


def write_send_lists(path: Path, at: AsAt) -> None:
    """A workbook of two sheets."""
    lists = {SHEET: [HEADINGS, *_plans(at)], SUPPORT: [SUPPORT_HEADINGS, *_supported(at)]}
    write_sheets(path, "SEND lists", at.date, lists)


def _plans(at: AsAt) -> Iterator[Row]:
    """A line for each plan in force."""
    for each in requests(at):
        if each.issued and each.planned <= at.day < each.ended:
            need, school, phase, second, *rest = _at_school(at, each.pupil, each.needs[0], each.school)
            yield (*_who(at, each.pupil), *_days(each, at.day), need, school, phase, second, "No", *rest)


def _days(request: Request, day: int) -> Row:
    """When the plan was issued, and last reviewed; none has been issued anew."""
    review = reviewed(request, day).get("LastReview")
    return date.fromordinal(request.planned), None, date.fromisoformat(review) if review else None


def _supported(at: AsAt) -> Iterator[Row]:
    """Children of school age on SEN support."""
    for key in range(FIRST_KEY, FIRST_KEY + SUPPORTED):
        at.deck.cut(key)
        child = pupil(at.deck, key, at.day - int((5 + 11 * at.deck.next()) * YEAR), at.day, "")
        need, school = at.deck.pick(NEEDS), at.deck.one_of(SCHOOLS)
        yield (*_who(at, child), *_at_school(at, child, need, school))


def _who(at: AsAt, child: Pupil) -> Row:
    born = date.fromordinal(child.born)
    return str(child.key), child.upn_on(at.day), "", born, child.sex, child.ethnicity


def _at_school(at: AsAt, child: Pupil, need: str, school: str) -> Row:
    """The first need, the school, and how it goes there."""
    at.deck.cut(child.key * 67)
    phase = "Secondary" if at.day - child.born > 11.5 * YEAR else "Primary"
    suspensions = at.deck.whole(1, 4) if at.deck.happens(0.08) else 0
    absence = f"{max(0.0, at.deck.around(9, 5)):.1f}%"
    premium = "Yes" if at.deck.happens(0.4) else "No"
    disabled = "Yes" if need in ("PD", "HI", "VI", "PMLD") or at.deck.happens(0.3) else "No"
    known = "Yes" if child.known else "No"
    return need, school, phase, "", suspensions, 0, absence, premium, known, "", disabled
