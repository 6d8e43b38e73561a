"""The address of a child: a key that tells nothing to anyone without this council's secret."""

from __future__ import annotations

import hmac
from base64 import b32encode
from collections.abc import Mapping
from types import MappingProxyType
from weakref import WeakKeyDictionary

from django.conf import settings

from throughline.record.child import Child
from throughline.record.identity import MergedIds
from throughline.record.snapshots import Snapshot

LENGTH = 26  # characters: 130 bits, so that no two children share one and none can be guessed

_known: WeakKeyDictionary[Snapshot, Mapping[str, str]] = WeakKeyDictionary()


def key_of(child: str, council: str) -> str:
    """The key of a child of a council: always the same, and never the council's own id."""
    secret = settings.CHILD_KEY_SECRET.encode()
    digest = hmac.digest(secret, f"{council}|{child}".encode(), "sha256")
    return b32encode(digest)[:LENGTH].decode().lower()


def keys_of(snapshot: Snapshot) -> Mapping[str, str]:
    """Key to child, for every child of a snapshot, and for every id that a child had before: an address
    that was kept goes on. Made once for each snapshot that is open."""
    if snapshot not in _known:
        children = snapshot.frames[Child].get_column("Child.child").drop_nulls()
        merged = snapshot.frames[MergedIds].select(MergedIds.former, MergedIds.child.cast(str)).iter_rows()
        made = {key_of(former, snapshot.council): child for former, child in merged}
        made |= {key_of(child, snapshot.council): child for child in children.cast(str)}
        _known[snapshot] = MappingProxyType(made)
    return _known[snapshot]


def child_of(key: str, snapshot: Snapshot) -> str | None:
    """The child with this key, or None if there is none here."""
    return keys_of(snapshot).get(key)
