"""Making a whole borough without counting branches, which takes three times as long: they are counted where
the sample itself is tested."""

from contextlib import contextmanager

import coverage


@contextmanager
def untraced():
    """Nothing that is run within is counted."""
    counter = coverage.Coverage.current()
    if counter:
        counter.stop()
    try:
        yield
    finally:
        if counter:
            counter.start()
