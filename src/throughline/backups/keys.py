"""The key of a backup: made once, kept elsewhere. Whoever has it reads the backup; without it nobody does."""

from __future__ import annotations

import hmac
import os
import re
import secrets
from base64 import b32decode, b32encode
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from throughline.errors import Refused
from throughline.record.periods import said

KEY_BYTES, CHECK_BYTES = 32, 3  # 35 bytes are 56 letters of base 32, without padding
NUMBER = 8  # bytes that tell which key it is
MARK = "TLKEY1"
ABOUT = """\
# The key of Throughline's backups, made {day}; it is key {number}.
# Whoever has it can read the backups; without it nobody can, not even its makers.
# Keep one copy where the backup is made, one on paper in a safe, none beside the backups.
"""


@dataclass(frozen=True)
class Key:
    """One secret, from which a key is derived for every use."""

    secret: bytes

    @property
    def number(self) -> bytes:
        """Which key it is: a few bytes that tell nothing of the secret, and stand in every file."""
        return self.derived(b"throughline backup: which key")[:NUMBER]

    def derived(self, use: bytes, salt: bytes | None = None) -> bytes:
        """A key of 32 bytes for one use alone (HKDF, RFC 5869)."""
        return HKDF(SHA256(), 32, salt, use).derive(self.secret)

    def name_of(self, digest: bytes) -> str:
        """The name under which a file with this sha256 is kept: the same for the same bytes, and nothing
        to anyone without the key."""
        names = self.derived(b"throughline backup: names")
        return hmac.digest(names, digest, "sha256").hex()


def make_key(file: Path, day: date) -> Key:
    """Make a key in a new file that its owner alone can read. Raises `Refused` where it cannot be."""
    key = Key(secrets.token_bytes(KEY_BYTES))
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as wrong:
        raise Refused(f"{file} cannot be made: {wrong.strerror}.", do="Name a new file.") from None
    with open(handle, "w", encoding="ascii") as opened:
        opened.write(ABOUT.format(day=said(day), number=key.number.hex()) + written(key) + "\n")
    return key


def written(key: Key) -> str:
    """A key in letters and digits that can be typed from paper, with a check on typing."""
    letters = b32encode(key.secret + sha256(key.secret).digest()[:CHECK_BYTES]).decode()
    return "-".join([MARK, *(letters[at : at + 8] for at in range(0, len(letters), 8))])


def read_key(file: Path) -> Key:
    """The key in a file. Raises `Refused` where there is none, it was mistyped, or others may read it."""
    try:
        open_to_others = file.stat().st_mode & 0o077
        text = file.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        raise Refused(f"There is no backup key in {file}.", do=MAKE_ONE) from None
    if open_to_others:
        raise Refused(f"Others than its owner may read the key {file}.", do=f"First: chmod 600 {file}")
    line = next((line for line in text.splitlines() if line.startswith(MARK)), "")
    letters = re.sub(r"[\s-]", "", line.removeprefix(MARK))
    if not letters:
        raise Refused(f"There is no backup key in {file}.", do=MAKE_ONE)
    return read(letters, file)


MAKE_ONE = "Name the file of the key; one is made by: throughline backup --new-key FILE"


def read(letters: str, file: Path) -> Key:
    """The key that these letters are."""
    mistyped = Refused(f"The key in {file} is not whole.", do="Look for a mistyped letter, or use a copy.")
    try:
        told = b32decode(letters)
    except ValueError:
        raise mistyped from None
    secret, check = told[:KEY_BYTES], told[KEY_BYTES:]
    if sha256(secret).digest()[:CHECK_BYTES] != check:
        raise mistyped
    return Key(secret)
