"""Answer a question about a file: what a heading is, how a column's days are written, or
which code a word stands for.

CHOICE is the number of an answer as `throughline questions` prints it, or its heading or code. The answer
is kept with your name, and used from the next load on. To read the files that asked again now, say
`throughline again LOAD`.

Examples:
  throughline answer 3 1
  throughline answer 3 --ignore
  throughline answer 3 --undo
"""

from __future__ import annotations

from throughline.cli.approve import SHORT
from throughline.cli.options import Asked, Options, add_council, in_private, of
from throughline.errors import Refused
from throughline.loads.exporting import shell_user
from throughline.loads.memory import Asked as AskedOnce
from throughline.loads.memory import answer, question, undo
from throughline.returns.headings import folded
from throughline.returns.told import NOTHING

SAY = "Say the number of an answer, or --ignore, or --undo."


def options(command: Options) -> None:
    """What may be typed after `answer`."""
    command.add_argument("number", type=int, metavar="NUMBER", help="the question")
    command.add_argument("choice", nargs="?", metavar="CHOICE", help="the answer, by its number or words")
    command.add_argument("--ignore", action="store_true", help="it is none of these")
    command.add_argument("--undo", action="store_true", help="take the answer back")
    add_council(command)


def run(asked: Asked) -> int:
    """0 when the answer is kept, or taken back."""
    in_private()
    if sum([asked.choice is not None, asked.ignore, asked.undo]) != 1:
        raise Refused("What is the answer?", do=SAY)
    council, who = of(asked), shell_user()
    if asked.undo:
        undo(council, asked.number, who)
        print("Taken back. The question waits again.")
        return 0
    choice = NOTHING if asked.ignore else chosen(question(council, asked.number), asked.choice)
    told = answer(council, asked.number, choice, who)
    print(f"Kept: {told.words}. It is used from the next load on.")
    print(f"To read the files that asked again now: throughline again {told.load[:SHORT]}")
    return 0


def chosen(one: AskedOnce, typed: str) -> str:
    """The answer that was typed, by its number or its words; as typed, if it is neither."""
    choices = one.question.choices
    if typed.isdigit() and 1 <= int(typed) <= len(choices):
        return choices[int(typed) - 1].answer
    named = (each.answer for each in choices if folded(typed) in (folded(each.answer), folded(each.words)))
    return next(named, typed)
