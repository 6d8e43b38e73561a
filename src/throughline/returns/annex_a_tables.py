"""Annex A's eleven lists: what of them fills the record, each column under its heading.

Source: Ofsted's Annex A of the ILACS framework and the variants met in councils' workbooks, as gathered
in the project's facts. A column is required where a sheet without it could not be known for what it is;
one that fills nothing is not here."""

from throughline.record.care_codes import (
    ACCOMMODATION,
    ACTIVITY,
    ADOPTION_REVERSED,
    ELIGIBILITY,
    EPISODE_END,
    IN_TOUCH,
    LEGAL_STATUS,
    PLACEMENT,
    PROVIDER,
    SUITABLE,
)
from throughline.record.codes import ABUSE, CLOSURE, CONTACT_SOURCE, ETHNICITY, NEED, SEX
from throughline.record.rows import Table
from throughline.returns.headings import (
    HeadedCode,
    HeadedDate,
    HeadedFlag,
    HeadedId,
    HeadedNumber,
    HeadedText,
)


def child_id() -> HeadedId:
    """The child's column, the same in every list."""
    key_words = r"\b(child|unique)\b.*\b(id|identifier)\b"
    return HeadedId(
        "Child Unique ID", "ChildUniqueID", "Child ID", "Unique ID", like=key_words, required=True
    )


def sex() -> HeadedCode:
    """The child's sex, under Gender."""
    return HeadedCode("Gender", "Sex", codes=SEX)


def ethnicity() -> HeadedCode:
    """The child's ethnic group."""
    return HeadedCode("Ethnicity", like="^ethnic", codes=ETHNICITY)


def born() -> HeadedDate:
    """The child's date of birth."""
    return HeadedDate("Date of Birth", "DateOfBirth", "DOB", like="date.*birth")


def disabled() -> HeadedFlag:
    """Whether the child has a disability."""
    return HeadedFlag("Does the Child have a Disability", "HasDisability", "Disability", like="disability")


def team() -> HeadedText:
    """The team the list gives."""
    return HeadedText("Allocated Team", "AllocatedTeam")


def worker() -> HeadedText:
    """The worker the list gives."""
    return HeadedText("Allocated Worker", "AllocatedWorker")


class List1(Table):
    """Contacts received in the six months: a row for each child and contact."""

    child = child_id()
    sex = sex()
    ethnicity = ethnicity()
    born = born()
    received = HeadedDate("Date of Contact", "DateOfContact", like="date.*contact", required=True)
    source = HeadedCode(
        "Contact Source", "ContactSource", like="contact.*source", required=True, codes=CONTACT_SOURCE
    )


class List2(Table):
    """Early help assessments in the six months, and current early help."""

    child = child_id()
    sex = sex()
    ethnicity = ethnicity()
    born = born()
    started = HeadedDate("Assessment start date", "AssessmentStartDate", required=True)
    ended = HeadedDate("Assessment completion date", "AssessmentCompletionDate")
    organisation = HeadedText(
        "Organisation completing assessment",
        "OrganisationCompletingAssessment",
        like="^organisation",
        required=True,
    )


class List3(Table):
    """Referrals received in the six months."""

    child = child_id()
    sex = sex()
    ethnicity = ethnicity()
    born = born()
    started = HeadedDate("Date of referral", "ReferralDate", like="date of.*referral", required=True)
    source = HeadedCode("Referral Source", "ReferralSource", like="referral.*source", codes=CONTACT_SOURCE)
    no_action = HeadedFlag("Referral NFA?", "ReferralNFA", like=r"referral.*\bnfa\b")
    team = team()
    worker = worker()


class List4(Table):
    """Assessments open or completed in the six months."""

    child = child_id()
    sex = sex()
    ethnicity = ethnicity()
    born = born()
    disabled = disabled()
    started = HeadedDate(
        "Continuous Assessment Start Date",
        "ContinuousAssessmentStart",
        like="continuous assessment.*start",
        required=True,
    )
    seen = HeadedFlag(
        "Child Seen During Continuous Assessment", "ContinuousAssessmentChildSeen", like="child seen"
    )
    ended = HeadedDate(
        "Continuous Assessment Date of Authorisation",
        "ContinuousAssessmentAuthDate",
        like="assessment.*authori[sz]",
    )
    support = HeadedFlag(
        "Was the child assessed as requiring LA children's social care support?",
        "CSCSupportRequired",
        like="was the child assessed.*social care support",
    )
    team = team()
    worker = worker()


class List5(Table):
    """Section 47 enquiries open or completed in the six months, and the conferences they led to."""

    child = child_id()
    sex = sex()
    ethnicity = ethnicity()
    born = born()
    disabled = disabled()
    discussed = HeadedDate(
        "Strategy discussion initiating Section 47 Enquiry Start Date",
        "StratDiscussionDate",
        like="strategy discussion",
        required=True,
    )
    no_conference = HeadedFlag(
        "Was an Initial Child Protection Conference deemed unnecessary?",
        "InitialCPConfUnnecessary",
        like="conference.*unnecessary",
    )
    held = HeadedDate(
        "Date of Initial Child Protection Conference",
        "InitialCPConfDate",
        like="date of.*child protection conference",
    )
    plan = HeadedFlag(
        "Did the Initial Child Protection Conference Result in a Child Protection Plan",
        "CPConfResultInCPPlan",
        like="conference result in",
    )
    team = team()
    worker = worker()


class List6(Table):
    """Children in need on the day, or in the six months."""

    child = child_id()
    sex = sex()
    ethnicity = ethnicity()
    born = born()
    disabled = disabled()
    started = HeadedDate("CIN Start Date", "CINStartDate", like=r"\bcin start", required=True)
    need = HeadedCode("Primary Need Code", "PrimaryNeedCode", like="primary need", required=True, codes=NEED)
    ended = HeadedDate("CIN Closure Date", "CINClosureDate", like=r"\bcin closure")
    end_reason = HeadedCode(
        "Reason for Closure", "ReasonForClosure", like="reason for closure", codes=CLOSURE
    )
    team = team()
    worker = worker()


class List7(Table):
    """Children with a child protection plan on the day, or whose plan ended in the six months."""

    child = child_id()
    sex = sex()
    ethnicity = ethnicity()
    born = born()
    disabled = disabled()
    started = HeadedDate(
        "Child Protection Plan Start Date",
        "ChildProtectionPlanStartDate",
        like="plan start date",
        required=True,
    )
    first_category = HeadedCode("Initial Category of Abuse", "InitialCategoryOfAbuse", codes=ABUSE)
    category = HeadedCode("Latest Category of Abuse", "LatestCategoryOfAbuse", codes=ABUSE)
    visited = HeadedDate("Date of the Last Statutory Visit", "DateOfLastStatutoryVisit")
    seen_alone = HeadedFlag("Was the Child Seen Alone?", "ChildSeenAlone", like="seen alone")
    reviewed = HeadedDate("Date of latest review conference", "DateOfLatestReviewConf")
    ended = HeadedDate("Child Protection Plan End Date", "ChildProtectionPlanEndDate", like="plan end date")
    before = HeadedNumber(
        "Number of Previous Child Protection Plans",
        "NumberOfPreviousCPPlans",
        like="previous.*protection plan",
    )
    team = team()
    worker = worker()


class List8(Table):
    """Children looked after on the day, or who ceased to be in the six months."""

    child = child_id()
    sex = sex()
    ethnicity = ethnicity()
    born = born()
    asylum = HeadedFlag(
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
        "UASC",
        like="unaccompanied asylum seeking child",
    )
    disabled = disabled()
    started = HeadedDate(
        "Date Started to be Looked After",
        "LoookedAfterStartDate",
        "LookedAfterStartDate",
        like="date started to be looked after",
        required=True,
    )
    need = HeadedCode(
        "Child's Category of Need", "ChildCategoryOfNeed", like="child.?s category of need", codes=NEED
    )
    legal_started = HeadedDate("Start date of current legal status", "MostRecentLegalStatusStart")
    legal_status = HeadedCode(
        "Child's Legal Status", "LegalStatus", like="child.?s legal status", codes=LEGAL_STATUS
    )
    reviewed = HeadedDate("Date of Latest Statutory Review", "LatestStatutoryReviewDate")
    visited = HeadedDate("Date of Last Social Work Visit", "LastSocialWorkVisitDate")
    ended = HeadedDate("Date Ceased to be Looked After", "CeasedLookedAfterDate")
    end_reason = HeadedCode("Reason Ceased to be Looked After", "ReasonCeasedLookedAfter", codes=EPISODE_END)
    placed = HeadedDate("Start Date of Most Recent Placement", "MostRecentPlacementStartDate")
    placement = HeadedCode("Placement Type", "PlacementType", codes=PLACEMENT)
    provider = HeadedCode("Placement Provider", "PlacementProvider", codes=PROVIDER)
    postcode = HeadedText("Placement postcode", "PlacementPostcode")
    urn = HeadedId("URN of Placement", "PlacementURN")
    team = team()
    worker = worker()


class List9(Table):
    """Care leavers in receipt of services on the day."""

    child = child_id()
    sex = sex()
    ethnicity = ethnicity()
    born = born()
    asylum = HeadedFlag(
        "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
        "UASC",
        like="unaccompanied asylum seeking child",
    )
    disabled = disabled()
    team = team()
    worker = worker()
    eligibility = HeadedCode(
        "Eligibility Category",
        "EligibilityCategory",
        "Eligibity Category",
        like="^eligib",
        required=True,
        codes=ELIGIBILITY,
    )
    plan_reviewed = HeadedDate("Latest Pathway Plan Review Date", "LatestPathwayPlan", like="pathway plan")
    in_touch = HeadedCode("LA in Touch", "LAInTouch", like="in touch", required=True, codes=IN_TOUCH)
    contact = HeadedDate("Latest Date of Contact", "LatestContact", like="latest.*contact")
    accommodation = HeadedCode("Type of Accommodation", "TypeOfAccommodation", codes=ACCOMMODATION)
    suitable = HeadedCode(
        "Suitability of Accommodation", "SuitabilityOfAccommodation", like="^suitability", codes=SUITABLE
    )
    activity = HeadedCode("Activity Status", "ActivityStatus", like="^activity", codes=ACTIVITY)


class List10(Table):
    """Children for whom adoption was decided, done or given up in the twelve months."""

    child = child_id()
    sex = sex()
    ethnicity = ethnicity()
    born = born()
    disabled = disabled()
    entered_care = HeadedDate("Date the Child Entered Care", "EnteredCareDate", like="entered care")
    started = HeadedDate(
        "Date of Decision that Child Should be Placed for Adoption",
        "ADMSHOBPADecisionDate",
        like="decision.*should be placed",
        required=True,
    )
    placement_order = HeadedDate("Date of Placement Order", "PlacementOrderDate")
    matched = HeadedDate(
        "Date of Matching Child and Prospective Adopters", "MatchedForAdoptionDate", like="date of match"
    )
    placed = HeadedDate("Date Placed for Adoption", "PlacedForAdoptionDate")
    ended = HeadedDate("Date of Adoption Order", "AdoptionOrderDate")
    reversed = HeadedDate(
        "Date of Decision that Child Should No Longer be Placed for Adoption",
        "DecisionReversedDate",
        like="decision.*no longer be placed",
    )
    reversed_because = HeadedCode(
        "Reason Why Child No Longer Placed for Adoption", "DecisionReversedReason", codes=ADOPTION_REVERSED
    )
    fostered_first = HeadedDate(
        "Date the child was placed for fostering in FFA or concurrent planning placement",
        "DateFFAConsurrencyPlacement",
        like="placed for fostering",
    )


class List11(Table):
    """People who asked to adopt, in the twelve months: a row for each."""

    adopter = HeadedId(
        "Individual adopter identifier", "AdopterID", like=r"adopter.*\b(id|identifier)\b", required=True
    )
    family = HeadedId("Family identifier", "FamilyID", like="family.*id")
    enquired = HeadedDate("Date enquiry received", like="enquiry received", required=True)
    approved = HeadedDate("Date application approved", like="application approved")
    matched = HeadedDate("Date adopter matched with child(ren)", like="adopter matched")
    left = HeadedDate("Date of leaving adoption process", "AdoptionLeaveDate", like="date of leaving")
    left_because = HeadedText(
        "Reason for leaving adoption process", "AdoptingLeaveReason", like="reason for leaving"
    )
