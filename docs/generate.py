"""Writes the reference pages from the declarations: `make docs`. A test fails when they are out of date."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import dedent

from throughline.catalogue import declared
from throughline.cli import COMMANDS, parser
from throughline.measures.dictionary import entry
from throughline.measures.kinds import Measure, Share, tables_of
from throughline.measures.not_yet import NOT_YET
from throughline.record import conflicts
from throughline.record.child import Child
from throughline.record.journey import BREAKDOWNS, TABLES
from throughline.record.rows import Event, Own, Person, Reference, Spell, Table
from throughline.returns.kinds import Return
from throughline.returns.receiving import returns
from throughline.rules.kinds import Rule

HERE = Path(__file__).parent / "reference"
AT = "@"  # begins the name of what no table has
MADE = "<!-- Made by `make docs` from the declarations. Do not edit. -->\n"
KINDS = {Person: "one row a child", Event: "events", Spell: "spells", Reference: "a list about no child"}


def pages() -> dict[str, str]:
    """Every reference page: its file name, and what is in it."""
    return {
        "measures.md": measures(),
        "rules.md": rules(),
        "record.md": record(),
        "sources.md": sources(),
        "commands.md": commands(),
    }


def measures() -> str:
    """The catalogue of measures, stage by stage."""
    stages: defaultdict[str, list[str]] = defaultdict(list)
    for module, name, measure in declared(Measure, "throughline.measures"):
        stages[module.rsplit(".", 1)[1]].append(one_measure(name, measure))
    parts = [f"## {words(stage)}\n\n" + "\n".join(told) for stage, told in sorted(stages.items())]
    waiting = [f"- {code}: {why}" for code, why in NOT_YET.items()]
    parts.append(
        "\n".join(["## Not yet", "", "Of the field's list, what is not measured:", "", *waiting, ""])
    )
    return "# Measures\n\nEach figure, its definition, and the example that proves it.\n\n" + "\n".join(parts)


def one_measure(name: str, measure: Measure) -> str:
    """One measure: what it says of itself, and its example."""
    told = entry(name, "", measure)
    by_year = measure.target if isinstance(measure.target, Mapping) else {0: measure.target}
    target = "; ".join(target_in(measure, year, value) for year, value in by_year.items())
    facts = {
        "Kind": type(measure).__name__,
        "Definition": measure.defined_by,
        "Numerator": told.numerator,
        "Denominator": told.denominator,
        "When": told.date_rule,
        "In the field's list": measure.field_code,
        "Published twin": measure.compare,
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


def target_in(measure: Measure, year: int, value: float | None) -> str:
    """A target, with the year to March from which it holds where there are several."""
    if value is None:
        return "none"
    told = f"{value:.0%}" if isinstance(measure, Share) else f"{value:g}"
    return f"{told} from the year to March {year}" if year else told


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
    parts += [
        f"- {by.title}: by `{by.by.meta.output_name().lstrip(AT)}`{f'. {by.note}' if by.note else ''}"
        for by in BREAKDOWNS.values()
    ]
    return "\n".join(parts) + "\n"


def sources() -> str:
    """Which returns fill each table, and which of them is used: of a child, column by column."""
    ranked = returns()
    parts = ["# Which return is used", "", PRECEDENCE, "", "| | return | holds |", "| --- | --- | --- |"]
    parts += [f"| {place} | {given.title} | {given.holds} |" for place, given in enumerate(ranked, 1)]
    parts += [
        "",
        "## Of a child",
        "",
        OF_A_CHILD,
        "",
        "| column | used first | else |",
        "| --- | --- | --- |",
    ]
    parts += [in_order(short, filling(Child, ranked, short)) for short in Child.columns]
    parts += ["", "## Of every other table", "", OF_A_DAY, "", "| table | used first | else |"]
    parts += ["| --- | --- | --- |"]
    others = [table for table in TABLES if table is not Child]
    parts += [in_order(table.__name__, told) for table in others if (told := filling(table, ranked))]
    parts += ["", "## What is compared", "", COMPARES, ""]
    parts += [f"- {what}" for what in (*conflicts.OF_A_CHILD.values(), *compared_on_a_day())]
    return "\n".join(parts) + "\n"


PRECEDENCE = "Where returns overlap, the first of these that tells is used; of two of one kind, the newest."
OF_A_CHILD = "Each column is what the first return says that has it. Blank is not recorded, and no answer."
OF_A_DAY = (
    "For each day one return answers, of those that tell of it; the Loads page shows which, from when to "
    "when. A list that is of no day comes whole from the first. "
    "Why: [one return a day](../decisions/one-return-a-day.md)."
)
COMPARES = (
    "What two returns say otherwise of one child is listed (`throughline conflicts`, and the Loads page): of "
    "the child, and of the last day of which both tell."
)


def filling(table: type[Table], ranked: Sequence[Return], short: str = "") -> list[str]:
    """The returns that fill a table, or one column of it, in the order of use."""
    fills = [(given.title, fill) for given in ranked for fill in given.fills if fill.table is table]
    return list(dict.fromkeys(title for title, fill in fills if not short or short in fill.columns))


def in_order(name: str, titles: Sequence[str]) -> str:
    """A line of a table: what is used first, and what else."""
    return f"| {name} | {titles[0] if titles else '–'} | {', then '.join(titles[1:])} |"


def compared_on_a_day() -> Iterator[str]:
    """What two returns are asked of a day, in words."""
    for asked in conflicts.COMPARED:
        yield from filter(None, (asked.has, *asked.columns.values(), asked.ended))


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
