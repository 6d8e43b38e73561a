"""A browser, a server with Saltscar in it, and someone signed in.

Chromium is Debian's (`apt-get install chromium`); without it these tests are skipped, and say so."""

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect, sync_playwright

from throughline.people.demo import FILE
from throughline.people.roles import ROLES
from throughline.web.home import prepare

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-default-apps", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
)  # fmt: skip
WIDTHS = (1280, 390)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PATIENCE = 90  # seconds for a server to start
expect.set_options(timeout=30_000)  # a machine that does much else is slow, and not wrong


@dataclass(frozen=True)
class Live:
    """A server that is running: its address, its home folder, and the demo passwords by role."""

    address: str
    home: Path
    passwords: dict[str, str]


@pytest.fixture(scope="session")
def browser():
    """A real browser, quiet: it asks nothing of anywhere but our server."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def live(saltscar):
    """Saltscar, served as `throughline serve` serves it."""
    home = saltscar.council.folder.parent.parent
    prepare(home, council="Saltscar", demo=True)
    with serving(home) as address:
        yield Live(address, home, json.loads((home / FILE).read_text()))


@contextmanager
def serving(home):
    """A server of this home folder, in a process of its own, at a port that was free."""
    begin = "from throughline.web.serving import serve; serve(port=0)"
    around = {**os.environ, "THROUGHLINE_HOME": str(home), "PYTHONWARNINGS": "ignore"}
    log = (home / "server.log").open("w+")
    process = subprocess.Popen(
        [sys.executable, "-c", begin], env=around, stdout=log, stderr=subprocess.STDOUT
    )
    try:
        yield address_in(home / "server.log", process)
    finally:
        process.terminate()
        process.wait(20)
        log.close()


def address_in(log, process):
    """Where the server says it is, once it has said who may sign in."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        said = log.read_text()
        if "http://" in said and all(role.title in said for role in ROLES.values()):
            return said.split("at ", 1)[1].split("/  ", 1)[0]
        time.sleep(0.2)
    raise AssertionError(f"The server did not start:\n{log.read_text()}")


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width} px")
def page(browser, live, request):
    """A new window on the site, wide and narrow. Anything said in its console fails the test."""
    with window(browser, live, request.param) as opened:
        yield opened


@contextmanager
def window(browser, live, width):
    """A window of this width; what its console says at the end must be nothing."""
    context = browser.new_context(
        base_url=live.address,
        viewport={"width": width, "height": 900},
        reduced_motion="reduce",
        locale="en-GB",
    )
    opened, said = context.new_page(), []
    opened.on("console", lambda message: said.append(message.text) if unexpected(message) else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert said == []


def unexpected(message):
    """Whether the console says that something is wrong: a page that answers 404 or 422 is not."""
    answered = "status of 404" in message.text or "status of 422" in message.text
    return message.type in ("error", "warning") and not answered


@pytest.fixture
def sign_in(live):
    """Sign in on a page as one of the demo people: `sign_in(page, "director")`."""

    def signed_in(page: Page, role: str) -> Page:
        page.goto("/sign-in")
        page.get_by_label("Username").fill(role)
        page.get_by_label("Password").fill(live.passwords[role])
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda address: "/sign-in" not in address)
        return page

    return signed_in


@pytest.fixture(scope="session")
def axe():
    """Assert that a page breaks no rule of WCAG 2.2 AA: `axe(page)`."""

    def checked(page: Page) -> None:
        page.wait_for_load_state()  # after a click, a page may still be coming
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
        broken = [
            f"{rule['id']}: {rule['help']}\n  {node['html'][:300]}"
            for rule in found.response["violations"]
            for node in rule["nodes"]
        ]
        assert not broken, f"{page.url}\n" + "\n".join(broken)

    return checked
