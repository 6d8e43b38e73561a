"""The same SEN2 lines in each of the three forms that a council may have them in."""

from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape

import xlsxwriter

from throughline.returns.sen2_sheets import TITLES
from throughline.returns.sen2_tables import ABOVE_IT, OF_PEOPLE, SEN2


def columns(table):
    return [name for name in table.columns if name not in ("ID", "Parent")]


def line(table, below=(), **cells):
    """A line, and the lines that stand under it."""
    assert set(cells) <= set(columns(table)), cells
    return table, cells, list(below)


def as_xml(header, people, within="Message"):
    words = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in header.items())
    persons = "".join(map(element, people))
    return f"<{within}><Header><Source>{words}</Source></Header><Persons>{persons}</Persons></{within}>"


def element(told):
    table, cells, below = told
    words = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in cells.items())
    return f"<{table.__name__}>{words}{''.join(map(element, below))}</{table.__name__}>"


def numbered(people, start=100):
    """Every line with its number and that of the line above it, by tables."""
    found = {table: [] for table in OF_PEOPLE}

    def walk(told, above):
        table, cells, below = told
        found[table].append((mine := start + sum(map(len, found.values())), above, cells))
        for each in below:
            walk(each, mine)

    for person in people:
        walk(person, "")
    return found


def rows_of(table, lines):
    """A table's headings in small letters, and its rows, as COLLECT writes them."""
    name, above = table.__name__.lower(), ABOVE_IT.get(table)
    over = f"{above.__name__.lower()}tableid" if above else "sen2tableid"
    headings = [f"{name}tableid", "NativeId", f"{name}orderseqcolumn", "sourceid", over]
    rows = [
        [str(mine), "7", str(n), "1", str(over), *(cells.get(c, "") for c in columns(table))]
        for n, (mine, over, cells) in enumerate(lines)
    ]
    return [*headings, *(c.lower() for c in columns(table))], rows


def as_csv(header, people):
    named = {SEN2: [(1, "", header)], **numbered(people)}
    files = {}
    for table, lines in named.items():
        headings, rows = rows_of(table, lines)
        told = [[in_words(cell) for cell in row] for row in rows]
        text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in (headings, *told))
        files[f"Blade-Export_16-01-2025_{table.__name__.lower()}.csv"] = text + "\n"
    return files


def in_words(text):
    """A day as COLLECT writes it."""
    try:
        return f"{date.fromisoformat(text):%Y-%b-%d} 00:00:00" if "-" in text else text
    except ValueError:
        return text


def as_template(header, people, leave_out=()):
    named = {SEN2: [(1, "", header)], **numbered(people)}
    book = xlsxwriter.Workbook(target := BytesIO(), {"in_memory": True})
    sheet, at = book.add_worksheet("Data Entry Template"), 0
    for title, table in TITLES.items():
        if table in leave_out:
            continue
        headings, rows = rows_of(table, named[table])
        sheet.write(at, 0, title.replace("record", " Record").capitalize())
        for n, cells in enumerate((headings, *rows), start=at + 1):
            for place, cell in enumerate(cells):
                whole = cell.isdecimal() and len(cell) < 3
                sheet.write(n, place, float(cell)) if whole else sheet.write(n, place, cell)
        at += len(rows) + 3
    book.add_worksheet("Notes").write(0, 0, "How to fill it in")
    book.close()
    return target.getvalue()
