"""Money: what is spent on children, and what was meant to be; how children get to school, and its cost."""

from throughline.record.breakdowns import Breakdown
from throughline.record.columns import Code, Date, Flag, Id, Number, Text
from throughline.record.own_codes import SPENDING, SPENT_ON
from throughline.record.rows import Event, Own, Reference, Spell


class Section251(Reference):
    """A placement’s line in the council’s statement of what it spends (section 251). The dataset names the
    placement, and keeps four places whose meaning it has not yet said."""

    line = Id("The line", ssd="s251_table_id")
    placement = Id("The placement", ssd="s251_cla_placement_id", required=True)
    first = Text("Not yet defined in the dataset", ssd="s251_placeholder_1")
    second = Text("Not yet defined in the dataset", ssd="s251_placeholder_2")
    third = Text("Not yet defined in the dataset", ssd="s251_placeholder_3")
    fourth = Text("Not yet defined in the dataset", ssd="s251_placeholder_4")


class BudgetLines(Own, Spell):
    """A line of the budget, for the time it is for: mostly a year from 1 April."""

    subject = "budget_line"
    stands = True

    budget_line = Id("The line, or cost centre", required=True)
    started = Date("The first day it is for", required=True)
    ended = Date("The day after the last it is for", required=True)
    title = Text("What it is called")
    service = Text("The service it belongs to")
    purpose = Code("What it is for", codes=SPENT_ON)
    budget = Number("The budget for that time, in pounds", required=True)
    team = Id("The team that holds it")


class Spending(Own, Event):
    """What was spent on a line of the budget: a payment, or a month's total. Income is below nought."""

    subject = "budget_line"
    known_by = ("kind_of_spending",)

    budget_line = Id("The line, or cost centre", required=True)
    spent = Date("The day it was spent, or the last day of the month", required=True)
    amount = Number("How much, in pounds", required=True)
    kind_of_spending = Code("Spent, committed or forecast", codes=SPENDING)
    purpose = Code("What it was for", codes=SPENT_ON)
    supplier = Text("Who was paid")


class TransportEntitlements(Own, Spell):
    """A time a child was entitled to be taken to school or college."""

    entitlement = Id("The entitlement", required=True)
    child = Id("The child", required=True)
    started = Date("The day it began", required=True)
    ended = Date("The day it ended; blank while it goes on")
    entitled_because = Text("Why the child is entitled; councils differ in their words")
    school = Text("Where to")
    mode = Text("How the child travels; councils differ in their words")
    route = Id("The route the child is on")
    travel_trained = Flag("The child was trained to travel alone")
    assistant = Flag("A passenger assistant comes along")


class TransportRoutes(Own, Spell):
    """A time a route to a school or college ran."""

    subject = "route"
    known_by = ("operator",)
    stands = True

    route = Id("The route", required=True)
    started = Date("The day it first ran", required=True)
    ended = Date("The day it stopped; blank while it runs")
    operator = Text("Who runs it")
    vehicle = Text("What runs")
    seats = Number("How many it can carry")
    daily_cost = Number("What it costs a day, in pounds")


class TransportCosts(Own, Event):
    """What a route cost: a payment, or a month's total."""

    subject = "route"

    route = Id("The route", required=True)
    charged = Date("The day it was paid, or the last day of the month", required=True)
    route_cost = Number("How much, in pounds", required=True)
    children = Number("How many children it carried")


BUDGET_IS_FOR = Breakdown("What the budget is for", BudgetLines.purpose)
SPENT_FOR = Breakdown("What it was spent on", Spending.purpose)
HOW_THEY_TRAVEL = Breakdown("How the child travels", TransportEntitlements.mode)
