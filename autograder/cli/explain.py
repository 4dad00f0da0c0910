"""`autograder explain`: one student's exercise, run again, for the instructor."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.app import (
    CourseOption,
    LanguageOption,
    SandboxLayers,
    app,
    course_root,
    report_language,
    stop,
)
from autograder.errors import UnknownNameError

if TYPE_CHECKING:
    from autograder.sandbox.confined import Layers

__all__ = ["explain"]


@app.command()
def explain(
    student: Annotated[str, typer.Argument(metavar="STUDENT", help="The name of the folder.")],
    exercise: Annotated[str, typer.Argument(metavar="EXERCISE", help="Its name.")],
    submitted: Annotated[
        Path | None,
        typer.Option("--submitted", help="Holds the student's folder; else `submitted`."),
    ] = None,
    course: CourseOption = None,
    sandbox: Annotated[
        SandboxLayers, typer.Option("--sandbox", help="As in `grade`.")
    ] = SandboxLayers.full,
    lang: LanguageOption = None,
) -> None:
    """Print why the points of one exercise are what they are.

    One student's exercise is run again. It shows hidden cases, their inputs and what was expected:
    it is for the instructor alone.
    """
    from autograder.collecting.asked import asked_of  # noqa: PLC0415 - loads NumPy
    from autograder.collecting.student_names import student_id  # noqa: PLC0415
    from autograder.collecting.submissions import find_submissions  # noqa: PLC0415
    from autograder.course import load_course  # noqa: PLC0415
    from autograder.course.seeds import hidden_seed  # noqa: PLC0415
    from autograder.explaining.explaining_job import EXPLAINING, ExplainingSetup  # noqa: PLC0415
    from autograder.grading.course_keys import make_keys  # noqa: PLC0415
    from autograder.sandbox.warm_interpreter import require_linux  # noqa: PLC0415
    from autograder.workers.libraries import with_libraries  # noqa: PLC0415
    from autograder.workers.worker_process import WorkerLostError, WorkerProcess  # noqa: PLC0415

    require_linux()
    loaded = load_course(course_root(course))
    language = report_language(lang, loaded.settings.languages, loaded.root)
    solutions = {each.name: each for each in loaded.solutions()}
    if exercise not in solutions:
        raise UnknownNameError("exercise", exercise, solutions)
    solution = solutions[exercise]
    folder = submitted or loaded.root / "submitted"
    if not folder.is_dir():
        stop(f"there is no folder {folder}")
    asked, wanted = asked_of(loaded), student_id(student)
    handed_in = list(
        find_submissions(
            folder,
            asked,
            assignments=[solution.assignment],
            is_wanted=lambda each: each == wanted,
            counted=_counted(loaded.root / "results.jsonl", wanted),
        )
    )
    if not handed_in:
        stop(f"{folder} has nothing of {student!r} for {solution.assignment}")
    seed, limits = hidden_seed(loaded.root), loaded.settings.limits
    layers: Layers = sandbox.value
    keys = make_keys([solution], seed, limits=limits, layers=layers)
    key = with_libraries(loaded, keys, layers=layers)[exercise]
    setup = ExplainingSetup(key, limits, layers, str(language), language.phrases)
    worker = WorkerProcess(EXPLAINING, setup, limits)
    try:
        explained = worker.ask(handed_in[0])
    except WorkerLostError as lost:
        stop(f"what {student!r} handed in could not be judged ({lost.reason})")
    finally:
        worker.close()
    for line in explained.lines:
        typer.echo(line)
    here = Path.cwd()
    where = shlex.quote(str(folder.relative_to(here) if folder.is_relative_to(here) else folder))
    own = f" --submitted {where}" if submitted is not None else ""
    who = shlex.quote(student)
    typer.echo("again:")
    typer.echo(f"  autograder explain {who} {exercise}{own}")
    typer.echo(f"  autograder grade {where} --student {who} --exercise {exercise} --again")
    typer.echo("it shows hidden cases: do not pass it on")


def _counted(results: Path, student: str) -> dict[tuple[str, str], str]:
    """What was graded of a student, by the course's file of results, if there is one."""
    from autograder.report.results_file import read_results  # noqa: PLC0415 - loads NumPy

    records = read_results(results) if results.is_file() else ()
    return {(e.student, e.assignment): e.source for e in records if e.student == student}
