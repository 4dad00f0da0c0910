"""Starting an exercise anew: its file becomes the stub that was handed out."""

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
        Where the old file is now; None where it was the stub already, or was not there.

    Raises:
        OSError: if one of the two cannot be written; then the file is as it was.
    """
    outlined = folder.outline_of(exercise)
    path = folder.file_of(exercise)
    kept = None
    if not folder.is_untouched(outlined):
        kept = _free_name(folder.root / OWN_FOLDER / "kept", exercise)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(path.read_bytes())
    write_whole(path, outlined.stub)
    return kept


def _free_name(folder: Path, exercise: str) -> Path:
    names = (folder / f"{exercise}.{number}.py" for number in itertools.count(1))
    return next(path for path in names if not path.exists())
