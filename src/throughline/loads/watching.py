"""A watched folder: what lands in it is received once it is still, and never moved, changed or deleted.

It is looked at every so often, because a council's shares tell nobody of a new file. What stands in the
folder's own folders belongs together: when anything in one of them is new, all of it is taken. Of files that
lie loose, those that are new are taken; or all, when one that was taken before was written again. All that is
new at one time is one load. What was taken is remembered by time, size and hash, in the council's folder."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path

from throughline.errors import Refused
from throughline.loads.disk_space import files_of
from throughline.loads.home import Council, NotNow
from throughline.loads.load import Load
from throughline.loads.raw_files import said_by_names
from throughline.loads.receiving import receive
from throughline.loads.serving import Say

MEMORY = "watched.json"
LOOSE = ""
Stamp = tuple[int, int]  # size in bytes, and when it was last written, in nanoseconds
Seen = Mapping[str, Stamp]


@dataclass(frozen=True)
class Taken:
    """A file as it was when it was taken."""

    stamp: Stamp
    sha256: str


@dataclass
class Watcher:
    """One folder watched for one council. `still` is how many seconds nothing new in it may change before it
    is taken. `came` hears of each load, `refused` of each reason why there was none, once. While `stopping`
    says so, a refusal is not believed: whoever stops us may have stopped our reader too."""

    council: Council
    folder: Path
    still: float
    came: Callable[[Load], None]
    refused: Callable[[Refused], None]
    stopping: Callable[[], bool] = lambda: False
    say: Say = lambda text: None
    clock: Callable[[], float] = time.monotonic
    waiting: Seen = field(default_factory=dict)
    since: float = 0.0
    last_said: str = ""

    def look(self) -> None:
        """Look once, and receive what is new and still."""
        try:
            seen, memory = stamps(self.folder), remembered(self.council, self.folder)
            new = {name: s for name, s in seen.items() if name not in memory or memory[name].stamp != s}
            if new != self.waiting:
                self.waiting, self.since = new, self.clock()
            elif new and self.clock() - self.since >= self.still:
                self.take(seen, memory, dropped(new, seen, memory))
        except NotNow as not_now:
            self.tell(not_now)
        except OSError as wrong:
            what = f"{self.folder} cannot be read: {wrong.strerror}."
            self.tell(NotNow(what, do="It is looked at again and again; nothing need be started."))

    def take(self, seen: Seen, memory: Mapping[str, Taken], names: Iterable[str]) -> None:
        """Receive these files, unless their bytes are known, and remember them. Raises `NotNow` where it must
        be tried again."""
        taken = {name: Taken(seen[name], sha256_of(self.folder / name)) for name in names}
        if any(is_news(name, one.sha256, memory) for name, one in taken.items()):
            try:
                load = receive(self.council, paths_of(self.folder, taken), say=self.say)
                self.last_said = ""
                self.came(load)
            except NotNow:
                raise
            except Refused as refused:
                if self.stopping():
                    return
                self.tell(refused)
        remember(self.council, self.folder, {**memory, **taken})

    def tell(self, refused: Refused) -> None:
        """Say why nothing was received, once and not at every look."""
        if str(refused) != self.last_said:
            self.last_said = str(refused)
            self.refused(refused)


def stamps(folder: Path) -> dict[str, Stamp]:
    """Every file of a folder by its name within it. Hidden files, links, and the marks that Office leaves
    beside an open workbook are passed by. Raises OSError where it cannot be reached."""
    folder.stat()
    seen = {}
    for file, _ in files_of(folder):
        if not file.name.startswith("~$"):
            about = file.stat()
            seen[file.relative_to(folder.resolve()).as_posix()] = (about.st_size, about.st_mtime_ns)
    return seen


def bundle(name: str) -> str:
    """The folder that a file belongs together with, by its name; blank for one that lies loose."""
    first, slash, _ = name.partition("/")
    return first if slash else LOOSE


def dropped(new: Iterable[str], seen: Iterable[str], memory: Mapping[str, Taken]) -> list[str]:
    """The files that are taken when these are new."""
    names = set(new)
    whole = {bundle(name) for name in names if bundle(name) != LOOSE or name in memory}
    return sorted(names | {name for name in seen if bundle(name) in whole})


def is_news(name: str, sha256: str, memory: Mapping[str, Taken]) -> bool:
    """Whether these bytes are others than the file had before, or no file had before that was of the same day
    and year by its name."""
    if name in memory:
        return memory[name].sha256 != sha256
    known = {said_by_names(other.split("/")) for other, taken in memory.items() if taken.sha256 == sha256}
    return said_by_names(name.split("/")) not in known


def paths_of(folder: Path, names: Iterable[str]) -> list[Path]:
    """What is to be received: whole folders, and loose files."""
    return [folder / name for name in sorted({bundle(name) or name for name in names})]


def sha256_of(file: Path) -> str:
    """The sha256 of a file's bytes."""
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def remembered(council: Council, folder: Path) -> dict[str, Taken]:
    """What was taken from a folder, by name. A memory that is lost only has the same files come again, which
    changes nothing."""
    try:
        said = json.loads((council.folder / MEMORY).read_text())[str(folder.resolve())]
    except (FileNotFoundError, ValueError, KeyError):
        return {}
    return {name: Taken((size, at), sha256) for name, (size, at, sha256) in said.items()}


def remember(council: Council, folder: Path, taken: Mapping[str, Taken]) -> None:
    """Keep what was taken from a folder, beside what was taken from others."""
    file = council.folder / MEMORY
    try:
        every = json.loads(file.read_text())
    except (FileNotFoundError, ValueError):
        every = {}
    every[str(folder.resolve())] = {name: [*one.stamp, one.sha256] for name, one in taken.items()}
    waiting = file.with_name(f".{MEMORY}")
    waiting.write_text(json.dumps(every))
    waiting.replace(file)
