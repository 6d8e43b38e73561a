"""Section 47 enquiries, conferences, plans and visits: each measure in plain words.

Judge: the project's facts on measures (S47_01 to CP10)."""

from .plain_asking import count, events, open_on, rate, share, stock, working_days_on
from .plain_days import months_back, working_days

PLAN = ("cppl_cp_plan_start_date", "cppl_cp_plan_end_date")
BEGAN, HELD = "s47e_s47_start_date", "icpc_icpc_date"


def section_47_started(asked):
    return count(events(asked, "ssd_s47_enquiry", BEGAN))


def section_47_to_conference(asked):
    def led_to_one(line):
        mine = asked.files.of_children("ssd_initial_cp_conference").get(line.child, [])
        return any(c["icpc_s47_enquiry_id"] == line["s47e_s47_enquiry_id"] and c.day(HELD) for c in mine)

    def fifteen_days_have_gone(line):
        return working_days_on(line.day(BEGAN), 15) <= asked.files.as_at

    return share(events(asked, "ssd_s47_enquiry", BEGAN), led_to_one, fifteen_days_have_gone)


def conferences_within_15_days(asked):
    def in_time(line):
        mine = asked.files.of_children("ssd_s47_enquiry").get(line.child, [])
        enquiry = line["icpc_s47_enquiry_id"]
        began = [e.day(BEGAN) for e in mine if enquiry and e["s47e_s47_enquiry_id"] == enquiry]
        return working_days(min(began), line.day(HELD)) <= 15 if began else None

    rows = events(asked, "ssd_initial_cp_conference", HELD)
    stayed = [(line, day) for line, day in rows if line.yes("icpc_icpc_transfer_in") is not True]
    return share(stayed, in_time)


def conferences_to_plan(asked):
    rows = events(asked, "ssd_initial_cp_conference", HELD)
    return share(rows, lambda line: line.yes("icpc_icpc_outcome_cp_flag"))


def is_ours(line):
    """Not held here for another council for a while."""
    return line.yes("cppl_cp_plan_ola") is not True


def plans_open(asked):
    return [(line, day) for line, day in open_on(asked, "ssd_cp_plans", *PLAN) if is_ours(line)]


def children_on_plans(asked):
    return stock(plans_open(asked))


def plan_rate(asked):
    return rate(plans_open(asked), stock=True)


def plans_begun(asked):
    return [(line, day) for line, day in events(asked, "ssd_cp_plans", PLAN[0]) if is_ours(line)]


def plans_started(asked):
    return count(plans_begun(asked))


def repeat_plans(asked):
    def again(line):
        day = line.day(PLAN[0])
        others = asked.files.of_children("ssd_cp_plans")[line.child]
        ended = [other.day(PLAN[1]) for other in others if other.day(PLAN[0]) < day and other.day(PLAN[1])]
        return any(months_back(day, 24) <= end <= day for end in ended)

    return share(plans_begun(asked), again, looks_back=24)


def plans_open_two_years(asked):
    def long(line):
        return (asked.last - line.day(PLAN[0])).days >= 730

    return share(plans_open(asked), long, stock=True)


def plan_seen_within_28_days(asked):
    def seen(line):
        visits = asked.files.of_children("ssd_cp_visits").get(line.child, [])
        since = [asked.last - v.day("cppv_cp_visit_date") for v in visits if v.yes("cppv_cp_visit_seen")]
        return any(0 <= gone.days <= 28 for gone in since)

    return share(plans_open(asked), seen, stock=True)
