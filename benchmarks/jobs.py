"""The jobs that are measured, each in a process of its own: `python benchmarks/jobs.py JOB FOLDER …`.

Prints one line of JSON: seconds of the job itself (without starting Python or reading our code), the
process's peak memory in MB, and what it made."""

import json
import resource
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

import polars as pl


def timed(job):
    """What a job gives, and how long it took: by the clock, and of the processors, its child processes'
    share too (on a machine that does other work, the clock says little)."""
    begun, worked = perf_counter(), processors()
    made = job()
    return made, {"seconds": perf_counter() - begun, "cpu": processors() - worked}


def processors():
    """Seconds of the processors so far, by this process and the children it waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def sample(day, folder):
    """The files of the invented borough, and its dataset received: what is measured afterwards."""
    from throughline.loads.home import Council
    from throughline.loads.receiving import receive as received
    from throughline.sample import write_sample

    files, council = Path(folder) / "files", Council(Path(folder) / "home" / "councils" / "bench")
    _, took = timed(lambda: write_sample(files, seed=1, day=date.fromisoformat(day)))
    load = received(council, [files / f"ssd_{day}", files / "wards.csv"])
    return took, {"snapshot": str(council.snapshots / load.snapshot)}


def ten(snapshot, folder):
    """The same snapshot with every child ten times over."""
    from many import ten_times

    made, took = timed(lambda: ten_times(Path(snapshot), Path(folder)))
    return took, {"snapshot": str(made)}


def read_csv(*paths):
    """The floor of reading CSV files: Polars alone."""
    files = csv_files(paths)
    frames, took = timed(lambda: [pl.read_csv(file, infer_schema=False) for file in files])
    return took, {"rows": sum(frame.height for frame in frames)}


def csv_files(paths):
    """Every CSV file at or below these paths."""
    found = [sorted(p.rglob("*.csv")) if p.is_dir() else [p] for p in map(Path, paths)]
    return [file for files in found for file in files]


def read_workbook(path):
    """The floor of reading a workbook: fastexcel alone, every sheet."""
    import fastexcel

    def job():
        book = fastexcel.read_excel(path)
        return [book.load_sheet(name).to_polars() for name in book.sheet_names]

    frames, took = timed(job)
    return took, {"rows": sum(frame.height for frame in frames)}


def large(path, into, cells):
    """An Annex A workbook with the children of this one many times over."""
    from many import large_workbook

    made, took = timed(lambda: large_workbook(path, into, int(cells)))
    return took, {"cells": made}


def read_xml(path):
    """The floor of reading an XML file: lxml alone, element by element, forgetting each child."""
    from lxml import etree

    def job():
        children = 0
        for _, child in etree.iterparse(path, tag="{*}Child", resolve_entities=False, no_network=True):
            child.clear()
            children += 1
        return children

    children, took = timed(job)
    return took, {"rows": children}


def read(*paths):
    """Files into rows of the record: typed, checked, joined, every fault listed."""
    from throughline.returns.receiving import read_return

    parts, took = timed(lambda: read_return([Path(path) for path in paths]))
    rows = sum(frame.height for part in parts for frame in part.frames.values())
    return took, {"rows": rows, "faults": sum(len(part.faults) for part in parts)}


def receive(*paths):
    """From files to figures served: kept, read, composed, written, counted."""
    from throughline.loads.home import Council
    from throughline.loads.receiving import receive as received

    with tempfile.TemporaryDirectory() as home:
        council = Council(Path(home) / "councils" / "bench")
        load, took = timed(lambda: received(council, [Path(path) for path in paths]))
    return took, {"rows": sum(load.rows.values()), "faults": len(load.faults)}


def answers_of(folder, months):
    """Every answer about a snapshot, from its Parquet."""
    from throughline.counting.answers import count
    from throughline.counting.store import catalogue
    from throughline.record.periods import months_to
    from throughline.record.snapshots import Snapshot

    snapshot = Snapshot.open(Path(folder))
    return count(catalogue().values(), snapshot, months_to(snapshot.as_at, int(months)))


def count(folder, months):
    """All measures by all their breakdowns, by month: opening (with its hashes) and counting."""
    answers, took = timed(lambda: answers_of(folder, months))
    rows = sum(frame.height for frame in answers.snapshot.frames.values())
    return took, {"rows": rows, **size(answers)}


def cells(folder, months):
    """Counting alone: every cell out of the rows once they are prepared, as the loop is given them."""
    from throughline.counting.cube import make_cube

    answers = answers_of(folder, months)
    facts = list({id(each): each for each in answers.facts.values()}.values())
    _, took = timed(lambda: make_cube(facts, answers.cube.months))
    return took, size(answers)


def size(answers):
    """How much was counted: measures, cells, and the splits each measure has on average."""
    splits = [len(answers.breakdowns(measure)) for measure in answers.cube.counts]
    cells = sum(cube[0].size for cube in answers.cube.counts.values())
    return {"measures": len(splits), "splits": round(sum(splits) / len(splits), 1), "cells": cells}


def loop(folder, months):
    """The same cells by a loop in pandas, which is given our prepared rows for nothing."""
    from peer import by_loop, differences, prepared

    answers = answers_of(folder, months)
    frames = prepared(answers)
    cells, took = timed(lambda: by_loop(frames, answers.cube.months))
    wrong = differences(cells, answers)
    assert not wrong, f"the loop and the cube differ: {wrong[:5]}"
    filters = sum(each.asked for each in cells.values())
    return took, {"filters": filters, "same_cells": sum(each.many for each in cells.values())}


def main(name, *arguments):
    """Run one job and print what it took."""
    took, made = JOBS[name](*arguments)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak = max(peak, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    print(json.dumps({**took, "peak_mb": peak / 1024, **made}))


JOBS = {
    job.__name__: job
    for job in (sample, ten, large, read_csv, read_workbook, read_xml, read, receive, count, cells, loop)
}

if __name__ == "__main__":
    main(*sys.argv[1:])
