"""`autograder regrade`: what grading again changes in the gradebook, and writing it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, cast

import typer

from autograder.cli.app import (
    AssignmentOption,
    CourseOption,
    LanguageOption,
    StudentsOption,
    app,
    console,
    course_root,
    report_language,
    say_who_is_left,
    stop,
)
from autograder.cli.grade import grade_into
from autograder.cli.progress import count_hand_ins, shown_progress

if TYPE_CHECKING:
    from autograder.grading.results import Status
    from autograder.nbgrader.grade_changes import GradeChange

__all__ = ["print_changes", "regrade"]


@app.command()
def regrade(
    submitted: Annotated[
        Path | None,
        typer.Argument(metavar="PATH", help="As in `grade`; else the folder that nbgrader grades."),
    ] = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Write it; without this nothing is written.")
    ] = False,
    gradebook: Annotated[
        str | None, typer.Option("--gradebook", metavar="URL", help="As in `grade`.")
    ] = None,
    assignment: AssignmentOption = None,
    student: StudentsOption = None,
    course: CourseOption = None,
    jobs: Annotated[int, typer.Option(min=1, help="Submissions at a time.")] = os.cpu_count() or 1,
    lang: LanguageOption = None,
) -> None:
    """Grade again, and show what that changes: before, after, and why.

    After an exercise, its points or its cases changed, whatever depends on them is run again, for
    everybody; all else is found as it was. Scores and comments that were given by hand stay.
    """
    from autograder.collecting.class_part import part_named  # noqa: PLC0415 - loads NumPy
    from autograder.course import load_course  # noqa: PLC0415
    from autograder.report.command_words import command_text  # noqa: PLC0415
    from autograder.workers.kept_replies import Keeping, kept_folder  # noqa: PLC0415

    loaded = load_course(course_root(course))
    language = report_language(lang, loaded.settings.languages, loaded.root)
    try:
        from autograder.nbgrader.quick_import import import_nbgrader  # noqa: PLC0415

        import_nbgrader()
        from autograder.nbgrader.class_autograding import ClassAutograding  # noqa: PLC0415
    except ModuleNotFoundError as error:
        stop(f"a gradebook needs nbgrader; the package {error.name} is not installed")
    names = [each.name for each in loaded.assignments]
    with shown_progress(0) as shown:
        keeping = Keeping(kept_folder(loaded.root))
        book = ClassAutograding(loaded, url=gradebook, keeping=keeping, say=shown.say)
        if not book.exists:
            stop("there is no gradebook yet; `autograder grade` makes one")
    part = part_named(submitted or book.submitted, names)
    wanted = assignment or part.assignment
    chosen = [wanted] if wanted else names
    students = student or ([part.student] if part.student else None)
    total = count_hand_ins(part.folder, chosen)
    changes: list[tuple[str, str, GradeChange]] = []
    graded = 0
    with shown_progress(total, quiet=True) as shown:
        compared = book.compare(
            part.folder,
            assignments=chosen,
            workers=jobs,
            is_wanted=lambda each: students is None or each in students,
        )
        for graded, (submission, several) in enumerate(compared, 1):  # noqa: B007 - asked for below
            changes += [(submission.student, submission.assignment, each) for each in several]
            shown.one_more(submission.student, failed=False)
    if not graded:
        stop(f"{part.folder} holds no submission of this course's assignments")
    if not changes:
        typer.echo(command_text(language, "regrade_nothing"))
        return
    print_changes(changes, language)
    if not apply:
        typer.echo(command_text(language, "regrade_unwritten"))
        return
    for name in dict.fromkeys(each for _, each, _ in changes):
        affected = {who for who, each, _ in changes if each == name}
        with shown_progress(len(affected)) as shown:
            grade_into(book, loaded, part.folder, name, affected, language, shown, jobs)
    for line in book.unsaved:
        typer.echo(f"autograder: not in the gradebook: {line}", err=True)
    say_who_is_left(loaded.root)


def print_changes(changes: list[tuple[str, str, GradeChange]], language: str) -> None:
    """Print what grading again changes; no name is broken, however narrow the terminal is.

    Args:
        changes: with their students and assignments.
        language: of the table.
    """
    from autograder.report.command_words import command_text  # noqa: PLC0415 - loads NumPy

    head = tuple(command_text(language, f"regrade_{name}") for name in (*_COLUMNS, "why"))
    rows = [
        (
            student,
            f"{assignment}/{each.cell}",
            _points(each.before, each.worth_before),
            _points(each.after, each.worth),
            _why(each, language),
        )
        for student, assignment, each in sorted(changes, key=lambda each: (each[1], each[0]))
    ]
    _print_rows([head, *rows])
    people = len({(student, assignment) for student, assignment, _ in changes})
    words = {"grades": len(changes), "people": people}
    typer.echo(command_text(language, "regrade_sum", **words))


_COLUMNS: Final = ("student", "exercise", "before", "after")


def _print_rows(rows: Sequence[tuple[str, ...]]) -> None:
    """Print names and numbers in columns, the reason at the end of a line or, indented, below."""
    from rich.cells import cell_len  # noqa: PLC0415 - slow to import
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    widths = [max(cell_len(row[at]) for row in rows) for at in range(len(_COLUMNS))]
    out = console()
    for *cells, why in rows:
        room = [" " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True)]
        names = [f"{cell}{space}" for cell, space in zip(cells[:2], room[:2], strict=True)]
        numbers = [f"{space}{cell}" for cell, space in zip(cells[2:], room[2:], strict=True)]
        line = "  ".join([*names, *numbers])
        if cell_len(f"{line}  {why}") <= out.width:
            out.print(Text(f"{line}  {why}"))
        else:
            out.print(Text(line, overflow="fold"))
            out.print(Padding(Text(why), (0, 0, 0, 4)))


def _why(change: GradeChange, language: str) -> str:
    """The reasons in words; how a check went is said as everywhere."""
    from autograder.report.command_words import command_text  # noqa: PLC0415 - loads NumPy
    from autograder.report.messages import status_name  # noqa: PLC0415

    said = []
    for reason in change.why:
        words = dict(reason.words)
        if reason.name == "regrade_check":
            for each in ("before", "after"):
                words[each] = status_name(cast("Status", words[each]), language)
        said.append(command_text(language, reason.name, **words))
    return "; ".join(said)


def _points(score: float | None, worth: float | None) -> str:
    if score is None:
        return "-"
    return f"{score:g}" if worth is None else f"{score:g}/{worth:g}"
