"""What a measure's expressions say, in words that an analyst can follow: columns by their full names, and
what is asked of them."""

from __future__ import annotations

import re

import polars as pl

from throughline.record.journey import COLUMNS
from throughline.record.rows import Rows, Spells

LONGEST = 320  # letters: beyond that the columns that a rule reads say more than the rule
WRITTEN: tuple[tuple[str, str], ...] = (
    (r"\(dyn (?:int|float): ([^()]*)\)", r"\1"),
    (r'col\("([^"]*)"\)', r"\1"),
    (r"\.fill_null\(\[?false\]?\)", " (blank: no)"),
    (r"\.fill_null\(\[?true\]?\)", " (blank: yes)"),
    (r"\.is_in\(\[\[([^\]]*)\]\]\)", r" is one of (\1)"),
    (r"\.is_not_null\(\)", " is recorded"),
    (r"\.is_null\(\)", " is not recorded"),
    (r"\.not\(\)", " – is not so"),
    (r'\.dt\.offset_by\(\["?(\d+)mo0d"?\]\)', r" + \1 months"),
    (r'\.dt\.offset_by\(\["?0mo(\d+)d"?\]\)', r" + \1 days"),
    (r'(\d+)d\.alias\("duration"\)', r"\1 days"),
    (r"\.dt\.total_days\(\)", " in days"),
    (r"\.dt\.total_hours\(\)", " in hours"),
    (r" == ", " is "),
    (r" != ", " is not "),
    (r" & ", " and "),
    (r" \| ", " or "),
    (r'"', ""),
)
NOT_PLAIN = re.compile(r"when\(|over\(|Series|sort_by|shift|business_day|\.[a-z_]+\(")


def formula(test: pl.Expr) -> str:
    """An expression in words; of one that is too long for that, the columns it reads."""
    written = str(test)
    for pattern, words in WRITTEN:
        written = re.sub(pattern, words, written)
    written = plainer(written)
    if len(written) <= LONGEST and not NOT_PLAIN.search(written):
        return written
    names = [name for name in dict.fromkeys(test.meta.root_names()) if name in COLUMNS]
    return f"by a rule of {', '.join(names)}: the example shows it"


def plainer(written: str) -> str:
    """Without the brackets that hold one thing alone."""
    before = ""
    while written != before:
        before = written
        written = re.sub(r"\(([A-Za-z]+\.[a-z_0-9]+)\)", r"\1", written)
        written = re.sub(r"^\[([^\[\]]*)\]$", r"\1", written)
        written = re.sub(r"\[([A-Za-z]+\.[a-z_0-9]+(?: \([a-z: ]*\))?)\]", r"\1", written)
    return re.sub(r" is (not )?\(([\w ]+)\)", r" is \1\2", written.replace("[", "(").replace("]", ")"))


def day_said(day: pl.Expr) -> str:
    """A day: what its column holds, or how it is worked out."""
    name = day.meta.root_names()[0] if day.meta.root_names() else ""
    if name in COLUMNS and day.meta.eq(pl.col(name)):
        words = COLUMNS[name].about.split(";")[0]
        return f"{words[:1].lower()}{words[1:]} ({name})"
    return formula(day) if name else "no day"


def where_said(rows: Rows) -> str:
    """What rows must pass; blank where all do."""
    return "; ".join(formula(test) for test in rows.tests)


def counted_said(rows: Rows) -> str:
    """Who or what is counted: children, each event, or each of something once."""
    table = rows.table
    if rows.each is not None:
        return f"each {formula(rows.each)} once, of rows of {table.__name__}"
    if table.subject != "child":
        what = COLUMNS[table.columns[table.subject].name].about.split(";")[0]
        return f"{what[:1].lower()}{what[1:]}, each once, of rows of {table.__name__}"
    return (
        f"children with a row of {table.__name__}"
        if isinstance(rows, Spells)
        else f"rows of {table.__name__}"
    )


def rows_said(rows: Rows) -> str:
    """The rows of a measure, in a clause: who, and what they must pass."""
    where = where_said(rows)
    return f"{counted_said(rows)} ({row_said(rows)}){f', where {where}' if where else ''}"


def row_said(rows: Rows) -> str:
    """What one row is: the first sentence about its table, in small letters."""
    about = " ".join((rows.table.__doc__ or "").split()).split(". ")[0].rstrip(".")
    return f"{about[:1].lower()}{about[1:]}"


def when_said(rows: Rows) -> str:
    """When rows count: in the period, or on the day."""
    if not isinstance(rows, Spells):
        return f"in the period, its first and last day among them: {day_said(rows.start)}"
    until = f", to the day before {day_said(rows.end)}" if rows.end.meta.root_names() else ""
    return f"on the day asked about: from {day_said(rows.start)}{until}"
