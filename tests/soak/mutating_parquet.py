"""Parquet files spoiled by what they are made of: cells, kinds of column, pages and their packing, the footer
that says where all of it lies, and plain bytes."""

import io
import struct

import polars as pl

from .mutating import NEEDED, OTHER_FILES, spoiled_bytes, spoiled_rows

SOME = 2  # tables beside those that are needed: each file is read by a process of its own
MARK, TAIL = b"PAR1", 8  # at both ends; the last bytes, with the length of the footer before the mark
PACKINGS = ["uncompressed", "snappy", "gzip", "lz4", "zstd"]
KINDS = {
    "numbers": pl.int_range(pl.len()),
    "great numbers": pl.lit(2**63, pl.UInt64),
    "floats": pl.lit(float("nan")),
    "flags": pl.int_range(pl.len()) % 2 == 0,
    "days": pl.lit(-1_000_000, pl.Int32).cast(pl.Date),
    "days with a clock": pl.lit(2**62, pl.Int64).cast(pl.Datetime("ns", "Asia/Kathmandu")),
    "lists": pl.int_range(pl.len()).implode().over(pl.lit(1)),
    "structures": pl.struct(pl.lit(1).alias("a"), pl.lit("b").alias("")),
    "bytes": pl.lit(b"\xff\xfe"),
    "nothing": pl.lit(None, pl.Null),
    "categories": pl.lit("EMO", pl.Categorical),
    "decimals": pl.lit("1.50").cast(pl.Decimal(38, 30)),
    "times of day": pl.lit(0, pl.Int64).cast(pl.Time),
    "lengths of time": pl.lit(2**62, pl.Int64).cast(pl.Duration("us")),
}


def spoiled_parquet(chance, tables):
    """A folder of Parquet files, by name: one of them is spoiled."""
    some = sorted({*chance.sample(list(tables), k=min(SOME, len(tables))), *(tables.keys() & NEEDED)})
    files = {parquet_name(name): as_parquet(frame_of(tables[name])) for name in some}
    name = chance.choice(some)
    what = chance.choice(["rows", "rows", "kind", "kind", "packing", "footer", "footer", "bytes", "file"])
    files[parquet_name(name)] = SPOILS[what](chance, tables[name])
    return files


def parquet_name(name):
    return name.replace(".csv", ".parquet")


def frame_of(rows):
    """Rows as a table of text: every row as long as the headings, and no heading twice, for a Parquet file
    can be nothing else."""
    headings, *lines = rows or [[]]
    names = list(dict.fromkeys(map(str, headings)))
    cells = [[*map(str, line), *[""] * len(names)][: len(names)] for line in lines]
    columns = zip(*cells) if cells else [()] * len(names)
    return pl.DataFrame({name: pl.Series(list(c), dtype=pl.String) for name, c in zip(names, columns)})


def as_parquet(frame, **how):
    held = io.BytesIO()
    frame.write_parquet(held, **how)
    return held.getvalue()


def rows_spoiled(chance, rows):
    return as_parquet(frame_of(spoiled_rows(chance, rows)))


def of_another_kind(chance, rows):
    """A column, or every one, of a kind that its table never has."""
    frame = frame_of(rows)
    names = chance.sample(frame.columns, k=chance.choice([1, 1, frame.width]))
    return as_parquet(frame.with_columns(KINDS[chance.choice(list(KINDS))].alias(name) for name in names))


def packed_otherwise(chance, rows):
    """Another packing, and as many pages and groups of rows as there are rows; or no row, or columns past
    counting."""
    frame = frame_of(rows)
    what = chance.choice(["packing", "no rows", "many columns", "many rows"])
    if what == "no rows":
        frame = frame.clear()
    elif what == "many columns":
        frame = frame.with_columns(pl.lit("x").alias(f"n{n}") for n in range(chance.choice([100, 600])))
    elif what == "many rows":
        frame = pl.concat([frame] * 500)
    how = {"compression": chance.choice(PACKINGS), "statistics": chance.choice([True, False, "full"])}
    return as_parquet(frame, row_group_size=chance.choice([1, 5, None]) if len(frame) < 100 else None, **how)


def footer_spoiled(chance, rows):
    """What the file says of itself: the footer's own length, or its bytes, with the pages left whole."""
    data = as_parquet(frame_of(rows))
    (length,) = struct.unpack("<I", data[-TAIL:-4])
    pages, footer = data[: -TAIL - length], data[-TAIL - length : -TAIL]
    if chance.random() < 0.4:
        length = chance.choice([0, 1, length - 1, length + 1, len(data), 2**31, 2**32 - 1])
    else:
        footer = spoiled_bytes(chance, footer)
        length = chance.choice([length, len(footer)])
    return pages + footer + struct.pack("<I", length) + chance.choice([MARK, MARK, MARK, b"PARE", b"PAR2"])


def bytes_spoiled(chance, rows):
    """The pages, with both marks left in their places; or any byte."""
    data = as_parquet(frame_of(rows), compression=chance.choice(PACKINGS))
    inside = MARK + spoiled_bytes(chance, data[4:-TAIL]) + data[-TAIL:]
    return chance.choice([inside, inside, spoiled_bytes(chance, data)])


def another_file(chance, rows):
    return chance.choice([*OTHER_FILES, MARK, MARK + MARK, MARK + bytes(4) + MARK, b"PARE" + bytes(8)])


SPOILS = {
    "rows": rows_spoiled,
    "kind": of_another_kind,
    "packing": packed_otherwise,
    "footer": footer_spoiled,
    "bytes": bytes_spoiled,
    "file": another_file,
}
