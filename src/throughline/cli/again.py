"""Receive the files of an earlier load again, as they were kept: by what has been answered since.

LOAD is the first letters of a load's name, as `throughline questions` and the loads page show it. It may be
one that was refused, or stopped half way.

Example:
  throughline again 3f9ac81b
"""

from __future__ import annotations

from throughline.cli.options import Asked, Options, add_council, in_private, of, say
from throughline.cli.receive import tell
from throughline.loads.receiving import receive_again


def options(command: Options) -> None:
    """What may be typed after `again`."""
    command.add_argument("load", metavar="LOAD", help="the load, by its first letters")
    add_council(command)


def run(asked: Asked) -> int:
    """0 when the data are in; 1 when they are held."""
    in_private()
    load = receive_again(of(asked), asked.load, say)
    if load.status == "nothing new":
        print("Nothing has been answered since: nothing was changed.")
    else:
        tell(load, every=False)
    return int(load.status == "held")
