"""What is served: the current record, and an earlier one while that is damaged."""

from datetime import date

from throughline.loads.counts import answers_about
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.web.current import current_answers, current_faults

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n101,1,01/05/2012,WBRI,,,\n"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"


def year(folder, last):
    place = folder / f"{last - 1}-{last % 100}"
    place.mkdir()
    (place / "header.csv").write_text(HEADER)
    (place / "episodes.csv").write_text(f"{EPISODES}101,01/06/{last - 1},S,C2,N1,U6,PR1,,,,,,\n")
    return place


def test_a_damaged_record_is_not_served_and_the_operator_is_told(tmp_path, settings, caplog):
    settings.HOME = tmp_path / "home"
    assert current_answers() is None and current_faults() == ()
    council = Council(settings.HOME / "councils" / "saltby")
    receive(council, [year(tmp_path, 2024)])
    newest = receive(council, [year(tmp_path, 2025)])
    assert current_answers().snapshot.as_at == date(2025, 3, 31)
    (council.snapshots / newest.snapshot / "Care.parquet").write_bytes(b"damaged")
    answers_about.cache_clear()
    assert current_answers().snapshot.as_at == date(2024, 3, 31)
    assert "Care.parquet" in caplog.text and "An earlier one is." in caplog.text
