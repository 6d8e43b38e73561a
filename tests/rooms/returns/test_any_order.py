"""The order of files and of rows never matters, nor does the same file twice."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.record.care import Care
from throughline.record.composing import compose
from throughline.record.homes import Placements
from throughline.record.rows import ORIGIN
from throughline.returns.receiving import read_return

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
LAST = {
    2022: "Zed,31/03/2022,S,V4,N1,U6,PR1,31/03/2022,E8,,,,",
    2023: "Zed,31/03/2023,S,V4,N1,U6,PR1,31/03/2023,E8,,,,",
}

children = st.sampled_from(["Ann", "Ben"])
days = st.sampled_from([date(2022, 3, 29) + timedelta(days=n) for n in range(5)])
episode = st.tuples(children, days, st.sampled_from("SPL"), st.sampled_from(["C2", "V2"]), st.none() | days)
year = st.lists(episode, max_size=4)


def line(told):
    child, start, why, status, end = told
    return f"{child},{start:%d/%m/%Y},{why},{status},N1,U6,PR1,{end.strftime('%d/%m/%Y') if end else ''},,,,,"


def text(heading, lines):
    return "\n".join([heading, *lines]) + "\n"


def told(files, order=1):
    """Every row of every table that the files make, without where it came from."""
    with TemporaryDirectory() as folder:
        paths = []
        for name, lines in files.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text(lines[0], lines[1:][::order]))
            paths.append(path)
        parts = read_return(paths[::order], today=date(2026, 1, 1))
        parts_again = read_return([*paths, Path(folder), *paths], today=date(2026, 1, 1))
    assert [p.frames.keys() for p in parts] == [p.frames.keys() for p in parts_again]
    for part, again in zip(parts, parts_again):
        if order == 1:
            assert all(part.frames[t].equals(again.frames[t]) for t in part.frames)
    snapshot = compose(parts, "Saltscar")
    where = [name for name in ORIGIN if name not in ("@since", "@until")]
    return {t.__name__: sorted(f.drop(where).rows(), key=repr) for t, f in snapshot.frames.items()}


def files_of(first, second):
    heads = [f"{child},2,01/05/2012,WBRI,,," for child in ("Ann", "Ben", "Zed")]
    return {
        "2021-22/header.csv": [HEADER, *heads],
        "2021-22/episodes.csv": [EPISODES, LAST[2022], *dict.fromkeys(map(line, first))],
        "2022-23/header.csv": [HEADER, *heads],
        "2022-23/episodes.csv": [EPISODES, LAST[2023], *dict.fromkeys(map(line, second))],
    }


@settings(max_examples=30)
@given(year, year)
def test_order_never_matters(first, second):
    first = [e for e in first if e[1] < date(2022, 4, 1)]
    files = files_of(first, second)
    assert told(files) == told(files, order=-1)


@settings(max_examples=40)
@given(year, year)
def test_on_each_day_a_year_is_believed_as_it_came(first, second):
    """Joining years changes no day: who is looked after is what that year's own lines say."""
    first = [e for e in first if e[1] < date(2022, 4, 1)]
    with TemporaryDirectory() as folder:
        for name, lines in files_of(first, second).items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text(lines[0], lines[1:]))
        (part,) = read_return([Path(folder)], today=date(2026, 1, 1))
    for lines, on in ((first, date(2022, 3, 31)), (second, date(2022, 4, 1)), (second, date(2023, 3, 30))):
        by_hand = {(c, s) for c, start, _, s, end in lines if start <= on and (end is None or end > on)}
        held = part.frames[Care].filter(
            Care.started <= on,
            Care.ended.is_null() | (Care.ended > on),
            pl.col("@since") <= on,
            pl.col("@until") > on,
            Care.child != "Zed",
        )
        assert set(held.select("Care.child", "Care.legal_status").rows()) == by_hand


def test_a_placement_told_again_otherwise_is_one():
    """A code that the next year writes otherwise does not make a second placement."""
    first = "Ann,01/06/2021,S,C2,N1,H5,PR4,,,,,,"
    files = files_of([], [])
    files["2021-22/episodes.csv"].append(first)
    files["2022-23/episodes.csv"].append(first.replace("H5", "K3").replace("PR4,,", "PR4,01/06/2022,"))
    shown = [row for row in told(files)[Placements.__name__] if row[0] == "Ann"]
    assert [row[1:3] for row in shown] == [(date(2021, 6, 1), date(2022, 6, 1))]
