"""Care out of the dataset: episodes with their placement, cut wherever the legal status changes."""

from __future__ import annotations

import polars as pl

from throughline.record.care_codes import LEGAL_STATUS
from throughline.record.rows import SOURCE, SOURCE_LINE
from throughline.returns.kinds import Frames, lines_of
from throughline.returns.ssd_care_tables import SsdClaEpisodes, SsdClaPlacement, SsdLegalStatus

SHORT_BREAKS = ("V3", "V4")
EPISODE, FROM, TO, STATUS = "@episode", "@from", "@to", "@status"
LONG_AGO, STILL = pl.date(1800, 1, 1), pl.date(2800, 1, 1)


@lines_of(SsdClaEpisodes)
def care(frames: Frames) -> pl.DataFrame:
    """Episodes in pieces of one legal status. A piece begun by a change of it has start reason L; a
    piece that is not the last ends with X1."""
    episodes = with_placement(frames).with_row_index(EPISODE)
    pieces = pieces_of(episodes, statuses(frames))
    joined = episodes.join(pieces, on=EPISODE, how="left", maintain_order="left_right")
    only = pl.col(FROM).is_null()
    first = only | (pl.col(FROM) == pl.col(FROM).min().over(EPISODE))
    last = only | (pl.col(FROM) == pl.col(FROM).max().over(EPISODE))
    start, end = SsdClaEpisodes.clae_cla_episode_start_reason, SsdClaEpisodes.clae_cla_episode_ceased_reason
    return joined.with_columns(
        pl.when(first).then(start).otherwise(pl.lit("L")).alias("@began"),
        pl.when(last).then(end).otherwise(pl.lit("X1")).alias("@ceased"),
        pl.when(last).then(SsdClaPlacement.clap_cla_placement_change_reason).alias("@changed"),
        pl.coalesce(TO, SsdClaEpisodes.clae_cla_episode_ceased_date).alias(TO),
        pl.coalesce(FROM, SsdClaEpisodes.clae_cla_episode_start_date).alias(FROM),
    )


def with_placement(frames: Frames) -> pl.DataFrame:
    """Each episode with its placement beside it."""
    placements = frames[SsdClaPlacement].drop(SOURCE, SOURCE_LINE)
    placements = placements.unique("SsdClaPlacement.clap_cla_placement_id", keep="first", maintain_order=True)
    return frames[SsdClaEpisodes].join(
        placements,
        left_on="SsdClaEpisodes.clae_cla_placement_id",
        right_on="SsdClaPlacement.clap_cla_placement_id",
        how="left",
        maintain_order="left",
    )


def statuses(frames: Frames) -> pl.DataFrame:
    """Times under a legal status of a child looked after. Local ones (a special guardianship order, a
    care leaver) do not mean that a child is looked after, and are left out."""
    known = SsdLegalStatus.lega_legal_status.is_in(list(LEGAL_STATUS.labels))
    return frames[SsdLegalStatus].filter(known).select(
        SsdLegalStatus.lega_person_id.alias("@child"),
        SsdLegalStatus.lega_legal_status.alias(STATUS),
        SsdLegalStatus.lega_legal_status_start_date.fill_null(LONG_AGO).alias("@ls"),
        SsdLegalStatus.lega_legal_status_end_date.fill_null(STILL).alias("@le"),
    )  # fmt: skip


def pieces_of(episodes: pl.DataFrame, legal: pl.DataFrame) -> pl.DataFrame:
    """For each episode its pieces: `@from`, `@to` (blank for the last) and the status in that time."""
    points = points_of(episodes, legal)
    told = points.join(status_at(points, legal), on=[EPISODE, FROM], how="left").sort(EPISODE, FROM)
    changes = pl.struct(EPISODE, STATUS).rle_id()
    kept = told.filter(changes.is_first_distinct())
    return kept.select(EPISODE, FROM, STATUS, pl.col(FROM).shift(-1).over(EPISODE).alias(TO))


def points_of(episodes: pl.DataFrame, legal: pl.DataFrame) -> pl.DataFrame:
    """The days on which an episode, or a legal status inside it, begins or ends."""
    spans = episodes.select(
        EPISODE,
        SsdClaEpisodes.clae_person_id.alias("@child"),
        SsdClaEpisodes.clae_cla_episode_start_date.alias("@start"),
        SsdClaEpisodes.clae_cla_episode_ceased_date.fill_null(STILL).alias("@end"),
    ).drop_nulls("@start")
    beside = spans.join(legal, on="@child", how="inner")
    inside = [
        beside.filter(pl.col(day) > pl.col("@start"), pl.col(day) < pl.col("@end")).select(
            EPISODE, "@child", pl.col(day).alias(FROM)
        )
        for day in ("@ls", "@le")
    ]
    starts = spans.select(EPISODE, "@child", pl.col("@start").alias(FROM))
    return pl.concat([starts, *inside]).unique()


def status_at(points: pl.DataFrame, legal: pl.DataFrame) -> pl.DataFrame:
    """The legal status of an episode on each of these days: of two on one day, the later begun.

    But a child in short breaks may come into care beside them: the agreement goes on in its own episode,
    and does not become the status of the other."""
    under = points.join(legal, on="@child", how="inner")
    under = under.filter(pl.col("@ls") <= pl.col(FROM), pl.col("@le") > pl.col(FROM))
    under = under.sort(EPISODE, FROM, "@ls", STATUS)
    short = pl.col(STATUS).is_in(SHORT_BREAKS)
    begun = short.filter(pl.col(FROM) == pl.col(FROM).min()).last().over(EPISODE)
    under = under.sort(EPISODE, FROM, short == begun, "@ls", STATUS)
    return under.group_by(EPISODE, FROM).agg(pl.col(STATUS).last())
