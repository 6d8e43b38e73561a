"""Annex A, the SSDA903 and the dataset tell of the same children: where two answer for a day they say
the same, or the reason is said here; and however many are received, nothing is added together."""

from datetime import date

import pytest

from throughline.counting.answers import dated
from throughline.counting.facts import ALL
from throughline.counting.store import catalogue
from throughline.loads.counts import answers_now
from throughline.loads.home import Council
from throughline.loads.memory import waiting
from throughline.loads.receiving import receive
from throughline.record.assessment import Assessments
from throughline.record.breakdowns import NOT_RECORDED, UNBORN
from throughline.record.child import AGE, ETHNIC_GROUP, SEX_OF_CHILD
from throughline.record.journey import BREAKDOWNS
from throughline.record.leaving_care import CareLeavers
from throughline.record.periods import Period, as_at, financial_year, months
from throughline.record.permanence import Adoptions

from .plain_changes import moved_cells, twin

MEASURES = catalogue()
SPLITS = (ALL, SEX_OF_CHILD, AGE, ETHNIC_GROUP)
NOT_IN_ANNEX_A = {
    "missing_episodes": "it has no list of times missing",
    "return_interviews_taken_up": "it has no list of times missing",
    "three_placements_in_a_year": "it names no placement before the latest",
    "rereferrals": "its referrals reach back six months, and twelve are asked",
    "repeat_plans": "its plans reach back six months, and twenty-four are asked",
    "caseload": "it names the worker who holds a case now, not since when",
    "children_with_a_worker": "it names the worker who holds a case now, not since when",
    "plan_seen_within_28_days": "it dates the last visit, and does not say whether the child was seen",
    "care_seen_within_6_weeks": "it dates the last visit, and does not say whether the child was seen",
    "early_help_stepped_up": "of help that ended in the six months it lists only what began in them",
    "cases_closed": "it does not say when each case closed that was found to need no help",
    "days_in_need": "it does not say when each case closed that was found to need no help",
    "referrals_not_in_need": "it does not say why a case closed that was found to need no help",
    "staying_put": "its times looked after reach back six months, and twelve are asked",
    "unborn_with_plan": "it does not say when a birth is expected",
    "plan_reviews_in_time": "of a plan's reviews it lists the latest alone",
}
LEFT_OUT_OF_ANNEX_A = {  # each row is left out, so that there is no figure
    "assessments_on_open_cases": "it does not say of which referral an assessment is",
    "days_to_adoptive_home": "it does not say whether a child is adopted by who fostered them",
    "over_20_miles_from_home": "it does not say how far from home a child lives",
    "over_20_miles_and_outside": "it does not say how far from home a child lives",
    "waiting_with_siblings": "it does not say who is to be placed with brothers and sisters",
}
NOBODY_IN_THE_SAMPLE = {"homes_without_a_number"}  # by either
OTHERS_IN_NEED = "its list leaves out care leavers, and who was assessed and needs no help"
IN_NEED_SO_LONG = ("three", "six", "twelve", "twenty_four")
IN_NEED = ("children_in_need", "days_in_need_so_far", *(f"in_need_{many}_months" for many in IN_NEED_SO_LONG))
OTHERWISE_IN_ANNEX_A = {
    "assessments_within_45_days_of_referral": "its referrals reach back six months alone",
    "contacts_to_referral": "a contact has no outcome: a referral by the next working day stands for it",
    "children_in_need_rate": OTHERS_IN_NEED,
    **dict.fromkeys(IN_NEED, OTHERS_IN_NEED),
}
IN_SSDA903 = {
    "looked_after", "looked_after_rate", "started_care", "left_care", "left_care_to_a_family",
    "three_placements_in_a_year", "living_with_relatives", "in_residential_homes", "missing_episodes",
}  # fmt: skip
OTHER_WORKERS = "it names the workers of children looked after in the year, and of no others"
BIRTHDAYS = "it tells of birthdays in the year; the dataset of its own day alone"
LEAVERS = (
    "care_leavers_in_touch", "care_leavers_in_suitable_homes", "in_higher_education", "in_touch_17_to_18",
    "in_touch_19_to_21", "learn_or_work_17_to_18", "learn_or_work_19_to_21", "staying_put",
    "suitable_homes_17_to_18", "suitable_homes_19_to_21",
)  # fmt: skip
OTHERWISE_IN_SSDA903 = {
    **dict.fromkeys(("caseload", "workers_over_20", "workers_over_25"), OTHER_WORKERS),
    "return_interviews_taken_up": "it has no return interviews, so every time missing is left out",
    **dict.fromkeys(LEAVERS, BIRTHDAYS),
}


def home(files, folder, *names):
    """A council that has received these of the sample's files."""
    council = Council(folder / "councils" / "saltscar")
    receive(council, [files / name for name in names])
    return council


@pytest.fixture(scope="module")
def annex_a(saltscar, tmp_path_factory):
    book = next(saltscar.files.glob("annex_a_*/*.xlsx")).relative_to(saltscar.files)
    return answers_now(home(saltscar.files, tmp_path_factory.mktemp("annex_a"), book, "wards.csv"))


@pytest.fixture(scope="module")
def ssda903(saltscar, tmp_path_factory):
    return answers_now(home(saltscar.files, tmp_path_factory.mktemp("ssda903"), "ssda903", "wards.csv"))


@pytest.fixture(scope="module")
def receives_all_three(saltscar, tmp_path_factory):
    """A council that has the dataset and wards, then Annex A, then the SSDA903, each a later load."""
    council = twin(saltscar.council, tmp_path_factory.mktemp("all") / "saltscar")
    receive(council, [next(saltscar.files.glob("annex_a_*/*.xlsx"))])
    receive(council, [saltscar.files / "ssda903"])
    return council


@pytest.fixture(scope="module")
def all_three(receives_all_three):
    return answers_now(receives_all_three)


def test_clean_files_ask_no_question(receives_all_three):
    assert [one.question.asks for one in waiting(receives_all_three)] == []


def six_months_to(day):
    return Period(date(day.year, day.month - 6, day.day + 1), day)


def told(answers, name, period, by=ALL):
    """What answers say of a measure: the figure of each group, those of nought aside. Only the dataset
    knows when a birth is expected, so those not yet born and those of no known age are told as one."""
    measure = MEASURES[name]
    found = {g: answers.value(measure, period, by, g) for g in answers.groups(measure, by)}
    if by is AGE:
        apart = [found.pop(g) for g in (UNBORN, NOT_RECORDED)]
        found["No age"] = tuple(sum(a[n] or 0 for a in apart) for n in range(4))
    return {g: a for g, a in found.items() if any(a[:4])}


def children(answers, name, period, which="counts"):
    """The children behind a figure, or what else its rows are about: one for each row."""
    rows = answers.children(MEASURES[name], period, which=which)
    about = next((c for c in rows.columns if c.endswith(".child")), rows.columns[0])
    return sorted(map(str, rows.get_column(about)))


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_annex_a_and_the_dataset_agree(name, annex_a, saltscar):
    period = six_months_to(saltscar.day)
    ours, theirs = (a.value(MEASURES[name], period) for a in (saltscar.answers, annex_a))
    if name in NOT_IN_ANNEX_A:
        assert ours.available and not theirs.available, NOT_IN_ANNEX_A[name]
    if name in LEFT_OUT_OF_ANNEX_A:
        assert theirs.left_out == ours.denominator + ours.left_out > 0 == theirs.denominator
        assert ours.value is not None, LEFT_OUT_OF_ANNEX_A[name]
    if name in LEFT_OUT_OF_ANNEX_A or not theirs.available:  # not available is never nought
        assert theirs.value is None
    elif name not in OTHERWISE_IN_ANNEX_A:
        for by in SPLITS if name != "days_to_assess" else (ALL,):
            assert told(annex_a, name, period, by) == told(saltscar.answers, name, period, by), by.title
        assert bool(told(annex_a, name, period)) != (name in NOBODY_IN_THE_SAMPLE)
        assert children(annex_a, name, period) == children(saltscar.answers, name, period)


@pytest.mark.parametrize("name", IN_NEED)
def test_whom_annex_a_leaves_out_of_children_in_need(name, annex_a, saltscar):
    """And of those who are in need so long: whoever is in both lists is counted, and passes, in both."""
    day, frames = as_at(saltscar.day), saltscar.answers.snapshot.frames
    ours, theirs = (set(children(a, name, day)) for a in (saltscar.answers, annex_a))
    assessed = frames[Assessments].filter(Assessments.no_action & (Assessments.ended <= saltscar.day))
    leavers, assessed = set(frames[CareLeavers]["CareLeavers.child"]), set(assessed["Assessments.child"])
    assert theirs < ours and ours & leavers <= ours - theirs, OTHERWISE_IN_ANNEX_A[name]
    assert ours - theirs <= leavers | assessed
    passed = [set(children(a, name, day, "passes")) for a in (saltscar.answers, annex_a)]
    assert passed[1] == passed[0] & theirs


def test_annex_a_tells_of_contacts_by_the_referral_that_followed(annex_a, saltscar):
    period = six_months_to(saltscar.day)
    same = [a.value(MEASURES["contacts_to_referral"], period) for a in (annex_a, saltscar.answers)]
    assert same[0].denominator == same[1].denominator and same[0].too_early == same[1].too_early
    passes = [children(a, "contacts_to_referral", period, "passes") for a in (annex_a, saltscar.answers)]
    assert set(passes[1]) <= set(passes[0]), OTHERWISE_IN_ANNEX_A["contacts_to_referral"]
    extra = len(passes[0]) - len(passes[1])
    assert 0 <= extra < len(passes[1]) * 0.02


@pytest.mark.parametrize("year", range(2021, 2026))
def test_the_ssda903_and_the_dataset_agree(year, ssda903, saltscar):
    for name in sorted(IN_SSDA903):
        if MEASURES[name].looks_back and year == 2021:
            continue  # the first year sent looks back no further than its own April
        for by in SPLITS:
            ours = told(saltscar.answers, name, financial_year(year), by)
            assert told(ssda903, name, financial_year(year), by) == ours, (name, by.title)
        assert told(ssda903, name, financial_year(year)), name
        lists = [children(a, name, financial_year(year)) for a in (ssda903, saltscar.answers)]
        assert lists[0] == lists[1], name


@pytest.mark.parametrize("name", sorted(set(MEASURES) - IN_SSDA903 - set(OTHERWISE_IN_SSDA903)))
def test_of_what_else_the_ssda903_says_the_same_or_nothing(name, ssda903, saltscar):
    ours, theirs = (a.value(MEASURES[name], financial_year(2025)) for a in (saltscar.answers, ssda903))
    if not theirs.available or (theirs.left_out and not theirs.denominator):
        assert theirs.value is None
    else:
        assert theirs == ours


def test_without_days_due_no_review_is_said_to_be_on_time(ssda903, saltscar):
    measure, year = MEASURES["care_reviews_on_time"], financial_year(2025)
    assert saltscar.answers.value(measure, year).available and not ssda903.value(measure, year).available


def test_who_came_before_its_first_year_is_long_in_care_by_the_ssda903_too(ssda903, saltscar):
    measure = MEASURES["settled_for_two_years"]
    for day in (date(2023, 10, 31), date(2024, 3, 31), date(2026, 3, 31)):
        assert ssda903.value(measure, as_at(day)) == saltscar.answers.value(measure, as_at(day))


def test_without_interviews_every_time_missing_is_left_out(ssda903):
    interviews = ssda903.value(MEASURES["return_interviews_taken_up"], financial_year(2025))
    assert interviews.value is None and interviews.left_out > 0
    assert interviews.denominator == 0, OTHERWISE_IN_SSDA903["return_interviews_taken_up"]


def test_the_ssda903_names_workers_of_children_looked_after_alone(ssda903, saltscar):
    day = as_at(date(2026, 3, 31))
    theirs, ours = (set(children(a, "caseload", day)) for a in (ssda903, saltscar.answers))
    assert theirs < ours, OTHERWISE_IN_SSDA903["caseload"]


def test_nothing_is_added_together(all_three, saltscar):
    """Whatever else came, every cell is what the dataset alone says; it answers for every month, but of
    care leavers for its own day."""
    alone, leavers = saltscar.answers, {n for n, m in MEASURES.items() if CareLeavers in dated(m)}
    assert len(all_three.snapshot.parts) == len(alone.snapshot.parts) + 2
    moved = moved_cells(alone, all_three)
    assert {name for name, *_ in moved} <= leavers
    for name, measure in MEASURES.items():
        for by in [ALL, *BREAKDOWNS.values()]:
            assert all_three.groups(measure, by) == alone.groups(measure, by), (name, by.title)
        earlier = () if name in leavers else (months(2025, 6), months(2014, 1, 12))
        for period in (as_at(saltscar.day), six_months_to(saltscar.day), *earlier):
            assert all_three.value(measure, period) == alone.value(measure, period), name
            assert children(all_three, name, period) == children(alone, name, period)


def test_a_day_that_one_source_alone_covers_is_answered_by_it(all_three, ssda903, saltscar):
    measure, day = MEASURES["care_leavers_in_touch"], as_at(date(2026, 3, 31))
    assert not saltscar.answers.value(measure, day).available
    assert all_three.value(measure, day) == ssda903.value(measure, day)
    assert all_three.value(measure, day).numerator > 0


def test_each_source_answers_for_its_own_days(saltscar, annex_a, ssda903, tmp_path_factory):
    """Without the dataset: March by the SSDA903, November by Annex A, the days between by nobody."""
    council = home(saltscar.files, tmp_path_factory.mktemp("two"), "ssda903", "wards.csv")
    receive(council, [next(saltscar.files.glob("annex_a_*/*.xlsx"))])
    both, measure = answers_now(council), MEASURES["looked_after"]
    march, may, november = (as_at(date(2026, *day)) for day in ((3, 31), (5, 1), (11, 21)))
    assert both.value(measure, march) == ssda903.value(measure, march)
    assert both.value(measure, november) == annex_a.value(measure, november)
    assert not both.value(measure, may).available and both.value(measure, may).value is None
    assert children(both, "looked_after", may) == []
    assert children(both, "looked_after", november) == children(annex_a, "looked_after", november)


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_outside_its_window_a_source_says_nothing_and_never_nought(name, annex_a, ssda903):
    measure, adoption = MEASURES[name], MEASURES[name].of.table is Adoptions  # its list has twelve months
    for answers, period in (
        (annex_a, months(2025, 10) if adoption else months(2026, 4)),
        (annex_a, months(2027, 1)),
        (annex_a, financial_year(2024) if adoption else financial_year(2025)),
        (ssda903, months(2021, 3)),
        (ssda903, months(2026, 4)),
    ):
        answer = answers.value(measure, period)
        assert not answer.available and answer.value is None, period
        assert children(answers, name, period) == []
