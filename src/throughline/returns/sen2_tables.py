"""The modules of the SEN2 return, in the Department's own names: one table each.

Source: the guide as gathered in the project's facts (person level, 2023 to 2025). Which census began to ask
for a column the facts do not say, so no file is blamed for lacking one. `ID` and `Parent` number a line and
the line it stands under in one file; they mean nothing outside it. A column of which the facts say no codes
is kept as it came. Where a young person lives (`PostCode`) is read and fills nothing: it has no day."""

from throughline.record.codes import ETHNICITY, SEX
from throughline.record.columns import Code, Date, Flag, Id, Text
from throughline.record.rows import Table
from throughline.record.send_codes import DECISION, PLAN_END, SEN_NEED, SEN_SETTING, UPN_UNKNOWN
from throughline.returns.headings import HeadedId

MINE, ABOVE = "@mine", "@above"  # headings under which a line is numbered, and the line above it


class SEN2(Table):
    """The header: whose it is, and the day of the census."""

    Collection = Id("The collection")
    Year = Id("The year of the census")
    ReferenceDate = Date("The day of the census")
    SourceLevel = Id("L: a council")
    LEA = Id("The council’s number")
    SoftwareCode = Id("The software")
    Release = Id("Its release")
    SerialNo = Id("The file’s number")
    DateTime = Date("The day it was written")
    DMO = Text("DMO, as written")
    DCO = Text("DCO, as written")
    DSCO = Text("DSCO, as written")


class Person(Table):
    """A child or young person."""

    ID = HeadedId(MINE)
    Surname = Text("Family name")
    Forename = Text("First name")
    PersonBirthDate = Date("Date of birth")
    Sex = Code("Sex", codes=SEX)
    Gender = Code("Gender; in earlier censuses", codes=SEX)
    Ethnicity = Code("Ethnic group", codes=ETHNICITY)
    PostCode = Text("Postcode")
    UPN = Id("Unique pupil number")
    UniqueLearnerNumber = Id("Unique learner number")
    UPNunknown = Code("Why neither is known", codes=UPN_UNKNOWN)


class Requests(Table):
    """A request for an assessment."""

    ID = HeadedId(MINE)
    Parent = HeadedId(ABOVE)
    ReceivedDate = Date("The day it came in")
    RequestSource = Code("Who asked")
    RYA = Code("RYA")
    RequestOutcomeDate = Date("The day of the answer")
    RequestOutcome = Code("Whether to assess", codes=DECISION)
    RequestMediation = Code("Mediation about it")
    RequestTribunal = Code("Tribunal about it")
    Exported = Code("Exported")


class Assessment(Table):
    """The assessment that a request led to."""

    ID = HeadedId(MINE)
    Parent = HeadedId(ABOVE)
    AssessmentOutcome = Code("Whether a plan is issued", codes=DECISION)
    AssessmentOutcomeDate = Date("The day of the decision")
    AssessmentMediation = Code("Mediation about it")
    AssessmentTribunal = Code("Tribunal about it")
    OtherMediation = Code("Other mediation")
    OtherTribunal = Code("Other tribunal")
    Week20 = Flag("1: the twenty weeks need not be kept")


class NamedPlan(Table):
    """The plan that an assessment led to."""

    ID = HeadedId(MINE)
    Parent = HeadedId(ABOVE)
    StartDate = Date("The day of the plan")
    PlanRes = Flag("Residential")
    PlanWBP = Flag("Work-based")
    PB = Code("Personal budget")
    OA = Code("OA")
    DP = Code("DP")
    CeaseDate = Date("The day it ended")
    CeaseReason = Code("Why it ended", codes=PLAN_END)


class PlanDetail(Table):
    """A place that a plan names."""

    ID = HeadedId(MINE)
    Parent = HeadedId(ABOVE)
    URN = Id("The number of the school")
    UKPRN = Id("The number of the provider")
    SENSetting = Code("What it is, where it has neither", codes=SEN_SETTING)
    SENSettingOther = Text("What else it is")
    PlacementRank = Id("1 the first, 2 the second")
    SENunitIndicator = Flag("In a SEN unit")
    ResourcedProvisionIndicator = Flag("In resourced provision")


class ActivePlans(Table):
    """A plan in force on the day of the census."""

    ID = HeadedId(MINE)
    Parent = HeadedId(ABOVE)
    TransferLA = Code("The council of a transfer")
    ReviewMeeting = Date("The day of the review meeting")
    ReviewOutcome = Code("What came of it")
    ReviewDraft = Text("ReviewDraft")
    PhaseTransferDueDate = Date("The day a phase transfer is due")
    PhaseTransferFinalDate = Date("The day it was final")
    LastReview = Date("The day of the decision of the latest review")
    Res = Flag("Residential; in earlier censuses")
    WBP = Flag("Work-based; in earlier censuses")


class PlacementDetail(Table):
    """A place where a young person with a plan in force is or was."""

    ID = HeadedId(MINE)
    Parent = HeadedId(ABOVE)
    URN = Id("The number of the school")
    UKPRN = Id("The number of the provider")
    SENSetting = Code("What it is, where it has neither", codes=SEN_SETTING)
    SENSettingOther = Text("What else it is")
    PlacementRank = Id("1 the first, 2 the second")
    EntryDate = Date("The day they came")
    LeavingDate = Date("The day they left")
    AttendancePattern = Code("Attendance; in earlier censuses")
    SENunitIndicator = Flag("In a SEN unit")
    ResourcedProvisionIndicator = Flag("In resourced provision")
    Res = Flag("Residential")
    WBP = Flag("Work-based")


class SENneed(Table):
    """A need of a plan in force."""

    ID = HeadedId(MINE)
    Parent = HeadedId(ABOVE)
    SENtype = Code("The need", codes=SEN_NEED)
    SENtypeRank = Id("1 the first, 2 the second")


# What stands under what, from the outermost in.
ABOVE_IT: dict[type[Table], type[Table]] = {
    Requests: Person,
    Assessment: Requests,
    NamedPlan: Assessment,
    PlanDetail: NamedPlan,
    ActivePlans: Requests,
    PlacementDetail: ActivePlans,
    SENneed: ActivePlans,
}
OF_PEOPLE: tuple[type[Table], ...] = (Person, *ABOVE_IT)
TABLES: tuple[type[Table], ...] = (SEN2, *OF_PEOPLE)
