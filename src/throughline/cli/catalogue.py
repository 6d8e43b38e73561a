"""Write the catalogue of measures as a data dictionary, for a council to adopt as its own.

Each measure with its title, question, source, numerator, denominator, date rule, exclusions, polarity,
targets, comparator, owner, review date, code in the field's list, the tables and columns it reads with their
names in the Standard Safeguarding Dataset, breakdowns, and the example that proves it: all read from the
declarations.

Examples:
  throughline catalogue > measures.csv
  throughline catalogue --json > measures.json
"""

from __future__ import annotations

import sys

from throughline.cli.options import Asked, Options
from throughline.measures.dictionary import as_csv, as_json


def options(command: Options) -> None:
    """What may be typed after `catalogue`."""
    kind = command.add_mutually_exclusive_group()
    kind.add_argument(
        "--csv", action="store_true", help="as a table, a row a measure (so it is if nothing is said)"
    )
    kind.add_argument("--json", action="store_true", help="print JSON, for another program to read")


def run(asked: Asked) -> int:
    """Print it."""
    sys.stdout.write(as_json() if asked.json else as_csv())
    return 0
