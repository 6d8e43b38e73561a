"""Published figures of the health of children looked after."""

from throughline.comparators.series import Series, Unit, Year

health_assessed = Series(
    code="health-assessed",
    title="Children looked after who had their yearly health assessment",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | LACHealth%",),
    better="higher",
    differs="Of children looked after for a year or more.",
)
dental_checks = Series(
    code="dental-checks",
    title="Children looked after who had their teeth checked",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | LACDental%",),
    better="higher",
    differs="Of children looked after for a year or more.",
)
immunised = Series(
    code="immunised",
    title="Children looked after whose immunisations are up to date",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | LACVaccinations%",),
    better="higher",
    differs="Of children looked after for a year or more.",
)
strengths_score = Series(
    code="sdq-score",
    title="Average score of strengths and difficulties",
    unit=Unit.SCORE,
    year=Year.MARCH_YEAR,
    found_in=("lait | Emotional_LAC",),
    better="lower",
    differs="Of children looked after for a year or more.",
)
convicted = Series(
    code="convicted",
    title="Children looked after convicted or cautioned in the year",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | LAC_Convictions",),
    better="lower",
    differs="Of children aged 10 to 17 looked after for a year or more.",
)
substance_misuse = Series(
    code="substance-misuse",
    title="Children looked after found to misuse substances",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | LACSubstance",),
    better="lower",
    differs="Of children looked after for a year or more.",
)
