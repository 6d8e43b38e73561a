"""Another author's validator, asked about the same made-up rows: every case of every rule we share."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from throughline.catalogue import declared
from throughline.record.rows import SOURCE_LINE, Table
from throughline.returns.ssda903_tables import TABLES
from throughline.rules.checking import check_year
from throughline.rules.kinds import Rule
from throughline.rules.ssda903.providers import Providers

CASES = Path(__file__).parents[2].parent / "shared" / "cases" / "ssda903"
RULES = [rule for _, _, rule in declared(Rule, "throughline.rules.ssda903")]
NAMED: dict[str, type[Table]] = {table.__name__: table for table in TABLES}
needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason="the case files are not beside this checkout")


@cache
def cases_of(code: str) -> list[dict[str, Any]]:
    file = CASES / f"{code}.json"
    return json.loads(file.read_text()) if file.exists() else []


def years_of(case: dict[str, Any]) -> list[int]:
    return [int(year.split("-")[0]) + 1 for year in case["collection_years"]]


SHARED = [(rule, case, year) for rule in RULES for case in cases_of(rule.code) for year in years_of(case)]
SHARED = [(rule, case, year) for rule, case, year in SHARED if rule.holds(year)]


def day(text: str | None, form: str) -> Any:
    try:
        return datetime.strptime(text, form).date() if text and len(text) == 10 else None
    except ValueError:
        return None


def said(value: Any) -> str | None:
    return None if value is None else str(value)


def frame_of(table: type[Table], rows: list[dict[str, Any]], true_dates: list[str]) -> pl.DataFrame:
    """The rows as a return would give them: dates read, and kept as they came; all else text."""
    columns: dict[str, pl.Series] = {}
    for name, column in table.columns.items():
        texts = [said(row.get(name)) for row in rows]
        if column.dtype is pl.Date:
            form = "%Y-%m-%d" if name in true_dates else "%d/%m/%Y"
            columns[column.name] = pl.Series([day(text, form) for text in texts], dtype=pl.Date)
            columns[f"{column.name}@text"] = pl.Series(texts, dtype=pl.String)
        else:
            columns[column.name] = pl.Series(texts, dtype=pl.String)
    return pl.DataFrame(columns).with_columns(pl.int_range(pl.len(), dtype=pl.Int32).alias(SOURCE_LINE))


def frames_of(case: dict[str, Any], last: bool) -> dict[type[Table], pl.DataFrame]:
    named = {name.removesuffix("_last"): name for name in case["tables"] if name.endswith("_last") is last}
    frames = {
        NAMED[table]: frame_of(NAMED[table], case["tables"][name], case["table_info"][name]["date_columns"])
        for table, name in named.items()
    }
    providers = case["metadata"].get("provider_info")
    if providers and not last:
        frames[Providers] = frame_of(Providers, providers["__table__"]["rows"], [])
    return frames


def year_checked(case: dict[str, Any], year: int) -> int:
    """The year a case speaks of, where it says; its rows lie in that one."""
    start, end = (case["metadata"].get(f"collection_{edge}") for edge in ("start", "end"))
    return int(end[-4:]) if end else int(start[-4:]) + 1 if start else year


@needs_cases
@pytest.mark.parametrize(
    ("rule", "case", "year"),
    SHARED,
    ids=[f"{rule.code}-{case['case']}-{year}" for rule, case, year in SHARED],
)
def test_we_find_the_same_rows(rule: Rule, case: dict[str, Any], year: int) -> None:
    last = frames_of(case, last=True)
    checked = check_year(
        [rule], year_checked(case, year), frames_of(case, last=False), last_year=last or None
    )
    (outcome,) = checked.outcomes
    assert outcome.ran, outcome.because
    found: dict[str, set[int]] = {}
    for table, line in checked.findings.select("table", "line").rows():
        found.setdefault(table, set()).add(line)
    assert found == {table: {int(row) for row in rows} for table, rows in case["expected"].items()}


@needs_cases
def test_no_case_of_our_rules_is_passed_over() -> None:
    """Every case, in every year in which it holds, is asked of exactly one rule of ours."""
    codes = {rule.code for rule in RULES}
    theirs = [
        (code, case["case"], year) for code in codes for case in cases_of(code) for year in years_of(case)
    ]
    ours = [(rule.code, case["case"], year) for rule, case, year in SHARED]
    assert sorted(ours) == sorted(theirs)


@needs_cases
def test_every_rule_has_a_case() -> None:
    assert [rule.code for rule in RULES if not cases_of(rule.code)] == []
