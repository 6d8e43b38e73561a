"""Plantings: elements of the CIN census that hold what they should not, or are missing or misspelt."""

from collections.abc import Callable, Iterator

from throughline.sample.plantings import Files, Planted, Planting


def _words(element: str, words: str, says: str) -> Callable[[Files], Iterator[Planted]]:
    """Other words in an element."""

    def plant(files: Files) -> Iterator[Planted]:
        line = files.census.put(element, f"<{element}>{words}</{element}>")
        yield files.census.listed(line, element, says)

    return plant


def _no_referral(files: Files) -> Iterator[Planted]:
    line = files.census.put("CINreferralDate", "<CINreferralDate></CINreferralDate>")
    yield files.census.listed(line, "CINreferralDate", "so this line is set aside")


def _misspelt(files: Files) -> Iterator[Planted]:
    misspelt = "InitialCPCTargetDate"
    line = files.census.put("InitialCPCtarget", f"<{misspelt}>2026-01-05</{misspelt}>")
    yield files.census.listed(line, misspelt, f"it has {misspelt}, which we do not know")


unknown_code = Planting(
    kind="code nobody knows, in XML",
    row=13,
    plant=_words("PrimaryNeedCode", "N77", "is not a code for it"),
)
impossible = Planting(
    kind="day that cannot be, in XML", row=12, plant=_words("CINclosureDate", "2026-02-30", "is not a date")
)
no_answer = Planting(
    kind="neither yes nor no, in XML", row=13, plant=_words("ReferralNFA", "perhaps", "is neither yes nor no")
)
no_referral = Planting(kind="no day of referral, in XML", row=13, plant=_no_referral)
misspelt = Planting(kind="element misspelt, in XML", row=10, plant=_misspelt)
