"""The SSDA903: children looked after, in the year to 31 March."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import polars as pl

from throughline.errors import Fault
from throughline.record.care import Care, CareReviews
from throughline.record.child import Addresses, Child
from throughline.record.composing import Part
from throughline.record.court import LibertyOrders
from throughline.record.exploitation import Missing as MissingFromHome
from throughline.record.homes import Placements
from throughline.record.leaving_care import CareLeavers
from throughline.record.permanence import Adoptions, PreviousPermanence
from throughline.record.rows import SOURCE, UNTIL, Table
from throughline.record.snapshots import Source
from throughline.record.workforce import CASE_HOLDER, Involvements
from throughline.returns.fillers import Fillers, fillers_sent, without
from throughline.returns.filling import filled
from throughline.returns.gathering import gathered, in_silence
from throughline.returns.headings import NOTHING
from throughline.returns.kinds import Asked, Csv, Fill, Received, Return
from throughline.returns.repeated import once_each
from throughline.returns.ssda903_journeys import (
    END_LOST,
    ENTERED,
    adoptions,
    birthdays,
    episodes_told,
    homes,
    homes_before,
    joined_over_years,
    newest_headers,
)
from throughline.returns.ssda903_tables import (
    AD1,
    OC2,
    OC3,
    UASC,
    DoLo,
    Episodes,
    Header,
    Missing,
    PlacedAdoption,
    PrevPerm,
    Reviews,
    SWEpisodes,
)
from throughline.returns.ssda903_xml import AS_XML
from throughline.returns.ssda903_years import Year, years_of
from throughline.returns.strangers import strangers
from throughline.returns.told import Told

SINCE_YEAR = {SWEpisodes: 2024, DoLo: 2027}  # the first year end in which a table is asked for
SEND_IT = "Send it too, with its headings alone if there are no children in it."
BOTH = 2  # characters of ACCOM: where they live, and whether it is suitable
FILLERS: Fillers = {  # E99 and LIIAF: the ends that a shared tool wrote; Xs: Ofsted's number not available
    Episodes: {"REC": ("E99",), "REASON_PLACE_CHANGE": ("LIIAF",), "URN": ("XXXXXXX", "XXXXXX")},
}


def parts_by_year(given: Return, received: Sequence[Received], asked: Asked) -> list[Part]:
    """A part for each run of years without a gap."""
    years = years_of(given, received, asked)
    runs = accumulate((int(b.end != a.end + 1) for a, b in zip(years, years[1:])), initial=0)
    by_run: dict[int, list[Year]] = {}
    for run, year in zip(runs, years):
        by_run.setdefault(run, []).append(year)
    return [part_of(given, run, asked.today) for run in by_run.values()]


def part_of(given: Return, years: list[Year], today: date) -> Part:
    """Consecutive years as one return: true of the last day of the last, or of today while that goes on."""
    sources = [source for year in years for source in year.sources]
    faults = [fault for year in years for fault in year.faults]
    years = renumbered(years)
    names = [source.file for source in sources]
    for number, year in enumerate(years):
        kept, doubled = once_each(given, year.tables, names)
        years[number] = replace(year, tables=kept)
        faults += [*doubled, *strangers(given, kept, names)]
    sent: dict[type[Table], pl.DataFrame] = {}
    for table in given.files.values():
        if lines := [year.tables[table] for year in years if table in year.tables]:
            sent[table] = pl.concat(lines)
    sent[Episodes], lost = episodes_told(years)
    spells = ((Missing, "MIS_END"), (DoLo, "DOLO_END"), (SWEpisodes, "SW_DEC", "SW_REASON"))
    sent |= {table: joined_over_years(sent[table], table, *ends) for table, *ends in spells if table in sent}
    frames, wrong = filled(given, sent, names)
    covers, absent = covered(given, years)
    last = min(years[-1].until - timedelta(days=1), today)
    told = (*faults, *lost, *fillers_sent(sent, FILLERS, names), *wrong, *absent)
    return Part(given.title, given.rank, last, frames, covers, tuple(sources), told)


def renumbered(years: list[Year]) -> list[Year]:
    """The same years, their sources numbered through."""
    done = []
    before = 0
    for year in years:
        tables = {t: frame.with_columns(pl.col(SOURCE) + before) for t, frame in year.tables.items()}
        done.append(Year(year.end, tables, year.sources, year.faults))
        before += len(year.sources)
    return done


def covered(given: Return, years: Sequence[Year]) -> tuple[dict[type[Table], tuple[date, date]], list[Fault]]:
    """The days on which the return answers for each table: the last run of years that sent all it needs.
    A year without a table says nothing of it, which is not the same as none."""
    covers: dict[type[Table], tuple[date, date]] = {}
    for fill in given.fills:
        told = [year for year in years if all(table in year.tables for table in fill.rows.needs)]
        run = [y for n, y in enumerate(told) if told[-1].end - y.end == len(told) - 1 - n]
        if run:
            covers[fill.table] = (run[0].since, run[-1].until - timedelta(days=1))
    covers[Placements] = covers[Care]
    needed = {table for fill in given.fills for table in fill.rows.needs}
    faults = [
        Fault(
            f"SSDA903 for the year to 31 March {year.end}",
            None,
            None,
            f"no file of {given.named(table)} was sent; what it would fill is not available.",
            SEND_IT,
        )
        for year in years
        for table in given.files.values()
        if table in needed and table not in year.tables and year.end >= SINCE_YEAR.get(table, 0)
    ]
    return covers, faults


@dataclass(frozen=True, eq=False)
class Years:
    """SSDA903 returns as read, for those who check them: by year end, each table's lines with their days
    as they were written (`Episodes.DECOM@text`), `@source` (a number in `sources`) and `@source_line`."""

    tables: dict[int, dict[type[Table], pl.DataFrame]]
    sources: tuple[Source, ...]
    faults: tuple[Fault, ...]


def read_ssda903(
    paths: Sequence[Path], *, year: int | None = None, today: date | None = None, told: Told = NOTHING
) -> Years:
    """Every year of the SSDA903 in these files and folders. Raises `Refused` as `read_return` does."""
    received, aside = gathered(paths, (SSDA903,), in_silence, told)
    asked = Asked(None, year, today or date.today(), in_silence)
    years = renumbered(years_of(SSDA903, [one for _, one in received], asked))
    return Years(
        {each.end: each.tables for each in years},
        tuple(source for each in years for source in each.sources),
        (*(fault for each in years for fault in each.faults), *aside),
    )


SSDA903 = Return(
    title="Children looked after (SSDA903)",
    holds="1 April to 31 March",
    rank=3,
    files={
        "header": Header,
        "episodes": Episodes,
        "reviews": Reviews,
        "UASC": UASC,
        "OC2": OC2,
        "OC3": OC3,
        "AD1": AD1,
        "placed for adoption": PlacedAdoption,
        "previous permanence": PrevPerm,
        "missing": Missing,
        "social workers": SWEpisodes,
        "deprivation of liberty": DoLo,
    },
    must_have=(Header, Episodes),
    once=dict.fromkeys((Header, UASC, OC2, OC3), ("CHILD",)),
    enough=0.6,
    reads=Csv(day_first=True),
    made_by=parts_by_year,
    also=(AS_XML,),
    fills=(
        Fill(
            Child,
            rows=newest_headers,
            child=Header.CHILD,
            born=Header.DOB,
            sex=Header.SEX.replace({"1": "M", "2": "F", "0": None, "9": None}),
            ethnicity=Header.ETHNIC,
            upn=Header.UPN,
            asylum=pl.col("@asylum"),
        ),
        Fill(
            Care,
            rows=Episodes,
            child=Episodes.CHILD,
            started=Episodes.DECOM,
            ended=Episodes.DEC,
            start_reason=Episodes.RNE,
            legal_status=Episodes.LS,
            need=Episodes.CIN,
            placement=Episodes.PLACE,
            provider=Episodes.PLACE_PROVIDER,
            end_reason=without(Episodes.REC, *FILLERS[Episodes]["REC"]),
            change_reason=without(Episodes.REASON_PLACE_CHANGE, *FILLERS[Episodes]["REASON_PLACE_CHANGE"]),
            entered_care=pl.col(ENTERED),
            placement_postcode=Episodes.PL_POST,
            urn=without(Episodes.URN, *FILLERS[Episodes]["URN"]),
            end_not_recorded=pl.col(END_LOST),
        ),
        Fill(
            Addresses,
            rows=homes,
            child=Episodes.CHILD,
            started=Episodes.DECOM,
            ended=pl.col("@left"),
            postcode=Episodes.HOME_POST,
        ),
        Fill(
            CareReviews,
            rows=Reviews,
            child=Reviews.CHILD,
            held=Reviews.REVIEW,
            participation=Reviews.REVIEW_CODE,
        ),
        Fill(
            MissingFromHome,
            rows=Missing,
            child=Missing.CHILD,
            started=Missing.MIS_START,
            ended=Missing.MIS_END,
            kind=Missing.MISSING,
        ),
        Fill(
            LibertyOrders,
            rows=DoLo,
            child=DoLo.CHILD,
            started=DoLo.DOLO_START,
            ended=DoLo.DOLO_END,
        ),
        Fill(
            CareLeavers,
            rows=birthdays,
            child=OC3.CHILD,
            started=pl.col("@birthday"),
            ended=pl.col(UNTIL),
            in_touch=OC3.IN_TOUCH,
            accommodation=OC3.ACCOM.str.slice(0, 1).replace({"0": None}),
            suitable=pl.when(OC3.ACCOM.str.len_chars() == BOTH).then(OC3.ACCOM.str.slice(1)),
            activity=OC3.ACTIV,
        ),
        Fill(
            Adoptions,
            rows=adoptions,
            child=PlacedAdoption.CHILD,
            started=PlacedAdoption.DATE_PLACED,
            ended=pl.col("@ordered"),
            order=pl.when(pl.col("@ordered").is_not_null()).then(pl.lit("Adoption")),
            entered_care=pl.col(ENTERED),
            matched=pl.col("@matched"),
            placed=pl.col("@placed"),
            reversed=PlacedAdoption.DATE_PLACED_CEASED,
        ),
        Fill(
            PreviousPermanence,
            rows=homes_before,
            child=PrevPerm.CHILD,
            kind=PrevPerm.PREV_PERM,
            council=PrevPerm.LA_PERM,
            ordered=PrevPerm.DATE_PERM,
        ),
        Fill(
            Involvements,
            rows=SWEpisodes,
            child=SWEpisodes.CHILD,
            started=SWEpisodes.SW_DECOM,
            ended=SWEpisodes.SW_DEC,
            role=pl.lit(CASE_HOLDER),
            worker=SWEpisodes.SW_ID,
        ),
    ),
)
