"""School, and what follows it: each measure in plain words.

Judge: the project's facts on measures (CLA26) and the guidance that each measure names."""

from datetime import date

from .plain_asking import Asked, added, count, events, middle, ratio, share, stock
from .plain_care import in_care
from .plain_days import A_DAY
from .plain_own_lists import FROM, TO, happened, number, opened


def on_time(asked, table, heading):
    """Of those due in the period, the ones done by that day; what has no day was not done."""
    return share(happened(asked, table, "Due"), lambda x: bool(x[heading]) and x.day(heading) <= x.day("Due"))


def peps_on_time(asked):
    return on_time(asked, "peps", "Completed")


def until_next_term_ends(day):
    """Terms begin on 1 September, 1 January and 1 April: the end of the one after this day's."""
    if day.month >= 9:
        return date(day.year + 1, 4, 1)
    return date(day.year, 9, 1) if day.month <= 3 else date(day.year + 1, 1, 1)


def peps_up_to_date(asked):
    asked.tables.add("peps")
    days = [(x.child, x.day("Completed")) for x in asked.files.lines("peps") if x["Completed"]]
    having = {child for child, day in days if day <= asked.last < until_next_term_ends(day)}
    rows = opened(asked, "virtual_school_roll")
    return share(rows, lambda x: x.child in having, stock=True, looks_back=8)


def looked_after_on_the_roll(asked):
    on_it = {line.child for line, _ in opened(asked, "virtual_school_roll")}
    return share(in_care(asked), lambda x: x.child in on_it, stock=True)


def attended(asked):
    """Times at school, on the last day of each."""
    asked.tables.add("school_attendance")
    rows = [(x, x.day(TO) - A_DAY) for x in asked.files.lines("school_attendance")]
    return [(line, day) for line, day in rows if asked.first <= day <= asked.last]


def present(line):
    return number(line, "Attended") / number(line, "Sessions")


def persistent_absence(asked):
    return share(attended(asked), lambda x: present(x) <= 0.9)


def severe_absence(asked):
    return share(attended(asked), lambda x: present(x) <= 0.5)


def attendance(asked):
    sessions = added(attended(asked), lambda x: number(x, "Sessions"))
    return ratio(added(attended(asked), lambda x: number(x, "Attended")), sessions, 100)


def excluded(asked, kind):
    rows = happened(asked, "exclusions", "Excluded", lambda x: x["Kind of exclusion"] == kind)
    return [(line, day) for line, day in rows if line.cells.get("Overturned") != "Y"]


def suspensions(asked):
    return count(excluded(asked, "SUSP"))


def permanent_exclusions(asked):
    return count(excluded(asked, "PERM"))


def managed_moves(asked):
    return count(happened(asked, "managed_moves", FROM))


def unplaced(asked):
    return stock(opened(asked, "unplaced_pupils"))


def days_without_a_place_now(asked):
    return middle(opened(asked, "unplaced_pupils"), lambda x: (asked.last - x.day(FROM)).days, stock=True)


def days_unplaced(asked):
    return middle(happened(asked, "unplaced_pupils", TO), lambda x: (x.day(TO) - x.day(FROM)).days)


def panel_within_a_fortnight(asked):
    def soon(line):
        return bool(line["Panel met"]) and (line.day("Panel met") - line.day(FROM)).days <= 14

    rows = happened(asked, "unplaced_pupils", FROM)
    return share(rows, soon, lambda x: (asked.files.as_at - x.day(FROM)).days >= 14)


def destined(asked, where):
    def there(line):
        return line["Destination"] == where if line["Destination"] else None

    return share(opened(asked, "destinations"), there, stock=True)


def neet(asked):
    return destined(asked, "NEET")


def destination_not_known(asked):
    return destined(asked, "NK")


def offered_a_place(asked):
    def offered(line):
        return {"Y": True, "N": False}.get(line.cells.get("Offer"))

    return share(opened(asked, "destinations"), offered, stock=True)


def programme_engaged(asked):
    return count(happened(asked, "employment_programme", FROM))


def programme_positive(asked):
    to_good = ("WORK", "LEARNING")
    return count(happened(asked, "employment_programme", TO, lambda x: x["Programme outcome"] in to_good))


def programme_conversion(asked):
    rows = happened(asked, "employment_programme", TO, lambda x: x.yes("Completed"))
    return share(rows, lambda x: x["Programme outcome"] == "WORK" if x["Programme outcome"] else None)


def upn_of(asked):
    """Who has which pupil number: the SEND team's lists know a child by it."""
    return {line["pers_upn"]: line.child for line in asked.files.lines("ssd_person") if line["pers_upn"]}


def known(asked, rows):
    """Lines about somebody whom the extract knows."""
    children = upn_of(asked)
    found = [(line, day) for line, day in rows if line["Child"] in children]
    for line, _ in found:
        line.child = children[line["Child"]]
    return found


def annual_reviews_on_time(asked):
    rows = known(asked, events(asked, "ehc_annual_reviews", "Due"))
    return share(rows, lambda x: bool(x["Met"]) and x.day("Met") <= x.day("Due"))


def appeals(asked):
    return count(known(asked, events(asked, "ehc_appeals", FROM)))


def looked_after_excluded(asked):
    def in_care_then(line):
        then = Asked(asked.files, line.day("Excluded"), line.day("Excluded"))
        return any(line.child == found.child for found, _ in in_care(then))

    asked.tables.add("ssd_cla_episodes")
    return share(excluded(asked, "PERM"), in_care_then)


def third_suspensions(asked):
    """The third of a child in a school year, which begins on 1 September."""
    found = []
    for line, day in excluded(asked, "SUSP"):
        autumn = date(day.year - (day.month < 9), 9, 1)
        mine = excluded(Asked(asked.files, autumn, day), "SUSP")
        if len([other for other, _ in mine if other.child == line.child]) == 3:
            found.append((line, day))
    return count(found, looks_back=12)
