"""List the questions about files that wait for an answer: headings, days and words nobody told us of yet.

A heading that is not known, where the return lacks a column, is asked about once, and so is a column of days
that may be day first or month first, and a word that stands for a code and is none. The answer is kept in
the council's folder and used for every later file. Each question has a number, and its answers are
numbered, the likeliest first.

Examples:
  throughline questions
  throughline questions --answered
"""

from __future__ import annotations

import json
from dataclasses import asdict

from throughline.cli.approve import SHORT
from throughline.cli.options import Asked, Options, add_council, add_json, of
from throughline.loads.memory import Asked as AskedOnce
from throughline.loads.memory import asked as asked_ever
from throughline.loads.memory import nothing_of, waiting

CHOICES_PRINTED = 8


def options(command: Options) -> None:
    """What may be typed after `questions`."""
    add_council(command)
    command.add_argument("--answered", action="store_true", help="list those answered, and their answers")
    add_json(command)


def run(asked: Asked) -> int:
    """0, whether any question waits or not."""
    council = of(asked)
    found = waiting(council)
    if asked.answered:
        found = [each for each in asked_ever(council) if each.answer is not None]
    if asked.json:
        print(json.dumps([asdict(each) for each in found], indent=1, ensure_ascii=False))
        return 0
    print(
        "\n\n".join(map(told, found)) or ("Nothing has been answered." if asked.answered else "No question.")
    )
    if found and not asked.answered:
        print("\nAnswer one: throughline answer NUMBER CHOICE, or throughline answer NUMBER --ignore.")
    return 0


def told(one: AskedOnce) -> str:
    """One question: what is asked, in which file, and its answers; or what was answered, by whom and when."""
    if one.answer is not None:
        day = one.answered_at[:10]
        return f"{one.number}. {one.question.asks}\n   {one.words} ({one.who}, {day})"
    choices = [
        f"   {n}  {each.words}" + (f" ({each.why})" if each.why else "")
        for n, each in enumerate(one.question.choices, 1)
    ]
    shown = choices[:CHOICES_PRINTED]
    more = len(choices) - len(shown)
    shown += [f"   …and {more} more: throughline questions --json"] if more else []
    where = f"   {one.question.file}, load {one.load[:SHORT]}"
    return "\n".join(
        [f"{one.number}. {one.question.asks}", where, *shown, f"   --ignore  {nothing_of(one.question)}"]
    )
