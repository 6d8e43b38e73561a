"""A disk that is full, or a limit on what may be written: said in a sentence, and nothing is half done."""

import os
import resource
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest
from command import COMMAND
from little_returns import year

from throughline.loads.home import Council
from throughline.loads.receiving import receive

from .killing import check_whole, looked_after_in
from .sizes import many, told

RECEIVE = ["receive", "--council", "saltby"]
SMALLEST = 1 << 10  # bytes
ROOM, SPARE = 100 << 20, 4 << 20  # bytes


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A home whose council has the year to March 2024 in."""
    home = tmp_path_factory.mktemp("first")
    receive(Council(home / "councils" / "saltby"), [year(tmp_path_factory.mktemp("files"), 2024, 2)])
    return home


def limited(most):
    """No file may grow over so many bytes: the write that would is told so, as on a full disk."""

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return limit


def received(home, files, before=None):
    """Receive as a person would; the exit code, and what was said."""
    around = {**os.environ, "THROUGHLINE_HOME": str(home)}
    words = [*COMMAND, *RECEIVE, str(files)]
    done = subprocess.run(words, env=around, capture_output=True, text=True, preexec_fn=before, timeout=120)
    return done.returncode, done.stderr


def check_after(home, files, code, says):
    """After a load that may have failed: it did so in words, and the next one works."""
    saltby = Council(home / "councils" / "saltby")
    assert "Traceback" not in says
    assert looked_after_in(saltby, 2024).value == 2
    if code:
        assert "disk" in says and not looked_after_in(saltby, 2025).available
    assert received(home, files)[0] == 0
    assert looked_after_in(saltby, 2025).value == 3
    check_whole(saltby)


def test_what_cannot_be_written_is_said_and_nothing_is_lost(first, tmp_path):
    sizes, failed = many(40, 3), 0
    largest = 2 * max(file.stat().st_size for file in first.rglob("*"))  # more than these loads write
    for number in range(sizes):
        home = tmp_path / f"{number}"
        shutil.copytree(first, home)
        files = year(tmp_path / f"files {number}", 2025, 3)
        most = SMALLEST + (largest - SMALLEST) * number // max(1, sizes - 1)
        code, says = received(home, files, limited(most))
        failed += bool(code)
        check_after(home, files, code, says)
    assert 0 < failed < sizes
    told(f"{sizes} limits on what may be written: {failed} loads refused in words, none half done.")


@pytest.fixture
def disk():
    """A disk of this test's own."""
    place = Path(tempfile.mkdtemp(prefix="throughline-disk-"))
    words = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", place]
    if os.geteuid() or subprocess.run(words, capture_output=True).returncode:
        place.rmdir()
        pytest.skip("needs root, to mount a small disk")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)  # answers are read from it until the end
    place.rmdir()


def resized(disk, size):
    """The same disk with room for so many bytes in all."""
    subprocess.run(["mount", "-o", f"remount,size={size}", disk], check=True)


def test_a_full_disk_is_said_and_nothing_is_lost(first, disk, tmp_path):
    sizes, failed = many(30, 2), 0
    for number in range(sizes):
        home = disk / f"{number}"
        shutil.copytree(first, home)
        files = year(tmp_path / f"files {number}", 2025, 3)
        resized(disk, shutil.disk_usage(disk).used + SPARE * number // max(1, sizes - 1))
        code, says = received(home, files)
        failed += bool(code)
        resized(disk, ROOM)
        check_after(home, files, code, says)
        shutil.rmtree(home)
    assert 0 < failed < sizes
    told(f"{sizes} sizes of disk: {failed} loads refused in words, none half done.")
