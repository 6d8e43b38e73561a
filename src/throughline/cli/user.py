"""Let somebody sign in, with a role; or change the role of somebody who can.

A password is made and printed once. A team manager is tied to a team, a practitioner to a worker, by the ids
that the case system gives them.

Examples:
  throughline user priya.shah --role analyst
  throughline user jo.marsh --role team_manager --team T04 --worker W117
"""

from __future__ import annotations

from throughline.cli.options import Asked, Options
from throughline.people.roles import ROLES


def options(command: Options) -> None:
    """What may be typed after `user`."""
    command.add_argument("name", help="what they sign in with")
    command.add_argument("--role", required=True, choices=sorted(ROLES), help="what they are here for")
    command.add_argument(
        "--worker", default="", metavar="ID", help="the worker they are, as the record has it"
    )
    command.add_argument(
        "--team", default="", metavar="ID", help="the team they are of, as the record has it"
    )
    command.add_argument("--new-password", action="store_true", help="make another password for them")


def run(asked: Asked) -> int:
    """Add or change one sign-in, and print its password if one was made."""
    from throughline.web.serving import make_ready

    make_ready()
    from throughline.people.adding import add

    made = add(asked.name, ROLES[asked.role], asked.worker, asked.team, new_password=asked.new_password)
    print(f"{asked.name} may sign in as {ROLES[asked.role].title.lower()}.")
    if made:
        print(f"Password, shown this once: {made}")
    return 0
