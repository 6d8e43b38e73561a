"""Workers, posts, money, and the lists about families, complaints and exploitation: in plain words.

Judge: the project's facts on measures (WF, MISS) and on what councils' reports describe."""

from .plain_asking import added, count, middle, rate, ratio, share, stock
from .plain_care import CEASED, STARTED, in_care, looked_after_on, placement, status_days
from .plain_days import A_DAY, month_end, months_back
from .plain_first_stages import held
from .plain_own_lists import FROM, TO, happened, number, opened
from .plain_school import on_time

A_WEEK = 7 / 365


def holding(asked, many):
    """Workers who hold more children than so many."""
    of_each = {}
    for line, _ in held(asked):
        of_each.setdefault(line["invo_professional_id"], set()).add(line.child)
    rows = [(x, day) for x, day in held(asked) if len(of_each[x["invo_professional_id"]]) > many]
    return stock(rows, each=lambda line: line["invo_professional_id"])


def workers_over_20(asked):
    return holding(asked, 20)


def workers_over_25(asked):
    return holding(asked, 25)


def posts(asked):
    return stock(opened(asked, "posts"))


def vacant_posts(asked):
    return stock(opened(asked, "vacancies"))


def agency_workers(asked):
    return stock(opened(asked, "agency_assignments"))


def agency_above_cap(asked):
    return share(opened(asked, "agency_assignments"), lambda x: x.yes("Above cap"), stock=True)


def leavers(asked):
    return count(happened(asked, "leavers", "Left"))


def supervised_in_time(asked):
    return on_time(asked, "supervision", "Supervised")


def full_time(line):
    return number(line, "Full time")


def those_in_post(asked, test=lambda line: True):
    return opened(asked, "workers_in_post", lambda x: x["Social worker"] == "Y" and test(x))


def in_post(asked):
    return added(those_in_post(asked), full_time, stock=True)


def cases_a_worker(asked):
    rows = those_in_post(asked, lambda x: float(x["Cases"]) >= 1 and full_time(x) > 0)
    shared = added(rows, full_time, stock=True)
    return ratio(added(rows, lambda x: number(x, "Cases"), stock=True), shared, 1)


def needs_one(line):
    return line["Social worker"] == "Y"


def vacancy_rate(asked):
    whole = added(opened(asked, "posts", needs_one), full_time, stock=True)
    vacant = opened(asked, "vacancies", needs_one)
    return ratio(added(vacant, lambda x: number(x, "Vacant part"), stock=True), whole, 100)


def agency_rate(asked):
    whole = added(those_in_post(asked), full_time, stock=True)
    theirs = those_in_post(asked, lambda x: x["Agency worker"] == "Y")
    return ratio(added(theirs, full_time, stock=True), whole, 100)


def turnover(asked):
    ours = added(those_in_post(asked, lambda x: x["Agency worker"] == "N"), full_time, stock=True)
    return ratio(added(happened(asked, "leavers", "Left"), full_time), ours, 100, yearly=True)


def workers_off_sick(asked):
    return stock(opened(asked, "absences", lambda x: x["Away because"] == "SIC"))


def sickness_absence(asked):
    there = those_in_post(asked, lambda x: x["Agency worker"] == "N")
    of_all = added(there, lambda x: full_time(x) * 253, stock=True)
    lost = happened(asked, "absences", TO, lambda x: x["Away because"] == "SIC")
    return ratio(added(lost, lambda x: number(x, "Days lost")), of_all, 100, yearly=True)


def budget(asked):
    return added(opened(asked, "budget_lines"), lambda x: number(x, "Budget"), stock=True)


def spending(asked, kind, *on):
    def counts(line):
        return line["Kind of spending"] == kind and (not on or line["Purpose"] in on)

    return added(happened(asked, "spending", "Spent", counts), lambda x: number(x, "Amount"))


def spent(asked):
    return spending(asked, "ACTUAL")


def committed(asked):
    return spending(asked, "COMMITTED")


def spent_of_budget(asked):
    return ratio(spent(asked), budget(asked), 100)


def weekly_cost_of_care(asked):
    cost = spending(asked, "ACTUAL", "FOSTERING", "RESIDENTIAL", "OTHER_CARE")
    return ratio(cost, stock(in_care(asked)), A_WEEK, yearly=True)


def weekly_cost_of_fostering(asked):
    there = [(x, day) for x, day in in_care(asked) if placement(asked.files, x)[:1] == "U"]
    return ratio(spending(asked, "ACTUAL", "FOSTERING"), stock(there), A_WEEK, yearly=True)


def weekly_cost_of_residential_care(asked):
    """What was spent for each day of care, times 7. The days of a month are told on the last of them."""
    asked.tables.add("ssd_cla_episodes")
    days = []
    for line in asked.files.lines("ssd_cla_episodes"):
        if placement(asked.files, line) in ("K1", "K2", "R1", "S1"):
            told = [each for each in pieces(asked, line) if asked.first <= each[-1] <= asked.last]
            days += [(line, day) for each in told for day in each if looked_after_on(asked.files, line, day)]
    return ratio(spending(asked, "ACTUAL", "RESIDENTIAL"), count(days), 7)


def pieces(asked, line):
    """The days of an episode in the months asked about, parted by month and where the status changes."""
    day, month_after = asked.first.replace(day=1), month_end(asked.last) + A_DAY
    ends = (line.day(CEASED), asked.files.as_at + A_DAY, month_after)
    day, end = max(day, line.day(STARTED)), min(each for each in ends if each)
    cuts, found = set(status_days(asked.files, line.child)), []
    while day < end:
        if not found or day.day == 1 or day in cuts:
            found.append([])
        found[-1].append(day)
        day += A_DAY
    return found


def children_transported(asked):
    return stock(opened(asked, "transport_entitlements"))


def travel_trained(asked):
    return share(opened(asked, "transport_entitlements"), lambda x: x.yes("Travel trained"), stock=True)


def transport_cost(asked):
    return added(happened(asked, "transport_costs", "Charged"), lambda x: number(x, "Route cost"))


def transport_cost_a_child(asked):
    return ratio(transport_cost(asked), children_transported(asked), 1, yearly=True)


def transport_cost_of_budget(asked):
    rows = opened(asked, "budget_lines", lambda x: x["Purpose"] == "TRANSPORT")
    return ratio(transport_cost(asked), added(rows, lambda x: number(x, "Budget"), stock=True), 100)


def families_joined(asked):
    return count(happened(asked, "supported_families", FROM))


def families_supported(asked):
    return stock(opened(asked, "supported_families"))


def since(asked, table, heading):
    """Lines of a day that has come by the last."""
    asked.tables.add(table)
    lines = asked.files.lines(table)
    return [(x, asked.last) for x in lines if x[heading] and x.day(heading) <= asked.last]


def families_engaged(asked):
    return stock(since(asked, "supported_families", FROM))


def families_claimed(asked):
    rows = [(x, day) for x, day in since(asked, "family_claims", "Claimed") if x["Turned down"] != "Y"]
    return rate(rows, stock=True, per=100, among=families_engaged(asked), each=lambda x: x["Family"])


def progress_sustained(asked):
    """Looked at twelve months after the work was closed."""
    asked.tables.add("family_progress")
    lines = [(x, months_back(x.day("Closed"), -12)) for x in asked.files.lines("family_progress")]
    rows = [(x, day) for x, day in lines if asked.first <= day <= asked.last]

    def held(line):
        terms = [number(line, f"{which} term") for which in ("First", "Second", "Third")]
        told = [None if term is None else term > 90 for term in terms]
        told += [None if line.yes(bad) is None else not line.yes(bad) for bad in ("Police", "Abuse")]
        return False if False in told else None if None in told else True

    return share(rows, held)


def exploitation_risk(asked):
    return stock(opened(asked, "exploitation_risks"))


def safety_plans_held(asked):
    kept = opened(asked, "exploitation_referrals", lambda x: x.yes("Accepted"))
    planned = {x.child for x, _ in opened(asked, "safety_plans")}
    return share(kept, lambda x: x.child in planned, stock=True)


def complaints_received(asked):
    return count(happened(asked, "complaints", FROM))


def answered(asked):
    return happened(asked, "complaints", TO)


def complaints_answered_in_time(asked):
    return share(answered(asked), lambda x: x.day(TO) <= x.day("Due") if x["Due"] else None)


def complaints_overdue(asked):
    asked.tables.add("complaints")
    due = [x for x in asked.files.lines("complaints") if x["Due"] and x.day("Due") + A_DAY <= asked.last]
    return stock([(x, asked.last) for x in due if not x[TO] or x.day(TO) > asked.last])


def complaints_upheld(asked):
    return share(answered(asked), lambda x: x.yes("Upheld"))


def days_to_answer(asked):
    return middle(answered(asked), lambda x: (x.day(TO) - x.day(FROM)).days)


def compliments(asked):
    return count(happened(asked, "compliments", "Praised"))


def before_it(asked):
    return opened(asked, "exploitation_referrals", lambda x: x.yes("Accepted"))


def panel_referred(asked):
    return count(happened(asked, "exploitation_referrals", FROM))


def panel_accepted(asked):
    return share(happened(asked, "exploitation_referrals", FROM), lambda x: x.yes("Accepted"))


def before_the_panel(asked):
    return stock(before_it(asked))


def days_to_panel(asked):
    rows = happened(asked, "exploitation_referrals", "Decided")
    return middle(rows, lambda x: (x.day("Decided") - x.day(FROM)).days)


def in_view_and_missing(asked):
    asked.tables.add("ssd_missing")
    gone = set()
    for line in asked.files.lines("ssd_missing"):
        began = line.day("miss_missing_episode_start_date")
        if line["miss_missing_episode_type"] == "M" and 0 <= (asked.last - began).days < 90:
            gone.add(line.child)
    return share(before_it(asked), lambda x: x.child in gone, stock=True, looks_back=3)
