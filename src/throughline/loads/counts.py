"""The count of a snapshot: made when it is received, opened wherever it is shown, and made again where it was
not kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path

from throughline.counting.answers import Answers
from throughline.counting.store import catalogue, count_into, counted_name, load
from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.loads.kept_counts import asked_for, thin
from throughline.loads.said import is_said, keep_said
from throughline.loads.team_news import keep_team_news, team_news_file
from throughline.record.composing import OWN
from throughline.record.periods import Months, months_to
from throughline.record.snapshots import Snapshot

MOST_MONTHS = 240  # twenty years: beyond that a figure is still counted, straight from the facts


def count_snapshot(
    council: Council, snapshot: Snapshot, say: Callable[[str], None] = lambda text: None
) -> Path:
    """Count everything about a snapshot, unless that has been done; the folder of its answers."""
    folder = council.counts / counted_name(snapshot.name)
    asked_for(folder)
    if not is_counted(council, snapshot.name):
        say("Counting.")
        names = catalogue()
        count_into(folder, names, snapshot, months_of(snapshot))
        answers = load(folder, snapshot)
        keep_said(council, answers, names)
        keep_team_news(council, answers, names)
        thin(council, folder)
    return folder


def is_counted(council: Council, snapshot: str) -> bool:
    """Whether a record, by its name, has been counted by this very catalogue and engine, and is so still."""
    last = team_news_file(council, snapshot)  # that is written
    return is_said(council, snapshot) and last.exists()


def months_of(snapshot: Snapshot) -> Months:
    """Every month from the first that any return covers to the snapshot's own. A local list, such as of
    posts set up thirty years ago, makes them no more."""
    last = snapshot.as_at
    told = [cover for table, covers in snapshot.covers.items() if table not in OWN for cover in covers]
    firsts = [cover.first for cover in told if cover.first > date.min]
    first = min(firsts, default=last)
    many = (last.year - first.year) * 12 + last.month - first.month + 1
    return months_to(last, min(many, MOST_MONTHS))


def answers_now(council: Council) -> Answers:
    """Everything that can be asked of what is served now.

    Raises `Refused` where nothing has been received, or where the snapshot is damaged."""
    now = council.current()
    if now is None:
        raise Refused(
            "Nothing has been received yet.", do="Receive a return: throughline receive FOLDER-OR-FILE"
        )
    return answers_about(council, now["snapshot"])


def answers_before(council: Council) -> Answers:
    """Everything about the newest earlier record that is whole: what is served while the current one is
    damaged. Raises `Refused` where there is none."""
    now = council.current() or {"snapshot": ""}
    earlier = [load["snapshot"] for load in council.loads() if load["status"] == "in"]
    for snapshot in dict.fromkeys(name for name in earlier if name != now["snapshot"]):
        try:
            return answers_about(council, snapshot)
        except Refused:
            continue
    raise Refused("The record is damaged, and there is no earlier one.", do="Receive the same files again.")


@lru_cache(maxsize=3)
def answers_about(council: Council, snapshot: str) -> Answers:
    """Everything that can be asked of one snapshot, by its name; past ones as well. What is served is asked
    all the time and stays, so two places are for past ones: rows in memory, counts by memory map."""
    opened = Snapshot.open(council.snapshots / snapshot)
    return load(count_snapshot(council, opened), opened)
