"""The council's list of wards."""

from datetime import date

from throughline.record.child import Wards


def test_wards(read, rows, says):
    headings = "Postcode,ward,Locality,mid_year,children_0_17\n"
    text = headings + "ZS1 2QT,Anchorage,Harbour,2012,109\nZS1 2QU,Pier,,x,9\n"
    part = read({"wards.csv": text})
    assert rows(part, Wards, "postcode", "ward", "locality", "mid_year", "children") == [
        ("ZS1 2QT", "Anchorage", "Harbour", date(2012, 6, 30), 109.0)
    ]
    assert (part.rank, part.as_at) == (9, None)
    assert part.covers[Wards] == (date.min, date.max)
    assert "given/wards.csv, line 3, mid_year: “x” is not a number." in says(part)


def test_a_postcode_is_counted_once_a_year(read, rows, says):
    text = "postcode,ward,locality,mid_year,children_0_17\nZS1 2QT,A,H,2012,109\nZS1 2QT,A,H,2012,108\n"
    part = read({"wards.csv": text})
    assert rows(part, Wards, "children") == [(109.0,)]
    assert "line 3, postcode: the same postcode and mid_year stands in “wards” already" in says(part)
