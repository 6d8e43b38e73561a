"""Early help, the front door, assessments, children in need, the workforce: each measure in plain words.

Judge: the project's facts on measures (CON01 to ASM03, CIN01 to CIN05, EH01, EH02, WF)."""

import json

from .plain_asking import count, events, is_open, middle, open_on, rate, share, stock, working_days_on
from .plain_days import months_back, working_days

CASE = ("cine_referral_date", "cine_close_date")
ASSESSED = ("cina_assessment_start_date", "cina_assessment_auth_date")
HELPED = ("earl_episode_start_date", "earl_episode_end_date")
PLANNED = ("cinp_cin_plan_start_date", "cinp_cin_plan_end_date")
INVOLVED = ("invo_involvement_start_date", "invo_involvement_end_date")


def contacts(asked):
    return count(events(asked, "ssd_contacts", "cont_contact_date"))


def contacts_to_referral(asked):
    def led_to_one(line):
        outcome = line["cont_contact_outcome_json"]
        return json.loads(outcome).get("NEW_REFERRAL_FLAG") == "Y" if outcome else None

    def a_working_day_has_gone(line):
        return working_days_on(line.day("cont_contact_date"), 1) <= asked.files.as_at

    rows = events(asked, "ssd_contacts", "cont_contact_date")
    return share(rows, led_to_one, a_working_day_has_gone)


def referrals(asked):
    return count(events(asked, "ssd_cin_episodes", "cine_referral_date"))


def referral_rate(asked):
    return rate(events(asked, "ssd_cin_episodes", "cine_referral_date"))


def rereferrals(asked):
    def came_before(line):
        day = line.day("cine_referral_date")
        others = asked.files.of_children("ssd_cin_episodes")[line.child]
        return any(months_back(day, 12) <= other.day("cine_referral_date") < day for other in others)

    return share(events(asked, "ssd_cin_episodes", "cine_referral_date"), came_before, looks_back=12)


def referrals_with_no_action(asked):
    rows = events(asked, "ssd_cin_episodes", "cine_referral_date")
    return share(rows, lambda line: line.yes("cine_referral_nfa"))


def cases_open(asked):
    """Child in need episodes open on the day, those closed at once left out."""
    return [(line, day) for line, day in open_on(asked, "ssd_cin_episodes", *CASE) if not_at_once(line)]


def not_at_once(line):
    return line.yes("cine_referral_nfa") is not True


def children_in_need(asked):
    return stock(cases_open(asked))


def children_in_need_rate(asked):
    return rate(cases_open(asked), stock=True)


def in_need_for(asked, months):
    """Children with a case open on the day that has been open so many months."""
    long = {line.child for line, day in cases_open(asked) if line.day(CASE[0]) <= months_back(day, months)}
    return share(cases_open(asked), lambda line: line.child in long, stock=True)


def in_need_three_months(asked):
    return in_need_for(asked, 3)


def in_need_six_months(asked):
    return in_need_for(asked, 6)


def in_need_twelve_months(asked):
    return in_need_for(asked, 12)


def in_need_twenty_four_months(asked):
    return in_need_for(asked, 24)


def days_in_need_so_far(asked):
    return middle(cases_open(asked), lambda line: (asked.last - line.day(CASE[0])).days, stock=True)


def closed(asked):
    return [(x, day) for x, day in events(asked, "ssd_cin_episodes", CASE[1]) if not_at_once(x)]


def cases_closed(asked):
    return count(closed(asked))


def days_in_need(asked):
    return middle(closed(asked), lambda line: (line.day(CASE[1]) - line.day(CASE[0])).days)


def children_on_cin_plans(asked):
    return stock(open_on(asked, "ssd_cin_plans", *PLANNED))


def cin_plan_seen(asked, within):
    """Whether the child was seen in so many days."""
    seen = set()
    for visit in asked.files.lines("ssd_cin_visits"):
        day = visit.day("cinv_cin_visit_date")
        if visit.yes("cinv_cin_visit_seen") and 0 <= (asked.last - day).days <= within:
            seen.add(visit.child)
    return share(open_on(asked, "ssd_cin_plans", *PLANNED), lambda line: line.child in seen, stock=True)


def cin_plan_seen_within_four_weeks(asked):
    return cin_plan_seen(asked, 28)


def cin_plan_seen_within_six_weeks(asked):
    return cin_plan_seen(asked, 42)


def assessments_finished(asked):
    return count(events(asked, "ssd_cin_assessments", ASSESSED[1]))


def assessments_within_45_days(asked):
    def soon(line):
        return working_days(line.day(ASSESSED[0]), line.day(ASSESSED[1])) <= 45

    return share(events(asked, "ssd_cin_assessments", ASSESSED[1]), soon)


def assessments_within_45_days_of_referral(asked):
    came = {x["cine_referral_id"]: x.day(CASE[0]) for x in asked.files.lines("ssd_cin_episodes")}

    def is_first(line):
        """None of the child's before it is of the same referral."""
        mine = asked.files.of_children("ssd_cin_assessments")[line.child]
        same = [x for x in mine if x["cina_referral_id"] == line["cina_referral_id"]]
        first = min(same, key=lambda x: (x.day(ASSESSED[0]), x.day(ASSESSED[1]) or x.day(ASSESSED[0]).max))
        return first is line or not line["cina_referral_id"]

    def soon(line):
        referred = came.get(line["cina_referral_id"])
        return working_days(referred, line.day(ASSESSED[1])) <= 45 if referred else None

    rows = events(asked, "ssd_cin_assessments", ASSESSED[1])
    return share([(line, day) for line, day in rows if is_first(line)], soon)


def days_to_assess(asked):
    def taken(line):
        return (line.day(ASSESSED[1]) - line.day(ASSESSED[0])).days

    return middle(events(asked, "ssd_cin_assessments", ASSESSED[1]), taken)


def open_assessments(asked):
    return stock(open_on(asked, "ssd_cin_assessments", *ASSESSED))


def open_assessments_past_45_days(asked):
    def late(line):
        return working_days(line.day(ASSESSED[0]), asked.last) > 45

    return share(open_on(asked, "ssd_cin_assessments", *ASSESSED), late, stock=True)


def early_help_started(asked):
    return count(events(asked, "ssd_early_help_episodes", HELPED[0]))


def children_in_early_help(asked):
    return stock(open_on(asked, "ssd_early_help_episodes", *HELPED))


def held(asked):
    """Involvements that hold the case, on the day."""
    rows = open_on(asked, "ssd_involvements", *INVOLVED)
    return [(line, day) for line, day in rows if line["invo_professional_role_id"] == "CW"]


def caseload(asked):
    workers = stock(held(asked), each=lambda line: line["invo_professional_id"])
    return rate(held(asked), stock=True, per=1, among=workers)


def children_with_a_worker(asked):
    def has_one(line):
        mine = asked.files.of_children("ssd_involvements").get(line.child, [])
        return any(i["invo_professional_role_id"] == "CW" and is_open(i, *INVOLVED, asked.last) for i in mine)

    return share(cases_open(asked), has_one, stock=True)
