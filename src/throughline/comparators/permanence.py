"""Published figures of permanence."""

from throughline.comparators.series import Series, Unit, Year

adopted = Series(
    code="adopted",
    title="Children adopted",
    unit=Unit.NUMBER,
    year=Year.MARCH_YEAR,
    found_in=("lait | No_of LAC Adopted",),
)
adopted_share = Series(
    code="adopted-share",
    title="Children who left care by adoption",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("lait | %_of LAC Adopted",),
    better="higher",
)
special_guardianship = Series(
    code="special-guardianship",
    title="Children who left care by special guardianship",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("lait | LAC_ceased_SGO%",),
)
special_guardianship_number = Series(
    code="special-guardianship-number",
    title="Children who left care by special guardianship, in number",
    unit=Unit.NUMBER,
    year=Year.MARCH_YEAR,
    found_in=("lait | LAC_ceased_SGO",),
)
arrangements_orders = Series(
    code="child-arrangements",
    title="Children who left care by a child arrangements order",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("lait | LAC_ceased_CAO%",),
)
