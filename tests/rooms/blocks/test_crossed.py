"""A measure by two breakdowns on its page, and its groups beside all others."""

from throughline.blocks.crossed import Crossed
from throughline.blocks.unlike import UnlikeOthers


def test_until_a_second_breakdown_is_chosen_there_are_ways_to_choose(ask):
    shown = Crossed().shown(ask("director", measure="assessments_within_45_days", split="team"))
    assert shown.by == "Team" and not shown.rows
    age = next(way for way in shown.ways if way.title == "Age")
    assert age.address.startswith("/measures/assessments_within_45_days/?split=team&and=age")
    assert "Team" not in {way.title for way in shown.ways}


def test_a_table_of_group_by_group(ask):
    shown = Crossed().shown(
        ask("director", measure="assessments_within_45_days", split="team", **{"and": "sex-of-child"})
    )
    assert shown.what.startswith("Assessments finished within 45 working days by team and sex, 12 months to")
    assert shown.columns == ("Female",)
    assert [name for name, _ in shown.rows] == ["Assessment Team 1", "T2", "Not recorded"]
    assert all(" of " in cell for _, cells in shown.rows for cell in cells)
    assert next(way for way in shown.ways if way.chosen).title == "Sex"


def test_a_dash_where_nobody_is_and_many_columns_are_cut(ask, monkeypatch):
    from throughline.blocks import crossed

    monkeypatch.setattr(crossed, "MOST_ACROSS", 1)
    shown = Crossed().shown(
        ask("director", measure="contacts", split="sex-of-child", **{"and": "contact-came-from"})
    )
    assert len(shown.columns) == 1 and "more groups" in shown.note
    assert crossed.words(None, None) == "–"


def test_who_sees_totals_only_sees_neither(ask):
    assert not Crossed().shown(ask("member", measure="contacts")).ways
    assert not UnlikeOthers().shown(ask("member", measure="contacts")).parts


def test_groups_beside_all_others_where_there_are_two(ask):
    shown = UnlikeOthers().shown(ask("director", measure="assessments_within_45_days"))
    assert shown.parts == ()  # all are girls here
