"""Every kind of block there is. A page is a list of these; the type checker says where one is forgotten."""

from __future__ import annotations

from typing import TypeAlias

from throughline.blocks.headlines import Headlines

Block: TypeAlias = Headlines
