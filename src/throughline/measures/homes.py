"""Measures of homes: where children looked after live."""

from throughline.measures.care import LOOKED_AFTER
from throughline.measures.kinds import Better, Share
from throughline.record.care import Care
from throughline.record.homes import RESIDENTIAL, kind_of_home

ALL = Care.open().where(LOOKED_AFTER)
FOSTERED = Care.placement.str.starts_with("U")

living_with_relatives = Share(
    title="Children looked after by family or friends",
    why="Most children do better with people they know.",
    defined_by="SSDA903 placement types U1, U2 and U3",
    of=ALL,
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
    defined_by="Local: SSDA903 placement types K1, K2, R1 and S1; in_childrens_homes counts K1 and K2 alone",
    of=ALL,
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

fostered = Share(
    title="Children looked after in foster care",
    why="Most children in care should live in a family.",
    defined_by="SSDA903 placement types U1 to U6",
    of=ALL,
    that=FOSTERED,
    better=Better.HIGHER,
    field_code="CLA09",
    compare="in-foster-care",
    examples="""
        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | placement | legal_status | counts?  | passes? |
        ------+------------+------------+-----------+--------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | U4        | C2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            | K2        |              |   yes    |   no    |
        Cat   | 2026-01-01 |            |           | C2           | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | U4        | C2           |   no     |         |
    """,
)

fostered_by_our_own = Share(
    title="Children looked after with our own foster carers",
    why="Our own carers live nearer, and cost less.",
    defined_by="Local: placement types U1 to U6 of our own provision (PR1), of all looked after",
    of=ALL,
    that=kind_of_home() == "OWN_FOSTER",
    better=Better.HIGHER,
    examples="""
        Care as at 2026-06-30: 1 of 3
        child | started    | ended      | placement | provider | legal_status | counts?  | passes? |
        ------+------------+------------+-----------+----------+--------------+----------+---------+----------
        Ann   | 2026-01-01 |            | U4        | PR1      | C2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            | U6        | PR4      |              |   yes    |    no   |
        Cat   | 2026-01-01 |            | K2        |          | C2           |   yes    |    no   | none
        Dee   | 2026-01-01 |            | U4        |          | C2           | left out |         | by whom?
        Eve   | 2026-01-01 |            |           | PR1      | C2           | left out |         | unknown
        Zoe   | 2026-01-01 | 2026-06-30 | U4        | PR1      | C2           |    no    |         |
    """,
)

fostered_by_others = Share(
    title="Children looked after with carers of agencies",
    why="What agencies charge is set by how short of carers we are.",
    defined_by="Local: placement types U1 to U6 not of our own provision (PR1), of all looked after",
    of=ALL,
    that=kind_of_home() == "OTHER_FOSTER",
    better=Better.LOWER,
    examples="""
        Care as at 2026-06-30: 1 of 3
        child | started    | ended      | placement | provider | legal_status | counts?  | passes? |
        ------+------------+------------+-----------+----------+--------------+----------+---------+----------
        Ann   | 2026-01-01 |            | U4        | PR4      | C2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            | U6        | PR1      |              |   yes    |    no   |
        Cat   | 2026-01-01 |            | K2        |          | C2           |   yes    |    no   | none
        Dee   | 2026-01-01 |            | U4        |          | C2           | left out |         | by whom?
        Eve   | 2026-01-01 |            |           | PR4      | C2           | left out |         | unknown
        Zoe   | 2026-01-01 | 2026-06-30 | U4        | PR4      | C2           |    no    |         |
    """,
)

in_residential_settings = Share(
    title="Children looked after in any residential setting",
    why="All who live with staff, not with a family.",
    defined_by="Local: placement types K1, K2, R1, R2, R3, R5 and S1; in_residential_homes counts fewer",
    of=ALL,
    that=Care.placement.is_in(RESIDENTIAL),
    better=Better.LOWER,
    examples="""
        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | placement | legal_status | counts?  | passes? |
        ------+------------+------------+-----------+--------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | R3        | C2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            | U4        |              |   yes    |   no    |
        Cat   | 2026-01-01 |            |           | C2           | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | R3        | C2           |   no     |         |
    """,
)

in_childrens_homes = Share(
    title="Children looked after in children’s homes and secure homes",
    why="How many live with staff in a home that Ofsted inspects.",
    defined_by="SSDA903 placement types K1 and K2",
    of=ALL,
    that=Care.placement.is_in(["K1", "K2"]),
    field_code="CLA09",
    compare="in-childrens-homes",
    examples="""
        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | placement | legal_status | counts?  | passes? |
        ------+------------+------------+-----------+--------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | K2        | C2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            | S1        |              |   yes    |   no    |
        Cat   | 2026-01-01 |            |           | C2           | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | K2        | C2           |   no     |         |
    """,
)

in_residential_schools = Share(
    title="Children looked after in residential schools",
    why="Where a child’s home and school are one place.",
    defined_by="SSDA903 placement type S1",
    of=ALL,
    that=Care.placement == "S1",
    field_code="CLA09",
    examples="""
        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | placement | legal_status | counts?  | passes? |
        ------+------------+------------+-----------+--------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | S1        | C2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            | K2        |              |   yes    |   no    |
        Cat   | 2026-01-01 |            |           | C2           | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | S1        | C2           |   no     |         |
    """,
)

in_other_residential_settings = Share(
    title="Children looked after in other residential settings",
    why="Hospitals, mother and baby units, care homes and custody are no children’s homes.",
    defined_by="SSDA903 placement types R1 to R5",
    of=ALL,
    that=Care.placement.is_in(["R1", "R2", "R3", "R5"]),
    field_code="CLA09",
    compare="in-other-residential",
    examples="""
        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | placement | legal_status | counts?  | passes? |
        ------+------------+------------+-----------+--------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | R3        | C2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            | K2        |              |   yes    |   no    |
        Cat   | 2026-01-01 |            |           | C2           | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | R3        | C2           |   no     |         |
    """,
)

in_other_placements = Share(
    title="Share of children looked after who are in placements of no listed type",
    why="What fits no type is least known of.",
    defined_by="SSDA903 placement types Z1 (until 2025) and Z11 to Z14",
    of=ALL,
    that=Care.placement.is_in(["Z1", "Z11", "Z12", "Z13", "Z14"]),
    field_code="CLA09",
    better=Better.LOWER,
    compare="in-other-placements",
    examples="""
        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | placement | legal_status | counts?  | passes? |
        ------+------------+------------+-----------+--------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | Z1        | C2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            | K2        |              |   yes    |   no    |
        Cat   | 2026-01-01 |            |           | C2           | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | Z1        | C2           |   no     |         |
    """,
)

living_elsewhere = Share(
    title="Children looked after with parents, placed for adoption, or living elsewhere",
    why="Neither fostered nor in a residential setting.",
    defined_by="Local: every other placement type: with parents, placed for adoption, supported or "
    "independent living, and those of no listed type",
    of=ALL,
    that=~(FOSTERED | Care.placement.is_in(RESIDENTIAL)),
    examples="""
        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | placement | legal_status | counts?  | passes? |
        ------+------------+------------+-----------+--------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | P1        | C2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            | U4        |              |   yes    |   no    |
        Cat   | 2026-01-01 |            |           | C2           | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | P1        | C2           |   no     |         |
    """,
)

in_supported_accommodation = Share(
    title="Children looked after in supported accommodation",
    why="At 16 or 17 some live with support but without care.",
    defined_by="SSDA903 placement types K3 (from 2025), H5 and P2 (until 2024)",
    of=ALL,
    that=Care.placement.is_in(["K3", "H5", "P2"]),
    field_code="CLA09",
    compare="in-supported-accommodation",
    examples="""
        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | placement | legal_status | counts?  | passes? |
        ------+------------+------------+-----------+--------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | K3        | C2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            | U4        |              |   yes    |   no    |
        Cat   | 2026-01-01 |            |           | C2           | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | K3        | C2           |   no     |         |
    """,
)

living_with_parents = Share(
    title="Children looked after who live with their parents",
    why="On an order and at home: either the way out of care, or a risk.",
    defined_by="SSDA903 placement type P1",
    of=ALL,
    that=Care.placement == "P1",
    field_code="CLA09",
    compare="placed-with-parents",
    examples="""
        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | placement | legal_status | counts?  | passes? |
        ------+------------+------------+-----------+--------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | P1        | C2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            | U4        |              |   yes    |   no    |
        Cat   | 2026-01-01 |            |           | C2           | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | P1        | C2           |   no     |         |
    """,
)

placed_for_adoption = Share(
    title="Children looked after who are placed for adoption",
    why="They live already with the family that will be theirs.",
    defined_by="SSDA903 placement types A3 to A6",
    of=ALL,
    that=Care.placement.is_in(["A3", "A4", "A5", "A6"]),
    field_code="CLA09",
    examples="""
        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | placement | legal_status | counts?  | passes? |
        ------+------------+------------+-----------+--------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | A5        | C2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            | U4        |              |   yes    |   no    |
        Cat   | 2026-01-01 |            |           | C2           | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | A5        | C2           |   no     |         |
    """,
)

foster_placements_of_agencies = Share(
    title="Foster placements bought from agencies",
    why="Each carer of our own is one fewer to buy.",
    defined_by="Private (PR4) or voluntary (PR5) provision, of placement types U1 to U6: a proxy for "
    "independent fostering agencies",
    of=Care.open().where(LOOKED_AFTER & FOSTERED),
    that=Care.provider.is_in(["PR4", "PR5"]),
    better=Better.LOWER,
    field_code="CLA10",
    examples="""
        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | placement | provider | legal_status | counts?  | passes? |
        ------+------------+------------+-----------+----------+--------------+----------+---------+--------
        Ann   | 2026-01-01 |            | U4        | PR4      | C2           |   yes    |   yes   |
        Ben   | 2026-01-01 |            | U6        | PR1      |              |   yes    |    no   |
        Cat   | 2026-01-01 |            | K2        | PR4      | C2           |    no    |         | a home
        Dee   | 2026-01-01 |            | U4        |          | C2           | left out |         | by whom?
        Eve   | 2026-01-01 |            |           | PR4      | C2           |    no    |         | unknown
        Zoe   | 2026-01-01 | 2026-06-30 | U4        | PR4      | C2           |    no    |         |
    """,
)

placed_outside_our_area = Share(
    title="Children looked after who live outside our area",
    why="Out of our area they are out of our schools, our clinics and our sight.",
    defined_by="Local, as the report of 2018: the placement’s postcode is in no ward of ours, by the "
    "council’s list of wards or the published directory of postcodes",
    of=ALL,
    that=Care.outside,
    better=Better.LOWER,
    field_code="CLA08",
    examples="""
        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | legal_status | outside | counts?  | passes? |
        ------+------------+------------+--------------+---------+----------+---------+-------------
        Ann   | 2026-01-01 |            | C2           | yes     |   yes    |   yes   |
        Ben   | 2026-01-01 |            |              | no      |   yes    |   no    |
        Cat   | 2026-01-01 |            | C2           |         | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | C2           | yes     |   no     |         |
    """,
)
