"""Small worlds nobody would think of: what must hold of every rule, whatever the rows say."""

from collections import Counter
from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from throughline.catalogue import declared
from throughline.record.columns import Date
from throughline.record.rows import SOURCE_LINE, Table
from throughline.returns.ssda903_tables import Episodes
from throughline.rules.checking import check_year
from throughline.rules.kinds import Rule

YEAR = 2027
RULES = [rule for _, _, rule in declared(Rule, "throughline.rules")]
TABLES = tuple(dict.fromkeys(table for rule in RULES for table in rule.tables))
OF_MANY = {"444"}  # rules about two children

# Few names and few days, so that rows meet: birthdays of the eldest and the youngest, and edges of the year.
NAMES = ["Ann", "Ben"]
DAYS = [date(2001, 3, 31), date(2008, 4, 1), date(2026, 4, 1), date(2026, 4, 2), date(2027, 3, 31)]
CODES = {
    "MOTHER": ["1", "0"],
    "UPN": ["L086819786126", "UN1", "X"],
    "RNE": ["S", "P"],
    "LS": ["C2", "V3", "V4"],
    "PLACE": ["U1", "K2"],
    "PLACE_PROVIDER": ["PR0", "PR1"],
    "REC": ["X1", "E11", "E45"],
    "URN": ["SC1", "XXXXXXX", "1234567"],
    "IN_TOUCH": ["YES", "DIED"],
    "ACTIV": ["0", "F2"],
    "ACCOM": ["0", "B1"],
    "REVIEW_CODE": ["PN0", "PN1"],
    "SW_ID": ["SW1", "XX"],
    "MISSING": ["M", "m"],
}


def cells(table: type[Table]) -> dict[str, st.SearchStrategy[Any]]:
    """What each column of a table that some rule reads may hold."""
    read = {name.split("@")[0] for rule in RULES for name in rule.reads}
    kinds: dict[str, st.SearchStrategy[Any]] = {}
    for name, column in table.columns.items():
        if name == "CHILD":
            kinds[column.name] = st.sampled_from([*NAMES, *NAMES, None])
        elif column.name in read:
            some = DAYS if isinstance(column, Date) else CODES.get(name, ["1", "F", "P1", "RD1", "N1"])
            kinds[column.name] = st.sampled_from([*some, None])
    return kinds


World = dict[type[Table], pl.DataFrame]
ROWS = {table: st.lists(st.fixed_dictionaries(cells(table)), min_size=2, max_size=5) for table in TABLES}
worlds = st.fixed_dictionaries(ROWS).map(
    lambda rows: {
        table: pl.DataFrame(rows[table], schema=table.schema()).with_row_index(SOURCE_LINE)
        for table in TABLES
    }
)
# One child, two days and two of all else: rows that could stand in either order.
CROWDED = st.fixed_dictionaries(
    {
        column.name: st.just("Ann")
        if name == "CHILD"
        else st.sampled_from(DAYS[2:4] if isinstance(column, Date) else CODES.get(name, ["1", "2"])[:2])
        for name, column in Episodes.columns.items()
    }
)
CHAINED = [rule for rule in RULES if rule.tables == (Episodes,) and rule.looks_at.steps]
few = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def found(world: World, rules: list[Rule] = RULES) -> Counter[tuple[Any, ...]]:
    """What is found, each as the rule, the table and all that its row says; lines may move, words may not."""
    checked = check_year(rules, YEAR, world)
    assert all(outcome.ran for outcome in checked.outcomes), [str(outcome) for outcome in checked.outcomes]
    named = {
        table.__name__: dict(zip(world[table][SOURCE_LINE], world[table].drop(SOURCE_LINE).rows()))
        for table in world
    }
    rows = checked.findings.select("rule", "table", "line").rows()
    return Counter((rule, table, named[table][line]) for rule, table, line in rows)


@few
@given(world=worlds, random=st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(world: World, random: Any) -> None:
    shuffled = {
        table: frame[random.sample(range(frame.height), frame.height)] for table, frame in world.items()
    }
    assert found(shuffled) == found(world)


@settings(max_examples=100)
@given(rows=st.lists(CROWDED, min_size=2, max_size=4), random=st.randoms(use_true_random=False))
def test_nor_where_rows_share_their_days(rows: list[dict[str, Any]], random: Any) -> None:
    frame = pl.DataFrame(rows, schema=Episodes.schema()).with_row_index(SOURCE_LINE)
    shuffled = frame[random.sample(range(frame.height), frame.height)]
    assert found({Episodes: shuffled}, CHAINED) == found({Episodes: frame}, CHAINED)


@few
@given(world=worlds)
def test_one_child_at_a_time_is_all_at_once(world: World) -> None:
    rules = [rule for rule in RULES if rule.code not in OF_MANY]
    alone: Counter[tuple[Any, ...]] = Counter()
    for name in [*NAMES, None]:
        own = {
            table: frame.filter(
                frame[f"{table.__name__}.CHILD"].eq_missing(pl.Series([name], dtype=pl.String))
            )
            if "CHILD" in table.columns
            else frame
            for table, frame in world.items()
        }
        alone += found(own, rules)
    assert alone == found(world, rules)


@settings(few, max_examples=8)
@given(world=worlds)
def test_rules_do_not_change_one_another(world: World) -> None:
    together = found(world)
    alone = sum((found(world, [rule]) for rule in RULES), Counter[tuple[Any, ...]]())
    assert alone == together


@pytest.mark.parametrize("rows", [0, 3])
def test_a_blank_world_is_checked(rows: int) -> None:
    blank = {
        table: pl.DataFrame({name: [None] * rows for name in table.schema()}, schema=table.schema())
        for table in TABLES
    }
    checked = check_year(RULES, YEAR, blank)
    assert all(outcome.ran for outcome in checked.outcomes)
    found = {outcome.rule.code for outcome in checked.outcomes if outcome.found}
    # The rules that mind a blank, and episodes that no header answers for; no other.
    assert found == (set() if rows == 0 else {"101", "102", "103", "166", "INT03"})
