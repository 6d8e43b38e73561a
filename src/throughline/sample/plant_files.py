"""Plantings: lines cut or run together, and files that are broken, hostile, or no return at all."""

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

from throughline.sample.plantings import Files, Planted, Planting

BOMB = 40 << 20  # bytes of noughts, packed a thousandfold
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE Message [<!ENTITY a "aaaaaaaaaa">'
    '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><Message><Children><Child>&b;</Child></Children></Message>'
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE Message [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    "<Message><Children><Child>&a;</Child></Children></Message>"
)
CUT_XML = '<?xml version="1.0"?><Message><Children><Child><ChildIdentifiers><LAchildID>14'
NO_RETURN = "Room,Booked by,From\n2.14,Early Help,09:30\n"
WEB_PAGE = "<!DOCTYPE html><html><body>Your session has ended. Sign in again.</body></html>"


def _beside(name: str, data: bytes, says: str) -> Callable[[Files], Iterator[Planted]]:
    """A file beside the others, that is left aside."""

    def plant(files: Files) -> Iterator[Planted]:
        yield files.beside(name, data).aside(says)

    return plant


def _too_few_cells(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_cla_health")
    line = sheet.free()
    del sheet.cells[line - 1][-1]
    yield sheet.listed(line, "", "cells where the heading has")


def _too_many_cells(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_cla_health")
    line = sheet.free()
    sheet.cells[line - 1].append("stray")
    yield sheet.listed(line, "", "cells where the heading has")


def _cut_short(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_cla_visits")
    sheet.written = lambda text: text[: text.rindex(",") - 14].encode()
    yield sheet.listed(len(sheet.cells), "", "cells where the heading has")
    yield sheet.listed(None, "", "cut short")


def _quotation_mark(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_linked_identifiers")
    first = ",".join(sheet.cells[1])
    sheet.written = lambda text: text.replace(first, f'"{first}', 1).encode()
    yield sheet.aside("a quotation mark is out of place")


def _headings_alone(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_immigration_status")
    del sheet.cells[1:]
    yield sheet.read()


def _same_again(files: Files) -> Iterator[Planted]:
    place = f"{files.ssd}/ssd_disability.csv"
    copy = files.csv(place)
    other = files.beside("copy of disabilities.csv", b"")
    files.sheets[other.name] = other
    other.cells, other.written = copy.cells, copy.written
    yield other.read()


def _packed(members: dict[str, bytes]) -> bytes:
    book = BytesIO()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, data in members.items():
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return book.getvalue()


def _bomb(files: Files) -> Iterator[Planted]:
    data = _packed({"[Content_Types].xml": TYPES.encode(), "xl/workbook.xml": bytes(BOMB)})
    yield files.beside("bomb.xlsx", data).aside("would unpack to far more than any workbook")


def _far_cell(files: Files) -> Iterator[Planted]:
    far = files.beside("far cell.xlsx", b"")
    files.save_lists(far.name, {1: [["Child Unique ID", "Date of Contact", "Contact Source"]]})
    path = files.folder / far.name
    with zipfile.ZipFile(path) as book:
        inside = {name: book.read(name) for name in book.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    inside[sheet] = inside[sheet].replace(b"</sheetData>", cell)
    path.write_bytes(_packed(inside))
    yield far.aside("damaged, or too large to read")


def _cut_workbook(files: Files) -> Iterator[Planted]:
    whole = (files.folder / "first" / files.book).read_bytes()
    yield files.beside("cut short.xlsx", whole[: len(whole) // 2]).aside("damaged or was cut short")


too_few_cells = Planting(kind="line with too few cells", row=6, plant=_too_few_cells)
too_many_cells = Planting(kind="line with too many cells", row=6, plant=_too_many_cells)
cut_short = Planting(kind="file cut short", row=6, plant=_cut_short)
cut_workbook = Planting(kind="workbook cut short", row=6, plant=_cut_workbook)
cut_xml = Planting(
    kind="XML cut short",
    row=6,
    plant=_beside("cut short.xml", CUT_XML.encode(), "was cut short"),
)
same_again = Planting(kind="file twice", row=7, plant=_same_again)
headings_alone = Planting(kind="headings and no line", row=6, plant=_headings_alone)
empty = Planting(kind="empty file", row=6, plant=_beside("empty.csv", b"", "is empty"))
quotation_mark = Planting(kind="quotation mark out of place", row=23, plant=_quotation_mark)
no_return = Planting(
    kind="no return, with a hostile name",
    row=23,
    plant=_beside("rooms; $(id) é.csv", NO_RETURN.encode(), "is no return we know"),
)
web_page = Planting(kind="web page", row=23, plant=_beside("page.csv", WEB_PAGE.encode(), "is a web page"))
with_a_password = Planting(
    kind="workbook with a password",
    row=23,
    plant=_beside("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "has a password"),
)
bomb = Planting(kind="workbook that unpacks to far more", row=23, plant=_bomb)
far_cell = Planting(kind="workbook with one cell far away", row=23, plant=_far_cell)
entities = Planting(
    kind="XML with entities of entities",
    row=23,
    plant=_beside("entities.xml", ENTITIES.encode(), "declares a document type"),
)
outside = Planting(
    kind="XML that reads a file of ours",
    row=23,
    plant=_beside("outside.xml", OUTSIDE.encode(), "declares a document type"),
)
nested = Planting(
    kind="XML nested without end",
    row=23,
    plant=_beside("nested.xml", b"<Message>" + b"<a>" * 100_000, "was cut short"),
)
