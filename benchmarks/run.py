"""Speed and memory, each beside a peer or a floor: `make bench`. Nothing is asserted but sameness.

Every job runs in a process of its own; the figure is the middle of three runs, or, of what takes long,
that of one. Ratios are of the processors' seconds: those hold on a machine that does other work as well."""

import gzip
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from statistics import median

DAY, MONTHS, RUNS = "2026-11-21", 60, 3
DRAWN = {"plain": 12, "slow": 4}  # the loop is of each so many'th measure: of all it would take minutes
JOBS = Path(__file__).with_name("jobs.py")
BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
LARGE_WORKBOOK = 960_000  # cells, as of a large council's ten years
LONG = 3  # seconds of the processors: what takes longer is run once
LINE = "{:<58} {:>16} {:>9}   {:<34} {:>16} {:>9}  {}"


def measured(job, *arguments, runs=RUNS):
    """The middle of several runs of a job: its seconds and its peak memory, and what it made."""
    found = []
    for _ in range(runs):
        command = [sys.executable, str(JOBS), job, *map(str, arguments)]
        told = subprocess.run(command, capture_output=True, text=True)
        if told.returncode:
            raise SystemExit(f"{job} failed:\n{told.stderr}")
        found.append(json.loads(told.stdout))
        if found[-1]["cpu"] > LONG:
            break
    middle = {key: median(run[key] for run in found) for key in ("seconds", "cpu", "peak_mb")}
    return {**found[0], **middle}


def row(what, ours, beside="", theirs=None):
    """One line of the table, with how many times as fast as its peer, or as long as its floor."""
    peer = ("", "", "")
    if theirs:
        times = theirs["cpu"] / ours["cpu"]
        said = f"{times:.3g} × as fast" if times >= 1 else f"{1 / times:.3g} × as long"
        peer = (seconds(theirs), memory(theirs), said)
    print(LINE.format(what, seconds(ours), memory(ours), beside, *peer), flush=True)


def seconds(run):
    """By the clock, and of the processors."""
    return f"{run['seconds']:.2f} s ({run['cpu']:.2f})"


def memory(run):
    return f"{run['peak_mb']:,.0f} MB"


def receiving(files):
    """Each return, beside a bare read of the same files."""
    book = next(files.rglob("Annex A*.xlsx"))
    ssd, wards = files / f"ssd_{DAY}", files / "wards.csv"
    for name, paths, floor, beside in (
        ("Annex A workbook", [book], "read_workbook", "fastexcel, every sheet"),
        ("SSD folder and wards", [ssd, wards], "read_csv", "polars.read_csv, as text"),
        ("SSDA903, five years", [files / "ssda903"], "read_csv", "polars.read_csv, as text"),
    ):
        both(name, paths, floor, beside)


def both(name, paths, floor, beside):
    """Read into the record, then received to the end, beside the floor."""
    bare, ours = measured(floor, *paths), measured("read", *paths)
    row(f"{name}: read, typed, checked ({ours['rows']:,} rows)", ours, beside, bare)
    row(f"{name}: received, counted, served", measured("receive", *paths), beside, bare)


def ten_thousand(folder):
    """The published returns of 10,000 and of 5,000 children, where they are beside this checkout."""
    if not BENCH.exists():
        print("Published returns of 10,000 and 5,000 children: not measured, as they are not beside this.")
        return
    with tarfile.open(BENCH / "ssda903_10000.tar.gz") as packed:
        packed.extractall(folder, filter="data")
    both(
        "SSDA903, 10,000 children", [next(folder.rglob("this_year"))], "read_csv", "polars.read_csv, as text"
    )
    census = folder / "cin_5000.xml"
    census.write_bytes(gzip.decompress((BENCH / "cin_5000.xml.gz").read_bytes()))
    both("CIN census, 5,000 children", [census], "read_xml", "lxml, every child")


def large_workbook(files, folder):
    """An Annex A of many more rows than one borough's."""
    book = folder / "annex_a_large.xlsx"
    made = measured("large", next(files.rglob("Annex A*.xlsx")), book, LARGE_WORKBOOK, runs=1)
    both(f"Annex A of {made['cells']:,} cells", [book], "read_workbook", "fastexcel, every sheet")


def counting(snapshot, folder):
    """The count beside the loop over the same rows, counts and shares apart from medians and cohorts; all of
    it from Parquet; then ten times the rows."""
    for which, name in (("plain", "counts, shares, rates, sums"), ("slow", "medians and cohorts")):
        ours = measured("cells", snapshot, MONTHS, which, DRAWN[which], runs=1)
        loop = measured("loop", snapshot, MONTHS, which, DRAWN[which])
        beside = f"pandas, {loop['filters']:,} filters"
        row(f"Cells of {loop['drawn']} drawn measures: {name}", ours, beside, loop)
        every = measured("cells", snapshot, MONTHS, which, 1, runs=1)
        row(f"Cells of all {every['drawn']}: {name}", every)
        print(
            f"  The loop gets our prepared rows for nothing. The same {loop['same']:,} numbers came of both."
        )
    from_parquet(snapshot, folder)


def from_parquet(snapshot, folder):
    """Opening with its hashes, rows into facts, facts into cells."""
    plain = measured("count", snapshot, MONTHS, "plain")
    row(f"From {plain['rows']:,} rows of Parquet: counts, shares …, six splits", plain)
    row("… with medians and cohorts, six splits", measured("count", snapshot, MONTHS, "all"))
    whole = measured("kept", snapshot, MONTHS)
    row("… by every split that is kept, and written", whole)
    print(
        f"  {whole['measures']} measures (what rates are among with them; {whole['told']} have rows) × "
        f"{MONTHS} months × {whole['splits']} splits on average: {whole['cells']:,} cells of four numbers."
    )
    more = measured("ten", snapshot, folder)["snapshot"]
    ten = measured("kept", more, MONTHS)
    row(f"… ten times the children ({ten['rows']:,} rows)", ten, "of one borough", whole)


def main():
    """Write the sample once, then measure."""
    with tempfile.TemporaryDirectory(prefix="throughline-bench-") as name:
        folder = Path(name)
        made = measured("sample", DAY, folder)
        print(LINE.format("ours", "time (CPU)", "memory", "beside", "time (CPU)", "memory", ""))
        row("The sample borough: every file written", made)
        row("A server's first answer: kept answers by memory map", measured("opened", made["council"]))
        counting(made["snapshot"], folder / "ten")
        receiving(folder / "files")
        large_workbook(folder / "files", folder)
        ten_thousand(folder / "ten thousand")


if __name__ == "__main__":
    main()
