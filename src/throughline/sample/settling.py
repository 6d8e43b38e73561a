"""Makes stocks on several days come out by group, by changing the group of as few as will do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from throughline.sample.chance import Chance

TRIES = 100_000
ASTRAY = 0.1  # share of moves taken though they lead two steps away, lest all stand still short of it


@dataclass(slots=True, eq=False)
class Piece:
    """A thing that counts on some days (`counts`: how many on each), in one group on all of them; `may` are
    the groups that it could be in."""

    counts: Mapping[int, int]
    group: str
    may: Sequence[str]
    what: object = field(repr=False)


def settle(chance: Chance, pieces: Sequence[Piece], wanted: Mapping[int, Mapping[str, int]]) -> list[Piece]:
    """Moves pieces between groups until every day has as many in each group as wanted; those moved.

    A piece of an overfull group on some day is tried in another group, and stays there if the days are
    together no farther from what is wanted (or, seldom, a little). A group that a day does not name holds
    what it likes. It stops when all is as wanted, or after many tries.
    """
    over = {(day, group): -many for day, groups in wanted.items() for group, many in groups.items()}
    for piece in pieces:
        _add(over, piece, piece.group, 1)
    before = {id(piece): piece.group for piece in pieces}
    free = [piece for piece in pieces if len(piece.may) > 1]
    for _ in range(TRIES if free else 0):
        if not any(over.values()):
            break
        piece = chance.one_of(free)
        group = chance.one_of(piece.may)
        if group != piece.group and _farther(over, piece, group) <= (2 if chance.happens(ASTRAY) else 0):
            _add(over, piece, piece.group, -1)
            _add(over, piece, group, 1)
            piece.group = group
    return [piece for piece in pieces if piece.group != before[id(piece)]]


def _add(over: dict[tuple[int, str], int], piece: Piece, group: str, sign: int) -> None:
    for day, many in piece.counts.items():
        if (day, group) in over:
            over[day, group] += sign * many


def _farther(over: Mapping[tuple[int, str], int], piece: Piece, group: str) -> int:
    """How much farther off the move takes all days together; far, if no day has too many where it is, nor
    too few where it would go."""
    change, full = 0, False
    for day, many in piece.counts.items():
        here, there = over.get((day, piece.group)), over.get((day, group))
        full = full or (here or 0) > 0 or (there or 0) < 0
        change += 0 if here is None else abs(here - many) - abs(here)
        change += 0 if there is None else abs(there + many) - abs(there)
    return change if full else TRIES
