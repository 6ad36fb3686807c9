"""The files that a scenario is read from, and whether one of them has changed since."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

Stamps = dict[str, tuple[int, int, int] | None]


def files_of_scenario(name: str) -> tuple[Path, ...]:
    """Every file and folder that a scenario is read from, as far as the way to them can be read; none where the name leads nowhere."""
    from sim.errors import Problem
    from sim.loading import finding

    place = finding.find_scenario(name)
    if isinstance(place, Problem):
        return ()
    return tuple(dict.fromkeys(path.absolute() for path in paths_below(place)))


def paths_below(place: object) -> Iterator[Path]:
    """The scenario, what it extends, and its pack. A folder stands for files that may yet come."""
    from sim.loading import layers
    from sim.loading.finding import Found

    assert isinstance(place, Found)
    yield place.path
    found = layers.files_of_scenario(place)
    yield from (layer.found.path for layer in found.overlays)
    if found.base is not None:
        yield found.base.found.path
    if isinstance(found, layers.Files) and found.folder is not None:
        yield found.folder.path
        yield from (found.folder.path / Path(reading.path).name for reading in found.pack)


def stamps_of(paths: Iterable[Path]) -> Stamps:
    """When each was written last, its size and which file it is; None where there is none."""
    return {str(path): stamp(path) for path in paths}


def stamp(path: Path) -> tuple[int, int, int] | None:
    """Time, size and number of a file; an editor that writes a new file and renames it changes the number. Of a folder: its rule files.

    The time of a folder also tells of files that editors keep beside a rule file, which mean nothing.
    """
    try:
        if path.is_dir():
            names = sorted(entry.name for entry in os.scandir(path) if entry.name.endswith(".yaml"))
            return hash(tuple(names)), len(names), 0
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
