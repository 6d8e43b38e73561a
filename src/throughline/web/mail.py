"""Messages to the operator, by the council's own mail server. None has a child's data in it."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from smtplib import SMTPException

from throughline.errors import Refused

TOLD = "told.json"  # in the home folder: of what the operator was told, and on which day


def mail(subject: str, words: str) -> None:
    """Send the operator a message. Raises `Refused` where no server or no address is set, or it cannot be
    sent."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "throughline.web.settings")
    from django.conf import settings
    from django.core.mail import EmailMessage

    if not settings.CHOICES.email.host or not settings.CHOICES.email.to:
        do = "Set host and to under [email] in settings.toml; docs/settings.md says what they are."
        raise Refused("The operator was not told by mail: no server or no address is set.", do=do)
    message = EmailMessage(f"Throughline: {subject}", words, to=settings.CHOICES.email.to)
    try:
        message.send()
    except (SMTPException, OSError) as wrong:
        what = f"The operator could not be told by mail ({type(wrong).__name__})."
        raise Refused(what, do="Look at [email] in settings.toml, and at the mail server.") from None


def mail_once_a_day(home: Path, about: str, day: date, subject: str, lines: Sequence[str]) -> bool:
    """Tell the operator of something that goes on, once a day and not each time it is found out; whether
    they were told now. One that could not be sent is sent the next time. Raises as `mail` does."""
    file = home / TOLD
    told = json.loads(file.read_text()) if file.exists() else {}
    if told.get(about) == day.isoformat():
        return False
    mail(subject, "\n".join(lines))
    waiting = file.with_name(f".{TOLD}")
    waiting.write_text(json.dumps({**told, about: day.isoformat()}))
    waiting.replace(file)
    return True
