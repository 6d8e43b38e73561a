"""Merging and taking back, received again and again, beside an oracle that knows nothing of tables."""

from datetime import date

import polars as pl
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from throughline.record.child import Child
from throughline.record.composing import Part, compose
from throughline.record.front_door import Contacts
from throughline.record.identities import Merge, followed
from throughline.record.identity import MergedIds
from throughline.record.rows import ORIGIN
from throughline.record.snapshots import Source

IDS = st.sampled_from(["1", "2", "3", "4"])
DAYS = st.sampled_from([date(2012, 5, 1), date(2014, 3, 1), None])
SEX = {date(2012, 5, 1): "F", date(2014, 3, 1): "M"}  # so that another day is another child
CHILDREN = st.dictionaries(IDS, DAYS, min_size=1)
JUNE = date(2026, 6, 30)


def rows(table, told):
    lines = [row | {"@source": 0, "@source_line": number} for number, row in enumerate(told, 2)]
    return pl.DataFrame(lines, schema={**table.schema(), **ORIGIN})


def a_return(rank, children):
    """A return of these children, each with one contact on a day of that return’s own."""
    frames = {
        Child: rows(
            Child,
            [{"Child.child": c, "Child.born": b, "Child.sex": SEX.get(b)} for c, b in children.items()],
        ),
        Contacts: rows(
            Contacts, [{"Contacts.child": c, "Contacts.received": date(2026, rank, 1)} for c in children]
        ),
    }
    month = (date(2026, rank, 1), date(2026, rank, 28))
    covers = {Child: (date.min, date.max), Contacts: month}
    return Part(f"return {rank}", rank, JUNE, frames, covers, (Source(f"{rank}.csv", "0"),))


def whose(returns, merges):
    """The oracle, a row at a time: whose contact each is, by the return and the id it came under."""
    first, seen = {}, {}
    for rank in sorted(returns):
        for child, born in returns[rank].items():
            if born:
                first.setdefault(child, born)
                seen.setdefault(child, set()).add(born)
    owners = {}
    for rank, children in returns.items():
        for child, born in children.items():
            owner = child
            if born and born != first[child]:
                owner = f"{child} ({2 + sorted(seen[child] - {first[child]}).index(born)})"
            while owner in merges:
                owner = merges[owner]
            owners[(rank, child)] = owner
    return owners


class Merging(RuleBasedStateMachine):
    """Returns come and are replaced; ids are merged, and merges taken back, in any order."""

    @initialize(children=CHILDREN)
    def first(self, children):
        self.returns, self.merges, self.before = {1: children}, {}, {}

    @rule(rank=st.integers(1, 4), children=CHILDREN)
    def receive(self, rank, children):
        self.returns[rank] = children
        self.before.clear()

    @rule(former=st.sampled_from(["1", "2", "3", "4", "1 (2)", "2 (2)"]), child=IDS)
    def merge(self, former, child):
        told = [Merge(*pair) for pair in [*self.merges.items(), (former, child)]]
        if former not in self.merges and former != child and not followed(told)[1]:
            self.before[former] = (dict(self.merges), self.made())
            self.merges[former] = child

    @precondition(lambda self: self.merges)
    @rule(data=st.data())
    def take_back(self, data):
        former = data.draw(st.sampled_from(sorted(self.merges)))
        del self.merges[former]
        merges, record = self.before.pop(former, (None, None))
        if merges == self.merges:
            now = self.made()
            assert all(now.frames[table].equals(frame) for table, frame in record.frames.items())

    @invariant()
    def every_contact_is_the_right_child_s(self):
        snapshot, owners = self.made(), whose(self.returns, self.merges)
        told = snapshot.frames[Contacts].select(
            pl.col("Contacts.received").dt.month(), pl.col("Contacts.child").cast(str)
        )
        assert sorted(told.rows()) == sorted((rank, owner) for (rank, _), owner in owners.items())
        assert set(snapshot.frames[Child]["Child.child"].cast(str)) == set(owners.values())
        kept = snapshot.frames[MergedIds].select("MergedIds.former", pl.col("MergedIds.child").cast(str))
        assert {former for former, _ in kept.iter_rows()} <= set(self.merges)
        assert {child for _, child in kept.iter_rows()} <= set(owners.values())

    def made(self):
        parts = [a_return(rank, children) for rank, children in self.returns.items()]
        return compose(parts, "saltby", [Merge(*pair) for pair in self.merges.items()])


# 240 steps, each of which puts the record together twice: that is what its seconds are for.
Merging.TestCase.settings = settings(
    max_examples=6, stateful_step_count=40, suppress_health_check=list(HealthCheck)
)
TestMerging = Merging.TestCase
