"""`autograder feedback`: a page and a text for each submission, in the student's language."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.app import (
    FAILED,
    AssignmentOption,
    CourseOption,
    LanguageOption,
    RosterOption,
    SandboxLayers,
    StudentsOption,
    app,
    class_roster,
    course_root,
    print_leftovers,
    report_language,
    stop,
)
from autograder.cli.scores import GradebookOption, NoGradebookOption, points_by_hand

__all__ = ["feedback"]


@app.command()
def feedback(
    submitted: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Holds `<student>/<assignment>/`.")
    ],
    out: Annotated[Path, typer.Option("--out", help="Where the pages go.")] = Path("feedback"),
    assignment: AssignmentOption = None,
    student: StudentsOption = None,
    course: CourseOption = None,
    sandbox: Annotated[SandboxLayers, typer.Option("--sandbox", help="As in `grade`.")] = (
        SandboxLayers.full
    ),
    jobs: Annotated[int, typer.Option(min=1, help="Submissions at a time.")] = os.cpu_count() or 1,
    gradebook: GradebookOption = None,
    no_gradebook: NoGradebookOption = False,
    roster: RosterOption = None,
    lang: LanguageOption = None,
) -> None:
    """Write a page and a text for each submission.

    They are `<student>/<assignment>/<assignment>.html` and `.txt`.
    A page has the student's code and the line at which it stopped, the checks, what explains wrong
    answers, pictures, and what to do next; nothing of hidden cases. Its language is that of the
    roster's column `language`. Points and comments that were given by hand in the gradebook are in
    it.
    """
    from autograder.cli.libraries import work_out  # noqa: PLC0415 - loads NumPy
    from autograder.course import load_course  # noqa: PLC0415
    from autograder.feedback.class_feedback import FeedbackWriter  # noqa: PLC0415
    from autograder.report.language import read_languages  # noqa: PLC0415
    from autograder.report.results_file import read_results  # noqa: PLC0415
    from autograder.sandbox.warm_interpreter import require_linux  # noqa: PLC0415
    from autograder.workers.course_grading import grade_folder  # noqa: PLC0415

    require_linux()
    loaded = load_course(course_root(course))
    date = loaded.settings.release_hidden
    if date is not None and datetime.now(date.tzinfo) < date:
        stop(f"no feedback is made before {date:%Y-%m-%d %H:%M %Z}: see release_hidden")
    language = report_language(lang, loaded.settings.languages, loaded.root)
    people = class_roster(roster, loaded.root)
    languages = {str(each): each for each in read_languages(loaded.settings.languages, loaded.root)}
    for person in people.students.values() if people is not None else ():
        if person.language and person.language not in languages:
            typer.echo(f"autograder: {person.id}: the course has no {person.language!r}", err=True)
    asked = [each.name for each in loaded.solutions() if assignment in (None, each.assignment)]
    work_out(loaded, asked, layers=sandbox.value, workers=jobs)
    results = loaded.root / "results.jsonl"
    records = read_results(results) if results.is_file() else ()
    pairs = grade_folder(
        loaded,
        submitted,
        layers=sandbox.value,
        assignment=assignment,
        students=student or None,
        workers=jobs,
        keep="as graded",
        counted={(each.student, each.assignment): each.source for each in records},
    )
    names = [each.name for each in loaded.assignments if assignment in (None, each.name)]
    points = {} if no_gradebook else points_by_hand(loaded.root, gradebook, names)
    writer = FeedbackWriter(loaded, out, languages, language, people, points)
    written = list(writer.write(pairs, jobs))
    broken = [each for each in written if not each.is_whole]
    for each in broken:
        typer.echo(f"{each.path}: could not be made in full; it has the points alone", err=True)
    print_leftovers(pairs.leftovers, language, to_stderr=True)
    if not written:
        stop(f"{submitted} holds no submission of this course's assignments")
    largest = max(each.size for each in written)
    typer.echo(f"wrote {len(written)} pages to {out}; the largest has {largest / 1000:.0f} kB")
    if broken or pairs.leftovers.unplaced:
        raise typer.Exit(FAILED)
