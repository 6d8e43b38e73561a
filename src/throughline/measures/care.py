"""Measures of children looked after. Short breaks (V3, V4) are in none of them."""

from throughline.measures.kinds import Better, Count, Rate, Share, Stock
from throughline.record.care import Care, CareVisits
from throughline.record.dates import a_year_after, earlier
from throughline.record.homes import Placements

LOOKED_AFTER = ~Care.legal_status.is_in(["V3", "V4"]).fill_null(False)
LEFT = Care.end_reason.is_not_null() & (Care.end_reason != "X1")

looked_after = Stock(
    title="Children looked after",
    why="How many children we are the parents of.",
    defined_by="SSDA903 A1: on the day, short breaks (V3, V4) left out, young asylum seekers among them",
    of=Care.open().where(LOOKED_AFTER),
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

started_care = Count(
    title="Children who came into care",
    why="Each is a family that could not stay together.",
    defined_by="SSDA903 C1: episodes that begin a time in care (reason S), short breaks left out",
    of=Care.on(Care.started).where((Care.start_reason == "S") & LOOKED_AFTER),
    compare="care-started",
    examples="""
        Care from 2026-06-01 to 2026-06-30: 1
        child | started    | start_reason | legal_status | counts? |
        ------+------------+--------------+--------------+---------+---------------
        Ann   | 2026-06-01 | S            | C1           |   yes   |
        Ben   | 2026-06-01 | P            |              |   no    | moved
        Cat   | 2026-06-01 | S            | V4           |   no    | a short break
        Dee   | 2026-06-01 |              | C1           |   no    | not recorded
    """,
)

left_care = Count(
    title="Children who left care",
    why="How many went home, to new families, or on their own way.",
    defined_by="SSDA903 D1: episodes that end a time in care (reason other than X1)",
    of=Care.on(Care.ended).where(LEFT & LOOKED_AFTER),
    compare="care-ended",
    examples="""
        Care from 2026-06-01 to 2026-06-30: 1
        child | started    | ended      | end_reason | legal_status | counts? |
        ------+------------+------------+------------+--------------+---------+--------------------
        Ann   | 2026-01-01 | 2026-06-01 | E4A        | C2           |   yes   |
        Ben   | 2026-01-01 | 2026-06-01 | X1         |              |   no    | on to a new episode
        Cat   | 2026-01-01 | 2026-06-01 |            | C2           |   no    | not recorded
        Dee   | 2026-01-01 |            |            | C2           |   no    |
    """,
)

care_seen_within_6_weeks = Share(
    title="Children looked after seen in the last 6 weeks",
    why="A child in care must know that someone comes.",
    defined_by="Care planning regulations: every 6 weeks (42 days); the longer limit of settled "
    "placements is not used here, as the dataset does not say which they are",
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

three_placements_in_a_year = Share(
    title="Children looked after in three or more placements in 12 months",
    why="A child who keeps moving cannot put down roots.",
    defined_by="SSDA903 stability: carers on the first day and all since; a change that keeps the carer, "
    "a stay at T0 to T4 and short breaks are no move",
    of=Placements.open(),
    that=Placements.between(Placements.started, a_year_after(earlier(Placements.ended, by=2))).where(
        earlier(Placements.ended, by=2).is_not_null()
    ),
    better=Better.LOWER,
    target=0.10,
    looks_back=12,
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
