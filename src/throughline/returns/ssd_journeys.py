"""What several tables of the dataset say together: one row of the record out of lines of two or three."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

import polars as pl

from throughline.record.rows import SOURCE, SOURCE_LINE
from throughline.returns.kinds import Frames, lines_of
from throughline.returns.ssd_care_tables import (
    SsdClaEpisodes,
    SsdClaReviews,
    SsdPermanence,
)
from throughline.returns.ssd_tables import (
    SsdAssessmentFactors,
    SsdCinAssessments,
    SsdCpPlans,
    SsdCpReviews,
    SsdDisability,
    SsdImmigrationStatus,
    SsdInitialCpConference,
    SsdPerson,
    SsdS47Enquiry,
)

ALONE = ("UASC", "Unaccompanied Asylum Seeking Child")
YES_WORDS = ("y", "yes", "1", "true")
EPISODE = "@episode"


@lines_of(SsdPerson)
def people(frames: Frames) -> pl.DataFrame:
    """Each person once, with whether a disability is recorded, and whether they came alone. Of one whose
    immigration status has a line and is blank, that is not recorded."""
    disabled = (
        frames[SsdDisability]
        .drop_nulls("SsdDisability.disa_disability_code")
        .group_by(SsdDisability.disa_person_id.alias("@id"))
        .agg((SsdDisability.disa_disability_code != "NONE").any().alias("@disabled"))
    )
    status = SsdImmigrationStatus.immi_immigration_status
    alone = persons(frames, status.str.to_lowercase().is_in([word.lower() for word in ALONE]))
    told, blank = persons(frames, status.is_not_null()), persons(frames, status.is_null())
    person = SsdPerson.pers_person_id
    unsaid = pl.lit(not len(told)) | (person.is_in(blank.implode()) & ~person.is_in(told.implode()))
    asylum = pl.when(~unsaid).then(person.is_in(alone.implode()))
    once = frames[SsdPerson].unique("SsdPerson.pers_person_id", keep="first", maintain_order=True)
    beside = once.join(disabled, left_on="SsdPerson.pers_person_id", right_on="@id", how="left")
    return beside.with_columns(asylum.alias("@asylum"))


def persons(frames: Frames, test: pl.Expr) -> pl.Series:
    """Who has a line of immigration status that passes a test."""
    passed = frames[SsdImmigrationStatus].filter(test)
    return passed.get_column("SsdImmigrationStatus.immi_person_id").drop_nulls().unique()


def flag_in(column: pl.Expr, key: str) -> pl.Expr:
    """Whether a flag is set in a JSON object of flags; blank where there is no object."""
    said = column.str.extract(rf'"{key}"\s*:\s*"?([A-Za-z0-9]+)"?').str.to_lowercase()
    return pl.when(column.str.contains(r"\w")).then(said.is_in(YES_WORDS).fill_null(False))


def first_flag_in(column: pl.Expr, keys: Iterable[str]) -> pl.Expr:
    """The first of these flags that is set in a JSON object of flags; blank where none is."""
    return pl.coalesce(pl.when(flag_in(column, key)).then(pl.lit(key)) for key in keys)


@lines_of(SsdAssessmentFactors, SsdCinAssessments)
def factors(frames: Frames) -> pl.DataFrame:
    """One line a factor, with the assessment's child and the day it was signed off."""
    told = frames[SsdAssessmentFactors]
    text = "SsdAssessmentFactors.cinf_assessment_factors_json"
    texts = told.get_column(text).drop_nulls().unique()
    codes = pl.DataFrame(
        {text: texts, "@factor": [factors_in(each) for each in texts]},
        schema={text: pl.String, "@factor": pl.List(pl.String)},
    )
    beside = frames[SsdCinAssessments].drop(SOURCE, SOURCE_LINE)
    beside = beside.unique("SsdCinAssessments.cina_assessment_id", keep="first", maintain_order=True)
    each = told.join(codes, on=text, how="left", maintain_order="left")
    each = each.explode("@factor").drop_nulls("@factor")
    return each.join(
        beside,
        left_on="SsdAssessmentFactors.cinf_assessment_id",
        right_on="SsdCinAssessments.cina_assessment_id",
        how="left",
        maintain_order="left",
    )


def factors_in(text: str) -> list[str]:
    """Factor codes out of a JSON list, a JSON object of code to yes, or a plain list."""
    try:
        said = json.loads(text)
    except ValueError:
        said = re.split(r"[\s,;|]+", text.strip())
    if isinstance(said, dict):
        found: Iterable[object] = (k for k, v in said.items() if str(v).lower() in YES_WORDS)
    else:
        found = said if isinstance(said, list) else [said]
    return [str(code).strip() for code in dict.fromkeys(found) if str(code).strip()]


@lines_of(SsdS47Enquiry)
def enquiries(frames: Frames) -> pl.DataFrame:
    """Enquiries, with the day of the first conference they led to for the same child."""
    held = (
        frames[SsdInitialCpConference]
        .group_by(
            SsdInitialCpConference.icpc_s47_enquiry_id.alias("@enquiry"),
            SsdInitialCpConference.icpc_person_id.alias("@child"),
        )
        .agg(SsdInitialCpConference.icpc_icpc_date.min().alias("@conference"))
    )
    mine = ["SsdS47Enquiry.s47e_s47_enquiry_id", "SsdS47Enquiry.s47e_person_id"]
    return frames[SsdS47Enquiry].join(held, left_on=mine, right_on=["@enquiry", "@child"], how="left")


@lines_of(SsdInitialCpConference)
def conferences(frames: Frames) -> pl.DataFrame:
    """Conferences, with the day of the strategy discussion of their enquiry for the same child."""
    began = (
        frames[SsdS47Enquiry]
        .group_by(
            SsdS47Enquiry.s47e_s47_enquiry_id.alias("@enquiry"), SsdS47Enquiry.s47e_person_id.alias("@child")
        )
        .agg(SsdS47Enquiry.s47e_s47_start_date.min().alias("@discussed"))
    )
    mine = ["SsdInitialCpConference.icpc_s47_enquiry_id", "SsdInitialCpConference.icpc_person_id"]
    return frames[SsdInitialCpConference].join(
        began, left_on=mine, right_on=["@enquiry", "@child"], how="left"
    )


@lines_of(SsdCpReviews)
def plan_reviews(frames: Frames) -> pl.DataFrame:
    """Reviews of protection plans, with the day the plan began."""
    plans = frames[SsdCpPlans].select(
        SsdCpPlans.cppl_cp_plan_id.alias("@plan"), SsdCpPlans.cppl_cp_plan_start_date.alias("@plan_started")
    )
    once = plans.drop_nulls("@plan").unique("@plan", keep="first", maintain_order=True)
    mine = "SsdCpReviews.cppr_cp_plan_id"
    return frames[SsdCpReviews].join(once, left_on=mine, right_on="@plan", how="left", maintain_order="left")


@lines_of(SsdClaReviews)
def reviews(frames: Frames) -> pl.DataFrame:
    """Reviews not cancelled, each with its child: its own, or that of its time in care."""
    whose = (
        frames[SsdClaEpisodes]
        .select(SsdClaEpisodes.clae_cla_id.alias("@time"), SsdClaEpisodes.clae_person_id.alias("@child"))
        .drop_nulls()
        .unique("@time", keep="first", maintain_order=True)
    )
    kept = frames[SsdClaReviews].filter(~SsdClaReviews.clar_cla_review_cancelled.fill_null(False))
    return kept.join(whose, left_on="SsdClaReviews.clar_cla_id", right_on="@time", how="left")


@lines_of(SsdPermanence)
def permanence(frames: Frames) -> pl.DataFrame:
    """Ways to adoption, with the day the child came into care: the latest before the decision."""
    into = (
        frames[SsdClaEpisodes]
        .select(
            SsdClaEpisodes.clae_person_id.alias("@child"), SsdClaEpisodes.clae_entered_care_date.alias("@in")
        )
        .drop_nulls()
        .unique()
    )
    told = frames[SsdPermanence].with_row_index(EPISODE)
    both = told.join(into, left_on="SsdPermanence.perm_person_id", right_on="@child", how="left")
    decided = pl.coalesce(SsdPermanence.perm_adm_decision_date, SsdPermanence.perm_permanence_order_date)
    before = pl.when((pl.col("@in") <= decided).fill_null(True)).then(pl.col("@in"))
    latest = both.group_by(EPISODE).agg(before.max().alias("@entered"))
    return told.join(latest, on=EPISODE, how="left", maintain_order="left")
