"""Hold the figures of a document, or of two sources together, against one another.

FILE is a CSV file, a row a figure, with the headings area, period, topic, measure, breakdown, value and unit
(and id, if the figures have names; and note). What is found: totals that their parts do not give, one thing
with two values (of a date, also where its note gives another), percentages that their counts do not give (to
half a point), and changes that their two ends do not give. Each is to be looked at by somebody who knows:
the exit code is 1 where there is any.

Examples:
  throughline figures self_assessment.csv
  throughline figures self_assessment.csv --json
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from throughline.cli.options import Asked, Options, add_json
from throughline.figures.finding import conflicts_in
from throughline.figures.reading import read_figures


def options(command: Options) -> None:
    """What may be typed after `figures`."""
    command.add_argument("file", type=Path, metavar="FILE", help="the figures, as CSV")
    add_json(command)


def run(asked: Asked) -> int:
    """0 where nothing contradicts anything; else 1."""
    figures = read_figures(asked.file)
    found = conflicts_in(figures)
    if asked.json:
        print(json.dumps([asdict(each) for each in found], indent=1))
        return int(bool(found))
    for each in found:
        print(f"{each.kind.capitalize()}. {each.says}")
    many = f"{len(found):,} to be looked at" if found else "nothing contradicts anything"
    print(f"\n{len(figures):,} figures: {many}.")
    return int(bool(found))
