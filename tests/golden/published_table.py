"""Each published figure beside ours: reproduced, held, in conflict, or not yet; and the table of them all."""

import csv
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from throughline.counting.answers import Answers

from .published import SALTSCAR, TEESMOUTH, Figure, NotYet

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "published_figures.md"
NEAR = 0.5  # of a printed share, rate or number of weeks: counts are exact
COUNTED = ("count", "stock")
STATES = ("reproduced", "held", "conflict", "not yet")
BEFORE = "The record begins in April 2013."
WHY = {  # what stands in the way of a figure, by its subject or its own number
    "Attainment": "Attainment comes from the Department’s matched data, of which there is no feed.",
    "Contact outcomes": "The sample’s list of what was decided of contacts does not go back so far, and the "
    "dataset has no flag for early help.",
    "Workforce": "Four teams of the sample assess, and hold some 230 cases: 46 workers would hold five each.",
    "N159": "In the sample workers come when there are cases for them, and in no other number.",
    "Adoption": "The sample’s own ways to adoption are fewer than the borough’s.",
    "SEND": "Pupils with plans are not arranged in the sample, and all pupils are in no return.",
    "Early help audit": "Audits are work of a later room.",
    "Voice of child audit": "Audits are work of a later room.",
    "Travel training": "No list of who travels alone reaches back to the first of the two years.",
    "Early years pathway": "No list in the record tells of the pathway.",
    "Finance": "A forecast of the outturn is not in the record: only the budget and what was spent.",
    "Residential": "Homes of the council’s own are on Ofsted’s list, which the sample does not write.",
    "Looked after": BEFORE,
    "N101": "No measure tells the sets issued in one year that are still under way in another.",
    "N255": "By the Department’s rule it is of the mid-year 2023; the publisher’s population was another.",
    "N322": "By the Department’s rule it is of the mid-year 2018; the publisher’s population was another.",
    "Troubled Families": "The programme’s target is not in the record.",
}


class Told(NamedTuple):
    """A published figure and what became of it."""

    row: dict[str, str]
    state: str
    ours: float | None
    asked: str
    why: str


def published(shared: Path) -> list[dict[str, str]]:
    """The list of published figures."""
    with (shared / "facts" / "published_figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def told(shared: Path, saltscar: Answers, teesmouth: Answers) -> list[Told]:
    """Every row of the list, in its order."""
    asked = {row: (figure, saltscar) for row, figure in SALTSCAR.items()}
    asked |= {row: (figure, teesmouth) for row, figure in TEESMOUTH.items()}
    return [one(row, *asked.get(row["id"], (None, saltscar))) for row in published(shared)]


def one(row: dict[str, str], figure: Figure | None, answers: Answers) -> Told:
    """What became of one figure. A row that contradicts another is a conflict, whatever we count."""
    name = figure.__name__ if figure else ""
    conflict = row["note"].startswith("CONFLICT")
    if not figure:
        held = conflict or row["role"] != "compute"
        why = row["note"] if conflict else HELD.get(row["role"], reason(row))
        return Told(row, "conflict" if conflict else "held" if held else "not yet", None, name, why)
    try:
        ours = figure(answers)
    except NotYet as missing:
        return Told(row, "conflict" if conflict else "not yet", None, name, f"There is {missing}.")
    if conflict:
        return Told(row, "conflict", ours, name, row["note"])
    if ours is None:
        return Told(row, "not yet", ours, name, reason(row))
    if agrees(row, ours):
        return Told(row, "reproduced", ours, name, "")
    return Told(row, "not yet", ours, name, reason(row))


def reason(row: dict[str, str]) -> str:
    """Why a figure is not reproduced, by its own number or else by its subject."""
    return WHY.get(row["id"], WHY.get(row["table_or_topic"], "Left to chance in the sample."))


HELD = {
    "hold": "Kept as a comparator, target, rule or date: nothing to compute.",
    "derive": "Worked out from other rows.",
}


def agrees(row: dict[str, str], ours: float) -> bool:
    """Counts to the one; what is printed as a share, rate or average within half of its unit. A number that
    was itself worked out from a rounded share is only as good as that share."""
    exact = row["unit"].startswith(COUNTED) and row["role"] == "compute"
    return abs(ours - float(row["value"])) <= (0 if exact else NEAR + 1e-9)


def tally(found: list[Told]) -> Counter[str]:
    """How many figures are in each state."""
    return Counter(figure.state for figure in found)


def page(found: list[Told]) -> str:
    """The table of all of them, for the reference."""
    states = tally(found)
    computed = sum(figure.row["role"] == "compute" for figure in found)
    ours = sum(figure.row["role"] == "compute" and figure.state == "reproduced" for figure in found)
    head = f"""<!-- Made by `make golden` from Saltscar's and Teesmouth's files. Do not edit. -->
# Published figures

The sample's children are arranged so that published tables come out of their files. These are the
{len(found)} published figures that the project knows of: {", ".join(f"{states[s]} {s}" for s in STATES)}.
Of the {computed} that can be computed, {ours} are reproduced: received from the files and counted by the
ordinary measures, counts exactly, printed shares, rates and weeks within half a unit. Invented places stand
for real ones: Saltscar for Redcar and Cleveland, Teesmouth for Middlesbrough, wards as `sample/published.py`
says. A figure that contradicts another is *in conflict*: neither is forced, and `throughline figures` finds
each in the list itself: a date by its note, which says what another sentence of its report gives. *Autumn
2018* is 31 October 2018, where a day is wanted; of a report's average number of weeks ours is the middle one.

| row | of | when | what | printed | ours | state | asked of, or why not |
| --- | --- | --- | --- | --- | --- | --- | --- |
"""
    return head + "".join(map(line, found))


def line(figure: Told) -> str:
    """One row of the table."""
    row = figure.row
    what = row["measure"] + (f" ({row['breakdown']})" if row["breakdown"] else "")
    ours = "" if figure.ours is None else f"{figure.ours:,.2f}".removesuffix(".00")
    asked = f"`{figure.asked}`" if figure.asked else ""
    why = ". ".join(part for part in (asked, figure.why) if part)
    cells = (row["id"], row["area"], row["period"], what, row["value"], ours, figure.state, why)
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |\n"
