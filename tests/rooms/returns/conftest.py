"""Little files, written by the tests themselves."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from throughline.record.composing import Part
from throughline.record.rows import Table
from throughline.returns.receiving import read_return

TODAY = date(2026, 6, 30)


@pytest.fixture
def write(tmp_path):
    """Write files of a folder, each out of its lines; give the folder."""

    def written(files: dict[str, str | bytes], folder: str = "given") -> Path:
        for name, text in files.items():
            file = tmp_path / folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path / folder

    return written


@pytest.fixture
def read(write):
    """Read files of a folder; give the one part they make."""

    def parts(files: dict[str, str | bytes], folder: str = "given", **asked: object) -> Part:
        (part,) = read_return([write(files, folder)], today=TODAY, **asked)
        return part

    return parts


@pytest.fixture
def rows():
    """Some columns of a table that a part fills, sorted."""

    def told(part: Part, table: type[Table], *names: str) -> list[tuple[object, ...]]:
        columns = [pl.col(table.columns[name].name if name in table.columns else name) for name in names]
        return sorted(part.frames[table].select(columns).rows(), key=repr)

    return told


@pytest.fixture
def says():
    """All faults of a part, a line each."""
    return lambda part: "\n".join(map(str, part.faults))
