"""From one step of the journey to the next, and what else is asked of the first steps: in plain words.

Judge: the project's facts on measures (CON03, EH03, REF05, REF06, ASM04 to ASM06) and on systems (S027, S029,
S037)."""

import json

from .plain_asking import count, events, rate, share, working_days_on
from .plain_care import STARTED, looked_after_on
from .plain_days import months_back, working_days
from .plain_files import Line
from .plain_first_stages import ASSESSED, CASE, HELPED

SECTION_47 = "s47e_s47_start_date"
CONTACT = "cont_contact_date"


def days_of(asked, table, line, heading):
    """The days of the child's lines in a table."""
    lines = asked.files.of_children(table).get(line.child, [])
    return [found.day(heading) for found in lines if found.day(heading)]


def ready_in(asked, heading, many):
    """Whether so many working days have gone by since."""
    return lambda line: working_days_on(line.day(heading), many) <= asked.files.as_at


def within_45(asked, heading, table, then):
    """Whether the other thing happened on the day or in the 45 working days after."""

    def led_to(line):
        day = line.day(heading)
        found = [x for x in days_of(asked, table, line, then) if x >= day and (x - day).days < 100]
        return any(working_days(day, x) <= 45 for x in found)

    return led_to


def referrals_to_assessment(asked):
    led_to = within_45(asked, CASE[0], "ssd_cin_assessments", ASSESSED[0])
    return share(events(asked, "ssd_cin_episodes", CASE[0]), led_to, ready_in(asked, CASE[0], 45))


def assessments_to_section_47(asked):
    led_to = within_45(asked, ASSESSED[0], "ssd_s47_enquiry", SECTION_47)
    return share(events(asked, "ssd_cin_assessments", ASSESSED[0]), led_to, ready_in(asked, ASSESSED[0], 45))


def contacts_decided_within_a_day(asked):
    def in_time(line):
        if line["Decided"]:
            return working_days(line.day("Received"), line.day("Decided")) <= 1
        return None if line["Decision"] else False

    return share(events(asked, "contact_decisions", "Received"), in_time, ready_in(asked, "Received", 1))


def contacts_in_a_year(asked, many):
    """Contacts at which a child had so many in the twelve months to the day, and was there a referral?"""
    back, rows = months_back(asked.last, 12), []
    asked.tables.add("ssd_contacts")
    for lines in asked.files.of_children("ssd_contacts").values():
        mine = sorted(lines, key=lambda line: (line.day(CONTACT), line["cont_contact_id"]))
        for before, line in zip(mine, mine[many - 1 :]):
            if line.day(CONTACT) <= asked.last and before.day(CONTACT) > back:
                rows.append((line, asked.last))

    def referred(line):
        return any(back < x <= asked.last for x in days_of(asked, "ssd_cin_episodes", line, CASE[0]))

    return share(rows, referred, stock=True, looks_back=12)


def repeat_contacts_referred(asked):
    return contacts_in_a_year(asked, 2)


def four_contacts_referred(asked):
    return contacts_in_a_year(asked, 4)


def referrals_not_in_need(asked):
    def found_none(line):
        if not line[CASE[1]]:
            return False
        return line["cine_close_reason"] in ("RC8", "RC9") if line["cine_close_reason"] else None

    return share(events(asked, "ssd_cin_episodes", CASE[0]), found_none, ready_in(asked, CASE[0], 45))


def referrals_from(asked, *sources):
    def is_from(line):
        return line["cine_referral_source_code"] in sources if line["cine_referral_source_code"] else None

    return share(events(asked, "ssd_cin_episodes", CASE[0]), is_from)


def referrals_from_police(asked):
    return referrals_from(asked, "6")


def referrals_from_schools(asked):
    return referrals_from(asked, "2A", "2B")


def referrals_from_health(asked):
    return referrals_from(asked, "3A", "3B", "3C", "3D", "3E", "3F")


def stepped_up(asked, days):
    def referred(line):
        end = line.day(HELPED[1])
        return any(0 <= (x - end).days <= days for x in days_of(asked, "ssd_cin_episodes", line, CASE[0]))

    def ready(line):
        return (asked.files.as_at - line.day(HELPED[1])).days >= days

    return share(events(asked, "ssd_early_help_episodes", HELPED[1]), referred, ready)


def early_help_stepped_up(asked):
    return stepped_up(asked, 90)


def within_a_year_of_help(asked, days):
    """Early help begun in the period, and whether one of these days of the child is in the 365 days after."""

    def came(line):
        return any(0 <= (day - line.day(HELPED[0])).days <= 365 for day in days(line))

    def ready(line):
        return (asked.files.as_at - line.day(HELPED[0])).days >= 365

    return share(events(asked, "ssd_early_help_episodes", HELPED[0]), came, ready)


def early_help_to_assessment(asked):
    return within_a_year_of_help(asked, lambda line: days_of(asked, "ssd_cin_assessments", line, ASSESSED[0]))


def early_help_to_care(asked):
    def into_care(line):
        mine = asked.files.of_children("ssd_cla_episodes").get(line.child, [])
        new = [e for e in mine if e["clae_cla_episode_start_reason"] == "S"]
        return [e.day(STARTED) for e in new if looked_after_on(asked.files, e, e.day(STARTED))]

    return within_a_year_of_help(asked, into_care)


def assessments_with_no_action(asked):
    rows = events(asked, "ssd_cin_assessments", ASSESSED[1])
    return share(rows, lambda line: line.yes("cina_assessment_outcome_nfa"))


def assessments_with_child_seen(asked):
    rows = events(asked, "ssd_cin_assessments", ASSESSED[1])
    return share(rows, lambda line: line.yes("cina_assessment_child_seen"))


def assessments_per_referral(asked):
    among = count(events(asked, "ssd_cin_episodes", CASE[0]))
    return rate(events(asked, "ssd_cin_assessments", ASSESSED[1]), per=1, among=among, yearly=False)


def assessments_on_open_cases(asked):
    def again(line):
        if not line["cina_referral_id"]:
            return None
        mine = asked.files.of_children("ssd_cin_assessments")[line.child]
        mine = sorted(
            mine, key=lambda x: (x.day(ASSESSED[0]), x[ASSESSED[1]] or "9", x["cina_assessment_id"])
        )
        before = mine[: mine.index(line)]
        return bool(before) and before[-1]["cina_referral_id"] == line["cina_referral_id"]

    return share(events(asked, "ssd_cin_assessments", ASSESSED[1]), again)


def factors(asked):
    """Factors with the child and the day of their assessment: a line for each of them."""
    asked.tables.add("ssd_assessment_factors")
    whose = {line["cina_assessment_id"]: line for line in asked.files.lines("ssd_cin_assessments")}
    found = []
    for line in asked.files.lines("ssd_assessment_factors"):
        assessed = whose.get(line["cinf_assessment_id"])
        day = assessed and assessed.day(ASSESSED[1])
        for factor in json.loads(line["cinf_assessment_factors_json"]) if day else ():
            each = Line(line.table, {**line.cells, "factor": factor}, line.cite[1])
            each.child = assessed.child
            found.append((each, day))
    return found


def factors_found(asked):
    return count([(line, day) for line, day in factors(asked) if asked.first <= day <= asked.last])


def with_factor(asked, *codes):
    every = factors(asked)
    having = {(line.child, day) for line, day in every if line["factor"] in codes}
    first = {}
    for line, day in sorted(every, key=lambda one: one[0]["factor"]):
        if asked.first <= day <= asked.last:
            first.setdefault(line["cinf_assessment_id"], (line, day))
    days = {id(line): day for line, day in first.values()}
    return share(list(first.values()), lambda line: (line.child, days[id(line)]) in having)


def assessments_with_domestic_abuse(asked):
    return with_factor(asked, "3A", "3B", "3C")


def assessments_with_mental_health(asked):
    return with_factor(asked, "4A", "4B", "4C")


def assessments_with_neglect(asked):
    return with_factor(asked, "16A")
