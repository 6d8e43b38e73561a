"""Print how many children each return tells of on the same day, beside the return that is used.

Returns are compared on the last day of which both tell. Where they tell of other children, the reason is
printed if the return's own guide is one; if it is not, the exit code is 1: see `throughline conflicts --to`.

Examples:
  throughline reconcile
  throughline reconcile --known-at 2026-05-03
"""

from __future__ import annotations

from throughline.cli.known import add_known_at, known_of
from throughline.cli.options import Asked, Options, add_council, of
from throughline.loads.exporting import record_of
from throughline.loads.in_force import in_force
from throughline.loads.parts import read_part
from throughline.record.periods import said
from throughline.record.reconciling import Counted, reconciled
from throughline.returns.receiving import returns

UNKNOWN = "no reason is known: see which with throughline conflicts --to FILE"


def options(command: Options) -> None:
    """What may be typed after `reconcile`."""
    add_known_at(command)
    add_council(command)


def run(asked: Asked) -> int:
    """0 when every difference has its reason."""
    council = of(asked)
    known = known_of(asked, council)
    record_of(council, known)
    now = in_force(council, known)
    parts = [read_part(council.parts / part) for part in now.parts]
    found = list(reconciled(parts, now.merges))
    for counted in found:
        print(told(counted))
    if not found:
        print("No two returns tell of the same day.")
    return int(any(differs(counted) and not because(counted) for counted in found))


def told(counted: Counted) -> str:
    """One comparison in words."""
    line = f"{counted.what}, {said(counted.day)}: {counted.used} {counted.ours:,}; "
    line += f"{counted.other} {counted.theirs:,}"
    if not differs(counted):
        return f"{line}. The same children."
    only = f"{counted.only_ours:,} in the first alone, {counted.only_theirs:,} in the second alone"
    return f"{line}. {only}: {because(counted) or UNKNOWN}."


def differs(counted: Counted) -> bool:
    """Whether the two tell of other children."""
    return bool(counted.only_ours or counted.only_theirs)


def because(counted: Counted) -> str:
    """Why a return does not tell of some children, if its guide says so; of those that it alone tells of
    there is no such reason."""
    guides = {given.title: given.leaves_out.get(counted.table, "") for given in returns()}
    return "" if counted.only_theirs else guides[counted.other]
