"""Lists of two programmes: Supporting Families, and one that helps young people into work."""

from collections.abc import Iterator

from throughline.record.early_help import FamilyClaims, FamilyOutcomes, FamilyProgress, SupportedFamilies
from throughline.record.education import EmploymentProgramme
from throughline.sample.as_at import AsAt, Row
from throughline.sample.chance import Chance
from throughline.sample.days import NEVER, iso, number
from throughline.sample.local_lists import LocalList

FAMILIES_SINCE, WORK_SINCE, WORK_UNTIL = number(2015, 4, 1), number(2016, 1, 4), number(2021, 5, 31)
WITH_A_FAMILY, IN_THE_PROGRAMME = 270, 110  # days
OUTCOMES_KEPT = 1100  # days
OUTCOMES = ("Getting a good education", "Safe from abuse and exploitation", "Financial stability",
            "Good early years development")  # fmt: skip


def _joined(since: int, on: int, many: int, until: int) -> list[int]:
    """The days on which each joined: evenly, as many as are published by the published day, and so on."""
    part = (on - since) / many
    return [int(since + 1 + part * at) for at in range(int((until - since - 1) / part) + 1)]


def _families(at: AsAt) -> list[int]:
    aim = at.authority.aims.families
    return _joined(FAMILIES_SINCE, aim.on.toordinal(), aim.engaged, at.day)


def _family_rows(at: AsAt) -> Iterator[Row]:
    for n, day, over in _closed(at):
        yield f"SF{n + 1:05d}", iso(day), at.shown(over), at.authority.organisations[n % 6]


def _closed(at: AsAt) -> Iterator[tuple[int, int, int]]:
    """Each family by its number, the day it joined, and the day the work with it was closed."""
    for n, day in enumerate(_families(at)):
        yield n, day, day + WITH_A_FAMILY + n % 90


def _outcome_rows(at: AsAt) -> Iterator[Row]:
    """What was aimed at, looked at twice: half way and at the end."""
    for n, day, over in _closed(at):
        at.deck.cut(n * 241 + 1)
        for aim in OUTCOMES:
            if not at.deck.happens(0.5):
                continue
            since = day + 60 + int(at.deck.waiting(150))
            for seen in (day + WITH_A_FAMILY // 2, over):
                if at.day - OUTCOMES_KEPT < seen <= at.day:
                    met = since <= seen
                    yield (f"SF{n + 1:05d}", iso(seen), aim, "Y" if met else "N", iso(since) if met else "",
                           "The lead practitioner’s review" if met else "")  # fmt: skip


def _progress_rows(at: AsAt) -> Iterator[Row]:
    """Looked at twelve months after: of most, the attendance of a term or two is known by then."""
    for n, _, over in _closed(at):
        if over + 365 <= at.day:
            at.deck.cut(n * 251 + 1)
            terms = [round(min(100.0, at.deck.around(95, 3)), 1) for _ in range(3)]
            told = [str(term) if at.deck.happens(0.97) else "" for term in terms]
            again = ["Y" if at.deck.happens(0.12) else "N" for _ in range(2)]
            yield f"SF{n + 1:05d}", iso(over), *told, *again


def _claim_rows(at: AsAt) -> Iterator[Row]:
    aim, joined = at.authority.aims.families, _families(at)
    chance, on = Chance(at.borough.seed, "claims", block=4096), aim.on.toordinal()
    in_time = [n for n, day in enumerate(joined) if day + WITH_A_FAMILY + 90 < on]
    claimed = {n: on - n % 20 for n in chance.some(in_time, [1.0] * len(in_time), aim.claimed)}
    claimed |= {
        n: day + 700 for n, day in enumerate(joined) if day + 700 > on and n % 7 < 3 and n not in claimed
    }
    for n, day in sorted(claimed.items()):
        closed = joined[n] + WITH_A_FAMILY + n % 90
        if day <= at.day:
            yield f"SC{n + 1:05d}", f"SF{n + 1:05d}", iso(day), "Sustained progress", iso(closed), "", "N"


def _work_rows(at: AsAt) -> Iterator[Row]:
    aim = at.authority.aims.work
    on = aim.on.toordinal()
    joined = _joined(WORK_SINCE, on, aim.engaged, min(at.day, WORK_UNTIL))
    chance = Chance(at.borough.seed, "employment programme", block=4096)
    in_time = [n for n, day in enumerate(joined) if day + IN_THE_PROGRAMME <= on]
    done = chance.some(in_time, [1.0] * len(in_time), aim.completed)
    to_work = {*done[: aim.to_work]}
    for n, day in enumerate(joined):
        over = day + IN_THE_PROGRAMME if n in done else max(day + 45, on + n % 60) if n % 4 else NEVER
        stayed = n in done or (over > on and n % 2)
        found = "WORK" if n in to_work or (stayed and n not in done and n % 5) else "NONE"
        ended = over <= at.day
        yield (f"EP{n + 1:04d}", iso(day), at.shown(over), ("Y" if stayed else "N") if ended else "",
               found if ended else "")  # fmt: skip


supported_families = LocalList(
    table=SupportedFamilies, columns="family started ended lead_practitioner", rows=_family_rows
)
family_outcomes = LocalList(
    table=FamilyOutcomes,
    columns="family recorded aimed_at met sustained_since evidence",
    rows=_outcome_rows,
)
family_progress = LocalList(
    table=FamilyProgress,
    columns="family closed first_term second_term third_term police abuse",
    rows=_progress_rows,
)
family_claims = LocalList(
    table=FamilyClaims, columns="claim family claimed basis closed paid turned_down", rows=_claim_rows
)
employment_programme = LocalList(
    table=EmploymentProgramme,
    columns="participant started ended completed programme_outcome",
    rows=_work_rows,
)
