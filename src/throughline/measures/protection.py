"""Measures of protection: section 47 enquiries, conferences, plans and visits."""

from throughline.measures.kinds import Better, Count, Rate, Share, Stock
from throughline.record.dates import earlier, working_days, working_days_after
from throughline.record.protection import Conferences, CpPlans, CpVisits, Section47

OURS = ~CpPlans.other_council.fill_null(False)  # plans held for a while for other councils are theirs

section_47_started = Count(
    title="Section 47 enquiries begun",
    why="How often we feared significant harm.",
    defined_by="CIN census C4: by the day of the strategy discussion; one for each child",
    of=Section47.on(Section47.started),
    examples="""
        Section47 from 2026-06-01 to 2026-06-30: 1
        child | started    | counts? |
        ------+------------+---------+--
        Ann   | 2026-06-01 |   yes   |
        Ben   | 2026-05-31 |   no    |
    """,
)

section_47_to_conference = Share(
    title="Section 47 enquiries that led to a conference",
    why="Low means that families are put through an enquiry that finds little.",
    defined_by="CIN census C4: enquiries begun in the period with an initial conference; those begun "
    "fewer than 15 working days ago may still come to one, and are too early to say",
    of=Section47.on(Section47.started),
    that=Section47.conference.is_not_null(),
    settles=working_days_after(Section47.started, 15),
    examples="""
        Section47 from 2026-06-01 to 2026-06-30, known at 2026-06-30: 1 of 2
        child | started    | conference | counts?   | passes? |
        ------+------------+------------+-----------+---------+------------------------------------
        Ann   | 2026-06-01 | 2026-06-19 |   yes     |   yes   |
        Ben   | 2026-06-09 |            |   yes     |   no    | 15 working days have gone by
        Cat   | 2026-06-10 |            | too early |         | it may still come
        Dee   | 2026-06-11 | 2026-06-25 | too early |         | already held, but others may follow
        Eve   | 2026-05-29 | 2026-06-12 |   no      |         |
    """,
)

conferences_within_15_days = Share(
    title="Initial conferences within 15 working days",
    why="A child at risk of significant harm must not wait for a plan.",
    defined_by="CIN census C4; Working Together: from the strategy discussion, the day after being day 1",
    of=Conferences.on(Conferences.held).where(~Conferences.transfer.fill_null(False)),
    that=working_days(Conferences.discussed, Conferences.held) <= 15,
    better=Better.HIGHER,
    target=0.85,
    note="A child who moved here with a plan is left out: that clock runs from being told.",
    examples="""
        Conferences from 2026-06-01 to 2026-06-30: 1 of 2
        child | held       | discussed  | transfer | counts?  | passes? |
        ------+------------+------------+----------+----------+---------+--------------------------------
        Ann   | 2026-06-22 | 2026-06-01 | no       |   yes    |   yes   | day 15
        Ben   | 2026-06-23 | 2026-06-01 |          |   yes    |   no    | day 16
        Cat   | 2026-06-23 |            | no       | left out |         | no strategy discussion recorded
        Dee   | 2026-06-23 | 2026-05-01 | yes      |   no     |         | moved here
        Eve   |            | 2026-06-01 | no       |   no     |         | not held yet
    """,
)

conferences_to_plan = Share(
    title="Initial conferences that made a plan",
    why="Low means that families are brought to conferences that find no need of a plan.",
    defined_by="Annex A list 5; CIN census C4",
    of=Conferences.on(Conferences.held),
    that=Conferences.plan,
    examples="""
        Conferences from 2026-06-01 to 2026-06-30: 1 of 2
        child | held       | plan | counts?  | passes? |
        ------+------------+------+----------+---------+-------------
        Ann   | 2026-06-01 | yes  |   yes    |   yes   |
        Ben   | 2026-06-02 | no   |   yes    |   no    |
        Cat   | 2026-06-03 |      | left out |         | not recorded
        Dee   |            |      |   no     |         | not held yet
    """,
)

children_on_plans = Stock(
    title="Children with a protection plan",
    why="How many children are at risk of significant harm.",
    defined_by="CIN census D1: plans open on the day, those held for other councils left out",
    of=CpPlans.open().where(OURS),
    examples="""
        CpPlans as at 2026-06-30: 1
        child | started    | ended      | other_council | counts? |
        ------+------------+------------+---------------+---------+--------------------------
        Ann   | 2026-06-30 |            |               |   yes   |
        Ben   | 2026-01-01 | 2026-06-30 | no            |   no    | it ended that day
        Cat   | 2026-01-01 |            | yes           |   no    | held for another council
    """,
)

plan_rate = Rate(
    title="Children with a protection plan for every 10,000",
    why="To be compared with other councils, whatever their size.",
    defined_by="CIN census D1; ONS mid-year population aged 0 to 17",
    of=CpPlans.open().where(OURS),
    examples="""
        Population
        day        | by | group | number
        -----------+----+-------+-------
        2025-06-30 |    |       | 4000

        CpPlans as at 2026-03-31: 2.5
        child | started    | ended      | other_council | counts? |
        ------+------------+------------+---------------+---------+--
        Ann   | 2026-01-01 |            |               |   yes   |
        Ben   | 2026-01-01 | 2026-02-01 | no            |   no    |
    """,
)

plans_started = Count(
    title="Protection plans begun",
    why="How many children came to need a plan.",
    defined_by="CIN census D1",
    of=CpPlans.on(CpPlans.started).where(OURS),
    examples="""
        CpPlans from 2026-06-01 to 2026-06-30: 1
        child | started    | other_council | counts? |
        ------+------------+---------------+---------+--
        Ann   | 2026-06-30 |               |   yes   |
        Ben   | 2026-07-01 | no            |   no    |
    """,
)

repeat_plans = Share(
    title="Plans begun within two years of an earlier one",
    why="A plan that ended too soon has to be made again.",
    defined_by="Regional measure: an earlier plan of the child ended in the 24 months before",
    of=CpPlans.on(CpPlans.started).where(OURS),
    that=(earlier(CpPlans.ended) >= CpPlans.started.dt.offset_by("-24mo")).fill_null(False),
    better=Better.LOWER,
    looks_back=24,
    examples="""
        CpPlans from 2026-06-01 to 2026-06-30: 1 of 3
        child | started    | ended      | other_council | counts? | passes? |
        ------+------------+------------+---------------+---------+---------+---------------------
        Ann   | 2024-01-01 | 2024-06-15 | no            |   no    |         |
        Ann   | 2026-06-15 |            |               |   yes   |   yes   | two years to the day
        Ben   | 2024-01-01 | 2024-06-14 | no            |   no    |         |
        Ben   | 2026-06-15 |            | no            |   yes   |   no    | a day longer
        Cat   | 2026-06-15 |            | no            |   yes   |   no    | never before
    """,
)

plans_open_two_years = Share(
    title="Children with a plan for two years or more",
    why="A plan that has not made a child safe in two years is not working.",
    defined_by="CIN census D5: open on the day for 730 days or more",
    of=CpPlans.open().where(OURS),
    that=CpPlans.open().after(days=730),
    better=Better.LOWER,
    examples="""
        CpPlans as at 2026-06-30: 1 of 2
        child | started    | ended      | other_council | counts? | passes? |
        ------+------------+------------+---------------+---------+---------+------------------
        Ann   | 2024-06-30 |            |               |   yes   |   yes   | 730 days that day
        Ben   | 2024-07-01 |            | no            |   yes   |   no    | a day short
        Cat   | 2020-01-01 | 2023-01-01 | no            |   no    |         |
    """,
)

plan_seen_within_28_days = Share(
    title="Children with a plan seen in the last 28 days",
    why="A child at risk must be seen, by someone who knows them, and often.",
    defined_by="Local: 28 days since a visit at which the child was seen (councils set 10 to 28)",
    of=CpPlans.open().where(OURS),
    that=CpVisits.on(CpVisits.made).where(CpVisits.seen).lasting(days=29),
    better=Better.HIGHER,
    target=0.95,
    note="A visit where *seen* is not recorded is not taken for one where the child was seen.",
    examples="""
        CpVisits
        child | made       | seen
        ------+------------+-----
        Ann   | 2026-06-02 | yes
        Ann   | 2026-05-20 | yes
        Ben   | 2026-06-01 | yes
        Cat   | 2026-06-29 | no
        Dee   | 2026-06-29 |

        CpPlans as at 2026-06-30: 1 of 4
        child | started    | ended      | other_council | counts? | passes? |
        ------+------------+------------+---------------+---------+---------+----------------------
        Ann   | 2026-01-01 |            |               |   yes   |   yes   | 28 days since
        Ben   | 2026-01-01 |            | no            |   yes   |   no    | 29 days since
        Cat   | 2026-01-01 |            | no            |   yes   |   no    | visited, and not seen
        Dee   | 2026-01-01 |            | no            |   yes   |   no    | not recorded as seen
        Eve   | 2026-01-01 | 2026-06-01 | no            |   no    |         |
    """,
)
