"""Everything that has happened in the simulated borough, and the counters that number it."""

from collections import Counter
from dataclasses import dataclass, field

from throughline.sample.authority import Authority
from throughline.sample.chance import Chance
from throughline.sample.journey import Care, Case, Child, Contact, EarlyHelp, Family, Group, Plan
from throughline.sample.totals import Totals


@dataclass
class Borough:
    """The record as the simulation writes it; lists grow month by month and are never reordered."""

    seed: int
    authority: Authority
    families: list[Family] = field(default_factory=list)
    lately: list[Family] = field(default_factory=list)  # one entry a contact, newest last
    referred: list[Family] = field(default_factory=list)  # one entry a referral, newest last
    contacts: list[Contact] = field(default_factory=list)
    early_help: list[EarlyHelp] = field(default_factory=list)
    helped: set[tuple[Child, int, str]] = field(default_factory=set)  # from when, and by whom
    cases: list[Case] = field(default_factory=list)
    open_cases: list[Case] = field(default_factory=list)
    open_groups: list[Group] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    cares: list[Care] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)
    tally: Counter[tuple[str, int]] = field(default_factory=Counter)  # what a year has come to so far
    streams: dict[str, Chance] = field(default_factory=dict)

    @property
    def totals(self) -> Totals:
        """What its years should come to."""
        return self.authority.totals

    def next_key(self, kind: str) -> int:
        """The next number of this kind."""
        self.keys[kind] = self.keys.get(kind, self.authority.first_keys.get(kind, 10001)) + 1
        return self.keys[kind]

    def chance(self, stage: str) -> Chance:
        """The stream of choices of one stage, so that a change to one leaves the others as they were."""
        if stage not in self.streams:
            self.streams[stage] = Chance(self.seed, stage)
        return self.streams[stage]
