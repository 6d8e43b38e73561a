"""Every rule proves its own example table, by the check that councils run."""

import polars as pl
import pytest

from throughline.catalogue import declared
from throughline.examples import Example, read_examples
from throughline.record.rows import SOURCE_LINE, Table
from throughline.rules.checking import Checked, check_year
from throughline.rules.kinds import Rule

RULES = {
    f"{module.split('.')[-1]}.{name}": rule for module, name, rule in declared(Rule, "throughline.rules")
}
MARKS = ("@text", "@previous", "@next", "@sharing", "@row")
every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())


def examples_of(rule: Rule) -> dict[type[Table], Example]:
    examples = read_examples(rule.examples, rule.tables)
    assert len({example.table for example in examples}) == len(examples), "a table is shown twice"
    return {example.table: example for example in examples}


def run(rule: Rule) -> tuple[Example, Checked]:
    examples = examples_of(rule)
    asked = examples[rule.looks_at.table]
    year = asked.period.end.year if asked.period else rule.since
    frames = {table: example.frame().with_row_index(SOURCE_LINE) for table, example in examples.items()}
    return asked, check_year([rule], year, frames)


@every_rule
def test_each_row_is_answered_as_its_example_says(rule: Rule) -> None:
    asked, checked = run(rule)
    (outcome,) = checked.outcomes
    assert outcome.ran, outcome.because
    wrong = [answers["wrong?"] == "yes" for answers in asked.answers]
    if asked.answer:
        assert asked.answer == f"{sum(wrong)} wrong"
    assert outcome.found == sum(wrong)
    own = checked.findings.filter(pl.col("table") == rule.looks_at.table.__name__)
    assert sorted(own["line"]) == [line for line, yes in enumerate(wrong) if yes]


@every_rule
def test_examples_show_each_answer_and_each_blank(rule: Rule) -> None:
    examples = examples_of(rule)
    assert set(examples) == set(rule.tables)
    answers = [answer["wrong?"] for answer in examples[rule.looks_at.table].answers]
    assert set(answers) == {"yes", "no"}
    for name in rule.reads:
        plain = name
        for mark in MARKS:
            plain = plain.removesuffix(mark)
        table = next((table for table in rule.tables if plain.startswith(table.__name__ + ".")), None)
        if table is None:
            continue  # a day of the year, or which row this is
        column = next(column for column in table.columns.values() if column.name == plain)
        assert column.required or None in examples[table].frame()[plain].to_list(), plain


@every_rule
def test_a_rule_blames_only_tables_it_looks_at(rule: Rule) -> None:
    assert set(rule.blamed) <= {table.__name__ for table in rule.tables}
    assert rule.looks_at.table.__name__ in rule.blamed
    for table in rule.tables:
        assert set(rule.blamed.get(table.__name__, ())) <= set(table.columns)


def test_in_a_year_no_two_rules_have_one_code() -> None:
    for year in range(2014, 2028):
        codes = [rule.code for rule in RULES.values() if rule.holds(year)]
        assert len(codes) == len(set(codes))
