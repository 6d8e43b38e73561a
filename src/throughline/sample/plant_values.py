"""Plantings: codes nobody knows, fillers, and answers that are none."""

from collections.abc import Iterator

from throughline.sample.plantings import Files, Planted, Planting


def _unknown_code(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_cp_plans")
    line = sheet.put("cppl_cp_plan_initial_category", "ZZZ")
    yield sheet.listed(line, "cppl_cp_plan_initial_category", "is not a code for it")


def _unknown_code_returned(files: Files) -> Iterator[Planted]:
    sheet = files.returned("missing")
    line = sheet.put("MISSING", "Q")
    yield sheet.listed(line, "MISSING", "is not a code for it")
    yield sheet.checked(line, "MISSING", "1006")


def _code_of_another_year(files: Files) -> Iterator[Planted]:
    sheet = files.returned("episodes")
    line = sheet.put("PLACE", "H5", lambda row: row["PLACE"] == "K3")
    yield sheet.listed(line, "PLACE", "in the year to March")


def _filler(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_person")
    sheet.put("pers_ethnicity", "SSD_PH")
    yield sheet.listed(None, "pers_ethnicity", "“SSD_PH”, a filler")


def _filler_day(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_person")
    sheet.put("pers_expected_dob", "1900-01-01")
    yield sheet.listed(None, "pers_expected_dob", "“1 January 1900”, a filler")


def _neither(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_cp_visits")
    line = sheet.put("cppv_cp_visit_seen", "perhaps")
    yield sheet.listed(line, "cppv_cp_visit_seen", "is neither yes nor no")


def _no_number(files: Files) -> Iterator[Planted]:
    sheet = files.dataset("ssd_sdq_scores")
    line = sheet.put("csdq_sdq_score", "about 14")
    yield sheet.listed(line, "csdq_sdq_score", "is not a number")


def _formula(files: Files) -> Iterator[Planted]:
    """A name that a spreadsheet would run is read as the words it is."""
    sheet = files.dataset("ssd_person")
    yield sheet.read(sheet.put("pers_surname", "=HYPERLINK(1)"), "pers_surname")


unknown_code = Planting(kind="code nobody knows", row=13, plant=_unknown_code)
unknown_code_returned = Planting(kind="code nobody knows, in a return", row=13, plant=_unknown_code_returned)
code_of_another_year = Planting(kind="code of another year", row=13, plant=_code_of_another_year)
filler = Planting(kind="filler for a code", row=13, plant=_filler)
filler_day = Planting(kind="filler for a day", row=12, plant=_filler_day)
neither = Planting(kind="neither yes nor no", row=13, plant=_neither)
no_number = Planting(kind="words for a number", row=13, plant=_no_number)
formula = Planting(kind="a formula for a name", row=23, plant=_formula)
