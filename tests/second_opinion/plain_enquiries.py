"""Strategy discussions, section 47 enquiries and conferences: each measure in plain words.

Judge: the project's facts on measures (S47_01 to ICPC03) and on systems (S039)."""

from .plain_asking import count, events, middle, rate, share, working_days_on
from .plain_days import working_days

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


def section_47_rate(asked):
    return rate(events(asked, "ssd_s47_enquiry", BEGAN))


def conferences_held(asked):
    return count(events(asked, "ssd_initial_cp_conference", HELD))


def conference_rate(asked):
    return rate(events(asked, "ssd_initial_cp_conference", HELD))


def days_to_conference(asked):
    def taken(line):
        mine = asked.files.of_children("ssd_s47_enquiry").get(line.child, [])
        enquiry = line["icpc_s47_enquiry_id"]
        began = [e.day(BEGAN) for e in mine if enquiry and e["s47e_s47_enquiry_id"] == enquiry]
        return working_days(min(began), line.day(HELD)) if began else None

    rows = events(asked, "ssd_initial_cp_conference", HELD)
    return middle([(x, day) for x, day in rows if x.yes("icpc_icpc_transfer_in") is not True], taken)


def discussions(asked):
    return events(asked, "strategy_discussions", "Discussed")


def strategy_discussions(asked):
    return count(discussions(asked), each=lambda line: line["Discussion"])


def children_in_each_discussion(asked):
    return rate(discussions(asked), per=1, among=strategy_discussions(asked), yearly=False)


def children_in_strategy_discussions(asked):
    return count(discussions(asked))


def strategy_discussions_on_open_cases(asked):
    return share(discussions(asked), lambda line: line.yes("Case open"))


def strategy_discussions_to_section_47(asked):
    return share(discussions(asked), lambda line: line.yes("Section 47"))
