"""What must hold of every count, whatever the children."""

import os
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.counting.facts import ALL, EVERYONE, WHICH
from throughline.counting.reading import of_children
from throughline.counting.store import count_into, load
from throughline.record.breakdowns import Bands, Beside
from throughline.record.child import Child
from throughline.record.periods import Period, months

from .worlds import CHILDREN, DAYS, cells, count_world, stages, worlds_of

small = settings(max_examples=200 if os.environ.get("SOAK") else 4)  # of each stage
DAY = st.sampled_from(DAYS)


each_stage = pytest.mark.parametrize("stage", list(stages()), ids=lambda stage: stage.name)


@each_stage
@small
@given(data=st.data())
def test_order_of_rows_never_matters(stage, data):
    world = data.draw(worlds_of(stage))
    shuffled = {table: data.draw(st.permutations(rows)) for table, rows in world.items()}
    assert cells(stage, count_world(stage, world)) == cells(stage, count_world(stage, shuffled))


@each_stage
@small
@given(data=st.data())
def test_one_child_at_a_time_is_the_same_as_all_at_once(stage, data):
    world, alone = data.draw(worlds_of(stage)), {}
    for child in CHILDREN:
        own = {t: [r for r in rows if r[subject_of(t)] == child] for t, rows in world.items()}
        for key, four in own_cells(stage, own).items():
            alone[key] = tuple(a + b for a, b in zip(alone.get(key, (0, 0, 0, 0)), four))
    assert alone == own_cells(stage, world)


def own_cells(stage, world):
    """The cells that are of one child, or of one of whatever else is counted: not those of workers, who hold
    several. What is no child is parted only where a row says how, which one alone may not."""
    several = {name for name, measure in stage.measures.items() if measure.of.each is not None}
    whole = {name for name, measure in stage.measures.items() if not of_children(measure.of.table)}
    found = cells(stage, count_world(stage, world), but=several)
    return {key: four for key, four in found.items() if key[0] not in whole or key[1] == ALL.title}


def subject_of(table):
    """The full name of the column that says whom or what a row is about."""
    return table.columns[table.subject].name


@each_stage
@small
@given(data=st.data(), day=DAY, long=st.integers(0, 400))
def test_the_cube_and_the_facts_agree(stage, data, day, long):
    answers = count_world(stage, data.draw(worlds_of(stage)))
    periods = (months(2026, 6), months(2025, 7, 12), months(2026, 4, 3), Period(day - timedelta(long), day))
    for measure in stage.measures.values():
        for place, (by, group) in enumerate(answers.facts[measure].axis.groups):
            assert answers.facts[measure].axis.place(by, group) == place
            for period in periods:
                assert answers.counted(measure, period, by, group) == answers.from_facts(
                    measure, period, place
                )


@each_stage
@small
@given(data=st.data(), day=DAY)
def test_the_parts_of_a_child_or_an_age_or_a_team_sum_to_the_whole(stage, data, day):
    answers = count_world(stage, data.draw(worlds_of(stage)))
    for measure in stage.measures.values():
        facts = answers.facts[measure]
        for by in answers.breakdowns(measure):
            if by.table == Child.__name__ or (isinstance(by, Bands | Beside) and not facts.are_spells):
                parts = [
                    answers.counted(measure, Period(day, day), by, g) for g in answers.groups(measure, by)
                ]
                whole = answers.counted(measure, Period(day, day), ALL, EVERYONE)
                if facts.of.each is None:
                    assert tuple(np.sum(parts, axis=0)) == whole
                else:  # a set of proceedings is of several children: it is in the part of each
                    assert (np.max(parts, axis=0) <= whole).all() and (np.sum(parts, axis=0) >= whole).all()


@each_stage
@small
@given(data=st.data(), day=DAY)
def test_a_number_is_as_long_as_its_list(stage, data, day):
    answers = count_world(stage, data.draw(worlds_of(stage)))
    for measure in stage.measures.values():
        facts, period = answers.facts[measure], Period(day - timedelta(60), day)
        if not answers.available(measure, period):
            continue  # nothing in this world says what the measure asks
        passes, counts, left_out, too_early = answers.counted(measure, period, ALL, EVERYONE)
        listed = {which: answers.children(measure, period, which=which) for which in WHICH}
        if not facts.are_spells and facts.of.each is None:
            assert [listed[which].height for which in WHICH] == [
                counts,
                passes,
                counts - passes,
                left_out,
                too_early,
            ]
        elif not facts.are_spells:  # each once on a day, however many children it is of
            asked = facts.of.each.alias("each"), facts.of.start.alias("day")
            told = [listed[which].select(asked).unique().height for which in ("counts", "passes")]
            assert told == [counts, passes]
        elif facts.of.each is None:
            assert len(listed["counts"].get_column(subject_of(facts.of.table)).unique()) == counts


@each_stage
@small
@given(data=st.data(), day=DAY)
def test_medians_from_the_cube_and_from_the_rows_agree(stage, data, day):
    answers = count_world(stage, data.draw(worlds_of(stage)))
    for measure, kept in answers.cube.middles.items():
        for by, group in answers.facts[measure].axis.groups:
            for period in (months(2026, 6), months(2025, 7, 12), months(2025, 10, 3)):
                wide = answers.quartiles(measure, period, by, group)
                put_by = dict(kept)
                kept.clear()
                assert wide == answers.quartiles(measure, period, by, group)
                kept.update(put_by)


@each_stage
@small
@given(data=st.data(), day=DAY)
def test_nothing_after_the_snapshots_day_is_ever_counted(stage, data, day):
    answers = count_world(stage, data.draw(worlds_of(stage)), as_at=day)
    for measure in stage.measures.values():
        after = Period(day + timedelta(1), day + timedelta(700))
        assert not answers.value(measure, after).available
        assert answers.children(measure, after).is_empty()


@each_stage
@settings(max_examples=2)
@given(data=st.data())
def test_what_is_saved_is_what_is_opened(stage, data, tmp_path_factory):
    answers = count_world(stage, data.draw(worlds_of(stage)))
    folder = tmp_path_factory.mktemp("counts") / "one"
    count_into(folder, stage.measures, answers.snapshot, answers.cube.months)
    again = load(folder, answers.snapshot)
    assert cells(stage, again) == cells(stage, answers)
    for measure in stage.measures.values():
        for day in (date(2026, 6, 30), date(2026, 6, 11)):
            assert again.value(measure, Period(day, day)) == answers.value(measure, Period(day, day))
            assert again.children(measure, Period(day, day)).equals(
                answers.children(measure, Period(day, day))
            )
