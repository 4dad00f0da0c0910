"""`autograder demo`: the whole way, from the hidden references to feedback, on a sample class."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from autograder.cli.app import (
    FAILED,
    CourseOption,
    LanguageOption,
    app,
    console,
    course_root,
    report_language,
    stop,
)
from autograder.errors import UnknownNameError

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from autograder.report.result_records import SubmissionRecord

__all__ = ["demo"]


_MARK = ".autograder-demo"
"""An empty file in a folder that a demo made."""


@app.command()
def demo(
    assignment: Annotated[
        str, typer.Option("--assignment", help="Which assignment the class hands in.")
    ] = "",
    folder: Annotated[
        Path | None, typer.Option("--folder", help="Where to work; else `demo/` in the course.")
    ] = None,
    course: CourseOption = None,
    lang: LanguageOption = None,
) -> None:
    """Grade a sample class with nbgrader, from build to feedback.

    A class of twelve hands in one assignment: right answers, mistakes, and what breaks graders.
    """
    from rich.progress import (  # noqa: PLC0415 - slow to import
        BarColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    from autograder.build.generated import build, copy_generated  # noqa: PLC0415
    from autograder.build.sample_class import write_sample_class  # noqa: PLC0415
    from autograder.course import load_course  # noqa: PLC0415
    from autograder.report.class_table import results_table  # noqa: PLC0415

    loaded = load_course(course_root(course))
    known = {each.name: each for each in loaded.assignments}
    # By default the one with a class and with paths that are drawn, if there is one like it.
    chosen = known.get(assignment or _most_to_show(known))
    if chosen is None:
        raise UnknownNameError("assignment", assignment, known)
    language = report_language(lang, loaded.settings.languages, loaded.root)
    work = folder or loaded.root / "demo"
    _clean(work)
    copy_generated(loaded, work)
    out = console()
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=out) as progress:
        task = progress.add_task("build", total=len(known) + 1)
        build(loaded, work, lambda step: progress.update(task, advance=1))
        config = _CONFIG.format(root=str(loaded.root), language=str(language))
        (work / "nbgrader_config.py").write_text(config, encoding="utf-8")
        release = work / "release" / chosen.name / f"{chosen.name}.ipynb"
        students = write_sample_class(chosen, release, work / "submitted")
        started = time.monotonic()
        for command, word in (("autograde", "Autograding "), ("generate_feedback", "Converting ")):
            task = progress.add_task(f"nbgrader {command}", total=len(students))
            _nbgrader(command, chosen.name, work, progress, task, word)
    out.print(results_table(_graded(work, chosen.name), language))
    out.print(f"\n{len(students)} submissions graded in {time.monotonic() - started:.0f} s")
    feedback = f"feedback: {work / 'feedback'}/*/{chosen.name}/{chosen.name}.html"
    out.print(feedback, markup=False, soft_wrap=True)


_CONFIG = """\
from autograder.nbgrader.plugin import configure

c = get_config()
configure(c, root={root!r})
c.GradeInSandbox.language = {language!r}
"""


def _most_to_show(assignments: dict[str, Any]) -> str:
    def worth(name: str) -> int:
        solutions = assignments[name].solutions
        return sum(
            (check.plot is not None) + isinstance(solution.reference, type)
            for solution in solutions
            for check in solution.exercise.checks
        )

    return max(assignments, key=worth, default="")


def _clean(work: Path) -> None:
    """Remove what an earlier demo left, and nothing else.

    A course of nbgrader's looks much like a demo: only the mark tells them apart.
    """
    if work.is_symlink() or (work.exists() and not work.is_dir()):
        stop(f"{work} is not a folder")
    if work.exists() and any(work.iterdir()) and not (work / _MARK).is_file():
        stop(f"{work} is not empty, and no earlier demo made it")
    if work.exists():
        shutil.rmtree(work)
    work.mkdir(parents=True)
    (work / _MARK).touch()


def _nbgrader(
    command: str, assignment: str, work: Path, progress: Progress, task: TaskID, word: str
) -> None:
    """Run a real nbgrader, and count its steps."""
    arguments = [sys.executable, "-m", "nbgrader", command, assignment]
    log = []
    with subprocess.Popen(
        arguments, cwd=work, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        for line in process.stdout:
            log.append(line)
            if word in line:
                progress.update(task, advance=1)
    if process.returncode:
        typer.echo("".join(log[-20:]), err=True)
        stop(f"nbgrader {command} ended with {process.returncode}", FAILED)


def _graded(work: Path, assignment: str) -> Iterator[SubmissionRecord]:
    """What nbgrader's gradebook has of each student, with the diagnoses from the notebooks."""
    import msgspec  # noqa: PLC0415
    from nbgrader.api import Gradebook  # noqa: PLC0415 - loads SQLAlchemy

    from autograder.report.result_records import (  # noqa: PLC0415
        FORMAT,
        ExerciseRecord,
        SubmissionRecord,
    )

    with Gradebook(f"sqlite:///{(work / 'gradebook.db').resolve()}") as gradebook:
        for submission in sorted(
            gradebook.assignment_submissions(assignment), key=lambda each: each.student.id
        ):
            student = submission.student.id
            notebook = work / "autograded" / student / assignment / f"{assignment}.ipynb"
            cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
            yield SubmissionRecord(
                format=FORMAT,
                student=student,
                assignment=assignment,
                score=int(submission.score),
                max_score=int(submission.max_score),
                seconds=0.0,
                exercises=[
                    msgspec.convert(cell["metadata"]["autograder"], ExerciseRecord)
                    for cell in cells
                    if "autograder" in cell["metadata"]
                ],
            )
