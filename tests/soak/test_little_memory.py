"""The readers of workbooks and XML with ever less memory: they read right, or refuse in words."""

import random
import subprocess
import sys

import pytest

from .sizes import many, told
from .small_files import census, newest, workbook

READ = """
import sys
from pathlib import Path
from throughline.errors import Refused
from throughline.returns import child_process, workbook_child, xml_child
from throughline.returns.receiving import read_return

real = child_process.run
code = "import throughline.returns.child_process as c; c.MOST_MEMORY = %d; "

def run(main, *given, **named):
    import subprocess as s
    whole = s.run
    def with_less(words, **more):
        words[2] = code % int(sys.argv[2]) + words[2]
        return whole(words, **more)
    s.run = with_less
    try:
        return real(main, *given, **named)
    finally:
        s.run = whole

child_process.run = run
try:
    print(sum(frame.height for part in read_return([Path(sys.argv[1])]) for frame in part.frames.values()))
except Refused as refused:
    print("refused:", refused.what)
"""


def read(file, most):
    """How many rows came of it within so much memory, or that it was refused."""
    words = [sys.executable, "-c", READ, str(file), str(most)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("kind", ["workbook", "xml"])
def test_less_and_less_memory(kind, saltscar_files, tmp_path):
    file = tmp_path / f"given.{kind}"
    file.write_bytes(workbook(newest(saltscar_files, "*.xlsx")) if kind == "workbook" else census())
    right, chance = read(file, 2 << 30), random.Random(kind)
    assert int(right) > 8
    sizes = [20, *(chance.randrange(20, 1_000) for _ in range(many(19, 1)))]
    told_of = [read(file, megabytes << 20) for megabytes in sizes]
    assert set(told_of) <= {right, *(said for said in told_of if said.startswith("refused:"))}
    assert told_of[0].startswith("refused:")
    refused = sum(said.startswith("refused:") for said in told_of)
    told(f"{kind}: {len(sizes)} limits of memory: {refused} refused in words, the others read right.")
