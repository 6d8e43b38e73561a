"""Measures of complaints and compliments: whether families are answered, and in time."""

from throughline.measures.kinds import Better, Count, Share, Stock, Typical
from throughline.record.complaints import Complaints, Compliments
from throughline.record.dates import days

complaints_received = Count(
    title="Complaints",
    why="What families tell us that we did badly; none at all would mean that nobody knows how to complain.",
    defined_by="The council’s list of complaints: by the day each came; one that goes to another stage "
    "counts again there, and the stages part the number",
    of=Complaints.on(Complaints.started),
    examples="""
        Complaints from 2026-06-01 to 2026-06-30: 2
        complaint | started    | complaint_stage | counts? |
        ----------+------------+-----------------+---------+-------------------------
        C1        | 2026-06-01 | 1               |   yes   |
        C1        | 2026-06-30 | 2               |   yes   | it went to another stage
        C2        | 2026-07-01 | 1               |   no    |
    """,
)

complaints_answered_in_time = Share(
    title="Complaints answered by the day they were due",
    why="A late answer is a second reason to complain.",
    defined_by="The council’s list of complaints: of those answered in the period, each stage by itself, the "
    "ones answered by the day they were due",
    of=Complaints.on(Complaints.ended),
    that=Complaints.ended <= Complaints.due,
    better=Better.HIGHER,
    examples="""
        Complaints from 2026-06-01 to 2026-06-30: 1 of 2
        complaint | ended      | due        | counts?  | passes? |
        ----------+------------+------------+----------+---------+-----------------------
        C1        | 2026-06-10 | 2026-06-10 |   yes    |   yes   |
        C2        | 2026-06-11 | 2026-06-10 |   yes    |   no    | a day late
        C3        | 2026-06-10 |            | left out |         | when due is unrecorded
        C4        |            | 2026-06-10 |   no     |         | not answered yet
        C5        | 2026-07-01 | 2026-07-02 |   no     |         |
    """,
)

complaints_overdue = Stock(
    title="Complaints not answered by the day they were due",
    why="Each of these families waits for us now.",
    defined_by="The council’s list of complaints: not answered on the day, and due before it",
    of=Complaints.between(Complaints.due.dt.offset_by("1d"), Complaints.ended),
    better=Better.LOWER,
    examples="""
        Complaints as at 2026-06-30: 1
        complaint | started    | due        | ended      | counts? |
        ----------+------------+------------+------------+---------+------------------
        C1        | 2026-06-01 | 2026-06-29 |            |   yes   |
        C2        | 2026-06-01 | 2026-06-30 |            |   no    | due today
        C3        | 2026-06-01 | 2026-06-10 | 2026-06-30 |   no    | answered late
        C4        | 2026-06-01 |            |            |   no    | no day due
    """,
)

complaints_upheld = Share(
    title="Complaints upheld",
    why="Where families were right is where we must change.",
    defined_by="The council’s list of complaints: of those answered in the period, those upheld, in whole or "
    "part",
    of=Complaints.on(Complaints.ended),
    that=Complaints.upheld,
    examples="""
        Complaints from 2026-06-01 to 2026-06-30: 1 of 2
        complaint | ended      | upheld | counts?  | passes? |
        ----------+------------+--------+----------+---------+-------------
        C1        | 2026-06-10 | yes    |   yes    |   yes   |
        C2        | 2026-06-11 | no     |   yes    |   no    |
        C3        | 2026-06-10 |        | left out |         | not recorded
        C4        |            |        |   no     |         | not answered
    """,
)

days_to_answer = Typical(
    title="Days to answer a complaint",
    why="How long a family waits for an answer.",
    defined_by="The council’s list of complaints: those answered in the period, by the days at that stage",
    of=Complaints.on(Complaints.ended),
    middle=days(Complaints.started, Complaints.ended),
    better=Better.LOWER,
    examples="""
        Complaints from 2026-06-01 to 2026-06-30: 9
        complaint | started    | ended      | counts? |
        ----------+------------+------------+---------+-------------
        C1        | 2026-06-01 | 2026-06-10 |   yes   | 9 days
        C2        | 2026-06-01 | 2026-06-05 |   yes   | 4
        C3        | 2026-05-01 | 2026-06-30 |   yes   | 60
        C4        | 2026-06-01 |            |   no    | not answered
    """,
)

compliments = Count(
    title="Compliments",
    why="What families and others tell us that we did well, so that we do it again.",
    defined_by="The council’s list of compliments: by the day each came",
    of=Compliments.on(Compliments.praised),
    better=Better.HIGHER,
    examples="""
        Compliments from 2026-06-01 to 2026-06-30: 1
        compliment | praised    | counts? |
        -----------+------------+---------+--
        P1         | 2026-06-30 |   yes   |
        P2         | 2026-07-01 |   no    |
    """,
)
