"""Moving one date in one file moves the number, the list and the chart by exactly that child."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from throughline.blocks import trend_lines
from throughline.counting.facts import ALL
from throughline.counting.store import catalogue
from throughline.counting.trends import trend
from throughline.loads.counts import answers_about, answers_now
from throughline.loads.receiving import receive
from throughline.record.journey import BREAKDOWNS
from throughline.record.periods import months

from .plain_changes import cited, moved_cells, twin, with_cell
from .plain_days import is_working, month_end, months_back, working_days
from .plain_files import Files
from .plain_splits import group

MEASURES = catalogue()
ON_PLANS = (
    "children_on_plans", "plan_rate", "plans_open_two_years", "plans_open_eighteen_months",
    "plans_for_neglect",
)  # fmt: skip
BY_ITS_VISITS = ("last_visit_seen_alone", "plan_seen_within_28_days")  # and of plans of 28 days or more
MAY_PASS = (  # as the visits, the category and the length of that plan are
    "plans_for_neglect", "plans_open_eighteen_months",
    "plans_ended_within_three_months", "plans_ended_within_six_months",
)  # fmt: skip
BEGUN = ("plans_started", "plans_started_rate", "repeat_plans", "plans_not_the_first")
PLAN = ("cppl_cp_plan_start_date", "cppl_cp_plan_end_date")
ASSESSED = ("cina_assessment_start_date", "cina_assessment_auth_date")


@pytest.fixture(scope="module")
def files(saltscar):
    return Files(saltscar.ssd, saltscar.files / "wards.csv", saltscar.day)


def received(saltscar, files, line, heading, day, folder):
    """The sample before, and after one cell of this line says another day."""
    table = line.cite[0].removesuffix(".csv")
    changed = with_cell(saltscar.ssd, table, line.cite[1], heading, day.isoformat(), folder / "files")
    council = twin(saltscar.council, folder / "saltscar")
    load = receive(council, [changed])
    assert load.status == "in" and load.parts == ("Standard Safeguarding Dataset",)
    before, after = saltscar.answers, answers_now(council)
    assert before.snapshot.name != after.snapshot.name
    again = answers_about(council, before.snapshot.name)
    assert moved_cells(before, again) == {}, "what we said then can still be read"
    return SimpleNamespace(line=line, day=day, before=before, after=after, files=files)


@pytest.fixture(scope="module")
def plan(saltscar, files, tmp_path_factory):
    """A child's only plan, of four to twenty months, begun a month later."""
    line = next(line for line in files.lines("ssd_cp_plans") if suits(files, line))
    day = months_back(line.day(PLAN[0]), -1)
    return received(saltscar, files, line, PLAN[0], day, tmp_path_factory.mktemp("plan"))


def suits(files, line):
    start, end = line.day(PLAN[0]), line.day(PLAN[1])
    alone = len(files.of_children("ssd_cp_plans")[line.child]) == 1
    recent = start.year >= 2022 and 1 < start.day < 28 and end
    return alone and recent and 120 < (end - start).days < 600 and not line.yes("cppl_cp_plan_ola")


@pytest.fixture(scope="module")
def assessment(saltscar, files, tmp_path_factory):
    """An assessment signed off on working day 45, moved to day 46 of the same month."""
    line = next(line for line in files.lines("ssd_cin_assessments") if on_day_45(line))
    day = next_working_day(line.day(ASSESSED[1]))
    return received(saltscar, files, line, ASSESSED[1], day, tmp_path_factory.mktemp("assessment"))


def next_working_day(day):
    day += timedelta(days=1)
    return day if is_working(day) else next_working_day(day)


def on_day_45(line):
    start, end = line.day(ASSESSED[0]), line.day(ASSESSED[1])
    if not end or end.year < 2022 or not 50 < (end - start).days < 80:
        return False
    return working_days(start, end) == 45 and next_working_day(end).month == end.month


def groups_of(world, name, day):
    """The groups a line is in on a day, one for each breakdown of the measure that the cube keeps."""
    offered = [by for by in (ALL, *world.before.breakdowns(MEASURES[name])) if by.kept]
    return {by.title: group(world.files, by.title, world.line, day) for by in offered}


def cells_of(world, name, what, day, change):
    """The cells that one line is in, on a day or in its month."""
    said = groups_of(world, name, day).items()
    return {(name, what, by, g, day.replace(day=1)): change for by, g in said}


def without_stage(cells):
    """All but how long a spell has gone on: that is another part in many months, once it begins later."""
    return {key: change for key, change in cells.items() if key[2] != "Time in this stage"}


def test_a_plan_begun_later_moves_only_its_child(plan):
    old, new = plan.line.day(PLAN[0]), plan.day
    expected = {}
    for name in BEGUN:
        expected |= cells_of(plan, name, "counts", old, -1) | cells_of(plan, name, "counts", new, 1)
    for name in ON_PLANS:
        expected |= cells_of(plan, name, "counts", month_end(old), -1)
    for name in ("children_on_plans", "plan_rate", "plans_started", "plans_started_rate"):
        expected |= {(n, "passes", *rest): c for (n, _, *rest), c in expected.items() if n == name}
    moved = without_stage(moved_cells(plan.before, plan.after))
    reviewed = {key: moved.pop(key) for key in list(moved) if key[0] == "plan_reviews_in_time"}
    assert reviewed and all(abs(change) == 1 for change in reviewed.values())
    counted = {key: change for key, change in reviewed.items() if key[1:4] == ("counts", "All", "All")}
    assert list(counted.values()) == [-1], "it comes to 91 days a month later"
    assert all(months_back(key[4], 2) >= old.replace(day=1) for key in reviewed)
    visited = {key: moved.pop(key) for key in list(moved) if key[0] in BY_ITS_VISITS}
    months_told = {key[4] for key in visited if key[1:4] == ("counts", "All", "All")}
    assert months_told and months_told <= {old.replace(day=1), new.replace(day=1)}
    assert all(change == -1 for key, change in visited.items() if key[1] == "counts")
    passed = {key for key in moved if key[0] in MAY_PASS and key[1] == "passes"}
    assert {key: change for key, change in moved.items() if key not in passed} == without_stage(expected)
    long_after = {key for key in passed if key[0] != "plans_for_neglect"}
    assert all(key[4] == old.replace(day=1) and moved[key] == -1 for key in passed - long_after)
    assert all(key[4] > old and abs(moved[key]) == 1 for key in long_after)


def test_the_list_loses_that_child_and_no_other(plan):
    month = months(plan.line.day(PLAN[0]).year, plan.line.day(PLAN[0]).month)
    lists = [cited(a, a.children(MEASURES["children_on_plans"], month)) for a in (plan.before, plan.after)]
    assert lists[0] - lists[1] == {plan.line.cite} and lists[1] <= lists[0]
    later = months(plan.day.year, plan.day.month)
    lists = [cited(a, a.children(MEASURES["plans_started"], later)) for a in (plan.before, plan.after)]
    assert lists[1] - lists[0] == {plan.line.cite} and lists[0] <= lists[1]


def drawn(answers, name, last):
    """What a chart of two years draws: each day and its value, as in the specification itself."""
    found = trend(answers, MEASURES[name], last, count=24)
    spec = trend_lines.trend(trend_lines.points_of(found))
    assert [p.value for p in trend_lines.points_of(found)] == [p.value for p in found.points]
    return {row["when"]: row["value"] for row in rows_in(spec) if "when" in row and "value" in row}


def rows_in(spec):
    """Every row of data in a chart's specification."""
    if isinstance(spec, dict):
        yield spec
        spec = spec.values()
    for part in spec if not isinstance(spec, str | int | float | bool | None) else ():
        yield from rows_in(part)


def test_the_chart_moves_at_that_month_alone(plan):
    old, last = month_end(plan.line.day(PLAN[0])), month_end(months_back(plan.day, -6))
    before, after = (drawn(a, "children_on_plans", last) for a in (plan.before, plan.after))
    differ = {when for when in before if before[when] != after[when]}
    assert {when[:10] for when in differ} == {old.isoformat()}
    assert all(after[when] == before[when] - 1 for when in differ)


def test_signed_off_a_day_too_late(assessment):
    old, new = assessment.line.day(ASSESSED[1]), assessment.day
    name = "assessments_within_45_days"
    moved = moved_cells(assessment.before, assessment.after)
    assert moved == cells_of(assessment, name, "passes", old, -1)
    month = months(old.year, old.month)
    fails = [cited(a, a.children(MEASURES[name], month, which="fails")) for a in worlds(assessment)]
    assert fails[1] - fails[0] == {assessment.line.cite} and fails[0] <= fails[1]
    values = [a.value(MEASURES[name], month) for a in worlds(assessment)]
    assert values[1].numerator == values[0].numerator - 1
    assert values[1].denominator == values[0].denominator and values[1].value < values[0].value
    charts = [drawn(a, name, month_end(months_back(new, -3))) for a in worlds(assessment)]
    assert {d[:10] for d in charts[0] if charts[0][d] != charts[1][d]} == {month.end.isoformat()}


def worlds(changed):
    return changed.before, changed.after


def test_middles_move_only_where_that_assessment_is(assessment):
    """The typical time to assess: only windows of months that hold the assessment, and its groups."""
    old = assessment.line.day(ASSESSED[1])
    measure = MEASURES["days_to_assess"]
    mine = groups_of(assessment, "days_to_assess", old)
    for wide in (1, 3, 12):
        for by in [ALL, *(by for by in BREAKDOWNS.values() if by.kept)]:
            for g in assessment.before.groups(measure, by):
                windows = [months(2021 + n // 12, n % 12 + 1, wide) for n in range(60)]
                for window in windows:
                    values = [a.value(measure, window, by, g).value for a in worlds(assessment)]
                    holds = window.start <= old <= window.end and mine[by.title] == g
                    assert holds or values[0] == values[1], (window, by.title, g)
