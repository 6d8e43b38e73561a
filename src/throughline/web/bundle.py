"""The charts' script, made from the Vega that `vl_convert` carries: no Node, nothing fetched."""

from __future__ import annotations

import gzip
from pathlib import Path

import vl_convert

WHERE = Path(__file__).with_name("static") / "throughline" / "charts.js"

NAMES = "window.drawChart = (place, spec, options) => vegaEmbed(place, spec, options);"


def make_if_absent() -> Path:
    """The script, made now if it has not been made."""
    return WHERE if WHERE.exists() else make()


def make() -> Path:
    """Write the script, and beside it the same made small for browsers that can take it so."""
    script = vl_convert.javascript_bundle(NAMES).encode()
    WHERE.write_bytes(script)
    WHERE.with_name(WHERE.name + ".gz").write_bytes(gzip.compress(script, mtime=0))
    return WHERE


if __name__ == "__main__":
    print(f"{make().name}: {WHERE.stat().st_size:,} bytes")
