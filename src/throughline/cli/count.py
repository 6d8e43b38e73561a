"""Print figures: of one measure or several, on a day or over the twelve months to it.

Examples:
  throughline count looked_after --as-at 2018-03-31
  throughline count contacts rereferrals --months 12 --by Team --json
  throughline count looked_after --by Age --by Sex --hide-small
  throughline count rereferrals --known-at 2026-05-03
  throughline count
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from throughline.cli.known import add_known_at, answers_of, known_of
from throughline.cli.options import Asked, Options, add_as_at, add_council, add_json, of
from throughline.counting.answers import Answer, Answers
from throughline.counting.crossed import crossed
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.headline import headline
from throughline.counting.small_numbers import HIDDEN, Shown, hide, hide_line, hide_table
from throughline.counting.store import catalogue
from throughline.counting.trends import is_event, steps_to
from throughline.errors import Refused
from throughline.measures.kinds import Measure, Share
from throughline.record.breakdowns import Breakdown
from throughline.record.journey import BREAKDOWNS
from throughline.record.periods import Period

MOST_MONTHS = 240


def options(command: Options) -> None:
    """What may be typed after `count`."""
    command.add_argument("measures", nargs="*", metavar="MEASURE", help="all of them, if none is named")
    add_as_at(command, "the day, or the last of the twelve months; the data's own if not said")
    command.add_argument("--months", type=int, metavar="N", help="the last N whole months instead, 1 to 240")
    command.add_argument(
        "--by",
        metavar="BREAKDOWN",
        action="append",
        default=[],
        help="Team, Ward, Age, Sex, Ethnic group …; said twice, by both at once",
    )
    command.add_argument("--hide-small", action="store_true", help="print c for what rests on 1 to 5")
    add_known_at(command)
    add_council(command)
    add_json(command)


def run(asked: Asked) -> int:
    """Print a line for each figure."""
    if asked.months is not None and not 1 <= asked.months <= MOST_MONTHS:
        raise Refused(f"{asked.months} months cannot be counted.", do=f"Say 1 to {MOST_MONTHS} of them.")
    council = of(asked)
    known = known_of(asked, council)
    answers = answers_of(council, known)
    day = asked.as_at or answers.snapshot.as_at
    ways = breakdowns(asked.by)
    rows = [
        row(name, measure, period, ways, groups, shown) | rests_on(answers, measure, period)
        for name, measure in chosen(asked.measures).items()
        for period in periods(answers, measure, day, asked.months)
        for groups, shown in figures(answers, measure, period, ways, asked.hide_small)
    ]
    if asked.json:
        rows = [each | {"known_at": known.number if known else None} for each in rows]
        print(json.dumps(rows, indent=1, default=str))
    else:
        print("\n".join(told(row) for row in rows))
    return 0


def chosen(names: list[str]) -> dict[str, Measure]:
    """The measures of these names. Raises `Refused` with the nearest names for one that is not there."""
    known = catalogue()
    for name in names:
        if name not in known:
            near = [other for other in known if set(name.split("_")) & set(other.split("_"))] or list(known)
            raise Refused(f"There is no measure “{name}”.", do=f"There are: {', '.join(near)}.")
    return {name: known[name] for name in names or known}


def breakdown(title: str | None) -> Breakdown:
    """The breakdown of this title."""
    if title is None:
        return ALL
    found = next((by for by in BREAKDOWNS.values() if by.title.lower() == title.lower()), None)
    if found is None:
        titles = ", ".join(by.title for by in BREAKDOWNS.values())
        raise Refused(f"There is no breakdown “{title}”.", do=f"There are: {titles}.")
    return found


def breakdowns(titles: list[str]) -> list[Breakdown]:
    """None, one or two breakdowns. Raises `Refused` for more, or for the same one twice."""
    found = [breakdown(title) for title in titles]
    if len(found) > 2 or len(set(found)) < len(found):
        raise Refused("Figures are parted by two breakdowns at most.", do="Say --by once, or twice.")
    return found


def figures(
    answers: Answers, measure: Measure, period: Period, ways: list[Breakdown], hides: bool
) -> Sequence[tuple[tuple[str, ...], Shown]]:
    """The figure of each group, or of each group within each; with small numbers hidden, and those as well
    from which they could be found, for the total is told too."""
    if len(ways) == 2:
        cells = crossed(answers, measure, period, *ways)
        whole = {pair: Shown(answer, False) for pair, answer in cells.items()}
        return list((hide_table(measure, cells) if hides else whole).items())
    if not ways:
        total = answers.value(measure, period)
        return [((EVERYONE,), hide(measure, total) if hides else Shown(total, False))]
    line = {g: answers.value(measure, period, ways[0], g) for g in answers.groups(measure, ways[0])}
    found = hide_line(measure, line) if hides else {g: Shown(each, False) for g, each in line.items()}
    return [((group,), shown) for group, shown in found.items()]


def periods(answers: Answers, measure: Measure, day: date, months: int | None) -> list[Period]:
    """The dates that a page would head it with; or month by month."""
    return [headline(answers, measure, day)] if months is None else steps_to(day, months, "month")


def row(
    name: str,
    measure: Measure,
    period: Period,
    ways: list[Breakdown],
    groups: tuple[str, ...],
    shown: Shown,
) -> dict[str, Any]:
    """One figure, as the tidy table has it; of two breakdowns the second beside the first."""
    start = period.start if is_event(measure) else period.end
    titles = [by.title for by in ways] or [ALL.title]
    values = {"start": start, "end": period.end, "by": titles[0], "group": groups[0]}
    if len(ways) == 2:
        values |= {"and_by": titles[1], "and_group": groups[1]}
    return {"measure": name} | values | dict(zip(Answer._fields, shown.answer)) | {"hidden": shown.hidden}


def rests_on(answers: Answers, measure: Measure, period: Period) -> dict[str, Any]:
    """What must be known beside a rate: the day of its population, and whether it is what a whole year
    would come to."""
    vintage = answers.vintage(measure, period)
    return {"population": vintage, "made_yearly": answers.is_made_yearly(measure, period)}


def told(row: dict[str, Any]) -> str:
    """One figure in words: what is not known is said, never shown as nought."""
    dates = f"{row['end']}" if row["start"] == row["end"] else f"{row['start']} to {row['end']}"
    group = "" if row["by"] == ALL.title else f" {row['group']}{also(row)}:"
    return f"{row['measure']} ({dates}):{group} {figure(row)}"


def also(row: dict[str, Any]) -> str:
    """The group of the second breakdown, where there is one."""
    return f", {row['and_group']}" if "and_group" in row else ""


def figure(row: dict[str, Any]) -> str:
    """The value, with what it rests on."""
    if row["hidden"]:
        return HIDDEN
    if not row["available"]:
        return "not available"
    aside = [f"{row[key]:,} {key.replace('_', ' ')}" for key in ("left_out", "too_early") if row[key]]
    aside += [f"population of {row['population']}"] if row["population"] else []
    aside += ["made yearly"] if row["made_yearly"] else []
    more = f" ({', '.join(aside)})" if aside else ""
    if isinstance(catalogue()[row["measure"]], Share):
        share = "nothing to share" if row["value"] is None else f"{row['value']:.1%}"
        return f"{share} ({row['numerator']:,} of {row['denominator'] or 0:,.0f}){more}"
    return ("not available" if row["value"] is None else f"{row['value']:,.1f}".removesuffix(".0")) + more
