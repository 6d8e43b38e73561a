"""Published figures of education: published only, for no return brings us what they count."""

from throughline.comparators.series import Series, Unit, Year

school_moves = Series(
    code="school-moves",
    title="Children looked after who moved school in mid-year",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("lait | Stability_School",),
    better="lower",
    field_code="CLA24",
)
overall_absence = Series(
    code="care-absence",
    title="School sessions that children looked after missed",
    unit=Unit.PERCENT,
    year=Year.SCHOOL_YEAR,
    found_in=("lait | LAC_Over_Abs",),
    better="lower",
    field_code="CLA27",
)
persistent_absence = Series(
    code="care-persistent-absence",
    title="Children looked after who are persistently absent",
    unit=Unit.PERCENT,
    year=Year.SCHOOL_YEAR,
    found_in=("lait | LAC_Pers_Abs",),
    better="lower",
    field_code="CLA27",
)
suspended = Series(
    code="care-suspended",
    title="Children looked after suspended from school at least once",
    unit=Unit.PERCENT,
    year=Year.SCHOOL_YEAR,
    found_in=("lait | LAC_Fixed_ Ex",),
    better="lower",
    field_code="CLA27",
)
attainment_8 = Series(
    code="care-attainment-8",
    title="Children looked after: average Attainment 8 score",
    unit=Unit.SCORE,
    year=Year.SCHOOL_YEAR,
    found_in=("lait | LAC_KS4_AVG_Attain8",),
    better="higher",
    field_code="CLA27",
)
key_stage_2 = Series(
    code="care-key-stage-2",
    title="Children looked after at the expected standard in reading, writing and mathematics",
    unit=Unit.PERCENT,
    year=Year.SCHOOL_YEAR,
    found_in=("lait | LAC_KS2_ExpStd_RWM",),
    better="higher",
    field_code="CLA27",
)
in_need_suspended = Series(
    code="in-need-suspended",
    title="Children in need suspended from school at least once",
    unit=Unit.PERCENT,
    year=Year.SCHOOL_YEAR,
    found_in=("lait | CINFixedExclusion",),
    better="lower",
    differs="Of children in need; of all pupils it is in no file that we read.",
    field_code="EXC01",
)
in_need_excluded = Series(
    code="in-need-excluded",
    title="Children in need permanently excluded",
    unit=Unit.PERCENT,
    year=Year.SCHOOL_YEAR,
    found_in=("lait | CINPermExclusion",),
    better="lower",
    differs="Of children in need; of all pupils it is in no file that we read.",
    field_code="EXC01",
)
