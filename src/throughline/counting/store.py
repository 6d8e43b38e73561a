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
from throughline.counting.answers import Answers
from throughline.counting.cube import Cube, widths_of
from throughline.counting.denominators import LivingHere
from throughline.counting.facts import ALL, Axis, Facts, Tests
from throughline.measures.kinds import Measure, Typical, keeps_values, measure_among, value_of
from throughline.record.journey import BREAKDOWNS
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


def save(answers: Answers, names: Mapping[str, Measure], folder: Path) -> None:
    """Write answers to a new folder, which appears whole or not at all."""
    waiting = folder.with_name(f".{folder.name}")
    shutil.rmtree(waiting, ignore_errors=True)
    waiting.mkdir(parents=True)
    called = {measure: name for name, measure in names.items()}
    called |= {stock: AMONG + called[rate] for rate, stock in answers.among.items()}
    bases = {id(facts): facts for facts in answers.facts.values()}
    index: dict[str, Any] = {"months": vars(answers.cube.months), "bases": []}
    for number, facts in enumerate(bases.values()):
        index["bases"].append(save_base(facts, answers.cube, called, waiting / f"{number}"))
    (waiting / INDEX).write_text(json.dumps(index))
    if folder.exists():
        shutil.rmtree(waiting)
    else:
        waiting.rename(folder)


def save_base(facts: Facts, cube: Cube, called: Mapping[Measure, str], folder: Path) -> dict[str, Any]:
    """The arrays of one base, and what its rows and columns are."""
    folder.mkdir()
    for name in FACTS:
        np.save(folder / f"{name}.npy", getattr(facts, name))
    for measure, tests in facts.tests.items():
        name = called[measure]
        four = np.stack([tests.counts, tests.passes, tests.left_out, tests.too_early])
        np.save(folder / f"{name} tests.npy", four)
        np.save(folder / f"{name} counts.npy", cube.counts[measure])
        if keeps_values(measure):
            np.save(folder / f"{name} values.npy", tests.values)
        if measure in cube.sums:
            np.save(folder / f"{name} sums.npy", cube.sums[measure])
        for wide, middle in cube.middles.get(measure, {}).items():
            np.save(folder / f"{name} middles {wide}.npy", middle)
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
    for number, said in enumerate(index["bases"]):
        base = load_base(folder / f"{number}", said, known, cube)
        facts |= dict.fromkeys(base.tests, base)
    return Answers(snapshot, cube, facts, among, LivingHere.of(snapshot))


def load_base(folder: Path, said: dict[str, Any], known: Mapping[str, Measure], cube: Cube) -> Facts:
    """One base, its measures' cells put into the cube."""
    labels = {BREAKDOWNS[name] if name else ALL: tuple(groups) for name, groups in said["axis"]}
    tests: dict[Measure, Tests] = {}
    for name in said["measures"]:
        measure = known[name]
        four = opened(folder / f"{name} tests.npy")
        values = opened(folder / f"{name} values.npy") if keeps_values(measure) else np.zeros(0)
        tests[measure] = Tests(four[0], four[1], four[2], four[3], values)
        cube.counts[measure] = opened(folder / f"{name} counts.npy")
        if isinstance(measure, Typical):
            middles = {wide: folder / f"{name} middles {wide}.npy" for wide in widths_of(measure)}
            cube.middles[measure] = {wide: opened(file) for wide, file in middles.items()}
        elif value_of(measure) is not None:
            cube.sums[measure] = opened(folder / f"{name} sums.npy")
    arrays = {name: opened(folder / f"{name}.npy") for name in FACTS}
    return Facts(of=known[said["measures"][0]].of, axis=Axis(labels), tests=tests, **arrays)


def opened(file: Path) -> Any:
    """An array read where it lies; an empty one cannot be mapped, and need not be."""
    return np.load(file, mmap_mode=None if file.stat().st_size < 256 else "r")
