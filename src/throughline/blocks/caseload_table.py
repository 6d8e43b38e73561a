"""What each worker of a team holds, beside the guide."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.persons import chosen_team, worker_said
from throughline.blocks.shown import Shown
from throughline.counting.lists import caseloads
from throughline.measures.kinds import target_on
from throughline.measures.workforce import caseload
from throughline.record.workforce import TEAM


@dataclass(frozen=True, eq=False)
class CaseloadTable:
    """Each worker and how many children they hold; the guide is the target of the measure."""

    def shown(self, ask: Ask) -> ShownCaseloadTable:
        """The workers of the team chosen, most children first; nothing until one is."""
        team = chosen_team(ask)
        held = caseloads(ask.snapshot, ask.day, team).rows() if team else []
        guide, most = int(target_on(caseload, ask.day) or 0), max((many for _, many in held), default=1)
        workers = [
            Worker(
                worker_said(ask.snapshot, worker, "Worker not recorded"),
                many,
                many > guide,
                100 * many / most,
            )
            for worker, many in held
        ]
        above = sum(worker.above for worker in workers)
        return ShownCaseloadTable(
            finding=finding(above, len(workers), guide) if workers else "",
            workers=tuple(workers),
            guide=guide,
            address=ask.measure_link(caseload, None, TEAM, team) if team else "",
        )


@dataclass(frozen=True)
class Worker:
    """One worker: how many children, whether that is above the guide, and how long the bar is (0–100)."""

    name: str
    many: int
    above: bool
    long: float


@dataclass(frozen=True, kw_only=True)
class ShownCaseloadTable(Shown):
    """Workers, most children first. With no finding there is nothing to show."""

    finding: str
    workers: tuple[Worker, ...]
    guide: int
    address: str


def finding(above: int, workers: int, guide: int) -> str:
    """How many workers are above the guide."""
    if not above:
        return f"No worker holds more than {guide} children, the guide"
    hold = "holds" if above == 1 else "hold"
    return f"{above} of {workers} workers {hold} more than {guide} children, the guide"
