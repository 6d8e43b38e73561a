"""Arranges workers: what they hold on a day, and how many come from agencies."""

from collections.abc import Callable, Sequence
from itertools import zip_longest

from throughline.sample.aims import Caseloads
from throughline.sample.authority import Authority
from throughline.sample.journey import Stint
from throughline.sample.worker import Worker

HEAVY = 25
Hand = Callable[[Stint, Worker], None]


def share_out(aim: Caseloads, teams: dict[str, list[Worker]], hand: Hand) -> None:
    """Cases change hands within their teams: those who hold fewest hand on all they hold, until the others
    hold the published number each; then so many hold more than 25. `hand` gives a case to another worker."""
    there = [sorted((w for w in teams[key] if w.holds), key=_many)[:-2] for key in aim.teams]  # two must stay
    ours = [worker for key in aim.teams for worker in teams[key] if worker.holds]
    children = {stint.case.child for worker in ours for stint in worker.holds}
    by_turns = [worker for turn in zip_longest(*there) for worker in turn if worker]
    spare = by_turns[: max(len(ours) - round(len(children) / aim.mean), 0)]
    for worker in spare:
        for stint in [*worker.holds]:
            others = [each for each in teams[worker.team] if each.holds and each not in spare]
            hand(stint, min(others, key=_many))
    holders = sorted((w for team in teams.values() for w in team if w.holds), key=_many, reverse=True)
    full, rest = holders[: aim.heavy], holders[aim.heavy :]
    for worker in rest:
        others = [each for each in rest if each.team == worker.team]
        while _many(worker)[0] > HEAVY and _many(min(others, key=_many))[0] < HEAVY:
            hand(worker.holds[-1], min(others, key=_many))
    for worker in full:
        _fill(worker, [each for each in rest if each.team == worker.team], hand)


def _fill(worker: Worker, others: Sequence[Worker], hand: Hand) -> None:
    """The worker takes cases of the others who hold most, until they hold more than 25 children."""
    while _many(worker)[0] <= HEAVY:
        mine = {stint.case.child for stint in worker.holds}
        most = sorted((each for each in others if len(each.holds) > 1), key=_many)
        found = [s for each in most for s in each.holds if s.case.child not in mine]
        if not found:
            return
        hand(found[-1], worker)


def _many(worker: Worker) -> tuple[int, int]:
    return len({stint.case.child for stint in worker.holds}), worker.key


def from_agencies(authority: Authority, workers: Sequence[Worker], told: int) -> None:
    """On each published day the published number of workers are an agency's: some of the newest more, or some
    of the oldest fewer."""
    for on, many in authority.aims.agency.items():
        day = on.toordinal()
        there = [w for w in workers if w.start <= day < w.end and w.team != authority.teams.leavers]
        short = many - sum(w.agency for w in there) if day <= told else 0
        wrong = [w for w in sorted(there, key=lambda w: w.start) if w.agency is (short < 0)]
        for worker in wrong[-short:] if short > 0 else wrong[:-short]:
            worker.agency = short > 0
