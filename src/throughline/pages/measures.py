"""The catalogue of measures, and the page of each with its passport."""

from throughline.blocks.behind import Behind
from throughline.blocks.beside_others import BesideOthers
from throughline.blocks.catalogue import Catalogue
from throughline.blocks.crossed import Crossed
from throughline.blocks.followed import Followed
from throughline.blocks.measure_head import MeasureHead
from throughline.blocks.passport import Passport
from throughline.blocks.published_only import PublishedOnly
from throughline.blocks.said_then import SaidThen
from throughline.blocks.series_head import SeriesHead
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.blocks.unlike import UnlikeOthers
from throughline.pages.kinds import EVERYBODY, Page

measures = Page(
    title="Measures",
    question="What do we count, why, and what is it now?",
    seen_by=EVERYBODY,
    at="measures/",
    shows=(Catalogue(), PublishedOnly()),
)

measure = Page(
    title="Measure",
    question="What is this number, and who is behind it?",
    seen_by=EVERYBODY,
    at="measures/<slug:measure>/",
    shows=(
        MeasureHead(),
        Trend(),
        Followed(),
        BesideOthers(),
        SaidThen(),
        Split(),
        Crossed(),
        UnlikeOthers(),
        Behind(),
        Passport(),
    ),
)

published = Page(
    title="Published figures",
    question="What is published of us, and of councils like ours?",
    seen_by=EVERYBODY,
    at="published/<slug:series>/",
    shows=(SeriesHead(), BesideOthers()),
)
