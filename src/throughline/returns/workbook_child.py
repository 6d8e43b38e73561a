"""Read one workbook, and nothing else: run as a process of its own, because a hostile file kills or
hangs its reader. Given a folder, `main` reads `workbook` there, writes each sheet as text to `0`, `1`, …
beside it, and of each its name and whether it is hidden to `sheets.json`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from throughline.returns.child_process import limit

MOST_CELLS = 20_000_000  # in the whole workbook: twenty times the largest Annex A we know of
TOO_MANY = 3  # exit code


def read(folder: Path) -> int:
    """Every sheet as text, from its first row on; 0, or `TOO_MANY`."""
    import fastexcel  # here, so that the limits hold for it too

    book = fastexcel.read_excel((folder / "workbook").read_bytes())
    cells, told = 0, []
    for number, name in enumerate(book.sheet_names):
        sheet = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
        cells += sheet.width * sheet.total_height
        if cells > MOST_CELLS:
            return TOO_MANY
        sheet.to_polars().write_ipc(folder / str(number))
        told.append((name, sheet.visible != "visible"))
    (folder / "sheets.json").write_text(json.dumps(told))
    return 0


def main() -> None:
    """Read the workbook in the folder named by the first argument, within limits."""
    limit()
    sys.exit(read(Path(sys.argv[1])))
