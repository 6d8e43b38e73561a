"""What several rooms' tests share: the sample borough, written and received once."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from throughline.counting.answers import Answers
from throughline.loads.counts import answers_now
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.sample import write_sample

DAY = date(2026, 11, 21)
SHARED = Path(__file__).resolve().parents[2] / "shared"


@dataclass(frozen=True)
class Saltscar:
    """The sample's files, and the council that has received its SSD folder and its wards."""

    files: Path
    council: Council
    day: date

    @property
    def ssd(self) -> Path:
        return self.files / f"ssd_{self.day}"

    @property
    def answers(self) -> Answers:
        return answers_now(self.council)


@pytest.fixture(scope="session")
def saltscar_files(tmp_path_factory):
    """Every file of the sample, as at one fixed day."""
    folder = tmp_path_factory.mktemp("saltscar") / "files"
    write_sample(folder, seed=1, day=DAY)
    return folder


@pytest.fixture(scope="session")
def saltscar(saltscar_files):
    """Saltscar received: SSD and wards, as `make demo` does."""
    council = Council(saltscar_files.parent / "home" / "councils" / "saltscar")
    receive(council, [saltscar_files / f"ssd_{DAY}", saltscar_files / "wards.csv"])
    return Saltscar(saltscar_files, council, DAY)


@pytest.fixture(scope="session")
def shared():
    """The folder of published material beside the checkout; a test that needs it is skipped without."""
    if not SHARED.exists():
        pytest.skip("needs the shared folder of published samples, which is not here")
    return SHARED
