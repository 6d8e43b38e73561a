"""Arrays kept in one file: each comes back as it was, of any kind and size, and one file is open for all."""

import os
from pathlib import Path

import numpy as np
import pytest

from throughline.counting.arrays import Opened, Written

GIVEN = {
    "whole": np.arange(7, dtype=np.int64),
    "empty": np.zeros((0, 4), np.int64),
    "yes or no": np.array([[True, False, True]]),
    "a cube": np.arange(24, dtype=np.int32).reshape(2, 3, 4),
    "on its side": np.arange(6.0).reshape(2, 3).T,
    "last and empty": np.zeros(0),
}


def kept(folder, given):
    written = Written(folder)
    for name, array in given.items():
        written.keep(name, array)
    written.close()
    return Opened(folder, written.places)


def test_each_comes_back_as_it_was(tmp_path):
    opened = kept(tmp_path, GIVEN)
    for name, array in GIVEN.items():
        assert opened[name].dtype == array.dtype and opened[name].shape == array.shape
        assert np.array_equal(opened[name], array)
    with pytest.raises(ValueError, match="read-only"):
        opened["whole"][0] = 1


def test_however_many_there_are_one_file_is_open(tmp_path):
    files = Path("/proc/self/fd")
    if not files.exists():
        pytest.skip("only Linux says which files a process has open")
    opened = kept(tmp_path, {f"{n}": np.arange(100) for n in range(300)})
    before = len(os.listdir(files))
    views = [opened[f"{n}"] for n in range(300)]
    assert len(os.listdir(files)) == before and len(views) == 300
