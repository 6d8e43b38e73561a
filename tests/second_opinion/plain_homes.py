"""Where children looked after live, and whether it lasts: each measure in plain words.

Judge: the project's facts on measures (CLA06 to CLA11)."""

from .plain_asking import share, stock
from .plain_care import in_care, placement, times_with_a_carer
from .plain_days import birthday, months_back

RESIDENTIAL = ("K1", "K2", "R1", "R2", "R3", "R5", "S1")
UNLISTED = ("Z1", "Z11", "Z12", "Z13", "Z14")
FOR_ADOPTION = ("A3", "A4", "A5", "A6")


def placed(files, line, heading):
    """Another column of the episode's placement."""
    if not hasattr(files, "placement_lines"):
        lines = files.lines("ssd_cla_placement")
        files.placement_lines = {p["clap_cla_placement_id"]: p for p in lines}
    found = files.placement_lines.get(line["clae_cla_placement_id"])
    return found[heading] if found else ""


def provider(files, line):
    return placed(files, line, "clap_cla_placement_provider")


def lives(asked, test):
    """Of all looked after, those whose placement type passes; not recorded is left out."""

    def there(line):
        told = placement(asked.files, line)
        return test(told) if told else None

    return share(in_care(asked), there, stock=True)


def fostered(asked):
    return lives(asked, lambda told: told[0] == "U")


def in_residential_settings(asked):
    return lives(asked, lambda told: told in RESIDENTIAL)


def in_childrens_homes(asked):
    return lives(asked, lambda told: told in ("K1", "K2"))


def in_residential_schools(asked):
    return lives(asked, lambda told: told == "S1")


def in_other_residential_settings(asked):
    return lives(asked, lambda told: told[0] == "R")


def in_other_placements(asked):
    return lives(asked, lambda told: told in UNLISTED)


def living_elsewhere(asked):
    return lives(asked, lambda told: told[0] != "U" and told not in RESIDENTIAL)


def in_supported_accommodation(asked):
    return lives(asked, lambda told: told in ("K3", "H5", "P2"))


def living_with_parents(asked):
    return lives(asked, lambda told: told == "P1")


def placed_for_adoption(asked):
    return lives(asked, lambda told: told in FOR_ADOPTION)


def fostered_by(asked, ours):
    def there(line):
        told, whose = placement(asked.files, line), provider(asked.files, line)
        if not told or (told[0] == "U" and not whose):
            return None
        return told[0] == "U" and (whose == "PR1") == ours

    return share(in_care(asked), there, stock=True)


def fostered_by_our_own(asked):
    return fostered_by(asked, True)


def fostered_by_others(asked):
    return fostered_by(asked, False)


def foster_placements_of_agencies(asked):
    def bought(line):
        told = provider(asked.files, line)
        return told in ("PR4", "PR5") if told else None

    rows = [(line, day) for line, day in in_care(asked) if placement(asked.files, line)[:1] == "U"]
    return share(rows, bought, stock=True)


def placed_outside_our_area(asked):
    return share(in_care(asked), lambda line: outside(asked.files, line), stock=True)


def outside(files, line):
    told = placed(files, line, "clap_cla_placement_postcode").replace(" ", "")
    return told not in files.wards if told else None


def over_20_miles_from_home(asked):
    return share(in_care(asked), lambda line: is_far(asked.files, line), stock=True)


def is_far(files, line):
    told = placed(files, line, "clap_cla_placement_distance")
    return float(told) > 20 if told and float(told) < 999 else None


def over_20_miles_and_outside(asked):
    def far_and_outside(line):
        far, where = is_far(asked.files, line), outside(asked.files, line)
        return far and where

    return share(in_care(asked), far_and_outside, stock=True)


def in_unlisted_placements(asked):
    return stock([(x, day) for x, day in in_care(asked) if placement(asked.files, x) in UNLISTED])


def homes_without_a_number(asked):
    rows = [(x, day) for x, day in in_care(asked) if placement(asked.files, x) in ("K1", "K2")]
    return stock([(x, day) for x, day in rows if not placed(asked.files, x, "clap_cla_placement_urn")])


def settled_for_two_years(asked):
    """Under 16 and two and a half years in care; in one placement for two years, or in one for adoption
    and the one before it."""
    rows = []
    for line, day in in_care(asked):
        born, entered = asked.files.people[line.child].day("pers_dob"), line.day("clae_entered_care_date")
        if born and entered and months_back(entered, -30) <= day < birthday(born, 16):
            rows.append((line, day))
    return share(rows, lambda line: settled(asked.files, line.child, asked.last), stock=True, looks_back=30)


def settled(files, child, day):
    times = times_with_a_carer(files, child)
    for before, time in zip([None, *times], times):
        since = time.start
        if placement(files, time.line) in FOR_ADOPTION and before and before.end == time.start:
            since = before.start
        if months_back(since, -24) <= day < (time.end or day.max):
            return True
    return False
