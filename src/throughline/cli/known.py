"""Whether an earlier load was asked for, and what it said."""

from __future__ import annotations

from throughline.cli.options import Asked, Options, say
from throughline.counting.answers import Answers
from throughline.loads.counts import answers_about, answers_now, is_counted
from throughline.loads.home import Council
from throughline.loads.known import Known, is_served, known_at


def add_known_at(options: Options) -> None:
    """--known-at, a load."""
    options.add_argument(
        "--known-at",
        default="",
        metavar="LOAD",
        help="what was known then: the number of a load, or a day such as 2026-05-03",
    )


def known_of(asked: Asked, council: Council) -> Known | None:
    """The load that was asked for; None where none was, or where it is the one that is served. Raises
    `Refused` where there is none such."""
    known = known_at(council, asked.known_at) if asked.known_at else None
    if known is None or is_served(council, known):
        return None
    say(f"As known on {known.said}.")
    return known


def answers_of(council: Council, known: Known | None) -> Answers:
    """What a load said, or what is served now; counted here and now if the catalogue has changed since."""
    if known is None:
        return answers_now(council)
    if not is_counted(council, known.snapshot):
        say("Counting that record by today's catalogue.")
    return answers_about(council, known.snapshot)
