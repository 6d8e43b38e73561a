"""A heading over the blocks that follow it."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.shown import Shown


@dataclass(frozen=True, eq=False)
class Heading:
    """Words over what follows; over splits, only for those who see them."""

    words: str
    over_splits: bool = False

    def shown(self, ask: Ask) -> ShownHeading:
        """The words, or none where nothing would follow them."""
        return ShownHeading(words="" if self.over_splits and not ask.may_split else self.words)


@dataclass(frozen=True, kw_only=True)
class ShownHeading(Shown):
    """Blank where there is no heading."""

    words: str
