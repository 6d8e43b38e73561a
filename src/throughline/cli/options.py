"""Options that several commands share, and how they speak."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date

from throughline.loads.home import Council, council, home_folder

Options = argparse.ArgumentParser
Asked = argparse.Namespace


def add_council(options: Options) -> None:
    """--council, for homes that hold several."""
    options.add_argument(
        "--council", metavar="NAME", help="which council; not needed where there is only one"
    )


def add_as_at(options: Options, about: str) -> None:
    """--as-at, a day."""
    options.add_argument("--as-at", type=day, metavar="DAY", help=f"{about}, such as 2026-03-31")


def add_json(options: Options) -> None:
    """--json, for machines."""
    options.add_argument("--json", action="store_true", help="print JSON, for another program to read")


def add_mail(options: Options, about: str) -> None:
    """--mail, to the operator of the settings."""
    options.add_argument("--mail", action="store_true", help=about)


def day(text: str) -> date:
    """A day as typed. Raises what argparse turns into words."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day: write it as 2026-03-31") from None
    if not 1900 <= found.year < 2200:
        raise argparse.ArgumentTypeError(f"“{text}” is no day of any record: say one from 1900 to 2199")
    return found


def of(asked: Asked) -> Council:
    """The council that was asked for."""
    return council(home_folder(), asked.council)


def in_private() -> None:
    """What is made from here on is for its owner only."""
    os.umask(0o077)


def say(text: str) -> None:
    """Progress goes to standard error, so that what is printed can be piped."""
    print(text, file=sys.stderr, flush=True)
