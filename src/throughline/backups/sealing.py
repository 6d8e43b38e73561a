"""Sealed files: what a backup is made of. AES-256-GCM, a piece at a time, under a name that it is bound to.

A file begins with a mark, which key sealed it, and a salt, from which and the key comes a key of its own.
Then pieces of 1 MiB, each with its tag. A piece is bound to the name of its file, to its place, and to
whether it is the last: no piece and no file can be changed, cut, moved or swapped and still be opened."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from throughline.backups.keys import NUMBER, Key
from throughline.errors import Refused

MARK = b"THROUGH1"
SALT, TAG, PIECE = 32, 16, 2**20
USE = b"throughline backup: one file"


def seal(source: BinaryIO, file: Path, name: str, key: Key) -> bytes:
    """Write what is read from `source` to a new `file`, bound to `name`, and have it on the disk; the sha256
    of what was read."""
    salt, digest = secrets.token_bytes(SALT), sha256()
    cipher = AESGCM(key.derived(USE, salt))
    with file.open("xb") as opened:
        opened.write(MARK + key.number + salt)
        for place, last, piece in pieces(source, PIECE):
            digest.update(piece)
            opened.write(cipher.encrypt(nonce(place), piece, bound(name, last)))
        opened.flush()
        os.fsync(opened.fileno())
    return digest.digest()


def sealed_size(size: int) -> int:
    """How long a file of so many bytes is when it is sealed."""
    return len(MARK) + NUMBER + SALT + size + TAG * max(1, -(-size // PIECE))


def unseal(file: Path, name: str, key: Key) -> Iterator[bytes]:
    """What was sealed, piece by piece, none of it before its tag is checked. Raises `Refused` where the file
    is absent, damaged, cut or another, or the key another."""
    try:
        opened = file.open("rb")
    except OSError:
        raise Refused(f"{file.name} is not in this backup.", do=NOT_WHOLE) from None
    with opened:
        mark, number = opened.read(len(MARK)), opened.read(NUMBER)
        salt = opened.read(SALT)
        if mark != MARK or len(salt) != SALT:
            raise damaged(file)
        if number != key.number:
            raise another(file, number, key)
        cipher = AESGCM(key.derived(USE, salt))
        for place, last, piece in pieces(opened, PIECE + TAG):
            try:
                yield cipher.decrypt(nonce(place), piece, bound(name, last))
            except (InvalidTag, ValueError):
                raise damaged(file) from None


NOT_WHOLE = "Use another copy of the backup, or an earlier one: throughline restore FROM --list names them."


def damaged(file: Path) -> Refused:
    """A file of the backup that is not what was written."""
    return Refused(
        f"{file.name} in this backup is damaged, or is not the file that was written.", do=NOT_WHOLE
    )


def another(file: Path, number: bytes, key: Key) -> Refused:
    """A file that another key sealed."""
    return Refused(
        f"{file.name} was sealed with key {number.hex()}, and this is key {key.number.hex()}.",
        do="Name the file of the right key with --key.",
    )


def pieces(source: BinaryIO, long: int) -> Iterator[tuple[int, bool, bytes]]:
    """Pieces of so many bytes with their places, and whether each is the last. There is always one, which
    is blank in an empty file."""
    place, piece = 0, source.read(long)
    while following := source.read(long):
        yield place, False, piece
        place, piece = place + 1, following
    yield place, True, piece


def nonce(place: int) -> bytes:
    """Never used twice with one key: a file's key is its own."""
    return place.to_bytes(12, "big")


def bound(name: str, last: bool) -> bytes:
    """What a piece is bound to besides its place."""
    return f"{name}|{'last' if last else 'more'}".encode()
