"""Plantings: files in other letters than plain UTF-8, and lines that end in other ways."""

from collections.abc import Callable, Iterator

from throughline.sample.plantings import Files, Planted, Planting

NAME = "Siân O’Brien-Noël"  # has a letter and a mark that Windows and UTF-8 write in different bytes


def _of_windows(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_professionals")
    sheet.put("prof_professional_name", NAME)
    sheet.written = lambda text: text.encode("cp1252")
    yield sheet.listed(None, "", "read as Windows text")


def _written(table: str, written: Callable[[str], bytes]) -> Callable[[Files], Iterator[Planted]]:
    """Writes a table otherwise than others; it is read all the same."""

    def plant(files: Files) -> Iterator[Planted]:
        sheet = files.dataset(table)
        sheet.written = written
        yield sheet.read()

    return plant


def _with_a_nought(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_mother")
    sheet.written = lambda text: text.encode().replace(b"\n", b"\0\n", 1)
    yield sheet.aside("is not text")


windows = Planting(kind="Windows letters (cp1252)", row=11, plant=_of_windows)
little_endian = Planting(
    kind="UTF-16, low byte first",
    row=11,
    plant=_written("ssd_sdq_scores", lambda text: text.encode("utf-16")),
)
big_endian = Planting(
    kind="UTF-16, high byte first",
    row=11,
    plant=_written("ssd_cla_care_plan", lambda text: b"\xfe\xff" + text.encode("utf-16-be")),
)
marked = Planting(
    kind="UTF-8 with a mark", row=11, plant=_written("ssd_permanence", lambda text: text.encode("utf-8-sig"))
)
of_windows_lines = Planting(
    kind="line ends of Windows",
    row=11,
    plant=_written("ssd_care_leavers", lambda text: text.replace("\n", "\r\n").encode()),
)
of_old_macintosh = Planting(
    kind="line ends of an old Macintosh",
    row=11,
    plant=_written("ssd_cla_previous_permanence", lambda text: text.replace("\n", "\r").encode()),
)
with_a_nought = Planting(kind="a byte of nought", row=11, plant=_with_a_nought)
