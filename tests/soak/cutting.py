"""A disk whose power is cut: what is on it is what was asked to be there, and nothing else can be relied on.

`Disk` looks on while a folder is written, and knows of every file and folder what was in it when it was last
flushed. It can be written as two disks might have it, had the power been cut at a moment: one that kept only
the names it was asked to keep, and one that kept every name, but of a file only the bytes it was asked to."""

import os
from pathlib import Path


class Disk:
    """A folder on a disk, from now on; what is in it already is on the disk. `cut` is called at each moment
    that matters: when something has been flushed, and when something has another name."""

    def __init__(self, root, patched, cut):
        self.root, self.cut = root, cut
        self.bytes, self.names = {}, {}
        for folder, _, files in os.walk(root):
            self.keep(Path(folder))
            for name in files:
                self.keep(Path(folder, name))
        real, replace = os.fsync, Path.replace

        def fsync(handle):
            real(handle)
            self.flushed(Path(os.readlink(f"/proc/self/fd/{handle}")))

        def replacing(path, place):
            done = replace(path, place)
            self.moment(f"named {Path(place).name}")
            return done

        patched.setattr(os, "fsync", fsync)
        patched.setattr(Path, "replace", replacing)

    def flushed(self, place):
        if place.is_relative_to(self.root):
            self.keep(place)
            self.moment(f"flushed {place.name}")

    def keep(self, place):
        number = place.stat().st_ino
        if place.is_dir():
            self.names[number] = {each.name: (each.inode(), each.is_dir()) for each in os.scandir(place)}
        else:
            self.bytes[number] = (place.read_bytes(), place.stat().st_mtime_ns)

    def moment(self, what):
        self.cut(self, what)

    def names_asked_for(self, to):
        """The disk that kept the names it was asked to keep."""

        def write(number, place):
            place.mkdir(parents=True)
            for name, (inner, is_folder) in self.names.get(number, {}).items():
                if is_folder:
                    write(inner, place / name)
                else:
                    (place / name).write_bytes(self.bytes.get(inner, (b"", 0))[0])

        write(self.root.stat().st_ino, to)
        return to

    def bytes_asked_for(self, to):
        """The disk that kept every name, and the bytes it was asked to keep."""
        for folder, _, files in os.walk(self.root):
            here = to / Path(folder).relative_to(self.root)
            here.mkdir(parents=True)
            for name in files:
                about = Path(folder, name).stat()
                kept, changed = self.bytes.get(about.st_ino, (b"", 0))
                (here / name).write_bytes(kept if changed == about.st_mtime_ns else b"")
        return to
