"""Measures of leaving care: those whose parents we were."""

from throughline.measures.kinds import Better, Share
from throughline.record.leaving_care import CareLeavers

ASKED = ~CareLeavers.in_touch.is_in(["DIED", "RHOM"]).fill_null(False)
HOUSED = ~CareLeavers.accommodation.is_in(["G", "H", "R"]).fill_null(False)

care_leavers_in_touch = Share(
    title="Care leavers we are in touch with",
    why="A parent knows how their grown child is.",
    defined_by="SSDA903 OC3: those who died or went home are left out; one who refuses contact, or "
    "needs no more help, is not in touch",
    of=CareLeavers.open().where(ASKED),
    that=CareLeavers.in_touch == "YES",
    better=Better.HIGHER,
    target=0.95,
    examples="""
        CareLeavers as at 2026-06-30: 1 of 4
        child | started    | ended      | in_touch | counts?  | passes? |
        ------+------------+------------+----------+----------+---------+-------------------
        Ann   | 2026-06-30 |            | YES      |   yes    |   yes   |
        Ben   | 2026-06-30 | 2026-07-01 | NO       |   yes    |   no    |
        Cat   | 2026-06-30 |            | REFU     |   yes    |   no    |
        Dee   | 2026-06-30 |            |          | left out |         | not recorded
        Eve   | 2026-06-30 |            | RHOM     |   no     |         | at home again
        Fay   | 2025-06-30 | 2026-04-01 | YES      |   no     |         | not known on this day
        Gus   | 2026-06-30 |            | NREQ     |   yes    |   no    | needs no more help
    """,
)

care_leavers_in_suitable_homes = Share(
    title="Care leavers in suitable accommodation",
    why="A safe home comes before anything else.",
    defined_by="SSDA903 OC3: suitable, of those who did not die or go home; those gone abroad (G), deported "
    "(H) or who live nobody knows where (R) are left out",
    of=CareLeavers.open().where(ASKED & HOUSED),
    that=CareLeavers.suitable == "1",
    better=Better.HIGHER,
    target=0.90,
    compare="leavers-suitable-homes",
    examples="""
        CareLeavers as at 2026-06-30: 1 of 2
        child | started    | ended      | in_touch | accommodation | suitable | counts?  | passes? |
        ------+------------+------------+----------+---------------+----------+----------+---------+---------
        Ann   | 2026-06-30 |            | YES      | U             | 1        |   yes    |   yes   |
        Ben   | 2026-06-30 |            |          |               | 2        |   yes    |   no    |
        Cat   | 2026-06-30 |            | NO       | U             |          | left out |         | not said
        Dee   | 2026-06-30 | 2026-06-30 | YES      | U             | 1        |   no     |         | no time
        Eve   | 2026-06-30 |            | YES      | G             | 1        |   no     |         | abroad
    """,
)
