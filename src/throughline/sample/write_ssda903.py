"""Writes the SSDA903 return of each of the last five complete years: CSVs, days as DD/MM/YYYY.

What each file holds, and how its codes changed from year to year, is told in `ssda903_rows`.
"""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from throughline.sample import ssda903_rows as rows
from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import year_ending
from throughline.sample.ssda903_rows import Return

YEARS_KEPT = 5
FILES: dict[str, tuple[str, Callable[[Return], Iterator[Row]]]] = {
    "header": ("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", rows.header),
    "episodes": (
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
        rows.episode_rows,
    ),
    "reviews": ("CHILD,DOB,REVIEW,REVIEW_CODE", rows.review_rows),
    "uasc": ("CHILD,SEX,DOB,DUC", rows.asylum),
    "oc2": (
        "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
        "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
        rows.outcomes,
    ),
    "oc3": ("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", rows.care_leavers),
    "ad1": ("CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR", rows.adopted),
    "placed_for_adoption": (
        "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED",
        rows.to_be_adopted,
    ),
    "previous_permanence": ("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", rows.previous_permanence),
    "missing": ("CHILD,DOB,MISSING,MIS_START,MIS_END", rows.missing_rows),
    "social_worker": ("CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", rows.social_workers),
}
SINCE = {"social_worker": 2024}


def years(day: int) -> list[int]:
    """The last five years to 31 March that are over by the day, by the year they end in."""
    last = year_ending(day) - 1 + (year_ending(day + 1) > year_ending(day))
    return list(range(last - YEARS_KEPT + 1, last + 1))


def write_ssda903(folder: Path, at: AsAt) -> None:
    """One folder a year, such as 2025-26."""
    for ending in years(at.day):
        place = folder / f"{ending - 1}-{ending % 100:02d}"
        place.mkdir(parents=True, exist_ok=True)
        year = Return(at, ending)
        for name, (headings, made) in FILES.items():
            if ending < SINCE.get(name, 0):
                continue
            with (place / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                out = csv.writer(file, lineterminator="\n")
                out.writerow(headings.split(","))
                out.writerows(made(year))
