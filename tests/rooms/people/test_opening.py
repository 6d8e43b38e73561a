import dataclasses
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import polars as pl
import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.test import RequestFactory

from throughline.people.keys import key_of
from throughline.people.models import Action, NeverChanged, Opening
from throughline.people.opening import KEY, child_column, log, open_children, open_others
from throughline.people.request_ids import request_id

from .conftest import CHILDREN

pytestmark = pytest.mark.django_db


def test_a_director_sees_every_row_and_each_child_is_logged(sign_up, council, why):
    director = sign_up("director")
    opened = open_children(director, CHILDREN, why, snapshot=council)
    assert opened.hidden == 0
    assert opened.rows.drop(KEY).equals(CHILDREN)
    assert opened.rows[KEY].to_list() == [key_of(child, "") for child in CHILDREN["Child.child"]]
    kept = Opening.objects.order_by("pk")
    assert [row.child for row in kept] == opened.rows[KEY].to_list()
    first = kept[0]
    assert (first.user, first.role, first.action) == (director, "director", Action.LIST)
    assert (first.page, first.why, first.request) == ("front_door", "Assessments open", why.request)
    assert timedelta() <= datetime.now(UTC) - first.at < timedelta(minutes=1)


def test_rows_outside_the_scope_are_counted_and_not_shown(sign_up, council, why):
    opened = open_children(sign_up("practitioner", worker="W1"), CHILDREN, why, snapshot=council)
    assert opened.rows["Child.child"].to_list() == ["Ann"]
    assert opened.hidden == 4
    assert Opening.objects.count() == 1


def test_a_row_of_no_child_is_nobodys_but_theirs_who_see_all(sign_up, council, why):
    rows = pl.DataFrame({"Referrals.child": ["Ann", None]})
    manager = open_children(sign_up("team_manager", team="T1"), rows, why, snapshot=council)
    assert manager.rows["Referrals.child"].to_list() == ["Ann"] and manager.hidden == 1
    again = dataclasses.replace(why, request=uuid4())
    everything = open_children(sign_up("director"), rows, again, snapshot=council)
    assert everything.rows[KEY].to_list() == [key_of("Ann", ""), None]


def test_an_analyst_sees_ids_and_no_names(sign_up, council, why):
    opened = open_children(sign_up("analyst"), CHILDREN, why, snapshot=council)
    assert {"Child.child", "Child.sex", KEY} <= set(opened.rows.columns)
    assert not {"Child.forename", "Child.surname", "Child.born", "Child.upn"} & set(opened.rows.columns)


@pytest.mark.parametrize("who", ["member", ""])
def test_a_member_and_a_stranger_see_nothing(who, sign_up, council, why):
    user = sign_up(who) if who else AnonymousUser()
    opened = open_children(user, CHILDREN, why, snapshot=council)
    assert opened.rows.is_empty() and opened.hidden == 5
    assert not Opening.objects.exists()


@pytest.mark.parametrize("role", ["director", "analyst", "team_manager", "practitioner", "member", ""])
def test_rows_of_no_child_are_for_those_who_may_open_every_child_and_name_none(role, sign_up):
    rows = pl.DataFrame({
        "Complaints.complaint": ["Q1"], "Complaints.child": ["Ann"], "Complaints.theme": ["Ann’s letter"],
    })  # fmt: skip
    seen = open_others(sign_up(role) if role else AnonymousUser(), rows)
    told = {"director": ["Q1", "Ann’s letter"], "analyst": ["Q1"]}
    assert [value for column in seen.rows() for value in column] == told.get(role, [])
    assert "Complaints.child" not in seen.columns
    assert not Opening.objects.exists()


def test_a_child_is_logged_once_a_request_and_action(sign_up, council, why):
    director = sign_up("director")
    for again in (why, why, dataclasses.replace(why, action=Action.VIEW)):
        open_children(director, CHILDREN.head(2), again, snapshot=council)
    assert Opening.objects.count() == 4
    open_children(director, CHILDREN, why, snapshot=council)
    assert Opening.objects.filter(action=Action.LIST).count() == 5


def test_nothing_is_given_if_the_log_cannot_be_written(sign_up, council, why, monkeypatch):
    def broken(*_args, **_kwargs):
        raise OSError("the disk is full")

    director = sign_up("director")
    monkeypatch.setattr(type(Opening.objects.all()), "bulk_create", broken)
    with pytest.raises(OSError):
        open_children(director, CHILDREN, why, snapshot=council)


@pytest.mark.django_db(transaction=True)
def test_nothing_is_given_within_a_transaction_that_could_undo_the_log(sign_up, council, why):
    director = sign_up("director")
    with pytest.raises(RuntimeError), transaction.atomic():
        open_children(director, CHILDREN, why, snapshot=council)
    Opening.objects.all().count()


def test_nobody_without_a_role_writes_in_the_log(why):
    with pytest.raises(PermissionError):
        log(AnonymousUser(), ["key"], why)


def test_the_log_only_grows(sign_up, council, why):
    open_children(sign_up("director"), CHILDREN.head(1), why, snapshot=council)
    row = Opening.objects.get()
    assert str(row).endswith(f"list {row.child}")
    for change in (
        row.save,
        row.delete,
        Opening.objects.all().delete,
        lambda: Opening.objects.update(why="nothing"),
        lambda: Opening.objects.bulk_update([row], ["why"]),
    ):
        with pytest.raises(NeverChanged):
            change()
    copy = Opening(user=row.user, role=row.role, action=row.action, child=row.child, request=row.request)
    with pytest.raises(IntegrityError), transaction.atomic():
        copy.save()
    assert Opening.objects.get().why == "Assessments open"


def test_the_column_of_the_child_is_found_or_refused():
    assert child_column(CHILDREN) == "Child.child"
    same = pl.DataFrame({"Child.child": ["Ann"], "Care.child": ["Ann"]})
    assert child_column(same) == "Child.child"
    with pytest.raises(ValueError, match="two children"):
        child_column(pl.DataFrame({"Child.child": ["Ann"], "Care.child": ["Ben"]}))
    with pytest.raises(ValueError, match="no column"):
        child_column(pl.DataFrame({"child": ["Ann"]}))


def test_the_column_may_be_named(sign_up, council, why):
    rows = pl.DataFrame({"mother": ["Ann"], "Child.child": ["Ben"]})
    opened = open_children(sign_up("director"), rows, why, snapshot=council, child="mother")
    assert opened.rows[KEY].to_list() == [key_of("Ann", "")]


def test_a_request_keeps_its_number():
    request, other = RequestFactory().get("/"), RequestFactory().get("/")
    assert request_id(request) == request_id(request) != request_id(other)
