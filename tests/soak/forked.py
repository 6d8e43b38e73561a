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


def use(monkeypatch, folder):
    """Read in forks for the rest of a test."""
    monkeypatch.syspath_prepend(Path(__file__).parents[1])  # where a fork finds this module
    forked = Forked(folder)
    monkeypatch.setattr(child_process, "run", forked)
    return forked
