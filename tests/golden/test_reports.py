"""What reports say, kept in the repository. `make golden` writes them anew; read the difference first."""

import os
from datetime import date
from pathlib import Path

import pytest

from throughline.people.roles import DIRECTOR, MEMBER
from throughline.reports.composing import compose
from throughline.reports.kinds import reports
from throughline.reports.reader import ask_for
from throughline.reports.to_text import to_text

DAY = date(2026, 10, 31)


@pytest.mark.parametrize("role", [DIRECTOR, MEMBER], ids=lambda role: role.key)
@pytest.mark.parametrize("name", sorted(reports()))
def test_a_report_says_what_it_said(saltscar, name, role):
    told = to_text(compose(reports()[name], ask_for(role, saltscar.answers, DAY), "Saltscar"))
    kept = Path(__file__).with_name(f"{name}_{role.key}.txt")
    if os.environ.get("REWRITE_GOLDEN"):
        kept.write_text(told, encoding="utf-8")
    assert told == kept.read_text(encoding="utf-8"), f"{kept.name} differs: see make golden"
