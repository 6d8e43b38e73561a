"""`throughline receive --watch`: receive what lands in a folder, until stopped; and who is told of it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event

from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.loads.load import Load
from throughline.loads.watching import Watcher
from throughline.web.mail import mail

LOOK_AGAIN = (
    "What was served is served still. The reason is on the Loads page, and in what the command printed. "
    "It is not in this message, because it may repeat what is in the files."
)


@dataclass(frozen=True)
class Operator:
    """Whoever runs Throughline: told by mail of what needs them, if that was asked for."""

    council: Council
    by_mail: bool

    def of_held(self, load: Load) -> None:
        """A load is held. Its reasons are numbers of rows and children, and no child's data."""
        if load.status == "held":
            then = f"If it is right: throughline approve {load.name[:8]}\nIf not, have it made again."
            self.told("a load is held", "\n".join([*load.why, "", then]))

    def of_refused(self) -> None:
        """A load was refused."""
        self.told("a load was refused", LOOK_AGAIN)

    def told(self, subject: str, words: str) -> None:
        """Send it; that it could not be sent is said, and stops nothing."""
        if self.by_mail:
            try:
                mail(f"{subject} ({self.council.name})", words)
            except Refused as refused:
                print(refused, file=sys.stderr, flush=True)


def watch(operator: Operator, folder: Path, every: float, still: float, tell: Callable[[Load], str]) -> None:
    """Watch until told to stop (SIGTERM, or Ctrl-C): a load that is under way is finished first. `tell` has
    the words for each load: what is wrong in its lines is on the Loads page, and not in the server's log."""
    stopping = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())

    def came(load: Load) -> None:
        print(f"{stamp()} {tell(load)}", flush=True)
        operator.of_held(load)

    def refused(why: Refused) -> None:
        print(f"{stamp()} {why}", file=sys.stderr, flush=True)
        operator.of_refused()

    watcher = Watcher(operator.council, folder, still, came, refused, stopping.is_set)
    print(f"{stamp()} Watching {folder}.", flush=True)
    while not stopping.is_set():
        watcher.look()
        stopping.wait(every)
    print(f"{stamp()} Stopped.", flush=True)


def stamp() -> str:
    """The time, as a log has it."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
