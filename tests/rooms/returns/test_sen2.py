"""SEN2, the census of education, health and care plans: the same record out of each of its forms."""

from datetime import date
from itertools import count

import pytest

from throughline.counting.answers import count as counted
from throughline.errors import Refused
from throughline.measures.kinds import Better, Share
from throughline.record.child import Child
from throughline.record.composing import compose
from throughline.record.dates import days as days_from
from throughline.record.periods import Months, months
from throughline.record.send import (
    EhcAssessments,
    EhcPlacements,
    EhcPlacesNamed,
    EhcPlans,
    EhcPlansInForce,
    EhcRequests,
    EhcReviews,
    SendPupils,
    SenNeeds,
)
from throughline.returns.receiving import read_return
from throughline.returns.sen2_tables import (
    ActivePlans,
    Assessment,
    Person,
    Requests,
    SENneed,
)

from .sen2_forms import as_xml, line
from .sen2_people import ANN, HEADER, ULN, ann, ben, forms, told

# SEND01 as the facts define it: 140 days from the request to the plan, without exceptions
IN_TWENTY_WEEKS = Share(
    title="EHC plans issued within twenty weeks",
    why="A child should not wait longer to know what help will come.",
    defined_by="SEND01",
    of=EhcAssessments.on(EhcAssessments.issued).where(~EhcAssessments.excepted),
    that=days_from(EhcAssessments.requested, EhcAssessments.issued) <= 140,
    better=Better.HIGHER,
    examples="",
)


@pytest.fixture
def parts(write):
    """The same people received in each form, each in a folder of its own."""
    turns = count()

    def received(people, **asked):
        found = {}
        for name, files in forms(people).items():
            (found[name],) = read_return([write(files, f"{name}{next(turns)}")], today=date(2025, 2, 1))
        return found

    return received


@pytest.mark.parametrize("form", ["xml", "csv", "template"])
def test_what_a_census_says_is_in_the_record(read, rows, form, says):
    part = read(forms([ann(), ben()])[form])
    assert "set aside" not in says(part) and "not read" not in says(part)
    assert rows(part, Child, "child", "surname", "sex", "upn", "born") == [
        (ULN, "Lee", "M", None, date(2006, 1, 31)),
        (ANN, "O’Hara", "F", ANN, date(2012, 5, 1)),
    ]
    assert rows(part, SendPupils, "child", "uln", "unknown") == [(ULN, ULN, "UN9"), (ANN, None, None)]
    assert rows(part, EhcRequests, "child", "started", "decision", "source", "rya", "tribunal") == [
        (ULN, None, "H", None, None, None),
        (ULN, date(2024, 11, 1), "N", None, None, None),
        (ANN, date(2024, 2, 1), "Y", "3", "0", "1"),
    ]
    assert rows(part, EhcPlans, "child", "started", "residential", "work_based", "personal_budget", "oa") == [
        (ULN, None, None, None, None, None),
        (ANN, date(2024, 6, 20), False, True, "1", "2"),
    ]
    assert rows(part, EhcReviews, "child", "told", "met", "outcome") == [
        (ULN, date(2024, 3, 3), None, None),
        (ANN, date(2025, 1, 10), date(2024, 12, 12), "C"),
    ]
    assert rows(part, SenNeeds, "child", "need", "rank") == [
        (ULN, "MLD", "1"), (ANN, "ASD", "1"), (ANN, "SLCN", "2"),
    ]  # fmt: skip
    assert rows(part, EhcPlacesNamed, "child", "named", "urn", "unit", "resourced") == [
        (ANN, date(2024, 6, 20), "100001", True, None),
    ]
    assert rows(part, EhcPlacements, "child", "started", "ended", "ukprn", "residential") == [
        (ANN, date(2024, 9, 2), None, "10000001", True),
    ]
    assert rows(part, EhcPlansInForce, "child", "counted", "transfer_due", "began", "reviewed") == [
        (ULN, date(2025, 1, 16), None, None, date(2024, 3, 3)),
        (ANN, date(2025, 1, 16), date(2025, 2, 15), date(2024, 6, 20), date(2025, 1, 10)),
    ]
    assert part.as_at == date(2025, 1, 16)
    counted = part.covers[EhcPlansInForce]
    assert counted == (date(2024, 2, 1), date(2025, 1, 31))
    assert set(part.covers.values()) == {counted, (date(2024, 1, 1), date(2025, 1, 16))}


def test_the_three_forms_say_the_same(parts):
    one, two, three = map(told, parts([ann(), ben()]).values())
    assert one == two == three


def test_twenty_weeks_can_be_counted_of_an_assessment(read, rows):
    """From the request to the plan; or, where no plan says its day, to the decision to issue one."""
    decided = line(Assessment, AssessmentOutcome="Y", AssessmentOutcomeDate="2024-09-01", Week20="1")
    refused = line(Assessment, AssessmentOutcome="N", AssessmentOutcomeDate="2024-09-02")
    people = [
        ann(),
        line(Person, [line(Requests, [decided], ReceivedDate="2024-01-31")], UPN="B"),
        line(Person, [line(Requests, [refused], ReceivedDate="2024-01-31")], UPN="C"),
    ]
    part = read({"sen2.xml": as_xml(HEADER, people)})
    assert rows(part, EhcAssessments, "child", "requested", "issued", "excepted") == [
        (ANN, date(2024, 2, 1), date(2024, 6, 20), False),
        ("B", date(2024, 1, 31), date(2024, 9, 1), True),
        ("C", date(2024, 1, 31), None, None),
    ]
    answers = counted([IN_TWENTY_WEEKS], compose([part], "Saltscar"), Months(2024, 1, 12))
    answer = answers.value(IN_TWENTY_WEEKS, months(2024, 1, 12))
    assert (answer.numerator, answer.denominator) == (1, 1)


def test_one_request_is_known_by_the_same_name_in_all_that_came_of_it(read, rows):
    part = read({"sen2.xml": as_xml(HEADER, [ann()])})
    named = f"{ANN} 2024-02-01"
    assert rows(part, EhcRequests, "request") == [(named,)]
    for table, short in ((EhcAssessments, "request"), (EhcPlans, "assessment"), (EhcReviews, "plan")):
        assert rows(part, table, short) == [(named,)]


@pytest.mark.parametrize("form", ["xml", "csv", "template"])
def test_a_child_without_pupil_or_learner_number_is_known_by_the_line(read, rows, form, says):
    """Most are too young for school: their requests and plans count all the same."""
    young = line(Person, [line(Requests, ReceivedDate="2024-02-02")], Surname="Roe", UPNunknown="UN1")
    part = read(forms([ann(), young])[form])
    assert "known by the number" not in says(part)
    (mine,) = {child for (child,) in rows(part, Child, "child")} - {ANN}
    assert mine.startswith("SEN2 2025 person ")
    assert {(ANN,), (mine,)} == set(rows(part, EhcRequests, "child"))
    assert (mine, "UN1") in rows(part, SendPupils, "child", "unknown")
    assert not any(fault.aside for fault in part.faults)


def test_that_nothing_says_why_a_child_has_no_number_is_told(read, says):
    part = read({"sen2.xml": as_xml(HEADER, [ann(), line(Person, [line(Requests)], Surname="Roe")])})
    assert "nor why: the young person is known by the number of this line" in says(part)
    assert "Roe" not in says(part)


def test_a_person_told_twice_is_one(read, rows, says):
    again = line(Person, [line(Requests, ReceivedDate="2024-05-05")], Surname="Hara", UPN=ANN)
    part = read({"sen2.xml": as_xml(HEADER, [ann(), again])})
    assert rows(part, Child, "child", "surname") == [(ANN, "O’Hara")]
    assert len(rows(part, EhcRequests, "child")) == 2
    assert "stands in the census already" in says(part)


def test_earlier_spellings_are_read(read, rows):
    text = (
        f"<SEN2><Header><ReferenceDate>2024-01-18</ReferenceDate></Header><Persons><Person><UPN>{ANN}</UPN>"
        "<Gender>2</Gender><Requests><ActivePlans><Res>1</Res><WPB>0</WPB></ActivePlans></Requests>"
        "</Person></Persons></SEN2>"
    )
    part = read({"sen2.xml": text})
    assert rows(part, EhcPlansInForce, "child", "residential", "work_based") == [(ANN, True, False)]
    assert rows(part, Child, "sex") == [("F",)]
    assert rows(part, EhcRequests, "child", "started") == [(ANN, None)]


def test_persons_without_a_header_need_their_day_said(read, rows):
    text = f"<Persons><Person><UPN>{ANN}</UPN><Requests><RYA>1</RYA></Requests></Person></Persons>"
    part = read({"sen2.xml": text}, as_at=date(2025, 1, 16))
    assert rows(part, EhcRequests, "child", "rya") == [(ANN, "1")]


def test_a_need_that_its_year_does_not_have_is_said(read, says):
    person = line(Person, [line(Requests, [line(ActivePlans, [line(SENneed, SENtype="DS")])])], UPN=ANN)
    earlier = {**HEADER, "ReferenceDate": "2024-01-18"}
    assert "“DS” is not a code for it" in says(read({"a.xml": as_xml(earlier, [person])}, "earlier"))
    assert "DS" not in says(read({"a.xml": as_xml(HEADER, [person])}, "later"))


def test_what_is_not_known_is_a_fault_with_its_line(read, rows, says):
    text = as_xml(HEADER, [ann()]).replace("<RYA>", "<Shoe>9</Shoe><RYA>")
    text = text.replace("</Person>", "\n<Pets><Pet>cat</Pet></Pets></Person>")
    text = text.replace("</Header>", "<CBDSLevels><CBDSLevel><A>1</A></CBDSLevel></CBDSLevels></Header>")
    part = read({"sen2.xml": text})
    assert "sen2.xml, line 1, Shoe: in Requests it has Shoe, which we do not know" in says(part)
    assert "sen2.xml, line 2: Pet in “Pets” is nothing we know" in says(part)
    assert len(part.faults) == 2
    assert len(rows(part, EhcRequests, "child")) == 1


def test_a_need_that_stands_under_no_plan_is_set_aside(read, says):
    astray = line(Person, [line(Requests, [line(SENneed, SENtype="ASD")], RequestOutcome="A")], UPN=ANN)
    part = read({"sen2.xml": as_xml(HEADER, [astray])})
    assert "it stands under no line of ActivePlans" in says(part)
    assert part.frames[SenNeeds].height == 0


def test_a_file_cut_short_is_refused(read):
    with pytest.raises(Refused, match="line 1: from here on it is not XML"):
        read({"sen2.xml": as_xml(HEADER, [ann()])[:-40]})


def test_a_file_nested_too_deep_is_refused(read):
    deep = "<Requests>" * 300 + "<RYA>1</RYA>" + "</Requests>" * 300
    text = as_xml(HEADER, [ann()]).replace("</Person>", f"{deep}</Person>")
    with pytest.raises(Refused, match="damaged"):
        read({"sen2.xml": text})
