"""Which measure answers each published figure: its row in the list of published figures, and what to ask.

A figure is asked of the ordinary answers, as a page asks it: a measure, a period, perhaps a group. Some are
worked out of two or three answers by the sum that the publisher did (a locality of its wards, a change, a
share of two counts): never out of the rows.
"""

from collections.abc import Callable
from datetime import date

from throughline.counting.answers import Answers
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.store import catalogue
from throughline.record.journey import BREAKDOWNS
from throughline.record.periods import Period, as_at, financial_year, months

Figure = Callable[[Answers], float | None]  # None: not available

TITLED = {by.title: by for by in BREAKDOWNS.values()}
YEAR = {ending: financial_year(ending - 1) for ending in (2016, 2017, 2018)}
MARCH = {ending: as_at(date(ending, 3, 31)) for ending in (2015, 2016, 2017, 2018)}
AUTUMN = as_at(date(2018, 10, 31))
WINTER = months(2017, 1, 3)
SINCE_APRIL = months(2017, 4, 9)
OCTOBER, DECEMBER = as_at(date(2017, 10, 31)), as_at(date(2017, 12, 31))
QUARTERS = [months(2017, 4, count).end for count in (3, 6, 9, 12)]


class NotYet(LookupError):
    """There is no such measure, or no such way to part it."""


def said(name: str, period: Period, by: str = "", group: str = "", what: str = "value") -> Figure:
    """What a measure says: its value, or `numerator` or `denominator`."""

    def asked(answers: Answers) -> float | None:
        if name not in catalogue() or (by and by not in TITLED):
            raise NotYet(
                f"no measure `{name}`" if name not in catalogue() else f"no breakdown by {by.lower()}"
            )
        parted = TITLED[by] if by else ALL
        answer = answers.value(catalogue()[name], period, parted, _group(group))
        return getattr(answer, what) if answer.available else None

    asked.__name__ = name
    return asked


def _group(group: str) -> str:
    return group or EVERYONE


def many(name: str, period: Period, **parted: str) -> Figure:
    """How many passed, of a share."""
    return said(name, period, what="numerator", **parted)


def worked_out(of: Callable[..., float], *figures: Figure) -> Figure:
    """A sum of several answers."""

    def asked(answers: Answers) -> float | None:
        found = [figure(answers) for figure in figures]
        return None if None in found else of(*found)

    asked.__name__ = ", ".join(dict.fromkeys(figure.__name__ for figure in figures))
    return asked


def percent(name: str, period: Period) -> Figure:
    """A share, of a hundred."""
    return worked_out(lambda value: 100 * value, said(name, period))


def share(part: Figure, whole: Figure) -> Figure:
    """One count of another, of a hundred."""
    return worked_out(lambda a, b: 100 * a / b, part, whole)


def rise(now: Figure, before: Figure) -> Figure:
    """By how much of a hundred it rose."""
    return worked_out(lambda a, b: 100 * (a / b - 1), now, before)


def less(a: Figure, *others: Figure) -> Figure:
    """One count without others."""
    return worked_out(lambda first, *rest: first - sum(rest), a, *others)


def total(*figures: Figure) -> Figure:
    """Several counts together."""
    return worked_out(lambda *found: sum(found), *figures)


def rest(figure: Figure) -> Figure:
    """What is left of a hundred."""
    return worked_out(lambda value: 100 - value, figure)


def _front_door() -> dict[str, Figure]:
    found = {}
    for first, ending in ((4, 2016), (7, 2017), (10, 2018)):
        found[f"N{first:03d}"] = said("contacts", YEAR[ending])
        found[f"N{first + 1:03d}"] = many("contacts_to_referral", YEAR[ending])
        found[f"N{first + 2:03d}"] = percent("contacts_to_referral", YEAR[ending])
        found[f"N{307 + ending - 2016}"] = found[f"N{first + 2:03d}"]
    year = YEAR[2018]
    signed = said("assessments_finished", year)
    return found | {
        "N015": percent("contacts_to_referral", year),
        "N017": said("assessments_finished", YEAR[2016]),
        "N018": said("assessments_finished", YEAR[2017]),
        "N019": signed,
        "N020": share(said("factors_found", year, by="Factor found", group="4B"), signed),
        "N021": share(said("factors_found", year, by="Factor found", group="3B"), signed),
        "N022": share(said("factors_found", year, by="Factor found", group="16A"), signed),
        "N023": percent("assessments_within_45_days", year),
        "N026": percent("rereferrals", year),
        "N027": many("rereferrals", year),
        "N209": percent("assessments_within_45_days", months(2018, 4)),
        "N210": percent("assessments_within_45_days", months(2018, 9, 3)),
        "N310": worked_out(lambda a, b: a / b, signed, said("referrals", year)),
        "N312": many("assessments_within_45_days", year),
    }


def _strategy() -> dict[str, Figure]:
    found = {}
    for ids, ending in (("030 - - 032", 2016), ("033 034 035 036", 2017), ("037 038 039 040", 2018)):
        everyone = said("children_in_strategy_discussions", YEAR[ending])
        known = many("strategy_discussions_on_open_cases", YEAR[ending])
        figures = (said("strategy_discussions", YEAR[ending]), less(everyone, known), known, everyone)
        found |= {f"N{number}": figure for number, figure in zip(ids.split(), figures) if number != "-"}
    found["N313"] = worked_out(lambda a, b: a / b, found["N040"], found["N037"])
    return found


CATEGORIES = ("NEG", "PHY", "SAB", "EMO", "MUL")  # in the order of the table
WARDS = {
    "N044": "Dunmarsh",
    "N045": "Ironholme Quay",
    "N046": "Harrowbeck",
    "N047": "Fennside",
    "N048": "Pantile",
}
LOCALITIES = {  # the wards of each
    ("N049", "N317"): ("Bellshaw", "Dunmarsh", "Fennside", "Ironholme Quay", "Marlpit", "Nethershaw"),
    ("N050", "N318"): (
        "Anchorage", "Cobblegate", "Jettyside", "Lantern Hill", "Oysterbank", "Ropewalk", "Scarfoot",
    ),
    ("N051", "N319"): (
        "Eastlow", "Garthmoor", "Harrowbeck", "Kelderwick", "Pantile", "Quarrygate", "Thornmere",
    ),
}  # fmt: skip


def _plans() -> dict[str, Figure]:
    march = MARCH[2018]
    everyone = said("children_on_plans", march)
    found = {f"N{41 + at:03d}": said("children_on_plans", MARCH[2016 + at]) for at in range(3)}
    found |= {row: said("children_on_plans", march, by="Ward", group=ward) for row, ward in WARDS.items()}
    for (part, number), wards in LOCALITIES.items():
        here = total(*(said("children_on_plans", march, by="Ward", group=ward) for ward in wards))
        found |= {number: here, part: share(here, everyone)}
    row = 52
    for category in CATEGORIES:
        for quarter in map(as_at, QUARTERS):
            here = said("children_on_plans", quarter, by="Category of plan", group=category)
            found |= {f"N{row:03d}": here, f"N{row + 1:03d}": share(here, said("children_on_plans", quarter))}
            row += 2
    found |= {f"N{row + at:03d}": said("children_on_plans", as_at(day)) for at, day in enumerate(QUARTERS)}
    autumn = said("children_on_plans", AUTUMN)
    return found | {
        "N185": autumn,
        "N186": rise(autumn, said("children_on_plans", MARCH[2016])),
        "N316": said("plan_rate", march),
    }


KINDS = ("fostered_by_our_own", "fostered_by_others", "in_residential_settings", "living_elsewhere")


def _care() -> dict[str, Figure]:
    stock = {ending: said("looked_after", period) for ending, period in MARCH.items()}
    found = {
        "N102": stock[2018],
        "N103": less(stock[2018], stock[2017]),
        "N104": less(stock[2017], stock[2016]),
    }
    row = 105
    for ending, march in MARCH.items():
        found[f"N{row}"] = stock[ending]
        for at, kind in enumerate(KINDS):
            found |= {f"N{row + 1 + 2 * at}": many(kind, march), f"N{row + 2 + 2 * at}": percent(kind, march)}
        row += 9
    agency = percent("foster_placements_of_agencies", MARCH[2018])
    autumn, start = said("looked_after", AUTUMN), said("looked_after", as_at(date(2020, 11, 30)))
    end = said("looked_after", NOVEMBER_2023)
    return found | {
        "N141": many("fostered", MARCH[2018]),
        "N183": autumn,
        "N184": rise(autumn, said("looked_after", as_at(date(2011, 3, 31)))),
        "N206": agency,
        "N207": rest(agency),
        "N321": rest(agency),
        "N224": percent("settled_for_two_years", AUTUMN),
        "N225": percent("in_residential_settings", AUTUMN),
        "N326": many("in_residential_settings", AUTUMN),
        "N252": start,
        "N253": end,
        "N254": rise(end, start),
        "N255": said("looked_after_rate", NOVEMBER_2023),
        "N297": rise(said("looked_after_rate", AUTUMN), said("looked_after_rate", as_at(date(2012, 3, 31)))),
        "N298": percent("placed_outside_our_area", DECEMBER_2018),
        "N315": said("looked_after_rate", MARCH[2018]),
    }


DECEMBER_2018, NOVEMBER_2023 = as_at(date(2018, 12, 31)), as_at(date(2023, 11, 30))


def _court_and_permanence() -> dict[str, Figure]:
    year = YEAR[2018]
    may = as_at(date(2018, 5, 1))
    sets, children = said("proceedings_issued", year), said("children_into_proceedings", year)
    return {
        "N096": said("weeks_of_proceedings", year),
        "N098": sets,
        "N099": children,
        "N100": said("proceedings_concluded", year),
        "N314": worked_out(lambda a, b: a / b, children, sets),
        "N142": less(said("households_approved", year), said("households_approved", YEAR[2017])),
        "N143": said("fostering_households", MARCH[2018]),
        "N144": rise(said("adoption_orders", year), said("adoption_orders", YEAR[2017])),
        "N145": said("waiting_for_adoption", may),
        "N146": many("waiting_with_siblings", may),
    }


def _in_need_and_others() -> dict[str, Figure]:
    year, march = YEAR[2018], MARCH[2018]
    autumn, work = said("children_in_need", AUTUMN), Period(date(2016, 1, 1), date(2018, 7, 31))
    kept = {sex: said("before_the_panel", march, by="Sex", group=sex) for sex in "MF"}
    engaged = said("programme_engaged", work)
    return {
        "N149": said("panel_referred", year),
        "N150": many("panel_accepted", year),
        "N151": said("before_the_panel", march),
        "N152": kept["M"],
        "N153": kept["F"],
        "N320": percent("panel_accepted", year),
        "N189": autumn,
        "N190": rise(autumn, said("children_in_need", MARCH[2016])),
        "N322": said("children_in_need_rate", AUTUMN),
        "N211": rest(percent("early_help_to_assessment", WINTER)),
        "N212": many("early_help_to_assessment", WINTER),
        "N213": many("early_help_to_care", WINTER),
        "N214": percent("early_help_to_care", WINTER),
        "N323": said("early_help_started", WINTER),
        "N218": said("families_engaged", AUTUMN),
        "N220": said("families_claimed", AUTUMN),
        "N324": said("families_claimed", AUTUMN, what="numerator"),
        "N270": many("looked_after_excluded", Period(date(2023, 1, 1), date(2023, 12, 31))),
        "N271": percent("peps_up_to_date", NOVEMBER_2023),
        "N278": engaged,
        "N279": said("programme_positive", work),
        "N280": percent("programme_conversion", work),
        "N329": share(said("programme_positive", work), engaged),
        "N330": said("programme_conversion", work, what="denominator"),
    }


ASSESSMENT, IN_LOCALITIES = ("T112", "T113", "T114", "T115"), ("T121", "T122", "T123", "T124")


def _workers() -> dict[str, Figure]:
    def hours(teams: tuple[str, ...], period: Period) -> Figure:
        return total(*(said("in_post", period, by="Team", group=team) for team in teams))

    def held(what: str) -> Figure:
        teams = (*ASSESSMENT, *IN_LOCALITIES, "T131")
        return total(*(said("caseload", NOVEMBER_2023, by="Team", group=team, what=what) for team in teams))

    return {
        "N001": hours(ASSESSMENT, MARCH[2018]),
        "N003": less(hours(ASSESSMENT, MARCH[2018]), hours(ASSESSMENT, MARCH[2017])),
        "N159": less(hours(IN_LOCALITIES, MARCH[2018]), hours(IN_LOCALITIES, MARCH[2017])),
        "N267": worked_out(lambda a, b: a / b, held("numerator"), held("denominator")),
        "N269": said("workers_over_25", NOVEMBER_2023),
        "N273": said("agency_workers", DECEMBER_2018),
    }


SALTSCAR: dict[str, Figure] = {
    **_front_door(),
    **_strategy(),
    **_plans(),
    **_care(),
    **_court_and_permanence(),
    **_in_need_and_others(),
    **_workers(),
}


TEESMOUTH: dict[str, Figure] = {
    "N160": said("looked_after", OCTOBER),
    "N161": said("looked_after_rate", OCTOBER),
    "N162": said("children_on_plans", OCTOBER),
    "N163": said("plan_rate", OCTOBER),
    "N164": less(
        said("children_in_need", OCTOBER), said("children_on_plans", OCTOBER), said("looked_after", OCTOBER)
    ),
    "N167": said("fostering_households", DECEMBER),
    "N168": less(said("households_approved", SINCE_APRIL), many("approved_for_kin", SINCE_APRIL)),
    "N169": many("approved_for_kin", SINCE_APRIL),
    "N170": said("in_higher_education", DECEMBER),
}
TEESMOUTH["N165"] = worked_out(
    lambda a, rate, looked_after: a / looked_after * rate,
    TEESMOUTH["N164"], TEESMOUTH["N161"], TEESMOUTH["N160"],
)  # fmt: skip
