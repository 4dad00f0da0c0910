"""`autograder grade`: a class, one student, or one file, graded in the sandbox."""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

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
    say_who_is_left,
    stop,
)
from autograder.cli.collect import collect_first
from autograder.cli.progress import count_hand_ins, shown_progress
from autograder.collecting.meant_names import is_archive

if TYPE_CHECKING:
    from autograder.cli.progress import Shown
    from autograder.collecting.attempts import AttemptRule
    from autograder.collecting.class_part import ClassPart
    from autograder.collecting.leftovers import Leftovers
    from autograder.collecting.roster import Roster
    from autograder.course import Course
    from autograder.grading.results import SubmissionResult
    from autograder.nbgrader.class_autograding import ClassAutograding
    from autograder.report.language import Language
    from autograder.report.result_records import SubmissionRecord
    from autograder.report.results_file import ResultsFile
    from autograder.sandbox.confined import Layers
    from autograder.workers.course_grading import GradedFolder

__all__ = ["grade", "grade_into"]

_IN_TABLE: Final = 500
"""Submissions that a table has; of a larger class the file of results has them."""


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
    assignment: Annotated[
        str | None, typer.Option("--assignment", help="Grade this one alone.")
    ] = None,
    student: Annotated[
        list[str] | None, typer.Option("--student", help="Grade this one alone; may be repeated.")
    ] = None,
    exercise: Annotated[
        str | None,
        typer.Option("--exercise", help="Grade this one alone; nothing is written for it."),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Run also what did not change since it was graded.")
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
    from autograder.sandbox.bubblewrap import bubblewrap_works  # noqa: PLC0415
    from autograder.sandbox.warm_interpreter import require_linux  # noqa: PLC0415

    require_linux()
    if gradebook is not None and (no_gradebook or exercise):
        other = "--no-gradebook" if no_gradebook else "--exercise"
        raise typer.BadParameter(f"goes not with {other}", param_hint="--gradebook")
    loaded = load_course(course_root(course))
    language = report_language(lang, loaded.settings.languages, loaded.root)
    people = class_roster(roster, loaded.root)
    all_placed = True
    if is_archive(submitted.name) and submitted.is_file():
        submitted, all_placed = collect_first(submitted, loaded, people, assignment)
    part = part_named(submitted, [each.name for each in loaded.assignments])
    asked = _Asked(
        part,
        assignment or part.assignment,
        _students(student, part),
        exercise,
        again,
        scheduler,
        None if attempts is None else attempts.value,
    )
    names = [asked.assignment] if asked.assignment else [each.name for each in loaded.assignments]
    with shown_progress(_about_how_many(asked, names), quiet=as_json) as shown:
        book = None
        if not (no_gradebook or exercise):
            layers = None if sandbox is SandboxLayers.full else sandbox
            book = _gradebook(loaded, asked, gradebook, layers, shown)
        graded = _graded(loaded, asked, book, sandbox.value, jobs)
        if sandbox is SandboxLayers.full and not bubblewrap_works():
            shown.say("bubblewrap does not work here; the inner layer is used alone")
        for fault in loaded.unfinished(asked.assignment):
            shown.say(f"{fault}; graded without it")
        exercises = [each.name for each in loaded.solutions() if each.assignment in names]
        work_out(loaded, exercises, layers=sandbox.value, workers=jobs)
        own_file = results is None and book is not None
        path = loaded.root / "results.jsonl" if own_file else results
        so_far = _SoFar(language, shown, as_json)
        so_far.take_all(graded, path, others_stay=own_file and not asked.is_everything)
    if not so_far.count:
        print_leftovers(graded.leftovers, language, to_stderr=True)
        stop(f"{submitted} holds no submission of this course's assignments")
    if not as_json:
        _print_table(so_far, path, language)
    print_leftovers(graded.leftovers, language, to_stderr=as_json)
    _print_absent(people, asked, graded.leftovers, language, to_stderr=as_json)
    say_who_is_left(loaded.root)
    unsaved = book.unsaved if book is not None else []
    for line in unsaved:
        typer.echo(f"autograder: not in the gradebook: {line}", err=True)
    all_placed = all_placed and not graded.leftovers.unplaced
    if not all_placed or unsaved or not so_far.all_right:
        raise typer.Exit(FAILED)


def grade_into(
    book: ClassAutograding,
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
    _SoFar(language, shown, as_json=False).take_all(
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
    scheduler: str | None
    attempts: AttemptRule | None

    @property
    def is_everything(self) -> bool:
        asked = (self.assignment, self.students, self.exercise)
        return all(each is None for each in asked)


@dataclass
class _SoFar:
    """What is kept of the submissions that are done: little, however many they are."""

    language: Language
    shown: Shown
    as_json: bool
    count: int = 0
    all_right: bool = True
    records: list[SubmissionRecord] = field(default_factory=list)
    graded: set[tuple[str, str]] = field(default_factory=set)
    unexplained: Counter[tuple[str, str, tuple[str, ...]]] = field(default_factory=Counter)

    def take_all(self, graded: GradedFolder, path: Path | None, *, others_stay: bool) -> None:
        """Write and show each submission as it becomes ready.

        Args:
            graded: gives them.
            path: of the file of results, which appears if there is any; None for no file.
            others_stay: whether the file keeps the results of other submissions.
        """
        from autograder.report.results_file import ResultsFile  # noqa: PLC0415 - loads NumPy

        with contextlib.nullcontext() if path is None else ResultsFile(path) as file:
            for _, result in graded:
                self._take(result, file)
            if file is not None and self.count:
                if others_stay:
                    file.keep_others(self.graded)
                file.finish()

    def _take(self, result: SubmissionResult, file: ResultsFile | None) -> None:
        from autograder.grading.run import is_unjudged  # noqa: PLC0415 - loads NumPy
        from autograder.grading.unexplained import signatures  # noqa: PLC0415
        from autograder.report.result_records import json_line, submission_record  # noqa: PLC0415

        record = submission_record(result, self.language)
        if file is not None:
            file.write(record)
        if self.as_json:
            typer.echo(json_line(record))
        line = f"{record.student} {record.assignment}: {record.score}/{record.max_score}"
        self.shown.one_more(line, failed=any(map(is_unjudged, result.exercises)))
        self.count += 1
        self.all_right = self.all_right and record.score >= record.max_score
        self.graded.add((record.student, record.assignment))
        self.unexplained.update(signatures(result))
        if len(self.records) <= _IN_TABLE:
            self.records.append(record)


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


def _print_table(so_far: _SoFar, path: Path | None, language: Language) -> None:
    from autograder.report.class_table import results_table  # noqa: PLC0415
    from autograder.report.messages import say  # noqa: PLC0415

    if so_far.count <= _IN_TABLE:
        ordered = sorted(so_far.records, key=lambda each: (each.assignment, each.student))
        console().print(results_table(ordered, language))
    else:
        where = "" if path is None else f"; {path} has their results"
        typer.echo(f"{so_far.count} submissions{where}")
    alike = [each for each in so_far.unexplained.items() if each[1] > 1]
    for (exercise, signature, _), count in sorted(alike, key=lambda each: (-each[1], each[0])):
        words = {"exercise": exercise, "count": count, "signature": signature}
        typer.echo(say(language, "alike", **words))
