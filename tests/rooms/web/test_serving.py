import gzip

import pytest
from django.db.migrations.recorder import MigrationRecorder

from throughline.errors import Refused
from throughline.web import bundle, serving


def test_the_charts_script_is_made_once_and_small(tmp_path, monkeypatch):
    monkeypatch.setattr(bundle, "WHERE", tmp_path / "charts.js")
    made = bundle.make_if_absent()
    script = made.read_bytes()
    assert b"window.drawChart" in script and b"interpret" in script
    assert gzip.decompress((tmp_path / "charts.js.gz").read_bytes()) == script
    made.write_text("kept")
    assert bundle.make_if_absent().read_text() == "kept"


@pytest.mark.parametrize(
    ("host", "said"), [("127.0.0.1", "localhost"), ("0.0.0.0", "localhost"), ("a.gov.uk", "a.gov.uk")]
)
def test_the_address_is_one_that_can_be_opened(host, said):
    assert serving.address_of(host, 8000) == f"http://{said}:8000/"


def test_sign_ins_are_told_only_in_a_demonstration(settings, capsys):
    serving.announce("http://localhost:8000/")
    assert capsys.readouterr().out == "Throughline is at http://localhost:8000/  (Ctrl+C stops it)\n"


def test_a_database_that_a_later_version_changed_is_not_touched(db):
    serving.check_no_later()
    done = MigrationRecorder.Migration.objects
    done.create(app="an app that is no more", name="0001_initial")
    serving.check_no_later()
    done.create(app="people", name="0099_later")
    with pytest.raises(Refused, match="changed by a later Throughline"):
        serving.check_no_later()
