"""The whole council on a page: where directors, analysts and elected members begin."""

from throughline.blocks.heading import Heading
from throughline.blocks.journey import Journey, Step
from throughline.blocks.late_recording import LateRecording
from throughline.blocks.scorecard import Group, Scorecard
from throughline.blocks.teams_changed import TeamsChanged
from throughline.blocks.trend import Trend
from throughline.blocks.what_changed import WhatChanged
from throughline.measures.assessment import assessments_finished, assessments_within_45_days
from throughline.measures.care import (
    care_seen_in_time,
    looked_after,
    looked_after_rate,
    three_placements_in_a_year,
)
from throughline.measures.enquiries import (
    conferences_within_15_days,
    section_47_started,
    section_47_to_conference,
)
from throughline.measures.front_door import contacts, contacts_to_referral, referrals, rereferrals
from throughline.measures.homes import in_residential_homes, living_with_relatives
from throughline.measures.leaving_care import care_leavers_in_suitable_homes, care_leavers_in_touch
from throughline.measures.protection import (
    children_on_plans,
    plan_rate,
    plan_seen_within_28_days,
    plans_open_two_years,
    repeat_plans,
)
from throughline.measures.workforce import caseload, children_with_a_worker
from throughline.pages.kinds import EVERYBODY, Page
from throughline.people.roles import ANALYST, DIRECTOR, MEMBER

council = Page(
    title="How children are doing",
    menu="Whole council",
    question="What has changed, where is work piling up, and are we doing what we set out to do?",
    seen_by=EVERYBODY,
    home_of=frozenset({DIRECTOR, ANALYST, MEMBER}),
    shows=(
        WhatChanged(at_most=5),
        Journey(
            Step(contacts, contacts_to_referral, "led to a referral"),
            Step(referrals, rereferrals, "re-referred"),
            Step(assessments_finished, assessments_within_45_days, "within 45 working days"),
            Step(section_47_started, section_47_to_conference, "led to a conference"),
            Step(children_on_plans, plan_rate, "for every 10,000"),
            Step(looked_after, looked_after_rate, "for every 10,000"),
        ),
        Scorecard(
            Group("Help and protection", (
                rereferrals, assessments_within_45_days, conferences_within_15_days, repeat_plans,
                plans_open_two_years, plan_seen_within_28_days,
            )),
            Group("Children looked after", (
                care_seen_in_time, three_placements_in_a_year, living_with_relatives,
                in_residential_homes,
            )),
            Group("Leaving care", (care_leavers_in_touch, care_leavers_in_suitable_homes)),
            Group("Workforce", (caseload, children_with_a_worker)),
        ),
        TeamsChanged(),
        LateRecording(),
        Heading("Over time"),
        Trend(looked_after),
        Trend(assessments_within_45_days),
    ),
)  # fmt: skip
