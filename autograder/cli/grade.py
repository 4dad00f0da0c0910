"""`autograder grade`: a class, one student, or one file, graded in the sandbox."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    say_who_is_left,
    stop,
)
from autograder.cli.collect import collect_first
from autograder.cli.ending import OK
from autograder.cli.progress import count_hand_ins, shown_progress
from autograder.cli.so_far import SoFar, print_table
from autograder.cli.unchanged import Remembering
from autograder.collecting.meant_names import is_archive

if TYPE_CHECKING:
    from autograder.cli.progress import Shown
    from autograder.collecting.attempts import AttemptRule
    from autograder.collecting.class_part import ClassPart
    from autograder.collecting.leftovers import Leftovers
    from autograder.collecting.roster import Roster
    from autograder.course import Course
    from autograder.nbgrader.class_autograding import ClassAutograding
    from autograder.report.language import Language
    from autograder.sandbox.confined import Layers
    from autograder.workers.course_grading import GradedFolder

__all__ = ["grade", "grade_into"]


class Attempts(StrEnum):
    """Which of several attempts counts."""

    last = "last"
    best = "best"


@app.command()
def grade(
    submitted: Annotated[
        Path,
        typer.Argument(
            metavar="PATH",
            help="Holds `<student>/<assignment>/`; or one student's folder, one assignment in it, "
            "one file, or an archive, which is collected first.",
        ),
    ],
    results: Annotated[
        Path | None,
        typer.Option(
            "--results",
            help="Write one line of JSON for each submission; without it `results.jsonl` in the "
            "course where the gradebook is written.",
        ),
    ] = None,
    gradebook: Annotated[
        str | None,
        typer.Option(
            "--gradebook",
            metavar="URL",
            help="Write into this gradebook, such as postgresql+psycopg://user@host/name; without "
            "it into the course's own, for what lies in the folder that nbgrader grades.",
        ),
    ] = None,
    no_gradebook: Annotated[
        bool, typer.Option("--no-gradebook", help="Write into no gradebook.")
    ] = False,
    assignment: AssignmentOption = None,
    student: StudentsOption = None,
    exercise: Annotated[
        str | None,
        typer.Option("--exercise", help="Grade this one alone; nothing is written for it."),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Run also what did not change since it was graded.")
    ] = False,
    figures: Annotated[
        bool,
        typer.Option(
            "--figures",
            help="Draw the assignment's own figure for every student, where the gradebook is "
            "written; without it only where a person grades a part.",
        ),
    ] = False,
    scheduler: Annotated[
        str | None,
        typer.Option(
            "--scheduler",
            metavar="URL",
            help="Of a Dask scheduler: its workers grade in the place of this machine.",
        ),
    ] = None,
    attempts: Annotated[
        Attempts | None,
        typer.Option(
            help="Of several attempts of a student take the last or the best one; without it as "
            "course.toml says."
        ),
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
    """Grade a class with all checks, in the sandbox.

    A submission is `<student>/<assignment>/<assignment>.ipynb`, or
    `<student>/<assignment>/<exercise>.py` for each exercise. What is called otherwise is found
    where only one file can be meant; what could not be placed is listed at the end.

    What lies in nbgrader's folder `submitted/` is written into the gradebook, with the autograded
    notebooks, as `nbgrader autograde` does it.
    """
    from autograder.cli.libraries import work_out  # noqa: PLC0415 - loads NumPy
    from autograder.collecting.class_part import part_named  # noqa: PLC0415
    from autograder.course import load_course  # noqa: PLC0415
    from autograder.sandbox.warm_interpreter import require_linux  # noqa: PLC0415

    require_linux()
    _refuse_together(gradebook, no_gradebook=no_gradebook, exercise=exercise, figures=figures)
    is_class = submitted.is_dir() and not (as_json or exercise or again)
    memory = Remembering(course_root(course), [submitted, roster], results, asked=is_class)
    loaded = load_course(course_root(course))
    language = report_language(lang, loaded.settings.languages, loaded.root)
    people = class_roster(roster, loaded.root)
    all_placed = True
    if is_archive(submitted.name) and submitted.is_file():
        submitted, all_placed = collect_first(submitted, loaded, people, assignment)
    every = [each.name for each in loaded.assignments]
    part = part_named(submitted, every)
    asked = _Asked(
        part,
        assignment or part.assignment,
        _students(student, part),
        exercise,
        again,
        figures,
        scheduler,
        None if attempts is None else attempts.value,
    )
    names = [asked.assignment] if asked.assignment else every
    with shown_progress(_about_how_many(asked, names), quiet=as_json) as shown:
        book = None
        if not (no_gradebook or exercise):
            layers = None if sandbox is SandboxLayers.full else sandbox
            book = _gradebook(loaded, asked, gradebook, layers, shown)
        graded = _graded(loaded, asked, book, sandbox.value, jobs)
        for remark in _remarks(loaded, asked.assignment, sandbox):
            shown.say(remark)
            memory.note(remark)
        exercises = [each.name for each in loaded.solutions() if each.assignment in names]
        work_out(loaded, exercises, layers=sandbox.value, workers=jobs)
        own_file = results is None and book is not None
        path = loaded.root / "results.jsonl" if own_file else results
        so_far = SoFar(language, shown, as_json, loaded)
        so_far.take_all(graded, path, others_stay=own_file and not asked.is_everything)
    if not so_far.count:
        print_leftovers(graded.leftovers, language, to_stderr=True)
        stop(f"{submitted} holds no submission of this course's assignments")
    unsaved = book.unsaved if book is not None else []
    with memory.said():
        if not as_json:
            print_table(so_far, path, language)
        print_leftovers(graded.leftovers, language, to_stderr=as_json)
        _print_absent(people, asked, graded.leftovers, language, to_stderr=as_json)
        say_who_is_left(loaded.root)
        for line in unsaved:
            typer.echo(f"autograder: not in the gradebook: {line}", err=True)
    all_placed = all_placed and not graded.leftovers.unplaced
    code = OK if all_placed and so_far.all_right and not unsaved else FAILED
    if so_far.whole and not unsaved:
        _remember(memory, book, path, code)
    if code != OK:
        raise typer.Exit(code)


def _remember(
    memory: Remembering, book: ClassAutograding | None, results: Path | None, code: int
) -> None:
    """Remember a run, unless nobody knows what was written: rows on a server."""
    written = [] if book is None else book.files
    if written is not None:
        memory.keep([*written, *([] if results is None else [results])], code)


def _refuse_together(
    gradebook: str | None, *, no_gradebook: bool, exercise: str | None, figures: bool
) -> None:
    other = "--no-gradebook" if no_gradebook else "--exercise" if exercise else ""
    for option, given in (("--figures", figures), ("--gradebook", gradebook is not None)):
        if given and other:
            raise typer.BadParameter(f"goes not with {other}", param_hint=option)


def _remarks(course: Course, assignment: str | None, sandbox: SandboxLayers) -> Iterator[str]:
    """What is said before anybody is graded."""
    from autograder.sandbox.bubblewrap import bubblewrap_works  # noqa: PLC0415

    if sandbox is SandboxLayers.full and not bubblewrap_works():
        yield "bubblewrap does not work here; the inner layer is used alone"
    for fault in course.unfinished(assignment):
        yield f"{fault}; graded without it"


def grade_into(
    book: ClassAutograding,
    course: Course,
    folder: Path,
    assignment: str,
    students: Collection[str],
    language: Language,
    shown: Shown,
    jobs: int,
) -> None:
    """Grade some students into a gradebook, and put their results into `results.jsonl`.

    Args:
        book: the gradebook.
        course: that it is of.
        folder: that the folders of students lie in.
        assignment: the one to grade.
        students: their ids.
        language: of the results.
        shown: is told of each.
        jobs: submissions at a time.
    """
    graded = book.grade(
        folder, assignments=[assignment], workers=jobs, is_wanted=lambda each: each in students
    )
    SoFar(language, shown, as_json=False, course=course).take_all(
        graded, book.root / "results.jsonl", others_stay=True
    )


@dataclass(frozen=True)
class _Asked:
    """What is to be graded."""

    part: ClassPart
    assignment: str | None
    students: list[str] | None
    exercise: str | None
    again: bool
    figures: bool
    scheduler: str | None
    attempts: AttemptRule | None

    @property
    def is_everything(self) -> bool:
        asked = (self.assignment, self.students, self.exercise)
        return all(each is None for each in asked)


def _students(named: list[str] | None, part: ClassPart) -> list[str] | None:
    """The ids of those who are graded; None for everybody."""
    from autograder.collecting.student_names import safe_name  # noqa: PLC0415 - loads NumPy

    if named:
        return [safe_name(each) for each in named]
    return None if part.student is None else [part.student]


def _about_how_many(asked: _Asked, names: list[str]) -> int:
    if asked.students is not None:
        return len(asked.students) * len(names)
    return count_hand_ins(asked.part.folder, names)


def _gradebook(
    course: Course,
    asked: _Asked,
    url: str | None,
    layers: SandboxLayers | None,
    shown: Shown,
) -> ClassAutograding | None:
    """The gradebook that is written: the one that was named, else the course's for its class."""
    if url is None:
        inside = course.root in Path(os.path.abspath(asked.part.folder)).parents
        known = any(
            (course.root / each).exists() for each in ("gradebook.db", "nbgrader_config.py")
        )
        if not (inside and known) or asked.part.file is not None:
            return None
    elif asked.part.file is not None:
        stop("one file alone is written into no gradebook; name the student's folder")
    from autograder.workers.kept_replies import Keeping, kept_folder  # noqa: PLC0415

    try:
        from autograder.nbgrader.quick_import import import_nbgrader  # noqa: PLC0415

        import_nbgrader()
        from autograder.nbgrader.class_autograding import ClassAutograding  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if url is None:
            return None
        stop(f"a gradebook needs nbgrader; the package {error.name} is not installed")
    book = ClassAutograding(
        course,
        url=url,
        layers=layers.value if layers else None,
        scheduler=asked.scheduler,
        keeping=Keeping(kept_folder(course.root), asked.again),
        say=shown.say,
        attempts=asked.attempts,
        figures=asked.figures,
    )
    if url is not None:
        return book
    folder = Path(os.path.abspath(asked.part.folder))
    is_own = os.path.realpath(folder) == os.path.realpath(book.submitted)
    if is_own and not book.exists:
        shown.say("there is no gradebook to write into; `autograder build` makes one")
    return book if is_own and book.exists else None


def _graded(
    course: Course,
    asked: _Asked,
    book: ClassAutograding | None,
    layers: Layers,
    jobs: int,
) -> GradedFolder:
    from autograder.workers import course_grading  # noqa: PLC0415 - loads NumPy

    part = asked.part
    if book is not None:
        names = [each.name for each in course.assignments]
        return book.grade(
            part.folder,
            assignments=[asked.assignment] if asked.assignment else names,
            workers=jobs,
            is_wanted=lambda each: asked.students is None or each in asked.students,
        )
    if part.file is not None:
        return course_grading.grade_file(
            course,
            part.file,
            assignment=asked.assignment,
            student=part.student,
            exercise=asked.exercise,
            layers=layers,
        )
    return course_grading.grade_folder(
        course,
        part.folder,
        assignment=asked.assignment,
        students=asked.students,
        exercise=asked.exercise,
        layers=layers,
        workers=jobs,
        keep="again" if asked.again else "yes",
        scheduler=asked.scheduler,
        attempts=asked.attempts,
    )


def _print_absent(
    people: Roster | None, asked: _Asked, left: Leftovers, language: Language, *, to_stderr: bool
) -> None:
    from autograder.report.hand_ins import roster_lines  # noqa: PLC0415 - loads NumPy

    if people is None or asked.students is not None:
        return
    wanted = [asked.assignment] if asked.assignment else list(left.handed_in)
    present = {name: left.handed_in.get(name, set()) for name in wanted}
    for line in roster_lines(people, present, language):
        typer.echo(line, err=to_stderr)
