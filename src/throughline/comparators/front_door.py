"""Published figures of the front door."""

from throughline.comparators.series import Series, Unit, Year

referrals = Series(
    code="referrals",
    title="Referrals",
    unit=Unit.NUMBER,
    year=Year.MARCH_YEAR,
    found_in=("c1 | referral_count", "lait | CPP_Total_NumRef"),
)
referral_rate = Series(
    code="referral-rate",
    title="Referrals for every 10,000 children",
    unit=Unit.PER_10_000,
    year=Year.MARCH_YEAR,
    found_in=("lait | CPP_Total_Rateper10,000",),
)
rereferrals = Series(
    code="rereferrals",
    title="Re-referrals within 12 months",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("c1 | rereferral_percent", "lait | ReReferral"),
    better="lower",
)
referrals_with_no_action = Series(
    code="referrals-no-action",
    title="Referrals closed with no further action",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("c1 | no_further_action_percent", "lait | CIN_Refferals_NFA"),
)
referrals_not_in_need = Series(
    code="referrals-not-in-need",
    title="Referrals assessed and not found in need",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("c1 | not_in_need_percent", "lait | Referrals_AssessedNotNeed"),
)
referrals_by_schools = Series(
    code="referrals-from-schools",
    title="Referrals that came from schools",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("lait | RefBySource_Schl_%",),
)
referrals_by_health = Series(
    code="referrals-from-health",
    title="Referrals that came from health services",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("lait | RefBySource_HealthServ_%",),
)
referrals_by_police = Series(
    code="referrals-from-police",
    title="Referrals that came from the police",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("lait | RefBySource_Police_%",),
)
