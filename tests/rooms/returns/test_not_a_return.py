"""Files that are no return: a sentence for each, and nothing lost of the rest."""

import pytest

from throughline.errors import Refused
from throughline.record.child import Child
from throughline.returns.receiving import read_return

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nAnn,2,01/05/2004,WBRI,,,\n"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    "Ann,01/06/2021,S,C2,N1,U6,PR1,,,,,,\n"
)
GOOD = {"header.csv": HEADER, "episodes.csv": EPISODES}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty"),
        ("name,address\nx,y\n", "is no return we know"),
        ("CHILD,DECOM,RNE,LS\n1,2,3,4\n", "most like episodes of Children looked after .*lacks CIN, PLACE"),
        (HEADER.replace("MOTHER", "dob "), "has two columns headed DOB"),
        ("<xml/>\n", "is no return we know"),
    ],
)
def test_a_file_alone_is_refused(write, text, says):
    folder = write({"a file.csv": text})
    for given in (folder, folder / "a file.csv"):
        with pytest.raises(Refused, match=says):
            read_return([given])


@pytest.mark.parametrize("text", ["", "name,address\nx,y\n", "\x00", 'a,"b\n'])
def test_among_others_it_is_left_aside_and_said(read, says, text):
    part = read({**GOOD, "notes.csv": text})
    assert part.frames[Child].height == 1
    assert "given/notes.csv: " in says(part) and "It is left aside." in says(part)


def test_what_was_left_aside_may_be_why_a_return_is_refused(write):
    folder = write({**GOOD, "header.csv": HEADER.replace("MOTHER", "DOB")})
    with pytest.raises(Refused, match=r"has no header file") as refused:
        read_return([folder])
    assert "given/header.csv: the file has two columns headed DOB" in refused.value.do


def test_many_files_of_nothing_are_said_in_short(write):
    folder = write({f"{n}.csv": "x,y\n1,2\n" for n in range(5)})
    with pytest.raises(Refused, match="There is no return we know in given") as refused:
        read_return([folder])
    assert "given/0.csv" in refused.value.do and "…and 2 more" in refused.value.do


def test_an_empty_folder(tmp_path):
    with pytest.raises(Refused, match="holds no files"):
        read_return([tmp_path])


def test_progress_is_said(write):
    heard = []
    read_return([write(GOOD)], say=heard.append)
    assert "Reading given/episodes.csv" in heard
    assert "Children looked after (SSDA903): 2 tables" in heard
