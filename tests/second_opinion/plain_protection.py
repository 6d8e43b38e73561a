"""Protection plans and visits, unborn children: each measure in plain words.

Judge: the project's facts on measures (CP01 to CP12) and on systems (S040, S043, S047, S151)."""

from datetime import timedelta

from .plain_asking import count, events, is_open, open_on, rate, share, stock
from .plain_care import CEASED, STARTED, looked_after_on
from .plain_days import months_back

PLAN = ("cppl_cp_plan_start_date", "cppl_cp_plan_end_date")


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


def plans_started_rate(asked):
    return rate(plans_begun(asked))


def repeat_plans(asked):
    def again(line):
        day = line.day(PLAN[0])
        others = asked.files.of_children("ssd_cp_plans")[line.child]
        ended = [other.day(PLAN[1]) for other in others if other.day(PLAN[0]) < day and other.day(PLAN[1])]
        return any(months_back(day, 24) <= end <= day for end in ended)

    return share(plans_begun(asked), again, looks_back=24)


def plans_not_the_first(asked):
    def again(line):
        others = asked.files.of_children("ssd_cp_plans")[line.child]
        return any(other.day(PLAN[0]) < line.day(PLAN[0]) for other in others)

    return share(plans_begun(asked), again)


def plan_reviews_in_time(asked):
    days = {plan["cppl_cp_plan_id"]: plan.day(PLAN[0]) for plan in asked.files.lines("ssd_cp_plans")}

    def held_in_time(mine, start):
        """Whether the reviews of one plan were in time so far, and the last of them holds."""
        so_far = [r for r in mine if r.day("cppr_cp_review_date") <= asked.last]
        held = sorted(r.day("cppr_cp_review_date") for r in so_far)
        if not held or (held[0] - start).days > 91:
            return False
        ended = {
            r.day("cppr_cp_review_date")
            for r in so_far
            if r.yes("cppr_cp_review_outcome_continue_cp") is False
        }
        close = all((b - a).days <= 183 for a, b in zip(held, held[1:]))
        return close and any(0 <= (asked.last - day).days <= 183 for day in held if day not in ended)

    def in_time(line):
        mine = asked.files.of_children("ssd_cp_reviews").get(line.child, [])
        dated = [r for r in mine if r.day("cppr_cp_review_date") and r["cppr_cp_plan_id"] in days]
        plans = {r["cppr_cp_plan_id"] for r in dated}
        return any(
            held_in_time([r for r in dated if r["cppr_cp_plan_id"] == plan], days[plan]) for plan in plans
        )

    old = [(line, day) for line, day in plans_open(asked) if (day - line.day(PLAN[0])).days >= 91]
    return share(old, in_time, stock=True)


def plans_open_two_years(asked):
    def long(line):
        return (asked.last - line.day(PLAN[0])).days >= 730

    return share(plans_open(asked), long, stock=True)


def plan_seen_within_28_days(asked):
    def seen(line):
        visits = asked.files.of_children("ssd_cp_visits").get(line.child, [])
        since = [asked.last - v.day("cppv_cp_visit_date") for v in visits if v.yes("cppv_cp_visit_seen")]
        return any(0 <= gone.days <= 28 for gone in since)

    old = [(line, day) for line, day in plans_open(asked) if (day - line.day(PLAN[0])).days >= 28]
    return share(old, seen, stock=True)


def finished(asked):
    return [(line, day) for line, day in events(asked, "ssd_cp_plans", PLAN[1]) if is_ours(line)]


def lasted(line):
    return (line.day(PLAN[1]) - line.day(PLAN[0])).days


def protection_plans_ended(asked):
    return count(finished(asked))


def plans_ended_rate(asked):
    return rate(finished(asked))


def plans_ended_in_care(asked):
    def in_care(line):
        day = line.day(PLAN[1])
        mine = asked.files.of_children("ssd_cla_episodes").get(line.child, [])
        return any(
            is_open(e, STARTED, CEASED, day) and looked_after_on(asked.files, e, e.day(STARTED)) for e in mine
        )

    return share(finished(asked), in_care)


def plans_ended_after_two_years(asked):
    return share(finished(asked), lambda line: lasted(line) >= 730)


def plans_ended_within_three_months(asked):
    return share(finished(asked), lambda line: lasted(line) <= 90)


def plans_ended_within_six_months(asked):
    return share(finished(asked), lambda line: lasted(line) <= 182)


def plans_open_eighteen_months(asked):
    long = {
        x.child for x, day in open_on(asked, "ssd_cp_plans", *PLAN) if x.day(PLAN[0]) <= months_back(day, 18)
    }
    return share(plans_open(asked), lambda line: line.child in long, stock=True)


def plans_for_neglect(asked):
    def neglect(line):
        return line["cppl_cp_plan_latest_category"] == "NEG" if line["cppl_cp_plan_latest_category"] else None

    return share(plans_open(asked), neglect, stock=True)


def visits_child_seen_alone(asked):
    rows = events(asked, "ssd_cp_visits", "cppv_cp_visit_date")
    seen = [(line, day) for line, day in rows if line.yes("cppv_cp_visit_seen")]
    return share(seen, lambda line: line.yes("cppv_cp_visit_seen_alone"))


def last_visit_seen_alone(asked):
    """The last visit of each child with a plan of ours open on the day, if made while it was open."""
    open_now = {line.child: line for line, _ in plans_open(asked)}
    rows = []
    for child, plan in open_now.items():
        mine = asked.files.of_children("ssd_cp_visits").get(child, [])
        made = [v for v in mine if plan.day(PLAN[0]) <= v.day("cppv_cp_visit_date") <= asked.last]
        if made:
            rows.append((max(made, key=in_order), asked.last))
    asked.tables.add("ssd_cp_visits")

    def alone(line):
        return False if line.yes("cppv_cp_visit_seen") is False else line.yes("cppv_cp_visit_seen_alone")

    return share(rows, alone, stock=True)


def in_order(visit):
    """Visits of one day as the record keeps them: no before yes, and what is not recorded last."""
    flags = [visit.yes("cppv_cp_visit_seen"), visit.yes("cppv_cp_visit_seen_alone")]
    plan = visit["cppv_cp_plan_id"]
    return visit.day("cppv_cp_visit_date"), plan, *(2 if f is None else f for f in flags), visit.cite


def unborn_with_plan(asked):
    asked.tables.add("ssd_person")
    soon, overdue, rows = timedelta(days=84), timedelta(days=28), []
    for line in asked.files.lines("ssd_person"):
        expected, born = line.day("pers_expected_dob"), line.day("pers_dob")
        awaited = expected and expected - soon <= asked.last
        if awaited and (born > asked.last if born else asked.last <= expected + overdue):
            rows.append((line, asked.last))

    def has_one(line):
        mine = asked.files.of_children("ssd_cp_plans").get(line.child, [])
        return any(is_open(plan, *PLAN, asked.last) for plan in mine)

    return share(rows, has_one, stock=True)


def privately_fostered(asked):
    return stock(open_on(asked, "private_fostering", "Started", "Ended"))


def private_fostering_visits_not_overdue(asked):
    """Children with an arrangement whose next visit is not before the day, of those with a day recorded."""
    rows = open_on(asked, "private_fostering", "Started", "Ended")
    lines = asked.files.lines("private_fostering")
    due = [x for x in lines if x["Visit due"] and x.day("Started") <= asked.last <= x.day("Visit due")]
    in_time = {line.child for line in due}
    told = [(line, day) for line, day in rows if line["Visit due"]]
    return share(told, lambda x: x.child in in_time, stock=True)
