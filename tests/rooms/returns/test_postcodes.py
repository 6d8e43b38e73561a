"""The published lists of places: the postcode directory in its headings of several years, ward names, and the
deprivation of neighbourhoods."""

import io

import openpyxl
import pytest

from throughline.errors import Refused
from throughline.record.places import Neighbourhoods, Postcodes, WardNames
from throughline.returns import long_files
from throughline.returns.receiving import read_return

ONSPD = "pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,osward,imd,lsoa11,lsoa21\n"
LINES = (
    '"TS1 1AA","TS1  1AA","TS1 1AA","198001","","E99999999","E06000002","E05000001",7,"E01000001",E01000011\n'
    "NN1 1AB,NN1  1AB,nn1 1ab,198001,199606,E10000021,E07000154,E05000002,88,E01000002,E01000012\n"
)
TEES = "lsoa21cd,lsoa21nm,wd25cd,wd25nm,lad25cd,IMD_decile,IMD_rank\n"


def test_a_directory_in_and_out_of_use_and_the_county_for_its_districts(read, rows, says):
    part = read({"ONSPD.csv": ONSPD + LINES})
    told = rows(part, Postcodes, "postcode", "authority", "ward", "neighbourhood", "neighbourhood_2011")
    assert told == [
        ("NN11AB", "E10000021", "E05000002", "E01000012", "E01000002"),
        ("TS11AA", "E06000002", "E05000001", "E01000011", "E01000001"),
    ]
    assert (part.title, part.as_at, says(part)) == ("ONS postcode directory", None, "")
    assert rows(part, Postcodes, "@source_line") == [(2,), (3,)]
    assert [heading.heading for heading in part.headings] == [
        "pcds", "doterm", "oscty", "oslaua", "osward", "lsoa11", "lsoa21",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "headings",
    [
        "pcd,pcd2,pcds,doterm,usertype,cty,laua,ward,lsoa11,imd",  # NSPL of 2020
        "pcd,pcd2,pcds,doterm,usertype,cty,laua,ward,lsoa21,imd",  # NSPL of 2025
        "pcd7,pcd8,pcds,doterm,usrtypind,cty25cd,lad25cd,wd25cd,lsoa21cd,imd20ind",
        "pcd7,pcd8,pcds,doterm,usrtypind,cty26cd,lad26cd,wd26cd,lsoa21cd,imd25ind",
    ],
)
def test_the_headings_of_other_editions(read, rows, headings):
    line = "TS1 1AA,TS1  1AA,TS1 1AA,,0,,E06000002,E05000001,E01000001,5\n"
    part = read({"any name.csv": f"{headings}\n{line}"})
    assert rows(part, Postcodes, "postcode", "authority", "ward") == [("TS11AA", "E06000002", "E05000001")]
    (lsoas,) = rows(part, Postcodes, "neighbourhood", "neighbourhood_2011")
    assert set(lsoas) == {"E01000001", None}


def test_a_folder_with_a_file_for_each_area_is_one_directory(read, rows):
    first, second = LINES.splitlines(keepends=True)
    part = read({"multi/TS.csv": ONSPD + first, "multi/NN.csv": ONSPD + second, "all.csv": ONSPD + LINES})
    assert rows(part, Postcodes, "postcode") == [("NN11AB",), ("TS11AA",)]
    assert len(part.sources) == 3


def test_a_line_without_a_council_is_set_aside(read, says):
    part = read({"a.csv": ONSPD + LINES + "JE1 1AA,JE1  1AA,JE1 1AA,198001,,,,,,,\n"})
    assert part.frames[Postcodes].height == 2
    assert "a.csv, line 4, oslaua: it does not give “The council for children" in says(part)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LINES + '"TS1 1AC,TS1  1AC,TS1 1AC,198001,,,,,,,\n', "a quotation mark out of place"),
        (LINES + '"TS1 1AC,\nTS1 1AD",,TS1 1AC,198001,,,,,,,\n', "cut short"),
        (LINES + "x" + ",1" * 11 + "\n", "not all as many cells"),
        (LINES + "\n", "not all as many cells"),
        (LINES + "TS1 1AC,TS1  1AC,TS1 1AC,198001,,,E06000002", "changed or cut short"),
        (LINES.encode() + b"a,b,\xe9,,,,,,,,\n", "not UTF-8"),
        (LINES + "\0,,,,,,,,,,\n", "is not text in lines"),
    ],
)
def test_a_directory_that_was_changed_on_its_way_is_refused(write, text, words):
    data = ONSPD.encode() + (text if isinstance(text, bytes) else text.encode())
    with pytest.raises(Refused, match=words) as refused:
        read_return([write({"ONSPD.csv": data})])
    assert "Fetch it again" in refused.value.do and "ONSPD.csv" in refused.value.what


def test_a_last_line_without_its_end_is_whole(read):
    assert read({"ONSPD.csv": ONSPD + LINES.rstrip()}).frames[Postcodes].height == 2


def test_one_far_too_large_or_of_one_endless_line_is_refused(write, monkeypatch):
    monkeypatch.setattr(long_files, "BLOCK", 100)
    with pytest.raises(Refused, match="not text in lines"):
        read_return([write({"a.csv": ONSPD + "x" * 300})])
    monkeypatch.setattr(long_files, "LARGEST", 300)
    with pytest.raises(Refused, match="is larger than"):
        read_return([write({"a.csv": ONSPD + LINES * 3})])


def test_a_heading_that_stands_twice_is_refused(write):
    text = ONSPD.replace("imd", "lsoa21") + LINES
    with pytest.raises(Refused, match="two columns headed lsoa21"):
        read_return([write({"a.csv": text})])


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04\xff\xfe", b'a"b,"c\n', b",".join([b"x"] * 501) + b"\n1\n", b""]
)
def test_other_files_are_none_of_it(write, data):
    with pytest.raises(Refused):
        read_return([write({"a.csv": data})])


def test_a_file_that_may_not_be_read_is_said_where_it_is_read_whole(write, monkeypatch):
    (folder,) = [write({"a.csv": ONSPD + LINES})]
    found = long_files.Found(folder / "gone.csv", "gone.csv", ())
    assert long_files.headings_of(found) == ()


def test_nothing_is_asked_of_a_published_list(write):
    from throughline.returns.told import Told

    asked = []
    read_return([write({"a.csv": ONSPD.replace("lsoa11", "x") + LINES})], told=Told({}, asked.append))
    assert asked == []


def test_deprivation_and_the_names_of_wards_in_one_list(read, rows, says):
    lines = "E01000001,M 1A,E05000001,Elm,E06000002,5.0,7\nE01000002,M 1B,,,E06000002,10,8\n"
    part = read({"lsoa.csv": TEES + lines + "E01000003,M 1C,,,E06000002,11,8\n"})
    assert rows(part, Neighbourhoods, "neighbourhood", "decile")[:2] == [
        ("E01000001", "05"),
        ("E01000002", "10"),
    ]
    assert rows(part, WardNames, "ward", "name") == [("E05000001", "Elm")]
    assert "line 4, IMD decile: “11” is not a code for it" in says(part)


def test_deprivation_as_it_is_published_in_a_workbook(read, rows):
    book = openpyxl.Workbook()
    book.active.append([
        "LSOA code (2021)", "LSOA name (2021)",
        "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)",
        "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)",
    ])  # fmt: skip
    book.active.append(["E01000001", "M 1A", 16494, 5])
    data = io.BytesIO()
    book.save(data)
    part = read({"File_1.xlsx": data.getvalue()})
    assert rows(part, Neighbourhoods, "neighbourhood", "decile") == [("E01000001", "05")]


def test_the_published_lists_of_two_boroughs(shared):
    lsoas, wards = (shared / "geo" / f"{name}.csv" for name in ("lsoa_ward_imd2025_tees", "ward_codes_tees"))
    names, deprived = read_return([lsoas, wards])
    assert names.frames[WardNames].height == 68
    assert deprived.frames[Neighbourhoods].height == 178
    assert (*names.faults, *deprived.faults) == ()
