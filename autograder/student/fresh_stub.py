"""Starting an exercise anew: its files become the stubs that were handed out."""

from __future__ import annotations

import itertools
from pathlib import Path

from autograder.atomic_files import write_whole
from autograder.grading.student_check import ExerciseFolder
from autograder.student.progress import OWN_FOLDER

__all__ = ["reset"]


def reset(folder: ExerciseFolder, exercise: str) -> Path | None:
    """Put the stub in the place of what was written; the old file is kept.

    Returns:
        Where the old file is now, the exercise's own if there were several; None where all were
        stubs already, or were not there.

    Raises:
        OSError: if one of the two cannot be written; then the file is as it was.
    """
    outlined, kept = folder.outline_of(exercise), None
    written = not folder.is_untouched(outlined)
    for path, stub in folder.files_of(outlined).items():
        if written and path.exists():
            kept = _free_name(folder.root / OWN_FOLDER / "kept", path.stem)
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(path.read_bytes())
        write_whole(path, stub)
    return kept


def _free_name(folder: Path, exercise: str) -> Path:
    names = (folder / f"{exercise}.{number}.py" for number in itertools.count(1))
    return next(path for path in names if not path.exists())
