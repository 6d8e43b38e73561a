"""Children looked after, homes, leaving care, missing: each measure in plain words.

Judge: the project's facts on measures (CLA01 to CLA05, CL, MISS)."""

from datetime import date
from types import SimpleNamespace

from .plain_asking import count, events, open_on, rate, share, stock
from .plain_days import A_DAY, months_back

STARTED, CEASED = "clae_cla_episode_start_date", "clae_cla_episode_ceased_date"
RELATIVES, RESIDENTIAL = ("U1", "U2", "U3"), ("K1", "K2", "R1", "S1")
ADOPTED, GUARDIAN = ("E11", "E12"), ("E43", "E44", "E45", "E46", "E47", "E48")
LOOKED_AFTER = {  # legal statuses of a child looked after (SSDA903); others are local
    "C1", "C2", "D1", "E1", "J1", "J2", "J3", "L1", "L2", "L3", "V2", "V3", "V4",
}  # fmt: skip
SHORT_BREAKS = {"V3", "V4"}
ALONE = ("UASC", "Unaccompanied Asylum Seeking Child")
AWAY = {"T0", "T1", "T2", "T3", "T4"}


def status_on(files, child, day):
    """The legal status on a day; of two, the one begun later."""
    found = []
    for line in files.of_children("ssd_legal_status").get(child, []):
        start, end = line.day("lega_legal_status_start_date"), line.day("lega_legal_status_end_date")
        if line["lega_legal_status"] in LOOKED_AFTER and (start or date.min) <= day < (end or date.max):
            found.append((start or date.min, line["lega_legal_status"]))
    return max(found)[1] if found else ""


def looked_after_on(files, line, day):
    """Not in a short break on the day."""
    return status_on(files, line.child, day) not in SHORT_BREAKS


def placement(files, line):
    """The type of the episode's placement."""
    if not hasattr(files, "placement_types"):
        lines = files.lines("ssd_cla_placement")
        files.placement_types = {p["clap_cla_placement_id"]: p["clap_cla_placement_type"] for p in lines}
        files.placement_providers = {
            p["clap_cla_placement_id"]: p["clap_cla_placement_provider"] for p in lines
        }
    return files.placement_types.get(line["clae_cla_placement_id"], "")


def in_care(asked):
    rows = open_on(asked, "ssd_cla_episodes", STARTED, CEASED)
    return [(line, day) for line, day in rows if looked_after_on(asked.files, line, day)]


def looked_after(asked):
    return stock(in_care(asked))


def looked_after_rate(asked):
    return rate(in_care(asked), stock=True)


def is_in_care_on(asked, line, began, ended):
    """Whether any of an episode's days in the 12 months to the last is no short break."""
    first, last = max(began, months_back(asked.last, 12)), asked.last
    days = [began, *(d for d in status_days(asked.files, line.child) if began < d)]
    pieces = zip(days, [*days[1:], ended or date.max])
    return any(
        start <= last and end > first and looked_after_on(asked.files, line, start)
        for start, end in pieces
        if start < (ended or date.max)
    )


def status_days(files, child):
    """The days on which the child's legal status may change, in order."""
    lines = files.of_children("ssd_legal_status").get(child, [])
    headings = ("lega_legal_status_start_date", "lega_legal_status_end_date")
    return sorted({line.day(each) for line in lines for each in headings} - {None})


def events_of_starting(asked):
    """Episodes that begin a time in care, of each child the first in the year to 31 March."""
    rows = events(asked, "ssd_cla_episodes", STARTED)
    return [(line, day) for line, day in rows if comes(asked, line) and first_of_its_year(asked, line)]


def comes(asked, line):
    begins = line["clae_cla_episode_start_reason"] == "S"
    return begins and looked_after_on(asked.files, line, line.day(STARTED))


def first_of_its_year(asked, line):
    """Whether no other of the child's in the same year to 31 March is before it, nor above it in the file."""
    mine = [e for e in asked.files.of_children("ssd_cla_episodes")[line.child] if comes(asked, e)]
    same = [e for e in mine if year_to_march(e.day(STARTED)) == year_to_march(line.day(STARTED))]
    return min(same, key=lambda e: (e.day(STARTED), e.cite)) is line


def year_to_march(day):
    return day.year + (day.month > 3)


def started_care(asked):
    return count(events_of_starting(asked))


def started_care_rate(asked):
    return rate(events_of_starting(asked))


def came_alone(asked):
    """Whether the list of immigration status has the child as one who came alone to seek asylum."""

    def alone(line):
        mine = asked.files.of_children("ssd_immigration_status").get(line.child, [])
        return any(x["immi_immigration_status"] in ALONE for x in mine)

    return alone


def alone_seeking_asylum(asked):
    return share(in_care(asked), came_alone(asked), stock=True)


def alone_seeking_asylum_rate(asked):
    alone = came_alone(asked)
    return rate([(line, day) for line, day in in_care(asked) if alone(line)], stock=True)


def came_alone_seeking_asylum(asked):
    return share(events_of_starting(asked), came_alone(asked))


def left(asked):
    """Episodes that ended a time in care, of each child the last in the year to 31 March."""
    rows = events(asked, "ssd_cla_episodes", CEASED)
    return [(line, day) for line, day in rows if leaves(asked, line) and last_of_its_year(asked, line)]


def leaves(asked, line):
    """Whether an episode ended a time in care; the status is that of the day before."""
    day = line.day(CEASED)
    if not day or line["clae_cla_episode_ceased_reason"] in ("", "X1"):
        return False
    return looked_after_on(asked.files, line, max(line.day(STARTED), day - A_DAY))


def last_of_its_year(asked, line):
    mine = [e for e in asked.files.of_children("ssd_cla_episodes")[line.child] if leaves(asked, e)]
    same = [e for e in mine if year_to_march(e.day(CEASED)) == year_to_march(line.day(CEASED))]
    return max(same, key=lambda e: (e.day(CEASED), e.cite)) is line


def left_care(asked):
    return count(left(asked))


def left_care_rate(asked):
    return rate(left(asked))


def left_care_to_a_family(asked):
    return share(left(asked), lambda line: line["clae_cla_episode_ceased_reason"] in ADOPTED + GUARDIAN)


def care_seen_within_6_weeks(asked):
    def seen(line):
        visits = asked.files.of_children("ssd_cla_visits").get(line.child, [])
        since = [asked.last - v.day("clav_cla_visit_date") for v in visits if v.yes("clav_cla_visit_seen")]
        return any(0 <= gone.days <= 42 for gone in since)

    return share(in_care(asked), seen, stock=True)


def care_seen_in_time(asked):
    """Six weeks; three months for who is in a long-term foster home, and has been with that carer a year."""
    year_ago = months_back(asked.last, 12)
    placed = {
        line.child
        for line, _ in open_on(asked, "ssd_cla_episodes", STARTED, CEASED)
        if placement(asked.files, line) in ("U1", "U4")
    }

    def limit(child):
        times = times_with_a_carer(asked.files, child) if child in placed else []
        stays = [t for t in times if t.start <= year_ago and (t.end is None or t.end > asked.last)]
        return 91 if stays else 42

    def seen(line):
        visits = asked.files.of_children("ssd_cla_visits").get(line.child, [])
        since = [asked.last - v.day("clav_cla_visit_date") for v in visits if v.yes("clav_cla_visit_seen")]
        return any(0 <= gone.days <= limit(line.child) for gone in since)

    return share(in_care(asked), seen, stock=True)


def lives_in(asked, types):
    def there(line):
        told = placement(asked.files, line)
        return told in types if told else None

    return share(in_care(asked), there, stock=True)


def living_with_relatives(asked):
    return lives_in(asked, RELATIVES)


def in_residential_homes(asked):
    return lives_in(asked, RESIDENTIAL)


def times_with_a_carer(files, child):
    """A child's episodes joined while the carer is the same. An episode begins a new time unless it
    follows on and its reason says that the carer stays, or it is a stay at T0 to T4 or the return."""
    times, before = [], None
    episodes = files.of_children("ssd_cla_episodes").get(child, [])
    far = date.max
    for line in sorted(episodes, key=lambda e: (e.day(STARTED), e.day(CEASED) or far)):
        if not looked_after_on(files, line, line.day(STARTED)):
            continue
        moved = line["clae_cla_episode_start_reason"] in ("S", "P", "B", "")
        away = placement(files, line) in AWAY
        if before and before.end == line.day(STARTED) and (away or before.away or not moved):
            times[-1].end = line.day(CEASED)
        else:
            told = {"line": line, "start": line.day(STARTED), "end": line.day(CEASED)}
            times.append(SimpleNamespace(**told))
        before = SimpleNamespace(end=line.day(CEASED), away=away)
    return times


def three_placements_in_a_year(asked):
    first = months_back(asked.last, 12) + A_DAY
    rows, moved = [], {}
    for child in asked.files.of_children("ssd_cla_episodes"):
        begun = [t for t in times_with_a_carer(asked.files, child) if t.start <= asked.last]
        now = [t for t in begun if t.end is None or t.end > asked.last]
        rows += [(t.line, asked.last) for t in now]
        moved[child] = len([t for t in begun if t.end is None or t.end >= first]) >= 3
    return share(rows, lambda line: moved[line.child], stock=True, looks_back=12)


def of_age_to_ask(asked):
    """Care leavers as the list stands on its day; not those who died or went home."""
    lines = asked.files.lines("ssd_care_leavers") if asked.last == asked.files.as_at else []
    away = ("DIED", "RHOM")
    return [(line, asked.last) for line in lines if line["clea_care_leaver_in_touch"] not in away]


def care_leavers_in_touch(asked):
    def in_touch(line):
        said = line["clea_care_leaver_in_touch"]
        return said == "YES" if said else None

    return share(of_age_to_ask(asked), in_touch, stock=True, only_on=asked.files.as_at)


def lives_where_it_can_be_judged(line):
    """Not gone abroad, deported, or nobody knows where."""
    return line["clea_care_leaver_accommodation"] not in ("G", "H", "R")


def care_leavers_in_suitable_homes(asked):
    def suitable(line):
        said = line["clea_care_leaver_accom_suitable"]
        return said == "1" if said else None

    rows = [(line, day) for line, day in of_age_to_ask(asked) if lives_where_it_can_be_judged(line)]
    return share(rows, suitable, stock=True, only_on=asked.files.as_at)


def missing(asked, heading):
    rows = events(asked, "ssd_missing", heading)
    return [(line, day) for line, day in rows if line["miss_missing_episode_type"] == "M"]


def missing_episodes(asked):
    return count(missing(asked, "miss_missing_episode_start_date"))


def return_interviews_taken_up(asked):
    def taken_up(line):
        if line.yes("miss_missing_rhi_offered") is False:
            return False
        return line.yes("miss_missing_rhi_accepted")

    return share(missing(asked, "miss_missing_episode_end_date"), taken_up)
