"""Who holds each case: handed from team to team, shared among workers, passed on when a worker leaves."""

from collections.abc import Iterator
from functools import partial
from heapq import heappop, heappush

from throughline.sample.aims import Caseloads
from throughline.sample.arrange_workers import share_out
from throughline.sample.authority import Authority
from throughline.sample.borough_record import Borough
from throughline.sample.chance import Chance
from throughline.sample.days import NEVER, after, next_working
from throughline.sample.journey import Care, Case, Stint
from throughline.sample.names import FORENAMES_F, FORENAMES_M, SURNAMES
from throughline.sample.worker import Worker

LEAVES_IN_A_MONTH = 0.0085
AGENCY = 0.16


def _handed(case: Case, cares: list[Care]) -> int:
    """When the assessment team hands the case on: after sign-off, or sooner for a plan or for care."""
    handed = NEVER if case.path != "need" else after(case.signed, 2 + case.key % 5)
    if case.plans:
        handed = min(handed, after(case.plans[0].start, 3))
    return min(handed, after(cares[0].start, 5)) if cares else handed


def spells(authority: Authority, case: Case) -> Iterator[tuple[str, int, int]]:
    """The teams a case passes through, each with the days it holds it (half-open)."""
    teams = authority.teams
    if case.nothing_further:
        yield teams.front, case.opened, case.closed
        return
    asylum = any(care.goal == "asylum" for care in case.cares)
    area = teams.patches[authority.places.postcodes[case.child.family.home].ward.patch]
    duty = teams.duty[(case.opened // 7 + case.opened % 7 // 4) % len(teams.duty)]
    cares = [care for care in case.cares if not care.is_breaks]
    handed = _handed(case, cares)
    then = teams.disabled if case.need == "N2" else area
    steps = [(duty, case.opened), (then, max(handed, case.opened + 1))]
    for care in cares:
        wait = 5 if asylum else 45 + care.key % 130
        if care.end > care.start + wait:
            steps.append((teams.in_care, max(care.start + wait, steps[-1][1] + 1)))
        if care.end < NEVER and case.leaving_from > care.end:
            steps.append((area, max(care.end + 20, steps[-1][1] + 1)))
    if case.leaving_from < NEVER:
        steps.append((teams.leavers, max(case.leaving_from, steps[-1][1] + 1)))
    ends = [start for _, start in steps[1:]] + [case.closed]
    for (team, start), end in zip(steps, ends):
        if start < min(end, case.closed):
            yield team, start, min(end, case.closed)


class Workforce:
    """Hands out every case of the borough in the order of days."""

    def __init__(self, borough: Borough, until: int) -> None:
        self.borough, self.until = borough, until
        self.chance: Chance = borough.chance("workforce")
        self.teams = borough.authority.teams
        self.workers: list[Worker] = []
        self.by_team: dict[str, list[Worker]] = {key: [] for key in self.teams.by_key}
        self.names: set[str] = set()
        self.last: dict[tuple[int, str], Worker] = {}
        self.queue: list[tuple[int, int, int, object]] = []
        self.count = 0

    def _push(self, day: int, rank: int, what: object) -> None:
        self.count += 1
        heappush(self.queue, (day, rank, self.count, what))

    def hire(self, team: str, day: int) -> Worker:
        """A new worker joins a team."""
        name = ""
        while not name or name in self.names:
            first = self.chance.one_of(FORENAMES_F if self.chance.happens(0.8) else FORENAMES_M)
            name = f"{first} {self.chance.one_of(SURNAMES)}"
        self.names.add(name)
        fte = 1.0 if self.chance.happens(0.78) else self.chance.one_of((0.6, 0.8))
        agency = team != self.teams.leavers and self.chance.happens(AGENCY)
        worker = Worker(self.borough.next_key("worker"), name, team, day, agency, fte)
        self.workers.append(worker)
        self.by_team[team].append(worker)
        stay = self.chance.waiting(30.4 / LEAVES_IN_A_MONTH) * (0.25 if agency else 1.0)
        leaves = day + 60 + int(stay)
        if leaves <= self.until:
            worker.end = next_working(leaves)
            self._push(worker.end, 1, worker)
        return worker

    def _lightest(self, team: str, day: int) -> Worker:
        """The worker with the fewest cases for their hours; one is hired when all are full."""
        there = [w for w in self.by_team[team] if w.end > day + 14]
        full = self.teams.by_key[team].caseload
        if not there or sum(len(w.holds) for w in there) >= 1.1 * full * sum(w.fte for w in there):
            return self.hire(team, day)
        return min(there, key=lambda w: (len(w.holds) / w.fte, w.key))

    def _choose(self, case: Case, team: str, day: int) -> Worker:
        """The worker the family already has, if still there and not overrun."""
        known = self.last.get((case.child.family.key, team))
        full = self.teams.by_key[team].caseload
        if known and known.end > day + 14 and len(known.holds) < full * known.fte * 1.25:
            return known
        return self._lightest(team, day)

    def give(self, case: Case, team: str, day: int, end: int, reason: str, waits: bool) -> None:
        """Gives a case to a worker, sometimes some days late."""
        if waits:
            late = next_working(day + 1 + int(self.chance.waiting(8)))
            day = late if late < end else day  # nobody's case closes before anyone has it
        if day >= end:
            return
        worker = self._choose(case, team, day)
        stint = Stint(self.borough.next_key("stint"), case, worker.key, team, day, end, reason)
        worker.holds.append(stint)
        case.stints.append(stint)
        self.last[(case.child.family.key, team)] = worker
        if end <= self.until:
            self._push(end, 0, stint)
        if self.chance.happens(0.05):
            self._push(day + 60 + int(self.chance.waiting(200)), 2, stint)

    def _leave(self, worker: Worker, day: int) -> None:
        held, worker.holds = worker.holds, []
        self.by_team[worker.team].remove(worker)
        for stint in held:
            self._pass_on(stint, day, "LEFTRL", self.chance.happens(0.16))

    def _pass_on(self, stint: Stint, day: int, reason: str, waits: bool) -> None:
        end, stint.end = stint.end, max(day, stint.start + 1)
        self.last.pop((stint.case.child.family.key, stint.team), None)
        self.give(stint.case, stint.team, stint.end, end, reason, waits)

    def _swap(self, stint: Stint, day: int, workers: dict[int, Worker]) -> None:
        if stint.end <= day or stint.start >= day:
            return
        holder = workers[stint.worker]
        if stint in holder.holds and len(self.by_team[stint.team]) > 1:
            holder.holds.remove(stint)
            self._pass_on(
                stint, day, self.chance.one_of(("MANAGE", "MANAGE", "ABSENC", "CHCHAN", "PCCHAN")), False
            )

    def _hand(self, stint: Stint, to: Worker, day: int) -> None:
        """A manager gives the case to another worker of the team; one that came today was theirs at once."""
        self.workers[stint.worker - self.workers[0].key].holds.remove(stint)
        if stint.start < day:
            end, stint.end = stint.end, day
            stint = Stint(self.borough.next_key("stint"), stint.case, to.key, stint.team, day, end, "MANAGE")
            stint.case.stints.append(stint)
            if end <= self.until:
                self._push(end, 0, stint)
        stint.worker = to.key
        to.holds.append(stint)
        self.last[(stint.case.child.family.key, stint.team)] = to

    def run(self) -> list[Worker]:
        """Hands out every case; gives all workers there have been."""
        for case in self.borough.cases:
            for at, (team, start, end) in enumerate(spells(self.borough.authority, case)):
                if start <= self.until:
                    self._push(start, 3, (case, team, end, at))
        for on, aim in self.borough.authority.aims.caseloads.items():
            if on.toordinal() <= self.until:
                self._push(on.toordinal(), 4, aim)
        while self.queue:
            day, rank, _, what = heappop(self.queue)
            if day <= self.until:
                self._one(day, rank, what)
        return self.workers

    def _one(self, day: int, rank: int, what: object) -> None:
        if isinstance(what, Worker):
            self._leave(what, day)
        elif isinstance(what, Caseloads):
            share_out(what, self.by_team, partial(self._hand, day=day))
        elif isinstance(what, tuple):
            case, team, end, at = what
            self.give(
                case, team, day, end, "TSPROC" if at else "FCONTA", self.chance.happens(0.09 if at else 0.02)
            )
        elif isinstance(what, Stint):
            holder = self.workers[what.worker - self.workers[0].key]
            if rank == 0 and what.end == day and what in holder.holds:
                holder.holds.remove(what)
            elif rank == 2:
                self._swap(what, day, {holder.key: holder})
