"""Measures of enquiries: strategy discussions, section 47 enquiries and initial conferences."""

from throughline.measures.kinds import Better, Count, Rate, Share, Typical
from throughline.record.dates import working_days, working_days_after
from throughline.record.protection import Conferences, Section47, StrategyDiscussions

section_47_started = Count(
    title="Section 47 enquiries begun",
    why="How often we feared significant harm.",
    defined_by="CIN census C4: by the day of the strategy discussion; one for each child",
    of=Section47.on(Section47.started),
    field_code="S47_01",
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
    field_code="S47_03",
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
    field_code="ICPC02",
    compare="conferences-15-days",
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
    field_code="ICPC03",
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

section_47_rate = Rate(
    title="Section 47 enquiries for every 10,000 children",
    why="To be compared with other councils, whatever their size.",
    defined_by="CIN census C4; ONS mid-year population aged 0 to 17",
    of=Section47.on(Section47.started),
    field_code="S47_02",
    compare="section-47-rate",
    examples="""
        Population
        day        | by | group | number
        -----------+----+-------+-------
        2025-06-30 |    |       | 4000

        Section47 from 2025-04-01 to 2026-03-31: 5.0
        child | started    | counts? |
        ------+------------+---------+----------------------
        Ann   | 2025-04-01 |   yes   |
        Ann   | 2026-03-01 |   yes   | a second one counts
        Ben   | 2026-04-01 |   no    |
    """,
)

strategy_discussions = Count(
    title="Strategy discussions held",
    why="How often agencies met over a fear that a child was being harmed.",
    defined_by="The council’s list of strategy discussions: each once, however many children it was about",
    of=StrategyDiscussions.on(StrategyDiscussions.discussed).per(StrategyDiscussions.discussion),
    examples="""
        StrategyDiscussions from 2026-06-01 to 2026-06-30: 1
        discussion | child | discussed  | counts? |
        -----------+-------+------------+---------+-----------------
        D1         | Ann   | 2026-06-01 |   yes   |
        D1         | Ben   | 2026-06-01 |   yes   | the same meeting
        D2         | Ann   | 2026-07-01 |   no    |
    """,
)

children_in_strategy_discussions = Count(
    title="Children in strategy discussions",
    why="How many children the meetings were about, a child in two of them twice.",
    defined_by="The council’s list of strategy discussions: one for each child and discussion",
    of=StrategyDiscussions.on(StrategyDiscussions.discussed),
    examples="""
        StrategyDiscussions from 2026-06-01 to 2026-06-30: 2
        discussion | child | discussed  | counts? |
        -----------+-------+------------+---------+---------------------------
        D1         | Ann   | 2026-06-01 |   yes   |
        D1         | Ben   | 2026-06-01 |   yes   | two children, one meeting
        D2         | Ann   | 2026-07-01 |   no    |
    """,
)

children_in_each_discussion = Rate(
    title="Children in each strategy discussion",
    why="Meetings and children in them are two numbers: this is what lies between.",
    defined_by="The council’s list of strategy discussions: children in them, for each discussion",
    of=StrategyDiscussions.on(StrategyDiscussions.discussed),
    among=StrategyDiscussions.on(StrategyDiscussions.discussed).per(StrategyDiscussions.discussion),
    per=1,
    places=2,
    examples="""
        StrategyDiscussions from 2026-06-01 to 2026-06-30: 1.50
        discussion | child | discussed  | counts? |
        -----------+-------+------------+---------+-----------------
        D1         | Ann   | 2026-06-01 |   yes   |
        D1         | Ben   | 2026-06-01 |   yes   | the same meeting
        D2         | Ann   | 2026-06-02 |   yes   |
        D3         | Ann   | 2026-07-01 |   no    |
    """,
)

strategy_discussions_on_open_cases = Share(
    title="Strategy discussions of children whose case was open",
    why="Whether the fear is of children new to us, or of those we already work with.",
    defined_by="The council’s list of strategy discussions: whether the case was open before it",
    of=StrategyDiscussions.on(StrategyDiscussions.discussed),
    that=StrategyDiscussions.case_open,
    examples="""
        StrategyDiscussions from 2026-06-01 to 2026-06-30: 1 of 2
        discussion | child | discussed  | case_open | counts?  | passes? |
        -----------+-------+------------+-----------+----------+---------+----------------
        D1         | Ann   | 2026-06-01 | yes       |   yes    |   yes   |
        D2         | Ben   | 2026-06-02 | no        |   yes    |   no    | newly referred
        D3         | Cat   | 2026-06-03 |           | left out |         | not recorded
        D4         | Dee   | 2026-07-01 | yes       |   no     |         |
    """,
)

strategy_discussions_to_section_47 = Share(
    title="Strategy discussions that led to a section 47 enquiry",
    why="Low means that agencies are called together over fears that come to nothing.",
    defined_by="The council’s list of strategy discussions: one for each child and discussion",
    of=StrategyDiscussions.on(StrategyDiscussions.discussed),
    that=StrategyDiscussions.section_47,
    examples="""
        StrategyDiscussions from 2026-06-01 to 2026-06-30: 1 of 2
        discussion | child | discussed  | section_47 | counts?  | passes? |
        -----------+-------+------------+------------+----------+---------+-------------
        D1         | Ann   | 2026-06-01 | yes        |   yes    |   yes   |
        D1         | Ben   | 2026-06-01 | no         |   yes    |   no    |
        D2         | Cat   | 2026-06-03 |            | left out |         | not recorded
        D3         | Dee   | 2026-05-31 | yes        |   no     |         |
    """,
)

conferences_held = Count(
    title="Initial conferences held",
    why="How often we asked whether a child needs a protection plan.",
    defined_by="CIN census C4: by the day it was held; one for each child, those who moved here with a "
    "plan among them",
    of=Conferences.on(Conferences.held),
    field_code="ICPC01",
    examples="""
        Conferences from 2026-06-01 to 2026-06-30: 2
        child | held       | counts? |
        ------+------------+---------+------------------------------
        Ann   | 2026-06-01 |   yes   |
        Ben   | 2026-06-01 |   yes   | a brother at the same meeting
        Cat   | 2026-05-31 |   no    |
        Dee   |            |   no    | not held yet
    """,
)

conference_rate = Rate(
    title="Initial conferences for every 10,000 children",
    why="To be compared with other councils, whatever their size.",
    defined_by="CIN census C4; ONS mid-year population aged 0 to 17",
    of=Conferences.on(Conferences.held),
    field_code="ICPC01",
    compare="conference-rate",
    examples="""
        Population
        day        | by | group | number
        -----------+----+-------+-------
        2025-06-30 |    |       | 4000

        Conferences from 2025-04-01 to 2026-03-31: 2.5
        child | held       | counts? |
        ------+------------+---------+-------------
        Ann   | 2025-04-01 |   yes   |
        Ben   | 2026-04-01 |   no    |
        Cat   |            |   no    | not held yet
    """,
)

days_to_conference = Typical(
    title="Working days from strategy discussion to conference",
    why="The usual wait for a plan, which the limit of 15 days does not show.",
    defined_by="CIN census C4: working days, the day after the discussion being day 1; the middle one. "
    "A child who moved here with a plan is left out",
    of=Conferences.on(Conferences.held).where(~Conferences.transfer.fill_null(False)),
    middle=working_days(Conferences.discussed, Conferences.held),
    unit="working days",
    better=Better.LOWER,
    examples="""
        Conferences from 2026-06-01 to 2026-06-30: 12
        child | held       | discussed  | transfer | counts?  |
        ------+------------+------------+----------+----------+---------------------------------
        Ann   | 2026-06-15 | 2026-06-01 | no       |   yes    | 10 working days
        Ben   | 2026-06-19 | 2026-06-01 |          |   yes    | 14: half way is 12
        Cat   | 2026-06-19 |            | no       | left out | no strategy discussion recorded
        Dee   | 2026-06-19 | 2026-05-01 | yes      |   no     | moved here
        Eve   |            | 2026-06-01 | no       |   no     | not held yet
    """,
)
