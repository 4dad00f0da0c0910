"""A student's own check of files or a notebook: the public checks, in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from autograder.collecting.pieces import Piece
from autograder.collecting.submission import Submission, read_piece
from autograder.course.settings import Settings, read_settings
from autograder.errors import PathError, UnknownNameError
from autograder.grading.results import ExerciseResult
from autograder.grading.run import grade_submission
from autograder.keys.outline import Outline, OutlinedExercise, key_files, read_outline
from autograder.keys.public_file import PUBLIC_FOLDER, read_key
from autograder.limits import Limits
from autograder.sandbox.ready_process import ReadyProcess
from autograder.sandbox.unconfined import NoSandbox

__all__ = ["ExerciseFolder", "check", "check_notebook", "find_exercises"]


def check(
    exercise: str | os.PathLike[str], *, folder: str | os.PathLike[str] | None = None
) -> ExerciseResult:
    """Check what a student wrote in one `.py` file against the public checks.

    The code runs in a process of its own, with a time limit and without a sandbox, on any system:
    it is for one's own code only.

    Args:
        exercise: its name, or its file.
        folder: the folder `exercises/`; without it the nearest one, from the current folder
            upwards, or else from the file upwards.

    Returns:
        The result. Whatever is wrong with the file is in it.

    Raises:
        UnknownNameError: if there is no such exercise.
        PathError: if there is no such folder, or the file is not that of the exercise.
        CourseError: if the public checks, or the `course.toml` beside the folder, cannot be read.

    Examples:
        >>> result = autograder.check("double")
        >>> result.status, result.score, result.max_score
        ('passed', 4, 4)
    """
    given = os.fspath(exercise)
    found = find_exercises(None if folder is None else Path(folder), [given])
    return found.check(found.name_of(given))


def check_notebook(path: Path) -> tuple[Outline, tuple[ExerciseResult, ...]]:
    """Check all exercises of a notebook, as it was saved, with the public checks beside it.

    Returns:
        The outline of its assignment, and the result of each exercise in order.

    Raises:
        PathError: if there is no such notebook, or the public checks are not beside it.
        CourseError: if these cannot be read.
    """
    # A file's own check starts without what finds hand-ins.
    from autograder.collecting.asked import Asked  # noqa: PLC0415
    from autograder.collecting.submissions import read_submission  # noqa: PLC0415

    folder = path.absolute().parent / PUBLIC_FOLDER
    if path.exists() and not folder.exists():
        sentence = f"{path}: the folder `{PUBLIC_FOLDER}` with its checks is to lie beside it"
        raise PathError(sentence, path, "no_public")
    outline = read_outline(folder)
    names = [each.name for each in outline.exercises]
    asked = Asked({outline.assignment: [name for each in outline.exercises for name in each.files]})
    submission = read_submission(path, asked, outline.assignment)
    keys = [read_key(folder / f"{name}.json") for name in names]
    sandbox = NoSandbox(outline.limits, notebooks=True)
    return outline, grade_submission(sandbox, submission, keys).exercises


@dataclass(frozen=True)
class ExerciseFolder:
    """The folder `exercises/` as a student has it: stubs, and the public checks beside them.

    Attributes:
        root: the folder.
        key_files: the public checks of each exercise, by its name.
        settings: of the course around the folder, or None.
    """

    root: Path
    key_files: dict[str, Path]
    settings: Settings | None

    @cached_property
    def outlines(self) -> tuple[Outline, ...]:
        """Its assignments, in the order of the course.

        Raises:
            CourseError: if an outline is missing or cannot be read.
        """
        folders = dict.fromkeys(path.parent for path in self.key_files.values())
        return tuple(sorted(map(read_outline, folders), key=lambda each: each.number))

    @property
    def languages(self) -> list[str]:
        """The languages of the course; the first is that of reports, where nobody asks for another.

        Raises:
            CourseError: if there is no course around the folder and its outlines cannot be read,
                which else say it.
        """
        return self.outlines[0].languages if self.settings is None else self.settings.languages

    @property
    def sentences(self) -> Path:
        """The folder in which the sentences of other languages lie."""
        return next(iter(self.key_files.values())).parent

    def outlined(self) -> Iterator[OutlinedExercise]:
        """All exercises in the order of the course."""
        for outline in self.outlines:
            yield from outline.exercises

    def outline_of(self, exercise: str) -> OutlinedExercise:
        """What the outline says of one exercise."""
        outline = read_outline(self.key_files[exercise].parent)
        return next(each for each in outline.exercises if each.name == exercise)

    def file_of(self, exercise: str) -> Path:
        """The file in which a student writes an exercise."""
        return self.key_files[exercise].parent.parent / f"{exercise}.py"

    def files_of(self, exercise: OutlinedExercise) -> dict[Path, str]:
        """The files of an exercise, and what was handed out in each; its own is the last one."""
        folder = self.file_of(exercise.name).parent
        return {folder / f"{name}.py": stub for name, stub in exercise.files.items()}

    def is_untouched(self, exercise: OutlinedExercise) -> bool:
        """Whether the files of an exercise are as they were handed out, or are missing."""
        return all(_is_text(path, stub) for path, stub in self.files_of(exercise).items())

    def name_of(self, given: str) -> str:
        """The name of an exercise, given its name or the file in which it is written.

        Raises:
            UnknownNameError: if there is no such exercise.
            PathError: if it is another file with the same name.
        """
        path = Path(given)
        name = path.stem if path.suffix == ".py" else given
        if name not in self.key_files and path.suffix == ".py":
            name = next((e.name for e in self.outlined() if name in e.beside), name)
        if name not in self.key_files:
            raise UnknownNameError("exercise", given, self.key_files)
        own = self.file_of(name).with_stem(path.stem if path.suffix == ".py" else name)
        if name != given and path.exists() and not (own.exists() and path.samefile(own)):
            sentence = f"{given} is not what is checked: {name} is written in {own}"
            raise PathError(sentence, path, "another_file", exercise=name, own=str(own))
        return name

    def names_in(self, given: str) -> list[str] | None:
        """The exercises of an assignment, given its name or its folder; None for anything else."""
        path = Path(given)
        if path.is_dir() and self.root.exists() and path.samefile(self.root):
            return [each.name for each in self.outlined()]
        for outline in self.outlines if path.is_dir() or given.isidentifier() else ():
            folder = self.root / outline.assignment
            if given == outline.assignment or (path.is_dir() and path.samefile(folder)):
                return [each.name for each in outline.exercises]
        return None

    def check(self, exercise: str, ready: ReadyProcess | None = None) -> ExerciseResult:
        """Run one exercise's public checks on its file.

        Args:
            exercise: its name.
            ready: a process for the student's code that is there already.

        Raises:
            CourseError: if the public checks cannot be read.
        """
        key = read_key(self.key_files[exercise])
        pieces, unreadable = read_piece(self.file_of(exercise), exercise)
        submission = Submission("", key.assignment, pieces, unreadable, self._beside(exercise))
        sandbox = NoSandbox(self._limits(), ready=ready)
        return grade_submission(sandbox, submission, [key]).exercises[0]

    def _beside(self, exercise: str) -> tuple[Piece, ...]:
        """The other files in its folder, which it may import."""
        folder = self.file_of(exercise).parent
        outline = read_outline(self.key_files[exercise].parent)
        stubs = {name: stub for each in outline.exercises for name, stub in each.files.items()}
        found: list[Piece] = []
        for number, (name, stub) in enumerate(stubs.items(), 1):
            if name != exercise:
                pieces, _ = read_piece(folder / f"{name}.py", name, number)
                # Where there is something to write the stub says that it is not written yet.
                nothing_to_write = "NotImplementedError" not in stub
                found += (
                    replace(each, given=nothing_to_write and each.source == stub) for each in pieces
                )
        return tuple(found)

    def _limits(self) -> Limits:
        return self.outlines[0].limits if self.settings is None else self.settings.limits


def _is_text(path: Path, text: str) -> bool:
    """Whether a file is missing, or has just this text."""
    try:
        return path.read_text(encoding="utf-8") == text
    except FileNotFoundError:
        return True
    except (OSError, UnicodeDecodeError):
        return False


def find_exercises(folder: Path | None, files: Iterable[str] = ()) -> ExerciseFolder:
    """Find the exercises that a student works on.

    Args:
        folder: the folder `exercises/`, or None for the nearest one.
        files: what may lie in it; asked where no folder is near the current one.

    Raises:
        PathError: if there is no such folder, or no exercise in it.
        CourseError: if the `course.toml` beside it cannot be read.
    """
    root = _nearest(files) if folder is None else folder
    if not root.is_dir():
        raise PathError(f"there is no folder {root}", root, "no_folder")
    # A file of public checks outlives a stub that was deleted.
    folders = sorted(root.glob(f"*/{PUBLIC_FOLDER}"))
    files_of = {name: path for each in folders for name, path in key_files(each).items()}
    if not files_of:
        raise PathError(f"{root} holds no exercises", root, "no_exercises")
    course = root.resolve().parent / "course.toml"
    return ExerciseFolder(root, files_of, read_settings(course) if course.is_file() else None)


def _nearest(files: Iterable[str]) -> Path:
    here = Path.cwd()
    starts: Sequence[Path] = (here, *(Path(file).absolute() for file in files))
    for start in starts:
        for parent in (start, *start.parents):
            if (parent / "exercises").is_dir():
                return parent / "exercises"
            if parent.name == "exercises":
                return parent
    sentence = "there is no folder `exercises` here, nor in any folder above"
    raise PathError(sentence, here, "no_exercises_near")
