"""The commands, one module each: receive and what follows, count, show, export, and who may sign in."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from throughline.cli import (
    again,
    answer,
    approve,
    backup,
    catalogue,
    changed,
    check,
    comparators,
    compare,
    conflicts,
    count,
    export,
    figures,
    late,
    loads,
    merge,
    questions,
    receive,
    reconcile,
    report,
    restore,
    sample,
    serve,
    sql,
    template,
    user,
)
from throughline.errors import Refused

COMMANDS = (
    sample,
    template,
    receive,
    questions,
    answer,
    again,
    approve,
    loads,
    late,
    merge,
    check,
    compare,
    conflicts,
    figures,
    reconcile,
    comparators,
    catalogue,
    count,
    changed,
    report,
    export,
    backup,
    restore,
    serve,
    sql,
    user,
)


def main(given: Sequence[str] | None = None) -> int:
    """Run one command. 0 done; 1 refused, held, late, or (for `check`) something found; 2 for wrong usage."""
    try:
        asked = parser().parse_args(given)
        code: int = asked.run(asked)
        sys.stdout.flush()
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("Stopped. Nothing was changed by what was not finished.", file=sys.stderr)
        return 1
    return code


def parser() -> argparse.ArgumentParser:
    """What may be typed; each command adds its own, with an example in its help."""
    top = argparse.ArgumentParser(
        prog="throughline",
        description="One live picture of every child's journey: receive, check, count, show.",
        epilog="The home folder is THROUGHLINE_HOME, or .throughline in your own folder.",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in COMMANDS:
        name = module.__name__.rsplit(".", 1)[1]
        about = (module.__doc__ or "").strip()
        one = commands.add_parser(
            name,
            help=about.splitlines()[0],
            description=about,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.options(one)
        one.set_defaults(run=module.run)
    return top
