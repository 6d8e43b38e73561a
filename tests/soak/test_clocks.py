"""The tests of what looks at a clock, at twelve moments when clocks play tricks, here and in another zone.
(Days of the record are days, and come with the files.)"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .sizes import told

ROOMS = Path(__file__).parents[1] / "rooms"
LOOKED_AT = ("loads", "backups/test_making.py", "backups/test_thinning.py", "cli/test_late.py", "people")
MOMENTS = (
    "2026-12-31 23:59:40", "2027-01-01 00:00:10",  # a year ends
    "2027-03-31 23:59:40", "2027-04-01 00:00:10",  # the year of the returns ends
    "2027-03-28 00:59:40", "2027-03-28 02:00:10",  # summer time begins in England
    "2027-10-31 00:59:40", "2027-10-31 01:59:40",  # and ends: an hour comes twice
    "2028-02-28 23:59:40", "2028-02-29 12:00:00", "2028-03-01 00:00:10",  # a leap day
    "2038-01-19 03:14:00",  # seconds since 1970 outgrow 32 bits
)  # fmt: skip
ZONES = ("Europe/London", "Pacific/Auckland")

pytestmark = pytest.mark.skipif(
    "SOAK" not in os.environ, reason="`make soak` tries the clocks: a minute each"
)


@pytest.mark.parametrize("moment", MOMENTS)
def test_whatever_the_clock_says(moment):
    if not shutil.which("faketime"):
        pytest.skip("needs faketime: apt-get install faketime")
    zone = ZONES[MOMENTS.index(moment) % len(ZONES)]
    words = [
        sys.executable,
        "-m",
        "pytest",
        *(str(ROOMS / each) for each in LOOKED_AT),
        "-p",
        "no:cacheprovider",
    ]
    around = {**os.environ, "TZ": zone, "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"}
    del around["SOAK"]
    done = subprocess.run(["faketime", moment, *words], env=around, capture_output=True, text=True)
    told(f"the clock at {moment} in {zone}: {done.stdout.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stdout[-3000:]
