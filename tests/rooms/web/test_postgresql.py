"""The same tests of people and web once more, on a PostgreSQL of our own."""

import os
import pwd
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOMS = Path(__file__).parents[1]
PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
BIN = next((str(place) for place in PLACES if (place / "initdb").exists()), None)
NOT_ROOT = ("postgres", "nobody")  # PostgreSQL will not run as root


def as_whom():
    """The words before a command, so that it does not run as root; None if there is nobody else."""
    if os.geteuid():
        return []
    known = {entry.pw_name for entry in pwd.getpwall()}
    name = next((name for name in NOT_ROOT if name in known), None)
    return ["runuser", "-u", name, "--"] if name and shutil.which("runuser") else None


def tool(name):
    return f"{BIN}/{name}" if BIN else shutil.which(name)


@pytest.fixture
def postgresql(tmp_path_factory):
    """The address of a server that is there for this test only."""
    before = as_whom()
    if before is None or not tool("initdb") or not tool("pg_ctl"):
        pytest.skip("needs PostgreSQL's initdb and pg_ctl, and a user other than root to run them")
    folder = Path(subprocess.check_output([*before, "mktemp", "-d"], cwd="/", text=True).strip())
    data = folder / "data"
    run([*before, tool("initdb"), "-D", data, "-U", "throughline", "-A", "trust", "-E", "UTF8", "--no-sync"])
    port = free_port()
    options = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c fsync=off"
    run([*before, tool("pg_ctl"), "-D", data, "-w", "-l", folder / "log", "-o", options, "start"])
    try:
        yield f"postgresql://throughline@127.0.0.1:{port}/postgres"
    finally:
        run([*before, tool("pg_ctl"), "-D", data, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def free_port():
    """A port that nobody listens at."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def run(words):
    subprocess.run([str(word) for word in words], check=True, cwd="/", stdout=subprocess.DEVNULL)


@pytest.mark.skipif("THROUGHLINE_TEST_DATABASE" in os.environ, reason="this is the run it would start")
def test_people_and_web_pass_on_postgresql_too(postgresql):
    around = {**os.environ, "THROUGHLINE_TEST_DATABASE": postgresql}
    words = [sys.executable, "-m", "pytest", str(ROOMS / "people"), str(ROOMS / "web"), "--no-cov"]
    done = subprocess.run(words, env=around, capture_output=True, text=True, cwd=ROOMS.parents[1])
    assert done.returncode == 0, done.stdout[-4000:]
