"""`autograder grade`: a folder of submissions, graded in the sandbox."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.app import (
    FAILED,
    CourseOption,
    LanguageOption,
    RosterOption,
    SandboxLayers,
    app,
    class_roster,
    console,
    course_root,
    print_leftovers,
    report_language,
    stop,
)
from autograder.cli.collect import collect_first
from autograder.collecting.meant_names import is_archive

if TYPE_CHECKING:
    from autograder.report.result_records import SubmissionRecord

__all__ = ["grade"]


@app.command()
def grade(
    submitted: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER",
            help="Holds `<student>/<assignment>/`; or an archive, which is collected first.",
        ),
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
    roster: RosterOption = None,
    lang: LanguageOption = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the lines of results in place of a table.")
    ] = False,
) -> None:
    """Grade a folder of submissions with all checks, in the sandbox.

    A submission is `<student>/<assignment>/<assignment>.ipynb`, or
    `<student>/<assignment>/<exercise>.py` for each exercise. What is called otherwise is found
    where only one file can be meant; what could not be placed is listed at the end.
    """
    from autograder.cli.libraries import work_out  # noqa: PLC0415 - loads NumPy
    from autograder.course import load_course  # noqa: PLC0415
    from autograder.grading.unexplained import Unexplained  # noqa: PLC0415
    from autograder.report.hand_ins import roster_lines  # noqa: PLC0415
    from autograder.report.messages import say  # noqa: PLC0415
    from autograder.report.result_records import submission_record  # noqa: PLC0415
    from autograder.report.results_file import ResultsFile  # noqa: PLC0415
    from autograder.sandbox.bubblewrap import bubblewrap_works  # noqa: PLC0415
    from autograder.sandbox.warm_interpreter import require_linux  # noqa: PLC0415
    from autograder.workers.course_grading import grade_folder  # noqa: PLC0415

    require_linux()
    loaded = load_course(course_root(course))
    language = report_language(lang, loaded.settings.languages, loaded.root)
    people = class_roster(roster, loaded.root)
    all_placed = True
    if is_archive(submitted.name) and submitted.is_file():
        submitted, all_placed = collect_first(submitted, loaded, people, assignment)
    pairs = grade_folder(
        loaded, submitted, layers=sandbox.value, assignment=assignment, workers=jobs
    )
    if sandbox is SandboxLayers.full and not bubblewrap_works():
        typer.echo(
            "autograder: bubblewrap does not work here; the inner layer is used alone", err=True
        )
    for fault in loaded.unfinished(assignment):
        typer.echo(f"autograder: {fault}; graded without it", err=True)
    asked = [each for each in loaded.solutions() if assignment in (None, each.assignment)]
    work_out(loaded, [each.name for each in asked], layers=sandbox.value, workers=jobs)
    unexplained = Unexplained()
    graded: list[SubmissionRecord] = []
    with contextlib.nullcontext() if results is None else ResultsFile(results) as file:
        for submission, result in pairs:
            unexplained.add(submission, result)
            graded.append(submission_record(result, language))
            if file is not None:
                file.write(graded[-1])
            _print_progress(graded[-1], as_json=as_json)
        if not graded:
            print_leftovers(pairs.leftovers, language, to_stderr=True)
            stop(f"{submitted} holds no submission of this course's assignments")
        if file is not None:
            file.finish()
    if not as_json:
        _print_table(graded, language)
        for group in unexplained.groups(at_least=2):
            words = {"exercise": group.exercise, "count": len(group.students)}
            typer.echo(say(language, "alike", signature=group.signature, **words))
    print_leftovers(pairs.leftovers, language, to_stderr=as_json)
    if people is not None:
        wanted = [assignment] if assignment else list(pairs.leftovers.handed_in)
        present = {name: pairs.leftovers.handed_in.get(name, set()) for name in wanted}
        for line in roster_lines(people, present, language):
            typer.echo(line, err=as_json)
    all_placed = all_placed and not pairs.leftovers.unplaced
    if not all_placed or any(each.score < each.max_score for each in graded):
        raise typer.Exit(FAILED)


def _print_progress(record: SubmissionRecord, *, as_json: bool) -> None:
    """One submission that is ready: its line of results, or who it is and the points."""
    from autograder.report.result_records import json_line  # noqa: PLC0415 - loads NumPy

    if as_json:
        typer.echo(json_line(record))
    else:
        points = f"{record.score}/{record.max_score}"
        typer.echo(f"{record.student} {record.assignment}: {points}", err=True)


def _print_table(graded: list[SubmissionRecord], language: str) -> None:
    from autograder.report.terminal import results_table  # noqa: PLC0415

    ordered = sorted(graded, key=lambda each: (each.assignment, each.student))
    console().print(results_table(ordered, language))
