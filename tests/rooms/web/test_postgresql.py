"""The same tests of people and web once more, on a PostgreSQL of our own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOMS = Path(__file__).parents[1]
OF_FIGURES = (
    "clocks",
    "comparing",
    "conflicts",
    "figures",
    "published",
    "serving",
)  # what they write to the log, others write too


@pytest.mark.skipif("THROUGHLINE_TEST_DATABASE" in os.environ, reason="this is the run it would start")
def test_people_and_web_pass_on_postgresql_too(postgresql):
    around = {**os.environ, "THROUGHLINE_TEST_DATABASE": postgresql}
    words = [sys.executable, "-m", "pytest", str(ROOMS / "people"), str(ROOMS / "web"), "--no-cov"]
    words += [f"--ignore={ROOMS / 'web' / f'test_{name}.py'}" for name in OF_FIGURES]
    done = subprocess.run(words, env=around, capture_output=True, text=True, cwd=ROOMS.parents[1])
    assert done.returncode == 0, done.stdout[-4000:]
