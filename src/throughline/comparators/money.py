"""Published figures of money."""

from throughline.comparators.series import Series, Unit, Year

weekly_cost_care = Series(
    code="weekly-cost-care",
    title="Weekly cost of a child looked after",
    unit=Unit.POUNDS_A_WEEK,
    year=Year.MARCH_YEAR,
    found_in=("lait | LACFinance",),
    differs="Section 251 outturn divided by the children looked after on 31 March.",
)
weekly_cost_fostering = Series(
    code="weekly-cost-fostering",
    title="Weekly cost of fostering",
    unit=Unit.POUNDS_A_WEEK,
    year=Year.MARCH_YEAR,
    found_in=("lait | FosteringFinance",),
    differs="Section 251 outturn divided by the children fostered on 31 March.",
)
weekly_cost_residential = Series(
    code="weekly-cost-residential",
    title="Weekly cost of residential care",
    unit=Unit.POUNDS_A_WEEK,
    year=Year.MARCH_YEAR,
    found_in=("lait | RescareFinance",),
    differs="Section 251 outturn divided by the days of care.",
)
spent_on_children = Series(
    code="spent-on-children",
    title="Spent on children and young people",
    unit=Unit.POUNDS,
    year=Year.MARCH_YEAR,
    found_in=("lait | C&YPExpenditure",),
    differs="Gross, by the section 251 outturn.",
    field_code="FIN02",
)
spent_on_care = Series(
    code="spent-on-care",
    title="Spent on children looked after",
    unit=Unit.POUNDS,
    year=Year.MARCH_YEAR,
    found_in=("lait | TotalLACFinance",),
    differs="Gross, by the section 251 outturn.",
    field_code="FIN02",
)
