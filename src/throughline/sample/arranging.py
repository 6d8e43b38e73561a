"""After the story is told: its children are arranged, so that published tables come out of the files exactly.

Each way of arranging changes as little of the story as it can and nothing that would not hold together. It
draws from a stream of its own, so that the same seed arranges alike on every day. A figure is arranged only
once all the days it speaks of have been told.
"""

from throughline.sample.arrange_assessments import find_factors, keep_time
from throughline.sample.arrange_early_help import follow
from throughline.sample.arrange_homes import part_homes
from throughline.sample.arrange_leavers import study
from throughline.sample.arrange_plans import part_plans, place_plans
from throughline.sample.arrange_stays import go_far, stay
from throughline.sample.borough_record import Borough


def arrange(borough: Borough, told: int) -> None:
    """Every way in its turn. `told` is the last day of the story."""
    for way in (part_plans, place_plans, stay, part_homes, go_far, keep_time, find_factors, follow, study):
        way(borough, told)
