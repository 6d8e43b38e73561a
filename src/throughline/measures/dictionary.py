"""The catalogue as a data dictionary: every measure in full, in words, for a council to adopt as its own. All
of it is read from the declarations."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from io import StringIO
from textwrap import dedent

from throughline.catalogue import declared
from throughline.comparators.series import every_series
from throughline.measures.in_words import formula, rows_said, when_said
from throughline.measures.kinds import (
    Cohort,
    Count,
    Mean,
    Measure,
    Rate,
    Ratio,
    Share,
    Stock,
    Total,
    Typical,
    columns_of,
    tables_of,
)
from throughline.record.breakdowns import Bands, Beside, Breakdown
from throughline.record.child import Child
from throughline.record.journey import BREAKDOWNS, COLUMNS
from throughline.record.periods import Period, calendar_year_before, census_year_before
from throughline.record.rows import Rows

MANY = " | "  # between several in one cell of a CSV file
KINDS: Mapping[type[Measure], str] = {
    Count: "count of events in a period",
    Stock: "how many on a day",
    Share: "share",
    Cohort: "share of a cohort followed from entry",
    Rate: "rate",
    Total: "total",
    Mean: "average",
    Ratio: "ratio",
    Typical: "middle value",
}
LIVING_HERE = (
    "children aged 0 to 17 who live in the borough (ONS mid-year estimate, the newest before the day)"
)

YEARS: Mapping[Callable[[date], Period] | None, str] = {
    None: "",
    calendar_year_before: "; where no dates are said, the last calendar year that was over",
    census_year_before: "; where no dates are said, the twelve months to the last 31 January",
}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One measure in the dictionary. `targets` are by the year to 31 March they begin with, or of every year;
    `columns` are full names with those of the Standard Safeguarding Dataset."""

    name: str
    title: str
    stage: str
    question: str
    kind: str
    source: str
    field_code: str
    numerator: str
    denominator: str
    date_rule: str
    exclusions: str
    polarity: str
    targets: Mapping[str, float]
    comparator: str
    looks_back_months: int
    owner: str
    review_date: str
    note: str
    tables: tuple[str, ...]
    columns: Mapping[str, str]
    breakdowns: tuple[str, ...]
    example: str


def dictionary() -> Iterator[Entry]:
    """Every measure, stage by stage."""
    for module, name, measure in declared(Measure, "throughline.measures"):
        yield entry(name, module.rsplit(".", 1)[1], measure)


def entry(name: str, stage: str, measure: Measure) -> Entry:
    """One measure in full."""
    return Entry(
        name=name,
        title=measure.title,
        stage=stage.replace("_", " ").capitalize(),
        question=measure.why,
        kind=KINDS[type(measure)],
        source=measure.defined_by,
        field_code=measure.field_code,
        numerator=numerator(measure),
        denominator=denominator(measure),
        date_rule=date_rule(measure),
        exclusions=exclusions(measure),
        polarity=measure.better.value,
        targets=targets(measure),
        comparator=comparator(measure),
        looks_back_months=measure.looks_back,
        owner=measure.owned_by,
        review_date=measure.review_by.isoformat(),
        note=measure.note,
        tables=tuple(sorted(table.__name__ for table in tables_of(measure))),
        columns={full: COLUMNS[full].ssd for full in sorted(columns_of(measure))},
        breakdowns=tuple(by.title for by in BREAKDOWNS.values() if may_part(by, measure)),
        example=dedent(measure.examples).strip(),
    )


def numerator(measure: Measure) -> str:
    """What is counted, added up, or put in the middle."""
    if isinstance(measure, Cohort):
        return f"of these, those who came within {measure.days} days to: {rows_said(measure.that)}"
    if isinstance(measure, Share):
        passes = rows_said(measure.that) if isinstance(measure.that, Rows) else formula(measure.that)
        return f"of these, those that pass: {passes}"
    of = rows_said(measure.of)
    if isinstance(measure, Typical):
        return f"the middle value of {formula(measure.middle)}, of {of}"
    if isinstance(measure, Mean):
        return f"the average of {formula(measure.value)}, of {of}"
    if isinstance(measure, Total | Ratio) and measure.adds is not None:
        return f"the sum of {formula(measure.adds)}, of {of}"
    return of


def denominator(measure: Measure) -> str:
    """What a share is of, or a rate among; blank for what has none."""
    if isinstance(measure, Share):
        return rows_said(measure.of)
    if isinstance(measure, Rate):
        among = LIVING_HERE if measure.among is None else rows_said(measure.among)
        return f"{among}; for every {measure.per:,}"
    if isinstance(measure, Ratio):
        among = rows_said(measure.among)
        return (
            among if measure.among_adds is None else f"the sum of {formula(measure.among_adds)}, of {among}"
        )
    return ""


def date_rule(measure: Measure) -> str:
    """When a row counts, and from when it has an answer."""
    ripe = ""
    if isinstance(measure, Cohort):
        ripe = f"; too early to say until {measure.days} days after"
    elif isinstance(measure, Share) and measure.settles is not None:
        ripe = f"; too early to say until {formula(measure.settles)}"
    return when_said(measure.of) + ripe + YEARS[measure.year]


def exclusions(measure: Measure) -> str:
    """Who is in neither: rows that do not pass, and rows of which something is not recorded."""
    tests = [formula(test) for test in measure.of.tests]
    asked = isinstance(measure, Typical | Mean) or (
        isinstance(measure, Share) and not isinstance(measure.that, Rows)
    )
    blank = (
        ["what the answer rests on is not recorded: shown beside it, never counted as no"] if asked else []
    )
    return "; ".join([*(f"rows that do not pass: {test}" for test in tests), *blank])


def targets(measure: Measure) -> dict[str, float]:
    """The targets, by the year they begin with."""
    if measure.target is None:
        return {}
    if isinstance(measure.target, Mapping):
        return {f"{year - 1}/{year % 100:02}": target for year, target in measure.target.items()}
    return {"every year": measure.target}


def comparator(measure: Measure) -> str:
    """The published series that is its twin, by its code and in words."""
    twin = every_series().get(measure.compare)
    return f"{measure.compare}: {twin.title}" if twin else measure.compare


def may_part(by: Breakdown, measure: Measure) -> bool:
    """Whether a measure can be parted so, where the record has what that needs."""
    table = measure.of.table
    if isinstance(by, Beside) and by.own in table.columns:
        return True
    if table.subject != "child":
        return by.table == table.__name__
    return isinstance(by, Bands | Beside) or by.table in (table.__name__, Child.__name__)


def as_json() -> str:
    """The dictionary for machines."""
    return json.dumps([asdict(each) for each in dictionary()], indent=1, ensure_ascii=False) + "\n"


def as_csv() -> str:
    """The dictionary as a table: a row a measure, several things in one cell parted by |."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows_of_dictionary())
    return text.getvalue()


def rows_of_dictionary() -> Iterator[list[object]]:
    """The dictionary as rows of cells, its headings first."""
    yield list(Entry.__annotations__)
    for each in dictionary():
        yield [cell(value) for value in asdict(each).values()]


def cell(value: object) -> object:
    """One thing in one cell."""
    if isinstance(value, Mapping):
        return MANY.join(f"{name}: {said}" if said != "" else f"{name}" for name, said in value.items())
    return MANY.join(map(str, value)) if isinstance(value, tuple) else value
