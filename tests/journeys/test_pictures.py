"""The pictures that the guides use are of the site as it is: `make pictures` takes them anew."""

import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"
TAKEN = {  # file: who is signed in, which link of the menu they follow, and how much of the page is shown
    "director.png": ("director", None, 1500),
    "team.png": ("team_manager", None, 1300),
}


def used():
    """Every picture that a guide shows."""
    guides = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    shown = (re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", guide.read_text()) for guide in guides)
    return {Path(name).name for names in shown for name in names}


def test_every_picture_is_used_and_every_one_used_is_taken():
    assert {file.name for file in PICTURES.glob("*.png")} == used() == set(TAKEN)


@pytest.mark.skipif("TAKE_PICTURES" not in os.environ, reason="make pictures takes them")
@pytest.mark.parametrize("name", TAKEN)
def test_take(name, browser, live, sign_in):
    role, link, height = TAKEN[name]
    context = browser.new_context(
        base_url=live.address, viewport={"width": 1280, "height": height}, locale="en-GB"
    )
    page = sign_in(context.new_page(), role)
    if link:
        page.get_by_role("link", name=link, exact=True).click()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / name)
    context.close()
