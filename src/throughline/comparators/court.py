"""Published figures of court."""

from throughline.comparators.series import Series, Unit, Year

care_applications_rate = Series(
    code="care-applications-rate",
    title="Care applications for every 10,000 children",
    unit=Unit.PER_10_000,
    year=Year.MARCH_YEAR,
    found_in=("lait | CareApplications",),
)
