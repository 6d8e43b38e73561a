"""What several rooms' tests share: a home folder of their own, and the sample borough, written and
received once.

Nobody's real home is ever read, nor a council's database. Set THROUGHLINE_TEST_DATABASE to postgresql://…
to run the same tests on PostgreSQL (a test of tests/rooms/web does, where it can start one), and
THROUGHLINE_TEST_CLOCK=2028-02-29T23:59:30+00:00 to run them at that moment (a test of tests/soak does)."""

import atexit
import fcntl
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import hypothesis
import pytest
import time_machine
from command import COMMAND
from django.conf import settings
from django.db import connections

from throughline.counting.answers import Answers
from throughline.loads.counts import answers_now
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.web.databases import database
from throughline.web.home import Choices

HOME = Path(tempfile.mkdtemp(prefix="throughline-test-"))
DAY = date(2026, 11, 21)
SHARED = Path(__file__).resolve().parents[2] / "shared"
PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
BIN = next((str(place) for place in PLACES if (place / "initdb").exists()), None)
LONG = (
    "web/test_postgresql.py", "sample/test_two_boroughs.py", "golden/test_published_figures.py",
    "second_opinion/test_three_sources.py", "journeys/test_director.py", "properties/test_counting.py",
)  # fmt: skip
NOT_ROOT = ("postgres", "nobody")  # PostgreSQL will not run as root


def begin_anew():
    """Settings as in a home folder that has just been made, whatever pytest-django read before us."""
    usual = Choices()
    settings.HOME, settings.CHOICES = HOME, usual
    settings.COUNCIL, settings.DEMO, settings.VISIT_LIMITS = "Saltscar", usual.demo, usual.visits
    settings.EXPECTED = usual.expected
    settings.GSS_CODE = "E06000003"
    settings.SECRET_KEY = settings.CHILD_KEY_SECRET = "only for tests, and so it may be read by anyone"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick; tests only
    settings.ALLOWED_HOSTS = ["testserver", *usual.hosts]
    settings.DATABASES["default"].clear()
    settings.DATABASES["default"].update(database(os.environ.get("THROUGHLINE_TEST_DATABASE", ""), HOME))
    connections.configure_settings(settings.DATABASES)
    with suppress(AttributeError):  # one may have been made for the database of the settings as read
        del connections["default"]


os.environ["THROUGHLINE_HOME"] = str(HOME)
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop runs beside us, and asks no database
hypothesis.settings.register_profile("house", deadline=None)  # how long it takes says how busy the machine is
hypothesis.settings.load_profile("house")
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
if moment := os.environ.get("THROUGHLINE_TEST_CLOCK"):
    time_machine.travel(datetime.fromisoformat(moment), tick=True).start()
begin_anew()


def pytest_collection_modifyitems(items):
    """Files that take minutes come first: begun last, one core would wait for the other."""
    items.sort(key=lambda item: not str(item.fspath).endswith(LONG))


@dataclass(frozen=True)
class Saltscar:
    """The sample's files, and the council that has received its SSD folder and its wards."""

    files: Path
    council: Council
    day: date

    @property
    def ssd(self) -> Path:
        return self.files / f"ssd_{self.day}"

    @property
    def answers(self) -> Answers:
        return answers_now(self.council)


@pytest.fixture(scope="session")
def once(request, tmp_path_factory):
    """`once(name, make)`: a folder that `make(folder)` fills once in a whole run, by whichever process asks
    first, those that a test starts among them. It is only read."""
    own = tmp_path_factory.getbasetemp()
    run = own.parent if hasattr(request.config, "workerinput") else own
    base = Path(os.environ.setdefault("THROUGHLINE_TEST_ONCE", str(run)))

    def made(name, make):
        folder = base / name
        with (base / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                begun = Path(tempfile.mkdtemp(dir=base))  # what fails half way is not taken for made
                make(begun)
                begun.rename(folder)
        return folder

    return made


@pytest.fixture(scope="session")
def write_borough():
    """`write_borough(folder, …)`: the command's own files of a borough. In a process of its own, where no
    branch is counted: it takes a third of the time."""

    def written(folder, *more, day=DAY):
        words = ["sample", str(folder), "--as-at", str(day), *more]
        subprocess.run([*COMMAND, *words], check=True, stdout=subprocess.DEVNULL)

    return written


@pytest.fixture(scope="session")
def saltscar_files(once, write_borough):
    """Every file of the sample, as at one fixed day."""
    return once("saltscar-files", write_borough)


@pytest.fixture(scope="session")
def saltscar(saltscar_files, once, tmp_path_factory):
    """Saltscar received: SSD, the lists it keeps itself and wards, as `make demo` does. Each process of a
    run has a copy, for what is served is written beside it."""

    def received(folder):
        lists = saltscar_files / f"local_lists_{DAY}"
        files = [saltscar_files / f"ssd_{DAY}", lists, saltscar_files / "wards.csv"]
        receive(Council(folder / "councils" / "saltscar"), files)

    home = tmp_path_factory.mktemp("saltscar") / "home"
    shutil.copytree(once("saltscar-received", received), home)
    return Saltscar(saltscar_files, Council(home / "councils" / "saltscar"), DAY)


@pytest.fixture(scope="session")
def shared():
    """The folder of published material beside the checkout; a test that needs it is skipped without."""
    if not SHARED.exists():
        pytest.skip("needs the shared folder of published samples, which is not here")
    return SHARED


def as_whom():
    """The words before a command, so that it does not run as root; None if there is nobody else."""
    if os.geteuid():
        return []
    known = {entry.pw_name for entry in pwd.getpwall()}
    name = next((name for name in NOT_ROOT if name in known), None)
    return ["runuser", "-u", name, "--"] if name and shutil.which("runuser") else None


def tool(name):
    return f"{BIN}/{name}" if BIN else shutil.which(name)


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory):
    """The address of a PostgreSQL server that is there for these tests only."""
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
