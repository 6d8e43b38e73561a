"""The record's tables and the dataset's: every field has its place, and a snapshot outlives new ones."""

from datetime import date

import polars as pl

from throughline.loads.window import ask
from throughline.record.composing import Part, compose
from throughline.record.in_need import CinPlans
from throughline.record.protection import CpPlans
from throughline.record.snapshots import Snapshot, Source, digest

DAY = date(2026, 6, 30)


def test_a_snapshot_written_before_a_table_was_declared(tmp_path):
    """The table is empty and missing, a column that came later is blank, and all else is as it was."""
    plans = pl.DataFrame([{"CpPlans.child": "Ann", "CpPlans.started": DAY}], schema=CpPlans.schema())
    folder = tmp_path / Snapshot.of({CpPlans: plans}, as_at=DAY).write(tmp_path).name
    assert not (folder / "CinPlans.parquet").exists()
    pl.read_parquet(folder / "CpPlans.parquet").drop("CpPlans.team").write_parquet(folder / "CpPlans.parquet")
    manifest = folder / "manifest.json"
    names = sorted(file.name for file in folder.glob("*.parquet"))
    told = ", ".join(f'"{name}": "{digest(folder / name)}"' for name in names)
    start, _, rest = manifest.read_text().partition('"files": {')
    manifest.write_text(f'{start}"files": {{{told}}}{rest.partition("}")[2]}')
    snapshot = Snapshot.open(folder.rename(tmp_path / digest(manifest)))
    assert snapshot.frames[CinPlans].height == 0 and CinPlans in snapshot.missing
    assert snapshot.frames[CinPlans].schema.names()[0] == "CinPlans.plan"
    row = snapshot.frames[CpPlans].row(0, named=True)
    assert ask(folder.with_name(snapshot.name), "SELECT count(*), max(child) FROM cin_plans")[1] == [
        (0, None)
    ]
    assert ask(folder.with_name(snapshot.name), "SELECT child, team FROM cp_plans")[1] == [("Ann", None)]
    assert [gap.untold for gap in snapshot.gaps] == [{"CpPlans.team"}]
    assert (row["CpPlans.child"], row["CpPlans.started"], row["CpPlans.team"]) == ("Ann", DAY, None)


def test_a_return_that_came_before_a_column_was_declared():
    plans = pl.DataFrame({"CpPlans.child": ["Ann"], "CpPlans.started": [DAY], "@source": [0]})
    part = Part("SSD", 1, DAY, {CpPlans: plans}, {CpPlans: (DAY, DAY)}, (Source("a.csv", ""),))
    row = compose([part], "Little").frames[CpPlans].row(0, named=True)
    assert (row["CpPlans.child"], row["CpPlans.team"]) == ("Ann", None)
