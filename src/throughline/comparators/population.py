"""Published figures of how many children live in a council’s area."""

from throughline.comparators.series import Series, Unit, Year

children_living_here = Series(
    code="population",
    title="Children aged 0 to 17 who live here",
    unit=Unit.NUMBER,
    year=Year.MID_YEAR,
    found_in=("population | Children aged 0 to 17 years | population_estimate",),
)
