"""Measures of permanence: a family for good."""

from throughline.measures.care import LEFT, LOOKED_AFTER
from throughline.measures.kinds import Better, Share
from throughline.record.care import Care

left_care_to_a_family = Share(
    title="Children who left care by adoption or special guardianship",
    why="A new family that is meant to last.",
    defined_by="SSDA903 D: reasons E11, E12 (adopted) and E43 to E48 (special guardianship)",
    of=Care.on(Care.ended).where(LEFT & LOOKED_AFTER),
    that=Care.end_reason.is_in(["E11", "E12", "E43", "E44", "E45", "E46", "E47", "E48"]),
    better=Better.HIGHER,
    examples="""
        Care from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | ended      | end_reason | legal_status | counts? | passes? |
        ------+------------+------------+------------+--------------+---------+---------+--------------------
        Ann   | 2026-01-01 | 2026-06-01 | E45        | C2           |   yes   |   yes   |
        Ben   | 2026-01-01 | 2026-06-01 | E4A        |              |   yes   |   no    |
        Cat   | 2026-01-01 | 2026-06-01 |            | C2           |   no    |         | not recorded
        Dee   | 2026-01-01 |            | X1         | C2           |   no    |         |
    """,
)
