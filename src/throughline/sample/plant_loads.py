"""Plantings: later loads in which every line is right and the whole is wrong. Each is a workbook of Annex A
of the day after, to be received after the first one; a load of it is to be held."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from throughline.sample.plantings import LATER, Files, Planted, Planting

Cells = list[list[Any]]


def _later(
    name: str, says: str, change: Callable[[dict[int, Cells], Files], None]
) -> Callable[[Files], Iterator[Planted]]:
    """A workbook of the day after, its lists changed."""

    def plant(files: Files) -> Iterator[Planted]:
        day = (files.day + timedelta(days=1)).isoformat()
        place = f"{LATER}/{name}/Annex A {day}.xlsx"
        lists = {number: [list(row) for row in rows] for number, rows in files.clean.items()}
        change(lists, files)
        files.save_lists(place, lists)
        yield Planted(place, None, "", "held", says)

    return plant


def _half_gone(lists: dict[int, Cells], files: Files) -> None:
    for cells in lists.values():
        cells[1:] = [row for row in cells[1:] if int(str(row[0])[-1], 36) % 2]


def _list_empty(lists: dict[int, Cells], files: Files) -> None:
    del lists[7][1:]


def _column_shifted(lists: dict[int, Cells], files: Files) -> None:
    for row in lists[6][1:]:
        row[4:] = ["", *row[4:-1]]


def _column_blank(lists: dict[int, Cells], files: Files) -> None:
    place = lists[4][0].index("Continuous Assessment Date of Authorisation")
    for row in lists[4][1:]:
        row[place] = None


def _closed_at_once(lists: dict[int, Cells], files: Files) -> None:
    place = lists[7][0].index("Child Protection Plan End Date")
    for row in lists[7][1:]:
        row[place] = files.day


def _far_more(lists: dict[int, Cells], files: Files) -> None:
    more = [[f"{row[0]}{copy}", *row[1:]] for copy in "ABC" for row in lists[1][1:]]
    lists[1] += more


def _fronts_lost(lists: dict[int, Cells], files: Files) -> None:
    for cells in lists.values():
        for row in cells[1:]:
            row[0] = str(row[0])[2:]


half_gone = Planting(
    kind="half the children gone", row=26, plant=_later("half", "children are in it no more", _half_gone)
)
list_empty = Planting(kind="list empty", row=26, plant=_later("empty list", "CpPlans", _list_empty))
column_shifted = Planting(
    kind="cells shifted by a column", row=26, plant=_later("shifted", "Referrals", _column_shifted)
)
column_blank = Planting(
    kind="days of ending blank", row=26, plant=_later("blank", "Assessments: ", _column_blank)
)
closed_at_once = Planting(
    kind="all plans ended on one day",
    row=26,
    plant=_later("closed", "that were open ended on", _closed_at_once),
)
far_more = Planting(kind="four times the lines", row=15, plant=_later("more", "Contacts has", _far_more))
fronts_lost = Planting(
    kind="numbers that have lost their fronts",
    row=14,
    plant=_later("fronts", "children are in it no more", _fronts_lost),
)
