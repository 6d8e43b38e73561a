"""What several of these tests share."""

import pytest

from throughline.loads import serving


@pytest.fixture
def uncounted(monkeypatch):
    """It is the record that must be the same; the figures follow from it."""
    monkeypatch.setattr(serving, "count_snapshot", lambda council, snapshot, say: None)
