"""Little worlds, written as the tables of an example, and counted."""

from throughline.counting.answers import count
from throughline.counting.store import catalogue
from throughline.examples import read_examples
from throughline.record.journey import TABLES
from throughline.record.periods import Months
from throughline.record.snapshots import ALWAYS, Snapshot

MEASURES = catalogue()
OVER = Months(2025, 1, 24)


def snapshot_of(text, as_at=ALWAYS.last):
    frames = {example.table: example.frame() for example in read_examples(text, TABLES)}
    return Snapshot.of(frames, as_at=as_at)


def counted(text, as_at=ALWAYS.last, over=OVER):
    """Every answer about a world."""
    return count(MEASURES.values(), snapshot_of(text, as_at), over)
