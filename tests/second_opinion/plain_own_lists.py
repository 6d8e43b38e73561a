"""Measures of the council's own lists about care, homes and permanence, in plain words.

Judge: the project's facts on measures (ADO07, CLA11) and on what councils' reports describe."""

from .plain_asking import added, average, count, events, is_open, middle, open_on, ratio, share, stock
from .plain_days import A_DAY, months_back

FROM, TO = "Started", "Ended"


def opened(asked, table, test=lambda line: True):
    return [(line, day) for line, day in open_on(asked, table, FROM, TO) if test(line)]


def happened(asked, table, heading, test=lambda line: True):
    return [(line, day) for line, day in events(asked, table, heading) if test(line)]


def deprived_of_liberty(asked):
    return stock(opened(asked, "liberty_orders"))


def in_unregistered_placements(asked):
    return stock(opened(asked, "unregistered_placements"))


def unregistered_with_a_plan(asked):
    return share(opened(asked, "unregistered_placements"), lambda x: x.yes("Exit plan"), stock=True)


def placements_sought(asked):
    return stock(opened(asked, "placement_searches"))


def placements_found_as_wanted(asked):
    def wanted(line):
        return None if line["Suits"] in ("", "Not specified") else line["Suits"] == "Preferred"

    return share(happened(asked, "placement_searches", TO), wanted)


def guardianship_orders(asked):
    return count(happened(asked, "kinship_orders", FROM, lambda x: x["Kinship order"] == "SGO"))


def under_guardianship(asked):
    return stock(opened(asked, "kinship_orders", lambda x: x["Kinship order"] == "SGO"))


def with_allowances(asked):
    return stock(opened(asked, "allowances"))


def stage_within(asked, stage, months):
    rows = happened(asked, "adopter_stages", TO, lambda x: x["Stage"] == stage)
    return share(rows, lambda x: x.day(TO) <= months_back(x.day(FROM), -months))


def stage_one_in_two_months(asked):
    return stage_within(asked, "1", 2)


def stage_two_in_four_months(asked):
    return stage_within(asked, "2", 4)


def fostering_households(asked):
    return stock(opened(asked, "foster_households"))


def kinship_households(asked):
    return share(opened(asked, "foster_households"), lambda x: x.yes("Kinship"), stock=True)


def households_approved(asked):
    return count(happened(asked, "foster_households", FROM))


def approved_for_kin(asked):
    return share(happened(asked, "foster_households", FROM), lambda x: x.yes("Kinship"))


def households_stopped(asked):
    return count(happened(asked, "foster_households", TO))


def carers(asked):
    return stock(opened(asked, "foster_carers"))


def foster_enquiries(asked):
    return count(happened(asked, "foster_enquiries", FROM))


def enquiries_approved(asked):
    return share(happened(asked, "foster_enquiries", TO), lambda x: x.yes("Approved"))


def days_to_approve(asked):
    rows = happened(asked, "foster_enquiries", TO, lambda x: x.yes("Approved"))
    return middle(rows, lambda x: (x.day(TO) - x.day(FROM)).days)


def cost(line):
    return number(line, "Weekly cost")


def number(line, heading):
    return float(line[heading]) if line[heading] else None


def weekly_cost_of_placements(asked):
    return added(opened(asked, "placement_costs"), cost, stock=True)


def average_cost_of_a_placement(asked):
    return average(opened(asked, "placement_costs"), cost, stock=True)


def spot_share_of_cost(asked):
    bought = added(opened(asked, "placement_costs", lambda x: x["Bought"]), cost, stock=True)
    spot = opened(asked, "placement_costs", lambda x: x["Bought"] == "Spot")
    return ratio(added(spot, cost, stock=True), bought, 100)


def health_share_of_cost(asked):
    rows = opened(asked, "placement_costs", lambda x: x["Weekly cost"])
    paid = added(rows, lambda x: number(x, "Health share") if "Health share" in x.cells else None, stock=True)
    return ratio(paid, added(rows, cost, stock=True), 100)


def unregistered_nights(asked):
    asked.tables.add("unregistered_placements")
    lines, days = asked.files.lines("unregistered_placements"), (asked.last - asked.first).days + 1
    nights = [asked.first + A_DAY * number for number in range(days)]
    return count([(x, night) for x in lines for night in nights if is_open(x, FROM, TO, night)])


def foster_places(asked):
    return added(opened(asked, "foster_capacity"), lambda x: number(x, "Places"), stock=True)


def foster_places_free(asked):
    rows = opened(asked, "foster_capacity", lambda x: x.yes("On hold") is not True)
    return added(rows, lambda x: number(x, "Vacant"), stock=True)


def came_back(asked):
    return happened(asked, "return_interviews", "Came back")


def return_interviews_offered(asked):
    return share(came_back(asked), lambda x: bool(x["Offered"]))


def return_interviews_within_72_hours(asked):
    def in_time(line):
        if line["Hours"]:
            return float(line["Hours"]) <= 72
        held = line.day("Interviewed")
        return bool(held) and (held - line.day("Came back")).days <= 3

    return share(came_back(asked), in_time, lambda x: x.day("Came back") + 3 * A_DAY <= asked.files.as_at)
