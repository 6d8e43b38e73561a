"""Say whether the newest data are late, for a monitor or a nightly job: a dead man's switch.

The exit code is 0 while the newest data of every council here are no older than `late_after_days` in
settings.toml, a load came by the hour `loads.by` (if one is set), and the record is whole on the disk; 1 when
that is not so of any, or none have come: a job that never ran is found out too. What is wrong is said on
standard error, all else on standard output. With --mail the operator is told by mail as well, once a day.

Examples:
  throughline late
  throughline late --mail
  throughline late --council saltscar > /dev/null || echo "tell somebody"
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

from throughline.cli.options import Asked, Options, add_council, add_mail, in_private, of
from throughline.errors import Refused
from throughline.loads import lateness
from throughline.loads.home import councils, home_folder
from throughline.web import home
from throughline.web.mail import mail_once_a_day


def options(command: Options) -> None:
    """What may be typed after `late`."""
    add_council(command)
    add_mail(command, "tell the operator by mail when something is late, once a day")


def run(asked: Asked) -> int:
    """0 when nothing is late, 1 when something is."""
    in_private()
    expected, now = home.read(home_folder()).expected, lateness.now_in_england()
    several = [of(asked)] if asked.council else councils(home_folder())
    told = [lateness.state(council, expected, now) for council in several]
    if not told:
        told = [(True, "No data have been received yet: throughline receive FOLDER.")]
    for wrong, line in told:
        print(line, file=sys.stderr if wrong else sys.stdout)
    late = [line for wrong, line in told if wrong]
    if late and asked.mail:
        tell(late, now.date())
    return int(bool(late))


def tell(late: Sequence[str], today: date) -> None:
    """Tell the operator by mail, once a day; that it could not be done is said, and changes no exit code."""
    do = "The pages go on showing the data there are, with a notice at the top."
    try:
        mail_once_a_day(home_folder(), "late", today, "data are late", [*late, "", do])
    except Refused as refused:
        print(refused, file=sys.stderr)
