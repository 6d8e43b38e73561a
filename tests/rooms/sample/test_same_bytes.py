"""The same seed and day give the same bytes, whatever the interpreter's hashing."""

import hashlib
from pathlib import Path

from throughline.sample.chance import Chance, Deck, Weighted


def _sums(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_same_bytes(saltscar, write_borough, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONHASHSEED", "4321")
    write_borough(tmp_path)
    assert _sums(tmp_path) == _sums(saltscar.folder)


def test_another_seed_draws_otherwise():
    assert Chance(1, "care").next() != Chance(2, "care").next()
    assert Chance(1, "care").next() != Chance(1, "homes").next()
    assert Chance(1, "care").next() == Chance(1, "care").next()


def test_a_cut_deck_depends_on_its_key_alone():
    deck = Deck(1, "details")
    deck.cut(77)
    first = [deck.next() for _ in range(5)]
    deck.cut(5)
    deck.cut(77)
    assert [deck.next() for _ in range(5)] == first


def test_a_deck_goes_round_and_a_stream_goes_on():
    deck, stream = Deck(1, "x"), Chance(1, "x")
    first = deck.next()
    assert stream.next() == first
    for _ in range((1 << 16) - 1):
        deck.next()
        stream.next()
    assert deck.next() == first
    assert stream.next() != first


def test_weights():
    chance = Chance(1, "weights")
    weighted = Weighted((("often", 9.0), ("never", 0.0), ("seldom", 1.0)))
    drawn = [chance.pick(weighted) for _ in range(2000)]
    assert 1700 < drawn.count("often") < 1900
    assert "never" not in drawn
    assert len(chance.some(["a", "b", "c"], [1.0, 1.0, 1.0], 2)) == 2
