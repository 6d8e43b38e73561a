"""Published figures of the workforce."""

from throughline.comparators.series import Series, Unit, Year

caseload = Series(
    code="caseload",
    title="Children for each social worker",
    unit=Unit.CASES,
    year=Year.SEPTEMBER_DAY,
    found_in=("workforce | caseload_fte", "lait | Work_Force_AvgNumCase_SW"),
    better="lower",
    differs="Of social workers, as full-time posts, who hold cases.",
)
vacancies = Series(
    code="vacancy-rate",
    title="Social worker posts that are vacant",
    unit=Unit.PERCENT,
    year=Year.SEPTEMBER_DAY,
    found_in=("workforce | vacancy_rate_fte", "lait | Work_Force_Vac_Rate"),
    better="lower",
    differs="As full-time posts, and of social workers only.",
)
agency = Series(
    code="agency-rate",
    title="Social workers who are from agencies",
    unit=Unit.PERCENT,
    year=Year.SEPTEMBER_DAY,
    found_in=("workforce | agency_rate_fte", "lait | Work_Force_Agecy_Rate"),
    better="lower",
    differs="As full-time posts, and of social workers only.",
)
turnover = Series(
    code="turnover-rate",
    title="Social workers who left in the year",
    unit=Unit.PERCENT,
    year=Year.SEPTEMBER_YEAR,
    found_in=("workforce | turnover_rate_fte", "lait | Work_Force_TO_Rate"),
    better="lower",
    differs="As full-time posts, and of social workers only.",
)
absence = Series(
    code="absence-rate",
    title="Working days that social workers lost by absence",
    unit=Unit.PERCENT,
    year=Year.SEPTEMBER_YEAR,
    found_in=("workforce | absence_rate_fte", "lait | Work_Force_SWAbsence"),
    better="lower",
)
