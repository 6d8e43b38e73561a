"""The form of a worker."""

from dataclasses import dataclass, field

from throughline.sample.days import NEVER
from throughline.sample.journey import Stint


@dataclass(slots=True, eq=False)
class Worker:
    """A worker; `holds` are the stints now open."""

    key: int
    name: str
    team: str
    start: int
    agency: bool
    fte: float
    end: int = NEVER
    holds: list[Stint] = field(default_factory=list)
