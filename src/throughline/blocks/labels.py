"""Groups of a breakdown in words: teams by their names, codes by what they mean."""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from throughline.record.breakdowns import NOT_RECORDED, Bands, Breakdown, Since
from throughline.record.journey import COLUMNS
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import TEAM, WORKER, Teams, Workers

_teams: WeakKeyDictionary[Snapshot, dict[str, str]] = WeakKeyDictionary()
_workers: WeakKeyDictionary[Snapshot, dict[str, str]] = WeakKeyDictionary()


def label(snapshot: Snapshot, by: Breakdown, group: str) -> str:
    """What a group is called; a code or a team that is not known is shown as it is."""
    if group == NOT_RECORDED or isinstance(by, Bands | Since) or by.into or by.through:
        return group
    if by is TEAM:
        return team_names(snapshot).get(group, group)
    if by is WORKER:
        return worker_names(snapshot).get(group, group)
    codes = COLUMNS[by.by.meta.output_name()].codes
    return codes.label(group) if codes else group


def team_names(snapshot: Snapshot) -> dict[str, str]:
    """Each team's name."""
    if snapshot not in _teams:
        rows = snapshot.frames[Teams].select(Teams.team, Teams.name).drop_nulls().rows()
        _teams[snapshot] = {str(team): str(name) for team, name in rows}
    return _teams[snapshot]


def worker_names(snapshot: Snapshot) -> dict[str, str]:
    """Each worker's name."""
    if snapshot not in _workers:
        rows = snapshot.frames[Workers].select(Workers.worker, Workers.name).drop_nulls().rows()
        _workers[snapshot] = {str(worker): str(name) for worker, name in rows}
    return _workers[snapshot]


def column_title(name: str) -> str:
    """A column's heading: what it holds, without the explanations."""
    return COLUMNS[name].about.split(";")[0].split(":")[0]


def table_words(name: str) -> str:
    """A table's name in words: CpPlans is CP plans."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", name).lower()
    return re.sub(r"^(cp|cin|ehc|pep)(?= |s$)", lambda begins: begins[0].upper(), words)
