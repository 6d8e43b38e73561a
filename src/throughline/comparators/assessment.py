"""Published figures of assessments."""

from throughline.comparators.series import Series, Unit, Year

assessments_within_45_days = Series(
    code="assessments-45-days",
    title="Assessments finished within 45 working days",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("lait | Continue_Assess_Comp",),
    better="higher",
    differs="The census counts the days from the start that the council recorded of the assessment; "
    "Working Together counts them from the referral.",
)
