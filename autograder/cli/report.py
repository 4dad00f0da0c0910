"""`autograder report`: one page about a class."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.app import (
    AssignmentOption,
    CourseOption,
    LanguageOption,
    RosterOption,
    app,
    class_roster,
    course_root,
    report_language,
    stop,
)
from autograder.cli.scores import (
    GradebookOption,
    NoGradebookOption,
    read_scores,
    with_gradebook,
)

if TYPE_CHECKING:
    from autograder.class_report.report_page import Titles
    from autograder.course import Course
    from autograder.report.language import Language

__all__ = ["report"]


@app.command()
def report(
    results: Annotated[
        Path, typer.Argument(metavar="RESULTS", help="What `grade --results` wrote.")
    ] = Path("results.jsonl"),
    out: Annotated[Path, typer.Option("--out", help="The page.")] = Path("report.html"),
    submitted: Annotated[
        Path | None,
        typer.Option(
            "--submitted",
            help="What was graded, for examples and for what looks alike; else `submitted` in the "
            "course, if it is there.",
        ),
    ] = None,
    assignment: AssignmentOption = None,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="No names, no ids, and no code of students.")
    ] = False,
    gradebook: GradebookOption = None,
    no_gradebook: NoGradebookOption = False,
    roster: RosterOption = None,
    course: CourseOption = None,
    lang: LanguageOption = None,
) -> None:
    """Write one page about a class.

    Scores, exercises, checks, mistakes, students. Points that were corrected by hand in the
    gradebook, and late penalties, count.

    It needs no network and opens in any browser. It has students' names and grades in it.
    """
    from autograder.atomic_files import write_whole  # noqa: PLC0415 - loads NumPy
    from autograder.class_report.handed_in_code import read_class_code  # noqa: PLC0415
    from autograder.class_report.late import late_students  # noqa: PLC0415
    from autograder.class_report.report_page import class_page  # noqa: PLC0415
    from autograder.class_report.report_words import ReportWords  # noqa: PLC0415
    from autograder.course import load_course  # noqa: PLC0415

    loaded = load_course(course_root(course))
    language = report_language(lang, loaded.settings.languages, loaded.root)
    people = None if anonymous else class_roster(roster, loaded.root)
    scores = read_scores(results, people, loaded.root, assignment, anonymous=anonymous)
    if not scores.records:
        stop(f"{results} has no results")
    scores = with_gradebook(
        scores, loaded.root, gradebook, unless=no_gradebook, anonymous=anonymous
    )
    folder = submitted or loaded.root / "submitted"
    if submitted is not None and not submitted.is_dir():
        stop(f"there is no folder {submitted}")
    code, late = None, {}
    if not anonymous and folder.is_dir():
        counted = {(e.student, e.assignment): e.source for e in scores.records.values()}
        code = read_class_code(loaded, folder, counted)
        due = {each.name: each.settings.due for each in loaded.assignments}
        words = ReportWords(language)
        late = {
            name: late_students(scores, name, due.get(name), folder, words)
            for name in scores.assignments
        }
    write_whole(out, class_page(scores, _titles(loaded, language), code, late))
    typer.echo(f"wrote {out}: {len(scores.records)} submissions")


def _titles(course: Course, language: Language) -> Titles:
    from autograder.class_report.report_page import Titles  # noqa: PLC0415

    return Titles(
        course.settings.title.of(language),
        {each.name: each.settings.title.of(language) for each in course.assignments},
        {each.name: each.title.of(language) for each in course.solutions()},
        language,
    )
