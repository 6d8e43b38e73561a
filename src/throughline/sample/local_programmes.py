"""Lists of two programmes: Supporting Families, and one that helps young people into work."""

from collections.abc import Iterator

from throughline.record.early_help import FamilyClaims, SupportedFamilies
from throughline.record.education import EmploymentProgramme
from throughline.sample.as_at import AsAt, Row
from throughline.sample.chance import Chance
from throughline.sample.days import NEVER, iso, number
from throughline.sample.local_lists import LocalList

FAMILIES_SINCE, WORK_SINCE, WORK_UNTIL = number(2015, 4, 1), number(2016, 1, 4), number(2021, 5, 31)
WITH_A_FAMILY, IN_THE_PROGRAMME = 270, 110  # days


def _joined(since: int, on: int, many: int, until: int) -> list[int]:
    """The days on which each joined: evenly, as many as are published by the published day, and so on."""
    part = (on - since) / many
    return [int(since + 1 + part * at) for at in range(int((until - since - 1) / part) + 1)]


def _families(at: AsAt) -> list[int]:
    aim = at.authority.aims.families
    return _joined(FAMILIES_SINCE, aim.on.toordinal(), aim.engaged, at.day)


def _family_rows(at: AsAt) -> Iterator[Row]:
    for n, day in enumerate(_families(at)):
        over = day + WITH_A_FAMILY + n % 90
        yield f"SF{n + 1:05d}", iso(day), at.shown(over), at.authority.organisations[n % 6]


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
family_claims = LocalList(
    table=FamilyClaims, columns="claim family claimed basis closed paid turned_down", rows=_claim_rows
)
employment_programme = LocalList(
    table=EmploymentProgramme,
    columns="participant started ended completed programme_outcome",
    rows=_work_rows,
)
