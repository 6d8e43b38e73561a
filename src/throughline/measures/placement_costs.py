"""Measures of what placements cost, by the council’s own list of them."""

from throughline.measures.kinds import Better, Count, Mean, Ratio, Total
from throughline.record.homes import PlacementCosts, UnregisteredNights

WITH_COST = PlacementCosts.weekly_cost.is_not_null()

weekly_cost_of_placements = Total(
    title="Cost of placements a week",
    why="What we are bound to pay next week if nothing changes.",
    defined_by="Local: weekly costs that hold on the day, whoever pays, added up",
    of=PlacementCosts.open(),
    adds=PlacementCosts.weekly_cost,
    unit="£",
    better=Better.LOWER,
    examples="""
        PlacementCosts as at 2026-06-30: 7500
        placement | child | started    | ended      | weekly_cost | counts?  |
        ----------+-------+------------+------------+-------------+----------+-------------
        P1        | Ann   | 2026-01-01 |            | 500         |   yes    |
        P2        | Ben   | 2026-01-01 |            | 7000        |   yes    |
        P3        | Cat   | 2026-01-01 |            |             | left out | not recorded
        P4        | Dee   | 2026-01-01 | 2026-06-30 | 7000        |   no     |
    """,
)

average_cost_of_a_placement = Mean(
    title="Average cost of a placement a week",
    why="Whether what we pay rises with numbers, or with prices.",
    defined_by="Local: the average of the weekly costs that hold on the day, whoever pays",
    of=PlacementCosts.open(),
    value=PlacementCosts.weekly_cost,
    unit="£",
    places=0,
    better=Better.LOWER,
    examples="""
        PlacementCosts as at 2026-06-30: 3750
        placement | child | started    | ended      | weekly_cost | counts?  |
        ----------+-------+------------+------------+-------------+----------+-------------
        P1        | Ann   | 2026-01-01 |            | 500         |   yes    |
        P2        | Ben   | 2026-01-01 |            | 7000        |   yes    |
        P3        | Cat   | 2026-01-01 |            |             | left out | not recorded
        P4        | Dee   | 2026-01-01 | 2026-06-30 | 7000        |   no     |
    """,
)

spot_share_of_cost = Ratio(
    title="Share of placement cost bought spot",
    why="A place bought in a hurry is dearer than one bought on a framework.",
    defined_by="Local: weekly cost on the day of placements bought spot, of all whose way of buying is "
    "recorded",
    of=PlacementCosts.open().where(PlacementCosts.bought == "Spot"),
    adds=PlacementCosts.weekly_cost,
    among=PlacementCosts.open().where(PlacementCosts.bought.is_not_null()),
    among_adds=PlacementCosts.weekly_cost,
    per=100,
    unit="%",
    better=Better.LOWER,
    examples="""
        PlacementCosts as at 2026-06-30: 20.0
        placement | child | started    | ended      | weekly_cost | bought    | counts?  |
        ----------+-------+------------+------------+-------------+-----------+----------+-------------
        P1        | Ann   | 2026-01-01 |            | 1000        | Spot      |   yes    |
        P2        | Ben   | 2026-01-01 |            | 4000        | Framework |   no     |
        P3        | Cat   | 2026-01-01 |            |             | Spot      | left out | not recorded
        P4        | Dee   | 2026-01-01 |            | 7000        |           |   no     | bought how?
        P5        | Eve   | 2026-01-01 | 2026-06-30 | 7000        | Spot      |   no     |
    """,
)

health_share_of_cost = Ratio(
    title="Share of placement cost that health pays",
    why="A child with health needs should not be paid for by the council alone.",
    defined_by="Local: what health pays a week on the day, of the whole weekly cost of the placements in "
    "the list",
    of=PlacementCosts.open().where(WITH_COST),
    adds=PlacementCosts.health_share,
    among=PlacementCosts.open().where(WITH_COST),
    among_adds=PlacementCosts.weekly_cost,
    per=100,
    unit="%",
    better=Better.HIGHER,
    note="A placement of which it is not recorded what health pays adds to the cost alone.",
    examples="""
        PlacementCosts as at 2026-06-30: 10.0
        placement | child | started    | ended      | weekly_cost | health_share | counts?  |
        ----------+-------+------------+------------+-------------+--------------+----------+-------------
        P1        | Ann   | 2026-01-01 |            | 4000        | 1000         |   yes    |
        P2        | Ben   | 2026-01-01 |            | 4000        | 0            |   yes    |
        P3        | Cat   | 2026-01-01 |            | 2000        |              | left out | not recorded
        P4        | Dee   | 2026-01-01 |            |             | 100          |   no     | cost?
        P5        | Eve   | 2026-01-01 | 2026-06-30 | 7000        | 7000         |   no     |
    """,
)

unregistered_nights = Count(
    title="Nights spent in unregistered placements",
    why="Every one of these nights should not have been.",
    defined_by="Care Standards Act 2000: each night of each child, from the day the placement began to the "
    "day before it ended, whether it has ended or goes on; from the council’s own list",
    of=UnregisteredNights.on(UnregisteredNights.night),
    better=Better.LOWER,
    target=0,
    field_code="CLA11",
    note="Each night counts on its own day. Behind it stands a row a night, with the line of the list that "
    "tells of the placement.",
    examples="""
        UnregisteredNights from 2026-06-01 to 2026-06-30: 3
        child | night      | counts? |
        ------+------------+---------+--------------------------------
        Ann   | 2026-05-31 |   no    | she came on 31 May
        Ann   | 2026-06-01 |   yes   |
        Ann   | 2026-06-02 |   yes   | and left on 3 June
        Ben   | 2026-06-30 |   yes   | he came that day, and is there
        Ben   | 2026-07-01 |   no    |
    """,
)
