"""The files to be read: those given, and those in folders given; each with its hash."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from throughline.errors import Refused
from throughline.returns.named_days import day_named

LARGEST_FILE = 1 << 30  # bytes: a whole council's visits for ten years are a tenth of it
MOST_FILES = 5000


@dataclass(frozen=True)
class Found:
    """A file: where it is, the name it was received under (with its folder, if a folder was given), and the
    names that may say what year or day it is of, the nearest first: its own, then its folders'."""

    path: Path
    name: str
    hints: tuple[str, ...]

    def day(self) -> date | None:
        """The first day written in its names, as in `ssd-2026-06-30` (see `named_days`)."""
        return next((day for hint in self.hints if (day := day_named(hint))), None)

    def read(self) -> bytes:
        """Its bytes. Raises `Refused` for one too large, or that may not be read."""
        if self.path.stat().st_size > LARGEST_FILE:
            raise Refused(f"{self.name} is larger than {LARGEST_FILE >> 20:,} MB.", do="Send it in parts.")
        try:
            return self.path.read_bytes()
        except OSError as wrong:
            raise Refused(f"{self.name} cannot be read: {wrong.strerror}.", do="Ask who owns it.") from None


def found(paths: Sequence[Path]) -> list[Found]:
    """Every file, once, in the order of their names. Hidden files are left out, and links that lead out
    of their folder are not followed."""
    files: dict[Path, tuple[Path, Found]] = {}
    for path in sorted(paths):
        if not path.exists():
            raise Refused(f"{path.name} is not there.", do="Look at how it is spelt.")
        for each in below(path):
            files.setdefault(each.path, (path, each))
        if len(files) > MOST_FILES:
            raise Refused(
                f"{path.name} holds more than {MOST_FILES:,} files.", do="Name the return's folder."
            )
    names = Counter(each.name for _, each in files.values())
    told = [each if names[each.name] == 1 else in_folder(path, each) for path, each in files.values()]
    return sorted(told, key=lambda each: (each.name, str(each.path)))


def in_folder(path: Path, each: Found) -> Found:
    """A file of the same name as another, with its folder before it."""
    return replace(each, name=f"{path.resolve().parent.name}/{each.name}")


def below(path: Path) -> list[Found]:
    """A file, or the files of a folder."""
    whole = path.resolve()
    if not whole.is_dir():
        return [Found(whole, path.name, (path.name, whole.parent.name))]
    inside = []
    for file in sorted(whole.rglob("*")):
        parts = file.relative_to(whole).parts
        hidden = any(part.startswith((".", "~$")) for part in parts)
        if hidden or not file.is_file() or not file.resolve().is_relative_to(whole):
            continue
        names = (whole.name, *parts)
        inside.append(Found(file.resolve(), "/".join(names), tuple(reversed(names))))
    return inside


def hashed(data: bytes) -> str:
    """The sha256 of a file's bytes."""
    return sha256(data).hexdigest()
