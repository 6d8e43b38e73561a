"""Whether groups are counted more or less than all others: by ethnic group, sex and disability."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.chosen import chosen_period
from throughline.blocks.figures import dates_of
from throughline.blocks.labels import label
from throughline.blocks.shown import Shown
from throughline.counting.unlike import sentence, unlike
from throughline.record.child import BROAD_ETHNIC_GROUP, DISABLED, SEX_OF_CHILD

WAYS = (BROAD_ETHNIC_GROUP, SEX_OF_CHILD, DISABLED)


@dataclass(frozen=True, eq=False)
class UnlikeOthers:
    """The page's measure, each group beside all others. Only for those who may see splits."""

    def shown(self, ask: Ask) -> ShownUnlike:
        """A sentence for each group, and what the interval is; nothing where there is no denominator."""
        measure = ask.measure()
        if not ask.may_split:
            return ShownUnlike()
        period = chosen_period(ask, measure)
        parts = []
        for by in WAYS:
            found = unlike(ask.answers, measure, period, by)
            if len(found) > 1:
                told = tuple(sentence(each, label(ask.snapshot, by, each.group)) for each in found)
                parts.append((by.title, (*told, by.note) if by.note else told))
        return ShownUnlike(what=f"{measure.title}, {dates_of(measure, period)}", parts=tuple(parts))


@dataclass(frozen=True, kw_only=True)
class ShownUnlike(Shown):
    """A breakdown's title, and a sentence for each of its groups. With no parts there is nothing to show."""

    what: str = ""
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
