"""Hold a list of ids from the case system's own report against the children that a measure counts.

FILE has the ids, one a line (the first cell of each line of a CSV file). Printed is how many are in both, in
ours only and in theirs only, and for what reasons; with --to, every one of them in a file, each with its
reason. That file holds ids of children, and the log keeps who wrote it.

Examples:
  throughline compare looked_after report.csv --as-at 2026-03-31
  throughline compare children_on_plans report.csv --to compared.csv
"""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl

from throughline.cli.count import chosen, periods
from throughline.cli.known import add_known_at, answers_of, known_of
from throughline.cli.options import Asked, Options, add_as_at, add_council, of
from throughline.counting.comparing import BOTH, LONGEST, MOST, OURS, THEIRS, WHERE, WHY, compared, read_ids
from throughline.counting.comparing import Asked as Comparison
from throughline.errors import Refused
from throughline.loads.exporting import log, made_whole

MOST_REASONS = 10
ITS_OWN = re.compile(r"\([^()]*\)|known here as [^:]*: |\d+ \w+ \d{4}")  # what differs from child to child


def options(command: Options) -> None:
    """What may be typed after `compare`."""
    command.add_argument("measure", metavar="MEASURE", help="as `throughline count` names it")
    command.add_argument("file", type=Path, metavar="FILE", help="the ids of their report")
    add_as_at(command, "the day, or the last of the twelve months; the data's own if not said")
    command.add_argument("--to", type=Path, metavar="FILE", help="a .csv file of every child with its reason")
    add_known_at(command)
    add_council(command)


def run(asked: Asked) -> int:
    """0 when the two are compared, whatever is found."""
    council = of(asked)
    answers = answers_of(council, known_of(asked, council))
    (measure,) = chosen([asked.measure]).values()
    (period,) = periods(answers, measure, asked.as_at or answers.snapshot.as_at, None)
    rows = compared(answers, Comparison(measure=measure, period=period), ids_in(asked.file))
    for where in (BOTH, OURS, THEIRS):
        tell(where, rows.filter(pl.col(WHERE) == where).get_column(WHY))
    if asked.to:
        log(council, answers.snapshot, {f"{asked.measure} compared": rows.height}, asked.to)
        with made_whole(asked.to) as waiting:
            rows.rename(lambda name: name.removeprefix("@")).write_csv(waiting)
        print(f"Written to {asked.to}. It holds ids of children: keep it as you keep the record.")
    return 0


def ids_in(file: Path) -> list[str]:
    """The ids of a file. Raises `Refused` where it cannot be read, or holds no list of ids."""
    try:
        if file.stat().st_size > MOST * LONGEST * 10:
            raise Refused(f"{file.name} is too large.", do="Give the column of ids alone.")
        return read_ids(file.read_bytes().decode("utf-8-sig"))
    except OSError as wrong:
        raise Refused(f"{file} cannot be read: {wrong.strerror}.", do="Check its name.") from None
    except UnicodeDecodeError:
        raise Refused(f"{file.name} is not a text.", do="Save the column of ids as CSV.") from None


def tell(where: str, whys: pl.Series) -> None:
    """How many there are in a part, and of what is not in both why: the commonest first."""
    print(f"{where.capitalize()}: {len(whys):,}")
    if where == THEIRS and len(whys):
        alike = whys.map_elements(lambda why: ITS_OWN.sub("…", why), return_dtype=pl.String)
        for why, many in alike.value_counts(sort=True, name="many").head(MOST_REASONS).rows():
            print(f"  {many:,}: {why}")
