"""The whole checker, asked about one entry in its own pack."""

import json
import shutil
from pathlib import Path

from sim.loading import checking
from tests.schema.helpers import tree_of, values_of
from tests.schema.variants import Sample, changed, put


def refused_by_checker(sample: Sample, folder: Path) -> bool:
    """Whether the checker finds an error in the pack, or the scenario, with the entry in place of the one in the file."""
    target = copied(sample, folder)
    return any(problem.severity == "error" for problem in checking.check((str(target),)).problems)


def copied(sample: Sample, folder: Path) -> Path:
    """A copy of the rules around an entry, with the entry in it; the path to check."""
    whole = values_of(tree_of(sample.path))
    value = changed(whole, sample.steps, put(sample.value)) if sample.steps else sample.value
    shutil.rmtree(folder, ignore_errors=True)
    near = sample.path.parent if sample.steps else sample.path.with_suffix("")
    if near.is_dir():
        shutil.copytree(near, folder / near.name)
    folder.mkdir(exist_ok=True)
    target = folder / near.name / sample.path.name if sample.steps else folder / sample.path.name
    target.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return target.parent if sample.steps else target
