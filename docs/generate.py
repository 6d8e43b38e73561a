"""Writes the reference pages from the declarations: `make docs`. A test fails when they are out of date."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from textwrap import dedent

from throughline.catalogue import declared
from throughline.cli import COMMANDS, parser
from throughline.measures.kinds import Measure, Share, tables_of
from throughline.record.journey import BREAKDOWNS, TABLES
from throughline.record.rows import Event, Own, Person, Reference, Spell
from throughline.rules.kinds import Rule

HERE = Path(__file__).parent / "reference"
MADE = "<!-- Made by `make docs` from the declarations. Do not edit. -->\n"
KINDS = {Person: "one row a child", Event: "events", Spell: "spells", Reference: "a list about no child"}


def pages() -> dict[str, str]:
    """Every reference page: its file name, and what is in it."""
    return {
        "measures.md": measures(),
        "rules.md": rules(),
        "record.md": record(),
        "commands.md": commands(),
    }


def measures() -> str:
    """The catalogue of measures, stage by stage."""
    stages: defaultdict[str, list[str]] = defaultdict(list)
    for module, name, measure in declared(Measure, "throughline.measures"):
        stages[module.rsplit(".", 1)[1]].append(one_measure(name, measure))
    parts = [f"## {words(stage)}\n\n" + "\n".join(told) for stage, told in sorted(stages.items())]
    return "# Measures\n\nEach figure, its definition, and the example that proves it.\n\n" + "\n".join(parts)


def one_measure(name: str, measure: Measure) -> str:
    """One measure: what it says of itself, and its example."""
    target = "none"
    if measure.target is not None:
        target = f"{measure.target:.0%}" if isinstance(measure, Share) else f"{measure.target:g}"
    facts = {
        "Kind": type(measure).__name__,
        "Definition": measure.defined_by,
        "Better": measure.better.value,
        "Target": target,
        "Reads": ", ".join(sorted(table.__name__ for table in tables_of(measure))),
        "Looks back": f"{measure.looks_back} months" if measure.looks_back else "",
        "Note": measure.note,
        "Answered for by": f"{measure.owned_by}; to be looked at again by {measure.review_by}",
    }
    lines = [f"- {what}: {said}" for what, said in facts.items() if said]
    return "\n".join(
        [f"### {measure.title}", f"`{name}`. {measure.why}", "", *lines, "", example(measure), ""]
    )


def rules() -> str:
    """Every check, section by section."""
    sections: defaultdict[str, list[str]] = defaultdict(list)
    for module, _, rule in declared(Rule, "throughline.rules"):
        years = f"{rule.since} to {rule.until}" if rule.until else f"since {rule.since}"
        told = [f"### {rule.code}", rule.says, "", f"- {words(rule.kind.value)}; year ends {years}"]
        sections[module.split(".", 2)[2]].append("\n".join([*told, "", example(rule), ""]))
    parts = [
        f"## {words(section.replace('.', ': '))}\n\n" + "\n".join(told) for section, told in sections.items()
    ]
    return (
        "# Checks\n\nThe Department's rules, in our words, each with the example that proves it.\n\n"
        + "\n".join(parts)
    )


def record() -> str:
    """Every table of the record, its columns, and their names in the Standard Safeguarding Dataset."""
    parts = ["# The record", "", "The child's journey as dated tables.", ""]
    for table in TABLES:
        kind = next(said for base, said in KINDS.items() if issubclass(table, base))
        kind += ", by a local list" if issubclass(table, Own) else ""
        parts += [f"## {table.__name__}", f"{dedent(table.__doc__ or '').strip()} ({kind})", ""]
        parts += ["| column | holds | in the dataset | codes |", "| --- | --- | --- | --- |"]
        for name, column in table.columns.items():
            codes = column.codes.title if column.codes else ""
            kept = f"{name}{' *' if column.required else ''}"
            parts.append(f"| {kept} | {column.about} | {column.ssd} | {codes} |")
        parts.append("")
    parts += ["\\* a row without it cannot be used.", "", "## Breakdowns", ""]
    parts += [f"- {by.title}: by `{by.by.meta.output_name()}`" for by in BREAKDOWNS.values()]
    return "\n".join(parts) + "\n"


def commands() -> str:
    """Every command and its options, as `--help` says them."""
    top = parser()
    actions = next(a for a in top._actions if isinstance(a, argparse._SubParsersAction))
    parts = ["# Commands", ""]
    for module in COMMANDS:
        name = module.__name__.rsplit(".", 1)[1]
        parts += [f"## throughline {name}", "", "```", actions.choices[name].format_help().strip(), "```", ""]
    return "\n".join(parts)


def example(thing: Measure | Rule) -> str:
    """The example table, as it is written in the declaration."""
    return f"```\n{dedent(thing.examples).strip()}\n```"


def words(name: str) -> str:
    """front_door as a heading: Front door."""
    said = name.replace("_", " ")
    return said[0].upper() + said[1:]


def main() -> None:
    """Write every page."""
    HERE.mkdir(exist_ok=True)
    for file, text in pages().items():
        (HERE / file).write_text(MADE + text)
        print(f"docs/reference/{file}", file=sys.stderr)


if __name__ == "__main__":
    main()
