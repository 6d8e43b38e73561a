"""Which teams' figures changed where the council's did not, kept with the count of the record: to look at
every measure of every team takes seconds, and no page waits for that."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from throughline.counting.answers import Answers
from throughline.counting.changed import apart
from throughline.counting.store import counted_name
from throughline.loads.home import Council
from throughline.measures.kinds import Measure
from throughline.record.on_disk import put
from throughline.record.workforce import TEAM


@dataclass(frozen=True)
class TeamNews:
    """Measures and teams, by their names, and of how many figures of a team that could be judged; as at the
    newest whole month of the record."""

    found: tuple[tuple[str, str], ...] = ()
    judged: int = 0


def team_news_file(council: Council, snapshot: str) -> Path:
    """Where it is kept, with the count of the record."""
    return council.counts / counted_name(snapshot) / "teams.json"


def keep_team_news(council: Council, answers: Answers, names: Mapping[str, Measure]) -> None:
    """Look at every measure that can be parted by team, and keep what is found. The file appears whole."""
    told = {
        name: apart(answers, measure, TEAM, answers.snapshot.as_at)
        for name, measure in names.items()
        if TEAM in answers.breakdowns(measure)
    }
    found = [(name, team) for name, each in told.items() for team in each.groups]
    file = team_news_file(council, answers.snapshot.name)
    waiting = file.with_name(f".{file.name}")
    waiting.write_text(json.dumps({"found": found, "judged": sum(each.judged for each in told.values())}))
    put(waiting, file)


@lru_cache(maxsize=8)
def read_team_news(file: Path) -> TeamNews:
    """What was kept; nothing of a record that was counted before it was."""
    if not file.exists():
        return TeamNews()
    said = json.loads(file.read_text())
    return TeamNews(tuple((name, team) for name, team in said["found"]), said["judged"])


def team_news(council: Council, snapshot: str) -> TeamNews:
    """What was kept of a record, by its name."""
    return read_team_news(team_news_file(council, snapshot))
