"""Headline measures as SQL: each one query, written from the project's facts on measures (whose codes stand
beside them) and from no code of the product. Each gives a numerator and a denominator, blank for a count.

Tables have the record's names, columns their short ones. `asked` is one row: the first and last day of the
period, and the day on which we stand; `working` the calendar, with the working days that had gone by."""

BEFORE = """
CREATE OR REPLACE MACRO is_open(started, ended, on_day) AS
    started <= on_day AND (ended IS NULL OR ended > on_day);
CREATE OR REPLACE MACRO gone_by(on_day) AS (SELECT many FROM working WHERE working.day = on_day);
CREATE OR REPLACE MACRO working_days(started, ended) AS gone_by(ended) - gone_by(started);
CREATE OR REPLACE MACRO is_short_break(status) AS coalesce(status IN ('V3', 'V4'), false);
CREATE OR REPLACE VIEW OurPlans AS SELECT * FROM CpPlans WHERE NOT coalesce(other_council, false);
CREATE OR REPLACE VIEW LookedAfter AS SELECT * FROM Care WHERE NOT is_short_break(legal_status);
CREATE OR REPLACE MACRO year_to_march(on_day) AS year(on_day) + CASE WHEN month(on_day) > 3 THEN 1 ELSE 0 END;
CREATE OR REPLACE VIEW Leaving AS
    SELECT * FROM (FROM LookedAfter WHERE end_reason <> 'X1'
        QUALIFY row_number() OVER (PARTITION BY child, year_to_march(ended) ORDER BY ended DESC) = 1), asked
    WHERE ended BETWEEN first_day AND last_day;
CREATE OR REPLACE VIEW Leavers AS
    SELECT * FROM CareLeavers, asked
    WHERE is_open(started, ended, last_day) AND coalesce(in_touch NOT IN ('DIED', 'RHOM'), true);
"""


def events(table, day, where="true"):
    """How many rows of a day in the period."""
    return f"SELECT count(*), NULL FROM {table}, asked WHERE {day} BETWEEN first_day AND last_day AND {where}"


def children(table, where="true"):
    """How many children have an open row at the end of the last day."""
    return f"""SELECT count(DISTINCT child), NULL FROM {table}, asked
        WHERE is_open(started, ended, last_day) AND {where}"""


def share(table, day, that, where="true"):
    """Of rows of a day in the period, those that pass; a row of which it is not recorded is in neither."""
    return f"""SELECT count(*) FILTER (WHERE {that}), count(*) FILTER (WHERE ({that}) IS NOT NULL)
        FROM {table} AS t, asked WHERE {day} BETWEEN first_day AND last_day AND {where}"""


def children_share(table, that, where="true"):
    """Of children with an open row at the end of the last day, those with one that passes."""
    return f"""SELECT count(DISTINCT child) FILTER (WHERE {that}),
        count(DISTINCT child) FILTER (WHERE ({that}) IS NOT NULL)
        FROM {table} AS t, asked WHERE is_open(started, ended, last_day) AND {where}"""


def once_a_year(which, day, where):
    """How many children did it in the period, each year to 31 March at their first or last day in it."""
    return f"""SELECT count(*), NULL FROM (SELECT child, {which}({day}) AS moment FROM LookedAfter
        WHERE {where} AND {day} IS NOT NULL GROUP BY child, year_to_march({day})), asked
        WHERE moment BETWEEN first_day AND last_day"""


def seen(visits, days):
    """A visit at which the child was seen, in so many days to the last."""
    return f"""EXISTS (FROM {visits} AS v WHERE v.child = t.child AND v.seen
        AND v.made BETWEEN last_day - {days} AND last_day)"""


def leavers(that, where="true"):
    """Of care leavers on the last day, but those who died or went home."""
    return f"""SELECT count(DISTINCT child) FILTER (WHERE {that}),
        count(DISTINCT child) FILTER (WHERE ({that}) IS NOT NULL) FROM Leavers WHERE {where}"""


def leavers_aged(first, last, that):
    """Of those of them of an age on the last day, in whole years."""
    return f"""SELECT count(DISTINCT l.child) FILTER (WHERE {that}),
        count(DISTINCT l.child) FILTER (WHERE ({that}) IS NOT NULL)
        FROM Leavers AS l JOIN Child AS c ON c.child = l.child
        WHERE last_day >= c.born + INTERVAL {first} YEAR AND last_day < c.born + INTERVAL {last + 1} YEAR"""


EARLIER_REFERRAL = """EXISTS (FROM Referrals AS o WHERE o.child = t.child
    AND o.started >= t.started - INTERVAL 12 MONTH AND o.started < t.started)"""
EARLIER_PLAN = """coalesce(before > 0, false)
    OR EXISTS (FROM CpPlans AS o WHERE o.child = t.child AND o.started < t.started)"""
PLACES_IN_A_YEAR = """(SELECT count(*) FROM Placements AS o WHERE o.child = t.child AND o.started <= last_day
    AND (o.ended IS NULL OR o.ended > last_day - INTERVAL 12 MONTH))"""
CAME_ALONE = "(SELECT asylum FROM Child AS c WHERE c.child = t.child)"
LEARNS_OR_WORKS = "activity IN ('F1', 'F2', 'F4', 'F5', 'P1', 'P2', 'P4', 'P5')"
HAS_KNOWN_HOME = "coalesce(accommodation NOT IN ('G', 'H', 'R'), true)"
ADOPTED = "SELECT count(*) FILTER (WHERE end_reason IN ('E11', 'E12')), count(*) FROM Leaving"
MILES = "CASE WHEN distance < 999 THEN distance > 20 END"  # 999.9 and blank: cannot be told
WEEKS_20 = "CASE WHEN excepted IS NOT NULL THEN issued - requested <= 140 END"

MEASURES = {
    "contacts": events("Contacts", "received"),  # CON01
    "contacts_to_referral": share(  # CON02
        "Contacts", "received", "referred", "working_days(received, today) >= 1"
    ),
    "referrals": events("Referrals", "started"),  # REF01
    "rereferrals": share("Referrals", "started", EARLIER_REFERRAL),  # REF03
    "referrals_with_no_action": share("Referrals", "started", "no_action"),  # REF04
    "assessments_finished": events("Assessments", "ended"),  # ASM01
    "assessments_within_45_days": share(
        "Assessments", "ended", "working_days(started, ended) <= 45"
    ),  # ASM02
    "open_assessments_past_45_days": children_share(  # ASM03
        "Assessments", "working_days(started, last_day) > 45"
    ),
    "section_47_started": events("Section47", "started"),  # S47_01
    "section_47_to_conference": share(  # S47_03; fewer than 15 working days on it is too early to say
        "Section47", "started", "conference IS NOT NULL", "working_days(started, today) >= 15"
    ),
    "conferences_held": events("Conferences", "held"),  # ICPC01
    "conferences_within_15_days": share(  # ICPC02; of a transfer nobody records the notification
        "Conferences", "held", "working_days(discussed, held) <= 15", "NOT coalesce(transfer, false)"
    ),
    "conferences_to_plan": share("Conferences", "held", "plan"),  # ICPC03
    "children_on_plans": children("OurPlans"),  # CP01
    "plans_started": events("OurPlans", "started"),  # CP03
    "protection_plans_ended": events("OurPlans", "ended"),  # CP03
    "plans_not_the_first": share("OurPlans", "started", EARLIER_PLAN),  # CP04
    "plans_open_two_years": children_share("OurPlans", "last_day - started >= 730"),  # CP06
    "plans_ended_after_two_years": share("OurPlans", "ended", "ended - started >= 730"),  # CP07
    "plans_ended_within_three_months": share("OurPlans", "ended", "ended - started < 91"),  # CP08
    "plan_seen_within_28_days": children_share(  # CP10
        "OurPlans", seen("CpVisits", 28), "last_day - started >= 28"
    ),
    "children_in_need": children("Referrals", "NOT coalesce(no_action, false)"),  # CIN01
    "children_on_cin_plans": children("CinPlans"),  # CIN04
    "cin_plan_seen_within_six_weeks": children_share("CinPlans", seen("CinVisits", 42)),  # CIN05
    "looked_after": children("LookedAfter"),  # CLA01
    "started_care": once_a_year("min", "started", "start_reason = 'S'"),  # CLA03, the first in the year
    "left_care": once_a_year("max", "ended", "end_reason <> 'X1'"),  # CLA03, the last in the year
    "alone_seeking_asylum": children_share("LookedAfter", CAME_ALONE),  # CLA04
    "three_placements_in_a_year": children_share("Placements", f"{PLACES_IN_A_YEAR} >= 3"),  # CLA05
    "over_20_miles_from_home": children_share("LookedAfter", MILES),  # CLA07
    "in_residential_homes": children_share("LookedAfter", "placement IN ('K1', 'K2', 'R1', 'S1')"),
    "in_childrens_homes": children_share("LookedAfter", "placement IN ('K1', 'K2')"),  # CLA09
    "foster_placements_of_agencies": children_share(  # CLA10
        "LookedAfter", "provider IN ('PR4', 'PR5')", "placement LIKE 'U%'"
    ),
    "reviews_held_by_their_day": share("CareReviews", "held", "held <= due"),  # CLA12, each review
    "care_seen_within_6_weeks": children_share("LookedAfter", seen("CareVisits", 42)),  # CLA13
    "adopted": ADOPTED,  # ADO05
    "care_leavers_in_touch": leavers("in_touch = 'YES'"),  # CL01
    "learn_or_work_17_to_18": leavers_aged(17, 18, LEARNS_OR_WORKS),  # CL02
    "learn_or_work_19_to_21": leavers_aged(19, 21, LEARNS_OR_WORKS),  # CL02
    "care_leavers_in_suitable_homes": leavers("suitable = '1'", HAS_KNOWN_HOME),  # CL03
    "plans_in_20_weeks": share(
        "EhcAssessments", "issued", WEEKS_20, "NOT coalesce(excepted, false)"
    ),  # SEND01
}
