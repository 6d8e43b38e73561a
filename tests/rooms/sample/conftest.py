"""The sample's files, read by these tests alone; and the same with faults in them."""

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from throughline.sample import at_day
from throughline.sample.as_at import AsAt
from throughline.sample.dirty import plant_all
from throughline.sample.saltscar import SALTSCAR

DAY = date(2026, 11, 21)


class Sample:
    """The files of one sample, read by the standard library alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.read: dict[Path, list[dict[str, str]]] = {}

    def rows(self, *parts: str) -> list[dict[str, str]]:
        path = self.folder.joinpath(*parts)
        if path not in self.read:
            with path.open(encoding="utf-8", newline="") as file:
                self.read[path] = list(csv.DictReader(file))
        return self.read[path]

    def ssd(self, table: str) -> list[dict[str, str]]:
        return self.rows(f"ssd_{DAY.isoformat()}", f"{table}.csv")

    def returned(self, year: str, name: str) -> list[dict[str, str]]:
        return self.rows("ssda903", year, f"{name}.csv")

    @property
    def workbook(self) -> Path:
        return self.folder / f"annex_a_{DAY.isoformat()}" / f"Annex A {DAY.isoformat()}.xlsx"

    def years(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "ssda903").iterdir())


@pytest.fixture(scope="session")
def told() -> AsAt:
    """Saltscar's story to the day."""
    said: list[str] = []
    at = at_day(SALTSCAR, 1, DAY, said.append)
    assert said
    return at


@pytest.fixture(scope="session")
def saltscar(saltscar_files: Path) -> Sample:
    return Sample(saltscar_files)


@pytest.fixture(scope="session")
def dirty(told: AsAt, saltscar: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Saltscar's files with every kind of fault planted, as `--dirty` does."""
    folder = tmp_path_factory.mktemp("dirty")
    shutil.copytree(saltscar.folder, folder / "first")
    plant_all(folder, told)
    return folder
