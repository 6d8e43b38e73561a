"""Measures of money: the budget and what is spent, what care costs, and taking children to school."""

from throughline.measures.care import LOOKED_AFTER
from throughline.measures.kinds import Better, Ratio, Share, Stock, Total
from throughline.record.care import Care, CareDays
from throughline.record.money import BudgetLines, Spending, TransportCosts, TransportEntitlements
from throughline.record.own_codes import CARE_SPENDING

SPENT = Spending.kind_of_spending == "ACTUAL"
A_WEEK = 7 / 365
OF_A_YEAR = (
    "LAIT’s rule: what was spent in a year, divided by the children on its last day, by 365, times 7; over a "
    "shorter time made yearly first"
)

budget = Total(
    title="Budget",
    why="What we were given to spend.",
    defined_by="The council’s list of budget lines: those for the day, added up",
    of=BudgetLines.open(),
    adds=BudgetLines.budget,
    unit="£",
    examples="""
        BudgetLines as at 2026-06-30: 300
        budget_line | started    | ended      | budget | counts? |
        ------------+------------+------------+--------+---------+--------------
        B1          | 2026-04-01 | 2027-04-01 | 100    |   yes   |
        B2          | 2026-04-01 | 2027-04-01 | 200    |   yes   |
        B3          | 2025-04-01 | 2026-04-01 | 400    |   no    | of last year
    """,
)

spent = Total(
    title="Spent",
    why="What has gone out, against what we were given.",
    defined_by="The council’s list of spending: what was spent in the period, income taken off; what is "
    "only committed or forecast left out",
    of=Spending.on(Spending.spent).where(SPENT),
    adds=Spending.amount,
    unit="£",
    examples="""
        Spending from 2026-06-01 to 2026-06-30: 90
        budget_line | spent      | amount | kind_of_spending | counts? |
        ------------+------------+--------+------------------+---------+-------------------
        B1          | 2026-06-30 | 100    | ACTUAL           |   yes   |
        B1          | 2026-06-30 | -10    | ACTUAL           |   yes   | income
        B1          | 2026-06-30 | 50     | FORECAST         |   no    |
        B1          | 2026-06-30 | 50     |                  |   no    | not recorded which
        B1          | 2026-07-31 | 100    | ACTUAL           |   no    |
    """,
)

committed = Total(
    title="Committed, not yet spent",
    why="What must still go out, whatever we decide now.",
    defined_by="The council’s list of spending: commitments dated in the period",
    of=Spending.on(Spending.spent).where(Spending.kind_of_spending == "COMMITTED"),
    adds=Spending.amount,
    unit="£",
    examples="""
        Spending from 2026-06-01 to 2026-06-30: 70
        budget_line | spent      | amount | kind_of_spending | counts? |
        ------------+------------+--------+------------------+---------+-------------------
        B1          | 2026-06-30 | 70     | COMMITTED        |   yes   |
        B1          | 2026-06-30 | 100    | ACTUAL           |   no    |
        B1          | 2026-06-30 | 50     |                  |   no    | not recorded which
    """,
)

spent_of_budget = Ratio(
    title="Spent, of the year’s budget",
    why="Over a hundred means that we spent what we did not have.",
    defined_by="What was spent in the period, of the budget lines for its last day; of a whole financial "
    "year it says how much of the budget was spent",
    of=Spending.on(Spending.spent).where(SPENT),
    adds=Spending.amount,
    among=BudgetLines.open(),
    among_adds=BudgetLines.budget,
    per=100,
    unit="%",
    better=Better.LOWER,
    examples="""
        BudgetLines
        budget_line | started    | ended      | budget
        ------------+------------+------------+-------
        B1          | 2026-04-01 | 2027-04-01 | 400
        B2          | 2026-04-01 | 2027-04-01 | 400
        B0          | 2025-04-01 | 2026-04-01 | 900

        Spending from 2026-04-01 to 2026-06-30: 25.0
        budget_line | spent      | amount | kind_of_spending | counts? |
        ------------+------------+--------+------------------+---------+-------------------
        B1          | 2026-04-30 | 150    | ACTUAL           |   yes   |
        B2          | 2026-06-30 | 50     | ACTUAL           |   yes   |
        B2          | 2026-06-30 | 50     | COMMITTED        |   no    |
        B2          | 2026-06-30 | 50     |                  |   no    | not recorded which
    """,
)

weekly_cost_of_care = Ratio(
    title="Weekly cost of a child looked after",
    why="What care costs, to be compared with other councils whatever their size.",
    defined_by=f"{OF_A_YEAR}. Spending on fostering, residential and other care; children looked after, "
    "short breaks left out",
    of=Spending.on(Spending.spent).where(SPENT & Spending.purpose.is_in(CARE_SPENDING)),
    adds=Spending.amount,
    among=Care.open().where(LOOKED_AFTER),
    per=A_WEEK,
    yearly=True,
    unit="£",
    places=0,
    better=Better.LOWER,
    field_code="FIN01",
    note="From the council’s own list of spending, until a section 251 statement is received.",
    compare="weekly-cost-care",
    examples="""
        Care
        child | started    | ended      | legal_status
        ------+------------+------------+-------------
        Ann   | 2025-01-01 |            | C2
        Ben   | 2025-01-01 |            |
        Cat   | 2025-01-01 | 2026-03-31 | C2
        Dee   | 2025-01-01 |            | V4

        Spending from 2025-04-01 to 2026-03-31: 700
        budget_line | spent      | amount | kind_of_spending | purpose  | counts? |
        ------------+------------+--------+------------------+-----------+---------+---------------
        B1          | 2026-03-31 | 70000  | ACTUAL           | FOSTERING |   yes   |
        B1          | 2025-04-30 | 3000   | ACTUAL           | OTHER_CARE |   yes   |
        B2          | 2026-03-31 | 9000   | ACTUAL           | TRANSPORT |   no    |
        B2          | 2026-03-31 | 9000   | FORECAST         | FOSTERING |   no    |
        B2          | 2026-03-31 | 9000   |                  | FOSTERING |   no    | which?
        B2          | 2026-03-31 | 9000   | ACTUAL           |           |   no    | for what?
    """,
)

weekly_cost_of_fostering = Ratio(
    title="Weekly cost of a child fostered",
    why="Whether homes in families cost more or less here than elsewhere.",
    defined_by=f"{OF_A_YEAR}. Spending on fostering; children looked after in a foster placement (U1 to U6)",
    of=Spending.on(Spending.spent).where(SPENT & (Spending.purpose == "FOSTERING")),
    adds=Spending.amount,
    among=Care.open().where(LOOKED_AFTER & Care.placement.str.starts_with("U")),
    per=A_WEEK,
    yearly=True,
    unit="£",
    places=0,
    better=Better.LOWER,
    field_code="FIN01",
    note="From the council’s own list of spending, until a section 251 statement is received.",
    compare="weekly-cost-fostering",
    examples="""
        Care
        child | started    | ended      | legal_status | placement
        ------+------------+------------+--------------+----------
        Ann   | 2025-01-01 |            |              | U4
        Ben   | 2025-01-01 |            | C2           | K2
        Cat   | 2025-01-01 | 2026-03-31 | C2           | U1
        Dee   | 2025-01-01 |            | C2           |

        Spending from 2026-03-01 to 2026-03-31: 700
        budget_line | spent      | amount | kind_of_spending | purpose    | counts? |
        ------------+------------+--------+------------------+-------------+---------+-----------
        B1          | 2026-03-31 | 3100   | ACTUAL           | FOSTERING   |   yes   |
        B1          | 2026-03-31 | 9000   | ACTUAL           | RESIDENTIAL |   no    |
        B1          | 2026-03-31 | 9000   | COMMITTED        | FOSTERING   |   no    |
        B1          | 2026-03-31 | 9000   |                  | FOSTERING   |   no    | which?
        B1          | 2026-03-31 | 9000   | ACTUAL           |             |   no    | for what?
    """,
)

weekly_cost_of_residential_care = Ratio(
    title="Weekly cost of residential care",
    why="The dearest care there is: whether a bed costs more here than elsewhere.",
    defined_by="LAIT’s rule: what was spent on residential care in the period, divided by the days of care "
    "in it (placements K1, K2, R1 and S1, short breaks left out), times 7",
    of=Spending.on(Spending.spent).where(SPENT & (Spending.purpose == "RESIDENTIAL")),
    adds=Spending.amount,
    among=CareDays.on(CareDays.counted).where(~CareDays.legal_status.is_in(["V3", "V4"]).fill_null(False)),
    among_adds=CareDays.days,
    per=7,
    unit="£",
    places=0,
    better=Better.LOWER,
    field_code="FIN01",
    note="From the council’s own list of spending, until a section 251 statement is received. Of whole "
    "months: days are told month by month.",
    compare="weekly-cost-residential",
    examples="""
        CareDays
        child | counted    | days | placement | legal_status
        ------+------------+------+-----------+-------------
        Ann   | 2026-03-31 | 31   | K2        | C2
        Ben   | 2026-03-09 | 9    | S1        |
        Cat   | 2026-03-31 | 31   | K2        | V4
        Ann   | 2026-04-30 | 30   | K2        | C2

        Spending from 2026-03-01 to 2026-03-31: 7000
        budget_line | spent      | amount | kind_of_spending | purpose     | counts? |
        ------------+------------+--------+------------------+-------------+---------+-----------
        B1          | 2026-03-31 | 40000  | ACTUAL           | RESIDENTIAL |   yes   |
        B1          | 2026-03-31 | 9000   | ACTUAL           | FOSTERING   |   no    |
        B1          | 2026-03-31 | 9000   | COMMITTED        | RESIDENTIAL |   no    |
        B1          | 2026-03-31 | 9000   |                  | RESIDENTIAL |   no    | which?
        B1          | 2026-03-31 | 9000   | ACTUAL           |             |   no    | for what?
    """,
)

children_transported = Stock(
    title="Children taken to school",
    why="Each wants a seat every morning, and the number grows with the plans.",
    defined_by="The council’s list of entitlements to transport: children entitled on the day, each once",
    of=TransportEntitlements.open(),
    examples="""
        TransportEntitlements as at 2026-06-30: 1
        child | started    | ended      | counts? |
        ------+------------+------------+---------+------
        Ann   | 2025-09-01 |            |   yes   |
        Ann   | 2026-01-01 |            |   yes   | once
        Ben   | 2025-09-01 | 2026-06-30 |   no    |
    """,
)

travel_trained = Share(
    title="Children trained to travel alone",
    why="It makes a young person free, and a seat.",
    defined_by="The council’s list of entitlements to transport: trained to travel alone, of children "
    "entitled on the day",
    of=TransportEntitlements.open(),
    that=TransportEntitlements.travel_trained,
    better=Better.HIGHER,
    examples="""
        TransportEntitlements as at 2026-06-30: 1 of 2
        child | started    | ended      | travel_trained | counts?  | passes? |
        ------+------------+------------+----------------+----------+---------+-------------
        Ann   | 2025-09-01 |            | yes            |   yes    |   yes   |
        Ben   | 2025-09-01 |            | no             |   yes    |   no    |
        Cat   | 2025-09-01 |            |                | left out |         | not recorded
        Dee   | 2025-09-01 | 2026-06-30 | yes            |   no     |         |
    """,
)

transport_cost = Total(
    title="Cost of taking children to school",
    why="A cost that follows the number of plans and the length of the roads, not the budget.",
    defined_by="The council’s list of what routes cost: charged in the period, added up",
    of=TransportCosts.on(TransportCosts.charged),
    adds=TransportCosts.route_cost,
    unit="£",
    better=Better.LOWER,
    examples="""
        TransportCosts from 2026-06-01 to 2026-06-30: 300
        route | charged    | route_cost | counts? |
        ------+------------+------------+---------+--
        R1    | 2026-06-30 | 100        |   yes   |
        R2    | 2026-06-30 | 200        |   yes   |
        R1    | 2026-07-31 | 100        |   no    |
    """,
)

transport_cost_a_child = Ratio(
    title="Yearly cost of taking a child to school",
    why="Whether it is the number of children that grows, or what each costs.",
    defined_by="What routes cost in the period, made yearly, divided by the children entitled on its last "
    "day",
    of=TransportCosts.on(TransportCosts.charged),
    adds=TransportCosts.route_cost,
    among=TransportEntitlements.open(),
    yearly=True,
    unit="£",
    places=0,
    better=Better.LOWER,
    examples="""
        TransportEntitlements
        child | started    | ended
        ------+------------+-----------
        Ann   | 2025-01-01 |
        Ben   | 2025-01-01 |
        Cat   | 2025-01-01 | 2026-03-31

        TransportCosts from 2025-04-01 to 2026-03-31: 150
        route | charged    | route_cost | counts? |
        ------+------------+------------+---------+--
        R1    | 2025-04-30 | 100        |   yes   |
        R1    | 2026-03-31 | 200        |   yes   |
        R1    | 2026-04-30 | 900        |   no    |
    """,
)

transport_cost_of_budget = Ratio(
    title="Cost of transport, of its year’s budget",
    why="A budget below what children need is no saving.",
    defined_by="What routes cost in the period, of the budget lines for transport on its last day",
    of=TransportCosts.on(TransportCosts.charged),
    adds=TransportCosts.route_cost,
    among=BudgetLines.open().where(BudgetLines.purpose == "TRANSPORT"),
    among_adds=BudgetLines.budget,
    per=100,
    unit="%",
    better=Better.LOWER,
    examples="""
        BudgetLines
        budget_line | started    | ended      | budget | purpose
        ------------+------------+------------+--------+----------
        B1          | 2025-04-01 | 2026-04-01 | 200    | TRANSPORT
        B2          | 2025-04-01 | 2026-04-01 | 900    | FOSTERING
        B3          | 2025-04-01 | 2026-04-01 | 900    |

        TransportCosts from 2025-04-01 to 2026-03-31: 150.0
        route | charged    | route_cost | counts? |
        ------+------------+------------+---------+--
        R1    | 2025-04-30 | 100        |   yes   |
        R1    | 2026-03-31 | 200        |   yes   |
        R1    | 2026-04-30 | 900        |   no    |
    """,
)
