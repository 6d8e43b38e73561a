"""The front door: contacts, what was decided of each, referrals, and early help."""

from collections.abc import Sequence

from throughline.sample.assessment import open_case
from throughline.sample.borough_record import Borough
from throughline.sample.chance import Chance, Weighted
from throughline.sample.days import after, is_working, last_working, next_working, year_ending
from throughline.sample.journey import Child, Contact, EarlyHelp, Family, Group
from throughline.sample.people import new_family, present
from throughline.sample.volumes import in_month, so_far

SOURCES = Weighted(
    (("1A", 6), ("1B", 3), ("1C", 1.5), ("1D", 1), ("2A", 17), ("2B", 3), ("3A", 2), ("3B", 5), ("3C", 1.5),
     ("3D", 1.5), ("3E", 5), ("3F", 4), ("4", 3), ("5A", 4), ("5B", 6), ("5C", 2.5), ("6", 24), ("7", 3.5),
     ("8", 5), ("9", 1.5), ("10", 0.5))
)  # fmt: skip
REFERRAL_SOURCES = Weighted(
    (("1A", 5), ("1B", 2.5), ("1C", 1), ("1D", 1), ("2A", 15), ("2B", 2), ("3A", 2), ("3B", 4), ("3C", 1),
     ("3D", 2), ("3E", 4), ("3F", 4), ("4", 2), ("5A", 5), ("5B", 11), ("5C", 4), ("6", 28), ("7", 4),
     ("8", 3), ("9", 1.5), ("10", 0.3))
)  # fmt: skip
OUTCOMES = Weighted((("advice", 49.5), ("early help", 36.5), ("nothing", 2.2), ("missing", 0.5)))
OUTCOMES_OPEN = Weighted((("existing", 82), ("advice", 16), ("missing", 2)))
REASONS = Weighted((("Family relationships", 30), ("Behaviour", 22), ("Emotional wellbeing", 18),
                    ("Parenting support", 18), ("School attendance", 12)))  # fmt: skip
ENDINGS = Weighted(
    (("Outcomes met", 58), ("Disengaged", 20), ("Stepped up to social care", 12), ("Moved away", 10))
)
REMEMBERED = 6000  # how far back a family is likely to come again
NEW_FAMILIES = 0.17
WITHIN = 359  # days: the referral itself may be some days later than its contact, and still within the year


def _day(chance: Chance, first: int, last: int) -> int:
    """A day for a contact: the police send some at weekends, most come on working days."""
    day = chance.whole(first, last)
    if is_working(day) or chance.happens(0.25):
        return day
    moved = next_working(day)
    return moved if moved <= last else last_working(day)


def _known(borough: Borough, chance: Chance, day: int) -> Family | None:
    """A family that has come before; the more often and the later, the likelier."""
    seen = borough.lately
    back = min(len(seen), REMEMBERED)
    for _ in range(12):
        if not back:
            return None
        family = seen[len(seen) - 1 - chance.whole(0, back - 1)]
        if chance.happens(min(1.0, family.risk)) and present(family, day):
            return family
    return None


def _some(chance: Chance, children: list[Child], share: float, at_most: int) -> list[Child]:
    """Part of a family's children, one at least."""
    kept = [child for child in children if chance.happens(share)]
    return (kept or [chance.one_of(children)])[:at_most]


def _referred_again(borough: Borough, chance: Chance, day: int) -> list[Child]:
    """Children of a closed case, referred within the twelve months before."""
    recent = borough.referred
    for _ in range(60):
        if not recent:
            break
        family = recent[len(recent) - 1 - chance.whole(0, min(len(recent), 1100) - 1)]
        if family.group is not None or not 14 < day - family.last_referred < WITHIN:
            continue
        if not chance.happens(min(1.0, 0.35 + 0.4 * family.risk)):
            continue
        children = [
            c for c in present(family, day) if any(0 < day - case.opened < WITHIN for case in c.cases)
        ]
        if children:
            return children
    return []


def _referred_first(borough: Borough, chance: Chance, day: int) -> list[Child]:
    """Children not referred in the twelve months before."""
    for _ in range(25):
        if chance.happens(0.52):
            family: Family | None = new_family(borough, chance, day)
        else:
            family = _known(borough, chance, day)
        if family is None or family.group is not None or day - family.last_referred < 367:
            continue
        children = present(family, day)
        if children:
            return _some(chance, children, 0.84, 9)
    return []


def _opened(chance: Chance, contact_day: int, last: int) -> int:
    """The day of the referral: mostly the contact's own, but in the same month, for the year's count."""
    opened = next_working(contact_day)
    if opened == contact_day and chance.happens(0.15):
        opened = after(opened, 1)
    return opened if opened <= last else contact_day


def _refer(
    borough: Borough, chance: Chance, children: list[Child], contact_day: int, last: int
) -> list[Contact]:
    family = children[0].family
    opened = _opened(chance, contact_day, last)
    source = chance.pick(REFERRAL_SOURCES)
    group = Group(borough.next_key("group"), family, opened)
    family.group, family.last_referred = group, opened
    borough.open_groups.append(group)
    borough.referred.append(family)
    open_case(borough, group, children, source)
    return [Contact(0, child, contact_day, source, "referral") for child in children]


def _referrals(borough: Borough, chance: Chance, first: int, last: int) -> list[Contact]:
    ending = year_ending(first)
    totals = borough.totals.year(ending)
    aim = in_month(borough.seed, "referrals", totals.referrals, first) - borough.tally["arrived", first]
    again = round(totals.again * so_far(borough.seed, "referrals", totals.referrals, first))
    made: list[Contact] = []
    while len(made) < aim:
        day, left = _day(chance, first, last), aim - len(made)
        owed = max(0, again - borough.tally["referred again", ending])
        children: list[Child] = []
        if chance.happens(owed / left):
            children = _referred_again(borough, chance, day)[: min(owed, left)]
            borough.tally["referred again", ending] += len(children)
        children = children or _referred_first(borough, chance, day)[:left]
        if children:
            made += _refer(borough, chance, children, day, last)
    return made


def _help_early(borough: Borough, chance: Chance, children: list[Child], day: int) -> None:
    start = day + chance.whole(2, 21)
    end = start + 30 + int(chance.waiting(120))
    reason, ended, led = (
        chance.pick(REASONS),
        chance.pick(ENDINGS),
        chance.one_of(borough.authority.organisations),
    )
    children[0].family.early_help = end
    for child in children:
        by = led
        while (child, start, by) in borough.helped:
            by = _another(borough.authority.organisations, by)
        borough.helped.add((child, start, by))
        borough.early_help.append(EarlyHelp(borough.next_key("help"), child, start, end, reason, ended, by))


def _other_contacts(borough: Borough, chance: Chance, first: int, last: int, many: int) -> list[Contact]:
    made: list[Contact] = []
    while len(made) < many:
        day = _day(chance, first, last)
        family = None if chance.happens(NEW_FAMILIES) else _known(borough, chance, day)
        family = family or new_family(borough, chance, day)
        about = present(family, day, 60)
        if not about:
            continue
        children = _some(chance, about, 0.72, many - len(made))
        outcome = chance.pick(OUTCOMES_OPEN if family.group else OUTCOMES)
        if family.group and chance.happens(0.82):
            continue  # their own worker hears most news of an open case; it is no contact
        if outcome == "early help" and chance.happens(0.42):
            _help_early(borough, chance, children, day)
        source = chance.pick(SOURCES)
        made += [Contact(0, child, day, source, outcome) for child in children]
    return made


def _another(values: Sequence[str], value: str) -> str:
    """The next of several values. A list tells two of one day apart by their source alone: of one source they
    would be the same line twice."""
    return values[(values.index(value) + 1) % len(values)]


def _told_apart(made: list[Contact]) -> None:
    """No two contacts about a child on one day are from one source."""
    told: set[tuple[Child, int, str]] = set()
    for contact in made:
        while (contact.child, contact.day, contact.source) in told:
            contact.source = _another(SOURCES.values, contact.source)
        told.add((contact.child, contact.day, contact.source))


def month(borough: Borough, first: int, last: int, *, quiet: bool = False) -> None:
    """One month at the front door; in a `quiet` month (before the record begins) only referrals matter."""
    chance = borough.chance("front door")
    made = _referrals(borough, chance, first, last)
    if not quiet:
        aim = in_month(borough.seed, "contacts", borough.totals.year(year_ending(first)).contacts, first)
        aim -= len(made) + borough.tally["arrived", first]
        made += _other_contacts(borough, borough.chance("contacts"), first, last, aim)
    made.sort(key=lambda contact: contact.day)
    _told_apart(made)
    for contact in made:
        contact.key = borough.next_key("contact")
        borough.lately.append(contact.child.family)
    borough.contacts += made
