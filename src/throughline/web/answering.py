"""Answering a question about a file: by those who may, from a form, with a line in the load log."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from throughline.blocks.questions import SHORT, may_answer
from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.loads.memory import Asked, answer, undo
from throughline.people.rights import role_of
from throughline.web.current import current_council


class AnswerForm(forms.Form):
    """The number of a question, and what is kept as its answer (empty: it is nothing); or to take it back."""

    number = forms.IntegerField(min_value=1)
    answer = forms.CharField(required=False, max_length=200)
    undo = forms.CharField(required=False, max_length=3)


@require_POST
def answer_question(request: HttpRequest) -> HttpResponse:
    """Keep an answer, or take one back, and say what is next. *Not found* for those who may not."""
    council, form = current_council(), AnswerForm(request.POST)
    if council is None or not may_answer(role_of(request.user)):
        raise Http404
    chosen = "answer" in request.POST or "undo" in request.POST  # to choose nothing says that it is nothing
    if not form.is_valid() or not chosen:
        problem = Refused("That is no answer to a question.", do="Go back, and choose one.")
        return render(request, "answered.html", {"problem": problem}, status=422)
    try:
        told = settled(council, form.cleaned_data, request.user.get_username())
    except Refused as problem:
        return render(request, "answered.html", {"problem": problem}, status=422)
    around = {"told": told, "taken_back": told.answer is None, "load": told.load[:SHORT]}
    return render(request, "answered.html", around)


def settled(council: Council, given: dict[str, Any], who: str) -> Asked:
    """The question as it now stands. Raises `Refused` as the memory does."""
    number = given["number"]
    return undo(council, number, who) if given["undo"] else answer(council, number, given["answer"], who)
