"""What the CIN census fills, in which years it is believed, and what is said of its faults."""

from datetime import date

import pytest

from throughline.errors import Refused
from throughline.record.assessment import Assessments, Factors
from throughline.record.child import Child, Disabilities
from throughline.record.composing import compose
from throughline.record.court import PreProceedings
from throughline.record.front_door import Referrals
from throughline.record.identity import Identifiers
from throughline.record.in_need import CinPlans
from throughline.record.protection import Conferences, CpPlans, CpReviews, Section47
from throughline.returns.receiving import read_return

TODAY = date(2026, 6, 30)
ANN = "<LAchildID>Ann</LAchildID><PersonBirthDate>2015-05-01</PersonBirthDate><Sex>F</Sex>"
REFERRED = "<CINreferralDate>2025-05-01</CINreferralDate><ReferralSource>6</ReferralSource>"


def census(*children, year="2026", day="2026-03-31", lea="201", at="2026-05-23T11:14:05"):
    """A census of these children, each a pair: its identifiers, and the rest of it."""
    told = "".join(
        f"<Child>\n<ChildIdentifiers>{who}</ChildIdentifiers>\n{rest}\n</Child>\n" for who, rest in children
    )
    said = [("Collection", "CIN"), ("Year", year), ("ReferenceDate", day)]
    header = "".join(f"<{name}>{value}</{name}>" for name, value in said if value)
    source = "".join(f"<{name}>{value}</{name}>" for name, value in (("LEA", lea), ("DateTime", at)) if value)
    return (
        f"<Message><Header><CollectionDetails>{header}</CollectionDetails><Source>{source}<Content>"
        f"<CBDSLevels><CBDSLevel>Child</CBDSLevel></CBDSLevels></Content></Source></Header>\n"
        f"<Children>\n{told}</Children></Message>"
    )


def details(*inside):
    return f"<CINdetails>{REFERRED}{''.join(inside)}</CINdetails>"


def element(name, **cells):
    return f"<{name}>{''.join(f'<{cell}>{value}</{cell}>' for cell, value in cells.items())}</{name}>"


def test_a_child(read, rows):
    characteristics = (
        "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity>"
        "<Disabilities><Disability>AUT</Disability><Disability>LD</Disability></Disabilities>"
        "</ChildCharacteristics>"
    )
    none = element("ChildCharacteristics", Disabilities="<Disability>NONE</Disability>")
    unborn = "<LAchildID>Cat</LAchildID><ExpectedPersonBirthDate>2026-05-01</ExpectedPersonBirthDate>"
    text = census(
        (ANN + "<UPN>A123456789123</UPN><FormerUPN>X1</FormerUPN>", characteristics + details()),
        ("<LAchildID>Ben</LAchildID><GenderCurrent>1</GenderCurrent>", none + details()),
        (unborn, details()),
    )
    part = read({"any name.txt": text})
    names = ("child", "born", "expected", "sex", "ethnicity", "upn", "disabled")
    assert rows(part, Child, *names) == [
        ("Ann", date(2015, 5, 1), None, "F", "WBRI", "A123456789123", True),
        ("Ben", None, None, "M", None, None, False),
        ("Cat", None, date(2026, 5, 1), None, None, None, None),
    ]
    assert rows(part, Identifiers, "child", "kind", "value") == [("Ann", "Former Unique Pupil Number", "X1")]
    assert rows(part, Disabilities, "child", "disability", "@source_line") == [
        ("Ann", "AUT", 5),
        ("Ann", "LD", 5),
        ("Ben", "NONE", 9),
    ]
    assert (part.as_at, part.faults) == (date(2026, 3, 31), ())


def test_a_time_in_need(read, rows):
    assessed = element(
        "Assessments", AssessmentActualStartDate="2025-05-02", AssessmentAuthorisationDate="2025-06-01"
    ).replace(
        "</Assessments>",
        "<FactorsIdentifiedAtAssessment><AssessmentFactors>1A</AssessmentFactors>"
        "<AssessmentFactors>18B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>",
    )
    text = census(
        (
            ANN,
            details(
                "<PrimaryNeedCode>N1</PrimaryNeedCode>",
                "<CINclosureDate>2026-01-05</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>",
                assessed,
                element("Assessments", AssessmentActualStartDate="2025-12-01"),
                element("CINPlanDates", CINPlanStartDate="2025-06-02", CINPlanEndDate="2025-12-02"),
                "<ReferralNFA>false</ReferralNFA>",
            )
            + details("<ReferralNFA>1</ReferralNFA>"),
        )
    )
    part = read({"a.xml": text})
    names = ("child", "started", "ended", "source", "no_action", "need", "end_reason")
    assert rows(part, Referrals, *names) == [
        ("Ann", date(2025, 5, 1), date(2025, 5, 1), "6", True, None, None),
        ("Ann", date(2025, 5, 1), date(2026, 1, 5), "6", False, "N1", "RC7"),
    ]
    assert rows(part, Assessments, "child", "started", "ended") == [
        ("Ann", date(2025, 12, 1), None),
        ("Ann", date(2025, 5, 2), date(2025, 6, 1)),
    ]
    assert rows(part, Factors, "child", "found", "factor", "@source_line") == [
        ("Ann", date(2025, 6, 1), "18B", 5),
        ("Ann", date(2025, 6, 1), "1A", 5),
    ]
    assert rows(part, CinPlans, "child", "started", "ended", "@since", "@until") == [
        ("Ann", date(2025, 6, 2), date(2025, 12, 2), date(2025, 4, 1), date(2026, 4, 1))
    ]


def test_protection(read, rows):
    plan = element(
        "ChildProtectionPlans", CPPstartDate="2025-06-03", InitialCategoryOfAbuse="NEG",
        LatestCategoryOfAbuse="EMO", NumberOfPreviousCPP="0",
    ).replace(
        "</Child",
        "<Reviews><CPPreviewDate>2025-09-01</CPPreviewDate></Reviews>"
        "<Reviews><CPPreviewDate>2026-02-01</CPPreviewDate></Reviews></Child",
    )  # fmt: skip
    text = census(
        (
            ANN,
            details(
                element("Section47", S47ActualStartDate="2025-05-13", InitialCPCtarget="2025-06-04",
                        DateOfInitialCPC="2025-06-03", ICPCnotRequired="0"),
                "<DateOfInitialCPC>2025-06-03</DateOfInitialCPC>",
                element("Section47", S47ActualStartDate="2026-03-20", InitialCPCtarget="2026-04-14"),
                element("Section47", S47ActualStartDate="2025-07-01", InitialCPCtarget="2025-07-22",
                        ICPCnotRequired="true"),
                plan,
            ),
        ),
        ("<LAchildID>Ben</LAchildID>", details("<DateOfInitialCPC>2025-08-01</DateOfInitialCPC>")),
    )  # fmt: skip
    part = read({"a.xml": text})
    assert rows(part, Section47, "started", "no_conference", "conference") == [
        (date(2025, 5, 13), False, date(2025, 6, 3)),
        (date(2025, 7, 1), True, None),
        (date(2026, 3, 20), None, None),
    ]
    assert rows(part, Conferences, "child", "held", "due", "discussed") == [
        ("Ann", None, date(2026, 4, 14), date(2026, 3, 20)),
        ("Ann", date(2025, 6, 3), date(2025, 6, 4), date(2025, 5, 13)),
        ("Ben", date(2025, 8, 1), None, None),
    ]
    assert rows(part, CpPlans, "child", "started", "ended", "category", "first_category", "before") == [
        ("Ann", date(2025, 6, 3), None, "EMO", "NEG", 0)
    ]
    began = date(2025, 6, 3)
    assert rows(part, CpReviews, "child", "held", "plan_started") == [
        ("Ann", date(2025, 9, 1), began), ("Ann", date(2026, 2, 1), began),
    ]  # fmt: skip


BEFORE_COURT = element(
    "PreProceedingsandFGDM", PPStartDate="2025-09-09", LBPSentDate="2025-09-20", FGDMMeetingOffer="1",
    FGDMMeetingFac="0", InitialPPMeetingDate="2025-09-28", ReviewMeetingsCount="3",
    StepDecisionDate="2025-12-01", PPOutcome="A", CourtAppDate="2025-12-18", LetterInitCPDate="2026-02-05",
)  # fmt: skip


def test_before_court(read, rows):
    part = read({"a.xml": census((ANN, details(BEFORE_COURT)))})
    told = ("started", "letter", "family_meeting_offered", "family_meeting_held", "met", "reviews")
    assert rows(part, PreProceedings, *told) == [
        (date(2025, 9, 9), date(2025, 9, 20), True, False, date(2025, 9, 28), 3.0)
    ]
    assert rows(part, PreProceedings, "ended", "census_outcome", "applied", "issue_letter", "outcome") == [
        (date(2025, 12, 1), "A", date(2025, 12, 18), date(2026, 2, 5), None)
    ]


@pytest.mark.parametrize(
    ("year", "plans", "before"), [("2021", False, False), ("2022", True, False), ("2026", True, False)]
)
def test_what_a_year_did_not_ask_for_is_not_available(read, year, plans, before):
    part = read({"a.xml": census((ANN, details()), year=year, day=f"{year}-03-31", at="")})
    assert (CinPlans in part.covers, PreProceedings in part.covers) == (plans, before)
    assert part.covers[Referrals] == (date(int(year) - 1, 4, 1), date(int(year), 3, 31))


def test_a_year_that_asks_for_it_and_has_none_has_none(write):
    text = census((ANN, details()), year="2027", day="2027-03-31", at="2026-06-15")
    (part,) = read_return([write({"a.xml": text})], today=TODAY)
    assert part.frames[PreProceedings].height == 0
    assert part.covers[PreProceedings] == (date(2026, 4, 1), date(2026, 6, 15))
    assert part.as_at == date(2026, 6, 15)


def spell(ended="", need="N1"):
    closed = (
        f"<CINclosureDate>{ended}</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>" if ended else ""
    )
    return (
        "<CINdetails><CINreferralDate>2024-06-01</CINreferralDate>"
        f"<PrimaryNeedCode>{need}</PrimaryNeedCode>{closed}</CINdetails>"
    )


def two_years(second, *, gap=False):
    year = 2026 + gap
    first = census((ANN, spell()), year="2025", day="2025-03-31", at="")
    return {"b.xml": first, "a.xml": census((ANN, second), year=str(year), day=f"{year}-03-31", at="")}


def test_a_time_that_goes_on_is_one_row(read, rows):
    part = read(two_years(spell("2025-10-01")))
    assert rows(part, Referrals, "started", "ended", "@since", "@until") == [
        (date(2024, 6, 1), date(2025, 10, 1), date(2024, 4, 1), date(2026, 4, 1))
    ]
    assert [source.file for source in part.sources] == ["given/b.xml", "given/a.xml"]
    assert rows(part, Child, "child") == [("Ann",)]


def test_years_that_contradict_are_each_believed_in_their_own(read, rows):
    part = read(two_years(spell(need="N2")))
    assert rows(part, Referrals, "need", "@since", "@until") == [
        ("N1", date(2024, 4, 1), date(2025, 4, 1)),
        ("N2", date(2025, 4, 1), date(2026, 4, 1)),
    ]


def test_a_year_not_sent_parts_the_return(write):
    parts = read_return([write(two_years(spell(), gap=True))], today=date(2027, 6, 1))
    assert [part.covers[Referrals] for part in parts] == [
        (date(2024, 4, 1), date(2025, 3, 31)),
        (date(2026, 4, 1), date(2027, 3, 31)),
    ]


def test_of_two_files_of_a_year_the_later_is_read(read, rows, says):
    early = census((ANN, details()), at="2026-04-10T09:00:00")
    late = census((ANN, details()), ("<LAchildID>Ben</LAchildID>", details()))
    part = read({"a.xml": late, "b.xml": early, "c.xml": late})
    assert rows(part, Child, "child") == [("Ann",), ("Ben",)]
    assert "given/b.xml: given/a.xml is of the same year and was written later" in says(part)
    assert "c.xml" not in says(part)


def test_two_councils_never_mix(write):
    folder = write({"a.xml": census((ANN, details())), "b.xml": census((ANN, details()), lea="202")})
    with pytest.raises(Refused, match="of different councils: 201, 202"):
        read_return([folder], today=TODAY)


@pytest.mark.parametrize(
    ("header", "asked", "end", "fault"),
    [
        (
            {"year": "2025", "day": "2026-03-31"},
            {},
            2025,
            "its reference date is 2026-03-31, and its year 2025",
        ),
        ({"year": "", "day": "2025-03-31"}, {}, 2025, ""),
        ({"year": "199", "day": "2025-03-31"}, {}, 2025, ""),
        ({"year": "", "day": ""}, {"year": 2024}, 2024, ""),
    ],
)
def test_which_year(read, says, header, asked, end, fault):
    part = read({"a.xml": census((ANN, details()), **header, at="")}, **asked)
    assert part.as_at == date(end, 3, 31)
    assert fault in says(part) and bool(fault) == bool(part.faults)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (census((ANN, details()), year="", day=""), "Which year is a.xml of"),
        (census((ANN, details()), year="2031", day=""), "31 March 2031, still to come"),
        (census(), "is no return we know"),
        ("<Message><Children><Child><CINdetails><ReferralNFA>1</ReferralNFA></CINdetails></Child></Children>"
         "</Message>", "has no ChildIdentifiers"),
    ],
)  # fmt: skip
def test_refused_in_a_sentence(write, text, says):
    with pytest.raises(Refused, match=says) as refused:
        read_return([write({"a.xml": text}) / "a.xml"], today=TODAY)
    assert refused.value.do


def test_faults_have_their_line_and_nothing_else_is_lost(read, rows, says):
    part = read(
        {
            "a.xml": census(
                (ANN, details()),
                (ANN.replace("2015", "2016"), details("<CINclosureDate>2025-02-31</CINclosureDate>")),
                ("<UPN>A1</UPN>", details()),
                ("<LAchildID>Dee</LAchildID><ShoeSize>9</ShoeSize>", details("<Foo><Bar>1</Bar></Foo>")),
                (
                    "<LAchildID>Eve</LAchildID><HatSize>1</HatSize><ShoeSize>7</ShoeSize>",
                    details("<PrimaryNeedCode>N99</PrimaryNeedCode>") + "<UPN>A2</UPN>",
                ),
            )
        }
    )
    assert rows(part, Child, "child", "born") == [("Ann", date(2015, 5, 1)), ("Dee", None), ("Eve", None)]
    assert rows(part, Referrals, "child", "@source_line") == [
        ("Ann", 5),
        ("Ann", 9),
        ("Dee", 17),
        ("Eve", 21),
    ]
    for fault in (
        "a.xml, line 8, LAchildID: this child stands in the census already",
        "a.xml, line 9, CINclosureDate: “2025-02-31” is not a date.",
        "a.xml, line 12, LAchildID: it does not give “The child, as the case system knows them”",
        "a.xml, line 13, LAchildID: it does not give “The child”",
        "a.xml, line 16, ShoeSize: in ChildIdentifiers it has ShoeSize, which we do not know; not read (2",
        "a.xml, line 20, HatSize: in ChildIdentifiers it has HatSize, which we do not know; not read.",
        "a.xml: Bar in “Foo” (line 17) is nothing we know. It is left aside.",
        "a.xml: UPN in “Child” (line 19) is nothing we know. It is left aside.",
        "a.xml, line 21, PrimaryNeedCode: “N99” is not a code for it",
    ):
        assert fault in says(part)


def test_it_answers_where_nothing_better_does(write):
    header = "pers_person_id,pers_dob\nAnn,2015-05-02\n"
    referrals = "cine_referral_id,cine_person_id,cine_referral_date,cine_close_date\nR,Ann,2025-05-01,\n"
    folder = write({"ssd-2026-06-30/p.csv": header, "ssd-2026-06-30/r.csv": referrals,
                    "a.xml": census((ANN, details(BEFORE_COURT)))})  # fmt: skip
    snapshot = compose(read_return([folder], today=TODAY), "Little")
    answers = {
        table: [cover.part for cover in snapshot.covers[table]] for table in (Referrals, PreProceedings)
    }
    assert answers[PreProceedings] == [1]
    assert answers[Referrals][0] == 0
    assert snapshot.frames[Child].get_column("Child.born").to_list() == [date(2015, 5, 2)]
