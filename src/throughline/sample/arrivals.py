"""Two smaller ways to be looked after: unaccompanied asylum-seeking children, and series of short breaks."""

from throughline.sample import homes
from throughline.sample.borough_record import Borough
from throughline.sample.care import begin
from throughline.sample.chance import Chance
from throughline.sample.days import after, birthday, next_working
from throughline.sample.journey import Case, Contact, Group
from throughline.sample.names import NATIONS
from throughline.sample.people import new_family
from throughline.sample.volumes import wanted

SHORT_BREAKS = 14  # series open at a time
RECORDED_FROM = 734959  # 1 April 2013: before it a month holds no contacts


def arrive(borough: Borough, chance: Chance, day: int) -> Case:
    """A child comes alone and is looked after the same day."""
    family = new_family(borough, chance, day, eldest=(14.9, 17.3))
    child = family.children[0]
    family.children[1:] = []
    family.ethnicity = child.ethnicity = chance.one_of(("OOTH", "BAFR", "AOTH", "WOTH", "BAFR"))
    child.nation, child.disabilities, family.need = chance.one_of(NATIONS), (), "N8"
    child.sex = "M" if chance.happens(0.9) else "F"
    group = Group(borough.next_key("group"), family, day)
    family.group, family.last_referred = group, day
    case = Case(borough.next_key("case"), child, group, day, chance.one_of(("6", "5C", "7")), "N8", False)
    case.signed = after(next_working(day), chance.whole(15, 40))
    child.cases.append(case)
    group.cases.append(case)
    borough.open_groups.append(group)
    borough.cases.append(case)
    borough.open_cases.append(case)
    if day >= RECORDED_FROM:
        borough.contacts.append(Contact(borough.next_key("contact"), child, day, case.source, "referral"))
    begin(borough, chance, case, day, "asylum")
    return case


def month(borough: Borough, first: int, last: int) -> None:
    """As many unaccompanied children arrive in the month as keep their number to its line."""
    chance = borough.chance("arrivals")
    live = sum(
        1
        for care in borough.cares
        if care.goal == "asylum" and care.open_on(last) and birthday(care.child.born, 18) > last
    )
    short = round(wanted(borough, "asylum", last, sway=0.05)) - live
    for _ in range(max(short, 0)):
        arrive(borough, chance, chance.whole(first, last))
        borough.tally["arrived", first] += 1


def short_breaks(borough: Borough, first: int, last: int) -> None:
    """Keeps a few disabled children in a series of short breaks; each belongs to an open case."""
    chance = borough.chance("short breaks")
    live = sum(1 for care in borough.cares if care.is_breaks and care.end > last)
    able = [
        c for c in borough.open_cases
        if c.need == "N2" and c.need_plan and not c.cares and c.signed < first - 30
        and c.child.born < first - 1800 and c.child.born + 6200 > last
    ]  # fmt: skip
    for case in chance.some(able, [1.0] * len(able), min(2, max(0, SHORT_BREAKS - live))):
        day = next_working(chance.whole(first, last - 4))
        care = begin(borough, chance, case, day, "breaks")
        homes.find(borough, chance, care, day, "in_house").kind = "U6"
    for care in borough.cares:
        if care.is_breaks and care.end > last and care.child.born + 6500 < last:
            care.stop(last)
