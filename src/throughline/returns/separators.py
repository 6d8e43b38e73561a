"""How a text file parts its cells, and in which line its headings stand: as that reading of its first lines
in which most headings are such as we know. Commas in the first line, unless another has more; never a
guess."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from io import StringIO

from throughline.returns.headings import folded, spellings
from throughline.returns.kinds import Return
from throughline.returns.reading import PLAIN, Form

SEPARATORS = (",", ";", "\t", "|")
# what a spreadsheet reads, and shows to nobody
SAID = re.compile(r"^\"?sep=([,;\t|])\"?[,;\t|]*$", re.IGNORECASE)
HEADING_ROWS = 10  # in which the headings must stand; a title may be above them
FEWEST = 2  # headings that we know, to read a file in another way than its first line's
LONGEST = 1 << 16  # characters in which the headings must end


def form_for(returns: Sequence[Return]) -> Callable[[str], Form]:
    """How to find the form of a text that is one of these returns."""
    known = headings_of(tuple(returns))
    return lambda text: form_of(text, known)


@lru_cache(maxsize=8)
def headings_of(returns: tuple[Return, ...]) -> frozenset[str]:
    """Every heading that a return knows, folded."""
    columns = (
        column for given in returns for table in given.files.values() for column in table.columns.values()
    )
    return frozenset(folded(spelt) for column in columns for spelt in spellings(column))


def form_of(text: str, known: frozenset[str]) -> Form:
    """The form of a text: by its own word (`sep=;`), else by the headings we know."""
    top = text[:LONGEST].split("\n")[:HEADING_ROWS]
    said = SAID.match(top[0])
    plain = Form(said[1], 1) if said else PLAIN
    separators = (said[1],) if said else SEPARATORS
    forms = [Form(separator, above) for above in range(plain.above, len(top)) for separator in separators]
    scores = {form: score(text, top, form, known) for form in {plain, *forms}}
    best = max(scores.values())
    found = [form for form in forms if scores[form] == best]
    if best[0] < FEWEST or best[0] <= scores[plain][0]:
        return plain
    first = [form for form in found if form.above == found[0].above]
    return first[0] if len(first) == 1 else plain


def score(text: str, top: Sequence[str], form: Form, known: frozenset[str]) -> tuple[int, int]:
    """How many headings that we know a text has, read in this form, and how many cells."""
    start = sum(len(line) + 1 for line in top[: form.above])
    cells = next(csv.reader(StringIO(text[start : start + LONGEST]), delimiter=form.separator), [])
    return len(known & {folded(cell) for cell in cells}), len(cells)
