"""Early help: what is offered before a child needs a social worker."""

from throughline.record.columns import Date, Id, Text
from throughline.record.rows import Spell


class EarlyHelp(Spell):
    """A time a child and family had early help. (Annex A lists assessments, the dataset episodes.)"""

    child = Id("The child", ssd="earl_person_id", required=True)
    started = Date("The day it began", ssd="earl_episode_start_date", required=True)
    ended = Date("The day it ended; blank while it goes on", ssd="earl_episode_end_date")
    organisation = Text("Who leads it", ssd="earl_episode_organisation")
    end_reason = Text("Why it ended", ssd="earl_episode_end_reason")
