"""Lists of the council's own about its workers: posts and vacancies, agency workers, leavers,
supervision, absence."""

from collections.abc import Iterator

from throughline.record.workforce import (
    Absences,
    AgencyAssignments,
    Leavers,
    Posts,
    Supervision,
    Vacancies,
    WorkersInPost,
)
from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import NEVER, iso, next_working, working_between
from throughline.sample.local_lists import LocalList
from throughline.sample.ssd_workforce import held_in_september
from throughline.sample.worker import Worker

AGENCIES = ("Tideway Social Care", "Larch Street Staffing", "Northshore Locums")
UNFILLED = 14  # for each so many filled posts, one was set up lately and is not filled yet
MONTHS = 24  # of supervision kept
WELL = 150  # days from one absence to the next, mostly
Filled = dict[str, list[Worker]]


def _posts(at: AsAt) -> Filled:
    """Each post and the workers who held it, one after another; those set up lately have none."""
    held: Filled = {}
    for team in at.authority.teams.all:
        mine: list[str] = []
        for worker in sorted(at.workers, key=lambda w: (w.start, w.key)):
            if worker.team != team.key or worker.agency:
                continue
            free = [post for post in mine if held[post][-1].end <= worker.start]
            post = free[0] if free else f"P{team.key}-{len(mine) + 1:03d}"
            if not free:
                mine.append(post)
            held.setdefault(post, []).append(worker)
        for n in range(len(mine) // UNFILLED):
            held[f"P{team.key}-{900 + n}"] = []
    return held


def _post_rows(at: AsAt) -> Iterator[Row]:
    for post, workers in _posts(at).items():
        team = at.authority.teams.by_key[post[1:].split("-")[0]]
        started = max(workers[0].start - 60, at.began) if workers else at.day - 120
        adviser = team.key == at.authority.teams.leavers
        full = workers[0].fte if workers else 1
        yield post, iso(started), "", full, team.job, "" if adviser else 5, "N" if adviser else "Y", team.key


def _vacancy_rows(at: AsAt) -> Iterator[Row]:
    for post, workers in _posts(at).items():
        team = post[1:].split("-")[0]
        part = workers[0].fte if workers else 1
        since = max(workers[0].start - 60, at.began) if workers else at.day - 120
        for until in [*(worker.start for worker in workers), NEVER]:
            if since < min(until, at.day):
                needs = "N" if team == at.authority.teams.leavers else "Y"
                yield post, iso(since), at.shown(until), part, needs, "Y" if since % 3 else "N", team
            follows = next((worker.end for worker in workers if worker.start == until), NEVER)
            since = max(follows, at.began)


def _agency_rows(at: AsAt) -> Iterator[Row]:
    for w in at.workers:
        if w.agency and w.start >= at.began:
            rate = 38 + w.key % 9
            yield (w.key, iso(w.start), at.shown(w.end), AGENCIES[w.key % 3], w.fte, rate,
                   "Y" if rate > 43 else "N", w.team)  # fmt: skip


def _in_post_rows(at: AsAt) -> Iterator[Row]:
    held = held_in_september(at)
    for w in at.workers:
        if w.end > at.began:
            social = "N" if w.team == at.authority.teams.leavers else "Y"
            yield (w.key, iso(max(w.start, at.began)), at.shown(w.end), w.fte, "Y" if w.agency else "N",
                   social, held.get(w.key, 0), w.team)  # fmt: skip


def _leaver_rows(at: AsAt) -> Iterator[Row]:
    for w in at.workers:
        if not w.agency and at.began <= w.end <= at.day:
            yield w.key, iso(w.end), w.fte, (1, 1, 1, 5, 9)[w.key % 5], (1, 3, 6, 8)[w.key % 4], 5, w.team


def _supervision_rows(at: AsAt) -> Iterator[Row]:
    for w in at.workers:
        for month in range(MONTHS):
            due = next_working(at.day - 30 * month - w.key % 28)
            if not w.start + 30 <= due < w.end:
                continue
            at.deck.cut(w.key * 97 + due)
            held = due - int(at.deck.next() * 6)
            done = at.deck.happens(0.88) and held <= at.day
            yield w.key, iso(held) if done else "", iso(due), f"S{w.team}", w.team


def _absence_rows(at: AsAt) -> Iterator[Row]:
    """Each worker is away now and then; now and then for long."""
    for w in at.workers:
        at.deck.cut(w.key * 239)
        day = max(w.start, at.began) + int(at.deck.waiting(WELL))
        while day < min(w.end, at.day):
            first = next_working(day)
            long = at.deck.happens(0.12)
            back = min(next_working(first + 1 + int(at.deck.waiting(50 if long else 3))), w.end)
            why = at.deck.one_of(
                ("SIC", "SIC", "OTH", "MAT" if long else "SIC", "TRN" if not long else "SIC")
            )
            if first < min(back, at.day + 1):
                lost = working_between(first - 1, back - 1)
                yield w.key, iso(first), at.shown(back), why, lost if back <= at.day else "", w.team
            day = back + 20 + int(at.deck.waiting(WELL))


posts = LocalList(
    table=Posts, columns="post started ended full_time job role social_worker team", rows=_post_rows
)
vacancies = LocalList(
    table=Vacancies,
    columns="post started ended vacant_part social_worker agency_covers team",
    rows=_vacancy_rows,
)
agency_assignments = LocalList(
    table=AgencyAssignments,
    columns="worker started ended agency full_time hourly_rate above_cap team",
    rows=_agency_rows,
)
workers_in_post = LocalList(
    table=WorkersInPost,
    columns="worker started ended full_time agency_worker social_worker cases team",
    rows=_in_post_rows,
)
leavers = LocalList(
    table=Leavers, columns="worker left full_time left_because went_to role team", rows=_leaver_rows
)
supervision = LocalList(
    table=Supervision, columns="worker supervised due supervisor team", rows=_supervision_rows
)
absences = LocalList(
    table=Absences, columns="worker started ended away_because days_lost team", rows=_absence_rows
)
