"""Check the SSDA903 returns that are in by the Department's rules, year by year.

For each rule it says *ran*, with the rows looked at and found, or *could not run*, and why. The exit code
is 1 when anything is found. With --known-at, the returns that were in by then.

Examples:
  throughline check
  throughline check --lines --json
  throughline check --known-at 2026-05-03
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import polars as pl

from throughline.cli.known import add_known_at, known_of
from throughline.cli.options import Asked, Options, add_council, add_json, of
from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.loads.in_force import InForce, in_force
from throughline.loads.load import load_of
from throughline.loads.memory import answers
from throughline.loads.parts import read_about
from throughline.record.homes import Providers
from throughline.record.rows import Table
from throughline.record.snapshots import Source
from throughline.returns.ssda903 import SSDA903, read_ssda903
from throughline.returns.told import Told
from throughline.rules.checking import Checked, check
from throughline.rules.ssda903.providers import Providers as Listed

Place = tuple[str, str, str, int]  # rule, table, file, line


def options(command: Options) -> None:
    """What may be typed after `check`."""
    command.add_argument("--lines", action="store_true", help="print the file and line of every finding")
    add_known_at(command)
    add_council(command)
    add_json(command)


def run(asked: Asked) -> int:
    """0 when nothing is found, 1 when something is."""
    council = of(asked)
    found = checks(council, in_force(council, known_of(asked, council)))
    if asked.json:
        print(
            json.dumps([line for checked, sources in found for line in as_json(checked, sources)], indent=1)
        )
    else:
        for checked, sources in found:
            tell(checked, sources, asked.lines)
    return int(any(checked.findings.height for checked, _ in found))


def checks(council: Council, now: InForce) -> list[tuple[Checked, Sequence[Source]]]:
    """Every SSDA903 load in force, read again from its raw files, and checked.

    Raises `Refused` where no SSDA903 has been received: nothing else has rules yet."""
    done: list[tuple[Checked, Sequence[Source]]] = []
    beside = providers(council, now.parts)
    for load in dict.fromkeys(load_of(part) for part in now.parts):
        if not (council.received / load).exists() or not holds_ssda903(council, load, now.parts):
            continue
        files = sorted((council.received / load).glob("*/*"))
        years = read_ssda903(files, year=now.options[load]["year"], told=Told(answers(council)))
        done.append((check({y: {**t, **beside} for y, t in years.tables.items()}), years.sources))
    if not done:
        raise Refused(
            "There is no SSDA903 return to check.", do="Receive one: throughline receive FOLDER-OF-CSV-FILES"
        )
    return done


def providers(council: Council, parts: Sequence[str]) -> dict[type[Table], pl.DataFrame]:
    """Ofsted's list, the newest that is in force; nothing where none was received."""
    files = [council.parts / part / f"{Providers.__name__}.parquet" for part in parts]
    there = [pl.read_parquet(file) for file in files if file.exists()]
    return {Listed: there[-1].select(Providers.urn.alias("Providers.URN"))} if there else {}


def holds_ssda903(council: Council, load: str, parts: Sequence[str]) -> bool:
    """Whether one of a load's parts is an SSDA903."""
    mine = [council.parts / part for part in parts if load_of(part) == load]
    return any(read_about(folder)["title"] == SSDA903.title for folder in mine)


def tell(checked: Checked, sources: Sequence[Source], lines: bool) -> None:
    """What became of each rule, in words; the child's number is in no line."""
    at = places(checked, sources) if lines else []
    for outcome in checked.outcomes:
        print(outcome)
        if outcome.found:
            print(f"    {outcome.rule.says}")
        for rule, table, file, line in at:
            if outcome.found and rule == f"{outcome.rule.code} {outcome.year}":
                print(f"    {file}, line {line} ({table})")
    ran = [outcome for outcome in checked.outcomes if outcome.ran]
    found = sum(outcome.found for outcome in ran)
    print(f"\n{len(ran)} of {len(checked.outcomes)} checks ran; {found:,} rows found.")


def places(checked: Checked, sources: Sequence[Source]) -> list[Place]:
    """Where each finding is: rule and year, table, file, line."""
    columns = ("rule", "year", "table", "source", "line")
    return [
        (f"{rule} {year}", table, sources[source].file, line)
        for rule, year, table, source, line in checked.findings.select(columns).iter_rows()
        if source is not None
    ]


def as_json(checked: Checked, sources: Sequence[Source]) -> list[dict[str, Any]]:
    """What became of each rule, for a machine."""
    at = places(checked, sources)
    return [
        {
            "rule": outcome.rule.code,
            "year": outcome.year,
            "says": outcome.rule.says,
            "ran": outcome.ran,
            "because": outcome.because,
            "looked_at": outcome.looked_at,
            "found": outcome.found,
            "places": [p[1:] for p in at if p[0] == f"{outcome.rule.code} {outcome.year}"],
        }
        for outcome in checked.outcomes
    ]
