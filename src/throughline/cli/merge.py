"""Say that two ids are one child's, or take that back.

Give the id that is no more, then the id the child has now. Both are kept: all that is known under the first
is shown under the second, from now on and in every later record. Nothing received is changed, and --undo
leaves the very record there was before. What the case system has merged comes as its own list and needs no
command. With no id, what is merged is listed.

Examples:
  throughline merge
  throughline merge 20417 20588 --day 2026-10-14
  throughline merge 20417 20588 --undo
"""

from __future__ import annotations

from datetime import datetime

from throughline.cli.options import Asked, Options, add_council, day, in_private, of, say
from throughline.errors import Refused
from throughline.loads.exporting import served
from throughline.loads.home import Council
from throughline.loads.merges import MERGES
from throughline.loads.merging import merge, undo
from throughline.record.identity import MergedIds
from throughline.record.periods import said


def options(command: Options) -> None:
    """What may be typed after `merge`."""
    command.add_argument(
        "ids", nargs="*", metavar="ID", help="the id that is no more, then the child's id now"
    )
    command.add_argument("--undo", action="store_true", help="take back what was said of these two ids")
    command.add_argument(
        "--day", type=day, metavar="DAY", help="the day from which it holds; at once if not said"
    )
    add_council(command)


def run(asked: Asked) -> int:
    """Merge, take back, or list."""
    in_private()
    council = of(asked)
    if not asked.ids:
        print(told(council))
        return 0
    if len(asked.ids) != 2:
        raise Refused(
            "A merge is of two ids.", do="Give the id that is no more, then the id the child has now."
        )
    former, child = asked.ids
    if asked.undo:
        undo(council, former, child, say)
        print("Taken back: the record is as if it had never been said.")
    else:
        merge(council, former, child, day=asked.day, say=say)
        print("Merged. Take it back with --undo.")
    return 0


def told(council: Council) -> str:
    """Every id that is another's: first those that people said, then those that the files say."""
    snapshot, now = served(council), council.current() or {}
    people = {
        (said_["former"], said_["child"]): f"merged by {said_['by']}, {on(said_['at'])}"
        for said_ in now.get(MERGES, ())
        if not said_["undone"]
    }
    rows = snapshot.frames[MergedIds].sort(MergedIds.former)
    cells = rows.select(MergedIds.child, MergedIds.former, MergedIds.told).iter_rows()
    files = {(former, str(child)): how for child, former, how in cells}
    every = people | {ids: how for ids, how in files.items() if ids not in people}
    lines = [f"{former} is {child}: {how}" for (former, child), how in every.items()]
    return "\n".join(lines) or "No id is merged into another."


def on(at: str) -> str:
    """A moment as its day in words."""
    return said(datetime.fromisoformat(at).date())
