import re

from throughline.people.keys import child_of, key_of, keys_of


def test_a_key_tells_nothing_and_never_changes(settings):
    key = key_of("12345", "saltscar")
    assert re.fullmatch("[a-z2-7]{26}", key)
    assert key == key_of("12345", "saltscar")
    assert len({key, key_of("12346", "saltscar"), key_of("12345", "teesmouth")}) == 3
    settings.CHILD_KEY_SECRET = "another"
    assert key_of("12345", "saltscar") != key


def test_a_key_leads_back_to_its_child(council):
    assert child_of(key_of("Ann", ""), council) == "Ann"
    assert child_of("nobody", council) is None
    assert keys_of(council) is keys_of(council)
    assert set(keys_of(council).values()) == {"Ann", "Ben", "Cat", "Dee", "Eve"}
