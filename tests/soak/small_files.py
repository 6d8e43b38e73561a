"""Clean little returns of each kind, cut from the sample's files: what the mutations start from."""

import csv
import io
from pathlib import Path

import openpyxl

LINES = 12  # of each table: enough for every column to be filled somewhere

CENSUS = """<?xml version="1.0" encoding="utf-8"?>
<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>
<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel>
<LEA>201</LEA><DateTime>2026-05-23T11:14:05</DateTime></Source></Header>
<Children>
%s</Children></Message>
"""
CHILD = """<Child>
<ChildIdentifiers><LAchildID>%d</LAchildID><UPN>A12345678912%d</UPN><PersonBirthDate>201%d-05-01</PersonBirthDate>
<Sex>F</Sex></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>AUT</Disability></Disabilities>
</ChildCharacteristics>
<CINdetails><CINreferralDate>2025-05-01</CINreferralDate><ReferralSource>6</ReferralSource>
<PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA>
<Assessments><AssessmentActualStartDate>2025-05-02</AssessmentActualStartDate>
<AssessmentAuthorisationDate>2025-06-01</AssessmentAuthorisationDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>1A</AssessmentFactors></FactorsIdentifiedAtAssessment>
</Assessments>
<ChildProtectionPlans><CPPstartDate>2025-07-01</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP>
<Reviews><CPPreviewDate>2025-09-01</CPPreviewDate></Reviews></ChildProtectionPlans>
</CINdetails></Child>
"""


def census():
    """A CIN census of eight children, as bytes."""
    return (CENSUS % "".join(CHILD % (n, n, n) for n in range(1, 9))).encode()


def tables(folder):
    """The CSV files of a folder, by name: rows of cells, the headings first."""
    return {file.name: rows_of(file) for file in sorted(folder.glob("*.csv"))}


def rows_of(file):
    """The first lines of a CSV file."""
    with file.open(newline="", encoding="utf-8-sig") as opened:
        return [row for _, row in zip(range(LINES + 1), csv.reader(opened))]


def workbook(file):
    """The first rows of every sheet of a workbook, as the bytes of a smaller one."""
    whole, less = openpyxl.load_workbook(file, read_only=True), openpyxl.Workbook()
    less.remove(less.active)
    for sheet in whole.worksheets:
        copy = less.create_sheet(sheet.title)
        for row in sheet.iter_rows(max_row=LINES + 1, values_only=True):
            copy.append(row)
    return saved(less)


def saved(book):
    """A workbook's bytes."""
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def as_csv(rows, **dialect):
    """Rows as the text of a CSV file."""
    held = io.StringIO(newline="")
    csv.writer(held, **dialect).writerows(rows)
    return held.getvalue()


def newest(folder: Path, name: str) -> Path:
    """The last folder or file of this kind in the sample."""
    return max(folder.rglob(name))


def table(place, name, heading, lines):
    """One table of the dataset, in a folder that is there."""
    (place / f"ssd_{name}.csv").write_text("\n".join([heading, *lines]) + "\n")
