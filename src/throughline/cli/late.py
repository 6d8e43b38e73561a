"""Say whether the newest data are late, for a monitor or a nightly job: a dead man's switch.

The exit code is 0 while the newest data of every council here are no older than `late_after_days` in
settings.toml, and 1 when any are older, or none have come: a job that never ran is found out too. What is
late is said on standard error, all else on standard output.

Examples:
  throughline late
  throughline late --council saltscar > /dev/null || echo "tell somebody"
"""

from __future__ import annotations

import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

from throughline.cli.options import Asked, Options, add_council, of
from throughline.errors import Refused
from throughline.loads.approving import held
from throughline.loads.home import Council, councils, home_folder
from throughline.record.periods import said
from throughline.web import home

ENGLAND = ZoneInfo("Europe/London")


def options(command: Options) -> None:
    """What may be typed after `late`."""
    add_council(command)


def run(asked: Asked) -> int:
    """0 when nothing is late, 1 when something is."""
    several = [of(asked)] if asked.council else councils(home_folder())
    if not several:
        raise Refused("No data have been received yet.", do="Receive a return: throughline receive FOLDER")
    limit = home.read(home_folder()).late_after_days
    lines = [told(council, today(), limit) for council in several]
    for late, line in lines:
        print(line, file=sys.stderr if late else sys.stdout)
    return int(any(late for late, _ in lines))


def today() -> date:
    """Today in England, wherever the server's clock is set."""
    return datetime.now(ENGLAND).date()


def told(council: Council, today: date, limit: int) -> tuple[bool, str]:
    """Whether a council's data are late, and a sentence that says how old they are."""
    now = council.current()
    if now is None:
        return True, f"{council.name}: no data are in yet.{waiting(council)}"
    day = date.fromisoformat(now["as_at"])
    days = (today - day).days
    old = (
        f"{council.name}: the newest data are as at {said(day)}, {days} {'day' if days == 1 else 'days'} old"
    )
    if days <= limit:
        return False, f"{old}: not late."
    return True, f"{old}, and late after {limit}.{waiting(council)}"


def waiting(council: Council) -> str:
    """What may be the reason: loads that wait for approval."""
    many = len(held(council))
    held_ = f"{many} load is held" if many == 1 else f"{many} loads are held"
    return f" {held_}: see throughline approve." if many else ""
