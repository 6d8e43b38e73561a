"""Measures of placements: whether they last, how far they are, and whether they are registered."""

import polars as pl

from throughline.measures.care import LOOKED_AFTER
from throughline.measures.kinds import Better, Share, Stock
from throughline.record.care import Care
from throughline.record.child import Child
from throughline.record.court import LibertyOrders
from throughline.record.dates import earlier, latest, soonest
from throughline.record.homes import Placements, PlacementSearches, UnregisteredPlacements

# A placement for adoption goes on from the one before it, where no day lies between them.
GOES_ON = Placements.placement.is_in(["A3", "A4", "A5", "A6"]) & (
    earlier(Placements.ended) == Placements.started
)
SETTLED_SINCE = pl.when(GOES_ON).then(earlier(Placements.started)).otherwise(Placements.started)
CANNOT_BE_TOLD = 999  # 999.9 is written where a distance cannot be worked out
FAR = pl.when(Care.distance < CANNOT_BE_TOLD).then(Care.distance > 20)
UNKNOWN_DISTANCE = (
    "A child whose distance is not known is in neither part. The Department has those in the whole, so that "
    "there they count as near; how many they are stands beside the figure."
)
JUDGED = pl.when(PlacementSearches.suits != "Not specified").then(PlacementSearches.suits)

settled_for_two_years = Share(
    title="Children long in care who have lived in one place for two years",
    why="A child who will grow up in care needs one home to grow up in.",
    defined_by="SSDA903 stability: of children under 16 looked after for two and a half years or more "
    "without a break, those with one carer for two years; a placement for adoption and the one it followed "
    "count as one",
    of=Care.between(
        latest(Care.started, Care.in_care_from.dt.offset_by("30mo")),
        soonest(Care.ended, Child.born.dt.offset_by("16y")),
    ).where(LOOKED_AFTER & Child.born.is_not_null()),
    that=Placements.between(SETTLED_SINCE.dt.offset_by("24mo"), Placements.ended),
    better=Better.HIGHER,
    target=0.70,
    looks_back=30,
    field_code="CLA06",
    note="Where a return does not say when a time in care began, it is reckoned from the first day told of "
    "it. A child whose day of birth is not recorded is in neither part.",
    compare="long-term-stability",
    examples="""
        Child
        child | born
        ------+-----------
        Ann   | 2015-01-01
        Ben   | 2015-01-01
        Cat   | 2010-06-30
        Dee   | 2015-01-01
        Eve   |
        Fay   | 2020-01-01

        Placements
        child | started    | ended      | placement
        ------+------------+------------+----------
        Ann   | 2024-06-30 |            | U4
        Ben   | 2024-07-01 |            |
        Fay   | 2024-01-01 | 2025-06-30 | U5
        Fay   | 2025-06-30 |            | A5

        Care as at 2026-06-30: 2 of 3
        child | started    | ended      | legal_status | in_care_from | counts? | passes? |
        ------+------------+------------+--------------+--------------+---------+---------+-------------------
        Ann   | 2023-12-30 |            |              | 2023-12-30   |   yes   |   yes   | two years that day
        Ben   | 2020-01-01 |            | C2           | 2020-01-01   |   yes   |    no   | a day short
        Cat   | 2020-01-01 |            | C2           | 2020-01-01   |    no   |         | 16 that day
        Dee   | 2024-01-01 |            | C2           | 2024-01-01   |    no   |         | not long in care
        Eve   | 2020-01-01 |            | C2           | 2020-01-01   |    no   |         | age not recorded
        Fay   | 2020-01-01 |            | E1           | 2020-01-01   |   yes   |   yes   | the same carers
        Gus   | 2020-01-01 |            | C2           |              |    no   |         | since when?
        Hal   | 2020-01-01 | 2026-01-01 | C2           | 2020-01-01   |    no   |         |
    """,
)

over_20_miles_from_home = Share(
    title="Children looked after who live more than 20 miles from home",
    why="Far from home a child loses school, friends and family.",
    defined_by="SSDA903, as the Department’s dashboard has it: in a straight line from home to the "
    "placement, in the council’s area or not; a distance that cannot be worked out (999.9, or blank) is not "
    "recorded",
    of=Care.open().where(LOOKED_AFTER),
    that=FAR,
    better=Better.LOWER,
    field_code="CLA07",
    note=UNKNOWN_DISTANCE,
    examples="""
        Care as at 2026-06-30: 1 of 2
        child | started    | ended      | legal_status | distance | counts?  | passes? |
        ------+------------+------------+--------------+----------+----------+---------+------------
        Ann   | 2026-01-01 |            | C2           | 20.1     |   yes    |   yes   |
        Ben   | 2026-01-01 |            |              | 20       |   yes    |    no   |
        Cat   | 2026-01-01 |            | C2           | 999.9    | left out |         | not known
        Dee   | 2026-01-01 |            | C2           |          | left out |         | not recorded
        Eve   | 2026-01-01 | 2026-06-30 | C2           | 50       |    no    |         |
    """,
)

over_20_miles_and_outside = Share(
    title="Children looked after more than 20 miles from home and outside our area",
    why="Far from home, and among services that do not know the child.",
    defined_by="SSDA903, as LAIT has it: in a straight line from home to the placement, which is outside the "
    "council’s area by its postcode; a distance that cannot be worked out (999.9, or blank) is not recorded",
    of=Care.open().where(LOOKED_AFTER),
    that=pl.when(FAR.is_not_null()).then(FAR & Care.outside),
    better=Better.LOWER,
    field_code="CLA07",
    note=UNKNOWN_DISTANCE,
    compare="over-20-miles",
    examples="""
        Care as at 2026-06-30: 1 of 3
        child | started    | ended      | legal_status | distance | outside | counts?  | passes? |
        ------+------------+------------+--------------+----------+---------+----------+---------+-------------
        Ann   | 2026-01-01 |            | C2           | 20.1     | yes     |   yes    |   yes   |
        Ben   | 2026-01-01 |            |              | 20       |         |   yes    |    no   | near, so no
        Cat   | 2026-01-01 |            | C2           | 30       | no      |   yes    |    no   |
        Dee   | 2026-01-01 |            | C2           | 999.9    | yes     | left out |         |
        Eve   | 2026-01-01 |            | C2           | 30       |         | left out |         | outside?
        Fay   | 2026-01-01 |            | C2           |          | yes     | left out |         |
        Hal   | 2026-01-01 |            | C2           |          | no      | left out |         | how far?
        Gus   | 2026-01-01 | 2026-06-30 | C2           | 50       | yes     |   no     |         |
    """,
)

in_unlisted_placements = Stock(
    title="Children looked after in placements of no listed type",
    why="A placement that fits no type is often one that nobody registered.",
    defined_by="SSDA903 placement types Z1 (until 2025) and Z11 to Z14",
    of=Care.open().where(LOOKED_AFTER & Care.placement.is_in(["Z1", "Z11", "Z12", "Z13", "Z14"])),
    better=Better.LOWER,
    field_code="CLA11",
    note="Whether such a placement is unregistered must be told by hand: see the council’s own list.",
    examples="""
        Care as at 2026-06-30: 1
        child | started    | ended      | legal_status | placement | counts? |
        ------+------------+------------+--------------+-----------+---------+-------------
        Ann   | 2026-01-01 |            | C2           | Z1        |   yes   |
        Ben   | 2026-01-01 |            |              | K2        |   no    |
        Cat   | 2026-01-01 |            | C2           |           |   no    | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | C2           | Z1        |   no    |
    """,
)

homes_without_a_number = Stock(
    title="Children looked after in homes with no Ofsted number recorded",
    why="A children’s home without a number may be one without a registration.",
    defined_by="SSDA903 rules 218 and 222: placement types K1 and K2, which must have Ofsted’s number, "
    "without it",
    of=Care.open().where(LOOKED_AFTER & Care.placement.is_in(["K1", "K2"]) & Care.urn.is_null()),
    better=Better.LOWER,
    field_code="CLA11",
    examples="""
        Care as at 2026-06-30: 1
        child | started    | ended      | legal_status | placement | urn     | counts? |
        ------+------------+------------+--------------+-----------+---------+---------+-------------
        Ann   | 2026-01-01 |            | C2           | K2        |         |   yes   |
        Ben   | 2026-01-01 |            |              | K2        | SC12345 |   no    |
        Cat   | 2026-01-01 |            | C2           |           |         |   no    | not recorded
        Dee   | 2026-01-01 | 2026-06-30 | C2           | K2        |         |   no    |
    """,
)

in_unregistered_placements = Stock(
    title="Children in unregistered placements",
    why="Nobody has looked at whether this child is safe there.",
    defined_by="Care Standards Act 2000; open on the day in the council’s own list",
    of=UnregisteredPlacements.open(),
    better=Better.LOWER,
    target=0,
    field_code="CLA11",
    examples="""
        UnregisteredPlacements as at 2026-06-30: 1
        child | started    | ended      | counts? |
        ------+------------+------------+---------+--
        Ann   | 2026-06-30 |            |   yes   |
        Ben   | 2026-06-01 | 2026-06-30 |   no    |
    """,
)

unregistered_with_a_plan = Share(
    title="Children in unregistered placements with a plan to move on",
    why="Such a placement must be left as soon as it can be.",
    defined_by="Local: open on the day in the council’s own list, with a plan to move the child on",
    of=UnregisteredPlacements.open(),
    that=UnregisteredPlacements.exit_plan,
    better=Better.HIGHER,
    target=1.0,
    examples="""
        UnregisteredPlacements as at 2026-06-30: 1 of 2
        child | started    | ended      | exit_plan | counts?  | passes? |
        ------+------------+------------+-----------+----------+---------+-------------
        Ann   | 2026-06-01 |            | yes       |   yes    |   yes   |
        Ben   | 2026-06-01 |            | no        |   yes    |   no    |
        Cat   | 2026-06-01 |            |           | left out |         | not recorded
        Dee   | 2026-06-01 | 2026-06-30 | yes       |   no     |         |
    """,
)

placements_sought = Stock(
    title="Children for whom a placement is being sought",
    why="Who waits tonight, and how many homes we are short of.",
    defined_by="Local: searches that go on, from the council’s own list",
    of=PlacementSearches.open(),
    better=Better.LOWER,
    examples="""
        PlacementSearches as at 2026-06-30: 1
        child | started    | ended      | counts? |
        ------+------------+------------+---------+--
        Ann   | 2026-06-30 |            |   yes   |
        Ben   | 2026-06-01 | 2026-06-30 |   no    |
    """,
)

placements_found_as_wanted = Share(
    title="Placements found that were the preferred match",
    why="A home that was merely free is a home that may break down.",
    defined_by="Placements data standard, version 2: of searches that ended with a match judged, those "
    "where it was the preferred one",
    of=PlacementSearches.on(PlacementSearches.ended),
    that=JUDGED == "Preferred",
    better=Better.HIGHER,
    examples="""
        PlacementSearches from 2026-06-01 to 2026-06-30: 1 of 2
        child | ended      | suits                      | counts?  | passes? |
        ------+------------+----------------------------+----------+---------+-------------
        Ann   | 2026-06-10 | Preferred                  |   yes    |   yes   |
        Ben   | 2026-06-10 | Suitable but not preferred |   yes    |   no    |
        Cat   | 2026-06-10 | Not specified              | left out |         |
        Dee   | 2026-06-10 |                            | left out |         | not recorded
        Eve   |            | Preferred                  |   no     |         | still sought
    """,
)

deprived_of_liberty = Stock(
    title="Children deprived of their liberty by a court’s order",
    why="The gravest thing we may do to a child who has done no wrong.",
    defined_by="Orders in force on the day (SSDA903 from the year to March 2027; until then the council’s "
    "own list)",
    of=LibertyOrders.open(),
    better=Better.LOWER,
    examples="""
        LibertyOrders as at 2026-06-30: 1
        child | started    | ended      | counts? |
        ------+------------+------------+---------+--
        Ann   | 2026-06-01 |            |   yes   |
        Ben   | 2026-06-01 | 2026-06-30 |   no    |
    """,
)
