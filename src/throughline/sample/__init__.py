"""Saltscar, an invented borough: writes the very files a council exports."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from throughline.sample.as_at import AsAt
from throughline.sample.borough import tell
from throughline.sample.wards import write_wards
from throughline.sample.workforce import Workforce
from throughline.sample.write_annex_a import write_annex_a
from throughline.sample.write_ssd import write_ssd
from throughline.sample.write_ssda903 import write_ssda903

__all__ = ["write_sample"]


def write_sample(
    folder: Path, *, seed: int = 1, day: date, say: Callable[[str], None] = lambda text: None
) -> None:
    """Writes Saltscar's files into the folder, as they would be exported on the evening of `day`.

    The same seed and day give the same bytes. `say` is told, in short sentences, how far it has come.
    """
    folder.mkdir(parents=True, exist_ok=True)
    borough = tell(seed, day, say)
    say("Sharing the cases among workers.")
    at = AsAt(borough, Workforce(borough, day.toordinal()).run(), day)
    say("Writing the Standard Safeguarding Dataset.")
    write_ssd(folder / f"ssd_{day.isoformat()}", at)
    say("Writing Annex A.")
    write_annex_a(folder / f"annex_a_{day.isoformat()}" / f"Annex A {day.isoformat()}.xlsx", at)
    say("Writing five years of the return on children looked after.")
    write_ssda903(folder / "ssda903", at)
    say("Writing the wards.")
    write_wards(folder / "wards.csv")
