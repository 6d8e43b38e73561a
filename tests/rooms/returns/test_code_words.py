"""Words that stand for a code and are none: asked about once where they stand often, and read as answered."""

from datetime import date

import pytest

from throughline.record.care import Care
from throughline.record.child import Child
from throughline.record.front_door import Referrals
from throughline.record.leaving_care import CareLeavers
from throughline.record.send import SenNeeds
from throughline.returns.receiving import read_return
from throughline.returns.sen2_tables import ActivePlans, Person, Requests, SENneed
from throughline.returns.told import Told

from .sen2_forms import as_xml, line
from .sen2_people import HEADER as SEN2_HEADER
from .test_cin_census import census, details

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


def test_what_a_return_takes_for_no_answer_is_no_word_to_ask_about(write):
    """Of those whom nobody is in touch with, where they live is 0; on three other lines it is a word."""
    headings = "clea_person_id,clea_care_leaver_eligibility,clea_care_leaver_in_touch,"
    headings += "clea_care_leaver_accommodation,clea_care_leaver_accom_suitable,clea_care_leaver_activity\n"
    lines = "".join(f"{n},Relevant,NO,0,,\n" for n in range(4))
    lines += "".join(f"{n},Relevant,YES,flat,,\n" for n in range(4, 8))
    asked = []
    told = Told({}, asked.append)
    persons = PERSON + "".join(f"{n},2008-05-01,F,WBRI,,\n" for n in range(8))
    files = write({"leavers.csv": headings + lines, "p.csv": persons})
    (part,) = read_return([files], as_at=DAY, today=DAY, told=told)
    assert [one.subject.value for one in asked] == ["flat"]
    lives = part.frames[CareLeavers].sort("@source_line").get_column("CareLeavers.accommodation").to_list()
    assert lives == [None] * 4 + ["flat"] * 4


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


NEEDS = [(f"<LAchildID>{n}</LAchildID>", details("<PrimaryNeedCode>Abuse</PrimaryNeedCode>")) for n in "abc"]
ORDERS = "".join(
    f"<CHILD><HEADER><CHILDID>{n}</CHILDID><DOB>01/05/2012</DOB></HEADER><EPISODE><DECOM>01/06/2025</DECOM>"
    "<RNE>S</RNE><LS>Care order</LS></EPISODE></CHILD>"
    for n in "abc"
)
PLANS = [
    line(Person, [line(Requests, [line(ActivePlans, [line(SENneed, SENtype="Blind")])])], UPN=n)
    for n in "abc"
]
IN_XML = {
    "CIN census": (census(*NEEDS), "PrimaryNeedCode of CINdetails", "N1", Referrals.need),
    "SSDA903": (f"<EXPSSDA903>{ORDERS}</EXPSSDA903>", "LS of episodes", "C2", Care.legal_status),
    "SEN2": (as_xml(SEN2_HEADER, PLANS), "SENtype of SEN needs", "VI", SenNeeds.need),
}


@pytest.mark.parametrize("kind", IN_XML)
def test_a_word_in_an_element_of_xml_is_asked_about_as_in_any_file(write, kind):
    text, where, code, column = IN_XML[kind]
    folder, asked = write({"a.xml": text}), []

    def words(answers):
        (part,) = read_return([folder], today=DAY, year=2026, told=Told(answers, asked.append))
        name = column.meta.output_name()
        (frame,) = (frame for frame in part.frames.values() if name in frame.columns)
        return set(frame.get_column(name)), "\n".join(map(str, part.faults))

    read, says = words({})
    (one,) = asked
    assert f"in {where} (3 lines)?" in one.asks and one.file.endswith("a.xml")
    assert read != {code} and "is not a code for it; it is kept as it came." in says
    read, says = words({one.subject: code})
    assert read == {code} and len(asked) == 1 and "is not a code" not in says
