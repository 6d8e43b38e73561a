"""The key of a backup: written, read back, and refused where it is not whole."""

import stat
from datetime import date

import pytest

from throughline.backups.keys import make_key, read_key, written
from throughline.errors import Refused


def test_a_key_is_read_as_it_was_written_even_from_paper(tmp_path):
    key = make_key(tmp_path / "key", date(2026, 11, 22))
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert read_key(tmp_path / "key") == key
    typed = tmp_path / "typed"
    typed.touch(0o600)
    typed.write_text("TLKEY1" + written(key).removeprefix("TLKEY1").replace("-", " ") + "\n")
    assert read_key(typed) == key


@pytest.mark.parametrize(
    ("text", "why"),
    [("", "There is no backup key"), ("TLKEY1-", "There is no backup key"), ("TLKEY1-AAAA", "not whole"),
     ("TLKEY1-!!", "not whole"), ("é", "There is no backup key")],
)  # fmt: skip
def test_what_is_no_key(tmp_path, text, why):
    file = tmp_path / "key"
    file.touch(0o600)
    file.write_text(text)
    with pytest.raises(Refused, match=why):
        read_key(file)


def test_a_mistyped_letter_and_an_open_key(tmp_path):
    key = make_key(tmp_path / "key", date(2026, 11, 22))
    text = (tmp_path / "key").read_text()
    place = text.index("TLKEY1-") + 12
    (tmp_path / "key").write_text(text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :])
    with pytest.raises(Refused, match="not whole"):
        read_key(tmp_path / "key")
    (tmp_path / "key").write_text(written(key))
    (tmp_path / "key").chmod(0o640)
    with pytest.raises(Refused, match="Others than its owner"):
        read_key(tmp_path / "key")
    with pytest.raises(Refused, match="cannot be made: File exists"):
        make_key(tmp_path / "key", date(2026, 11, 22))
