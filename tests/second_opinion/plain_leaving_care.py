"""Care leavers: each measure in plain words. What is known of them is known on the extract's day.

Judge: the project's facts on measures (CL01 to CL06)."""

from datetime import timedelta

from .plain_asking import share, stock
from .plain_care import CEASED, lives_where_it_can_be_judged, looked_after_on, of_age_to_ask, placement
from .plain_days import A_DAY, birthday

LEARNS_OR_WORKS = {f"{how}{what}" for how in "FP" for what in "12345"}


def born(asked, line):
    person = asked.files.people.get(line.child)
    return person and person.day("pers_dob")


def aged(asked, first, last):
    return [
        (line, day)
        for line, day in of_age_to_ask(asked)
        if born(asked, line)
        and birthday(born(asked, line), first) <= day < birthday(born(asked, line), last + 1)
    ]


def told(asked, rows, heading, passing):
    def passes(line):
        return line[heading] in passing if line[heading] else None

    return share(rows, passes, stock=True, only_on=asked.files.as_at)


def in_touch_17_to_18(asked):
    return told(asked, aged(asked, 17, 18), "clea_care_leaver_in_touch", ("YES",))


def in_touch_19_to_21(asked):
    return told(asked, aged(asked, 19, 21), "clea_care_leaver_in_touch", ("YES",))


def learn_or_work_17_to_18(asked):
    return told(asked, aged(asked, 17, 18), "clea_care_leaver_activity", LEARNS_OR_WORKS)


def learn_or_work_19_to_21(asked):
    return told(asked, aged(asked, 19, 21), "clea_care_leaver_activity", LEARNS_OR_WORKS)


def suitable(asked, first, last):
    rows = [(x, day) for x, day in aged(asked, first, last) if lives_where_it_can_be_judged(x)]
    return told(asked, rows, "clea_care_leaver_accom_suitable", ("1",))


def suitable_homes_17_to_18(asked):
    return suitable(asked, 17, 18)


def suitable_homes_19_to_21(asked):
    return suitable(asked, 19, 21)


def within(asked, heading, days):
    def lately(line):
        day = line.day(heading)
        return day >= asked.files.as_at - timedelta(days=days) if day else None

    return share(of_age_to_ask(asked), lately, stock=True, only_on=asked.files.as_at)


def plan_reviewed_within_6_months(asked):
    return within(asked, "clea_pathway_plan_review_date", 183)


def contact_within_8_weeks(asked):
    return within(asked, "clea_care_leaver_latest_contact", 56)


def in_higher_education(asked):
    lines = asked.files.lines("ssd_care_leavers") if asked.last == asked.files.as_at else []
    found = stock([(x, asked.last) for x in lines if x["clea_care_leaver_activity"] in ("F1", "P1")])
    found.only_on = asked.files.as_at
    return found


def staying_put(asked):
    """In the year from 18, of those fostered when they left care at 18: who lives with former carers."""
    rows = []
    for line in asked.files.lines("ssd_cla_episodes"):
        left, day = line.day(CEASED), born(asked, line)
        if not left or not day or line["clae_cla_episode_ceased_reason"] in ("", "X1"):
            continue
        at_18 = birthday(day, 18)
        fostered = placement(asked.files, line)[:1] == "U" and looked_after_on(
            asked.files, line, left - A_DAY
        )
        if fostered and left >= at_18 and at_18 <= asked.last < birthday(day, 19):
            rows.append((line, asked.last))

    def stays(line):
        mine = asked.files.of_children("ssd_care_leavers").get(line.child, [])
        return any(x["clea_care_leaver_accommodation"] == "Z" for x in mine)

    return share(rows, stays, stock=True, only_on=asked.files.as_at)
