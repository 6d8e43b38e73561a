"""What became of each heading of a file."""

import pytest
from xlsxwriter import Workbook

from throughline.errors import Refused
from throughline.record.snapshots import HeadingRead
from throughline.returns.ssda903 import read_ssda903

HEADER = "CHILD, sex ,DOB,ETHNIC,UPN,MOTHER,MC_DOB,NOTES\nAnn,2,01/05/2004,WBRI,,,,x\n"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    "Ann,01/06/2021,S,C2,N1,U6,PR1,,,,,,\n"
)


def test_every_heading_is_read_as_a_column_or_as_nothing(read):
    part = read({"header.csv": HEADER, "episodes.csv": EPISODES})
    mine = [heading for heading in part.headings if heading.file == "given/header.csv"]
    assert mine[1] == HeadingRead("given/header.csv", "header", "sex", "SEX", "name")
    assert mine[-1] == HeadingRead("given/header.csv", "header", "NOTES", None, "")
    assert len(mine) == 8 and len(part.headings) == 8 + 13


def test_the_source_says_what_its_letters_were_read_in(read):
    part = read({"header.csv": HEADER.encode("utf-16"), "episodes.csv": EPISODES})
    assert {source.file: source.encoding for source in part.sources} == {
        "given/header.csv": "utf-16",
        "given/episodes.csv": "utf-8",
    }


def test_a_workbook_where_only_other_files_are_known_is_asked_nothing(tmp_path):
    file = tmp_path / "book.xlsx"
    with Workbook(file) as book:
        book.add_worksheet().write_row(0, 0, ["CHILD ID", "SEX", "DOB"])
    with pytest.raises(Refused, match="is no return we know"):
        read_ssda903([file])
