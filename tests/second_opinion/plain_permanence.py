"""How children leave care, and the way to adoption: each measure in plain words.

Judge: the project's facts on measures (CLA25, ADO)."""

from .plain_asking import average, count, events, share, stock
from .plain_care import left

DECIDED, ORDERED = "perm_adm_decision_date", "perm_placement_order_date"
OVER = ("perm_placed_for_adoption_date", "perm_decision_reversed_date", "perm_permanence_order_date")


def left_by(asked, *reasons):
    return share(left(asked), lambda line: line["clae_cla_episode_ceased_reason"] in reasons)


def adopted(asked):
    return left_by(asked, "E11", "E12")


def left_to_guardians(asked):
    return left_by(asked, "E43", "E44", "E45", "E46", "E47", "E48")


def left_by_arrangements_order(asked):
    return left_by(asked, "E41")


def left_to_go_home(asked):
    return left_by(asked, "E4A", "E4B", "E13")


def left_for_a_life_of_their_own(asked):
    return left_by(asked, "E5", "E6")


def left_for_custody(asked):
    return left_by(asked, "E9")


def waiting(asked, since=(DECIDED,)):
    """All the days it takes have come, and none on which the wait was over."""
    found = []
    for line in asked.files.lines("ssd_permanence"):
        begun = all(line.day(each) and line.day(each) <= asked.last for each in since)
        if begun and not any(line.day(each) and line.day(each) <= asked.last for each in OVER):
            found.append((line, asked.last))
    return found


def waiting_for_adoption(asked):
    return stock(waiting(asked))


def waiting_with_order(asked):
    return stock(waiting(asked, (DECIDED, ORDERED)))


def waiting_with_siblings(asked):
    def one_of_several(line):
        return {"1": True, "0": False, "Y": True, "N": False}.get(line["perm_part_of_sibling_group"])

    return share(waiting(asked), one_of_several, stock=True)


def adoption_orders(asked):
    return count(adoptions(asked))


def entered_care(asked, line):
    """The latest day the child came into care before the decision, or else before the order."""
    mine = asked.files.of_children("ssd_cla_episodes").get(line.child, [])
    limit = line.day(DECIDED) or line.day("perm_permanence_order_date")
    days = [x.day("clae_entered_care_date") for x in mine]
    return max((day for day in days if day and day <= limit), default=None)


def adoptions(asked, test=lambda line: True):
    rows = events(asked, "ssd_permanence", "perm_permanence_order_date")
    return [(x, day) for x, day in rows if x["perm_permanence_order_type"] == "Adoption" and test(x)]


def waited(asked, until):
    def days(line):
        began, ended = entered_care(asked, line), until(line)
        return (ended - began).days if began and ended else None

    return average(adoptions(asked), days)


def days_to_new_family(asked):
    return waited(asked, lambda line: line.day("perm_placed_for_adoption_date"))


def days_to_adoptive_home(asked):
    def came_to_stay(line):
        told = line["perm_adopted_by_carer_flag"]
        if told in ("Y", "1"):
            return line.day("perm_placed_ffa_cp_date") or line.day("perm_placed_foster_carer_date")
        return line.day("perm_placed_for_adoption_date") if told in ("N", "0") else None

    return waited(asked, came_to_stay)


def days_to_match(asked):
    def days(line):
        ordered, matched = line.day(ORDERED), line.day("perm_matched_date")
        return max(0, (matched - ordered).days) if matched else None

    rows = adoptions(asked, lambda x: x[ORDERED] and x["perm_placed_for_adoption_date"])
    return average(rows, days)
