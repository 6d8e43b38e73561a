"""The identity tables of the SSD: people, disabilities, addresses, families, and other identifiers."""

import json
from collections.abc import Iterator

from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import birthday, iso
from throughline.sample.journey import Child

SCHOOL_AGE_DAYS = 1640  # about four and a half years


def upn_of(child: Child, day: int) -> tuple[str, str]:
    """The unique pupil number known on the day, or why it is not known."""
    if child.nation:
        return "", "UN3" if child.key % 2 else "UN2"
    if day - child.born < SCHOOL_AGE_DAYS:
        return "", "UN1"
    return (child.upn, "") if child.key % 41 else ("", "UN5" if child.key % 2 else "UN2")


def former_upn(child: Child, day: int) -> tuple[str, int, int] | None:
    """The pupil number a child had at first, and from when to when; a few changed theirs."""
    known, _ = upn_of(child, day)
    starts = birthday(child.born, 4) + 150
    if not known or child.key % 97 or starts + 400 >= day:
        return None
    return known[:-1] + str((int(known[-1]) + 3) % 10), starts, starts + 400


def expected(child: Child) -> int:
    """The day the birth was expected, for a child known before it."""
    return child.born + child.key % 17 - 8


def people(at: AsAt) -> Iterator[Row]:
    """ssd_person."""
    for child in at.children:
        unborn = child.born > at.day
        known, why = ("", "") if unborn else upn_of(child, at.day)
        sex = "U" if unborn else child.sex
        plan = not unborn and bool(child.disabilities) and child.key % 5 < 3
        due = iso(expected(child)) if child.known_unborn or unborn else ""
        mother = "Y" if child.mother_of and child.mother_of.born <= at.day else "N"
        yield (
            child.key, "Unborn" if unborn else child.forename, child.family.surname, sex,
            {"M": "01", "F": "02", "U": "00"}[sex], child.ethnicity, "" if unborn else iso(child.born), "",
            "", why, "Y" if plan else "N", due, "", mother, child.nation, "", known,
        )  # fmt: skip


def disabilities(at: AsAt) -> Iterator[Row]:
    """ssd_disability: a row each; NONE for children with a case and no disability."""
    known = {case.child.key for case in at.cases}
    number = 0
    for child in at.children:
        codes = child.disabilities or (("NONE",) if child.key in known else ())
        for code in codes:
            number += 1
            yield child.key, f"DIS{number:06d}", code


def _address(street: str, town: str) -> str:
    number, name = street.split(" ", 1)
    return json.dumps({"house": number, "street": name, "town": town})


def addresses(at: AsAt) -> Iterator[Row]:
    """ssd_address: the family home, of an unborn child from when it was known; for some the one before."""
    number, codes, streets = 0, at.authority.places.postcodes, at.authority.streets
    for child in at.children:
        since = max(min([child.born, *(case.opened for case in child.cases)]), 728000)
        if since > at.day:
            since = at.day - 30
        moved, before = at.moved(child)
        home, street = child.family.home, child.family.street
        if since < moved <= at.day:
            number += 1
            old = f"{child.family.key % 90 + 3} {streets[child.family.key * 7 % len(streets)]}"
            yield (f"ADR{number:06d}", _address(old, codes[before].ward.name), child.key, "Primary Address",
                   iso(since), iso(moved), codes[before].code)  # fmt: skip
            since = moved
        elif moved > at.day:
            home = before
        number += 1
        lived = _address(street, codes[home].ward.name)
        yield (f"ADR{number:06d}", lived, child.key, "Primary Address", iso(since), "", codes[home].code)


def families(at: AsAt) -> Iterator[Row]:
    """ssd_family."""
    for number, child in enumerate(at.children, 1):
        yield f"FAM{number:06d}", child.family.key, child.key


def mothers(at: AsAt) -> Iterator[Row]:
    """ssd_mother: looked-after girls who have a child."""
    for child in at.children:
        baby = child.mother_of
        if baby is not None and baby.born <= at.day:
            yield f"MOT{child.key}", child.key, baby.key, iso(baby.born)


def linked(at: AsAt) -> Iterator[Row]:
    """ssd_linked_identifiers: pupil numbers, a few changed, and Home Office numbers."""
    number = 0
    for child in at.children:
        if former := former_upn(child, at.day):
            old, since, until = former
            number += 1
            yield (f"LNK{number:05d}", child.key, "Former Unique Pupil Number", old, iso(since), iso(until))
        if child.nation:
            number += 1
            yield f"LNK{number:05d}", child.key, "Home Office Registration", f"HO{child.key * 7}", "", ""


def immigration(at: AsAt) -> Iterator[Row]:
    """ssd_immigration_status: unaccompanied children, and what they became at eighteen."""
    for care in at.cares:
        if care.goal != "asylum":
            continue
        ends = birthday(care.child.born, 18)
        yield (care.child.key, f"IMM{care.key}A", "Unaccompanied Asylum Seeking Child", iso(care.start),
               at.shown(ends))  # fmt: skip
        if ends <= at.day:
            status = ("Refugee Status", "Adult Asylum Seeker", "Refugee Status", "ILR")[care.key % 4]
            yield care.child.key, f"IMM{care.key}B", status, iso(ends), ""
