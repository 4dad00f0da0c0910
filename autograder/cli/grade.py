"""`autograder grade`: a folder of submissions, graded in the sandbox."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from autograder.cli.app import (
    FAILED,
    CourseOption,
    LanguageOption,
    SandboxLayers,
    app,
    console,
    course_root,
    stop,
    unknown,
)

__all__ = ["grade"]


@app.command()
def grade(
    submitted: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Holds `<student>/<assignment>/`.")
    ],
    results: Annotated[
        Path | None, typer.Option("--results", help="Write one line of JSON for each submission.")
    ] = None,
    assignment: Annotated[
        str | None, typer.Option("--assignment", help="Grade this one alone.")
    ] = None,
    course: CourseOption = None,
    sandbox: Annotated[
        SandboxLayers,
        typer.Option(
            help="full: all layers that work here; inner: without bubblewrap; "
            "none: no protection from the code that is graded."
        ),
    ] = SandboxLayers.full,
    jobs: Annotated[int, typer.Option(min=1, help="Submissions at a time.")] = os.cpu_count() or 1,
    lang: LanguageOption = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the lines of results in place of a table.")
    ] = False,
) -> None:
    """Grade submissions: notebooks, or `.py` files, public and hidden checks.

    A submission is `<student>/<assignment>/<assignment>.ipynb`, or
    `<student>/<assignment>/<exercise>.py` for each exercise.
    """
    from autograder.course import load_course  # noqa: PLC0415 - loads NumPy
    from autograder.grading.unexplained import Unexplained  # noqa: PLC0415
    from autograder.report.messages import say  # noqa: PLC0415
    from autograder.report.result_lines import result_document  # noqa: PLC0415
    from autograder.sandbox.bubblewrap import bubblewrap_works  # noqa: PLC0415
    from autograder.sandbox.confined import require_linux  # noqa: PLC0415
    from autograder.workers.pool import grade_course  # noqa: PLC0415

    require_linux()

    if not submitted.is_dir():
        stop(f"there is no folder {submitted}")
    loaded = load_course(course_root(course))
    names = {each.name: [s.name for s in each.solutions] for each in loaded.assignments}
    if assignment is not None and assignment not in names:
        stop(unknown("assignment", assignment, names))
    if sandbox is SandboxLayers.full and not bubblewrap_works():
        typer.echo(
            "autograder: bubblewrap does not work here; the inner layer is used alone", err=True
        )
    for problem in loaded.unfinished(assignment):
        typer.echo(f"autograder: {problem}; graded without it", err=True)
    language = lang.value if lang else loaded.settings.language
    graded: list[dict[str, Any]] = []
    unexplained = Unexplained()
    with contextlib.closing(_Lines(results)) as lines:
        for submission, result in grade_course(
            loaded, submitted, layers=sandbox.value, assignment=assignment, workers=jobs
        ):
            unexplained.add(submission, result)
            document = result_document(result, language)
            line = json.dumps(document, ensure_ascii=False, allow_nan=False)
            lines.write(line)
            if as_json:
                typer.echo(line)
            else:
                typer.echo(
                    f"{result.student} {result.assignment}: {result.score}/{result.max_score}",
                    err=True,
                )
            graded.append(document)
        if not graded:
            stop(f"{submitted} holds no submission of this course's assignments")
        lines.finish()
    if not as_json:
        _print_table(graded, language)
        for group in unexplained.groups(at_least=2):
            words = {"exercise": group.exercise, "count": len(group.students)}
            typer.echo(say(language, "alike", signature=group.signature, **words))
    if any(each["score"] < each["max_score"] for each in graded):
        raise typer.Exit(FAILED)


class _Lines:
    """The results file: a draft, which takes the file's name when it is whole."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: IO[str] | None = None
        if path is None:
            return
        # Found out now, not after an hour of grading.
        if path.exists() and not path.is_file():
            stop(f"{path} is not a regular file")
        self._draft = path.with_name(f"{path.name}.part")
        with self._explained():
            self._file = self._draft.open("a", encoding="utf-8")
            self._take()

    def _take(self) -> None:
        """Empty the draft, unless another grader writes to it: two in one file are none."""
        import fcntl  # noqa: PLC0415 - not on every system, and neither is grading

        assert self._file is not None  # noqa: S101 - the caller opened it
        descriptor = self._file.fileno()
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            ours = False
        else:
            # It may have become the other's results between the opening and the lock.
            ours = os.path.exists(self._draft) and os.path.samestat(
                os.fstat(descriptor), os.stat(self._draft)
            )
        if not ours:
            self._file.close()
            self._file = None
            stop(f"{self._path} is being written by another grader")
        if self._draft.is_file():
            self._file.truncate(0)

    def write(self, line: str) -> None:
        if self._file is not None:
            with self._explained():
                self._file.write(line + "\n")

    def finish(self) -> None:
        """Let the file appear."""
        if self._file is not None and self._path is not None:
            with self._explained():
                self._file.flush()
                # Still locked: whoever opens the draft now finds that it is no longer one.
                self._draft.replace(self._path)
                self._file.close()
            self._file = None

    def close(self) -> None:
        """Remove a draft that was not finished."""
        if self._file is not None:
            self._draft.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                self._file.close()

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            stop(f"{self._path} cannot be written: {error.strerror}")


def _print_table(graded: list[dict[str, Any]], language: str) -> None:
    from autograder.report.terminal import results_table  # noqa: PLC0415

    ordered = sorted(graded, key=lambda each: (each["assignment"], each["student"]))
    console().print(results_table(ordered, language))
