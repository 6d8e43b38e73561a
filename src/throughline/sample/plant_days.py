"""Plantings: days that cannot be, that may be two, that are written otherwise, or that contradict others."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from throughline.sample.plantings import Files, Planted, Planting, Row, Sheet

A_DAY = timedelta(days=1)


def _slashed(day: date) -> str:
    return day.strftime("%d/%m/%Y")


def _read_slashed(text: str) -> date:
    return date(int(text[6:]), int(text[3:5]), int(text[:2]))


def _no_day(text: str) -> Callable[[Files], Iterator[Planted]]:
    """Writes what is no day into a review."""

    def plant(files: Files) -> Iterator[Planted]:
        sheet = files.returned("reviews")
        line = sheet.put("REVIEW", text)
        yield sheet.listed(line, "REVIEW", "is not a date")
        yield sheet.checked(line, "REVIEW", "166")

    return plant


def _written(how: Callable[[date], str]) -> Callable[[Files], Iterator[Planted]]:
    """Writes a day of a time missing in another form; it is read all the same."""

    def plant(files: Files) -> Iterator[Planted]:
        sheet = files.returned("missing")
        line = sheet.free(lambda row: bool(row["MIS_END"]))
        sheet.change(line, "MIS_END", how(_read_slashed(str(sheet.row(line)["MIS_END"]))))
        yield sheet.read(line, "MIS_END")

    return plant


def _all(sheet: Sheet, column: str, change: Callable[[date], str]) -> None:
    place = sheet.headings.index(column)
    for row in sheet.cells[1:]:
        if row[place]:
            row[place] = change(date.fromisoformat(row[place]))


def _may_be_two(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_cla_convictions")
    _all(sheet, "clac_cla_conviction_date", lambda day: _slashed(day.replace(day=day.month % 12 + 1)))
    for line in range(2, len(sheet.cells) + 1):
        yield sheet.listed(line, "clac_cla_conviction_date", "may be day first or month first")


def _month_first(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_cla_substance_misuse")
    _all(sheet, "clas_substance_misuse_date", lambda day: day.strftime("%m/%d/%Y"))
    yield sheet.listed(None, "", "written month first")


def _serial_in_a_workbook(files: Files) -> Iterator[Planted]:
    sheet = files.lists[1]
    line = sheet.free()
    day = sheet.row(line)["Date of Contact"]
    sheet.change(line, "Date of Contact", (day - date(1899, 12, 30)).days)
    # The day, or the one that a spreadsheet misread, month for day: nothing shows which.
    yield sheet.listed(line, "Date of Contact", "is not a date")
    yield sheet.listed(line, "Date of Contact", "so this line is set aside")


def _still_to_come(files: Files) -> Iterator[Planted]:
    sheet = files.returned("missing")
    line = sheet.free(lambda row: bool(row["MIS_END"]))
    sheet.change(line, "MIS_START", _slashed(files.day + 400 * A_DAY))
    yield sheet.checked(line, "MIS_START", "567")
    yield sheet.listed(line, "MIS_START", "it is a day to come")
    yield sheet.listed(line, "MIS_END", "it ends before it began")


def _end_before_start(files: Files) -> Iterator[Planted]:
    sheet = files.returned("missing")
    line = sheet.free(lambda row: bool(row["MIS_END"]))
    sheet.change(line, "MIS_END", _slashed(_read_slashed(str(sheet.row(line)["MIS_START"])) - A_DAY))
    yield sheet.checked(line, "MIS_END", "567")
    yield sheet.listed(line, "MIS_END", "it ends before it began")


def _born_after(files: Files) -> Iterator[Planted]:
    episodes, header = files.returned("episodes"), files.returned("header")
    first: dict[str, date] = {}
    lines: dict[str, int] = {}
    for line, row in enumerate(episodes.cells[1:], 2):
        child, began = row[0], _read_slashed(row[1])
        if began < first.get(child, date.max):
            first[child], lines[child] = began, line

    def known(row: Row) -> bool:
        year = int(files.year[:4])
        return row["CHILD"] in first and first[row["CHILD"]] < date(year, 4, 1) and row["MOTHER"] != "1"

    line = header.free(known)
    child = str(header.row(line)["CHILD"])
    header.change(line, "DOB", _slashed(first[child] + A_DAY))
    yield header.checked(line, "DOB", "302")
    yield header.checked(line, "DOB", "203")  # last year's return said another
    yield episodes.checked(lines[child], "DECOM", "302")
    yield episodes.listed(lines[child], "DECOM", "before the child was born")


impossible = Planting(kind="day that cannot be", row=12, plant=_no_day("31/02/2026"))
in_words = Planting(kind="words for a day", row=12, plant=_no_day("last Tuesday"))
serial_in_text = Planting(kind="a spreadsheet’s number for a day", row=12, plant=_no_day("45987"))
serial_in_a_workbook = Planting(
    kind="a spreadsheet’s number for a day, in a workbook", row=12, plant=_serial_in_a_workbook
)
iso = Planting(kind="year first among days first", row=12, plant=_written(date.isoformat))
two_digits = Planting(kind="year of two digits", row=12, plant=_written(lambda day: day.strftime("%d/%m/%y")))
midnight = Planting(
    kind="midnight behind a day", row=12, plant=_written(lambda day: f"{_slashed(day)} 00:00:00")
)
may_be_two = Planting(kind="days that may be day or month first", row=12, plant=_may_be_two)
month_first = Planting(kind="days written month first", row=12, plant=_month_first)
still_to_come = Planting(kind="day still to come", row=13, plant=_still_to_come)
end_before_start = Planting(kind="end before start", row=13, plant=_end_before_start)
born_after = Planting(kind="born after coming into care", row=13, plant=_born_after)
