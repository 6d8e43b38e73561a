"""Published figures of children in need."""

from throughline.comparators.series import Series, Unit, Year

children_in_need = Series(
    code="children-in-need",
    title="Children in need",
    unit=Unit.NUMBER,
    year=Year.MARCH_DAY,
    found_in=("b1 | At31_episodes",),
    differs="It is published as episodes of need open on 31 March: a child with two is there twice.",
)
children_in_need_rate = Series(
    code="children-in-need-rate",
    title="Children in need for every 10,000",
    unit=Unit.PER_10_000,
    year=Year.MARCH_DAY,
    found_in=("lait | CIN",),
)
in_need_under_three_months = Series(
    code="in-need-under-3-months",
    title="Children in need for less than 3 months",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | CINTime3months",),
)
in_need_three_to_six_months = Series(
    code="in-need-3-6-months",
    title="Children in need for 3 to 6 months",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | CINTime3-6",),
)
in_need_six_to_twelve_months = Series(
    code="in-need-6-12-months",
    title="Children in need for 6 to 12 months",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | CINTime6-1",),
)
in_need_one_to_two_years = Series(
    code="in-need-1-2-years",
    title="Children in need for 1 to 2 years",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | CINTime1-2",),
)
in_need_two_years_or_more = Series(
    code="in-need-2-years",
    title="Children in need for 2 years or more",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | CINTime2more",),
)
