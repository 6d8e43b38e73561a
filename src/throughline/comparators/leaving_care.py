"""Published figures of care leavers."""

from throughline.comparators.series import Series, Unit, Year

not_in_touch = Series(
    code="leavers-not-in-touch",
    title="Care leavers with whom the council was not in touch",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("lait | CareLeavers_LA_NotInTouch",),
    better="lower",
    differs="Published of those of 19 to 21, and the other way round: those not in touch.",
)
employed = Series(
    code="leavers-eet",
    title="Care leavers in education, employment or training",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=(
        "lait | CareLeaverEET",
        "leavers | 19 to 21 years | Total in education, employment or training | care_leaver_percent",
    ),
    better="higher",
    differs="Of care leavers of 19 to 21.",
)
not_employed = Series(
    code="leavers-neet",
    title="Care leavers not in education, employment or training",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("lait | CareLeaversNEET",),
    better="lower",
    differs="Of care leavers of 19 to 21.",
)
employed_17_18 = Series(
    code="leavers-eet-17-18",
    title="Care leavers of 17 and 18 in education, employment or training",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("leavers | 17 to 18 years | Total in education, employment or training | care_leaver_percent",),
    better="higher",
)
higher_education = Series(
    code="leavers-higher-education",
    title="Care leavers in higher education",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("lait | LAC_19_HE",),
    better="higher",
    differs="Of care leavers of 19 to 21.",
)
suitable_homes = Series(
    code="leavers-suitable-homes",
    title="Care leavers in suitable accommodation",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=(
        "lait | CareLeaverAcc",
        "leavers | 19 to 21 years | Accommodation considered suitable | care_leaver_percent",
    ),
    better="higher",
    differs="Of care leavers of 19 to 21.",
)
suitable_homes_17_18 = Series(
    code="leavers-suitable-homes-17-18",
    title="Care leavers of 17 and 18 in suitable accommodation",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("leavers | 17 to 18 years | Accommodation considered suitable | care_leaver_percent",),
    better="higher",
)
staying_put = Series(
    code="staying-put",
    title="Care leavers who stayed with their former foster carers",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("lait | StayingPut",),
    better="higher",
    differs="Of those of 18 to 20 who were fostered on their 18th birthday.",
)
