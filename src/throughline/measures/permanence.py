"""Measures of permanence: a family for good."""

import polars as pl

from throughline.measures.into_care import LEFT_CARE
from throughline.measures.kinds import Better, Count, Mean, Share, Stock
from throughline.record.care import Care
from throughline.record.dates import days, latest, soonest
from throughline.record.permanence import AdopterStages, Adoptions, Allowances, KinshipOrders

ADOPTED = ["E11", "E12"]
GUARDIANS = ["E43", "E44", "E45", "E46", "E47", "E48"]  # E43 and E44 until 2018
ADOPTIONS = Adoptions.on(Adoptions.ended).where(Adoptions.order == "Adoption")
CAME_TO_STAY = (
    pl.when(Adoptions.by_carer)
    .then(pl.coalesce(Adoptions.fostered_first, Adoptions.with_carer))
    .when(Adoptions.by_carer.not_())
    .then(Adoptions.placed)
)
WAITS_UNTIL = soonest(Adoptions.placed, Adoptions.reversed, Adoptions.ended)

left_care_to_a_family = Share(
    title="Children who left care by adoption or special guardianship",
    why="A new family that is meant to last.",
    defined_by="SSDA903 D: reasons E11, E12 (adopted) and E43 to E48 (special guardianship)",
    of=LEFT_CARE,
    that=Care.end_reason.is_in([*ADOPTED, *GUARDIANS]),
    better=Better.HIGHER,
    field_code="CLA25",
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

adopted = Share(
    title="Children who left care by adoption",
    why="A new family for good, for a child who cannot go home.",
    defined_by="SSDA903 D: reasons E11 and E12, of all who left care, the last time a child left in the year",
    of=LEFT_CARE,
    that=Care.end_reason.is_in(ADOPTED),
    better=Better.HIGHER,
    field_code="ADO05",
    compare="adopted-share",
    examples="""
        Care from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | ended      | end_reason | legal_status | counts? | passes? |
        ------+------------+------------+------------+--------------+---------+---------+--------------------
        Ann   | 2026-01-01 | 2026-06-01 | E11        | C2           |   yes   |   yes   |
        Ben   | 2026-01-01 | 2026-06-01 | E45        |              |   yes   |   no    | to a guardian
        Cat   | 2026-01-01 | 2026-06-01 |            | C2           |   no    |         | not recorded
        Dee   | 2026-01-01 |            | X1         | C2           |   no    |         |
    """,
)

left_to_guardians = Share(
    title="Children who left care by special guardianship",
    why="Most children do better with people they know, for good.",
    defined_by="SSDA903 D: reasons E45 to E48, and E43 and E44 before 2019, of all who left care",
    of=LEFT_CARE,
    that=Care.end_reason.is_in(GUARDIANS),
    better=Better.HIGHER,
    field_code="CLA25",
    compare="special-guardianship",
    examples="""
        Care from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | ended      | end_reason | legal_status | counts? | passes? |
        ------+------------+------------+------------+--------------+---------+---------+--------------------
        Ann   | 2026-01-01 | 2026-06-01 | E45        | C2           |   yes   |   yes   |
        Ben   | 2026-01-01 | 2026-06-01 | E11        |              |   yes   |   no    | adopted
        Cat   | 2026-01-01 | 2026-06-01 |            | C2           |   no    |         | not recorded
        Dee   | 2026-01-01 |            | X1         | C2           |   no    |         |
    """,
)

left_by_arrangements_order = Share(
    title="Children who left care by a child arrangements order",
    why="A child lives with family, and the court has said so.",
    defined_by="SSDA903 D: reason E41 (a residence order until 2014), of all who left care",
    of=LEFT_CARE,
    that=Care.end_reason == "E41",
    field_code="CLA25",
    compare="child-arrangements",
    examples="""
        Care from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | ended      | end_reason | legal_status | counts? | passes? |
        ------+------------+------------+------------+--------------+---------+---------+--------------------
        Ann   | 2026-01-01 | 2026-06-01 | E41        | C2           |   yes   |   yes   |
        Ben   | 2026-01-01 | 2026-06-01 | E45        |              |   yes   |   no    | to a guardian
        Cat   | 2026-01-01 | 2026-06-01 |            | C2           |   no    |         | not recorded
        Dee   | 2026-01-01 |            | X1         | C2           |   no    |         |
    """,
)

left_to_go_home = Share(
    title="Children who left care to go home",
    why="The first hope of care is that a child can go home again.",
    defined_by="SSDA903 D: reasons E4A and E4B (home to parents, planned or not) and E13 (to parents or "
    "relatives without an order), of all who left care",
    of=LEFT_CARE,
    that=Care.end_reason.is_in(["E4A", "E4B", "E13"]),
    field_code="CLA25",
    examples="""
        Care from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | ended      | end_reason | legal_status | counts? | passes? |
        ------+------------+------------+------------+--------------+---------+---------+--------------------
        Ann   | 2026-01-01 | 2026-06-01 | E4A        | C2           |   yes   |   yes   |
        Ben   | 2026-01-01 | 2026-06-01 | E11        |              |   yes   |   no    | adopted
        Cat   | 2026-01-01 | 2026-06-01 |            | C2           |   no    |         | not recorded
        Dee   | 2026-01-01 |            | X1         | C2           |   no    |         |
    """,
)

left_for_a_life_of_their_own = Share(
    title="Children who left care to live on their own",
    why="They go out into the world without a family behind them.",
    defined_by="SSDA903 D: reasons E5 and E6, of all who left care",
    of=LEFT_CARE,
    that=Care.end_reason.is_in(["E5", "E6"]),
    field_code="CLA25",
    examples="""
        Care from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | ended      | end_reason | legal_status | counts? | passes? |
        ------+------------+------------+------------+--------------+---------+---------+--------------------
        Ann   | 2026-01-01 | 2026-06-01 | E5         | C2           |   yes   |   yes   |
        Ben   | 2026-01-01 | 2026-06-01 | E17        |              |   yes   |   no    | stays with carers
        Cat   | 2026-01-01 | 2026-06-01 |            | C2           |   no    |         | not recorded
        Dee   | 2026-01-01 |            | X1         | C2           |   no    |         |
    """,
)

left_for_custody = Share(
    title="Children who left care for custody",
    why="Care that ends in prison has failed.",
    defined_by="SSDA903 D: reason E9, of all who left care",
    of=LEFT_CARE,
    that=Care.end_reason == "E9",
    better=Better.LOWER,
    field_code="CLA25",
    examples="""
        Care from 2026-06-01 to 2026-06-30: 1 of 2
        child | started    | ended      | end_reason | legal_status | counts? | passes? |
        ------+------------+------------+------------+--------------+---------+---------+--------------------
        Ann   | 2026-01-01 | 2026-06-01 | E9         | C2           |   yes   |   yes   |
        Ben   | 2026-01-01 | 2026-06-01 | E4A        |              |   yes   |   no    | home
        Cat   | 2026-01-01 | 2026-06-01 |            | C2           |   no    |         | not recorded
        Dee   | 2026-01-01 |            | X1         | C2           |   no    |         |
    """,
)

waiting_for_adoption = Stock(
    title="Children waiting to be placed for adoption",
    why="Each waits for a family that has still to be found.",
    defined_by="Annex A list 10: decided that the child should be placed, and not placed, adopted, nor the "
    "decision reversed",
    of=Adoptions.between(Adoptions.started, WAITS_UNTIL),
    better=Better.LOWER,
    field_code="ADO06",
    examples="""
        Adoptions as at 2026-06-30: 1
        child | started    | placed     | reversed   | ended      | counts? |
        ------+------------+------------+------------+------------+---------+--------------------
        Ann   | 2026-06-30 |            |            |            |   yes   |
        Ben   | 2026-01-01 | 2026-06-30 |            |            |   no    | placed that day
        Cat   | 2026-01-01 |            | 2026-06-01 |            |   no    |
        Dee   | 2026-01-01 |            |            | 2026-06-01 |   no    | adopted
        Eve   |            |            |            |            |   no    | not yet decided
    """,
)

waiting_with_order = Stock(
    title="Children with a placement order waiting to be placed for adoption",
    why="The court has agreed; only the family is missing.",
    defined_by="Annex A list 10: as the children waiting, from the day of the placement order",
    of=Adoptions.between(latest(Adoptions.started, Adoptions.placement_order), WAITS_UNTIL),
    better=Better.LOWER,
    field_code="ADO06",
    examples="""
        Adoptions as at 2026-06-30: 1
        child | started    | placement_order | placed     | reversed   | ended      | counts? |
        ------+------------+-----------------+------------+------------+------------+---------+---------------
        Ann   | 2026-01-01 | 2026-06-30      |            |            |            |   yes   |
        Ben   | 2026-01-01 |                 |            |            |            |   no    | no order yet
        Cat   | 2026-01-01 | 2026-02-01      | 2026-06-30 |            |            |   no    | placed
        Dee   | 2026-01-01 | 2026-02-01      |            | 2026-06-01 |            |   no    | reversed
        Eve   | 2026-01-01 | 2026-02-01      |            |            | 2026-06-01 |   no    | adopted
        Fay   |            | 2026-02-01      |            |            |            |   no    | no decision
    """,
)

waiting_with_siblings = Share(
    title="Children waiting for adoption who are one of brothers and sisters",
    why="Families for two or three together are the hardest to find.",
    defined_by="Annex A list 10: of the children waiting, those to be placed as one of a group",
    of=Adoptions.between(Adoptions.started, WAITS_UNTIL),
    that=Adoptions.siblings,
    field_code="ADO06",
    examples="""
        Adoptions as at 2026-06-30: 1 of 2
        child | started    | placed     | reversed   | ended      | siblings | counts?  | passes? |
        ------+------------+------------+------------+------------+----------+----------+---------+-------
        Ann   | 2026-01-01 |            |            |            | yes      |   yes    |   yes   |
        Ben   | 2026-01-01 |            |            |            | no       |   yes    |    no   |
        Cat   | 2026-01-01 |            |            |            |          | left out |         | unknown
        Dee   | 2026-01-01 | 2026-06-01 | 2026-06-01 | 2026-06-01 | yes      |    no    |         |
        Eve   |            |            |            |            | yes      |    no    |         |
    """,
)

adoption_orders = Count(
    title="Children adopted",
    why="How many found a family for good.",
    defined_by="Annex A list 10; SSDA903 E11 and E12: by the day of the order",
    of=ADOPTIONS,
    better=Better.HIGHER,
    field_code="ADO05",
    compare="adopted",
    examples="""
        Adoptions from 2026-06-01 to 2026-06-30: 1
        child | ended      | order    | counts? |
        ------+------------+----------+---------+-------------
        Ann   | 2026-06-01 | Adoption |   yes   |
        Ben   | 2026-06-01 | SGO      |   no    | a guardian
        Cat   | 2026-06-01 |          |   no    | not recorded
        Dee   |            |          |   no    |
    """,
)

guardianship_orders = Count(
    title="Special guardianship orders made",
    why="How many children have kin or others to care for them for good, in care before or not.",
    defined_by="Local: orders by the day they were made, from the council’s own list",
    of=KinshipOrders.on(KinshipOrders.started).where(KinshipOrders.kinship_order == "SGO"),
    examples="""
        KinshipOrders from 2026-06-01 to 2026-06-30: 1
        child | started    | kinship_order | counts? |
        ------+------------+---------------+---------+---------------------------
        Ann   | 2026-06-01 | SGO           |   yes   |
        Ben   | 2026-06-01 | CAO           |   no    | a child arrangements order
        Cat   | 2026-06-01 |               |   no    | not recorded
    """,
)

under_guardianship = Stock(
    title="Children living with special guardians",
    why="How many families we go on standing by after care.",
    defined_by="Local: orders that hold on the day, from the council’s own list",
    of=KinshipOrders.open().where(KinshipOrders.kinship_order == "SGO"),
    examples="""
        KinshipOrders as at 2026-06-30: 1
        child | started    | ended      | kinship_order | counts? |
        ------+------------+------------+---------------+---------+---------------------------
        Ann   | 2026-06-01 |            | SGO           |   yes   |
        Ben   | 2026-06-01 | 2026-06-30 | SGO           |   no    |
        Cat   | 2026-06-01 |            | CAO           |   no    | a child arrangements order
        Dee   | 2026-06-01 |            |               |   no    | not recorded
    """,
)

with_allowances = Stock(
    title="Children for whom an allowance is paid",
    why="What permanence outside care costs us, and holds up.",
    defined_by="Local: allowances to guardians, adopters and kin paid on the day, from the council’s own "
    "list; each child once",
    of=Allowances.open(),
    examples="""
        Allowances as at 2026-06-30: 1
        child | started    | ended      | counts? |
        ------+------------+------------+---------+---------------------
        Ann   | 2026-01-01 | 2026-04-01 |   no    |
        Ann   | 2026-04-01 |            |   yes   | at a rate of its own
        Ben   | 2026-01-01 | 2026-06-30 |   no    |
    """,
)

stage_one_in_two_months = Share(
    title="Adopters through stage 1 within two months",
    why="People who would adopt give up when we keep them waiting.",
    defined_by="Annex A list 11; statutory guidance on adoption: stage 1 within 2 months of its beginning; "
    "from the council’s own list of stages",
    of=AdopterStages.on(AdopterStages.ended).where(AdopterStages.stage == "1"),
    that=AdopterStages.ended <= AdopterStages.started.dt.offset_by("2mo"),
    better=Better.HIGHER,
    field_code="ADO07",
    examples="""
        AdopterStages from 2026-06-01 to 2026-06-30: 1 of 2
        adopter | stage | started    | ended      | counts? | passes? |
        --------+-------+------------+------------+---------+---------+---------------
        Ann     | 1     | 2026-04-10 | 2026-06-10 |   yes   |   yes   | to the day
        Ben     | 1     | 2026-04-09 | 2026-06-10 |   yes   |   no    | a day longer
        Cat     | 2     | 2026-04-10 | 2026-06-10 |   no    |         | another stage
        Dee     | 1     | 2026-04-10 |            |   no    |         | still in it
    """,
)

stage_two_in_four_months = Share(
    title="Adopters through stage 2 within four months",
    why="People who would adopt give up when we keep them waiting.",
    defined_by="Annex A list 11; statutory guidance on adoption: stage 2 within 4 months of its beginning; "
    "from the council’s own list of stages",
    of=AdopterStages.on(AdopterStages.ended).where(AdopterStages.stage == "2"),
    that=AdopterStages.ended <= AdopterStages.started.dt.offset_by("4mo"),
    better=Better.HIGHER,
    field_code="ADO07",
    examples="""
        AdopterStages from 2026-06-01 to 2026-06-30: 1 of 2
        adopter | stage | started    | ended      | counts? | passes? |
        --------+-------+------------+------------+---------+---------+---------------
        Ann     | 2     | 2026-02-10 | 2026-06-10 |   yes   |   yes   | to the day
        Ben     | 2     | 2026-02-09 | 2026-06-10 |   yes   |   no    | a day longer
        Cat     | 1     | 2026-02-10 | 2026-06-10 |   no    |         | another stage
        Dee     | 2     | 2026-02-10 |            |   no    |         | still in it
    """,
)

days_to_new_family = Mean(
    title="Days from coming into care to moving in with a new family",
    why="To a small child every month of waiting is a large part of life.",
    defined_by="Adoption scorecard A1: the average, of children adopted in the period; the scorecard takes "
    "three years together",
    of=ADOPTIONS,
    value=days(Adoptions.entered_care, Adoptions.placed),
    unit="days",
    places=0,
    better=Better.LOWER,
    field_code="ADO01",
    examples="""
        Adoptions from 2026-06-01 to 2026-06-30: 500
        child | entered_care | placed     | ended      | order    | counts?  |
        ------+--------------+------------+------------+----------+----------+----------------
        Ann   | 2024-01-01   | 2025-02-04 | 2026-06-01 | Adoption |   yes    | 400 days
        Ben   | 2024-01-01   | 2025-08-23 | 2026-06-30 | Adoption |   yes    | 600 days
        Cat   |              | 2025-01-01 | 2026-06-30 | Adoption | left out | since when?
        Dee   | 2024-01-01   |            | 2026-06-30 | Adoption | left out | placed when?
        Eve   | 2024-01-01   | 2025-01-01 | 2026-06-30 | SGO      |   no     | a guardian
        Fay   | 2024-01-01   | 2025-01-01 | 2026-06-30 |          |   no     | not recorded
        Gus   | 2024-01-01   | 2025-01-01 |            |          |   no     | not yet adopted
    """,
)

days_to_adoptive_home = Mean(
    title="Days from coming into care to the home where the child was adopted",
    why="A child adopted by those who fostered them has waited less than it seems.",
    defined_by="Adoption scorecard A10: as A1, but of a child adopted by their foster carers to the day "
    "the child came to them; the target is 14 months (426 days)",
    of=ADOPTIONS,
    value=days(Adoptions.entered_care, CAME_TO_STAY),
    unit="days",
    places=0,
    better=Better.LOWER,
    target=426,
    field_code="ADO02",
    note="Where it is not recorded whether foster carers adopted, nobody can tell which day ends the wait.",
    examples="""
        Adoptions from 2026-06-01 to 2026-06-30: 250
        child | entered_care | placed     | fostered_first | by_carer | ended      | order    | counts?  |
        ------+--------------+------------+----------------+----------+------------+----------+----------+--
        Ann   | 2024-01-01   | 2025-02-04 |                | no       | 2026-06-01 | Adoption |   yes    |
        Ben   | 2024-01-01   | 2025-02-04 | 2024-04-10     | yes      | 2026-06-01 | Adoption |   yes    |
        Cat   | 2024-01-01   | 2025-02-04 |                |          | 2026-06-01 | Adoption | left out |
        Dee   |              | 2025-02-04 |                | no       | 2026-06-01 | Adoption | left out |
        Eve   | 2024-01-01   |            |                | no       | 2026-06-01 | Adoption | left out |
        Fay   | 2024-01-01   | 2025-02-04 |                | no       |            |          |   no     |
    """,
)

days_to_match = Mean(
    title="Days from the placement order to the match with a family",
    why="The court has decided; this time is ours alone.",
    defined_by="Adoption scorecard A2: the average, of children adopted in the period who were placed for "
    "adoption with a placement order; none where the match came before the order; the target is 4 months "
    "(121 days)",
    of=ADOPTIONS.where(Adoptions.placement_order.is_not_null() & Adoptions.placed.is_not_null()),
    value=days(Adoptions.placement_order, Adoptions.matched).clip(lower_bound=0),
    unit="days",
    places=0,
    better=Better.LOWER,
    target=121,
    field_code="ADO03",
    examples="""
        Adoptions from 2026-06-01 to 2026-06-30: 50
        child | placement_order | matched    | placed     | ended      | order    | counts?  |
        ------+-----------------+------------+------------+------------+----------+----------+---------------
        Ann   | 2025-01-01      | 2025-04-11 | 2025-05-01 | 2026-06-01 | Adoption |   yes    | 100 days
        Ben   | 2025-01-01      | 2024-12-01 | 2025-05-01 | 2026-06-01 | Adoption |   yes    | none
        Cat   | 2025-01-01      |            | 2025-05-01 | 2026-06-01 | Adoption | left out | not recorded
        Dee   |                 | 2025-04-11 | 2025-05-01 | 2026-06-01 | Adoption |    no    | no order
        Eve   | 2025-01-01      | 2025-04-11 |            | 2026-06-01 | Adoption |    no    | never placed
        Fay   | 2025-01-01      | 2025-04-11 | 2025-05-01 |            |          |    no    | not yet adopted
    """,
)
