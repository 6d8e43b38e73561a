"""How children leave care, and the way to adoption: each measure in plain words.

Judge: the project's facts on measures (CLA25, ADO)."""

from .plain_asking import count, events, share, stock
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
    rows = events(asked, "ssd_permanence", "perm_permanence_order_date")
    return count([(x, day) for x, day in rows if x["perm_permanence_order_type"] == "Adoption"])
