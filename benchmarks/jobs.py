"""The jobs that are measured, each in a process of its own: `python benchmarks/jobs.py JOB FOLDER …`.

Prints one line of JSON: seconds of the job itself (without starting Python or reading our code), the
process's peak memory in MB, and what it made."""

import json
import resource
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import polars as pl

SIX = ("SEX_OF_CHILD", "BROAD_ETHNIC_GROUP", "DISABLED", "AGE", "WARD", "TEAM")
TRIES = 5  # of what takes a moment, after everything else is made


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
    names = (f"ssd_{day}", "sen2", f"local_lists_{day}", "places", "wards.csv")  # as `make demo` sends them
    load = received(council, [files / name for name in names])
    return took, {"snapshot": str(council.snapshots / load.snapshot), "council": str(council.folder)}


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


def chosen(which):
    """The measures of one part of the catalogue: `plain` (counts, shares, rates, sums), `slow` (medians and
    cohorts) or `all` of it."""
    from throughline.counting.store import catalogue
    from throughline.measures.kinds import Cohort, Typical

    slow = {"plain": (False,), "slow": (True,), "all": (False, True)}[which]
    return [each for each in catalogue().values() if isinstance(each, Typical | Cohort) in slow]


def answers_of(folder, months, which):
    """Every answer about a snapshot, from its Parquet, by six splits."""
    from throughline.counting.answers import count
    from throughline.record.journey import BREAKDOWNS
    from throughline.record.periods import months_to
    from throughline.record.snapshots import Snapshot

    snapshot = Snapshot.open(Path(folder))
    by = [BREAKDOWNS[name] for name in SIX]
    return count(chosen(which), snapshot, months_to(snapshot.as_at, int(months)), by)


def count(folder, months, which):
    """All measures of a part by six splits, by month: opening (with its hashes) and counting."""
    chosen(which)  # our code is read before the clock starts
    answers, took = timed(lambda: answers_of(folder, months, which))
    rows = sum(frame.height for frame in answers.snapshot.frames.values())
    return took, {"rows": rows, **size(answers)}


def kept(folder, months):
    """All of the catalogue by every split that is kept, written as a load writes it: base by base."""
    from throughline.counting.store import catalogue, count_into, load
    from throughline.record.periods import months_to
    from throughline.record.snapshots import Snapshot

    with tempfile.TemporaryDirectory() as place:
        into, names = Path(place) / "counts", catalogue()

        def job():
            snapshot = Snapshot.open(Path(folder))
            count_into(into, names, snapshot, months_to(snapshot.as_at, int(months)))
            return snapshot

        snapshot, took = timed(job)
        rows = sum(frame.height for frame in snapshot.frames.values())
        return took, {"rows": rows, **size(load(into, snapshot))}


def drawn(answers, every):
    """The facts of each so many'th measure of which there are any rows: what the loop is given."""
    some = [measure for measure, facts in answers.facts.items() if len(facts.start)][:: int(every)]
    bases = {id(facts): facts for facts in answers.facts.values()}.values()
    kept = [replace(base, tests={m: t for m, t in base.tests.items() if m in some}) for base in bases]
    return [base for base in kept if base.tests]


def cells(folder, months, which, every):
    """Counting alone: every cell out of the rows once they are prepared, as the loop is given them."""
    from throughline.counting.cube import count_each, joined

    answers = answers_of(folder, months, which)
    facts = drawn(answers, every)
    over = answers.cube.months
    tries = [timed(lambda: joined((c for _, c in count_each(facts, over)), over))[1] for _ in range(TRIES)]
    middle = {key: median(one[key] for one in tries) for key in tries[0]}
    return middle, {"drawn": sum(len(base.tests) for base in facts)}


def size(answers):
    """How much was counted: measures, those of them that have any rows, the splits each of those has on
    average, and cells."""
    told = {measure: facts for measure, facts in answers.facts.items() if len(facts.start)}
    splits = [facts.axis.kept[0] - 1 for facts in told.values()]
    cells = sum(cube[0].size for cube in answers.cube.counts.values())
    average = round(sum(splits) / len(splits), 1)
    return {"measures": len(answers.facts), "told": len(told), "splits": average, "cells": cells}


def loop(folder, months, which, every):
    """The same cells by a loop in pandas, which is given our prepared rows for nothing."""
    from peer import by_loop, differences, prepared

    answers = answers_of(folder, months, which)
    frames = prepared(drawn(answers, every))
    cells, took = timed(lambda: by_loop(frames, answers.cube.months))
    wrong = differences(cells, answers)
    assert not wrong, f"the loop and the cube differ: {wrong[:5]}"
    filters = sum(each.asked for each in cells.values())
    return took, {"drawn": len(cells), "filters": filters, "same": sum(each.many for each in cells.values())}


def opened(council):
    """What a server does for its first answer: the kept answers opened by memory map, and one asked."""
    from throughline.loads.counts import answers_now
    from throughline.loads.home import Council
    from throughline.record.periods import months

    def job():
        answers = answers_now(Council(Path(council)))
        day = answers.snapshot.as_at
        return answers, answers.value(next(iter(answers.facts)), months(day.year, day.month))

    (answers, _), took = timed(job)
    return took, {"measures": len(answers.facts)}


def main(name, *arguments):
    """Run one job and print what it took."""
    took, made = JOBS[name](*arguments)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak = max(peak, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    print(json.dumps({**took, "peak_mb": peak / 1024, **made}))


JOBS = {
    job.__name__: job
    for job in (
        sample,
        ten,
        large,
        read_csv,
        read_workbook,
        read_xml,
        read,
        receive,
        count,
        kept,
        cells,
        loop,
        opened,
    )
}

if __name__ == "__main__":
    main(*sys.argv[1:])
