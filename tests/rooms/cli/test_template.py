"""throughline template: names the lists, writes one, and overwrites nothing."""

from throughline.cli import main
from throughline.record.composing import OWN


def test_without_a_name_every_list_is_named_with_a_sentence(capsys):
    assert main(["template"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(OWN)
    assert "posts: A time a post was in the establishment, filled or not." in lines


def test_a_template_is_written_once(tmp_path, capsys):
    folder = tmp_path / "lists"
    assert main(["template", "court_cases", "--to", str(folder)]) == 0
    file = folder / "court_cases.xlsx"
    before = file.read_bytes()
    assert f"Written to {file}." in capsys.readouterr().out
    assert main(["template", "court_cases", "--to", str(folder)]) == 1
    assert "court_cases.xlsx is there already." in capsys.readouterr().err
    assert file.read_bytes() == before


def test_a_list_that_is_not_ours_is_refused(capsys):
    assert main(["template", "shoes"]) == 1
    assert "There is no list shoes.\n`throughline template` names them." in capsys.readouterr().err
