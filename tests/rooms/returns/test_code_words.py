"""Words that stand for a code and are none: asked about once where they stand often, and read as answered."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from throughline.record.care import Care
from throughline.record.child import Child
from throughline.returns.code_words import as_told
from throughline.returns.finding import Found
from throughline.returns.headings import Known
from throughline.returns.kinds import Xml
from throughline.returns.reading import read_csv
from throughline.returns.receiving import read_return
from throughline.returns.ssd import SSD
from throughline.returns.ssd_tables import SsdPerson
from throughline.returns.told import Told

PERSON = "pers_person_id,pers_dob,pers_sex,pers_ethnicity,pers_forename,pers_surname\n"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n101,1,01/05/2012,WBRI,,,\n"
DAY = date(2026, 6, 30)


@pytest.fixture
def received(write):
    """Read persons of these sexes, with answers; give the sexes read, what was asked, and the faults."""

    def sexes(*written, answers=()):
        asked = []
        lines = "".join(f"{n},2012-05-01,{word},WBRI,,\n" for n, word in enumerate(written))
        told = Told({each.subject: said for each, said in answers}, asked.append)
        (part,) = read_return([write({"p.csv": PERSON + lines})], as_at=DAY, today=DAY, told=told)
        read = part.frames[Child].sort("@source_line").get_column("Child.sex").to_list()
        return read, asked, "\n".join(map(str, part.faults))

    return sexes


def test_a_word_that_stands_often_is_asked_about_once_with_the_likely_code_first(received):
    read, asked, says = received("Boy", "boy", "BOY", "F", "Girl", "Girl")
    assert read == ["Boy", "boy", "BOY", "F", "Girl", "Girl"], "until it is answered, as it came"
    (one,) = asked
    assert one.asks == "What is “boy” in pers_sex of persons (ssd_person) (3 lines)?"
    assert one.choices[0].answer == "M" and one.choices[0].words == "M: Male" and one.likely
    assert "“Boy” is not a code for it; it is kept as it came." in says


def test_an_answer_is_used_whatever_the_capitals_and_the_number(received):
    (one,) = received("Boy", "Boy", "Boy")[1]
    read, asked, says = received("BOY", "F", None, "girl", answers=[(one, "M")])
    assert read[:2] + read[3:] == ["M", "F", "girl"] and asked == []
    assert "“BOY”" not in says and "“girl” is not a code" in says
    read, asked, _ = received("Boy", "Boy", "Boy", answers=[(one, "")])
    assert read == ["Boy"] * 3 and asked == [], "it is no code: it is not asked twice"


def test_a_word_like_nothing_has_no_likely_code(received):
    (one,) = received("zzz", "zzz", "zzz")[1]
    assert not one.likely and {each.answer for each in one.choices} == {"M", "F", "U"}


@pytest.mark.parametrize(
    "words", [["x" * 61] * 3, [f"word {n}" for n in range(21)] * 3, ["M", "male", "1"] * 3]
)
def test_notes_columns_of_anything_and_known_spellings_are_no_question(received, words):
    assert received(*words)[1] == []


def test_a_column_whose_codes_are_the_records(write):
    lines = "101,0{}/06/2022,S,C2,N1,U6,PR1,,,,,,\n"
    asked = []
    episodes = EPISODES + "".join(lines.format(n).replace("C2", "Care order") for n in (1, 2, 3))
    folder = write({"header.csv": HEADER, "episodes.csv": episodes})
    read_return([folder], today=DAY, told=Told({}, asked.append))
    (one,) = asked
    assert one.subject.name == "ls" and "C2" in {each.answer for each in one.choices}
    told = Told({one.subject: "C2"}, asked.append)
    (part,) = read_return([folder], today=DAY, told=told)
    assert set(part.frames[Care].get_column("Care.legal_status")) == {"C2"} and len(asked) == 1


def test_a_file_written_by_a_schema_is_not_asked_about(write):
    asked = []
    (file,) = write({"p.csv": PERSON + "1,2012-05-01,Boy,WBRI,,\n"}).iterdir()
    sheet = read_csv(file.read_bytes(), Found(file, file.name, (file.name,)))
    for reads in (SSD.reads, Xml(elements=("Message",))):
        known = Known.of(replace(SSD, reads=reads), SsdPerson, sheet.headings)
        column = SsdPerson.columns["pers_sex"]
        as_told(sheet, known, Told({}, asked.append), column, pl.Series(["Boy"] * 3))
    assert len(asked) == 1
