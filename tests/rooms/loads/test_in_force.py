"""Which returns, merges and options were in force: now, and from an earlier load on."""

from datetime import UTC, datetime

from throughline.loads.home import Council
from throughline.loads.in_force import in_force
from throughline.loads.known import Known

MAY, JUNE, JULY = (datetime(2026, month, 1, tzinfo=UTC) for month in (5, 6, 7))


def known(at):
    return Known(1, "s", at, at.date(), ("a-0",))


def test_nothing_where_nothing_was_received(tmp_path):
    assert in_force(Council(tmp_path)).parts == ()


def test_a_merge_is_in_force_from_the_day_it_was_said_to_the_day_it_was_taken_back(tmp_path):
    council = Council(tmp_path)
    merge = {"former": "1", "child": "2", "day": None, "at": JUNE.isoformat()}
    council.log({"load": "a", "status": "in", "options": {"year": 2025}})
    merge |= {"undone": {"at": JULY.isoformat()}}
    council.make_current({"parts": ["b-0"], "loads": {"b": {"year": 2026}}, "merges": [merge]})
    assert in_force(council).merges == () and in_force(council).options == {"b": {"year": 2026}}
    then = in_force(council, known(JUNE))
    assert [merge.former for merge in then.merges] == ["1"] and then.parts == ("a-0",)
    assert then.options == {"a": {"year": 2025}, "b": {"year": 2026}}
    assert in_force(council, known(MAY)).merges == () == in_force(council, known(JULY)).merges
