"""What every answer carries, whatever made it, and when a sign-in ends."""

from __future__ import annotations

from collections.abc import Callable
from time import time

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase

Answering = Callable[[HttpRequest], HttpResponseBase]

CONTENT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "Content-Security-Policy": CONTENT,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
}
NOTE_EVERY = 60  # seconds: how exactly the last action is known, so that not every page is a write


def strict_headers(answer: Answering) -> Answering:
    """Nothing from outside, nothing inline, no framing; and nothing kept by a browser unless the answer
    itself says that it may be (only our style sheet, script and fonts do)."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return answered


def sessions_end(answer: Answering) -> Answering:
    """A sign-in ends when nothing is done for a while, and after some hours whatever is done."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            now, session = int(time()), request.session
            began, last = session.setdefault("began", now), session.get("last", 0)
            idle = last and now - last > settings.SESSION_IDLE_SECONDS
            if idle or now - began > settings.SESSION_LONGEST_SECONDS:
                logout(request)
            elif now - last >= NOTE_EVERY:
                session["last"] = now
        return answer(request)

    return answered
