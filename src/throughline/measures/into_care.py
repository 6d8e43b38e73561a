"""Measures of children who come into care, and of those who leave it: each child once in a year to 31 March,
as the Department publishes it. Short breaks (V3, V4) are in none of them."""

from throughline.measures.care import LEFT, LOOKED_AFTER
from throughline.measures.kinds import Count, Rate, Share
from throughline.record.care import Care
from throughline.record.child import Child
from throughline.record.dates import first_in_year, last_in_year

COMES = (Care.start_reason == "S") & LOOKED_AFTER
CAME_INTO_CARE = Care.on(Care.started).where(COMES).where(first_in_year(Care.started, where=COMES))
LEAVES = LEFT & LOOKED_AFTER
LEFT_CARE = Care.on(Care.ended).where(LEAVES).where(last_in_year(Care.ended, where=LEAVES))
ONCE = (
    "A child who does so more than once in a year to 31 March is counted the {} time only, so that the "
    "months of a year add up to children."
)

started_care = Count(
    title="Children who came into care",
    why="Each is a family that could not stay together.",
    defined_by="SSDA903 C1: episodes that begin a time in care (reason S), short breaks left out; of each "
    "child the first in the year",
    of=CAME_INTO_CARE,
    field_code="CLA03",
    compare="care-started",
    note=ONCE.format("first"),
    examples="""
        Care from 2026-06-01 to 2026-06-30: 2
        child | started    | start_reason | legal_status | counts? |
        ------+------------+--------------+--------------+---------+----------------------------
        Ann   | 2026-06-01 | S            | C1           |   yes   |
        Ben   | 2026-06-01 | P            |              |   no    | moved
        Cat   | 2026-06-01 | S            | V4           |   no    | a short break
        Dee   | 2026-06-01 |              | C1           |   no    | not recorded
        Eve   | 2026-04-01 | S            | C2           |   no    |
        Eve   | 2026-06-30 | S            | C2           |   no    | she came before in the year
        Fay   | 2026-03-31 | S            | C2           |   no    |
        Fay   | 2026-06-30 | S            | C2           |   yes   | that was another year
    """,
)

started_care_rate = Rate(
    title="Children who came into care for every 10,000",
    why="To be compared with other councils, whatever their size.",
    defined_by="SSDA903 C1: as the children who came into care; ONS mid-year population aged 0 to 17",
    of=CAME_INTO_CARE,
    field_code="CLA03",
    compare="care-started-rate",
    examples="""
        Population
        day        | by | group | number
        -----------+----+-------+-------
        2024-06-30 |    |       | 4000

        Care from 2025-04-01 to 2026-03-31: 2.5
        child | started    | start_reason | legal_status | counts? |
        ------+------------+--------------+--------------+---------+---------------
        Ann   | 2025-06-01 | S            |              |   yes   |
        Ben   | 2025-06-01 |              | C2           |   no    | not recorded
        Cat   | 2025-06-01 | S            | V4           |   no    | a short break
    """,
)

came_alone_seeking_asylum = Share(
    title="Children who came into care having come alone to seek asylum",
    why="How much of the rise in care is from abroad, and so not to be prevented here.",
    defined_by="SSDA903 C1 and UASC: of the children who came into care",
    of=CAME_INTO_CARE,
    that=Child.asylum,
    field_code="CLA04",
    compare="asylum-started",
    examples="""
        Child
        child | asylum
        ------+-------
        Ann   | yes
        Ben   | no
        Cat   |
        Dee   | yes

        Care from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | start_reason | legal_status | counts?  | passes? |
        ------+------------+--------------+--------------+----------+---------+-------------
        Ann   | 2026-06-01 | S            | V2           |   yes    |   yes   |
        Ben   | 2026-06-01 | S            |              |   yes    |   no    |
        Cat   | 2026-06-01 | S            | C2           | left out |         | not recorded
        Dee   | 2026-06-01 |              | V2           |   no     |         |
    """,
)

left_care = Count(
    title="Children who left care",
    why="How many went home, to new families, or on their own way.",
    defined_by="SSDA903 D1: episodes that end a time in care (reason other than X1), short breaks left out; "
    "of each child the last in the year",
    of=LEFT_CARE,
    field_code="CLA03",
    compare="care-ended",
    note=ONCE.format("last"),
    examples="""
        Care from 2026-06-01 to 2026-06-30: 2
        child | started    | ended      | end_reason | legal_status | counts? |
        ------+------------+------------+------------+--------------+---------+--------------------
        Ann   | 2026-01-01 | 2026-06-01 | E4A        | C2           |   yes   |
        Ben   | 2026-01-01 | 2026-06-01 | X1         |              |   no    | on to a new episode
        Cat   | 2026-01-01 | 2026-06-01 |            | C2           |   no    | not recorded
        Dee   | 2026-01-01 |            |            | C2           |   no    |
        Eve   | 2026-01-01 | 2026-06-01 | E4A        | C2           |   no    |
        Eve   | 2026-07-01 | 2027-03-31 | E4A        | C2           |   no    | she left again in the year
        Fay   | 2026-01-01 | 2026-06-01 | E4A        | C2           |   yes   |
        Fay   | 2026-07-01 | 2027-04-01 | E4A        | C2           |   no    | that was another year
    """,
)

left_care_rate = Rate(
    title="Children who left care for every 10,000",
    why="To be compared with other councils, whatever their size.",
    defined_by="SSDA903 D1: as the children who left care; ONS mid-year population aged 0 to 17",
    of=LEFT_CARE,
    field_code="CLA03",
    compare="care-ended-rate",
    examples="""
        Population
        day        | by | group | number
        -----------+----+-------+-------
        2024-06-30 |    |       | 4000

        Care from 2025-04-01 to 2026-03-31: 2.5
        child | started    | ended      | end_reason | legal_status | counts? |
        ------+------------+------------+------------+--------------+---------+-------------------
        Ann   | 2025-01-01 | 2025-06-01 | E4A        |              |   yes   |
        Ben   | 2025-01-01 | 2025-06-01 |            | C2           |   no    | not recorded
        Cat   | 2025-01-01 |            | X1         | V4           |   no    |
    """,
)
