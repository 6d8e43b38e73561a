"""Published figures of children looked after."""

from throughline.comparators.series import Series, Unit, Year

looked_after = Series(
    code="looked-after",
    title="Children looked after",
    unit=Unit.NUMBER,
    year=Year.MARCH_DAY,
    found_in=("lait | LACnum", "cla | Children looked after on 31 March each year | children_count"),
)
looked_after_rate = Series(
    code="looked-after-rate",
    title="Children looked after for every 10,000",
    unit=Unit.PER_10_000,
    year=Year.MARCH_DAY,
    found_in=("lait | LAC", "cla | Children looked after on 31 March each year | rate_per_10000"),
)
started_care = Series(
    code="care-started",
    title="Children who came into care",
    unit=Unit.NUMBER,
    year=Year.MARCH_YEAR,
    found_in=("lait | LACnum_Start", "cla | Children starting to be looked after each year | children_count"),
)
started_care_rate = Series(
    code="care-started-rate",
    title="Children who came into care for every 10,000",
    unit=Unit.PER_10_000,
    year=Year.MARCH_YEAR,
    found_in=(
        "lait | LAC_Start_Rate",
        "cla | Children starting to be looked after each year | rate_per_10000",
    ),
)
left_care = Series(
    code="care-ended",
    title="Children who left care",
    unit=Unit.NUMBER,
    year=Year.MARCH_YEAR,
    found_in=("lait | LACceased", "cla | Children ceasing to be looked after each year | children_count"),
)
left_care_rate = Series(
    code="care-ended-rate",
    title="Children who left care for every 10,000",
    unit=Unit.PER_10_000,
    year=Year.MARCH_YEAR,
    found_in=(
        "lait | LAC_Cease_Rate",
        "cla | Children ceasing to be looked after each year | rate_per_10000",
    ),
)
asylum_seekers = Series(
    code="asylum",
    title="Children looked after who came alone to seek asylum",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | Unacc_Asylmn_Seek_Childn%",),
)
asylum_starts = Series(
    code="asylum-started",
    title="Children coming into care who came alone to seek asylum",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("lait | UASC_%_Starting",),
)
three_placements = Series(
    code="three-placements",
    title="Children looked after in three or more placements in the year",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=(
        "lait | LACStable_2016on",
        "cla-stability | CLA on 31 March | With 3 or more placements during the year | children_percent",
    ),
    better="lower",
)
long_term_stability = Series(
    code="long-term-stability",
    title="Long-term stability of placement",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=(
        "lait | LAC_LongStable%",
        "cla-stability | Children looked after continuously for at least 2.5 years on 31 March aged under "
        "16 years | Living with the same carer for at least 2 years | children_percent",
    ),
    better="higher",
)
far_from_home = Series(
    code="over-20-miles",
    title="Children placed more than 20 miles from home, outside the council’s area",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | LACDistance",),
    better="lower",
    differs="Published of all looked after: one whose distance is not known is there as near.",
)
three_social_workers = Series(
    code="three-social-workers",
    title="Children looked after with three or more social workers in the year",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | Stability_SocialWorker",),
    better="lower",
)
