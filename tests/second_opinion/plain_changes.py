"""One cell of one file changed, and the changed extract received as a later load."""

import csv
import os
import shutil

from throughline.counting.store import catalogue
from throughline.loads.home import Council


def with_cell(ssd, table, line, heading, value, folder):
    """A copy of an extract with one cell changed; every other file is the same file."""
    copy = folder / ssd.name
    copy.mkdir(parents=True)
    for file in ssd.iterdir():
        os.link(file, copy / file.name)
    changed = copy / f"{table}.csv"
    changed.unlink()
    with (ssd / changed.name).open(newline="") as before, changed.open("w", newline="") as after:
        rows = list(csv.reader(before))
        rows[line - 1][rows[0].index(heading)] = value
        csv.writer(after, lineterminator="\n").writerows(rows)
    return copy


def twin(council, folder):
    """Another home with all that this one has received, to receive more into."""
    kept = shutil.ignore_patterns("received", ".lock", "loads.jsonl")
    shutil.copytree(council.folder, folder, copy_function=os.link, ignore=kept)
    shutil.copyfile(council.folder / "loads.jsonl", folder / "loads.jsonl")
    return Council(folder)


def moved_cells(before, after):
    """Every cell of the cube that differs: (measure, what, breakdown, group, month) to by how much."""
    assert before.cube.months == after.cube.months
    found, starts = {}, before.cube.months.starts()
    what = ("passes", "counts", "left out", "too early")
    for name, measure in catalogue().items():
        old, new = before.cube.counts[measure], after.cube.counts[measure]
        groups = before.facts[measure].axis.groups
        assert [(by.title, g) for by, g in groups] == [
            (by.title, g) for by, g in after.facts[measure].axis.groups
        ]
        for kind, place, month in zip(*(new != old).nonzero()):
            by, group = groups[place]
            change = int(new[kind, place, month]) - int(old[kind, place, month])
            found[name, what[kind], by.title, group, starts[month]] = change
    return found


def cited(answers, rows):
    """Rows as the files and lines they came from. (The folder before a file's name is as it was sent.)"""
    names = [source.file.rsplit("/", 1)[-1] for source in answers.snapshot.sources]
    return {(names[s], n) for s, n in rows.select("@source", "@source_line").iter_rows()}
