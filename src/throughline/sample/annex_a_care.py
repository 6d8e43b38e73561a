"""Annex A's lists 8 to 11: children in care, care leavers, adoption and prospective adopters."""

from collections.abc import Iterator
from datetime import date

from throughline.sample.annex_a_codes import (
    ELIGIBLE,
    ETHNICITY,
    NEED,
    PERMANENCE,
    SEX,
    disabled,
    letter_of,
    yes_no,
)
from throughline.sample.annex_a_rows import Inspection
from throughline.sample.as_at import Row
from throughline.sample.care_events import Away, checks, missing, reviews
from throughline.sample.chance import Deck
from throughline.sample.days import NEVER, next_working
from throughline.sample.episodes import place_code, provider_of, urn_of
from throughline.sample.journey import Adoption, Care
from throughline.sample.leaving_care import eligibility
from throughline.sample.people import ETHNICITIES
from throughline.sample.ssd_care import plan_code
from throughline.sample.ssd_workforce import last_touch, leavers, standing_now
from throughline.sample.visits import care_visits, last_contact


def _placements_in_year(now: Inspection, care: Care) -> int:
    """Placements open a year ago and those begun since, temporary stays and changes with the carer apart."""
    count, carer = 0, 0
    for p in care.placements:
        if p.start <= now.day and p.end > now.year and p.kind[0] != "T" and p.carer != carer:
            count += 1
            carer = p.carer
    return count


def _health(now: Inspection, care: Care, kind: str) -> date | None:
    days = [c.day for c in checks(now.at.deck, care, now.day) if c.kind == kind and c.status == "Completed"]
    return now.come(max(days)) if days else None


def _away(now: Inspection, care: Care) -> tuple[int, int, Away | None]:
    gone = [a for a in missing(now.at.deck, care) if now.year <= a.start <= now.day]
    return sum(a.kind == "M" for a in gone), sum(a.kind == "A" for a in gone), gone[-1] if gone else None


def in_care(now: Inspection) -> Iterator[Row]:
    """List 8: looked after on the day, or ceased in the six months."""
    for care in now.at.cares:
        if care.end >= now.six_months:
            yield _one_in_care(now, care)


def _one_in_care(now: Inspection, care: Care) -> Row:
    child, day = care.child, min(now.day, care.end)
    place = [p for p in care.placements if p.start <= now.day][-1]
    status = [s for s in care.statuses if s.start <= now.day][-1]
    held = [r.held for r in reviews(now.at.deck, care, now.day) if r.held <= now.day]
    visits = [] if care.is_breaks else list(care_visits(now.at.deck, care, now.day))
    missed, absent, last = _away(now, care)
    again = any(other is not care and now.year <= other.end <= care.start for other in child.cares)
    inside = place.council == now.at.authority.name
    back = last is not None and last.end <= now.day
    return (
        *now.child(child), yes_no(care.goal == "asylum"), disabled(child), now.come(care.start),
        NEED[care.need], yes_no(again), now.come(status.start), status.code,
        now.come(held[-1]) if held else None, now.come(visits[-1][0]) if visits else None,
        PERMANENCE[plan_code(care, day - 1 if care.end <= now.day else day)],
        now.come(last_contact(now.at.deck, care, now.day)), _health(now, care, "Health Assessment"),
        _health(now, care, "Dental Check"), _placements_in_year(now, care), now.come(care.end),
        care.reason if care.end <= now.day else "", now.come(place.start), place_code(place, now.day),
        provider_of(place), place.postcode, urn_of(place, now.day), "a) In" if inside else "b) Out",
        place.council, missed, absent, letter_of(last.offered) if last and back else "",
        letter_of(last.accepted) if last and back else "", *now.allocated(care.case),
    )  # fmt: skip


def care_leavers(now: Inspection) -> Iterator[Row]:
    """List 9: every care leaver helped on the day."""
    for case in leavers(now.at):
        s = standing_now(now.at, case.child)
        contact, review = last_touch(now.at, case, s.touch)
        team, worker = now.allocated(case)
        yield (
            *now.child(case.child), yes_no(bool(case.child.nation)), disabled(case.child), team, worker,
            worker, ELIGIBLE[eligibility(case.child, now.day)], now.come(review), s.touch,
            now.come(contact), s.lives, s.suitable, s.does,
        )  # fmt: skip


def _on_the_way(now: Inspection) -> Iterator[tuple[Care, Adoption]]:
    """Children whose adoption was decided, unless adopted or decided against over a year ago."""
    for care in now.at.cares:
        a = care.adoption
        if a and a.decided <= now.day and min(care.end, a.reversed_on) >= now.year:
            yield care, a


def adoption(now: Inspection) -> Iterator[Row]:
    """List 10."""
    for care, a in _on_the_way(now):
        adopted = care.reason in ("E11", "E12") and care.end <= now.day
        reversed_now = a.reversed_on <= now.day
        id_, gender, ethnicity, born, age = now.child(care.child)
        yield (
            id_, f"AF{a.family}" if a.placed <= now.day else "", gender, ethnicity, born, age,
            disabled(care.child), now.come(care.start), now.come(a.decided), now.come(a.placement_order),
            now.come(a.matched), now.come(a.placed), now.come(care.end) if adopted else None,
            now.come(a.reversed_on), a.reversed_why if reversed_now else "",
            now.come(care.start) if a.by_carer else None,
        )  # fmt: skip


def _stages(deck: Deck, enquired: int) -> list[int]:
    """Stage 1 from and to, stage 2 from and to, applied, approved."""
    one = next_working(enquired + 12 + int(deck.waiting(14)))
    done = next_working(one + 48 + int(deck.waiting(22)))
    two = next_working(done + 4 + int(deck.waiting(20)))
    approved = next_working(two + 95 + int(deck.waiting(30)))
    return [one, done, two, approved - 7, two, approved]


def _adopters(
    now: Inspection, family: int, enquired: int, a: Adoption | None, care: Care | None
) -> Iterator[Row]:
    """A row an adopter; some withdraw in stage 1."""
    deck = now.at.deck
    deck.cut(family * 41)
    stages = _stages(deck, enquired)
    withdrew = NEVER
    if a is None and deck.happens(0.42):
        withdrew, stages = stages[0] + 20, [stages[0], *[NEVER] * 5]
    pair = a.adopters[1] if a else deck.one_of(("MF", "MF", "MF", "FF", "F1"))
    ethnicity = ETHNICITY[deck.pick(ETHNICITIES)]
    matched, placed = (a.matched, a.placed) if a else (NEVER, NEVER)
    adopted = care.end if care and care.reason in ("E11", "E12") else NEVER
    for at, sex in enumerate(pair.replace("1", "")):
        yield (
            f"PA{family}{'AB'[at]}", f"AF{family}", SEX[sex], ethnicity, "b) No",
            yes_no(bool(a and a.by_carer)), now.come(enquired), *(now.come(day) for day in stages),
            now.come(matched), now.come(placed), 1 if placed <= now.day else None, now.come(adopted),
            now.come(withdrew), "1" if withdrew <= now.day else "",
        )  # fmt: skip


def prospective(now: Inspection) -> Iterator[Row]:
    """List 11: those matched to our children, and those who enquired lately, one family a fortnight."""
    for care, a in _on_the_way(now):
        if a.placed <= now.day:
            yield from _adopters(now, a.family, a.matched - 380, a, care)
    for fortnight in range((now.year - 90) // 14, now.day // 14 + 1):
        enquired = next_working(fortnight * 14 + fortnight % 5)
        if enquired <= now.day:
            yield from _adopters(now, fortnight, enquired, None, None)
