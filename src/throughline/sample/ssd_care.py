"""The SSD tables of children looked after."""

import json
from collections.abc import Iterator

from throughline.sample.as_at import AsAt, Row
from throughline.sample.care_events import checks, flag, missing, reviews, strengths
from throughline.sample.days import age_on, iso, number, year_ending
from throughline.sample.episodes import episodes, place_code, provider_of, urn_of
from throughline.sample.journey import Care, Child
from throughline.sample.visits import care_visits, last_contact

PLANS = ("REMAINSUP", "RETURN1M", "RETURN6M", "RETURNEV", "LTRELFR", "LTFOST18", "RESPLMT",
         "SUPPLIV", "ADOPTION", "OTHERPLN")  # fmt: skip
SUBSTANCES = ("Cannabis", "Cannabis", "Alcohol", "Solvents", "Ketamine")
OFFENCES = ("Criminal damage", "Common assault", "Theft", "Public order")


def episode_rows(at: AsAt) -> Iterator[Row]:
    """ssd_cla_episodes."""
    for care in at.cares:
        seen = iso(last_contact(at.deck, care, at.day))
        for e in episodes(care, at.day):
            yield (
                f"EP{care.key}-{e.started}", care.child.key, iso(e.started), e.why_new, care.need,
                at.shown(e.ended), e.why_ended, care.key, care.case.key, e.place.key, iso(care.start), seen,
            )  # fmt: skip


def placements(at: AsAt) -> Iterator[Row]:
    """ssd_cla_placement."""
    for care in at.cares:
        for p in care.placements:
            if p.start <= at.day:
                as_coded = min(p.end, at.day)
                yield (
                    p.key, iso(p.start), place_code(p, as_coded), urn_of(p, as_coded), p.miles, care.key,
                    provider_of(p), p.postcode, at.shown(p.end), p.why_left if p.end <= at.day else "",
                    care.child.key,
                )  # fmt: skip


def statuses(at: AsAt) -> Iterator[Row]:
    """ssd_legal_status."""
    for care in at.cares:
        for s in care.statuses:
            if s.start <= at.day:
                yield s.key, care.child.key, s.code, iso(s.start), at.shown(s.end)


def review_rows(at: AsAt) -> Iterator[Row]:
    """ssd_cla_reviews: those held, and the next one due."""
    for care in at.cares:
        for n, r in enumerate(reviews(at.deck, care, at.day), 1):
            over = r.held <= at.day
            if not over and care.end <= at.day:
                break
            yield (f"RV{care.key}-{n}", care.key, iso(r.due), at.shown(r.held), "N", r.part if over else "",
                   care.child.key)  # fmt: skip
            if not over:
                break


def visit_rows(at: AsAt) -> Iterator[Row]:
    """ssd_cla_visits."""
    for care in at.cares:
        if not care.is_breaks:
            for day, seen, alone, _ in care_visits(at.deck, care, at.day):
                yield f"LV{care.key}-{day}", care.key, care.child.key, iso(day), seen, alone


def health(at: AsAt) -> Iterator[Row]:
    """ssd_cla_health."""
    for care in at.cares:
        for n, c in enumerate(checks(at.deck, care, at.day), 1):
            yield f"HC{care.key}-{n}", care.child.key, c.kind, iso(c.day), c.status


def looked_after(at: AsAt) -> list[Care]:
    """The last period of each child who has been looked after (short breaks apart), by id of child."""
    found: dict[int, Care] = {}
    for care in at.cares:
        if not care.is_breaks:
            found[care.child.key] = care
    return [found[key] for key in sorted(found)]


def immunisations(at: AsAt) -> Iterator[Row]:
    """ssd_cla_immunisations: one row a child; fewer were up to date after 2020."""
    for care in looked_after(at):
        april = number(year_ending(at.day) - 1, 4, 1)
        day = (care.end if care.end <= at.day else max(april, care.start + 100)) - 5 - care.key % 90
        share = 0.9 if day < number(2020, 6, 1) else 0.63
        done = flag(at.deck, care.child, year_ending(day), 1, share)
        yield care.child.key, "Y" if done else "N", iso(min(max(day, care.start), at.day))


def _years(care: Care, until: int, step: int) -> Iterator[tuple[int, int, int]]:
    """Each year by the end of which the child would have been looked after for a year: the year it ends in,
    its 31 March, and the day in it on which the child's turn comes, up to the day of the export. The turns of
    children are spread over the year; `step` sets those of one kind apart from another's."""
    for ending in range(year_ending(care.start) + 1, year_ending(until) + 1):
        day = number(ending, 3, 31)
        turn = day - 5 - care.key * step % 350
        if care.start + 365 <= day and turn < min(care.end, until + 1):
            yield ending, day, turn


def scores(at: AsAt) -> Iterator[Row]:
    """ssd_sdq_scores: each year in care from four to sixteen."""
    for care in at.cares:
        if care.is_breaks:
            continue
        for ending, day, turn in _years(care, at.day, 1):
            if 4 <= age_on(care.child.born, day) <= 16:
                score, why = strengths(at.deck, care.child, ending)
                yield f"SDQ{care.child.key}-{ending}", care.child.key, iso(turn), why, score


def convicted(at: AsAt, child: Child, ending: int, day: int) -> bool:
    """Whether a child of ten or over was convicted or cautioned in the year."""
    return age_on(child.born, day) >= 10 and flag(
        at.deck, child, ending, 2, 0.07 if age_on(child.born, day) > 12 else 0.01
    )


def misuses(at: AsAt, child: Child, ending: int, day: int) -> bool:
    """Whether substance misuse was found in the year."""
    return age_on(child.born, day) >= 11 and flag(at.deck, child, ending, 3, 0.11)


def convictions(at: AsAt) -> Iterator[Row]:
    """ssd_cla_convictions."""
    for care in at.cares:
        for ending, day, turn in _years(care, at.day, 3):
            if not care.is_breaks and convicted(at, care.child, ending, day):
                offence = OFFENCES[(care.key + ending) % len(OFFENCES)]
                yield f"CON{care.child.key}-{ending}", care.child.key, iso(turn), offence


def substances(at: AsAt) -> Iterator[Row]:
    """ssd_cla_substance_misuse."""
    for care in at.cares:
        for ending, day, turn in _years(care, at.day, 11):
            if not care.is_breaks and misuses(at, care.child, ending, day):
                helped = flag(at.deck, care.child, ending, 4, 0.6)
                yield (f"SUB{care.child.key}-{ending}", care.child.key, iso(turn),
                       SUBSTANCES[care.key % len(SUBSTANCES)], "Y" if helped else "N")  # fmt: skip


def plan_code(care: Care, day: int) -> str:
    """The permanence plan held on the day."""
    if care.is_breaks:
        return "REMAINSUP"
    adoption = care.adoption
    if adoption and adoption.decided <= day < adoption.reversed_on:
        return "ADOPTION"
    kind = next((p.kind for p in reversed(care.placements) if p.start <= day), "U6")
    if care.goal == "home":
        return "RETURN6M" if day - care.start < 300 else "RETURNEV"
    if care.goal in ("sgo", "cao"):
        return "LTRELFR"
    if care.goal == "asylum" or kind in ("H5",):
        return "SUPPLIV"
    return (
        "LTRELFR"
        if kind in ("U1", "U3")
        else "LTFOST18"
        if kind[0] == "U"
        else "RESPLMT"
        if kind[0] == "K"
        else "OTHERPLN"
    )


def care_plans(at: AsAt) -> Iterator[Row]:
    """ssd_cla_care_plan: the present plan, and the first where it differs."""
    for care in at.cares:
        now, first = plan_code(care, min(care.end - 1, at.day)), plan_code(care, care.start)
        changed = min(care.start + 150, at.day)
        spans = [(care.start, care.end, now)]
        if first != now and changed < min(care.end, at.day):
            spans = [(care.start, changed, first), (changed, care.end, now)]
        for start, end, code in spans:
            chosen = json.dumps({name: "Y" if name == code else "N" for name in PLANS}, separators=(",", ":"))
            yield f"LCP{care.key}-{start}", care.child.key, iso(start), at.shown(end), chosen


def before_care(child: Child) -> tuple[str, str, str]:
    """An earlier permanence order (903 PREV_PERM), its council and date as text; most children have none."""
    if child.key % 29 or child.nation:
        return "Z1", "", ""
    kind = ("P1", "P2", "P2", "P3")[child.key // 29 % 4]
    year = year_ending(child.born) + 1
    return kind, "OUT", f"zz/{child.key % 12 + 1:02d}/{year}"


def previous_permanence(at: AsAt) -> Iterator[Row]:
    """ssd_cla_previous_permanence."""
    for care in looked_after(at):
        kind, council, day = before_care(care.child)
        yield f"LPP{care.child.key}", care.child.key, day, kind, council


def missing_rows(at: AsAt) -> Iterator[Row]:
    """ssd_missing."""
    for care in at.cares:
        for away in missing(at.deck, care):
            if away.start > at.day:
                break
            back = away.end <= at.day
            answers = (away.offered, away.accepted) if back else ("", "")
            yield (f"MIS{care.key}-{away.start}", care.child.key, iso(away.start), away.kind,
                   at.shown(away.end), *answers)  # fmt: skip


def _shared(care: Care) -> int:
    """Brothers and sisters in care with the child at the time, the child among them."""
    return sum(
        1 for c in care.case.group.cases if any(o.start <= care.end and o.end >= care.start for o in c.cares)
    )


def permanence(at: AsAt) -> Iterator[Row]:
    """ssd_permanence: ways to adoption, and guardianship and child arrangements orders."""
    for care in at.cares:
        together = _shared(care)
        group = ("1" if together > 1 else "0", together, 0)
        a = care.adoption
        if a is not None and a.decided <= at.day:
            adopted = care.reason in ("E11", "E12") and care.end <= at.day
            reverse = a.reversed_on <= at.day
            placed = at.shown(a.placed)
            yield (
                f"PRM{care.key}", care.child.key, care.key, iso(a.decided), "", at.shown(a.placement_order),
                placed, at.shown(a.matched), ("Y" if a.by_carer else "N") if adopted else "",
                iso(care.start) if a.by_carer else "", at.shown(a.reversed_on), "", *group,
                care.placements[-1].urn if placed else "", a.reversed_why if reverse else "",
                iso(care.end) if adopted else "", "Adoption" if adopted else "", "", *((a.adopters[1],
                a.adopters[2], a.adopters[0]) if placed else ("", "", "")),
            )  # fmt: skip
        elif care.end <= at.day and care.reason in ("E41", "E43", "E44", "E45", "E46", "E47"):
            kind = "CAO" if care.reason == "E41" else "SGO"
            blank = [""] * 8
            yield (f"PRM{care.key}", care.child.key, care.key, *blank[:8], "", *group, "", "",
                   iso(care.end), kind, "", "", "", "")  # fmt: skip
