"""Read one Parquet file, and nothing else: run as a process of its own, because a hostile file kills or
hangs its reader. Given a folder, `main` reads `file` there, writes its cells as text to `cells` beside it,
and to `read.json` its headings and those of columns that hold what no cell can (lists, bytes)."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from throughline.returns.child_process import limit

if TYPE_CHECKING:
    import polars as pl

MOST_CELLS = 50_000_000  # in the file: the visits of a large council for ten years are a fifth of it
MOST_COLUMNS = 500
MOST_TEXT = 512 << 20  # bytes, once every cell is text: a few bytes of Parquet can stand for all of them
TOO_MANY = 3  # exit code
HERE = "Europe/London"  # a day with a clock and a zone is the day that it was here


def read(folder: Path) -> int:
    """Every column as text, named by its place (`"0"`, `"1"`, …); 0, or `TOO_MANY`."""
    import polars as pl  # here, so that the limits hold for it too

    lazy = pl.scan_parquet(folder / "file", glob=False)
    schema = lazy.collect_schema()
    rows = int(lazy.select(pl.len()).collect().item())
    if len(schema) > MOST_COLUMNS or rows * len(schema) > MOST_CELLS:
        return TOO_MANY
    texts = {name: text for name, dtype in schema.items() if (text := as_text(name, dtype)) is not None}
    cells = lazy.select(text.alias(str(place)) for place, text in enumerate(texts.values()))
    if (
        texts
        and int(cells.select(pl.sum_horizontal(pl.all().str.len_bytes().sum())).collect().item()) > MOST_TEXT
    ):
        return TOO_MANY
    cells.collect().write_ipc(folder / "cells")
    told = {"headings": list(texts), "passed": [name for name in schema if name not in texts]}
    (folder / "read.json").write_text(json.dumps(told))
    return 0


def as_text(name: str, dtype: pl.DataType) -> pl.Expr | None:
    """A column as a CSV export would write it: days as 2026-06-30, whole numbers without a point, and a
    number that is none as a blank. None for what no cell can hold."""
    import polars as pl

    cell = pl.col(name)
    if isinstance(dtype, pl.Datetime):
        local = cell.dt.convert_time_zone(HERE) if dtype.time_zone else cell
        return local.dt.to_string("%Y-%m-%d %H:%M:%S").str.strip_suffix(" 00:00:00")
    if dtype.is_float():
        number = cell.fill_nan(None)
        whole = number.cast(pl.Int64, strict=False)
        return pl.when(number == whole).then(whole.cast(pl.String)).otherwise(number.cast(pl.String))
    if isinstance(dtype, pl.Decimal):
        return cell.cast(pl.String).str.replace(r"\.0+$", "")
    if dtype.is_nested() or isinstance(dtype, (pl.Binary, pl.Duration, pl.Object)):
        return None
    return cell.cast(pl.String)


def main() -> None:
    """Read the file in the folder named by the first argument, within limits."""
    limit()
    sys.exit(read(Path(sys.argv[1])))
