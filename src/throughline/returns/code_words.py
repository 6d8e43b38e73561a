"""Words that are no code of their column, and stand in it again and again: the file's own way of writing a
code. Each is a question to the council, asked once; until it is answered, the word stays as it came. It is so
in every form, XML too: a schema has the codes, and yet a council's software writes its own."""

from __future__ import annotations

from difflib import SequenceMatcher

import polars as pl

from throughline.record.codes import Codes
from throughline.record.columns import Code
from throughline.returns.headings import Known, folded, heading_of
from throughline.returns.reading import Sheet
from throughline.returns.told import CODE, NOTHING, Choice, Question, Subject, Told

OFTEN = 3  # lines: what stands fewer times is a slip of these lines, not a way of writing
LONGEST = 60  # characters: a longer one is a note, and may be about a child
MOST_WORDS = 20  # asked of one column: with more of them it is no column of these codes
LIKELY = 0.7  # of 1: below this nothing speaks for a code
NO_ANSWER = ("0", "9")  # what the returns of children looked after write where nobody said
OTHER = "some other word"
SAME = {"boy": "male", "boys": "male", "girl": "female", "girls": "female"}  # of the same, in other words


def as_told(sheet: Sheet, known: Known, told: Told, column: Code, read: pl.Series) -> pl.Series:
    """A column of codes with each word of which the council has told us as the code that it is. Other words
    that stand in it often are asked about, and stay."""
    codes = column.codes or codes_filled(known, column)
    strange = read.filter(~read.is_in(list(codes.labels))).str.to_lowercase() if codes else read.clear()
    if codes is None or strange.is_empty():
        return read
    strange = strange.filter(~strange.is_in(blanks_of(known, column)))
    counted = strange.rename("word").value_counts(name="many").sort("many", "word", descending=[True, False])
    many = dict(counted.iter_rows())
    said = {word: told.answer(subject_of(known, column, word)) for word in many}
    often = [w for w in many if said[w] is None and many[w] >= OFTEN and len(w) <= LONGEST]
    if len(often) <= MOST_WORDS:
        for word in often:
            told.ask(question(sheet, subject_of(known, column, word), column, codes, many[word]))
    meant = {word: answer for word, answer in said.items() if answer not in (None, NOTHING)}
    return read.str.to_lowercase().replace_strict(meant, default=read) if meant else read


def codes_filled(known: Known, column: Code) -> Codes | None:
    """The codes of the column of the record that this one fills as it stands; None where none has any."""
    itself = pl.col(column.name)
    for fill in known.given.fills:
        for short, expression in fill.columns.items():
            if (codes := fill.table.columns[short].codes) and expression.meta.eq(itself):
                return codes
    return None


def blanks_of(known: Known, column: Code) -> list[str]:
    """The words of a column that its return takes for no answer: fills that are blank of them, and leave any
    other word as it is."""
    found: list[str] = []
    for fill in known.given.fills:
        for expression in fill.columns.values():
            if set(expression.meta.root_names()) == {column.name}:
                found += [word for word in NO_ANSWER if is_blank_of(expression, column, word)]
    return found


def is_blank_of(expression: pl.Expr, column: Code, word: str) -> bool:
    """Whether an expression is blank of a word alone."""
    words = pl.DataFrame({column.name: [word, OTHER]})
    return words.select(expression.alias("found")).get_column("found").to_list() == [None, OTHER]


def subject_of(known: Known, column: Code, word: str) -> Subject:
    """What is asked about a word of a column."""
    given, table = known.given, known.given.named(known.table)
    return Subject(CODE, given.title, table, folded(heading_of(column)), word)


def question(sheet: Sheet, subject: Subject, column: Code, codes: Codes, many: int) -> Question:
    """What does the word mean, which stands on so many lines: any code, the likeliest first."""
    scores = {code: likeness(subject.value, code, label) for code, label in codes.labels.items()}
    ranked = sorted(scores, key=lambda code: -scores[code])
    asks = f"What is “{subject.value}” in {heading_of(column)} of {subject.table} ({many:,} lines)?"
    choices = tuple(Choice(code, f"{code}: {codes.labels[code]}") for code in ranked)
    return Question(subject, sheet.name, asks, choices, scores[ranked[0]] >= LIKELY)


def likeness(word: str, code: str, label: str) -> float:
    """How like, from 0 to 1, a word is to a code or to what it means; a label that begins so is likely."""
    means, plain = label.casefold(), SAME.get(word, word)
    begins = LIKELY if len(plain) >= OFTEN and means.startswith(plain) else 0.0
    alike = (
        SequenceMatcher(None, plain, other, autojunk=False).ratio() for other in (means, code.casefold())
    )
    return max(begins, *alike)
