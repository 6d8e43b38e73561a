"""What became of each rule: ran or could not run, and why; and who is to blame."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from throughline.catalogue import declared
from throughline.examples import read_examples
from throughline.record.rows import SOURCE, SOURCE_LINE, Table
from throughline.returns.ssda903_tables import OC3, Episodes, Header
from throughline.rules.checking import Checked, check, check_year
from throughline.rules.findings import FINDINGS
from throughline.rules.kinds import Kind, Rule
from throughline.rules.recipes import Recipe, each, last
from throughline.rules.ssda903.care_leavers import rule_344
from throughline.rules.ssda903.episode_chain import rule_302
from throughline.rules.ssda903.last_year import rule_203, rule_207
from throughline.rules.ssda903.providers import rule_1008
from throughline.rules.ssda903.whole_file import rule_444
from throughline.rules.words import following, previous, sharing, some_row

RULES = {rule.code: rule for _, _, rule in declared(Rule, "throughline.rules")}

WORLD = """
    Header
    CHILD | DOB        | MOTHER
    ------+------------+-------
    Ann   | 2020-05-01 |   0
    Ben   | 2020-05-01 |   1

    Episodes
    CHILD | DECOM
    ------+-----------
    Ann   | 2020-04-30
    Ann   | 2020-05-02
    Ben   | 2020-05-01
"""


def world(text: str = WORLD) -> dict[type[Table], pl.DataFrame]:
    return {
        example.table: example.frame()
        .with_row_index(SOURCE_LINE, offset=2)
        .with_columns(pl.lit(7, pl.Int32).alias(SOURCE))
        for example in read_examples(text, [Header, Episodes, OC3])
    }


def told(checked: Checked) -> list[str]:
    return [str(outcome) for outcome in checked.outcomes]


def test_a_finding_says_which_lines_of_which_files_and_whose() -> None:
    checked = check_year([rule_302], 2026, world())
    assert told(checked) == ["302 (2026) ran: 2 rows looked at, 1 found"]
    assert checked.findings.schema == pl.Schema(FINDINGS)
    assert checked.findings.rows() == [
        ("302", 2026, 1, "Episodes", 7, 2, ["DECOM"], "Ann"),
        ("302", 2026, 1, "Header", 7, 2, ["DOB"], "Ann"),
    ]


def test_without_lines_a_finding_still_says_whose() -> None:
    plain = {table: frame.drop(SOURCE, SOURCE_LINE) for table, frame in world().items()}
    checked = check_year([rule_302], 2026, plain)
    assert checked.findings.select("source", "line", "child").rows() == [(None, None, "Ann")] * 2


def test_a_missing_table_is_named() -> None:
    assert told(check_year([rule_344], 2026, world())) == [
        "344 (2026) could not run, because OC3 was not received."
    ]
    assert told(check_year([rule_1008], 2026, world())) == [
        "1008 (2026) could not run, because Ofsted's list of providers was not received."
    ]
    assert told(check_year([rule_302], 2026, {})) == [
        "302 (2026) could not run, because Episodes was not received and Header was not received."
    ]


def test_a_missing_year_is_not_a_missing_table() -> None:
    assert told(check_year([rule_207], 2026, world())) == [
        "207 (2026) could not run, because last year's return was not received."
    ]
    without = {Episodes: world()[Episodes]}
    assert told(check_year([rule_207], 2026, world(), last_year=without)) == [
        "207 (2026) could not run, because last year's Header was not received."
    ]


def test_a_rule_that_could_not_run_found_nothing_and_was_not_passed() -> None:
    (outcome,) = check_year([rule_344], 2026, world()).outcomes
    assert (outcome.ran, outcome.looked_at, outcome.found) == (False, 0, 0)


def test_years_are_checked_each_beside_the_one_before() -> None:
    before = world(WORLD.replace("|   0", "|   1"))
    checked = check({2026: world(), 2025: before}, rules=[rule_207, rule_344])
    assert told(checked) == [
        "207 (2025) could not run, because last year's return was not received.",
        "344 (2025) could not run, because OC3 was not received.",
        "207 (2026) ran: 2 rows looked at, 1 found",
        "344 (2026) could not run, because OC3 was not received.",
    ]
    assert checked.findings.select("year", "child", "columns").rows() == [(2026, "Ann", ["MOTHER"])]


def test_a_year_apart_is_not_last_year() -> None:
    checked = check({2024: world(), 2026: world()}, rules=[rule_207])
    assert not any(outcome.ran for outcome in checked.outcomes)


def test_a_year_picks_the_rules_that_hold_in_it() -> None:
    years = {year: world() for year in (2024, 2025)}
    sex = [outcome.rule for outcome in check(years).outcomes if outcome.rule.code == "101"]
    assert [(rule.since, rule.until) for rule in sex] == [(2014, 2024), (2025, None)]
    assert check({2025: world()}, rules=[rule_444]).outcomes == ()


def test_every_rule_that_holds_has_an_outcome() -> None:
    checked = check({2027: world()})
    assert {outcome.rule.code for outcome in checked.outcomes} == set(RULES)
    ran = {outcome.rule.code for outcome in checked.outcomes if outcome.ran}
    assert {"302", "444", "INT32"} <= ran and not {"207", "502", "1008", "344"} & ran


@pytest.mark.parametrize(
    "broken",
    [
        replace(rule_302, code="broken", wrong_if=pl.col("Episodes.NO_SUCH") == 1),
        replace(rule_302, code="broken", wrong_if=Episodes.CHILD + date(2020, 1, 1)),
        replace(rule_302, code="broken", looks_at=each(Episodes).where(pl.col("Header.DOB").is_null())),
    ],
)
def test_a_rule_that_fails_says_so_and_stops_no_other(broken: Rule) -> None:
    checked = check_year([broken, rule_302, rule_444], 2026, world())
    failed, *others = told(checked)
    assert failed.startswith("broken (2026) could not run, because the rule itself failed (")
    assert "Ann" not in failed and "2020" not in failed  # no child's data in what may be logged
    assert others == [
        "302 (2026) ran: 2 rows looked at, 1 found",
        "444 (2026) ran: 2 rows looked at, 0 found",
    ]
    assert checked.findings.get_column("rule").to_list() == ["302", "302"]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_one_impossible_date_silences_no_other_row(rule: Rule) -> None:
    """A child more, whose every date is 31 February, changes nothing that is said of the others."""
    examples = read_examples(rule.examples, rule.tables)
    frames = {example.table: example.frame().with_row_index(SOURCE_LINE) for example in examples}
    asked = next(example for example in examples if example.table is rule.looks_at.table)
    year = asked.period.end.year if asked.period else rule.since
    with_zoe = {
        table: pl.concat([zoe(table), frame], how="diagonal_relaxed") for table, frame in frames.items()
    }
    before, after = (check_year([rule], year, given).findings for given in (frames, with_zoe))
    assert before.height and after.filter(child="Ann").height == before.filter(child="Ann").height
    same = [name for name in FINDINGS if name != "finding"]
    others = after.filter(pl.col("child") != "Zoe").select(same)
    assert sorted(others.rows(), key=str) == sorted(before.select(same).rows(), key=str)


def zoe(table: type[Table]) -> pl.DataFrame:
    dates = {
        f"{column.name}@text": "31/02/2025" for column in table.columns.values() if column.dtype is pl.Date
    }
    named = {name: "Zoe" for name in [f"{table.__name__}.CHILD"] if "CHILD" in table.columns}
    return pl.DataFrame([dates | named | {SOURCE_LINE: 999}], schema_overrides={SOURCE_LINE: pl.UInt32})


def test_last_years_table_is_a_table_of_its_own() -> None:
    twin = last(Header)
    assert twin is last(Header) and twin.__name__ == "Header_last"
    assert str(twin.DOB) == 'col("Header_last.DOB")' and str(Header.DOB) == 'col("Header.DOB")'
    assert list(twin.columns) == list(Header.columns)


def test_a_rule_tells_what_it_needs() -> None:
    assert rule_203.tables == (Header, last(Header))
    assert rule_203.reads == {
        *("Header.CHILD", "Header.DOB", "Header.DOB@text", "Header_last@row"),
        *("Header_last.CHILD", "Header_last.DOB", "Header_last.DOB@text"),
    }
    assert RULES["582"].kind is Kind.QUERY and rule_203.kind is Kind.ERROR


def test_a_child_twice_in_header_makes_one_finding() -> None:
    twice = world()
    twice[Header] = pl.concat(
        [twice[Header], twice[Header].with_columns(pl.lit(9).cast(pl.UInt32).alias(SOURCE_LINE))]
    )
    checked = check_year([rule_302], 2026, twice)
    assert checked.outcomes[0].found == 1
    assert checked.findings.select("finding", "table", "line").rows() == [
        (1, "Episodes", 2),
        (1, "Header", 2),
        (1, "Header", 9),
    ]


def seen(recipe: Recipe, wrong_if: pl.Expr, rows: str) -> list[int]:
    """The numbers of the rows that a test of episodes finds."""
    (example,) = read_examples(rows, [Episodes])
    rule = replace(rule_302, looks_at=recipe, wrong_if=wrong_if, blames=(Episodes.CHILD,))
    checked = check_year([rule], 2026, {Episodes: example.frame().with_row_index(SOURCE_LINE)})
    assert checked.outcomes[0].ran, checked.outcomes[0].because
    return sorted(checked.findings["line"])


NOBODY = """
    Episodes
    CHILD | DECOM      | LS | RNE
    ------+------------+----+----
          | 2025-06-01 | V3 | S
          | 2025-06-02 | V4 | P
    Ann   | 2025-06-01 | V3 | S
    Ann   |            | V4 | P
"""


def test_rows_without_a_child_belong_to_no_one() -> None:
    everyone = each(Episodes)
    assert seen(everyone.first(per=Episodes.CHILD, by=Episodes.DECOM), pl.lit(True), NOBODY) == [2]
    assert seen(everyone, some_row(Episodes.LS == "V4", per=Episodes.CHILD), NOBODY) == [2, 3]
    assert seen(everyone, sharing(Episodes.CHILD) == 2, NOBODY) == [2, 3]
    ordered = everyone.in_order(Episodes.DECOM, per=Episodes.CHILD)
    assert seen(ordered, previous(Episodes.RNE).is_not_null(), NOBODY) == []


def test_a_row_without_a_day_stands_next_to_none() -> None:
    ordered = each(Episodes).in_order(Episodes.DECOM, per=Episodes.CHILD)
    beside = following(Episodes.RNE).is_not_null() | previous(Episodes.RNE).is_not_null()
    assert seen(ordered, beside, NOBODY) == []


def test_only_first_and_latest_settle_what_was_asked_before() -> None:
    placed = each(Episodes).where(Episodes.RNE == "P")
    assert seen(placed.first(per=Episodes.LS, by=Episodes.DECOM), pl.lit(True), NOBODY) == [1]
    every = some_row(Episodes.RNE == "S", per=Episodes.CHILD)
    assert seen(placed.having(Episodes, on=Episodes.CHILD), every, NOBODY) == [3]
