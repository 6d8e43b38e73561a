"""Saltscar and Teesmouth, invented boroughs: writes the very files a council exports."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from throughline.catalogue import declared
from throughline.sample.arrange_workers import from_agencies
from throughline.sample.as_at import AsAt
from throughline.sample.authority import Authority
from throughline.sample.borough import tell
from throughline.sample.dirty import plant_all
from throughline.sample.local_lists import write_local_lists
from throughline.sample.plantings import FIRST
from throughline.sample.saltscar import SALTSCAR
from throughline.sample.wards import write_wards
from throughline.sample.workforce import Workforce
from throughline.sample.write_annex_a import write_annex_a
from throughline.sample.write_cin_census import write_cin_census
from throughline.sample.write_other_forms import write_other_forms
from throughline.sample.write_places import write_places
from throughline.sample.write_sen2 import write_sen2
from throughline.sample.write_send_lists import write_send_lists
from throughline.sample.write_ssd import write_ssd
from throughline.sample.write_ssda903 import write_ssda903

__all__ = ["at_day", "authorities", "write_files", "write_sample"]

Say = Callable[[str], None]


def authorities() -> dict[str, Authority]:
    """Every invented council, by the key a command calls it by."""
    found = (authority for _, _, authority in declared(Authority, __name__))
    return {authority.key: authority for authority in found}


def write_sample(
    folder: Path,
    *,
    authority: Authority = SALTSCAR,
    seed: int = 1,
    day: date,
    dirty: bool = False,
    other_forms: bool = False,
    say: Say = lambda text: None,
) -> None:
    """Writes a borough's files into the folder, as they would be exported on the evening of `day`.

    The same borough, seed and day give the same bytes. `dirty` puts them into `first/` below it, plants every
    kind of fault in them, and lists where in `planted.csv`. `other_forms` writes the SSDA903 as XML and the
    dataset as Parquet too, clean, into a folder of that name. `say` is told, in short sentences, how far it
    has come.
    """
    at = at_day(authority, seed, day, say)
    files = folder / FIRST if dirty else folder
    write_files(files, at, say)
    if other_forms:
        say("Writing the return on children looked after as XML, and the dataset as Parquet.")
        write_other_forms(files, f"ssd_{at.iso_day}", folder / "other_forms")
    if dirty:
        say("Planting faults.")
        plant_all(folder, at)


def at_day(authority: Authority, seed: int, day: date, say: Say) -> AsAt:
    """The borough as it stands on a day, its cases shared among workers."""
    borough = tell(authority, seed, day, say)
    say("Sharing the cases among workers.")
    workers = Workforce(borough, day.toordinal()).run()
    from_agencies(authority, workers, day.toordinal())
    return AsAt(borough, workers, day)


def write_files(folder: Path, at: AsAt, say: Say) -> None:
    """Every file of a borough."""
    folder.mkdir(parents=True, exist_ok=True)
    say("Writing the Standard Safeguarding Dataset.")
    write_ssd(folder / f"ssd_{at.iso_day}", at)
    say("Writing Annex A.")
    write_annex_a(folder / f"annex_a_{at.iso_day}" / f"Annex A {at.iso_day}.xlsx", at)
    say("Writing five years of the return on children looked after.")
    write_ssda903(folder / "ssda903", at)
    say("Writing the children in need census.")
    write_cin_census(folder / "cin_census", at)
    say("Writing the census of education, health and care plans, and the lists for a SEND inspection.")
    write_sen2(folder / "sen2", at)
    write_send_lists(folder / f"send_lists_{at.iso_day}" / f"SEND {at.iso_day}.xlsx", at)
    say("Writing the lists the council keeps itself.")
    write_local_lists(folder / f"local_lists_{at.iso_day}", at)
    say("Writing the wards, and the published lists of places.")
    write_wards(folder / "wards.csv", at.authority, at.day)
    write_places(folder / "places", at.authority)
