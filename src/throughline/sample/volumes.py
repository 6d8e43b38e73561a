"""How a year's total falls on its months: seasons, natural variation, and what was out of the ordinary."""

from datetime import date
from functools import cache

from throughline.sample.borough_record import Borough
from throughline.sample.chance import Chance
from throughline.sample.days import year_ending

# April to March. Schools and health visitors are away in August and at Christmas.
SEASON = (0.95, 1.03, 1.06, 1.06, 0.82, 1.01, 1.06, 1.10, 0.90, 1.01, 0.97, 1.11)
LEVEL = (1.0,) * 12
# Months out of the ordinary (the year's total stays): schools shut in 2020 and 2021.
UNUSUAL = {(2020, 4): 0.70, (2020, 5): 0.80, (2020, 9): 1.15, (2021, 1): 0.85, (2021, 3): 1.15}
VARIES = {"contacts": 0.045, "referrals": 0.07, "enquiries": 0.12, "care_starts": 0.28, "assessments": 0.04}


def shared_out(weights: list[float], total: int) -> list[int]:
    """A whole total shared by weight, the largest remainders rounded up."""
    scale = total / sum(weights)
    exact = [weight * scale for weight in weights]
    whole = [int(part) for part in exact]
    order = sorted(range(len(exact)), key=lambda at: (whole[at] - exact[at], at))
    for at in order[: total - sum(whole)]:
        whole[at] += 1
    return whole


@cache
def _months_of(seed: int, name: str, ending: int, total: int) -> tuple[int, ...]:
    chance = Chance(seed, f"volume {name} {ending}", block=256)
    season = LEVEL if name in ("care_starts", "assessments") else SEASON
    weights = []
    for at, share in enumerate(season):
        month = (at + 3) % 12 + 1
        year = ending - (month > 3)
        usual = share * max(0.4, chance.around(1.0, VARIES[name]))
        weights.append(usual * (UNUSUAL.get((year, month), 1.0) if season is SEASON else 1.0))
    return tuple(shared_out(weights, total))


def in_month(seed: int, name: str, total: int, first: int) -> int:
    """The part of a year's total that falls in the month that starts on `first`."""
    return _months_of(seed, name, year_ending(first), total)[(date.fromordinal(first).month - 4) % 12]


def so_far(seed: int, name: str, total: int, first: int) -> int:
    """The part of a year's total that falls in its months up to that which starts on `first`."""
    return sum(
        _months_of(seed, name, year_ending(first), total)[: (date.fromordinal(first).month - 4) % 12 + 1]
    )


def wanted(borough: Borough, name: str, last: int, *, sway: float) -> int:
    """Where a stock should stand at a month's end: on its line in March and where it was published, about it
    in other months.

    `sway` is the usual distance from the line, as a share of it.
    """
    line = borough.totals.stock(name, last)
    if date.fromordinal(last).month == 3 or date.fromordinal(last) in borough.totals.on.get(name, {}):
        return round(line)
    return round(line * Chance(borough.seed, f"sway {name} {last}", block=16).around(1.0, sway))
