"""The file of a class's results, `results.jsonl`: writing it whole, and reading it again."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO, Final, Self

import msgspec

from autograder.atomic_files import publish
from autograder.errors import AutograderError
from autograder.file_problems import FormatError, field_problem, require_format
from autograder.report.result_records import FORMAT, SubmissionRecord, json_line

__all__ = ["ResultsFile", "ResultsFileError", "read_results"]

_OUTDATED: Final = "grade the submissions again"


class ResultsFileError(AutograderError):
    """A file of results cannot be written or read.

    Attributes:
        path: of the file.
        reason: why, as the end of a sentence that begins with the file.
        line: the number of the line that is wrong, from 1, or None.
    """

    def __init__(self, path: Path, reason: str, line: int | None = None) -> None:
        super().__init__(f"{path} {reason}" if line is None else f"{path}:{line}: {reason}")
        self.path = path
        self.reason = reason
        self.line = line


class _About(msgspec.Struct, frozen=True):
    """Whose result a line is."""

    format: int
    student: str
    assignment: str


class ResultsFile:
    """A new file of results: a draft, which takes the file's name when it is whole.

    Use it as a context manager: a draft that was not finished is removed.

    Args:
        path: of the file. An error in opening it is raised at once, not after an hour of grading.

    Raises:
        ResultsFileError: if it cannot be written, or another grader writes it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        if path.exists() and not path.is_file():
            raise ResultsFileError(path, "is not a regular file")
        self._draft = path.with_name(f"{path.name}.part")
        self._finished = False
        with self._explained():
            self._file = self._draft.open("a", encoding="utf-8")
            if not self._lock():
                self._file.close()
                raise ResultsFileError(path, "is being written by another grader")
            if self._draft.is_file():
                self._file.truncate(0)

    def _lock(self) -> bool:
        """Lock the draft, unless another grader writes to it."""
        import fcntl  # noqa: PLC0415 - not on every system, and neither is grading

        descriptor = self._file.fileno()
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        # The other grader may have finished and renamed it before it was locked.
        return os.path.exists(self._draft) and os.path.samestat(
            os.fstat(descriptor), os.stat(self._draft)
        )

    def write(self, record: SubmissionRecord) -> None:
        """Add the result of one submission.

        Raises:
            ResultsFileError: if it cannot be written.
        """
        with self._explained():
            self._file.write(json_line(record) + "\n")

    def keep_others(self, graded: Collection[tuple[str, str]]) -> None:
        """Add the lines that the file has of other submissions; those of another format are not.

        Args:
            graded: students and assignments that were written anew.

        Raises:
            ResultsFileError: if it cannot be written.
        """
        if not self._path.is_file():
            return
        with self._explained(), self._path.open("rb") as file:
            for line in file:
                with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError):
                    about = msgspec.json.decode(line, type=_About)
                    if about.format == FORMAT and (about.student, about.assignment) not in graded:
                        self._file.write(line.decode().rstrip("\n") + "\n")

    def finish(self) -> None:
        """Give the draft the name of the file.

        Raises:
            ResultsFileError: if it cannot be written.
        """
        with self._explained():
            # It is still locked, so that nobody who opens the draft now can write to it.
            publish(self._draft, self._path, self._file)
            self._finished = True
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if not self._finished:
            self._draft.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                self._file.close()

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise ResultsFileError(self._path, f"cannot be written: {error.strerror}") from None


def read_results(path: str | os.PathLike[str]) -> Iterator[SubmissionRecord]:
    """Read the results of a class, one submission after the other.

    Args:
        path: of a file that `autograder grade --results` wrote.

    Yields:
        The records, in the order of the lines.

    Raises:
        ResultsFileError: if the file cannot be read, or a line is of another format or is not a
            result, with the number of the line and the field that is wrong.

    Examples:
        >>> for record in autograder.read_results("results.jsonl"):
        ...     if record.score < record.max_score:
        ...         print(record.student, record.exercises[0].diagnoses[0].hint)
        kim Is it squared, or doubled?
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            yield from _read_lines(path, file)
    except OSError as error:
        raise ResultsFileError(path, f"cannot be read: {error.strerror}") from None


def _read_lines(path: Path, file: IO[bytes]) -> Iterator[SubmissionRecord]:
    for number, line in enumerate(file, 1):
        try:
            require_format(line, FORMAT, "this result is", _OUTDATED)
            record = msgspec.json.decode(line, type=SubmissionRecord)
        except FormatError as error:
            raise ResultsFileError(path, str(error), number) from None
        except msgspec.DecodeError as error:
            reason = f"this is not a result: {field_problem(error)}"
            raise ResultsFileError(path, reason, number) from None
        except (UnicodeDecodeError, RecursionError) as error:
            raise ResultsFileError(path, f"this is not a result: {error}", number) from None
        yield record
