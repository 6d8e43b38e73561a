"""From a return to what is wrong with it, rule by rule; and, of the rules that could not run, why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from throughline.catalogue import declared
from throughline.record.rows import Table
from throughline.rules.enriching import Enriched, Frames
from throughline.rules.findings import all_findings, blame
from throughline.rules.kinds import Rule
from throughline.rules.recipes import key, last
from throughline.rules.words import ROW

FAULTS = (Exception, pl.exceptions.PanicException)  # the engine's panic is no Exception


@dataclass(frozen=True)
class Outcome:
    """What became of one rule in one year. `looked_at` and `found` count rows of the table it looks at."""

    rule: Rule
    year: int
    ran: bool
    because: str = ""
    looked_at: int = 0
    found: int = 0

    def __str__(self) -> str:
        if not self.ran:
            return f"{self.rule.code} ({self.year}) could not run, because {self.because}"
        return f"{self.rule.code} ({self.year}) ran: {self.looked_at:,} rows looked at, {self.found:,} found"


Done = tuple[Outcome, list[pl.DataFrame]]


@dataclass(frozen=True, eq=False)
class Checked:
    """An outcome for every rule of every year, and the rows to blame. `findings` names children: it is
    for lists opened through the right, never for a log."""

    outcomes: tuple[Outcome, ...]
    findings: pl.DataFrame


def check(
    years: Mapping[int, Frames], *, of: str = "ssda903", rules: Iterable[Rule] | None = None
) -> Checked:
    """Check returns of several years, by year end, each beside the year before it.

    `of` is the folder of this room that holds the return's rules; `rules` are those to try instead.
    Each year is checked by the rules that hold in it."""
    room = f"{__package__}.{of}"
    tried = [rule for _, _, rule in declared(Rule, room)] if rules is None else list(rules)
    held = {year: [rule for rule in tried if rule.holds(year)] for year in sorted(years)}
    done = [check_year(held[year], year, years[year], last_year=years.get(year - 1)) for year in held]
    return Checked(
        tuple(outcome for checked in done for outcome in checked.outcomes),
        all_findings([checked.findings for checked in done]),
    )


def check_year(
    rules: Sequence[Rule], year: int, frames: Frames, *, last_year: Frames | None = None
) -> Checked:
    """Check one return by these rules, whether or not they hold in its year."""
    tables = dict(frames) | {last(table): as_last(table, frame) for table, frame in (last_year or {}).items()}
    enriched = Enriched(tables, year, frozenset(name for rule in rules for name in rule.reads))
    outcomes: dict[int, Outcome] = {}
    findings: list[pl.DataFrame] = []
    for group in alike(rules):
        able = []
        for rule in group:
            if because := not_received(rule, tables, last_year is not None):
                outcomes[id(rule)] = Outcome(rule, year, ran=False, because=because)
            else:
                able.append(rule)
        for outcome, found in run(able, enriched, year):
            outcomes[id(outcome.rule)] = outcome
            findings += found
    return Checked(tuple(outcomes[id(rule)] for rule in rules), all_findings(findings))


def as_last(table: type[Table], frame: pl.DataFrame) -> pl.DataFrame:
    """A table of last year's return, under last year's names."""
    name = table.__name__
    return frame.rename(lambda column: column.replace(f"{name}.", f"{name}_last.", 1))


def alike(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules that look at the same rows before their tests, to be run in one pass."""
    groups: dict[tuple[object, ...], list[Rule]] = {}
    for rule in rules:
        groups.setdefault(key(rule.looks_at.table, rule.looks_at.steps), []).append(rule)
    return list(groups.values())


def not_received(rule: Rule, tables: Frames, with_last: bool) -> str:
    """Why a rule cannot run, or nothing if it can."""
    missing = [table for table in rule.tables if table not in tables]
    says = dict.fromkeys(
        "last year's return was not received"
        if table.__name__.endswith("_last") and not with_last
        else f"{called(table)} was not received"
        for table in missing
    )
    return " and ".join(says) + "." if says else ""


def called(table: type[Table]) -> str:
    """What to call a table in a sentence."""
    name: str = getattr(table, "called", table.__name__)
    return f"last year's {name.removesuffix('_last')}" if name.endswith("_last") else name


def run(rules: list[Rule], enriched: Enriched, year: int) -> list[Done]:
    """Run rules that look at the same rows, together; if that fails, each alone, so that one bad rule
    neither hides nor stops another."""
    try:
        return together(rules, enriched, year) if rules else []
    except FAULTS as fault:
        if len(rules) > 1:
            return [done for rule in rules for done in run([rule], enriched, year)]
        # Only the kind of fault is told: the engine's own words may hold a child's data.
        because = f"the rule itself failed ({type(fault).__name__})."
        return [(Outcome(rules[0], year, ran=False, because=because), [])]


def together(rules: list[Rule], enriched: Enriched, year: int) -> list[Done]:
    """One pass over the rows for all these rules."""
    table, steps = rules[0].looks_at.table, rules[0].looks_at.steps
    frame, row = enriched.base(table, steps), table.__name__ + ROW
    tests = {f"looks {n}": rule.looks_at.test for n, rule in enumerate(rules)}
    wrongs = {f"wrong {n}": rule.looks_at.test & rule.wrong_if for n, rule in enumerate(rules)}
    looked = frame.select(pl.col(row).filter(test).n_unique().alias(name) for name, test in tests.items())
    marks = frame.select(
        pl.col(f"^.*{ROW}$"), **{name: test.fill_null(False) for name, test in wrongs.items()}
    )
    done: list[Done] = []
    for rule, count, name in zip(rules, looked.row(0), wrongs):
        wrong = marks.filter(name)
        found = wrong.get_column(row).n_unique()
        outcome = Outcome(rule, year, ran=True, looked_at=count, found=found)
        done.append((outcome, blame(rule, wrong, enriched.frames, year) if found else []))
    return done
