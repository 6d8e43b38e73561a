"""The commands, as they are typed: what they print, and the code they exit with."""

import csv
import io
import json

import pytest

from throughline.cli import COMMANDS, main
from throughline.loads.home import home_folder

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n101,1,01/05/2012,WBRI,,,\n"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    "101,01/06/2023,S,C2,N1,U6,PR1,,,,,,\n"
)


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A folder with one little return, and an empty home."""
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "home"))
    folder = tmp_path / "2023-24"
    folder.mkdir()
    (folder / "header.csv").write_text(HEADER)
    (folder / "episodes.csv").write_text(EPISODES)
    return folder


@pytest.fixture
def received(files, capsys):
    assert main(["receive", str(files)]) == 0
    capsys.readouterr()
    return files


def run(capsys, *words):
    code = main(list(words))
    said = capsys.readouterr()
    return code, said.out, said.err


def test_receive_needs_no_set_up(files, capsys):
    code, out, err = run(capsys, "receive", str(files))
    assert code == 0
    assert "Care: 1 rows" in out and "In, as at 31 March 2024." in out
    assert "Counting." in err
    assert (home_folder() / "councils" / "council" / "current").exists()
    assert "nothing was changed" in run(capsys, "receive", str(files))[1]


def test_receive_refuses_in_words(files, capsys):
    (files / "header.csv").unlink()
    (files / "episodes.csv").write_text("a,b\n1,2\n")
    code, out, err = run(capsys, "receive", str(files))
    assert code == 1 and out == ""
    assert "episodes.csv" in err and "Traceback" not in err


def test_receive_with_faults_is_still_in(files, capsys):
    (files / "episodes.csv").write_text(EPISODES + "101,31/02/2024,P,C2,N1,U6,PR1,,,,,,\n")
    code, out, _ = run(capsys, "receive", str(files), "--faults")
    assert code == 0 and "line 3, DECOM" in out
    assert "faults were listed" in out


def test_faults_that_say_the_same_are_said_once_and_counted(files, capsys):
    bad = "".join(f"101,{day}/02/2024,P,C2,N1,U6,PR1,,,,,,\n" for day in (30, 31))
    (files / "episodes.csv").write_text(EPISODES + bad)
    _, out, _ = run(capsys, "receive", str(files))
    assert "See them all with --faults" in out
    assert "line 3, DECOM" in out and "line 4, DECOM" not in out and " So 1 more." in out


def test_receive_for_a_machine(files, capsys):
    code, out, _ = run(capsys, "receive", str(files), "--json")
    said = json.loads(out)
    assert code == 0 and said["status"] == "in" and said["as_at"] == "2024-03-31"


def test_count_one_measure(received, capsys):
    code, out, _ = run(capsys, "count", "looked_after", "--as-at", "2024-03-31")
    assert (code, out) == (0, "looked_after (2024-03-31): 1\n")


def test_count_says_what_is_not_available(received, capsys):
    assert "not available" in run(capsys, "count", "looked_after", "--as-at", "2020-03-31")[1]
    assert "contacts (2023-04-01 to 2024-03-31): not available" in run(capsys, "count")[1]


def test_count_by_group_and_month(received, capsys):
    out = run(capsys, "count", "looked_after", "--by", "sex", "--months", "2", "--json")[1]
    rows = json.loads(out)
    assert [(r["end"], r["group"], r["value"]) for r in rows] == [
        ("2024-02-29", "Not recorded", 0.0),
        ("2024-02-29", "M", 1.0),
        ("2024-03-31", "Not recorded", 0.0),
        ("2024-03-31", "M", 1.0),
    ]
    assert "M: 1" in run(capsys, "count", "looked_after", "--by", "Sex")[1]


@pytest.mark.parametrize("many", ["0", "-3", "241", "99999"])
def test_months_that_cannot_be_counted_are_refused_in_words(received, capsys, many):
    code, _, said = run(capsys, "count", "looked_after", "--months", many)
    assert code != 0 and f"{many} months cannot be counted." in said and "1 to 240" in said


def test_months_may_go_back_as_far_as_is_said(received, capsys):
    assert len(run(capsys, "count", "looked_after", "--months", "240")[1].splitlines()) == 240


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_day_of_no_record_is_refused_in_words(received, capsys, day):
    with pytest.raises(SystemExit):
        main(["count", "looked_after", "--as-at", day])
    assert "no day of any record: say one from 1900 to 2199" in capsys.readouterr().err


def test_count_by_two_at_once_and_with_small_numbers_hidden(received, capsys):
    both = ("count", "looked_after", "--by", "Sex", "--by", "Age")
    assert run(capsys, *both)[1] == "looked_after (2024-03-31): M, 10 to 15: 1\n"
    said = json.loads(run(capsys, *both, "--json")[1])
    assert [(r["by"], r["group"], r["and_by"], r["and_group"]) for r in said] == [
        ("Sex", "M", "Age", "10 to 15")
    ]
    assert run(capsys, *both, "--hide-small")[1] == "looked_after (2024-03-31): M, 10 to 15: c\n"
    assert "M: c" in run(capsys, "count", "looked_after", "--by", "Sex", "--hide-small")[1]
    assert run(capsys, "count", "looked_after", "--hide-small")[1] == "looked_after (2024-03-31): c\n"
    for more in (("--by", "Ward"), ("--by", "sex")):
        assert "two breakdowns at most" in run(capsys, *both, *more)[2]


def test_count_a_share(received, capsys):
    assert "0.0% (0 of 1)" in run(capsys, "count", "living_with_relatives")[1]


@pytest.mark.parametrize("words", [["count", "lookedafter"], ["count", "--by", "Shoe size"]])
def test_count_helps_with_a_wrong_name(received, capsys, words):
    code, _, err = run(capsys, *words)
    assert code == 1 and "There are:" in err


def test_check_says_ran_and_could_not_run(received, capsys):
    code, out, _ = run(capsys, "check", "--lines")
    assert "302 (2024) ran: 1 rows looked at, 0 found" in out
    assert "could not run, because last year's return was not received" in out
    assert code == 0 and " 1 found" not in out


def test_check_finds_the_line(files, capsys):
    (files / "episodes.csv").write_text(EPISODES + "101,01/06/2011,S,C2,N1,U6,PR1,01/06/2023,X1,,,,\n")
    main(["receive", str(files)])
    capsys.readouterr()
    code, out, _ = run(capsys, "check", "--lines")
    assert code == 1
    assert "episodes.csv, line 3" in out
    said = json.loads(run(capsys, "check", "--json")[1])
    found = next(line for line in said if line["rule"] == "302" and line["found"])
    assert ["Episodes", "2023-24/episodes.csv", 3] in found["places"]


def test_check_with_no_return_to_check(files, capsys):
    code, _, err = run(capsys, "check")
    assert code == 1 and "no SSDA903 return" in err


def test_sql_reads_and_cannot_write_or_look_elsewhere(received, capsys, tmp_path):
    out = run(capsys, "sql", "select child, legal_status, source_line from care")[1]
    assert list(csv.reader(io.StringIO(out))) == [
        ["child", "legal_status", "source_line"],
        ["101", "C2", "2"],
    ]
    assert json.loads(run(capsys, "sql", "select 1 as one", "--json")[1]) == [{"one": 1}]
    assert "cp_plans" in run(capsys, "sql")[1]
    for query, says in (
        ("select * from read_csv('/etc/hostname')", "did not work"),
        (f"copy (select 1) to '{tmp_path / 'out.csv'}'", "read and not written"),
        ("set enable_external_access = true", "read and not written"),
        ("nonsense", "did not work"),
    ):
        code, out, err = run(capsys, "sql", query)
        assert (code, out) == (1, "") and says in err
    assert not (tmp_path / "out.csv").exists()


def test_sql_before_anything_is_in(files, capsys):
    assert run(capsys, "sql", "select 1")[0] == 1


@pytest.mark.parametrize("module", COMMANDS, ids=lambda module: module.__name__.rsplit(".", 1)[1])
def test_help_shows_an_example(module, capsys):
    name = module.__name__.rsplit(".", 1)[1]
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    out = capsys.readouterr().out
    assert left.value.code == 0
    assert f"throughline {name}" in out.split("Example", 1)[1]


@pytest.mark.parametrize("words", [[], ["fly"], ["count", "--as-at", "yesterday"], ["receive"]])
def test_wrong_usage_exits_with_two(words, capsys):
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    capsys.readouterr()


def test_a_reader_that_has_seen_enough_and_a_stop(monkeypatch, capsys):
    import throughline.cli.count as command

    def stop(asked):
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "run", stop)
    assert run(capsys, "count")[0] == 1


def test_what_is_received_is_for_its_owner_only(received):
    for file in (home_folder() / "councils").rglob("*"):
        assert file.stat().st_mode & 0o077 == 0, file.name
