"""Measures of children looked after. Short breaks (V3, V4) are in none of them."""

import polars as pl

from throughline.measures.kinds import Better, Rate, Share, Stock
from throughline.record.care import Care, CareReviews, CareVisits, SeenInTime
from throughline.record.child import Child
from throughline.record.dates import (
    FAR_OFF,
    a_year_after,
    before,
    earlier,
    latest,
    newest,
    next_one,
    soonest,
    working_days_after,
)
from throughline.record.exploitation import Missing
from throughline.record.homes import Placements
from throughline.record.workforce import CASE_HOLDER, Involvements

LOOKED_AFTER = ~Care.legal_status.is_in(["V3", "V4"]).fill_null(False)
LEFT = Care.end_reason.is_not_null() & (Care.end_reason != "X1")

# Of the workers who hold the case one after another: a row that begins with another worker than the last; and
# whether that is a third beside the two before.
HOLDS = Involvements.role == CASE_HOLDER
LAST_WORKER = before(Involvements.worker, where=HOLDS)
ANOTHER = HOLDS & Involvements.worker.is_not_null() & (Involvements.worker != LAST_WORKER).fill_null(True)
THIRD_WORKER = ANOTHER & (Involvements.worker != before(LAST_WORKER, where=ANOTHER))
LAST_ENDED = before(Involvements.ended.fill_null(FAR_OFF), where=HOLDS)
ENDED_WITH_ONE_BEFORE_LAST = before(LAST_ENDED, where=ANOTHER)

LATE_REVIEW = newest(CareReviews.held, where=CareReviews.held > CareReviews.due)

looked_after = Stock(
    title="Children looked after",
    why="How many children we are the parents of.",
    defined_by="SSDA903 A1: on the day, short breaks (V3, V4) left out, young asylum seekers among them",
    of=Care.open().where(LOOKED_AFTER),
    field_code="CLA01",
    compare="looked-after",
    examples="""
        Care as at 2026-06-30: 2
        child | started    | ended      | legal_status | counts? |
        ------+------------+------------+--------------+---------+------------------------------------
        Ann   | 2026-01-01 | 2026-06-30 | C2           |   no    | moved that day: the next row counts
        Ann   | 2026-06-30 |            | C2           |   yes   |
        Ben   | 2026-06-01 |            | V4           |   no    | a short break
        Cat   | 2026-06-01 |            |              |   yes   | legal status not recorded
    """,
)

looked_after_rate = Rate(
    title="Children looked after for every 10,000",
    why="To be compared with other councils, whatever their size.",
    defined_by="SSDA903 A1; ONS mid-year population aged 0 to 17",
    of=Care.open().where(LOOKED_AFTER),
    field_code="CLA02",
    compare="looked-after-rate",
    examples="""
        Population
        day        | by  | group | number
        -----------+-----+-------+-------
        2025-06-30 |     |       | 4000
        2025-06-30 | Sex | F     | 2000

        Care as at 2026-03-31: 2.5
        child | started    | ended      | legal_status | counts? |
        ------+------------+------------+--------------+---------+--
        Ann   | 2026-01-01 |            |              |   yes   |
        Ben   | 2026-01-01 | 2026-02-01 | C2           |   no    |
    """,
)

care_seen_within_6_weeks = Share(
    title="Children looked after seen in the last 6 weeks",
    why="A child in care must know that someone comes.",
    defined_by="Local: seen in the last 6 weeks (42 days), whatever the placement; the law asks for less of "
    "settled placements: another measure",
    of=Care.open().where(LOOKED_AFTER),
    that=CareVisits.on(CareVisits.made).where(CareVisits.seen).lasting(days=43),
    better=Better.HIGHER,
    target=0.95,
    examples="""
        CareVisits
        child | made       | seen
        ------+------------+-----
        Ann   | 2026-05-19 | yes
        Ben   | 2026-05-18 | yes
        Cat   | 2026-06-29 |

        Care as at 2026-06-30: 1 of 3
        child | started    | ended      | legal_status | counts? | passes? |
        ------+------------+------------+--------------+---------+---------+---------------------
        Ann   | 2026-01-01 |            | C2           |   yes   |   yes   | 42 days since
        Ben   | 2026-01-01 |            |              |   yes   |   no    | 43 days since
        Cat   | 2026-01-01 |            | C2           |   yes   |   no    | not recorded as seen
        Dee   | 2026-01-01 | 2026-06-30 | C2           |   no    |         |
    """,
)

care_seen_in_time = Share(
    title="Children looked after seen as often as they must be",
    why="A child in care must know that someone comes, and how often they must come is the law.",
    defined_by="Care planning regulations: seen in the last 6 weeks (42 days); in the last 3 months (91 "
    "days) of children in a long-term foster placement (U1, U4) who have been with that carer for a year",
    of=Care.open().where(LOOKED_AFTER),
    that=SeenInTime.open(),
    better=Better.HIGHER,
    target=0.95,
    field_code="CLA13",
    note="The visit in the first week of a placement is not asked for here. A visit where *seen* is not "
    "recorded is not taken for one where the child was seen.",
    examples="""
        SeenInTime
        child | started    | ended
        ------+------------+-----------
        Ann   | 2026-05-19 | 2026-07-01
        Ben   | 2026-05-18 | 2026-06-30
        Cat   | 2026-03-31 | 2026-07-01

        Care as at 2026-06-30: 2 of 4
        child | started    | ended      | legal_status | counts? | passes? |
        ------+------------+------------+--------------+---------+---------+----------------------------
        Ann   | 2026-01-01 |            | C2           |   yes   |   yes   | 42 days since
        Ben   | 2026-01-01 |            |              |   yes   |   no    | 43 days since
        Cat   | 2025-01-01 |            | C2           |   yes   |   yes   | settled, and 91 days since
        Dee   | 2026-01-01 |            | C2           |   yes   |   no    | never seen
        Eve   | 2026-01-01 |            | V4           |   no    |         | a short break
    """,
)

three_placements_in_a_year = Share(
    title="Children looked after in three or more placements in 12 months",
    why="A child who keeps moving cannot put down roots.",
    defined_by="SSDA903 stability: carers on the first day and all since; a change that keeps the carer, a "
    "stay at T0 to T4 and short breaks are no move",
    of=Placements.open(),
    that=Placements.between(Placements.started, a_year_after(earlier(Placements.ended, by=2))).where(
        earlier(Placements.ended, by=2).is_not_null()
    ),
    better=Better.LOWER,
    target=0.10,
    looks_back=12,
    field_code="CLA05",
    compare="three-placements",
    examples="""
        Placements as at 2026-06-30: 1 of 2
        child | started    | ended      | counts? | passes? |
        ------+------------+------------+---------+---------+-----------------------------
        Ann   | 2024-01-01 | 2025-07-01 |   no    |         | its last day is just inside
        Ann   | 2025-07-01 | 2026-01-01 |   no    |         |
        Ann   | 2026-01-01 |            |   yes   |   yes   |
        Ben   | 2024-01-01 | 2025-06-30 |   no    |         | its last day is just outside
        Ben   | 2025-06-30 | 2026-01-01 |   no    |         |
        Ben   | 2026-01-01 |            |   yes   |   no    |
    """,
)

alone_seeking_asylum = Share(
    title="Children looked after who came alone to seek asylum",
    why="Their needs, and who pays for them, are different.",
    defined_by="SSDA903 UASC: of the children looked after on the day, those ever known to have come alone "
    "to seek asylum",
    of=Care.open().where(LOOKED_AFTER),
    that=Child.asylum,
    field_code="CLA04",
    compare="asylum",
    examples="""
        Child
        child | asylum
        ------+-------
        Ann   | yes
        Ben   | no
        Cat   |
        Dee   | yes

        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | legal_status | counts?  | passes? |
        ------+------------+------------+--------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | V2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            |              |   yes    |   no    |
        Cat   | 2026-01-01 |            | C2           | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | V2           |   no     |         |
    """,
)

alone_seeking_asylum_rate = Rate(
    title="Children looked after who came alone to seek asylum, for every 10,000",
    why="To be compared with other councils, whatever their size.",
    defined_by="SSDA903 UASC, as the Department’s dashboard has it: of the children looked after on the day, "
    "those ever known to have come alone to seek asylum; ONS mid-year population aged 0 to 17",
    of=Care.open().where(LOOKED_AFTER & Child.asylum),
    field_code="CLA04",
    note="A child of whom it is not recorded is not in it; how many they are, the share says.",
    examples="""
        Population
        day        | by | group | number
        -----------+----+-------+-------
        2025-06-30 |    |       | 4000

        Child
        child | asylum
        ------+-------
        Ann   | yes
        Ben   | no
        Cat   |

        Care as at 2026-03-31: 2.5
        child | started    | ended      | legal_status | counts? |
        ------+------------+------------+--------------+---------+-------------
        Ann   | 2026-01-01 |            |              |   yes   |
        Ben   | 2026-01-01 |            | C2           |   no    |
        Cat   | 2026-01-01 |            | C2           |   no    | not recorded
    """,
)

three_workers_in_a_year = Share(
    title="Children looked after with three or more social workers in 12 months",
    why="A child cannot trust a worker who is always new.",
    defined_by="SSDA903 social workers: workers who held the case (role CW) on the first day and all "
    "since; a worker who takes the child back is no new one",
    of=Care.open().where(LOOKED_AFTER),
    that=Involvements.between(Involvements.started, a_year_after(ENDED_WITH_ONE_BEFORE_LAST)).where(
        THIRD_WORKER
    ),
    better=Better.LOWER,
    looks_back=12,
    field_code="CLA23",
    compare="three-social-workers",
    examples="""
        Involvements
        child | started    | ended      | role | worker
        ------+------------+------------+------+-------
        Ann   | 2024-01-01 | 2025-07-01 | CW   | Will
        Ann   | 2025-07-01 | 2026-01-01 | CW   | Xena
        Ann   | 2026-01-01 |            | CW   | Yan
        Ben   | 2024-01-01 | 2025-06-30 | CW   | Will
        Ben   | 2025-06-30 | 2026-01-01 | CW   | Xena
        Ben   | 2026-01-01 |            | CW   | Yan
        Cat   | 2025-08-01 | 2025-09-01 | CW   | Will
        Cat   | 2025-09-01 | 2025-10-01 | CW   | Xena
        Cat   | 2025-10-01 | 2025-11-01 | FSW  | Yan
        Cat   | 2025-11-01 | 2025-12-01 |      | Zoe
        Cat   | 2025-12-01 |            | CW   | Will
        Dee   | 2025-08-01 | 2025-09-01 | CW   |
        Dee   | 2025-09-01 | 2025-10-01 | CW   | Will
        Dee   | 2025-10-01 |            | CW   | Xena

        Care as at 2026-06-30: 1 of 4
        child | started    | ended      | legal_status | counts? | passes? |
        ------+------------+------------+--------------+---------+---------+--------------------------------
        Ann   | 2024-01-01 |            |              |   yes   |   yes   | the first one's last day counts
        Ben   | 2024-01-01 |            | C2           |   yes   |   no    | the first left a day earlier
        Cat   | 2024-01-01 |            | C2           |   yes   |   no    | two who held the case
        Dee   | 2024-01-01 |            | C2           |   yes   |   no    | one worker not recorded
        Eve   | 2024-01-01 | 2026-06-30 | C2           |   no    |         |
    """,
)

care_reviews_on_time = Share(
    title="Children looked after whose reviews are on time",
    why="The plan for a child in care must be looked at again before it goes stale.",
    defined_by="Care planning regulations: of children in care for 20 working days or more, those reviewed "
    "in the last 183 days, none of whose reviews of the last 12 months was held after the day it was due",
    of=Care.between(latest(Care.started, working_days_after(Care.in_care_from, 20)), Care.ended).where(
        LOOKED_AFTER
    ),
    that=CareReviews.between(
        pl.max_horizontal(CareReviews.held, a_year_after(LATE_REVIEW)),
        soonest(CareReviews.held.dt.offset_by("184d"), next_one(CareReviews.held)),
    ),
    better=Better.HIGHER,
    target=0.95,
    looks_back=12,
    needs=(CareReviews.due,),
    field_code="CLA12",
    note="A return that has no day by which a review was due cannot tell whether any was late. Where one "
    "review is without it, only the days since are judged.",
    examples="""
        CareReviews
        child | due        | held
        ------+------------+-----------
        Ann   | 2025-12-29 | 2025-12-29
        Ben   | 2025-12-28 | 2025-12-28
        Cat   | 2025-09-01 | 2025-09-02
        Cat   |            | 2026-06-01
        Dee   | 2025-06-28 | 2025-06-29
        Dee   | 2026-06-01 | 2026-06-01
        Eve   | 2026-06-01 |
        Ivy   | 2026-05-01 | 2026-05-01
        Ivy   | 2026-06-01 | 2026-06-02

        Care as at 2026-06-30: 2 of 6
        child | started    | ended      | legal_status | in_care_from | counts? | passes? |
        ------+------------+------------+--------------+--------------+---------+---------+--------------
        Ann   | 2025-01-01 |            |              | 2025-01-01   |   yes   |   yes   | 183 days since
        Ben   | 2025-01-01 |            | C2           | 2025-01-01   |   yes   |    no   | 184 days since
        Cat   | 2025-01-01 |            | C2           | 2025-01-01   |   yes   |    no   | one was late
        Dee   | 2025-01-01 |            | C2           | 2025-01-01   |   yes   |   yes   | long ago
        Eve   | 2025-01-01 |            | C2           | 2025-01-01   |   yes   |    no   | not held yet
        Fay   | 2026-06-03 |            | C2           | 2026-06-03   |    no   |         | 19 days
        Gus   | 2025-01-01 |            | C2           |              |    no   |         | since when?
        Hal   | 2025-01-01 | 2026-06-30 | C2           | 2025-01-01   |    no   |         |
        Ivy   | 2025-01-01 |            | C2           | 2025-01-01   |   yes   |    no   | the last was late
    """,
)

reviews_held_by_their_day = Share(
    title="Reviews of children looked after held by the day they were due",
    why="A late review holds up every decision that waits for it.",
    defined_by="Care planning regulations: reviews held in the period, by the day each was due",
    of=CareReviews.on(CareReviews.held),
    that=CareReviews.held <= CareReviews.due,
    better=Better.HIGHER,
    target=0.95,
    field_code="CLA12",
    examples="""
        CareReviews from 2026-06-01 to 2026-06-30: 1 of 2
        child | due        | held       | counts?  | passes? |
        ------+------------+------------+----------+---------+------------------
        Ann   | 2026-06-10 | 2026-06-10 |   yes    |   yes   |
        Ben   | 2026-06-10 | 2026-06-11 |   yes    |   no    |
        Cat   |            | 2026-06-11 | left out |         | when was it due?
        Dee   | 2026-06-10 |            |   no     |         | not held
    """,
)

missing_from_care = Share(
    title="Children looked after who went missing in the year",
    why="A child who runs away is running from something, or to someone.",
    defined_by="SSDA903 Missing: of all looked after at some time in the 12 months, those missing (type M) "
    "at some time in them; children away without leave (A) are counted apart",
    of=Care.between(Care.started, a_year_after(Care.ended)).where(LOOKED_AFTER),
    that=Missing.between(Missing.started, a_year_after(Missing.ended)).where(Missing.kind == "M"),
    better=Better.LOWER,
    looks_back=12,
    field_code="CLA19",
    note="A time missing in the 12 months counts though the child was not then in care.",
    compare="missing-from-care",
    examples="""
        Missing
        child | started    | ended      | kind
        ------+------------+------------+-----
        Ann   | 2025-06-28 | 2025-07-01 | M
        Ben   | 2025-06-28 | 2025-06-30 | M
        Cat   | 2026-01-01 | 2026-01-02 | A
        Dee   | 2026-06-29 |            | M
        Eve   | 2026-01-01 | 2026-01-02 |

        Care as at 2026-06-30: 2 of 5
        child | started    | ended      | legal_status | counts? | passes? |
        ------+------------+------------+--------------+---------+---------+------------------------
        Ann   | 2025-01-01 |            |              |   yes   |   yes   | back on the first day
        Ben   | 2025-01-01 |            | C2           |   yes   |   no    | back a day earlier
        Cat   | 2025-01-01 |            | C2           |   yes   |   no    | away, whereabouts known
        Dee   | 2025-01-01 | 2025-07-01 | C2           |   yes   |   yes   | left care in the year
        Eve   | 2025-01-01 |            | C2           |   yes   |   no    | not recorded which
        Fay   | 2025-01-01 | 2025-06-30 | C2           |   no    |         | left care before it
    """,
)
