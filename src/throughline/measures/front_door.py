"""Measures of the front door: what reaches us, and what we take on."""

import polars as pl

from throughline.measures.kinds import Better, Count, Rate, Share
from throughline.record.assessment import Assessments
from throughline.record.dates import (
    A_DAY,
    a_year_after,
    earlier,
    last_day_before,
    working_days,
    working_days_after,
)
from throughline.record.front_door import ContactDecisions, Contacts, Referrals

DECIDED_IN = working_days(ContactDecisions.received, ContactDecisions.decided)
REFERRED_IN_A_YEAR = Referrals.between(Referrals.started, a_year_after(Referrals.started))
BEFORE, THREE_BEFORE = earlier(Contacts.received), earlier(Contacts.received, by=3)

contacts = Count(
    title="Contacts",
    why="How many times someone told us of a worry about a child.",
    defined_by="Annex A list 1: one for each child and contact, from every source",
    of=Contacts.on(Contacts.received),
    field_code="CON01",
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
    field_code="CON02",
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
    field_code="REF01",
    compare="referrals",
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
    field_code="REF03",
    compare="rereferrals",
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
    field_code="REF04",
    compare="referrals-no-action",
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
    field_code="REF02",
    compare="referral-rate",
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

contacts_decided_within_a_day = Share(
    title="Contacts decided within one working day",
    why="A child may be in danger until someone has decided what is to be done.",
    defined_by="Working Together: one working day from receipt; the council’s list of decisions, for the "
    "dataset has no day of them",
    of=ContactDecisions.on(ContactDecisions.received),
    that=pl.when(ContactDecisions.decided.is_not_null())
    .then(DECIDED_IN <= 1)
    .when(ContactDecisions.decision.is_null())
    .then(False),
    settles=working_days_after(ContactDecisions.received, 1),
    better=Better.HIGHER,
    field_code="CON03",
    note="A contact on which nothing is decided yet is not decided in time; one whose decision is recorded "
    "and its day not is left out.",
    examples="""
        ContactDecisions from 2026-06-01 to 2026-06-30, known at 2026-06-30: 1 of 3
        child | received   | decided    | decision | counts?   | passes? |
        ------+------------+------------+----------+-----------+---------+------------------------------
        Ann   | 2026-06-05 | 2026-06-08 | Referral |   yes     |   yes   | from Friday to Monday
        Ben   | 2026-06-05 | 2026-06-09 |          |   yes     |   no    | two working days
        Cat   | 2026-06-05 |            |          |   yes     |   no    | nothing is decided yet
        Dee   | 2026-06-05 |            | Advice   | left out  |         | the day is not recorded
        Eve   | 2026-06-30 | 2026-06-30 | Advice   | too early |         | others of that day may wait
        Fay   | 2026-05-29 | 2026-05-29 | Advice   |   no      |         |
    """,
)

repeat_contacts_referred = Share(
    title="Children with repeat contacts who were referred",
    why="A child of whom we hear again and again, and whom we never take on, may be waiting for help.",
    defined_by="Local: children with two or more contacts in the twelve months to the day; those of "
    "them with a referral in twelve months",
    of=Contacts.between(Contacts.received, a_year_after(BEFORE)).where(BEFORE.is_not_null()),
    that=REFERRED_IN_A_YEAR,
    looks_back=12,
    note="Those who do not pass are the list of repeat contacts without a referral.",
    examples="""
        Referrals
        child | started
        ------+-----------
        Ann   | 2026-01-10
        Dee   | 2025-06-30
        Eve   | 2025-07-01

        Contacts as at 2026-06-30: 2 of 4
        child | received   | counts? | passes? |
        ------+------------+---------+---------+-------------------------------------------
        Ann   | 2025-12-01 |   no    |         |
        Ann   | 2026-01-10 |   yes   |   yes   | the second in a year
        Ben   | 2025-07-01 |   no    |         |
        Ben   | 2026-06-01 |   yes   |   no    | the twelve months to 30 June begin on 1 July
        Cat   | 2025-06-30 |   no    |         |
        Cat   | 2026-06-01 |   no    |         | a day too long ago
        Dee   | 2026-05-01 |   no    |         |
        Dee   | 2026-05-02 |   yes   |   no    | referred a day too long ago
        Eve   | 2026-05-02 |   no    |         |
        Eve   | 2026-05-02 |   yes   |   yes   | two in one day
    """,
)

four_contacts_referred = Share(
    title="Children with four contacts in a year who were referred",
    why="Four worries in a year and no referral is a question to be asked of us.",
    defined_by="Local: children with four or more contacts in the twelve months to the day; those of "
    "them with a referral in twelve months",
    of=Contacts.between(Contacts.received, a_year_after(THREE_BEFORE)).where(THREE_BEFORE.is_not_null()),
    that=REFERRED_IN_A_YEAR,
    looks_back=12,
    note="Those who do not pass are the list of repeat contacts without a referral.",
    examples="""
        Referrals
        child | started
        ------+-----------
        Ann   | 2026-01-10

        Contacts as at 2026-06-30: 1 of 2
        child | received   | counts? | passes? |
        ------+------------+---------+---------+-------------
        Ann   | 2025-12-01 |   no    |         |
        Ann   | 2026-01-08 |   no    |         |
        Ann   | 2026-01-09 |   no    |         |
        Ann   | 2026-01-10 |   yes   |   yes   | the fourth
        Ben   | 2026-03-01 |   no    |         |
        Ben   | 2026-03-02 |   no    |         |
        Ben   | 2026-03-02 |   no    |         |
        Ben   | 2026-06-01 |   yes   |   no    | never referred
        Cat   | 2026-06-01 |   no    |         |
    """,
)

referrals_to_assessment = Share(
    title="Referrals that led to an assessment",
    why="A referral that comes to no assessment was help promised and not begun, or a call not needed.",
    defined_by="An assessment of the child begun on the day of referral or in the 45 working days after; "
    "those referred later than that are too early to say",
    of=Referrals.on(Referrals.started),
    that=Assessments.between(working_days_after(Assessments.started, -45), Assessments.started + A_DAY),
    settles=working_days_after(Referrals.started, 45),
    examples="""
        Assessments
        child | started
        ------+-----------
        Ann   | 2026-06-01
        Ben   | 2026-08-04
        Cat   | 2026-08-05
        Dee   | 2026-05-31
        Eve   | 2026-08-03

        Referrals from 2026-06-01 to 2026-06-30, known at 2026-08-10: 2 of 4
        child | started    | counts?   | passes? |
        ------+------------+-----------+---------+--------------------
        Ann   | 2026-06-01 |   yes     |   yes   | begun that day
        Ben   | 2026-06-02 |   yes     |   yes   | working day 45
        Cat   | 2026-06-02 |   yes     |   no    | working day 46
        Dee   | 2026-06-02 |   yes     |   no    | begun before
        Eve   | 2026-06-30 | too early |         |
        Fay   | 2026-07-01 |   no      |         |
    """,
)

referrals_not_in_need = Share(
    title="Referrals found not to be in need",
    why="Many assessments that find no need are hard on families, and take workers from those in need.",
    defined_by="CIN census C1: closed after assessment (RC8, RC9). An assessment may take 45 working days: "
    "those referred later are too early to say",
    of=Referrals.on(Referrals.started),
    that=pl.when(Referrals.ended.is_null()).then(False).otherwise(Referrals.end_reason.is_in(["RC8", "RC9"])),
    settles=working_days_after(Referrals.started, 45),
    field_code="REF05",
    compare="referrals-not-in-need",
    examples="""
        Referrals from 2026-06-01 to 2026-06-30, known at 2026-08-10: 2 of 4
        child | started    | ended      | end_reason | counts?   | passes? |
        ------+------------+------------+------------+-----------+---------+-----------------------
        Ann   | 2026-06-01 | 2026-07-01 | RC8        |   yes     |   yes   |
        Ben   | 2026-06-01 | 2026-07-01 | RC9        |   yes     |   yes   | referred to early help
        Cat   | 2026-06-01 | 2026-07-01 | RC7        |   yes     |   no    |
        Dee   | 2026-06-01 |            |            |   yes     |   no    | the case is open
        Eve   | 2026-06-01 | 2026-07-01 |            | left out  |         | not recorded
        Fay   | 2026-06-30 | 2026-07-05 | RC8        | too early |         |
        Gil   | 2026-07-01 |            |            |   no      |         |
    """,
)

referrals_from_police = Share(
    title="Referrals from the police",
    why="The largest single source in most councils: how many of our referrals begin with them.",
    defined_by="CIN census C5: source group 6; where the source is not recorded the referral is left out",
    of=Referrals.on(Referrals.started),
    that=Referrals.source == "6",
    field_code="REF06",
    compare="referrals-from-police",
    examples="""
        Referrals from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | source | counts?  | passes? |
        ------+------------+--------+----------+---------+--------------
        Ann   | 2026-06-01 | 6      |   yes    |   yes   |
        Ben   | 2026-06-01 | 2A     |   yes    |   no    |
        Cat   | 2026-06-01 |        | left out |         | not recorded
        Dee   | 2026-07-01 | 6      |   no     |         |
    """,
)

referrals_from_schools = Share(
    title="Referrals from schools and education",
    why="Schools see children every day: too few means that they do not know when to call.",
    defined_by="CIN census C5: source group 2 (2A, 2B); where the source is not recorded the referral is "
    "left out",
    of=Referrals.on(Referrals.started),
    that=Referrals.source.is_in(["2A", "2B"]),
    field_code="REF06",
    compare="referrals-from-schools",
    examples="""
        Referrals from 2026-06-01 to 2026-06-30: 2 of 3
        child | started    | source | counts?  | passes? |
        ------+------------+--------+----------+---------+--------------
        Ann   | 2026-06-01 | 2A     |   yes    |   yes   | a school
        Ben   | 2026-06-01 | 2B     |   yes    |   yes   | education services
        Cat   | 2026-06-01 | 6      |   yes    |   no    |
        Dee   | 2026-06-01 |        | left out |         | not recorded
        Eve   | 2026-07-01 | 2A     |   no     |         |
    """,
)

referrals_from_health = Share(
    title="Referrals from health services",
    why="Health visitors, doctors and hospitals see the youngest children first.",
    defined_by="CIN census C5: source group 3 (3A to 3F); where the source is not recorded the referral is "
    "left out",
    of=Referrals.on(Referrals.started),
    that=Referrals.source.is_in(["3A", "3B", "3C", "3D", "3E", "3F"]),
    field_code="REF06",
    compare="referrals-from-health",
    examples="""
        Referrals from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | source | counts?  | passes? |
        ------+------------+--------+----------+---------+--------------
        Ann   | 2026-06-01 | 3B     |   yes    |   yes   | a health visitor
        Ben   | 2026-06-01 | 6      |   yes    |   no    |
        Cat   | 2026-06-01 |        | left out |         | not recorded
        Dee   | 2026-07-01 | 3B     |   no     |         |
    """,
)
