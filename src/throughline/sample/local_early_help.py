"""Lists of early help: what was found of a child, the plan made of it, and the meetings round the family."""

from collections.abc import Iterator
from dataclasses import dataclass

from throughline.record.early_help import EarlyHelpAssessments, EarlyHelpMeetings, EarlyHelpPlans
from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import iso, last_working, next_working
from throughline.sample.journey import EarlyHelp
from throughline.sample.local_lists import LocalList

MEETINGS_KEPT, APART = 730, 42  # days: how far back the list of meetings goes, and from one to the next
LEADS = ("School", "Health visitor", "Family hub", "Voluntary agency")
STEPPED_UP = 0.08  # of plans that have ended


@dataclass(frozen=True)
class Planned:
    """Early help of which the assessment was done in time for a plan."""

    help: EarlyHelp
    done: int


def _assessed(at: AsAt) -> Iterator[Planned]:
    """Each time of early help begins with an assessment, of some five weeks."""
    for help_ in at.early_help:
        if help_.start >= at.began:
            at.deck.cut(help_.key * 181)
            yield Planned(help_, next_working(help_.start + 18 + int(at.deck.waiting(16))))


def _assessments(at: AsAt) -> Iterator[Row]:
    for one in _assessed(at):
        done = min(one.done, one.help.end)
        outcome = "Plan" if one.done < one.help.end else "No plan needed"
        yield (f"EA{one.help.key}", one.help.child.key, iso(one.help.start), at.shown(done),
               one.help.organisation, outcome if done <= at.day else "")  # fmt: skip


def _planned(at: AsAt) -> Iterator[Planned]:
    return (one for one in _assessed(at) if one.done < one.help.end and one.done <= at.day)


def _plans(at: AsAt) -> Iterator[Row]:
    for one in _planned(at):
        at.deck.cut(one.help.key * 191)
        lead, up, over = at.deck.one_of(LEADS), at.deck.happens(STEPPED_UP), one.help.end <= at.day
        outcome = "Needs a social worker" if up else at.deck.one_of(("Needs met", "Needs met", "Declined"))
        yield (f"EP{one.help.key}", one.help.child.key, iso(one.done), at.shown(one.help.end), lead,
               ("Y" if up else "N") if over else "", outcome if over else "")  # fmt: skip


def _meetings(at: AsAt) -> Iterator[Row]:
    """Every six weeks while the plan goes on."""
    for one in _planned(at):
        at.deck.cut(one.help.key * 193)
        for due in range(one.done + APART, min(one.help.end, at.day), APART):
            met, came = last_working(due - int(at.deck.around(2, 5))), at.deck.happens(0.86)
            if at.day - MEETINGS_KEPT < met <= at.day:
                yield one.help.child.key, f"EP{one.help.key}", iso(met), iso(due), "Y" if came else "N"


early_help_assessments = LocalList(
    table=EarlyHelpAssessments,
    columns="early_help_assessment child started ended organisation outcome",
    rows=_assessments,
)
early_help_plans = LocalList(
    table=EarlyHelpPlans,
    columns="early_help_plan child started ended lead stepped_up outcome",
    rows=_plans,
)
early_help_meetings = LocalList(
    table=EarlyHelpMeetings, columns="child early_help_plan family_met due family_came", rows=_meetings
)
