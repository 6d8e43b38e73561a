"""The power cut at any moment of a load: the disk has the record before or the new one, whole, and the next
load works. (The disk is a made-up one: see `cutting`.)"""

from itertools import count

import pytest
from little_returns import year

from throughline.errors import Refused
from throughline.loads.counts import answers_about
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.record import on_disk

from .cutting import Disk
from .killing import check_whole, looked_after_in
from .sizes import many, told

EVERY = many(1, 23)  # moment that a load has; and those about the pointer, always
NEAR = ("current", "loads.jsonl")


@pytest.fixture
def first(tmp_path):
    """A council with the year to March 2024 in, and looked at."""
    council = Council(tmp_path / "saltby")
    receive(council, [year(tmp_path, 2024, 2)])
    assert looked_after_in(council, 2024).value == 2
    return council


def cut(council, files, to, monkeypatch):
    """Receive these files, and give the images of the disk, had its power been cut meanwhile."""
    moments, images = count(), []

    def image(disk, what):
        number = next(moments)
        if number % EVERY == 0 or what.split()[1].strip(".") in NEAR:
            for kind in ("names", "bytes"):
                place = getattr(disk, f"{kind}_asked_for")(to / f"{number}-{kind}" / "saltby")
                images.append((f"{number} {kind} {what}", Council(place)))

    with monkeypatch.context() as patched:
        Disk(council.folder, patched, image)
        receive(council, [files])
    return images


def check(image, before, files):
    """What such a disk must have: a record that is served, and all that the next load needs."""
    now = image.current()
    assert looked_after_in(image, 2024).value == 2
    is_new = now != before
    assert not is_new or looked_after_in(image, 2025).value == 3
    assert receive(image, [files]).status == ("nothing new" if is_new else "in")
    assert looked_after_in(image, 2025).value == 3
    logged = [line["load"] for line in image.loads() if line["status"] == "in"]
    assert len(set(logged)) == 2 and image.current()["load"] in logged
    check_whole(image)


def test_the_power_is_cut(first, tmp_path, monkeypatch):
    before, files = first.current(), year(tmp_path, 2025, 3)
    images = cut(first, files, tmp_path / "images", monkeypatch)
    for what, image in images:
        try:
            check(image, before, files)
        except Exception as wrong:
            wrong.add_note(f"the power was cut: {what}")
            raise
        answers_about.cache_clear()
    told(f"{len(images)} disks whose power was cut: 0 lost, 0 half a record served.")


def test_names_before_bytes_are_caught(first, tmp_path, monkeypatch):
    """Such a disk finds out a load that gives names to what is not on it yet."""
    before, files = first.current(), year(tmp_path, 2025, 3)
    monkeypatch.setattr(on_disk, "settle", lambda place: None)
    wrong = 0
    for _, image in cut(first, files, tmp_path / "images", monkeypatch):
        try:
            check(image, before, files)
        except (AssertionError, ValueError, Refused, OSError):
            wrong += 1
    assert wrong
