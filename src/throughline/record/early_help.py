"""Early help: what is offered before a child needs a social worker."""

from throughline.record.columns import Date, Flag, Id, Number, Text
from throughline.record.rows import Event, Own, Spell


class EarlyHelp(Spell):
    """A time a child and family had early help. (Annex A lists assessments, the dataset episodes.)"""

    child = Id("The child", ssd="earl_person_id", required=True)
    started = Date("The day it began", ssd="earl_episode_start_date", required=True)
    ended = Date("The day it ended; blank while it goes on", ssd="earl_episode_end_date")
    organisation = Text("Who leads it", ssd="earl_episode_organisation")
    end_reason = Text("Why it ended", ssd="earl_episode_end_reason")
    episode = Id("The episode", ssd="earl_episode_id")
    reason = Text("Why it was needed", ssd="earl_episode_reason")
    worker = Id("The worker who leads it", ssd="earl_episode_worker_id")


class EarlyHelpAssessments(Own, Spell):
    """An assessment for early help, from its start until it was done. (The dataset has the episodes of
    early help, not the assessments.)"""

    early_help_assessment = Id("The assessment", required=True)
    child = Id("The child", required=True)
    started = Date("The day it began", required=True)
    ended = Date("The day it was done; blank while it is open")
    organisation = Text("Who made it")
    outcome = Text("What came of it; councils differ in their words")


class EarlyHelpPlans(Own, Spell):
    """A time a child had a plan of early help."""

    early_help_plan = Id("The plan", required=True)
    child = Id("The child", required=True)
    started = Date("The day it began", required=True)
    ended = Date("The day it ended; blank while it goes on")
    lead = Text("Who leads it")
    stepped_up = Flag("It ended because the child needed a social worker")
    outcome = Text("What came of it; councils differ in their words")


class EarlyHelpMeetings(Own, Event):
    """A meeting of the team around a child or family."""

    child = Id("The child", required=True)
    early_help_plan = Id("The plan it was about")
    family_met = Date("The day of the meeting", required=True)
    due = Date("The day it was to be held by")
    family_came = Flag("The family took part")


class SupportedFamilies(Own, Spell):
    """A time a family was in the Supporting Families programme."""

    subject = "family"
    known_by = ("lead_practitioner",)

    family = Id("The family", required=True)
    started = Date("The day the family joined the programme", required=True)
    ended = Date("The day the family left it; blank while it goes on")
    lead_practitioner = Text("Who leads the work with them")
    team = Id("The team that leads it")


class FamilyOutcomes(Own, Event):
    """Whether a family in Supporting Families met one outcome its plan aims at, when last looked at."""

    subject = "family"

    family = Id("The family", required=True)
    recorded = Date("The day it was looked at", required=True)
    aimed_at = Text("The outcome, by the headings of the framework in use", required=True)
    met = Flag("It is met")
    sustained_since = Date("The day since when it is met without a break")
    evidence = Text("What shows it")


class FamilyProgress(Own, Event):
    """What was found of a family twelve months after the work with it was closed: whether what had changed
    for the better was kept up."""

    subject = "family"
    known_by = ("first_term", "second_term", "third_term")

    family = Id("The family", required=True)
    closed = Date("The day the work with the family ended", required=True)
    first_term = Number("The lowest attendance of any of its children in the first term after, of 100")
    second_term = Number("The lowest in the second term, of 100")
    third_term = Number("The lowest in the third term, of 100")
    police = Flag("The police were called to the family again, or one of it offended")
    abuse = Flag("There was domestic abuse again")
    team = Id("The team that led the work")


class FamilyClaims(Own, Event):
    """A claim for a family whose outcomes in Supporting Families were sustained."""

    subject = "claim"

    claim = Id("The claim", required=True)
    family = Id("The family", required=True)
    claimed = Date("The day of the claim", required=True)
    basis = Text("What it was made for; councils differ in their words")
    closed = Date("The day the work with the family ended")
    paid = Date("The day it was paid; blank until then")
    turned_down = Flag("It was turned down")
