"""The health of children looked after, their workers and reviews: each measure in plain words.

Judge: the project's facts on measures (CLA12 to CLA23)."""

from .plain_asking import average, events, share, working_days_on
from .plain_care import CEASED, STARTED, events_of_starting, in_care, is_in_care_on
from .plain_days import birthday, months_back


def of_age(asked, first=None, last=None, months=12):
    """In care on the day and for so many months, from one birthday until another."""
    found = []
    for line, day in in_care(asked):
        born, entered = asked.files.people[line.child].day("pers_dob"), line.day("clae_entered_care_date")
        if not entered or entered > months_back(day, months):
            continue
        if first is None or (born and birthday(born, first) <= day < birthday(born, last + 1)):
            found.append((line, day))
    return found


def in_the_year(asked, line, table, heading, test=lambda line: True):
    """The child's days of this kind in the 12 months to the last day, in order."""
    lines = asked.files.of_children(table).get(line.child, [])
    days = [x.day(heading) for x in lines if x.day(heading) and test(x)]
    return sorted(day for day in days if months_back(asked.last, 12) < day <= asked.last)


def assessed(line):
    told = line["clah_health_check_type"].lower()
    return "health assess" in told and line["clah_health_check_status"] == "Completed"


def dentist(line):
    return (
        "dent" in line["clah_health_check_type"].lower() and line["clah_health_check_status"] == "Completed"
    )


def yearly(asked, rows, table, heading, many=1, test=lambda line: True):
    def passes(line):
        return len(in_the_year(asked, line, table, heading, test)) >= many

    return share(rows, passes, stock=True, looks_back=12)


def health_assessed_from_five(asked):
    return yearly(asked, of_age(asked, 5, 25), "ssd_cla_health", "clah_health_check_date", 1, assessed)


def health_assessed_under_five(asked):
    return yearly(asked, of_age(asked, 0, 4), "ssd_cla_health", "clah_health_check_date", 2, assessed)


def seen_by_a_dentist(asked):
    return yearly(asked, of_age(asked), "ssd_cla_health", "clah_health_check_date", 1, dentist)


def strengths_scored(asked):
    rows = of_age(asked, 4, 16)
    return yearly(asked, rows, "ssd_sdq_scores", "csdq_sdq_completed_date", 1, lambda x: x["csdq_sdq_score"])


def convicted(asked):
    return yearly(asked, of_age(asked, 10, 17), "ssd_cla_convictions", "clac_cla_conviction_date")


def misusing_substances(asked):
    return yearly(asked, of_age(asked), "ssd_cla_substance_misuse", "clas_substance_misuse_date")


def helped_with_misuse(asked):
    rows = events(asked, "ssd_cla_substance_misuse", "clas_substance_misuse_date")
    return share(rows, lambda line: line.yes("clas_intervention_received"))


def immunised(asked):
    heading = "clai_immunisations_status_date"

    def up_to_date(line):
        mine = asked.files.of_children("ssd_cla_immunisations").get(line.child, [])
        told = [x for x in mine if x.day(heading) and x.day(heading) <= asked.last]
        return bool(told) and max(told, key=lambda x: x.day(heading)).yes("clai_immunisations_status") is True

    return share(of_age(asked), up_to_date, stock=True)


def first_health_assessment_in_20_days(asked):
    def in_time(line):
        started = line.day(STARTED)
        lines = asked.files.of_children("ssd_cla_health").get(line.child, [])
        days = [x.day("clah_health_check_date") for x in lines if assessed(x)]
        return any(day and started <= day <= working_days_on(started, 20) for day in days)

    def ready(line):
        return working_days_on(line.day(STARTED), 20) <= asked.files.as_at

    return share(events_of_starting(asked), in_time, ready)


def reviews_held_by_their_day(asked):
    def in_time(line):
        due = line.day("clar_cla_review_due_date")
        return line.day("clar_cla_review_date") <= due if due else None

    rows = events(asked, "ssd_cla_reviews", "clar_cla_review_date")
    return share([(x, day) for x, day in rows if x["clar_cla_review_cancelled"] != "Y"], in_time)


def care_reviews_on_time(asked):
    """In care for 20 working days; a review in the last 183 days, and none of the year's after its day."""

    def on_time(line):
        mine = asked.files.of_children("ssd_cla_reviews").get(line.child, [])
        held = [x for x in mine if x.day("clar_cla_review_date") and x["clar_cla_review_cancelled"] != "Y"]
        held = [x for x in held if x.day("clar_cla_review_date") <= asked.last]
        if not held:
            return False
        year = [x for x in held if x.day("clar_cla_review_date") > months_back(asked.last, 12)]
        dues = [(x.day("clar_cla_review_date"), x.day("clar_cla_review_due_date")) for x in year]
        newest = max(x.day("clar_cla_review_date") for x in held)
        return (asked.last - newest).days <= 183 and not any(due and day > due for day, due in dues)

    rows = [(x, day) for x, day in in_care(asked) if x.day("clae_entered_care_date")]
    rows = [(x, day) for x, day in rows if working_days_on(x.day("clae_entered_care_date"), 20) <= asked.last]
    return share(rows, on_time, stock=True, looks_back=12)


def three_workers_in_a_year(asked):
    """Different workers who held the case at some time in the 12 months; the first day counts."""
    first = months_back(asked.last, 12)

    def many(line):
        mine = asked.files.of_children("ssd_involvements").get(line.child, [])
        here = [x for x in mine if x["invo_professional_role_id"] == "CW"]
        here = [x for x in here if x.day("invo_involvement_start_date") <= asked.last]
        end = "invo_involvement_end_date"
        return len({x["invo_professional_id"] for x in here if not x.day(end) or x.day(end) > first}) >= 3

    return share(in_care(asked), many, stock=True, looks_back=12)


def missing_from_care(asked):
    first = months_back(asked.last, 12)

    def went(line):
        mine = asked.files.of_children("ssd_missing").get(line.child, [])
        start, end = "miss_missing_episode_start_date", "miss_missing_episode_end_date"
        gone = [x for x in mine if x["miss_missing_episode_type"] == "M" and x.day(start) <= asked.last]
        return any(not x.day(end) or x.day(end) > first for x in gone)

    rows = []
    for line in asked.files.lines("ssd_cla_episodes"):
        began, ended = line.day(STARTED), line.day(CEASED)
        if (
            began <= asked.last
            and (ended is None or ended > first)
            and is_in_care_on(asked, line, began, ended)
        ):
            rows.append((line, asked.last))
    return share(rows, went, stock=True, looks_back=12)


def average_strengths_score(asked):
    rows = events(asked, "ssd_sdq_scores", "csdq_sdq_completed_date")
    said = [(x, day) for x, day in rows if x["csdq_sdq_score"] or not x["csdq_sdq_reason"]]
    return average(said, lambda x: float(x["csdq_sdq_score"]) if x["csdq_sdq_score"] else None)
