"""Published figures of where children looked after live."""

from throughline.comparators.series import Series, Unit, Year

fostered = Series(
    code="in-foster-care",
    title="Children looked after in foster care",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | LAC_Foster_Placements",),
    better="higher",
)
childrens_homes = Series(
    code="in-childrens-homes",
    title="Children looked after in children’s homes and secure homes",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | LAC_SecHome_And_ChildHome",),
)
supported_accommodation = Series(
    code="in-supported-accommodation",
    title="Children looked after in supported accommodation or living independently",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | LAC_Ind_SInd_Liv_Arr",),
)
with_parents = Series(
    code="placed-with-parents",
    title="Children looked after who are placed with parents",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | LAC_Parents_OR_Others",),
    better="higher",
)
other_residential = Series(
    code="in-other-residential",
    title="Children looked after in other residential settings",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | LAC_Other_Res_Settings",),
)
other_placements = Series(
    code="in-other-placements",
    title="Children looked after in other placements",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | LAC_Other_Place_Inc_Unreg",),
)
foster_places = Series(
    code="foster-places",
    title="Approved foster places",
    unit=Unit.NUMBER,
    year=Year.MARCH_DAY,
    found_in=("lait | Number_Foster_Places(New)",),
)
foster_places_filled = Series(
    code="foster-places-filled",
    title="Foster places that were filled",
    unit=Unit.NUMBER,
    year=Year.MARCH_DAY,
    found_in=("lait | Number_Foster_Places_Filled(New)",),
)
