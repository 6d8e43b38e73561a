"""The elements of the CIN census that hold something, in the Department's own names: one table each.

Source: the census's schemas 2017 to 2026 and its guide, as gathered in the project's facts. `LAchildID`
stands in `ChildIdentifiers` alone, and is put beside every line of the child when the file is read; so are
the columns that end in `ID`, which number an element in its file."""

from throughline.record.codes import ABUSE, CLOSURE, CONTACT_SOURCE, DISABILITY, ETHNICITY, FACTOR, NEED, SEX
from throughline.record.columns import Code, Date, Flag, Id, Number
from throughline.record.rows import Table
from throughline.returns.headings import HeadedCode, HeadedId


class CollectionDetails(Table):
    """The header: which year it is."""

    Collection = Id("The collection")
    Year = Id("The year it ends in")
    ReferenceDate = Date("The last day of the year")


class Source(Table):
    """The header: whose it is, and when it was written."""

    LEA = Id("The council’s number")
    SoftwareCode = Id("The software")
    Release = Id("Its release")
    SerialNo = Id("The file’s number")
    SourceLevel = Id("L: a council")
    DateTime = Date("The day it was written")


class ChildIdentifiers(Table):
    """Who a child is."""

    ChildID = HeadedId("@Child")
    LAchildID = Id("The child", required=True)
    UPN = Id("Unique pupil number")
    FormerUPN = Id("An earlier one")
    UPNunknown = Code("Why it is not known")
    PersonBirthDate = Date("Date of birth")
    ExpectedPersonBirthDate = Date("Date a birth is expected")
    GenderCurrent = Code("Gender; until the year to 2024", codes=SEX)
    Sex = Code("Sex; from the year to 2025", codes=SEX)
    PersonDeathDate = Date("Date of death")


class ChildCharacteristics(Table):
    """What a child is like."""

    ChildID = HeadedId("@Child")
    LAchildID = Id("The child")
    Ethnicity = Code("Ethnic group", codes=ETHNICITY)


class Disabilities(Table):
    """A disability of a child."""

    ChildID = HeadedId("@Child")
    LAchildID = Id("The child")
    Disability = Code("The disability", codes=DISABILITY)


class CINdetails(Table):
    """A time a child was in need, from the referral."""

    ChildID = HeadedId("@Child")
    CINdetailsID = HeadedId("@CINdetails")
    LAchildID = Id("The child")
    CINreferralDate = Date("The day of referral")
    ReferralSource = Code("Who it came from", codes=CONTACT_SOURCE)
    PrimaryNeedCode = Code("Main need", codes=NEED)
    CINclosureDate = Date("The day it closed")
    ReasonForClosure = Code("Why it closed", codes=CLOSURE)
    DateOfInitialCPC = Date("The day of the initial conference, where no enquiry of this time led to it")
    ReferralNFA = Flag("No further action")


class Assessments(Table):
    """An assessment."""

    ChildID = HeadedId("@Child")
    CINdetailsID = HeadedId("@CINdetails")
    AssessmentsID = HeadedId("@Assessments")
    LAchildID = Id("The child")
    AssessmentActualStartDate = Date("The day it began")
    AssessmentInternalReviewDate = Date("The day it was to be looked at")
    AssessmentAuthorisationDate = Date("The day it was signed off")


class FactorsIdentifiedAtAssessment(Table):
    """A factor found in an assessment."""

    ChildID = HeadedId("@Child")
    CINdetailsID = HeadedId("@CINdetails")
    AssessmentsID = HeadedId("@Assessments")
    LAchildID = Id("The child")
    AssessmentFactors = HeadedCode("AssessmentFactors", "AssessmentFactor", codes=FACTOR)


class CINPlanDates(Table):
    """A time with a child in need plan; from the year to 2022."""

    ChildID = HeadedId("@Child")
    CINdetailsID = HeadedId("@CINdetails")
    LAchildID = Id("The child")
    CINPlanStartDate = Date("The day it began")
    CINPlanEndDate = Date("The day it ended")


class Section47(Table):
    """An enquiry under section 47."""

    ChildID = HeadedId("@Child")
    CINdetailsID = HeadedId("@CINdetails")
    LAchildID = Id("The child")
    S47ActualStartDate = Date("The day of the strategy discussion")
    InitialCPCtarget = Date("The day by which a conference was to be held")
    DateOfInitialCPC = Date("The day it was held")
    ICPCnotRequired = Flag("None was needed")


class ChildProtectionPlans(Table):
    """A child protection plan."""

    ChildID = HeadedId("@Child")
    CINdetailsID = HeadedId("@CINdetails")
    ChildProtectionPlansID = HeadedId("@ChildProtectionPlans")
    LAchildID = Id("The child")
    CPPstartDate = Date("The day it began")
    CPPendDate = Date("The day it ended")
    InitialCategoryOfAbuse = Code("First category of abuse", codes=ABUSE)
    LatestCategoryOfAbuse = Code("Latest category of abuse", codes=ABUSE)
    NumberOfPreviousCPP = Number("How many plans before it")


class Reviews(Table):
    """A review of a child protection plan."""

    ChildID = HeadedId("@Child")
    CINdetailsID = HeadedId("@CINdetails")
    ChildProtectionPlansID = HeadedId("@ChildProtectionPlans")
    LAchildID = Id("The child")
    CPPreviewDate = Date("The day of the review")


class PreProceedingsandFGDM(Table):
    """A time in pre-proceedings, and the offer of a family group decision making meeting; from 2026."""

    ChildID = HeadedId("@Child")
    CINdetailsID = HeadedId("@CINdetails")
    LAchildID = Id("The child")
    PPStartDate = Date("The day it began")
    LBPSentDate = Date("The day the letter before proceedings was sent")
    FGDMMeetingOffer = Flag("A family group decision making meeting was offered")
    FGDMMeetingFac = Flag("One was held")
    InitialPPMeetingDate = Date("The first meeting")
    ReviewMeetingsCount = Number("How many reviews there were")
    StepDecisionDate = Date("The day it was decided to step down or to go to court")
    PPOutcome = Code("What came of it")
    CourtAppDate = Date("The day of the application to the court")
    LetterInitCPDate = Date("The day of the letter that proceedings begin")


OF_CHILDREN: tuple[type[Table], ...] = (
    ChildIdentifiers,
    ChildCharacteristics,
    Disabilities,
    CINdetails,
    Assessments,
    FactorsIdentifiedAtAssessment,
    CINPlanDates,
    Section47,
    ChildProtectionPlans,
    Reviews,
    PreProceedingsandFGDM,
)
