"""Lists of the council's own about what families tell it: complaints, and compliments."""

from collections.abc import Iterator

from throughline.record.complaints import Complaints, Compliments
from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import iso, next_working
from throughline.sample.local_lists import LocalList

WEEKS = 200
TO_ANSWER = 14  # days
THEMES = ("Communication", "Delay", "A decision", "A worker's manner", "Contact with a child")
MADE_BY = ("Parent", "Parent", "Carer", "Young person", "Grandparent")


def _complaints(at: AsAt) -> Iterator[Row]:
    teams = [team.key for team in at.authority.teams.all]
    for week in range(at.day // 7 - WEEKS, at.day // 7):
        at.deck.cut(week * 131)
        for n in range(int(at.deck.next() * 3.4)):
            came = next_working(week * 7 + n)
            due = came + TO_ANSWER
            answered = next_working(came + 4 + int(at.deck.waiting(7)))
            again = answered + 10 if at.deck.happens(0.12) else 0
            about = at.deck.one_of(MADE_BY), at.deck.one_of(THEMES)
            team, upheld = at.deck.one_of(teams), "Y" if at.deck.happens(0.35) else "N"
            for stage, start, end in ((1, came, answered), (2, again, again + 31)):
                if start and start <= at.day:
                    told = upheld if end <= at.day else ""
                    last = due if stage == 1 else again + 35
                    yield (f"Q{week}-{n}", iso(start), at.shown(end), stage, iso(last), *about, told, team)


def _compliments(at: AsAt) -> Iterator[Row]:
    teams = [team.key for team in at.authority.teams.all]
    for week in range(at.day // 7 - WEEKS, at.day // 7):
        at.deck.cut(week * 137)
        for n in range(int(at.deck.next() * 2.6)):
            yield (
                f"T{week}-{n}",
                iso(next_working(week * 7 + n)),
                at.deck.one_of(MADE_BY),
                at.deck.one_of(teams),
            )


complaints = LocalList(
    table=Complaints,
    columns="complaint started ended complaint_stage due made_by theme upheld team",
    rows=_complaints,
)
compliments = LocalList(table=Compliments, columns="compliment praised made_by team", rows=_compliments)
