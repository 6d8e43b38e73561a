"""A few invented young people of a SEN2 census, and what a reader makes of them."""

from throughline.record.rows import SOURCE, SOURCE_LINE
from throughline.returns.sen2_tables import (
    ActivePlans,
    Assessment,
    NamedPlan,
    Person,
    PlacementDetail,
    PlanDetail,
    Requests,
    SENneed,
)

from .sen2_forms import as_csv, as_template, as_xml, line

HEADER = {"Collection": "SEN2", "Year": "2025", "ReferenceDate": "2025-01-16", "LEA": "990"}
ANN, ULN = "A990000000001", "1234567890"


def ann():
    """Asked for in the year, and has a plan."""
    plan = line(
        NamedPlan,
        [line(PlanDetail, URN="100001", PlacementRank="1", SENunitIndicator="1")],
        StartDate="2024-06-20",
        PlanRes="0",
        PlanWBP="1",
        PB="1",
        OA="2",
        DP="0",
    )
    assessed = line(
        Assessment,
        [plan],
        AssessmentOutcome="Y",
        AssessmentOutcomeDate="2024-06-18",
        OtherMediation="0",
        Week20="0",
    )
    in_force = line(
        ActivePlans,
        [
            line(PlacementDetail, UKPRN="10000001", PlacementRank="1", EntryDate="2024-09-02", Res="1"),
            line(SENneed, SENtype="ASD", SENtypeRank="1"),
            line(SENneed, SENtype="SLCN", SENtypeRank="2"),
        ],
        LastReview="2025-01-10",
        ReviewMeeting="2024-12-12",
        ReviewOutcome="C",
        PhaseTransferDueDate="2025-02-15",
    )
    asked = line(
        Requests,
        [assessed, in_force],
        ReceivedDate="2024-02-01",
        RequestSource="3",
        RYA="0",
        RequestOutcome="Y",
        RequestOutcomeDate="2024-03-01",
        RequestTribunal="1",
    )
    return line(
        Person,
        [asked],
        Surname="O’Hara",
        Forename="Ann",
        PersonBirthDate="2012-05-01",
        Sex="F",
        Ethnicity="WBRI",
        UPN=ANN,
    )


def ben():
    """Had a plan long before; known by the learner number; refused when asked for again."""
    before = line(
        Requests,
        [line(ActivePlans, [line(SENneed, SENtype="MLD", SENtypeRank="1")], LastReview="2024-03-03")],
        RequestOutcome="H",
    )
    refused = line(Requests, ReceivedDate="2024-11-01", RequestOutcome="N", RequestOutcomeDate="2024-12-01")
    return line(
        Person,
        [before, refused],
        Surname="Lee",
        Forename="Ben",
        PersonBirthDate="2006-01-31",
        Sex="M",
        UniqueLearnerNumber=ULN,
        UPNunknown="UN9",
    )


def forms(people, header=HEADER):
    return {
        "xml": {"sen2.xml": as_xml(header, people)},
        "csv": as_csv(header, people),
        "template": {"sen2.xlsx": as_template(header, people)},
    }


def told(part):
    """All that a part says, but for the place of each line."""
    frames = {t: f.drop(SOURCE, SOURCE_LINE) for t, f in part.frames.items()}
    return {t: sorted(f.rows(), key=repr) for t, f in frames.items()}, part.covers, part.as_at
