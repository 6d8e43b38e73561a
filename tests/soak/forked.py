"""The readers of workbooks, XML and Parquet in quick forks with the same limits, so that thousands of files
take minutes: what `child_process.run` does in a new process each time, without its second of imports."""

import json
import multiprocessing
import os
import resource
import sys
from pathlib import Path

from throughline.errors import Refused
from throughline.returns import child_process, parquet_child, workbook_child, xml_child

LONGEST = 60  # seconds
READERS = {reader.__module__: reader for reader in (parquet_child.main, workbook_child.main, xml_child.main)}
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["polars", "fastexcel", "lxml.etree", *READERS])


def within(module, words, used):
    """One reader, as it is run; the most memory it held is written beside."""
    sys.argv = ["-c", *words]
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())  # what a reader dies of is expected
    try:
        READERS[module]()
    finally:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        Path(used).write_text(json.dumps(most))


class Forked:
    """In place of `child_process.run`; `most` is the most memory that any reader held, in MB, and `hung`
    the files that took longer than a minute."""

    def __init__(self, folder):
        self.used, self.most, self.hung = folder / "used", 0, []

    def __call__(self, main, folder, *more, named, do):
        words = [str(folder), *more]
        child = FORKS.Process(target=within, args=(main.__module__, words, str(self.used)))
        child.start()
        child.join(LONGEST)
        if child.is_alive():
            child.kill()
            child.join()
            self.hung.append(named)
            raise Refused(f"{named} took too long to read.", do=do)
        if self.used.exists():
            self.most = max(self.most, json.loads(self.used.read_text()) // 1024)
            self.used.unlink()
        return child.exitcode


def grown(job, *given):
    """What a job gives, and how many MB more this process held at the most meanwhile than before. What it
    held in earlier tests is no part of that, so its highest mark is set back first (Linux)."""
    Path("/proc/self/clear_refs").write_text("5")
    before = held("VmRSS")
    made = job(*given)
    return made, (held("VmHWM") - before) // 1024


def held(what):
    """KB that this process holds now, or held at its highest mark."""
    said = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(said[what].split()[0])


def use(monkeypatch, folder):
    """Read in forks for the rest of a test."""
    monkeypatch.syspath_prepend(Path(__file__).parents[1])  # where a fork finds this module
    forked = Forked(folder)
    monkeypatch.setattr(child_process, "run", forked)
    return forked
