"""The top of a measure's page: the one figure that the rest of the page explains."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.behind_whom import list_title, may_list
from throughline.blocks.chosen import Choice, chosen_part, chosen_period
from throughline.blocks.figures import WHAT_C_MEANS, Figure, figure, meets_target, target_words
from throughline.blocks.labels import label
from throughline.blocks.named import STAGE_OF, STAGES
from throughline.blocks.shown import Shown
from throughline.counting.facts import ALL
from throughline.measures.kinds import Measure


@dataclass(frozen=True, eq=False)
class MeasureHead:
    """The measure that the page is about: its figure for the dates and the group chosen."""

    def shown(self, ask: Ask) -> ShownMeasureHead:
        """The figure, why it is counted, and its target."""
        measure = ask.measure()
        period = chosen_period(ask, measure)
        by, group = chosen_part(ask, measure)
        found = figure(ask, measure, period, by, group)
        stage = STAGE_OF[measure]
        narrowed = by is not ALL or period != ask.period(measure)
        return ShownMeasureHead(
            title=measure.title,
            why=measure.why,
            stage=Choice(STAGES[stage], f"{ask.link('/measures/')}#{stage.replace('_', '-')}"),
            all_measures=ask.link("/measures/"),
            figure=found,
            part="" if by is ALL else f"{by.title}: {label(ask.snapshot, by, group)}",
            whole=ask.measure_link(measure) if narrowed else "",
            target=target_words(measure, period.end),
            meets=meets_target(measure, found.value, period.end),
            better=measure.better.value,
            note=WHAT_C_MEANS if found.state == "hidden" else "",
            places=tuple(Choice(title, f"#{place}") for title, place in places(ask, measure)),
        )


@dataclass(frozen=True, kw_only=True)
class ShownMeasureHead(Shown):
    """A measure's figure. `part` names the group it is of, and `whole` leads back to all of them and to
    the page's own dates; both are blank where nothing was chosen."""

    title: str
    why: str
    stage: Choice
    all_measures: str
    figure: Figure
    part: str
    whole: str
    target: str
    meets: bool | None
    better: str
    note: str
    places: tuple[Choice, ...]

    @property
    def page_title(self) -> str:
        """The measure's own."""
        return self.title


def places(ask: Ask, measure: Measure) -> list[tuple[str, str]]:
    """What is further down the page, for this reader."""
    found = [("Over time", "over-time")]
    found += [("Beside others", "others")] if ask.measure().compare else []
    found += [("By group", "parted")] if ask.may_split else []
    found += [(list_title(measure), "children")] if may_list(ask, measure) else []
    return [*found, ("Definition", "definition")]
