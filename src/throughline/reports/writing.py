"""Write a report to a file, or make it for the site."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from weakref import WeakKeyDictionary

from django.conf import settings

from throughline.counting.answers import Answers
from throughline.errors import Refused
from throughline.loads.counts import answers_about, answers_now
from throughline.loads.home import FIRST_COUNCIL, Council
from throughline.loads.known import Known
from throughline.pages.days import day_asked
from throughline.people.roles import DIRECTOR, ROLES, Role
from throughline.reports.composing import compose
from throughline.reports.kinds import Report, reports
from throughline.reports.reader import ask_for
from throughline.reports.to_pdf import to_pdf

Say = Callable[[str], None]
Made = tuple[str, str, date, str, Known | None]
MOST_KEPT = 24

_made: WeakKeyDictionary[Answers, dict[Made, bytes]] = WeakKeyDictionary()


def write_report(
    council: Council,
    name: str,
    *,
    as_at: date | None = None,
    known: Known | None = None,
    to: Path | None = None,
    say: Say = lambda text: None,
    role: Role = DIRECTOR,
) -> Path:
    """Write a report as PDF, for a role, and say where it is: `to`, or its own name and day here. Its figures
    are what is served now, or what was `known` at an earlier load.

    Raises `Refused`, in words, where there is no such report, where it, or an earlier load, is not for that
    role, where the day is not one to ask for or nothing has been received, or where the file cannot be
    written."""
    report = report_named(name)
    check_role(report, name, role, known)
    answers = answers_about(council, known.snapshot) if known else answers_now(council)
    day = day_asked(as_at.isoformat() if as_at else "", answers.snapshot, any_day=role.splits)
    pdf = make_pdf(report, name, answers, day, role, council_title(council), say, known)
    file = to or Path(file_name(name, day, known))
    try:
        file.write_bytes(pdf)
    except OSError as error:
        raise Refused(f"{file} cannot be written: {error.strerror}.", do="Name another with --to.") from None
    return file


def check_role(report: Report, name: str, role: Role, known: Known | None) -> None:
    """Raises `Refused` where a report, or what an earlier load said, is not for a role."""
    if role not in report.seen_by:
        roles = ", ".join(key for key, each in ROLES.items() if each in report.seen_by)
        raise Refused(f"“{name}” is not for the role {role.key}.", do=f"It is for: {roles}.")
    if known and not role.splits:
        raise Refused(
            f"What an earlier load said is not for the role {role.key}.", do="Leave out --known-at."
        )


def make_pdf(
    report: Report,
    name: str,
    answers: Answers,
    day: date,
    role: Role,
    council: str,
    say: Say = lambda text: None,
    known: Known | None = None,
) -> bytes:
    """The report as PDF; made once for a role and a day, for as long as its answers are served."""
    kept = _made.setdefault(answers, {})
    key = (name, role.key, day, council, known)
    if key not in kept:
        say("Drawing its charts.")
        paper = compose(report, ask_for(role, answers, day, known=known), council)
        say("Printing.")
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[key] = to_pdf(paper, answers.snapshot.as_at)
    return kept[key]


def report_named(name: str) -> Report:
    """The report of this name. Raises `Refused` with the names there are."""
    known = reports()
    if name not in known:
        raise Refused(f"There is no report “{name}”.", do=f"There is: {', '.join(known)}.")
    return known[name]


def file_name(name: str, day: date, known: Known | None = None) -> str:
    """What a report's file is called when nobody says."""
    return f"{name}_{day}{f'_as_known_at_load_{known.number}' if known else ''}.pdf"


def council_title(council: Council) -> str:
    """The council's name as the settings say, or else as its folder is called."""
    folder = "" if council.name == FIRST_COUNCIL else council.name
    return str(settings.COUNCIL) or folder.replace("-", " ").title() or "Throughline"
