"""One bit flipped anywhere in a snapshot, or in a return as read: refused before anything is made of it."""

import random
import shutil

import pytest
from little_returns import year

from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.loads.parts import read_part
from throughline.loads.receiving import receive
from throughline.record.snapshots import Snapshot

from .sizes import many, told


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    """A council with one year in."""
    council = Council(tmp_path_factory.mktemp("flips") / "saltby")
    receive(council, [year(tmp_path_factory.mktemp("files"), 2024, 2)])
    return council


def flipped(folder, opened, flips):
    """Flip one bit after another over the files of a folder; how many files, each refused by its name."""
    files, chance = sorted(folder.iterdir()), random.Random(1)
    for number in range(flips):
        file = files[number % len(files)]
        whole = file.read_bytes()
        spoiled = bytearray(whole)
        spoiled[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        file.write_bytes(spoiled)
        with pytest.raises(Refused, match="damaged or changed"):
            opened(folder)
        file.write_bytes(whole)
    return len(files)


def test_a_snapshot_with_a_flipped_bit_is_refused(council, tmp_path):
    (snapshot,) = council.snapshots.iterdir()
    copy, flips = tmp_path / snapshot.name, many(1_000, 60)
    shutil.copytree(snapshot, copy)
    files = flipped(copy, Snapshot.open, flips)
    assert Snapshot.open(copy).children == 2
    told(f"{flips:,} single bits flipped over {files} files of a snapshot: every one refused.")


def test_a_return_with_a_flipped_bit_is_refused(council, tmp_path):
    (part,) = council.parts.iterdir()
    copy, flips = tmp_path / part.name, many(1_000, 30)
    shutil.copytree(part, copy)
    files = flipped(copy, read_part, flips)
    assert read_part(copy).as_at
    told(f"{flips:,} single bits flipped over {files} files of a return: every one refused.")
