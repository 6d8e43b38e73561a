"""Names in every encoding that can hold them: unaltered, or refused; never another letter."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.errors import Refused
from throughline.returns.encodings import as_text
from throughline.returns.finding import Found
from throughline.returns.reading import read_csv

FILE = Found(Path("a.csv"), "a.csv", ("a.csv",))
NAMES = ("O'Brien", "O’Brien", "Siân", "Łukasz", "Zoë", "Ann", "Þóra", "Đặng", "李", "Renée-Ã", "")
ENCODINGS = {  # as they are written, and as they are found
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8-sig",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "cp1252": "cp1252",
    "utf-32": "utf-32",
}
names = st.lists(st.sampled_from(NAMES) | st.text("aéłOŁ’ßç ", max_size=6), min_size=1, max_size=5)


def written(names, encoding):
    lines = "".join(f"{n},{name},2012-05-01,a plain remark\n" for n, name in enumerate(names))
    return ("child,name,born,remark\n" + lines).encode(encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(names=names)
def test_names_come_unaltered_in_every_encoding_that_holds_them(encoding, names):
    try:
        data = written(names, encoding)
    except UnicodeEncodeError:
        return
    sheet = read_csv(data, FILE)
    assert [cell or "" for cell in sheet.cells["1"]] == names
    plain = "".join(names).isascii()
    same = plain and encoding == "cp1252"
    assert sheet.encoding == ("utf-8" if same else ENCODINGS[encoding])
    assert any("Windows text" in fault.says for fault in sheet.faults) == (encoding == "cp1252" and not plain)


def test_the_first_name_that_shows_it_is_named():
    (fault,) = read_csv(written(["Ann", "Zoë Hill", "Siân"], "cp1252"), FILE).faults
    assert "not UTF-8, such as “Zoë” in line 3, so they were read as Windows text (cp1252)." in fault.says


@pytest.mark.parametrize("name", ["Siân", "O’Brien", "Łukasz", "Zoë"])
def test_letters_spoilt_before_they_came_are_said_and_kept(name):
    spoilt = name.encode().decode("latin-1")
    sheet = read_csv(written(["Ann", spoilt], "utf-8"), FILE)
    assert sheet.cells["1"].to_list() == ["Ann", spoilt]
    assert f"look spoilt before they came to us, such as “{spoilt}” in line 3" in sheet.faults[0].says
    assert read_csv(written(["Ann", name], "utf-8"), FILE).faults == ()


def test_letters_given_up_for_lost_are_said():
    assert "such as “Si\ufffdn” in line 2" in read_csv(written(["Si\ufffdn"], "utf-8"), FILE).faults[0].says


def test_a_file_of_two_encodings_is_read_as_windows_text_and_both_are_said():
    data = written(["Siân"], "utf-8") + "9,Zoë,,x\n".encode("cp1252")
    sheet = read_csv(data, FILE)
    assert sheet.cells["1"].to_list() == ["SiÃ¢n", "Zoë"]
    assert len(sheet.faults) == 2 and "spoilt" in sheet.faults[1].says


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"a,b\n1,x\x00y\n", "line 2 has an empty byte"),
        (b"a,b\x00\n", "line 1 has an empty byte"),
        (b"\x00" * 64, "is not text"),
        (b"a,b\n1,\x81\xff\n", "is not text: line 2 has a letter"),
        (b"\xef\xbb\xbfa,\xff\n", "is not text"),
        (b"\xff\xfea", "is not text"),
    ],
)
def test_what_is_no_text_is_refused(data, says):
    with pytest.raises(Refused, match=says):
        as_text(data, "a.csv")
