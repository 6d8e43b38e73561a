"""The published files we know, each by its headings and never by its name.

A file in the Department's usual layout has ten columns that say when and where, then columns that say of
whom (*filters*), then figures. A figure's full name is the layout's key, the filters' words and the column:
`cla | Children looked after on 31 March each year | rate_per_10000`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

WHEN, LEVEL = "time_period", "geographic_level"
REGION, REGION_NAME = "region_code", "region_name"
NUMBER, GSS, NAME = "old_la_code", "new_la_code", "la_name"
LEADING = (
    WHEN,
    "time_identifier",
    LEVEL,
    "country_code",
    "country_name",
    REGION,
    REGION_NAME,
    NUMBER,
    GSS,
    NAME,
)
BETWEEN = " | "

NATIONAL, REGIONAL, LOCAL = "National", "Regional", "Local authority"


@dataclass(frozen=True, kw_only=True, eq=False)
class Layout:
    """One published file: `known_by` are columns that it has and no other; `filters` say of whom a line is;
    `passes_over` are columns with the same word in every line."""

    key: str
    title: str
    known_by: tuple[str, ...]
    filters: tuple[str, ...] = ()
    passes_over: tuple[str, ...] = ()

    def is_of(self, headings: Iterable[str]) -> bool:
        """Whether a file with these headings is of this layout."""
        return {*LEADING, *self.filters, *self.known_by} <= set(headings)

    def figures(self, headings: Iterable[str]) -> list[str]:
        """The columns that hold figures: all that say nothing else."""
        told = {*LEADING, *self.filters, *self.passes_over}
        return [name for name in headings if name not in told]


CATEGORY = ("category",)
LAYOUTS = (
    Layout(
        key="b1",
        title="Children in need (CIN census B1)",
        known_by=("At31_episodes", "Started_episodes"),
        passes_over=CATEGORY,
    ),
    Layout(
        key="c1",
        title="Referrals and re-referrals (CIN census C1)",
        known_by=("referral_count", "rereferral_count"),
        passes_over=CATEGORY,
    ),
    Layout(
        key="c3",
        title="Factors found in assessments (CIN census C3)",
        known_by=("Episodes_with_assessment_factor",),
        passes_over=CATEGORY,
    ),
    Layout(
        key="d3",
        title="Second or later protection plans (CIN census D3)",
        known_by=("CPP_start", "CPP_subsequent"),
        passes_over=CATEGORY,
    ),
    Layout(
        key="d5",
        title="Protection plans by how long they have lasted (CIN census D5)",
        known_by=("CPP_At31", "2_years_or_more"),
        passes_over=CATEGORY,
    ),
    Layout(
        key="cla",
        title="Children looked after: starting, on 31 March, ceasing",
        known_by=("children_count", "rate_per_10000"),
        filters=("population_type",),
    ),
    Layout(
        key="cla-groups",
        title="Children looked after: new placements, or health and convictions",
        known_by=("children_count", "children_percent"),
        filters=("characteristic", "breakdown"),
    ),
    Layout(
        key="cla-stability",
        title="Children looked after: stability of placements",
        known_by=("children_count", "children_percent"),
        filters=("cla_group", "placement_stability"),
    ),
    Layout(
        key="leavers",
        title="Care leavers: activity, or accommodation",
        known_by=("care_leaver_count", "care_leaver_percent"),
        filters=("care_leaver_age", "breakdown"),
    ),
    Layout(
        key="workforce",
        title="Children's social work workforce",
        known_by=("caseload_fte", "agency_rate_fte", "vacancy_rate_fte"),
    ),
    Layout(
        key="population",
        title="ONS mid-year population",
        known_by=("population_estimate",),
        filters=("age_group",),
    ),
)

LAIT_HEADINGS = ("code", "year", "area", "value", "la_number", "region", "Topic")
LAIT_NOTES_HEADINGS = (
    "Measure_short",
    "Topic",
    "Measure",
    "Polarity",
    "y_axis_name",
    "Year_Type",
    "Description",
)


def layout_of(headings: Iterable[str]) -> Layout | None:
    """The layout that a file with these headings is of, if it is one we know. `population` is tried last:
    other files give the population beside their own figures."""
    several = tuple(headings)
    return next((layout for layout in LAYOUTS if layout.is_of(several)), None)
