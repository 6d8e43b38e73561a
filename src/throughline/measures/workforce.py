"""Measures of the workforce: caseloads, posts and who fills them, leaving, being away, supervision."""

import polars as pl

from throughline.measures.kinds import Better, Count, Rate, Ratio, Share, Stock, Total
from throughline.record.front_door import Referrals
from throughline.record.workforce import (
    HELD,
    Absences,
    AgencyAssignments,
    Involvements,
    Leavers,
    Posts,
    Supervision,
    Vacancies,
    WorkersInPost,
)

# Of workers and posts for whom it is not recorded whether they are social workers, nothing is added: they are
# left out, and told of.
IN_POST = WorkersInPost.open().where(WorkersInPost.social_worker.fill_null(True))
FTE = pl.when(WorkersInPost.social_worker.is_not_null()).then(WorkersInPost.full_time)
OURS = IN_POST.where(~WorkersInPost.agency_worker.fill_null(False))
OUR_FTE = pl.when(WorkersInPost.agency_worker.is_not_null()).then(FTE)
CASE_HOLDING = WorkersInPost.open().where(
    WorkersInPost.social_worker & (WorkersInPost.cases >= 1) & (WorkersInPost.full_time > 0)
)
A_YEARS_DAYS = 253  # working days in a year, by the workforce census

caseload = Rate(
    title="Children for each worker",
    why="A worker with too many children cannot know them.",
    defined_by="Open case-holding involvements (role CW) on the day: children, by workers who hold any",
    of=HELD,
    among=HELD.per(Involvements.worker),
    per=1,
    better=Better.LOWER,
    field_code="WF06",
    target=18,
    examples="""
        Involvements as at 2026-06-30: 1.5
        child | started    | ended      | role | worker | counts? |
        ------+------------+------------+------+--------+---------+-------------------------------
        Ann   | 2026-01-01 |            | CW   | Will   |   yes   |
        Ben   | 2026-01-01 |            | CW   | Will   |   yes   |
        Cat   | 2026-01-01 |            | CW   | Xena   |   yes   |
        Cat   | 2026-01-01 |            | CW   | Will   |   yes   | Cat is one child of 3
        Dee   | 2026-07-01 |            | CW   | Yan    |   no    |
        Eve   | 2026-01-01 |            | FSW  | Yan    |   no    | does not hold the case
        Fay   | 2026-01-01 |            |      |        |   no    | not recorded
        Gus   | 2026-01-01 | 2026-06-30 | CW   | Yan    |   no    |
    """,
)

children_with_a_worker = Share(
    title="Children in need who have a worker",
    why="A child whose case nobody holds is a child nobody is watching.",
    defined_by="Open child in need episodes, those closed at once left out, with a case-holding "
    "involvement (role CW) open on the day",
    of=Referrals.open().where(~Referrals.no_action.fill_null(False)),
    that=HELD,
    better=Better.HIGHER,
    target=1.0,
    examples="""
        Involvements
        child | started    | ended      | role
        ------+------------+------------+-----
        Ann   | 2026-01-01 |            | CW
        Ben   | 2026-01-01 | 2026-06-30 | CW
        Cat   | 2026-01-01 |            | FSW
        Dee   | 2026-01-01 |            |

        Referrals as at 2026-06-30: 1 of 4
        child | started    | ended      | no_action | counts? | passes? |
        ------+------------+------------+-----------+---------+---------+----------------------------
        Ann   | 2026-01-01 |            |           |   yes   |   yes   |
        Ben   | 2026-01-01 |            | no        |   yes   |   no    | it ended that day
        Cat   | 2026-01-01 |            | no        |   yes   |   no    | she does not hold the case
        Dee   | 2026-01-01 |            | no        |   yes   |   no    | not recorded whose
        Eve   | 2026-06-30 |            | yes       |   no    |         | no further action
        Fay   | 2026-01-01 | 2026-06-01 | no        |   no    |         |
    """,
)

posts = Stock(
    title="Posts in the establishment",
    why="How many people we mean to have.",
    defined_by="The council’s list of posts: those that stand on the day, filled or not, each once",
    of=Posts.open(),
    examples="""
        Posts as at 2026-06-30: 1
        post | started    | ended      | counts? |
        -----+------------+------------+---------+---------
        P1   | 2026-01-01 |            |   yes   |
        P2   | 2026-01-01 | 2026-06-30 |   no    | given up
    """,
)

vacant_posts = Stock(
    title="Vacant posts",
    why="Work that nobody is there to do, or that somebody does beside their own.",
    defined_by="The council’s list of vacancies: posts vacant on the day, in whole or in part, each once",
    of=Vacancies.open(),
    better=Better.LOWER,
    examples="""
        Vacancies as at 2026-06-30: 1
        post | started    | ended      | counts? |
        -----+------------+------------+---------+-------
        P1   | 2026-01-01 |            |   yes   |
        P2   | 2026-01-01 | 2026-06-30 |   no    | filled
    """,
)

agency_workers = Stock(
    title="Agency workers",
    why="They cost more, and leave sooner, than workers of our own.",
    defined_by="The council’s list of agency workers: those who work for us on the day, each once",
    of=AgencyAssignments.open(),
    better=Better.LOWER,
    examples="""
        AgencyAssignments as at 2026-06-30: 1
        worker | started    | ended      | counts? |
        -------+------------+------------+---------+-----
        W1     | 2026-01-01 |            |   yes   |
        W2     | 2026-01-01 | 2026-06-30 |   no    | gone
    """,
)

agency_above_cap = Share(
    title="Agency workers paid above the regional cap",
    why="Councils that pay above the cap drive up the price for all of them.",
    defined_by="The council’s list of agency workers: of those who work for us on the day, the ones paid "
    "above the cap agreed in the region",
    of=AgencyAssignments.open(),
    that=AgencyAssignments.above_cap,
    better=Better.LOWER,
    examples="""
        AgencyAssignments as at 2026-06-30: 1 of 2
        worker | started    | ended      | above_cap | counts?  | passes? |
        -------+------------+------------+-----------+----------+---------+-------------
        W1     | 2026-01-01 |            | yes       |   yes    |   yes   |
        W2     | 2026-01-01 |            | no        |   yes    |   no    |
        W3     | 2026-01-01 |            |           | left out |         | not recorded
        W4     | 2026-01-01 | 2026-06-30 | yes       |   no     |         | gone
    """,
)

leavers = Count(
    title="Workers who left",
    why="Each takes with them what they knew of twenty families.",
    defined_by="The council’s list of leavers: by the last day each worked; moves within children’s social "
    "work are not in the list",
    of=Leavers.on(Leavers.left),
    better=Better.LOWER,
    examples="""
        Leavers from 2026-06-01 to 2026-06-30: 1
        worker | left       | counts? |
        -------+------------+---------+--
        W1     | 2026-06-30 |   yes   |
        W2     | 2026-07-01 |   no    |
    """,
)

workers_off_sick = Stock(
    title="Workers off sick",
    why="Their children are with somebody else today, or with nobody.",
    defined_by="The council’s list of absences: workers away sick on the day, each once",
    of=Absences.open().where(Absences.away_because == "SIC"),
    better=Better.LOWER,
    examples="""
        Absences as at 2026-06-30: 1
        worker | started    | ended      | away_because | counts? |
        -------+------------+------------+--------------+---------+-------------
        W1     | 2026-06-01 |            | SIC          |   yes   |
        W2     | 2026-06-01 | 2026-06-30 | SIC          |   no    | came back
        W3     | 2026-06-01 |            | MAT          |   no    |
        W4     | 2026-06-01 |            |              |   no    | not recorded
    """,
)

supervised_in_time = Share(
    title="Supervision held by the day it was due",
    why="Nobody can carry this work alone, nor see their own mistakes.",
    defined_by="The council’s list of supervision: of those due in the period, the ones held by that day",
    of=Supervision.on(Supervision.due),
    that=(Supervision.supervised <= Supervision.due).fill_null(False),
    better=Better.HIGHER,
    note="A supervision with no day on which it was held has not been held.",
    examples="""
        Supervision from 2026-06-01 to 2026-06-30: 1 of 3
        worker | due        | supervised | counts? | passes? |
        -------+------------+------------+---------+---------+------------
        W1     | 2026-06-15 | 2026-06-15 |   yes   |   yes   |
        W2     | 2026-06-15 | 2026-06-16 |   yes   |   no    | a day late
        W3     | 2026-06-15 |            |   yes   |   no    | not held
        W4     | 2026-07-01 | 2026-06-15 |   no    |         | due in July
        W5     |            | 2026-06-15 |   no    |         | no day due
    """,
)

in_post = Total(
    title="Social workers in post (FTE)",
    why="How much of a working week there is for children, however it is shared out.",
    defined_by="The council’s list of workers in post: registered social workers, those from agencies "
    "among them, by full-time equivalent",
    of=IN_POST,
    adds=FTE,
    places=1,
    better=Better.HIGHER,
    examples="""
        WorkersInPost as at 2026-06-30: 1.5
        worker | started    | ended      | full_time | social_worker | counts?  |
        -------+------------+------------+-----------+---------------+----------+-------------
        W1     | 2026-01-01 |            | 1         | yes           |   yes    |
        W2     | 2026-01-01 |            | 0.5       | yes           |   yes    |
        W3     | 2026-01-01 |            |           | yes           | left out |
        W4     | 2026-01-01 |            | 1         |               | left out | not recorded
        W5     | 2026-01-01 |            | 1         | no            |   no     |
        W6     | 2026-01-01 | 2026-06-30 | 1         | yes           |   no     | left
    """,
)

cases_a_worker = Ratio(
    title="Cases for each full-time social worker, at 30 September",
    why="The caseload by which councils are compared.",
    defined_by="Children’s social work workforce census: cases held at 30 September by social workers who "
    "hold one or more and work more than none of the week, agency workers among them, by their full-time "
    "equivalent",
    of=CASE_HOLDING,
    adds=WorkersInPost.cases,
    among=CASE_HOLDING,
    among_adds=WorkersInPost.full_time,
    better=Better.LOWER,
    field_code="WF01",
    note="The list says what each held at the last 30 September; children for each worker, on any day, is a "
    "measure of its own.",
    compare="caseload",
    examples="""
        WorkersInPost as at 2026-09-30: 20.0
        worker | started    | ended      | full_time | social_worker | cases | counts? |
        -------+------------+------------+-----------+---------------+-------+---------+-------------
        W1     | 2026-01-01 |            | 1         | yes           | 20    |   yes   |
        W2     | 2026-01-01 |            | 0.5       | yes           | 10    |   yes   |
        W3     | 2026-01-01 |            | 1         | yes           | 0     |   no    | holds none
        W4     | 2026-01-01 |            | 0         | yes           | 5     |   no    | no hours
        W5     | 2026-01-01 |            | 1         | yes           |       |   no    | not recorded
        W6     | 2026-01-01 |            |           | yes           | 10    |   no    | not recorded
        W7     | 2026-01-01 |            | 1         |               | 10    |   no    | not recorded
        W8     | 2026-01-01 | 2026-06-30 | 1         | yes           | 10    |   no    | left
    """,
)

vacancy_rate = Ratio(
    title="Vacancy rate of social workers",
    why="Work that has a post, and nobody in it.",
    defined_by="Children’s social work workforce census, at 30 September: full-time equivalent vacant, of "
    "that vacant and in post together, which is that of all posts that need a social worker",
    of=Vacancies.open().where(Vacancies.social_worker.fill_null(True)),
    adds=pl.when(Vacancies.social_worker.is_not_null()).then(Vacancies.vacant_part),
    among=Posts.open().where(Posts.social_worker.fill_null(True)),
    among_adds=pl.when(Posts.social_worker.is_not_null()).then(Posts.full_time),
    per=100,
    unit="%",
    better=Better.LOWER,
    field_code="WF02",
    compare="vacancy-rate",
    examples="""
        Posts
        post | started    | ended      | full_time | social_worker
        -----+------------+------------+-----------+--------------
        P1   | 2026-01-01 |            | 4         | yes
        P2   | 2026-01-01 |            | 1         | yes
        P3   | 2026-01-01 |            | 1         | no
        P4   | 2026-01-01 |            |           | yes
        P5   | 2026-01-01 |            | 1         |
        P6   | 2026-01-01 | 2026-06-30 | 1         | yes

        Vacancies as at 2026-06-30: 30.0
        post | started    | ended      | vacant_part | social_worker | counts?  |
        -----+------------+------------+-------------+---------------+----------+-------------
        P1   | 2026-01-01 |            | 0.5         | yes           |   yes    | of 5 in all
        P2   | 2026-01-01 |            | 1           | yes           |   yes    |
        P3   | 2026-01-01 |            | 1           | no            |   no     |
        P4   | 2026-01-01 |            |             | yes           | left out | not recorded
        P5   | 2026-01-01 |            | 1           |               | left out | not recorded
        P6   | 2026-01-01 | 2026-06-30 | 1           | yes           |   no     | filled
    """,
)

agency_rate = Ratio(
    title="Agency rate of social workers",
    why="How far we lean on workers who cost more and leave sooner.",
    defined_by="Children’s social work workforce census, at 30 September: full-time equivalent of agency "
    "workers, of that of agency workers and of our own in post together",
    of=IN_POST.where(WorkersInPost.agency_worker.fill_null(True)),
    adds=OUR_FTE,
    among=IN_POST,
    among_adds=OUR_FTE,
    per=100,
    unit="%",
    better=Better.LOWER,
    field_code="WF03",
    compare="agency-rate",
    examples="""
        WorkersInPost as at 2026-06-30: 25.0
        worker | started    | ended      | full_time | social_worker | agency_worker | counts?  |
        -------+------------+------------+-----------+---------------+---------------+----------+-------------
        W1     | 2026-01-01 |            | 1         | yes           | yes           |   yes    |
        W2     | 2026-01-01 |            | 3         | yes           | no            |   no     | our own
        W3     | 2026-01-01 |            |           | yes           | yes           | left out | not recorded
        W4     | 2026-01-01 |            | 1         | yes           |               | left out | not recorded
        W5     | 2026-01-01 |            | 1         |               | yes           | left out | not recorded
        W6     | 2026-01-01 |            | 1         | no            | yes           |   no     |
        W7     | 2026-01-01 | 2026-06-30 | 1         | yes           | yes           |   no     | left
    """,
)

turnover = Ratio(
    title="Turnover of social workers",
    why="A child whose worker leaves begins again with a stranger.",
    defined_by="Children’s social work workforce census: full-time equivalent of those who left in the "
    "year to 30 September, of our own in post on that day; moves within children’s social work are no "
    "leaving",
    of=Leavers.on(Leavers.left),
    adds=Leavers.full_time,
    among=OURS,
    among_adds=OUR_FTE,
    per=100,
    yearly=True,
    unit="%",
    better=Better.LOWER,
    field_code="WF04",
    compare="turnover-rate",
    examples="""
        WorkersInPost
        worker | started    | ended      | full_time | social_worker | agency_worker
        -------+------------+------------+-----------+---------------+--------------
        W1     | 2026-01-01 |            | 8         | yes           | no
        W2     | 2026-01-01 |            | 3         | yes           | yes
        W3     | 2026-01-01 |            |           | yes           | no
        W4     | 2026-01-01 |            | 1         |               | no
        W5     | 2026-01-01 |            | 1         | yes           |
        W6     | 2026-01-01 | 2026-06-30 | 1         | yes           | no

        Leavers from 2025-10-01 to 2026-09-30: 25.0
        worker | left       | full_time | counts?  |
        -------+------------+-----------+----------+---------------
        W7     | 2025-10-01 | 1         |   yes    |
        W6     | 2026-06-29 | 1         |   yes    | 2 of 8
        W8     | 2026-06-29 |           | left out | not recorded
        W9     | 2026-10-01 | 1         |   no     |
    """,
)

sickness_absence = Ratio(
    title="Sickness absence of social workers",
    why="Sickness is where the strain of caseloads shows first.",
    defined_by="Children’s social work workforce census: working days lost to sickness in the year, of 253 "
    "for each full-time equivalent of our own in post on its last day",
    of=Absences.on(Absences.ended).where(Absences.away_because == "SIC"),
    adds=Absences.days_lost,
    among=OURS,
    among_adds=OUR_FTE * A_YEARS_DAYS,
    per=100,
    yearly=True,
    unit="%",
    better=Better.LOWER,
    field_code="WF05",
    note="The days of an absence count when the worker has come back: those of workers still away are not "
    "yet in it.",
    compare="absence-rate",
    examples="""
        WorkersInPost
        worker | started    | ended      | full_time | social_worker | agency_worker
        -------+------------+------------+-----------+---------------+--------------
        W1     | 2026-01-01 |            | 2         | yes           | no
        W2     | 2026-01-01 |            |           | yes           | no
        W3     | 2026-01-01 |            | 1         |               |
        W4     | 2026-01-01 | 2026-06-30 | 1         | yes           | no

        Absences from 2025-10-01 to 2026-09-30: 5.0
        worker | started    | ended      | away_because | days_lost | counts?  |
        -------+------------+------------+--------------+-----------+----------+--------------------
        W1     | 2025-10-01 | 2025-11-01 | SIC          | 20        |   yes    |
        W2     | 2026-06-01 | 2026-06-09 | SIC          | 5.3       |   yes    | 25.3 of 506 days
        W2     | 2026-07-01 | 2026-07-09 | SIC          |           | left out | not recorded
        W1     | 2026-07-01 | 2026-07-09 | MAT          | 5         |   no     |
        W1     | 2026-07-01 | 2026-07-09 |              | 5         |   no     | not recorded
        W1     | 2026-09-01 |            | SIC          | 20        |   no     | still away
    """,
)
