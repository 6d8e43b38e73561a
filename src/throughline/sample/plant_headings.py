"""Plantings: headings renamed, missing, extra, doubled, in another order or spelling, or below a title."""

from collections.abc import Iterator

from throughline.sample.plantings import Files, Planted, Planting


def _renamed(files: Files) -> Iterator[Planted]:
    sheet = files.returned("uasc")
    sheet.headings[sheet.headings.index("DUC")] = "CEASED"
    yield sheet.listed(None, "", "no column headed DUC")


def _missing(files: Files) -> Iterator[Planted]:
    sheet = files.returned("previous_permanence")
    place = sheet.headings.index("LA_PERM")
    for row in sheet.cells:
        del row[place]
    yield sheet.listed(None, "", "no column headed LA_PERM")


def _extra(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_missing")
    sheet.headings.append("miss_our_own_note")
    for row in sheet.cells[1:]:
        row.append("seen by the night team")
    yield sheet.read()


def _in_another_order(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_cp_reviews")
    sheet.cells = [row[::-1] for row in sheet.cells]
    yield sheet.read()


def _in_capitals(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_department")
    sheet.cells[0] = [f" {heading.upper()}\u00a0" for heading in sheet.headings]
    yield sheet.read()


def _doubled(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_cla_immunisations")
    sheet.headings[-1] = sheet.headings[0]
    yield sheet.aside(f"two columns headed {sheet.headings[0]}")


def _below_a_title(files: Files) -> Iterator[Planted]:
    sheet = files.lists[2]
    sheet.cells.insert(0, ["Early help", *[""] * (len(sheet.headings) - 1)])
    yield sheet.read()


renamed = Planting(kind="heading renamed", row=10, plant=_renamed)
missing = Planting(kind="heading missing", row=10, plant=_missing)
extra = Planting(kind="heading of the council’s own", row=10, plant=_extra)
in_another_order = Planting(kind="headings in another order", row=10, plant=_in_another_order)
in_capitals = Planting(kind="headings in capitals, with blanks round them", row=10, plant=_in_capitals)
doubled = Planting(kind="heading twice", row=10, plant=_doubled)
below_a_title = Planting(kind="headings below a title", row=10, plant=_below_a_title)
