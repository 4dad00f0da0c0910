"""`autograder build`: everything that is handed out, made from `solutions/`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.app import FAILED, CourseOption, app, course_root, say_who_is_left, stop

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.course import Course
    from autograder.gradebook.points_changed import PointsChange
    from autograder.validation.examination import Examination

__all__ = ["build"]


@app.command()
def build(
    course: CourseOption = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail if something is out of date.")
    ] = False,
    only_examine: Annotated[
        bool, typer.Option("--examine", help="Write nothing; examine the exercises alone.")
    ] = False,
    watch: Annotated[
        bool,
        typer.Option("--watch", help="Examine what was saved, on every save, until Ctrl-C."),
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Also make public checks anew whose sources have not changed."
        ),
    ] = False,
    points_changed: Annotated[
        bool,
        typer.Option(
            "--points-changed",
            help="Change the points of exercises that students were graded by; they have to be "
            "graded again.",
        ),
    ] = False,
    release: Annotated[
        bool,
        typer.Option(
            "--release",
            help="List what is missing for a release and refuse: texts, mistakes, proofs.",
        ),
    ] = False,
) -> None:
    """Make the stubs, the notebooks and the release from `solutions/`.

    First every exercise is examined: its stub must earn nothing, its alternatives all, and each of
    its mistakes must be caught and named. Nothing is written where one is broken.
    """
    root = course_root(course)
    if watch:
        if check or force or points_changed or release:
            stop("`--watch` writes nothing and checks nothing else; give it alone")
        _watch(root)
        return
    loaded, examinations = _without_faults(root)
    if release:
        _demand_what_is_missing(loaded, examinations)
    _say_missing_sentences(loaded)
    if only_examine:
        return
    from autograder.build.generated import build as write  # noqa: PLC0415 - loads nbgrader
    from autograder.build.generated import out_of_date  # noqa: PLC0415

    scores = {each.exercise: each.mistake_scores for each in examinations}
    if check:
        stale = out_of_date(loaded, scores, force=force)
        for path in stale:
            typer.echo(path)
        if stale:
            stop("these are not what `autograder build` makes now", FAILED)
        return
    from autograder.nbgrader.configured import gradebook_of  # noqa: PLC0415

    url, name = gradebook_of(root)
    changes = _points_that_change(loaded, url, allowed=points_changed)
    _work_out_libraries(loaded)
    write(loaded, root, lambda step: typer.echo(f"built {step}"), scores=scores, force=force)
    if changes:
        from autograder.gradebook.points_changed import note_changes  # noqa: PLC0415

        _put_into(url, name, root, changes)
        note_changes(root, changes)
    say_who_is_left(root)


def _watch(root: Path) -> None:
    """Examine on every save, until somebody presses Ctrl-C."""
    import time  # noqa: PLC0415 - nothing else here waits

    from autograder.validation.repeated_examination import RepeatedExamination  # noqa: PLC0415

    examination = RepeatedExamination(root, _sentence_faults)
    try:
        while True:
            if examination.is_due():
                faults = examination.faults()
                for fault in faults:
                    typer.echo(fault)
                typer.echo(_watch_line(time.strftime("%H:%M:%S"), faults, examination.examined))
            time.sleep(_TURN)
    except KeyboardInterrupt:
        typer.echo("")


_TURN = 0.3
"""Seconds between two looks at the files."""


def _watch_line(now: str, faults: list[str], examined: list[str]) -> str:
    """What came of a save, in one line."""
    number = {0: "no fault", 1: "1 fault"}.get(len(faults), f"{len(faults)} faults")
    what = ", ".join(examined[:_MOST_NAMED])
    if len(examined) > _MOST_NAMED:
        what = f"{len(examined)} exercises"
    return f"{now} {number}; examined {what or 'nothing'}; save a file, or end with Ctrl-C"


_MOST_NAMED = 3


def _put_into(url: str, name: str, root: Path, changes: list[PointsChange]) -> None:
    """Have a gradebook that does not lie beside the release know the new points too."""
    from autograder.build.release import make_release  # noqa: PLC0415 - imports all of nbgrader

    if url != f"sqlite:///{root / 'gradebook.db'}":
        for assignment in dict.fromkeys(each.assignment for each in changes):
            make_release(root, assignment, into=url, course=name)


def _points_that_change(course: Course, url: str, *, allowed: bool) -> list[PointsChange]:
    """The points that somebody was graded by and that change; stop if they must not."""
    from autograder.gradebook.points_changed import changed_points  # noqa: PLC0415 - loads NumPy

    changes = changed_points(course, url)
    if changes and not allowed:
        for each in changes:
            typer.echo(
                f"{each.assignment}: {each.exercise!r} is worth {each.after:g} points and was "
                f"worth {each.before:g} when {len(each.students)} students were graded",
                err=True,
            )
        stop(
            "nothing was written; with --points-changed it is, and `autograder regrade` then says "
            "what becomes of them"
        )
    return changes


def _without_faults(root: Path) -> tuple[Course, list[Examination]]:
    """Load and examine a course; stop where it has faults, with all of them.

    What can be examined is, however much is wrong with the rest: who writes an exercise wants to
    know everything at once.
    """
    from autograder.course.loading import load_partly  # noqa: PLC0415 - loads NumPy
    from autograder.course.seeds import hidden_seed  # noqa: PLC0415
    from autograder.errors import CourseError  # noqa: PLC0415
    from autograder.validation.in_process import examine_here  # noqa: PLC0415

    loaded, found = load_partly(root)
    seed = hidden_seed(root)
    faults = [*map(str, found.found), *_sentence_faults(loaded)]
    examinations = []
    for solution in loaded.solutions():
        try:
            examinations.append(examine_here(solution, seed))
            faults += examinations[-1].faults
        except CourseError as error:
            faults += map(str, error.faults)
    for fault in faults:
        typer.echo(fault, err=True)
    if faults:
        number = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        stop(f"{number}; nothing was written")
    return loaded, examinations


def _work_out_libraries(course: Course) -> None:
    """Work out what wrong answers are recognised by, where that is not there yet."""
    from autograder.cli.libraries import work_out  # noqa: PLC0415 - loads NumPy

    work_out(course, [solution.name for solution in course.solutions()])


def _sentence_faults(course: Course) -> list[str]:
    """What is wrong with the course's own sentences, each with its file and line."""
    from autograder.errors import CourseError  # noqa: PLC0415
    from autograder.report.language import read_languages  # noqa: PLC0415

    try:
        read_languages(course.settings.languages, course.root)
    except CourseError as error:
        return list(map(str, error.faults))
    return []


def _say_missing_sentences(course: Course) -> None:
    """Say which sentences of the framework a language of the course does not have."""
    from autograder.report.language import (  # noqa: PLC0415
        missing_sentences,
        read_languages,
        sentences_file,
    )

    for language in read_languages(course.settings.languages, course.root):
        path = course.root / sentences_file(language)
        missing = missing_sentences(language)
        if missing and not path.exists():
            what = "this file is missing: what the framework itself says is in English"
            typer.echo(f"{path}: {what}", err=True)
        elif missing:
            what = f"these sentences are missing and are said in English: {', '.join(missing)}"
            typer.echo(f"{path}: {what}", err=True)


def _demand_what_is_missing(course: Course, examinations: list[Examination]) -> None:
    """Stop with a list of all that is missing for a release, if anything is."""
    from autograder.validation.release_needs import release_needs  # noqa: PLC0415 - loads NumPy

    missing = release_needs(course, examinations)
    for each in missing:
        typer.echo(each, err=True)
    if missing:
        stop("this is missing for a release; nothing was written", FAILED)
