"""How often each thing is tried, and what is said of it."""

import os

WHOLE = os.environ.get("SOAK") == "1"


def many(whole, short):
    """So often in `make soak`; less often in `make test`."""
    return whole if WHOLE else short


def told(line):
    """One line of the soak's report, with what was counted; pytest shows it with `-s`."""
    print(f"\n  {line}", flush=True)
