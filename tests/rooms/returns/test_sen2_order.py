"""The order of persons and rows in a SEN2 census never matters."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.returns.receiving import read_return
from throughline.returns.sen2_tables import ActivePlans, Assessment, NamedPlan, Person, Requests, SENneed

from .sen2_forms import line
from .sen2_people import ann, ben, forms, told

days = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(str)
plan_in_force = st.builds(
    lambda types, day: line(
        ActivePlans, [line(SENneed, SENtype=need) for need in types], **({"LastReview": day} if day else {})
    ),
    st.lists(st.sampled_from(["ASD", "MLD", "DS"]), max_size=2),
    st.none() | days,
)
assessment = st.builds(
    lambda day, start: line(Assessment, [line(NamedPlan, StartDate=start)], AssessmentOutcomeDate=day),
    days,
    days,
)
request = st.builds(
    lambda day, below: line(Requests, below, ReceivedDate=day),
    days,
    st.lists(plan_in_force, max_size=1) | st.lists(assessment, max_size=1),
)
people = st.lists(st.lists(request, min_size=1, max_size=3), min_size=1, max_size=4)


@settings(max_examples=8)
@given(people, st.randoms(use_true_random=False))
def test_the_order_of_persons_and_rows_never_matters(several, random):
    persons = [line(Person, requests, UPN=f"A99{n}") for n, requests in enumerate(several)]
    assert received(persons, "csv") == received(shuffled(persons, random), "csv")


@pytest.mark.parametrize("form", ["xml", "template"])
def test_nor_does_it_in_the_other_forms(form):
    assert received([ann(), ben()], form) == received(shuffled([ann(), ben()], Backwards()), form)


class Backwards:
    """Another order, the same each time."""

    def shuffle(self, lines):
        lines.reverse()


def shuffled(lines, random):
    """The same lines in another order, at every depth."""
    turned = [(table, cells, shuffled(below, random)) for table, cells, below in lines]
    random.shuffle(turned)
    return turned


def received(persons, form):
    with TemporaryDirectory() as folder:
        for name, data in forms(persons)[form].items():
            Path(folder, name).write_bytes(data if isinstance(data, bytes) else data.encode())
        (part,) = read_return([Path(folder)], today=date(2025, 2, 1))
    return told(part)
