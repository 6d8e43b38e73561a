"""Every kind of block there is. A page is a list of these; the type checker says where one is forgotten."""

from __future__ import annotations

from typing import TypeAlias

from throughline.blocks.behind import Behind
from throughline.blocks.catalogue import Catalogue
from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.journey import Journey
from throughline.blocks.measure_head import MeasureHead
from throughline.blocks.passport import Passport
from throughline.blocks.scorecard import Scorecard
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.blocks.what_changed import WhatChanged

Block: TypeAlias = (
    Heading
    | Headlines
    | Journey
    | Scorecard
    | WhatChanged
    | Trend
    | Split
    | Catalogue
    | MeasureHead
    | Behind
    | Passport
)
