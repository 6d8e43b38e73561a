"""A text that was pasted or sent as a file. It is held in memory alone: in no address, no log, on no disk."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest

from throughline.errors import Refused

LIST, FILE = "list", "file"
LONGEST = 600_000  # letters: as many ids of children as a list can have, as long as they can be


class ListForm(forms.Form):
    """A list as it was pasted, or a file of it."""

    list = forms.CharField(required=False, max_length=LONGEST, strip=False)
    file = forms.FileField(required=False, max_length=200, allow_empty_file=True)


def text_of(request: HttpRequest, of: str) -> str:
    """The list as it was sent; `of` says in words what it is a list of. Raises `Refused` for one too long,
    and for a file that is no text. A file too large never comes as far as here."""
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        raise Refused("That list is too long.", do=f"Paste the {of} alone.")
    file = form.cleaned_data[FILE]
    if file is None:
        return str(form.cleaned_data[LIST])
    try:
        return str(file.read(LONGEST).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Refused("That file is not a text.", do=f"Save the {of} as CSV, or paste it.") from None
