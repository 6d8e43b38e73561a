"""Lines of the SEN2 return with what the lines above them say: whose they are, and of which request."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from throughline.errors import Fault
from throughline.record.rows import Table
from throughline.returns.filling import faults_of
from throughline.returns.kinds import Frames, lines_of
from throughline.returns.sen2_tables import (
    ABOVE_IT,
    ActivePlans,
    Assessment,
    NamedPlan,
    Person,
    Requests,
)
from throughline.returns.together import Tables

CHILD, REQUEST, RECEIVED = "@child", "@request", "@received"  # beside every line: whose, and of which request
STARTED = "@started"  # beside a place that a plan names: the day of the plan
ISSUED = "@issued"  # beside an assessment or a plan in force: the day of the named plan
PLANNED = "@planned"  # beside a plan in force: whether its request has a named plan
UNDER, KEY = "@under", "@key"
NO_ONE = "it gives no UPN, no UniqueLearnerNumber and no number of its own: nothing says who. Set aside."
NO_ONES = "nothing says whose it is, so this line is set aside."
BY_NUMBER = (
    "it gives neither a UPN nor a UniqueLearnerNumber, nor why: the young person is known by the number of "
    "this line, and will not be found in another return."
)
AGAIN = "another line of this table has its number; the first is kept."
SAID_ABOVE = {CHILD: pl.String, REQUEST: pl.String, RECEIVED: pl.Date, STARTED: pl.Date}


def linked(tables: Tables, names: Sequence[str], year: int) -> tuple[Tables, list[Fault]]:
    """Every line that is of a young person, with what the lines above it say; and a fault for every other.
    `year` is that of the census, in which a number of its own is somebody's."""
    faults: list[Fault] = []
    people = known_by(numbered_once(Person, tables[Person], names, faults), year)
    given = (Person.UPN, Person.UniqueLearnerNumber, Person.UPNunknown)
    nameless = pl.col(CHILD).is_not_null() & pl.all_horizontal(cell.is_null() for cell in given)
    faults += faults_of(people.filter(nameless), names, "UPN", BY_NUMBER)
    found: Tables = {Person: of_someone(people, NO_ONE, names, faults)}
    known: Tables = {Person: people.select(number(Person), CHILD)}
    for table, above in ABOVE_IT.items():
        if table not in tables:
            continue
        lines = numbered_once(table, tables[table], names, faults)
        lines = under(table, above, lines, known.get(above), names, faults)
        lines = lines.with_columns(said_by(table))
        known[table] = lines.select(number(table), *(c for c in SAID_ABOVE if c in lines.columns))
        found[table] = of_someone(lines, NO_ONES, names, faults)
    return with_plans(found), faults


def known_by(people: pl.DataFrame, year: int) -> pl.DataFrame:
    """The young people beside what each is known by: the pupil number, the learner number, or, where they
    have none yet (most are under school age), the number of their line in this census."""
    alone = pl.format("SEN2 {} person {}", pl.lit(year), Person.ID)
    return people.with_columns(pl.coalesce(Person.UPN, Person.UniqueLearnerNumber, alone).alias(CHILD))


def number(table: type[Table]) -> pl.Expr:
    """What the lines of a table are numbered by in their file."""
    return pl.col(table.columns["ID"].name).alias(KEY)


def numbered_once(
    table: type[Table], lines: pl.DataFrame, names: Sequence[str], faults: list[Fault]
) -> pl.DataFrame:
    """The lines without those whose number another has: what stands under it can be of one only."""
    mine = pl.col(table.columns["ID"].name)
    again = mine.is_not_null() & ~mine.is_first_distinct()
    faults += faults_of(lines.filter(again), names, table.__name__, AGAIN, aside=True)
    return lines.filter(~again)


def under(
    table: type[Table],
    above: type[Table],
    lines: pl.DataFrame,
    known: pl.DataFrame | None,
    names: Sequence[str],
    faults: list[Fault],
) -> pl.DataFrame:
    """The lines beside what is known of those they stand under; a fault for each that stands under none."""
    if known is None:
        known = pl.DataFrame(schema={KEY: pl.String, **SAID_ABOVE})
    name = table.columns["Parent"].name
    beside = known.filter(pl.col(KEY).is_not_null()).with_columns(pl.lit(True).alias(UNDER))
    lines = lines.join(beside, left_on=name, right_on=KEY, how="left", maintain_order="left")
    says = f"it stands under no line of {above.__name__}, so this line is set aside."
    faults += faults_of(lines.filter(pl.col(UNDER).is_null()), names, table.__name__, says, aside=True)
    return lines.filter(pl.col(UNDER).is_not_null()).drop(UNDER)


def said_by(table: type[Table]) -> list[pl.Expr]:
    """What the lines of a table add to what is said above them. A request is known by its young person and
    the day it came in."""
    if table is Requests:
        received = Requests.ReceivedDate
        dated = pl.concat_str(pl.col(CHILD), received.dt.to_string("%Y-%m-%d"), separator=" ")
        return [pl.coalesce(dated, pl.col(CHILD)).alias(REQUEST), received.alias(RECEIVED)]
    return [NamedPlan.StartDate.alias(STARTED)] if table is NamedPlan else []


def of_someone(lines: pl.DataFrame, says: str, names: Sequence[str], faults: list[Fault]) -> pl.DataFrame:
    """The lines that are of a young person who can be known; a fault for each other."""
    faults += faults_of(lines.filter(pl.col(CHILD).is_null()), names, "UPN", says, aside=True)
    return lines.filter(pl.col(CHILD).is_not_null())


def with_plans(tables: Tables) -> Tables:
    """The tables with what the named plans say beside the assessments they came of, and beside the plans in
    force that they are."""
    plans = tables.get(NamedPlan, pl.DataFrame(schema={**NamedPlan.schema(), REQUEST: pl.String}))
    told = dict(tables)
    if Assessment in told:
        began = plans.group_by(NamedPlan.Parent.alias(KEY)).agg(NamedPlan.StartDate.min().alias(ISSUED))
        mine = Assessment.ID.meta.output_name()
        told[Assessment] = told[Assessment].join(
            began, left_on=mine, right_on=KEY, how="left", maintain_order="left"
        )
    if ActivePlans in told:
        planned = pl.col(REQUEST).is_in(plans.get_column(REQUEST).implode())
        began = plans.group_by(REQUEST).agg(NamedPlan.StartDate.max().alias(ISSUED))
        told[ActivePlans] = (
            told[ActivePlans]
            .with_columns(planned.alias(PLANNED))
            .join(began, on=REQUEST, how="left", maintain_order="left")
        )
    return told


@lines_of(ActivePlans)
def without_named_plans(frames: Frames) -> pl.DataFrame:
    """The plans in force whose beginning the census does not tell, as it does of the plans of its year."""
    return frames[ActivePlans].filter(~pl.col(PLANNED))
