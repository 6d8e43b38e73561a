"""Every kind of block there is. A page is a list of these; the type checker says where one is forgotten."""

from __future__ import annotations

from typing import TypeAlias

from throughline.blocks.backups import Backups
from throughline.blocks.behind import Behind
from throughline.blocks.beside_others import BesideOthers
from throughline.blocks.caseload_table import CaseloadTable
from throughline.blocks.catalogue import Catalogue
from throughline.blocks.child_head import ChildHead
from throughline.blocks.child_timeline import ChildTimeline
from throughline.blocks.conflicts import Conflicts
from throughline.blocks.crossed import Crossed
from throughline.blocks.dated_list import DatedList
from throughline.blocks.followed import Followed
from throughline.blocks.heading import Heading
from throughline.blocks.headings_read import HeadingsRead
from throughline.blocks.headlines import Headlines
from throughline.blocks.journey import Journey
from throughline.blocks.late_recording import LateRecording
from throughline.blocks.load_changes import LoadChanges
from throughline.blocks.load_next import LoadNext
from throughline.blocks.loads_list import LoadsList
from throughline.blocks.measure_head import MeasureHead
from throughline.blocks.my_children import MyChildren
from throughline.blocks.passport import Passport
from throughline.blocks.published_only import PublishedOnly
from throughline.blocks.questions import Questions
from throughline.blocks.said_then import SaidThen
from throughline.blocks.scorecard import Scorecard
from throughline.blocks.series_head import SeriesHead
from throughline.blocks.split import Split
from throughline.blocks.team_figures import TeamFigures
from throughline.blocks.team_head import TeamHead
from throughline.blocks.teams_changed import TeamsChanged
from throughline.blocks.trend import Trend
from throughline.blocks.unlike import UnlikeOthers
from throughline.blocks.what_changed import WhatChanged
from throughline.blocks.worklist import Worklist

Block: TypeAlias = (
    Heading
    | Headlines
    | Journey
    | Scorecard
    | WhatChanged
    | TeamsChanged
    | LateRecording
    | Trend
    | Split
    | Followed
    | SaidThen
    | Crossed
    | UnlikeOthers
    | Catalogue
    | MeasureHead
    | Behind
    | Passport
    | Worklist
    | TeamHead
    | TeamFigures
    | MyChildren
    | LoadNext
    | Questions
    | LoadsList
    | Conflicts
    | HeadingsRead
    | Backups
    | LoadChanges
    | DatedList
    | ChildTimeline
    | ChildHead
    | CaseloadTable
    | BesideOthers
    | PublishedOnly
    | SeriesHead
)
