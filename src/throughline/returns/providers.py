"""Ofsted's lists of homes and agencies, as workbooks or CSV: children's homes, fostering and adoption
agencies, supported accommodation.

Their headings change from year to year; those known here are of the published samples among the project's
facts (2023 to 2025). A list is true until another is received: where a year's list leaves out what closed
before it, send the lists of the years together, and all are read."""

from __future__ import annotations

from throughline.record.homes import Providers
from throughline.record.rows import Table
from throughline.returns.headings import HeadedDate, HeadedId, HeadedNumber, HeadedText
from throughline.returns.kinds import CsvOrWorkbook, Fill, Return
from throughline.returns.local_lists import one_part


class ProvidersList(Table):
    """A line for each home, agency or setting."""

    urn = HeadedId("URN", required=True)
    name = HeadedText("Setting name", "Provider name")
    kind = HeadedText("Provider type", "Provision type", required=True)
    sector = HeadedText("Sector")
    council = HeadedText("Setting local authority", "Local authority", "Provider local authority")
    status = HeadedText("Registration status", "Provider status", required=True)
    registered = HeadedDate("Registration date")
    closed = HeadedDate("Deregistration date", "Closed date")
    places = HeadedNumber("Number of registered places", "Capacity", "Max users", "Maximum fostering places")
    placements = HeadedText("Placement code", "Provider placement code")
    provided_by = HeadedText("Placement provider code", "Provider code")
    postcode = HeadedText(
        "Setting address postcode", "Setting postcode", "Provider postcode", "Postcode", required=True
    )


PROVIDERS = Return(
    title="Ofsted’s providers",
    holds="homes and agencies that Ofsted registers, until the next list",
    rank=9,
    files={"providers": ProvidersList},
    passes_over="conditions$",
    reads=CsvOrWorkbook(blanks=("-",)),
    made_by=one_part,
    fills=(
        Fill(
            Providers,
            rows=ProvidersList,
            urn=ProvidersList.urn.str.replace(r"\.0$", ""),  # a spreadsheet makes 1 into 1.0
            name=ProvidersList.name,
            kind=ProvidersList.kind,
            sector=ProvidersList.sector,
            council=ProvidersList.council,
            status=ProvidersList.status,
            registered=ProvidersList.registered,
            closed=ProvidersList.closed,
            places=ProvidersList.places,
            placements=ProvidersList.placements,
            provided_by=ProvidersList.provided_by,
            postcode=ProvidersList.postcode,
        ),
    ),
)
