"""Plantings: numbers of children that are doubled, blank, or changed by a spreadsheet."""

from collections import Counter
from collections.abc import Iterator

from throughline.sample.plantings import Files, Planted, Planting


def _child_twice(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_person")
    again = sheet.row(sheet.free()) | {"pers_forename": ""}  # the fuller of the two is kept
    yield sheet.listed(sheet.add(list(again.values())), "pers_person_id", "stands in")


def _child_twice_returned(files: Files) -> Iterator[Planted]:
    sheet = files.returned("header")
    first = sheet.free()
    again = sheet.add([*sheet.cells[first - 1]])
    yield sheet.listed(again, "CHILD", "stands in")
    for rule in ("INT32", "444"):
        for line in (first, again):
            yield sheet.checked(line, "CHILD", rule)


def _line_twice(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_cla_placement")
    line = sheet.add([*sheet.cells[sheet.free() - 1]])
    yield sheet.listed(line, "clap_cla_placement_id", "stands in")


def _no_child(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_cp_plans")
    line = sheet.put("cppl_person_id", "")
    yield sheet.listed(line, "cppl_person_id", "so this line is set aside")


def _front_lost(files: Files) -> Iterator[Planted]:
    """In the one episode of a child who came this year and was never missing: nothing else is amiss."""
    episodes = files.returned("episodes")
    missing = {row[0] for row in files.returned("missing").cells}
    many = Counter(row[0] for row in episodes.cells)
    begins = f"{files.year[:4]}04"
    line = episodes.free(
        lambda row: (
            row["RNE"] == "S"
            and f"{str(row['DECOM'])[6:]}{str(row['DECOM'])[3:5]}" >= begins
            and many[row["CHILD"]] == 1
            and row["CHILD"] not in missing
        )
    )
    episodes.change(line, "CHILD", str(episodes.row(line)["CHILD"])[2:])
    yield episodes.checked(line, "CHILD", "INT03")


def _as_a_power(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_initial_cp_conference")
    line = sheet.put("icpc_person_id", "1.4E+06")
    yield sheet.listed(line, "icpc_person_id", "1.4E+06")
    yield sheet.listed(line, "icpc_person_id", "so this line is set aside")


child_twice = Planting(kind="child twice", row=14, plant=_child_twice)
child_twice_returned = Planting(kind="child twice, in a return", row=14, plant=_child_twice_returned)
line_twice = Planting(kind="line twice", row=14, plant=_line_twice)
no_child = Planting(kind="line without a child", row=14, plant=_no_child)
front_lost = Planting(kind="number that has lost its front", row=14, plant=_front_lost)
as_a_power = Planting(kind="number made a power of ten", row=14, plant=_as_a_power)
