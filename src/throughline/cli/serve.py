"""Serve the pages on this machine, until stopped.

Example:
  throughline serve --port 8000
"""

from __future__ import annotations

from throughline.cli.options import Asked, Options


def options(command: Options) -> None:
    """What may be typed after `serve`."""
    command.add_argument("--host", default="127.0.0.1", help="the address to listen at (127.0.0.1)")
    command.add_argument("--port", type=int, default=8000, help="the port to listen at (8000)")
    command.add_argument(
        "--demo", action="store_true", help="the home is the sample's: print sign-ins to try"
    )


def run(asked: Asked) -> int:
    """Serve. Django is imported only here: the other commands do not know the web."""
    from throughline.loads.home import councils, home_folder
    from throughline.sample import authorities
    from throughline.web import home
    from throughline.web.serving import serve

    if asked.demo:
        here = {each.name for each in councils(home_folder())}
        of = next((each for each in authorities().values() if each.key in here), authorities()["saltscar"])
        home.prepare(home_folder().absolute(), council=of.name, gss_code=of.stands_for, demo=True)
    serve(asked.host, asked.port)
    return 0
