"""Published files: told by their headings, read whole, refused in words."""

import gzip

import pytest

from tests.rooms.comparators.published import D5, ENGLAND, LAIT, LEADING, PLANS, REDCAR, written
from throughline.comparators import reading
from throughline.comparators.files import NOTES, files_in, read_published
from throughline.comparators.marks import MEANINGS, value_or_mark, year_of
from throughline.errors import Refused

WALES = "Reporting year,Regional,E92000001,England,W12000001,Wales,,,"


def told(read):
    return {row[:2] + row[3:] for row in read.rows.iter_rows()}


@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz"])
def test_a_file_in_the_departments_layout(tmp_path, name):
    read = read_published(written(tmp_path, name, "\ufeff" + PLANS))
    assert read.title.startswith("Protection plans by how long")
    assert read.codes == {"d5 | CPP_At31", "d5 | 2_years_or_more", "d5 | 2_years_or_more_percent"}
    assert {
        ("d5 | CPP_At31", "E92000001", 2018, 53790.0, ""),
        ("d5 | CPP_At31", "E12000001", 2018, 3470.0, ""),
        ("d5 | CPP_At31", "807", 2017, 200.0, ""),
        ("d5 | 2_years_or_more", "807", 2018, None, "c"),
        ("d5 | 2_years_or_more", "805", 2018, 0.0, ""),
        ("d5 | 2_years_or_more", "807", 2017, None, "z"),
        ("d5 | 2_years_or_more_percent", "807", 2017, None, "k"),
    } <= told(read)


def test_filters_are_part_of_a_series_name(tmp_path):
    heading = LEADING + ",population_type,population_estimate,children_count,rate_per_10000"
    lines = [f"2025,{REDCAR},Children starting,27499,175,64", f"2025,{REDCAR},Children ceasing,27499,197,72"]
    read = read_published(written(tmp_path, "cla.csv", "\n".join([heading, *lines])))
    assert ("cla | Children starting | children_count", "807", 2025, 175.0, "") in told(read)
    assert len(read.codes) == 6


def test_the_interactive_tool(tmp_path):
    read = read_published(written(tmp_path, "lait.csv", LAIT))
    assert told(read) == {
        ("lait | CPP_Num", "807", 2018, 156.0, ""),
        ("lait | CPP_Num", "E12000001", 2018, 3470.0, ""),
        ("lait | CPP_Num", "E13000001", 2018, None, "-"),
        ("lait | CPP_Num", "E92000001", 2018, 53790.0, ""),
        ("lait | LACFinance", "807", 2018, 920.0, ""),
    }


def test_two_councils_that_send_one_return_are_one_place(tmp_path):
    both = REDCAR.replace("807,E06000003", "314 / 318,E09000021 / E09000027")
    read = read_published(written(tmp_path, "w.csv", f"{D5}\n2018,{both},x,5,0,0"))
    assert set(read.rows["place"]) == {"314 / 318"}


def test_notes_of_the_interactive_tool(tmp_path):
    text = (
        "Measure_short,Topic,Measure,Polarity,y_axis_name,dps,Year_Type,Description\n"
        'CPP_Num,Child Protection,Plans,-,Number,,Annual,"On 31 March.\n\nOf all."\nLAC,C,L,-,N,,Annual,\n'
    )
    read = read_published(written(tmp_path, "m.csv", text))
    assert (read.title, read.notes) == (NOTES, {"lait | CPP_Num": "On 31 March. Of all."})


NEAR = [str(number) for number in range(810, 820)]


def test_neighbours_of_2021_under_headings_ten_times_over(tmp_path):
    text = "LA num,LA Name,LA number,GOInd,GOReg," + ",".join(f"SN{n},SNP" for n in range(1, 11)) + ",\n"
    text += "807,Redcar,807,1,North East," + ",".join(f"{n},Extremely Close" for n in NEAR) + ",\n"
    read = read_published(written(tmp_path, "n.csv", text))
    assert read.model == "2021"
    assert [each.number for each in read.neighbours["807"]] == NEAR
    assert read.neighbours["807"][0].closeness == "Extremely close"


def wide(pairs, own="807"):
    heading = "old_la_code,la_name,region_ind,region_name," + ",".join(
        f"SN_{n},SN_{n}P" for n in range(1, 11)
    )
    return f"{heading}\n{own},Redcar,1,North East,{pairs}\n"


def test_neighbours_of_2025(tmp_path):
    read = read_published(written(tmp_path, "n.csv", wide(",".join(f"{n},Close " for n in NEAR))))
    assert (read.model, read.neighbours["807"][9].number) == ("2025", "819")


@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        (",".join("810,Close" for _ in NEAR), "line 2: these are not ten other councils"),
        (",".join(f"{n},Close" for n in ["807", *NEAR[1:]]), "line 2: these are not ten other councils"),
        (",".join(f"{n},Close" for n in ["81", *NEAR[1:]]), "line 2: these are not ten other councils"),
        (",".join(f"{n},Near" for n in NEAR), "line 2: “Near” is no closeness"),
    ],
)
def test_neighbours_that_cannot_be_right(tmp_path, pairs, says):
    with pytest.raises(Refused, match=says):
        read_published(written(tmp_path, "n.csv", wide(pairs)))


def councils(region="E13000001", near=True):
    heading = "old_la_code,new_la_code,la_name,region_code,region_name," + ",".join(
        f"sn{n}_gss,sn{n}_name,sn{n}_closeness" for n in range(1, 11)
    )
    other = "\n".join(f"{n},G{n},Other {n},E12000002,North West{',,,' * 10}" for n in NEAR)
    own = ",".join(f"G{n},Other,Close" for n in NEAR) if near else ",,," * 9 + ",,"
    return f"{heading}\n807,G807,Ours,{region},R,{own}\n{other}\n"


def test_every_council_with_its_region_and_neighbours(tmp_path):
    read = read_published(written(tmp_path, "c.csv", councils()))
    ours, first = read.places[0], read.places[1]
    assert (ours.number, ours.gss, ours.region, len(ours.neighbours["2025"])) == (
        "807",
        "G807",
        "E12000007",
        10,
    )
    assert (first.region, first.neighbours) == ("E12000002", {})


def test_a_council_in_no_region(tmp_path):
    with pytest.raises(Refused, match="“W92000004” is no region of England"):
        read_published(written(tmp_path, "c.csv", councils("W92000004")))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"{D5}\n2018,{REDCAR},x,about 150,0,0", "a.csv, line 2, CPP_At31: “about 150” is neither a number"),
        (f"{D5}\n2018,{REDCAR},x,5,0,0\n2018,{REDCAR},x,6,0,0", "two figures of d5 | CPP_At31, 807, 2018"),
        (f"{D5}\n2018,{REDCAR.replace('807', '8')},x,5,0,0", "line 2: this is of no council"),
        (f"{D5}\n2018,{ENGLAND.replace('National', 'School')},x,5,0,0", "line 2: this is of no council"),
        (f"{D5}\n2018,{WALES},x,5,0,0", "no council"),
        ("a,b\n1,2", "no published file that is known"),
        ("a,b\n1,2,3", "3 columns of cells under 2 headings"),
        ("a,b\n1,2\n1,2,3", "lines of other lengths"),
        ("a,b\n", "has no lines"),
        ("", "no line of headings"),
        ("\n1,2", "no line of headings"),
        (",".join("ab" for _ in range(300)) + "\n1", "no line of headings"),
        ('a,"b\n1,2', "not text in UTF-8 with a line of headings"),
        (b"a,\xff\n1,2", "not text in UTF-8"),
        ("a,b\0\n1,2", "no line of headings"),
    ],
)  # fmt: skip
def test_what_is_not_as_it_must_be_is_refused(tmp_path, text, says):
    with pytest.raises(Refused) as refused:
        read_published(written(tmp_path, "a.csv", text))
    assert says in refused.value.what and refused.value.do


def test_what_is_there_twice_and_the_same_is_there_once(tmp_path):
    line = f"2018,{REDCAR},x,5,0,0"
    assert read_published(written(tmp_path, "a.csv", f"{D5}\n{line}\n{line}")).rows.height == 3


def test_a_packing_that_is_broken_or_bursts(tmp_path, monkeypatch):
    whole = gzip.compress(PLANS.encode())
    file = written(tmp_path, "a.csv", whole[:-9])
    with pytest.raises(Refused, match="its packing is broken"):
        read_published(file)
    file.write_bytes(whole[:40] + b"\0\0\0\0" + whole[44:])
    with pytest.raises(Refused, match=r"a\.csv"):
        read_published(file)
    monkeypatch.setattr(reading, "LARGEST", 100)
    with pytest.raises(Refused, match="holds more than"):
        read_published(written(tmp_path, "b.csv.gz", PLANS))


def test_far_too_many_lines(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 2)
    with pytest.raises(Refused, match="more than 2 lines"):
        read_published(written(tmp_path, "a.csv", PLANS))


def test_a_folder_is_its_csv_files(tmp_path):
    with pytest.raises(Refused, match="no CSV file in"):
        files_in(tmp_path)
    with pytest.raises(Refused, match=r"no CSV file in nowhere\.csv"):
        files_in(tmp_path / "nowhere.csv")
    for name in ("b.csv", "a.CSV.GZ", "notes.md", ".hidden.csv"):
        written(tmp_path, name, "x")
    assert [file.name for file in files_in(tmp_path)] == ["a.CSV.GZ", "b.csv"]
    for number in range(200):
        written(tmp_path, f"{number}.csv", "x")
    with pytest.raises(Refused, match="more than 200 files"):
        files_in(tmp_path)


@pytest.mark.parametrize("mark", MEANINGS)
def test_a_mark_is_never_a_number(mark):
    assert value_or_mark(f" {mark} ") == (None, mark)


@pytest.mark.parametrize("text", ["nan", "inf", "1e999", "1,234", "£5", "c5", "--", "5%"])
def test_what_is_neither_number_nor_mark(text):
    assert value_or_mark(text) is None


@pytest.mark.parametrize(
    ("period", "year"),
    [("1999-00", 2000), ("2013/14-15/16", 2016), ("3000", None), ("x", None), ("20256", None)],
)
def test_the_year_in_which_a_period_ends(period, year):
    assert year_of(period) == year
