"""Mutations that know what they spoil: cells, headings, lines, letters, sheets, members and elements, and
plain bytes too. Each takes a `random.Random`, so that its seed tells the same again."""

import io
import zipfile

from .small_files import as_csv, saved

NASTY = [
    "", " ", "0", "-1", "1.0E+05", "00123", "99999999999999999999", "NaN", "inf", "None", "null", "SSD_PH",
    "E99", "31/02/2026", "29/02/2023", "2026-13-01", "01/02/03", "46000", "1900-01-01", "9999-12-31",
    "0000-00-00", "2026-01-01T25:00", "24:00", "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "'; DROP TABLE x",
    "<script>", "&amp;", "O’Brien", "Siân", "Łukasz", "Zoë", "\u202eabc", "e\u0301", "\U0001f9d2", "\ufeff",
    "\x0b", "\x7f", "a\nb", 'a"b', "a;b", "{}", '{"a": [', "[" * 2000, "x" * 100_000,
    "../../etc/passwd", "\u0000",
]  # fmt: skip
OTHER_FILES = [b"", b"\0" * 50, b"%PDF-1.7", b"PK\x03\x04", b"<html>", b'{"a": 1}']
SOME, NEEDED = 6, {"ssd_person.csv", "header.csv", "episodes.csv"}
ENCODINGS = ["cp1252", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp437", "utf-7"]


def spoiled_bytes(chance, data):
    """Any file: bytes flipped, cut, doubled, put in or moved."""
    data = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 8])):
        at = chance.randrange(len(data) or 1)
        what = chance.choice(["flip", "cut", "put in", "double", "nought", "take out"])
        if what == "flip" and data:
            data[at] ^= 1 << chance.randrange(8)
        elif what == "cut":
            del data[at:]
        elif what == "put in":
            data[at:at] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 40)))
        elif what == "double":
            data[at:at] = data[at : at + chance.randrange(1, 400)]
        elif what == "nought":
            data[at : at + 8] = bytes(8)
        else:
            del data[at : at + chance.randrange(1, 200)]
    return bytes(data)


def spoiled_rows(chance, rows):
    """A table: a cell, a heading, a column or a line. Rows of cells, the headings first."""
    rows = [list(row) for row in rows]
    column, line = chance.randrange(len(rows[0])), chance.randrange(1, max(2, len(rows)))
    nasty, headings = chance.choice(NASTY), rows[0]
    what = chance.choice(WAYS)
    if what == "cell" and line < len(rows):
        rows[line][column] = nasty
    elif what == "whole column":
        rows[1:] = [[*row[:column], nasty, *row[column + 1 :]] for row in rows[1:]]
    elif what == "heading":
        headings[column] = nasty
    elif what == "heading said otherwise":
        headings[column] = chance.choice(
            [headings[column].upper(), f" {headings[column]} ", headings[column][:-1]]
        )
    elif what == "heading twice":
        headings[column] = chance.choice(headings)
    elif what == "column gone":
        rows = [[*row[:column], *row[column + 1 :]] for row in rows]
    elif what == "columns moved":
        order = chance.sample(range(len(headings)), len(headings))
        rows = [[row[n] for n in order] for row in rows]
    elif what == "one more column":
        rows = [[*row, nasty] for row in rows]
    elif what == "cells shifted" and line < len(rows):
        rows[line] = rows[line][1:]
    elif what == "lines twice":
        rows += chance.sample(rows[1:], k=min(3, len(rows) - 1)) * chance.choice([1, 1, 500])
    elif what == "lines gone":
        rows = rows[: chance.randrange(len(rows) + 1)]
    elif what == "headings again":
        rows[line:line] = [headings]
    elif what == "above the headings":
        rows[:0] = [["Extract", nasty], []]
    return rows


WAYS = [
    "cell", "cell", "cell", "whole column", "heading", "heading said otherwise", "heading twice",
    "column gone", "columns moved", "one more column", "cells shifted", "lines twice", "lines gone",
    "headings again", "above the headings",
]  # fmt: skip


def spoiled_csv(chance, tables):
    """A folder of CSV files, by name: one of them is spoiled, in its cells, its letters or its bytes. Only
    some of the files, and those that a return cannot do without: thousands of whole folders take hours."""
    some = sorted({*chance.sample(list(tables), k=min(SOME, len(tables))), *(tables.keys() & NEEDED)})
    files = {name: as_csv(tables[name]).encode() for name in some}
    name = chance.choice(some)
    rows = spoiled_rows(chance, tables[name])
    what = chance.choice(["rows", "rows", "rows", "letters", "form", "bytes", "file"])
    if what == "letters":
        files[name] = as_csv(rows).encode(chance.choice(ENCODINGS), "replace")
    elif what == "form":
        form = {"delimiter": chance.choice(";\t|,"), "lineterminator": chance.choice(["\r", "\n", "\r\r\n"])}
        files[name] = as_csv(rows, **form).encode()
    elif what == "bytes":
        files[name] = spoiled_bytes(chance, as_csv(rows).encode())
    elif what == "file":
        other = chance.choice([*OTHER_FILES, files[name]])
        files[chance.choice([name, "another.csv", "ünnamed.CSV", "no ending"])] = other
    else:
        files[name] = as_csv(rows).encode()
    return files


def spoiled_workbook(chance, data):
    """A workbook: cells of a sheet, a member of its zip, what a member says, or its bytes."""
    what = chance.choice(["cells", "cells", "member", "member", "said", "said", "bytes"])
    if what == "cells":
        return with_cells(chance, data)
    if what == "bytes":
        return spoiled_bytes(chance, data)
    members = unpacked(data)
    name = chance.choice(list(members))
    if what == "member":
        fate = chance.choice(["gone", "spoiled", "empty", "renamed", "huge"])
        inside = members.pop(name)
        if fate == "spoiled":
            members[name] = spoiled_bytes(chance, inside)
        elif fate == "empty":
            members[name] = b""
        elif fate == "renamed":
            members[chance.choice(["../x", "xl/worksheets/sheet1.xml", "xl/ü.xml", "a" * 500])] = inside
        elif fate == "huge":
            members[name] = inside + b" " * chance.choice([10**6, 3 * 10**7])
        return packed(members)
    sheet = chance.choice([n for n in members if n.startswith("xl/worksheets/")])
    old, new = chance.choice(SAID)
    members[sheet] = members[sheet].replace(old, new, chance.choice([1, -1]))
    return packed(members)


SAID = [
    (b'r="A2"', b'r="XFD1048576"'), (b'r="B2"', b'r="ZZZZ99999999"'), (b'r="A1"', b'r="-1"'),
    (b't="s"', b't="q"'), (b't="s"><v>', b't="s"><v>99999999'), (b"<v>", b"<v>1e400"), (b"<v>", b"<v>-"),
    (b"</row>", b""), (b"<row", b"<row" * 3), (b"<sheetData>", b"<sheetData><sheetData>"),
    (b'<dimension ref="A1', b'<dimension ref="A1:XFD1048576" x="'), (b"<c ", b"<c s='999' "),
    (b"<worksheet", b"<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet"), (b'r="2"', b'r="1048577"'),
]  # fmt: skip


def with_cells(chance, data):
    """One sheet's rows spoiled as a table's are."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = chance.choice(book.worksheets)
    rows = spoiled_rows(chance, [["" if c is None else str(c) for c in row] for row in sheet.values])
    title = sheet.title
    book.remove(sheet)
    again = book.create_sheet(title)
    for row in rows:
        again.append(["".join(c for c in cell if c >= " ")[:30_000] for cell in row])
    return saved(book)


def unpacked(data):
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {name: book.read(name) for name in book.namelist()}


def packed(members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as book:
        for name, inside in members.items():
            book.writestr(name, inside)
    return held.getvalue()


def spoiled_xml(chance, data):
    """An XML file: elements renamed, lost, doubled or nested; what is hostile; its letters; its bytes."""
    text = data.decode()
    what = chance.choice(["element", "element", "value", "value", "hostile", "letters", "bytes"])
    if what == "bytes":
        return spoiled_bytes(chance, data)
    if what == "letters":
        said = text.replace('"utf-8"', f'"{chance.choice(["utf-16", "iso-8859-1", "cp1252", "x"])}"')
        return chance.choice([said, text]).encode(chance.choice(ENCODINGS), "replace")
    if what == "hostile":
        old, new = chance.choice(HOSTILE)
        return text.replace(old, new, 1).encode()
    pieces = text.split("<")
    at = chance.randrange(1, len(pieces))
    if what == "value":
        name, _, _ = pieces[at].partition(">")
        pieces[at] = f"{name}>{chance.choice(NASTY).replace('&', '').replace('<', '')}"
    else:
        fate = chance.choice(["gone", "twice", "renamed", "attribute", "swapped"])
        other = chance.randrange(1, len(pieces))
        if fate == "gone":
            del pieces[at]
        elif fate == "twice":
            pieces[at:at] = pieces[at:other]
        elif fate == "renamed":
            pieces[at] = f"x{pieces[at]}"
        elif fate == "attribute":
            pieces[at] = pieces[at].replace(">", ' a="1" b="2">', 1)
        else:
            pieces[at], pieces[other] = pieces[other], pieces[at]
    return "<".join(pieces).encode("utf-8", "replace")


LAUGHS = '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi")
)
HOSTILE = [
    ("<Message>", f"{LAUGHS}]><Message>&i;"),
    ("<Message>", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Message>&a;'),
    ("<Message>", '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><Message>'),
    ("<Children>", "<a>" * 20_000),
    ("<Children>", "<Children>" + "<a>" * 300 + "</a>" * 300),
    ("<Children>", "<Children><!--" + "-" * 100_000 + "x-->"),
    ("<Children>", "<Children><![CDATA[" + "<" * 100_000 + "]]>"),
    ("<Children>", "<Children>" + "<?x y?>" * 10_000),
    ("<Children>", '<Children xmlns="urn:x" xmlns:a="urn:y"><a:Child/>'),
    ("<Sex>F", "<Sex>&#0;"), ("<Sex>F", "<Sex>&#x110000;"), ("<Sex>F", "<Sex>&unknown;"),
    ("<Child>", "<Child>" + "".join(f"<n{n}>1</n{n}>" for n in range(5_000))),
    ("<LAchildID>1<", "<LAchildID>" + "1" * 2_000_000 + "<"),
]  # fmt: skip
