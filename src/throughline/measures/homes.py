"""Measures of homes: where children looked after live."""

from throughline.measures.care import LOOKED_AFTER
from throughline.measures.kinds import Better, Share
from throughline.record.care import Care

living_with_relatives = Share(
    title="Children looked after by family or friends",
    why="Most children do better with people they know.",
    defined_by="SSDA903 placement types U1, U2 and U3",
    of=Care.open().where(LOOKED_AFTER),
    that=Care.placement.is_in(["U1", "U2", "U3"]),
    better=Better.HIGHER,
    examples="""
        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | placement | legal_status | counts?  | passes? |
        ------+------------+------------+-----------+--------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | U1        | C2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            | K2        |              |   yes    |   no    |
        Cat   | 2026-01-01 |            |           | C2           | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | U1        | C2           |   no     |         |
    """,
)

in_residential_homes = Share(
    title="Children looked after in residential homes",
    why="Family homes suit most children better, and cost far less.",
    defined_by="SSDA903 placement types K1, K2, R1 and S1",
    of=Care.open().where(LOOKED_AFTER),
    that=Care.placement.is_in(["K1", "K2", "R1", "S1"]),
    better=Better.LOWER,
    examples="""
        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | placement | legal_status | counts?  | passes? |
        ------+------------+------------+-----------+--------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | K2        | C2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            | U4        |              |   yes    |   no    |
        Cat   | 2026-01-01 |            |           | C2           | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | K2        | C2           |   no     |         |
    """,
)
