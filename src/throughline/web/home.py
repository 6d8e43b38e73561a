"""The home folder: the council's data, the database, the secrets, and one file of settings."""

from __future__ import annotations

import os
import re
import secrets
import tomllib
from dataclasses import dataclass, field, fields
from datetime import time
from pathlib import Path
from typing import Any

from throughline.errors import Refused
from throughline.loads.lateness import Expected

FILE = "settings.toml"
SECRET_BYTES = 48


@dataclass(frozen=True, kw_only=True)
class Visits:
    """How many days may pass between visits before one is late."""

    plans: int = 28
    care: int = 42


@dataclass(frozen=True, kw_only=True)
class Email:
    """The council's mail server. With no host, nothing is sent."""

    host: str = ""
    port: int = 587
    user: str = ""
    password: str = ""
    tls: bool = True
    sender: str = "throughline@localhost"
    to: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Loads:
    """The hour by which a load must have come each day, as 07:30; blank where none is set."""

    by: str = ""
    weekends: bool = True


@dataclass(frozen=True, kw_only=True)
class Choices:
    """Every setting, under the name it has in the file, with what it is when the file does not say."""

    council: str = ""
    gss_code: str = ""
    demo: bool = False
    database: str = ""
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1")
    https: bool = False
    idle_minutes: int = 60
    session_hours: int = 10
    late_after_days: int = 3
    visits: Visits = field(default_factory=Visits)
    loads: Loads = field(default_factory=Loads)
    email: Email = field(default_factory=Email)

    @property
    def expected(self) -> Expected:
        """When data are late. Raises `Refused` if the hour is none."""
        return Expected(days=self.late_after_days, by=hour(self.loads.by), weekends=self.loads.weekends)


def prepare(folder: Path, *, council: str = "", gss_code: str = "", demo: bool = False) -> None:
    """Make the home folder and its file of settings, if they are not there yet. Nobody else may read it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not (folder / FILE).exists():
        begin = Path(__file__).with_name(FILE).read_text(encoding="utf-8")
        if council:
            begin = begin.replace('# council = "Saltscar"', f"council = {quoted(council)}")
        if gss_code:
            begin = begin.replace('# gss_code = ""', f"gss_code = {quoted(gss_code)}")
        if demo:
            begin = begin.replace("# demo = false", "demo = true")
        write_private(folder / FILE, begin)


def read(folder: Path) -> Choices:
    """The settings of a home folder. Raises `Refused`, naming the line, if one is not as it must be."""
    file = folder / FILE
    if not file.exists():
        return Choices()
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise Refused(f"{FILE} cannot be read: {error}.", do=f"Correct that line of {file}.") from None
    choices: Choices = filled(Choices, said)
    hour(choices.loads.by)
    return choices


def hour(words: str) -> time | None:
    """An hour of the day, or None where none is said."""
    if not words:
        return None
    if not re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", words):
        raise wrong("loads.by", "this must be an hour such as 07:30")
    return time.fromisoformat(words)


def filled(kind: type[Any], said: dict[str, Any], within: str = "") -> Any:
    """One group of settings, each of the type it has when not said."""
    usual = {each.name: getattr(kind(), each.name) for each in fields(kind)}
    for name, value in said.items():
        if name not in usual:
            raise wrong(within + name, f"no setting has this name. There are: {', '.join(usual)}")
        said = {**said, name: fitted(usual[name], value, within + name)}
    return kind(**said)


def fitted(usual: object, value: Any, name: str) -> Any:
    """The value, if it is of the kind that this setting is."""
    if isinstance(usual, Visits | Email | Loads):
        if not isinstance(value, dict):
            raise wrong(name, f"this is the heading of a group; write it as [{name}]")
        return filled(type(usual), value, f"{name}.")
    if isinstance(usual, tuple):
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise wrong(name, "this must be a list of words in quotes")
        return tuple(value)
    if type(value) is not type(usual):
        raise wrong(name, f"this must be {KINDS[type(usual)]}")
    if type(value) is int and value < 1:
        raise wrong(name, "this must be 1 or more")
    return value


KINDS = {str: "words in quotes", bool: "true or false", int: "a whole number"}


def wrong(name: str, says: str) -> Refused:
    """A setting that cannot be used."""
    return Refused(f"{FILE}, {name}: {says}.", do="Correct it; docs/settings.md says what each one is.")


def secret(folder: Path, name: str) -> str:
    """A secret of this home, made once and kept where only its owner can read it. While there is no
    home folder it lasts only as long as this process."""
    file = folder / name
    if file.exists():
        return file.read_text(encoding="ascii").strip()
    made = secrets.token_urlsafe(SECRET_BYTES)
    if folder.exists():
        write_private(file, made)
    return made


def write_private(file: Path, text: str) -> None:
    """Write a new file that only its owner can read. It is never open to others, not for a moment."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "w", encoding="utf-8") as opened:
        opened.write(text)


def quoted(words: str) -> str:
    """Words as TOML writes them."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
