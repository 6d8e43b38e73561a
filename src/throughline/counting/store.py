"""Answers kept on disk: counted once by `receive`, opened by memory map wherever they are shown."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

import throughline
from throughline.catalogue import declared
from throughline.counting.answers import Answers, counted
from throughline.counting.arrays import Opened, Written
from throughline.counting.cube import Cube, widths_of
from throughline.counting.denominators import LivingHere
from throughline.counting.facts import ALL, Axis, Facts, Tests
from throughline.measures.kinds import Measure, Typical, keeps_values, measure_among, value_of
from throughline.record.journey import BREAKDOWNS
from throughline.record.on_disk import put
from throughline.record.periods import Months
from throughline.record.snapshots import Snapshot

INDEX = "index.json"
AMONG = "among "
FACTS = ("line", "who", "start", "end", "groups")


def catalogue() -> dict[str, Measure]:
    """Every measure by its own name, stage by stage."""
    return {name: measure for _, name, measure in declared(Measure, "throughline.measures")}


def counted_name(snapshot: str) -> str:
    """Names the count of a snapshot, by the snapshot's name, by this very catalogue and engine: another of
    either is another count."""
    return f"{snapshot[:20]}-{engine()}"


@cache
def engine() -> str:
    """Names the catalogue and the engine by what is written in them, as they were when this began to run:
    what is put in their place while it runs is not what it counts by."""
    rooms = Path(throughline.__file__).parent
    code = sha256(pl.__version__.encode())
    for room in ("record", "measures", "counting"):
        for file in sorted((rooms / room).glob("*.py")):
            code.update(file.read_bytes())
    return code.hexdigest()[:20]


def count_into(folder: Path, names: Mapping[str, Measure], snapshot: Snapshot, over: Months) -> None:
    """Count everything about a snapshot, and write it to a new folder, which appears whole or not at all.
    Each base is let go of once it is written: all of them at once may be more than memory holds."""
    waiting = folder.with_name(f".{folder.name}")
    shutil.rmtree(waiting, ignore_errors=True)
    waiting.mkdir(parents=True)
    called = {measure: name for name, measure in names.items()}
    called |= {whole: AMONG + name for name, m in names.items() if (whole := measure_among(m))}
    index: dict[str, Any] = {"months": vars(over), "bases": []}
    written = Written(waiting)
    for number, (facts, cube) in enumerate(counted(names.values(), snapshot, over)):
        index["bases"].append(save_base(facts, cube, called, written, f"{number}"))
    written.close()
    index["arrays"] = written.places
    (waiting / INDEX).write_text(json.dumps(index))
    if folder.exists():
        shutil.rmtree(waiting)
    else:
        put(waiting, folder)


def save_base(
    facts: Facts, cube: Cube, called: Mapping[Measure, str], written: Written, number: str
) -> dict[str, Any]:
    """The arrays of one base, and what its rows and columns are."""
    for name in FACTS:
        written.keep(f"{number} {name}", getattr(facts, name))
    for measure, tests in facts.tests.items():
        name = called[measure]
        four = np.stack([tests.counts, tests.passes, tests.left_out, tests.too_early])
        written.keep(f"{name} tests", four)
        written.keep(f"{name} counts", cube.counts[measure])
        if keeps_values(measure):
            written.keep(f"{name} values", tests.values)
        if measure in cube.sums:
            written.keep(f"{name} sums", cube.sums[measure])
        for wide, middle in cube.middles.get(measure, {}).items():
            written.keep(f"{name} middles {wide}", middle)
    known = {by: name for name, by in BREAKDOWNS.items()} | {ALL: ""}
    axis = [[known[by], list(labels)] for by, labels in facts.axis.labels.items()]
    return {"measures": [called[measure] for measure in facts.tests], "axis": axis}


def load(folder: Path, snapshot: Snapshot) -> Answers:
    """Open answers that were saved for this snapshot; arrays stay on disk until they are read."""
    index = json.loads((folder / INDEX).read_text())
    names = catalogue()
    among = {m: whole for m in names.values() if (whole := measure_among(m))}
    known = {**names, **{AMONG + n: among[m] for n, m in names.items() if m in among}}
    cube = Cube(Months(**index["months"]), {}, {}, {})
    facts: dict[Measure, Facts] = {}
    arrays = Opened(folder, index["arrays"])
    for number, said in enumerate(index["bases"]):
        base = load_base(arrays, f"{number}", said, known, cube)
        facts |= dict.fromkeys(base.tests, base)
    return Answers(snapshot, cube, facts, among, LivingHere.of(snapshot))


def load_base(
    arrays: Opened, number: str, said: dict[str, Any], known: Mapping[str, Measure], cube: Cube
) -> Facts:
    """One base, its measures' cells put into the cube."""
    labels = {BREAKDOWNS[name] if name else ALL: tuple(groups) for name, groups in said["axis"]}
    tests: dict[Measure, Tests] = {}
    for name in said["measures"]:
        measure = known[name]
        four = arrays[f"{name} tests"]
        values = arrays[f"{name} values"] if keeps_values(measure) else np.zeros(0)
        tests[measure] = Tests(four[0], four[1], four[2], four[3], values)
        cube.counts[measure] = arrays[f"{name} counts"]
        if isinstance(measure, Typical):
            middles = {wide: arrays[f"{name} middles {wide}"] for wide in widths_of(measure)}
            cube.middles[measure] = middles
        elif value_of(measure) is not None:
            cube.sums[measure] = arrays[f"{name} sums"]
    own = {name: arrays[f"{number} {name}"] for name in FACTS}
    return Facts(of=known[said["measures"][0]].of, axis=Axis(labels), tests=tests, **own)
