"""One bit flipped anywhere in a snapshot: it is refused before anything is counted from it."""

import random
import shutil

import pytest

from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.record.snapshots import Snapshot

from .killing import year
from .sizes import many, told


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    """The folder of a snapshot."""
    council = Council(tmp_path_factory.mktemp("flips") / "saltby")
    load = receive(council, [year(tmp_path_factory.mktemp("files"), 2024, 2)])
    return council.snapshots / load.snapshot


def test_a_snapshot_with_a_flipped_bit_is_refused(snapshot, tmp_path):
    copy, flips = tmp_path / snapshot.name, many(1_000, 60)
    shutil.copytree(snapshot, copy)
    files, chance = sorted(copy.iterdir()), random.Random(1)
    for number in range(flips):
        file = files[number % len(files)]
        whole = file.read_bytes()
        spoiled = bytearray(whole)
        spoiled[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        file.write_bytes(spoiled)
        with pytest.raises(Refused, match=file.name):
            Snapshot.open(copy)
        file.write_bytes(whole)
    assert Snapshot.open(copy).children == 2
    told(f"{flips:,} single bits flipped over {len(files)} files of a snapshot: every one refused.")
