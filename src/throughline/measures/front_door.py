"""Measures of the front door: what reaches us, and what we take on."""

from throughline.measures.kinds import Better, Count, Rate, Share
from throughline.record.dates import last_day_before, working_days_after
from throughline.record.front_door import Contacts, Referrals

contacts = Count(
    title="Contacts",
    why="How many times someone told us of a worry about a child.",
    defined_by="Annex A list 1: one for each child and contact, from every source",
    of=Contacts.on(Contacts.received),
    examples="""
        Contacts from 2026-06-01 to 2026-06-30: 2
        child | received   | counts? |
        ------+------------+---------+-------------------------------
        Ann   | 2026-06-01 |   yes   | the first day is in
        Ann   | 2026-06-30 |   yes   | a second contact counts again
        Ben   | 2026-07-01 |   no    |
    """,
)

contacts_to_referral = Share(
    title="Contacts that led to a referral",
    why="Too few, and partners do not know when to call; too many, and help comes late.",
    defined_by="The outcome of the contact; in Annex A, a referral of the child within one working day",
    of=Contacts.on(Contacts.received),
    that=Contacts.referred,
    settles=working_days_after(Contacts.received, 1),
    examples="""
        Contacts from 2026-06-01 to 2026-06-30, known at 2026-06-30: 1 of 2
        child | received   | referred | counts?   | passes? |
        ------+------------+----------+-----------+---------+------------------------------------
        Ann   | 2026-06-01 | yes      |   yes     |   yes   |
        Ben   | 2026-06-29 | no       |   yes     |   no    | a working day has gone by
        Cat   | 2026-06-02 |          | left out  |         | the outcome is not recorded
        Dee   | 2026-06-30 | yes      | too early |         | it came today: others have no answer yet
        Eve   | 2026-05-31 | yes      |   no      |         |
    """,
)

referrals = Count(
    title="Referrals",
    why="How many worries were taken on.",
    defined_by="CIN census C1: every referral, those closed at once among them",
    of=Referrals.on(Referrals.started),
    examples="""
        Referrals from 2026-06-01 to 2026-06-30: 1
        child | started    | counts? |
        ------+------------+---------+--
        Ann   | 2026-06-30 |   yes   |
        Ben   | 2026-05-31 |   no    |
    """,
)

rereferrals = Share(
    title="Re-referrals within 12 months",
    why="A child who comes back soon may not have been helped enough the first time.",
    defined_by="CIN census C1: an earlier referral of the child in the 12 months before, to the day",
    of=Referrals.on(Referrals.started),
    that=(last_day_before(Referrals.started) >= Referrals.started.dt.offset_by("-12mo")).fill_null(False),
    better=Better.LOWER,
    target=0.20,
    looks_back=12,
    examples="""
        Referrals from 2026-06-01 to 2026-06-30: 1 of 5
        child | started    | counts? | passes? |
        ------+------------+---------+---------+----------------------------
        Ann   | 2025-06-15 |   no    |         |
        Ann   | 2026-06-15 |   yes   |   yes   | the same date a year before is within the 12 months
        Ben   | 2025-06-14 |   no    |         |
        Ben   | 2026-06-15 |   yes   |   no    | a day too long ago
        Cat   | 2026-06-15 |   yes   |   no    | never referred before
        Dee   | 2026-06-20 |   yes   |   no    |
        Dee   | 2026-06-20 |   yes   |   no    | twice in one day is not coming back
    """,
)

referrals_with_no_action = Share(
    title="Referrals closed with no further action",
    why="Many may mean that the front door takes on what it need not.",
    defined_by="CIN census C1: ReferralNFA",
    of=Referrals.on(Referrals.started),
    that=Referrals.no_action,
    better=Better.LOWER,
    examples="""
        Referrals from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | no_action | counts?  | passes? |
        ------+------------+-----------+----------+---------+--------------
        Ann   | 2026-06-15 | yes       |   yes    |   yes   |
        Ben   | 2026-06-15 | no        |   yes    |   no    |
        Cat   | 2026-06-15 |           | left out |         | not recorded
        Dee   | 2026-07-01 | no        |   no     |         |
    """,
)

referral_rate = Rate(
    title="Referrals for every 10,000 children",
    why="To be compared with other councils, whatever their size.",
    defined_by="CIN census C1; ONS mid-year population aged 0 to 17",
    of=Referrals.on(Referrals.started),
    examples="""
        Population
        day        | by | group | number
        -----------+----+-------+-------
        2024-06-30 |    |       | 5000
        2025-06-30 |    |       | 4000

        Referrals from 2025-08-01 to 2026-07-31: 5.0
        child | started    | counts? |
        ------+------------+---------+--
        Ann   | 2025-08-01 |   yes   |
        Ben   | 2026-06-15 |   yes   |
        Ben   | 2026-08-01 |   no    |
    """,
)
