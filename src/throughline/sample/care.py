"""Coming into care and leaving it, so that the number looked after keeps to its line."""

from throughline.sample import homes, legal
from throughline.sample.borough_record import Borough
from throughline.sample.care_ends import forced_ends, leave
from throughline.sample.chance import Chance, Weighted
from throughline.sample.days import NEVER, age_on, birthday, next_working, year_ending
from throughline.sample.in_need import end_plan
from throughline.sample.journey import Care, Case, Group
from throughline.sample.permanence import plan_adoption
from throughline.sample.protection import finish_plan
from throughline.sample.volumes import in_month, wanted

GOALS = (
    (2, Weighted((("adoption", 31), ("sgo", 27), ("cao", 6), ("home", 20), ("long", 16)))),
    (6, Weighted((("adoption", 10), ("sgo", 32), ("cao", 10), ("home", 25), ("long", 23)))),
    (13, Weighted((("sgo", 19), ("cao", 9), ("home", 31), ("long", 41)))),
    (18, Weighted((("home", 44), ("cao", 4), ("long", 52)))),
)
ROUTES = Weighted((("plan", 40), ("need", 20), ("new", 12), ("baby", 15), ("teen", 13)))
AGES = {"baby": (0, 0), "teen": (13, 17)}  # routes of one child alone


def begin(borough: Borough, chance: Chance, case: Case, day: int, goal: str = "") -> Care:
    """A period of care begins; the plans the child was under end."""
    child, age = case.child, age_on(case.child.born, day)
    goal = goal or chance.pick(next(goals for below, goals in GOALS if age < below))
    for breaks in child.cares:
        if breaks.is_breaks and breaks.end > day:
            breaks.stop(max(day - 1, breaks.start + 1))
    need = case.need if case.need in ("N1", "N2", "N3", "N4", "N5", "N6", "N8") else "N1"
    care = Care(borough.next_key("care"), case, child, day, need, goal)
    if goal == "adoption":
        care.adoption = plan_adoption(borough, chance, day)
    legal.set_out(borough, chance, care, age)
    child.cares.append(care)
    case.cares.append(care)
    borough.cares.append(care)
    if goal == "breaks":
        return care
    case.care, case.path = care, "need"
    case.closed, case.reason = NEVER, ""
    end_plan(case, day)
    if case.plan:
        over = next_working(day + chance.whole(0, 24))
        finish_plan(borough, chance, case.plan, max(over, case.plan.start + 1))
    return care


def _ready(case: Case, day: int, low: int = 0, high: int = 17) -> bool:
    """Whether the child could come into care: born, under seventeen and a half, open and not in care."""
    if case.care or not case.open_on(day) or case.leaving_from != NEVER or case.nothing_further:
        return False
    born = case.child.born
    if any(care.end > day for care in case.cares):
        return False
    if not born <= day < born + 6400 or (case.plan and case.plan.start >= day):
        return False
    return low <= age_on(born, day) <= high


def _comes_by(group: Group, route: str, day: int, first: int) -> bool:
    """Whether the family may come in by this route, on the day."""
    if route == "new":
        return first <= group.opened <= day
    if route == "plan":
        return any(c.plan and c.plan.start < day for c in group.cases)
    if route in AGES:
        return any(_ready(c, day, *AGES[route]) for c in group.cases)
    return group.opened < first and not any(c.plan for c in group.cases)


def _one_family(chance: Chance, families: Weighted[Group], route: str, day: int, first: int) -> Group | None:
    """A family by this route, those at more risk the likelier; none if few are to be found."""
    for _ in range(150):
        group = chance.pick(families)
        if _comes_by(group, route, day, first):
            return group
    return None


def _start_some(borough: Borough, chance: Chance, first: int, last: int, many: int) -> None:
    made, tries = 0, 0
    families = Weighted((group, group.family.risk) for group in borough.open_groups)
    while made < many and tries < 300:
        tries += 1
        day = chance.whole(first, last)
        route = chance.pick(ROUTES)
        group = _one_family(chance, families, route, day, first) if families.values else None
        if group is None:
            continue
        cases = [c for c in group.cases if _ready(c, day, *AGES.get(route, (0, 17)))]
        if route not in AGES:
            cases = [c for c in cases if chance.happens(0.8)]
        cases = cases[: 1 if route in AGES else many - made]
        goal = ""
        for case in cases:  # brothers and sisters mostly share a plan
            care = begin(borough, chance, case, day, goal)
            goal = care.goal if care.goal != "adoption" and age_on(case.child.born, day) < 12 else ""
        made += len(cases)


def _live(borough: Borough, day: int) -> list[Care]:
    return [care for care in borough.cares if care.open_on(day) and not care.is_breaks]


END_BY_TIME = {
    "home": ((60, 2.6), (180, 2.4), (365, 1.6), (9999, 0.8)),
    "sgo": ((190, 0.02), (330, 1.6), (720, 3.0), (9999, 1.2)),
    "cao": ((120, 0.05), (300, 2.0), (9999, 2.2)),
    "long": ((60, 0.5), (365, 0.22), (1095, 0.12), (9999, 0.06)),
    "adoption": ((9999, 0.004),),
    "asylum": ((9999, 0.01),),
}


def _likely_end(care: Care, last: int) -> float:
    days = last - care.start
    likely = next(weight for below, weight in END_BY_TIME[care.goal] if days < below)
    if care.placements and care.placements[-1].kind == "P1":
        likely *= 2.0
    return likely


def _end_some(borough: Borough, chance: Chance, first: int, last: int) -> None:
    live = _live(borough, last)
    over = len(live) - wanted(borough, "care", last, sway=0.006)
    free = [care for care in live if care.start < last - 3 and birthday(care.child.born, 18) > last + 40]
    if over <= 0 or not free:
        return
    done = 0
    for care in chance.some(free, [_likely_end(care, last) for care in free], len(free)):
        together = [care] + [
            other for other in free
            if other is not care and other.case.group is care.case.group
            and other.goal == care.goal and other.end == NEVER
        ]  # fmt: skip
        if care.end != NEVER:
            continue
        low = max(
            first, max(c.start for c in together) + 1, max(c.placements[-1].start for c in together) + 1
        )
        day = min(next_working(chance.whole(min(low, last), last)), last)
        for each in together[: over - done]:
            leave(borough, chance, each, max(day, each.placements[-1].start + 1))
            done += 1
        if done >= over:
            return


def month(borough: Borough, first: int, last: int) -> None:
    """Those who must leave, those who come, where they live, and those who leave besides."""
    chance = borough.chance("care")
    forced_ends(borough, chance, last)
    aim = in_month(borough.seed, "care_starts", borough.totals.year(year_ending(first)).care_starts, first)
    aim -= borough.tally["arrived", first]
    short = wanted(borough, "care", last, sway=0.006) - len(_live(borough, last))
    _start_some(borough, chance, first, last, max(aim, min(short, aim + 5)))
    homes_month(borough, chance, first, last)
    _end_some(borough, chance, first, last)


def homes_month(borough: Borough, chance: Chance, first: int, last: int) -> None:
    """Every new child is found a home; some of the others move."""
    from throughline.sample.moves import move_some

    live = _live(borough, last)
    vacancies = homes.Vacancies(borough.totals.mix(last), live)
    for care in borough.cares:
        if not care.placements and not care.is_breaks:
            homes.find(borough, chance, care, care.start, vacancies.choose(chance, care, care.start))
    move_some(borough, chance, live, vacancies, first, last)
