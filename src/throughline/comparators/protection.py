"""Published figures of protection."""

from throughline.comparators.series import Series, Unit, Year

section_47_rate = Series(
    code="section-47-rate",
    title="Section 47 enquiries for every 10,000 children",
    unit=Unit.PER_10_000,
    year=Year.MARCH_YEAR,
    found_in=("lait | Section_47",),
)
conference_rate = Series(
    code="conference-rate",
    title="Initial conferences for every 10,000 children",
    unit=Unit.PER_10_000,
    year=Year.MARCH_YEAR,
    found_in=("lait | ISCP_Conf",),
)
conferences_within_15_days = Series(
    code="conferences-15-days",
    title="Initial conferences within 15 working days",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("lait | CP_conf_15days",),
    better="higher",
)
plans = Series(
    code="cp-plans",
    title="Children with a protection plan",
    unit=Unit.NUMBER,
    year=Year.MARCH_DAY,
    found_in=("d5 | CPP_At31", "lait | CPP_Num"),
)
plans_rate = Series(
    code="cp-plans-rate",
    title="Children with a protection plan for every 10,000",
    unit=Unit.PER_10_000,
    year=Year.MARCH_DAY,
    found_in=("lait | CPP_rate",),
)
plans_started = Series(
    code="cp-plans-started",
    title="Protection plans begun",
    unit=Unit.NUMBER,
    year=Year.MARCH_YEAR,
    found_in=("d3 | CPP_start", "lait | CPP_Abuse"),
)
plans_started_rate = Series(
    code="cp-plans-started-rate",
    title="Protection plans begun for every 10,000 children",
    unit=Unit.PER_10_000,
    year=Year.MARCH_YEAR,
    found_in=("lait | CPP_Abuse_Rate",),
    better="lower",
)
plans_ended_rate = Series(
    code="cp-plans-ended-rate",
    title="Protection plans ended for every 10,000 children",
    unit=Unit.PER_10_000,
    year=Year.MARCH_YEAR,
    found_in=("lait | DeRegCPR",),
)
repeat_plans = Series(
    code="repeat-cp-plans",
    title="Plans that were a second or later one, ever",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("d3 | CPP_subsequent_percent", "lait | PrevRegCPR"),
    better="lower",
)
plans_two_years = Series(
    code="cp-plans-2-years",
    title="Children with a plan for two years or more",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("d5 | 2_years_or_more_percent", "lait | CPPlans2yrsActive"),
    better="lower",
)
plans_ended_two_years = Series(
    code="cp-plans-ended-2-years",
    title="Plans that ended after two years or more",
    unit=Unit.PERCENT,
    year=Year.MARCH_YEAR,
    found_in=("lait | CPPlans2yrs",),
    better="lower",
)
reviews_in_time = Series(
    code="cp-reviews",
    title="Children with a plan whose reviews were in time",
    unit=Unit.PERCENT,
    year=Year.MARCH_DAY,
    found_in=("lait | RevCP",),
    better="higher",
    differs="Of children who have had a plan for at least three months.",
)
