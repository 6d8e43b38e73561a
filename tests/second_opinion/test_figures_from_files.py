"""Two hundred figures and more rebuilt from the files they cite, with the csv module and plain Python: the
same number, and the same lines of the same files behind it.

Nothing of the product's counting is used here but the answer itself. Judge between the two is the
project's facts on measures."""

from collections import Counter
from datetime import date
from random import Random

import pytest

from throughline.counting.facts import ALL
from throughline.counting.store import catalogue
from throughline.record.dates import HOLIDAYS
from throughline.record.journey import BREAKDOWNS
from throughline.record.periods import Period

from .plain_asking import Asked
from .plain_changes import cited
from .plain_days import bank_holidays, month_end
from .plain_figures import WHICH, defined, definition, figure
from .plain_files import Files, NotSent
from .plain_splits import group

IN_NO_EXTRACT = "the sample's extract has no tables of EHC plans: nothing to compare"
NOT_YET_REBUILT = {  # measures without a plain definition, and why
    "appeal_rate": IN_NO_EXTRACT,
    "days_to_plan": IN_NO_EXTRACT,
    "ehc_requests": IN_NO_EXTRACT,
    "ehc_requests_refused": IN_NO_EXTRACT,
    "plans_at_census": IN_NO_EXTRACT,
    "plans_ended": IN_NO_EXTRACT,
    "plans_in_20_weeks": IN_NO_EXTRACT,
    "plans_in_20_weeks_with_exceptions": IN_NO_EXTRACT,
    "reviewed_in_12_months": IN_NO_EXTRACT,
}
FIGURES, SEED = len(catalogue()) - len(NOT_YET_REBUILT), 20261121
KINDS_OF_DAY = ("month", "month", "month", "day")
TITLED = {by.title: by for by in BREAKDOWNS.values()} | {"All": ALL}


@pytest.fixture(scope="module")
def files(saltscar):
    return Files(saltscar.ssd, saltscar.files / "wards.csv", saltscar.day)


def drawn(files, answers):
    """Measure, first day, last day, breakdown and group of each figure: every measure in turn."""
    chance, names = Random(SEED), sorted(defined(catalogue()))
    for number in range(FIGURES):
        name = names[number % len(names)]
        first, last = period(chance, name, files)
        by = chance.choice([ALL, *answers.breakdowns(catalogue()[name])])
        yield name, first, last, by.title, some_group(chance, files, answers, name, first, last, by)


def period(chance, name, files):
    """A month of 2014 to 2026, or a single day; what is known only on the extract's day is asked so."""
    if known_on_one_day(name, files) and chance.random() < 0.8:
        return files.as_at, files.as_at
    day = date(chance.randint(2014, 2026), chance.randint(1, 12), chance.randint(1, 28))
    return (day, day) if chance.choice(KINDS_OF_DAY) == "day" else (day.replace(day=1), month_end(day))


def known_on_one_day(name, files):
    try:
        return definition(name)(Asked(files, files.as_at, files.as_at)).only_on
    except NotSent:
        return None


def some_group(chance, files, answers, name, first, last, by):
    """Mostly the group of some line that counts, so that few figures are nought; else any group."""
    groups = answers.groups(catalogue()[name], by)
    try:
        rows = definition(name)(Asked(files, first, last)).counts
    except NotSent:
        return chance.choice(groups)
    if rows and chance.random() < 0.8:
        line, day = rows[chance.randrange(len(rows))]
        return group(files, by.title, line, day)
    return chance.choice(groups)


@pytest.fixture(scope="module")
def figures(files, saltscar):
    return list(drawn(files, saltscar.answers))


def test_every_measure_is_defined_and_drawn(figures):
    assert defined(catalogue()) == set(catalogue()) - set(NOT_YET_REBUILT)
    assert set(NOT_YET_REBUILT) <= set(catalogue()), "listed as not yet rebuilt, and no measure"
    assert {name for name, *_ in figures} == defined(catalogue())
    assert len(figures) == FIGURES
    assert len(Counter(by for _, _, _, by, _ in figures)) >= 9
    assert {first.year for _, first, *_ in figures} == set(range(2014, 2027))


@pytest.mark.parametrize("number", range(FIGURES))
def test_figure(number, figures, files, saltscar):
    name, first, last, by, wanted = figures[number]
    said = asked(saltscar.answers, name, Period(first, last), TITLED[by], wanted)
    plain = figure(files, name, first, last, by, wanted)
    lists = said.pop("lists"), plain.pop("lists")
    where = f"{name} {first} to {last}, {by}: {wanted}"
    for which in WHICH:
        assert lists[0][which] == lists[1][which], f"{where}: {which}"
    for key, value in plain.items():
        assert said[key] == (None if value is None else pytest.approx(value, rel=1e-5)), f"{where}: {key}"


def asked(answers, name, period, by, wanted):
    """The product's answer, and its lists as the files and lines they cite."""
    measure = catalogue()[name]
    lists = {}
    for which in WHICH:
        lists[which] = cited(answers, answers.children(measure, period, by, wanted, which))
    return {**answers.value(measure, period, by, wanted)._asdict(), "lists": lists}


def test_what_is_not_rebuilt_has_nothing_to_compare(saltscar):
    """As soon as the sample has it, it needs a plain definition."""
    day = Period(saltscar.day, saltscar.day)
    told = {name: saltscar.answers.value(catalogue()[name], day).available for name in NOT_YET_REBUILT}
    assert told == dict.fromkeys(NOT_YET_REBUILT, False)


def test_few_figures_are_nought(figures, files):
    told = [figure(files, *asked_for) for asked_for in figures]
    assert sum(bool(one["lists"]["counts"]) for one in told) > FIGURES * 0.6


def test_bank_holidays_by_their_rules():
    years = range(2008, 2031)
    ours = {day for day in HOLIDAYS if day.year in years and day.weekday() < 5}
    assert ours == {day for year in years for day in bank_holidays(year)}
