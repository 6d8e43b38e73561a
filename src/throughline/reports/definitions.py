"""What the measures of a report mean: the pages at its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.figures import target_words
from throughline.blocks.named import MEASURES
from throughline.measures.kinds import Measure, tables_of
from throughline.record.periods import said
from throughline.reports.paper import Term, Terms


def definitions(ask: Ask, blocks: object) -> Terms:
    """A definition of each measure that these blocks declare, once, in the order of the journey."""
    here = set(measures_in(blocks))
    return Terms(terms=tuple(term(ask, measure) for measure in MEASURES.values() if measure in here))


def measures_in(declared: object) -> Iterator[Measure]:
    """Every measure that a block, or a list of blocks, names."""
    if isinstance(declared, Measure):
        yield declared
    elif isinstance(declared, tuple | list):
        for each in declared:
            yield from measures_in(each)
    elif is_dataclass(declared):
        for field in fields(declared):
            yield from measures_in(getattr(declared, field.name))


def term(ask: Ask, measure: Measure) -> Term:
    """One measure: why it is counted, who defines it, its target, and the data it rests on."""
    vintage = ask.answers.vintage(measure, ask.period(measure))
    facts = (
        ("Defined by", measure.defined_by),
        ("Better", measure.better.value),
        ("Target", target_words(measure, ask.day)),
        ("Note", measure.note),
        ("Source", source(ask, measure)),
        ("Population", f"the estimate of {said(vintage)}" if vintage else ""),
    )
    known = tuple((title, words) for title, words in facts if words)
    return Term(title=measure.title, says=measure.why, facts=known)


def source(ask: Ask, measure: Measure) -> str:
    """The returns that answer for the measure's tables on the page's day."""
    snapshot, found = ask.snapshot, set[str]()
    for table in tables_of(measure):
        covers = snapshot.covers.get(table, ())
        found |= {snapshot.parts[each.part] for each in covers if each.first <= ask.day <= each.last}
    return ", ".join(sorted(filter(None, found))) or "supplied by no return"
