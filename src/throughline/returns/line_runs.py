"""Numbers of lines, said shortly."""

from __future__ import annotations

import polars as pl


def runs(lines: pl.Series) -> str:
    """Numbers of lines in order, those that follow one another together: 3, 5 to 9."""
    run = (lines.diff() != 1).fill_null(True).cum_sum()
    ends = pl.DataFrame({"line": lines, "run": run}).group_by("run", maintain_order=True)
    several = ends.agg(pl.col("line").first().alias("first"), pl.col("line").last().alias("last"))
    return ", ".join(
        str(first) if first == last else f"{first} to {last}"
        for first, last in several.select("first", "last").iter_rows()
    )
