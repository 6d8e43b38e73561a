"""Fillers are not recorded, and said once a column; and the factors of an assessment in both their shapes."""

from datetime import date

import pytest

from throughline.record.assessment import Factors
from throughline.record.care import Care
from throughline.record.child import Child

PERSON = "pers_person_id,pers_dob,pers_sex,pers_ethnicity,pers_forename,pers_surname\n"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n101,1,01/05/2012,WBRI,,,\n"
ASSESSMENT = "cina_assessment_id,cina_person_id,cina_assessment_start_date,cina_assessment_auth_date\n"


def test_the_fillers_of_the_dataset_are_blank_and_counted(read, rows, says):
    lines = "A,1900-01-01,SSD_PH,WBRI,,\nB,1900-01-01 00:00:00,SSD_PH,WBRI,,\nC,2012-05-01,F,NULL,,SSD_PH\n"
    part = read({"p.csv": PERSON + lines}, as_at=date(2026, 6, 30))
    assert rows(part, Child, "child", "born", "sex") == [
        ("A", None, None),
        ("B", None, None),
        ("C", date(2012, 5, 1), "F"),
    ]
    told = says(part)
    assert "pers_dob: 2 are “1 January 1900”, a filler; left blank: not recorded." in told
    assert "pers_sex: 2 are “SSD_PH”, a filler" in told and "pers_surname: 1 is “SSD_PH”" in told
    assert "NULL" not in told and told.count("filler") == 3, "once a column, not once a row"


def test_the_fillers_of_a_shared_tool_are_blank_in_the_record_and_counted(read, rows, says):
    first = "101,01/06/2022,S,C2,N1,U6,PR1,01/08/2022,E99,LIIAF,,,XXXXXXX\n"
    second = "101,01/08/2022,P,C2,N1,U6,PR1,,,,,,1234567\n"
    part = read({"header.csv": HEADER, "episodes.csv": EPISODES + first + second})
    assert rows(part, Care, "end_reason", "change_reason", "urn", "ended") == [
        (None, None, "1234567", None),
        (None, None, None, date(2022, 8, 1)),
    ]
    for heading, filler in (("REC", "E99"), ("REASON_PLACE_CHANGE", "LIIAF"), ("URN", "XXXXXXX")):
        assert f"{heading}: 1 is “{filler}”, a filler" in says(part)


@pytest.mark.parametrize(
    ("written", "factors"),
    [
        ('["2B", "3A"]', {"2B", "3A"}),
        ('{"2B": "Yes", "3A": "No", "4A": "yes"}', {"2B", "4A"}),
        ('{"2B": true, "3A": false}', {"2B"}),
        ("[]", set()),
        ("{}", set()),
        ("SSD_PH", set()),
    ],
)
def test_factors_in_both_live_shapes(read, written, factors):
    quoted = written.replace('"', '""')
    files = {
        "p.csv": PERSON + "A,2012-05-01,F,WBRI,,\n",
        "a.csv": ASSESSMENT + "1,A,2026-01-01,2026-02-01\n",
        "f.csv": f'cinf_assessment_id,cinf_assessment_factors_json\n1,"{quoted}"\n',
    }
    part = read(files, as_at=date(2026, 6, 30))
    assert set(part.frames[Factors].get_column("Factors.factor")) == factors
