"""`autograder export`: results in the formats of gradebooks and platforms."""

from __future__ import annotations

import enum
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from autograder.cli.app import (
    FAILED,
    AssignmentOption,
    CourseOption,
    RosterOption,
    app,
    class_roster,
    course_root,
    report_language,
    say_who_is_left,
    stop,
)
from autograder.cli.scores import (
    GradebookOption,
    NoGradebookOption,
    read_scores,
    some_names,
    with_gradebook,
)

if TYPE_CHECKING:
    from autograder.course import Settings
    from autograder.exports.class_scores import ClassScores, Points
    from autograder.exports.gradebook_files import Filled
    from autograder.exports.pictures import Picture
    from autograder.report.result_records import SubmissionRecord

__all__ = ["export"]


class Format(enum.StrEnum):
    """What is written."""

    csv = "csv"
    json = "json"
    nbgrader = "nbgrader"
    canvas = "canvas"
    moodle = "moodle"
    gradescope = "gradescope"
    gradescope_zip = "gradescope-zip"
    prairielearn = "prairielearn"
    github_classroom = "github-classroom"
    github_classroom_files = "github-classroom-files"


class RowsAbout(enum.StrEnum):
    """What a row of a CSV is about."""

    submission = "submission"
    exercise = "exercise"
    check = "check"


class Hidden(enum.StrEnum):
    """When Gradescope shows hidden checks."""

    hidden = "hidden"
    after_due_date = "after_due_date"
    after_published = "after_published"
    visible = "visible"


@app.command()
def export(
    form: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(Format)}.")
    ],
    results: Annotated[
        Path, typer.Argument(metavar="RESULTS", help="What `grade --results` wrote.")
    ] = Path("results.jsonl"),
    out: Annotated[
        Path | None, typer.Option("--out", help="The file, or the folder; else it is printed.")
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option("--into", help="The gradebook file that you exported, to be filled in."),
    ] = None,
    assignment: AssignmentOption = None,
    column: Annotated[
        str | None, typer.Option("--column", help="Its column in the gradebook file.")
    ] = None,
    key: Annotated[
        str | None, typer.Option("--key", help="Moodle: the column that identifies students.")
    ] = None,
    rows: Annotated[
        RowsAbout, typer.Option("--rows", help="csv: what a row is about.")
    ] = RowsAbout.submission,
    hidden: Annotated[
        Hidden, typer.Option("--hidden", help="gradescope: when hidden checks are shown.")
    ] = Hidden.after_published,
    gradebook: GradebookOption = None,
    no_gradebook: NoGradebookOption = False,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Names in the place of students' ids.")
    ] = False,
    roster: RosterOption = None,
    course: CourseOption = None,
) -> None:
    """Write results as a gradebook or a platform reads them.

    Points that were corrected by hand in the gradebook, and late penalties, count. Canvas and
    Moodle: the scores are filled in in a file that you exported there (`--into`). Rows and columns
    are found by ids that both sides have, and never guessed.
    """
    if form is Format.gradescope_zip:
        _write_zip(course_root(course), assignment, hidden.value, out)
        return
    if form is Format.github_classroom_files:
        _write_classroom_files(course_root(course), assignment, out)
        return
    if form is Format.github_classroom and _is_of_check(results):
        _print_github(results)
        return
    if anonymous and form in (Format.canvas, Format.moodle):
        stop("a gradebook is filled in by the students' ids: leave out --anonymous")
    root = course_root(course)
    say_who_is_left(root)
    people = None if anonymous else class_roster(roster, root)
    scores = read_scores(results, people, root, assignment, anonymous=anonymous)
    scores = with_gradebook(scores, root, gradebook, unless=no_gradebook, anonymous=anonymous)
    _say_what_needs_a_person(scores)
    if form in (Format.canvas, Format.moodle):
        _fill(form, scores, root, into, out, column, key)
    elif form in (Format.csv, Format.json, Format.nbgrader):
        _write(_plain_text(form, scores, rows), out)
    else:
        if form is not Format.gradescope:
            _require_release(root)
        with_pictures = form is Format.prairielearn and not anonymous
        pictures = _pictures(scores, root) if with_pictures else {}
        _write_each(scores, _of_platform(form, hidden, pictures), out)


def _say_what_needs_a_person(scores: ClassScores) -> None:
    """Say which points are in no result, because a person gives them."""
    for name in scores.assignments:
        tasks = next(iter(scores.of_assignment(name).values())).needs_person
        if tasks:
            points = sum(each.max_points for each in tasks)
            listed = ", ".join(each.task for each in tasks)
            typer.echo(
                f"{name}: a person grades {listed}, {points} points; a score has them once they "
                "are in the gradebook",
                err=True,
            )


def _plain_text(form: Format, scores: ClassScores, rows: RowsAbout) -> str:
    from autograder.exports.plain import csv_text, json_text, nbgrader_text  # noqa: PLC0415

    if form is Format.csv:
        return csv_text(scores, rows.value)
    return json_text(scores) if form is Format.json else nbgrader_text(scores)


def _fill(
    form: Format,
    scores: ClassScores,
    root: Path,
    into: Path | None,
    out: Path | None,
    column: str | None,
    key: str | None,
) -> None:
    from autograder.course.settings import read_settings  # noqa: PLC0415
    from autograder.exports.canvas import fill_canvas  # noqa: PLC0415
    from autograder.exports.gradebook_files import Wanted  # noqa: PLC0415
    from autograder.exports.moodle import fill_moodle  # noqa: PLC0415
    from autograder.exports.tables import read_table  # noqa: PLC0415

    if into is None:
        stop(f"--format {form} fills in a file that you exported there: say which by --into")
    if out is None:
        stop("say by --out where the filled-in file goes")
    names = scores.assignments
    if len(names) != 1:
        stop(f"say by --assignment whose scores are filled in: {', '.join(names)}")
    settings = read_settings(root / "course.toml")
    wanted = Wanted(names[0], _titles(settings, names[0]), column, into)
    table = read_table(into)
    if form is Format.canvas:
        filled = fill_canvas(table, scores, wanted)
    else:
        filled = fill_moodle(table, scores, wanted, key, comments=_is_released(settings))
    if not filled.count:
        stop(f"{into}: nobody in it has an id of the results; nothing was written")
    _write(filled.table.text(), out)
    for line in _filled_lines(filled, out):
        typer.echo(line)
    if filled.without_row or filled.refused:
        raise typer.Exit(FAILED)


def _titles(settings: Settings, name: str) -> tuple[str, ...]:
    found = [each for each in settings.assignment if each.name == name]
    languages = settings.languages
    return tuple(each.title.of(language) for each in found for language in languages)


def _is_released(settings: Settings) -> bool:
    from datetime import datetime  # noqa: PLC0415 - seldom needed

    date = settings.release_hidden
    return date is None or datetime.now(date.tzinfo) >= date


def _require_release(root: Path) -> None:
    """Stop where students would see what hidden checks said before they may."""
    from autograder.course.settings import read_settings  # noqa: PLC0415

    settings = read_settings(root / "course.toml")
    if not _is_released(settings):
        date = settings.release_hidden
        stop(f"hidden checks are kept back until {date:%Y-%m-%d %H:%M %Z}: see release_hidden")


def _filled_lines(filled: Filled, out: Path) -> Iterator[str]:
    yield f"wrote {filled.count} scores to the column {filled.column!r} of {out}"
    if filled.scaled:
        yield f"scaled: {filled.scaled}"
    yield from (f"not written: {each}" for each in filled.refused)
    if filled.without_row:
        yield f"graded, and nobody in the file has this id: {some_names(filled.without_row)}"
    if filled.without_score:
        yield f"in the file, and not graded: {some_names(filled.without_score)}"


def _pictures(scores: ClassScores, root: Path) -> Mapping[tuple[str, str], list[Picture]]:
    """The pictures of what lies in the course's `submitted`, as far as what was graded is kept."""
    folder = root / "submitted"
    if not folder.is_dir():
        return {}
    from autograder.course import load_course  # noqa: PLC0415 - loads NumPy
    from autograder.exports.pictures import kept_pictures  # noqa: PLC0415

    course = load_course(root)
    language = report_language(None, course.settings.languages, root)
    found = kept_pictures(course, folder, scores, language)
    left = len(scores.records) - len(found)
    if left:
        said = f"{left} have no pictures: they changed since, or another version graded them"
        typer.echo(said, err=True)
    return found


def _of_platform(
    form: Format, hidden: Hidden, pictures: Mapping[tuple[str, str], list[Picture]]
) -> Callable[[SubmissionRecord, Points], dict[str, Any]]:
    from autograder.exports.platform_results import (  # noqa: PLC0415
        github_result,
        gradescope_result,
        prairielearn_result,
    )

    if form is Format.gradescope:
        return lambda record, points: gradescope_result(record, hidden.value, points)
    if form is Format.prairielearn:
        return lambda record, points: prairielearn_result(
            record, points, pictures.get((record.assignment, record.student), ())
        )
    return lambda record, _: github_result(record.exercises)


def _write_each(
    scores: ClassScores,
    result: Callable[[SubmissionRecord, Points], dict[str, Any]],
    out: Path | None,
) -> None:
    """A file for each student; in folders where there are several assignments."""
    if out is None:
        stop("say by --out into which folder the files go, one for each student")
    several = len(scores.assignments) > 1
    for (assignment, student), record in scores.records.items():
        folder = out / assignment if several else out
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(
            result(record, scores.points(record)), ensure_ascii=False, indent=1, allow_nan=False
        )
        _write(text + "\n", folder / f"{student}.json")
    typer.echo(f"wrote {len(scores.records)} files to {out}")


def _is_of_check(path: Path) -> bool:
    """Whether a file is what `autograder check --json` printed."""
    try:
        with path.open("rb") as file:
            return file.read(1) == b"["
    except OSError as error:
        stop(f"{path}: {error.strerror}")


def _print_github(path: Path) -> None:
    """The output of a step, for a student's own repository: public checks alone."""
    import msgspec  # noqa: PLC0415

    from autograder.exports.platform_results import github_output, github_result  # noqa: PLC0415
    from autograder.report.result_records import ExerciseRecord  # noqa: PLC0415

    try:
        exercises = msgspec.json.decode(path.read_bytes(), type=list[ExerciseRecord])
    except msgspec.DecodeError:
        stop(f"{path}: this is not what `autograder check --json` prints")
    typer.echo(f"result={github_output(github_result(exercises))}")


def _write_zip(root: Path, assignment: str | None, hidden: str, out: Path | None) -> None:
    import tempfile  # noqa: PLC0415 - seldom needed

    from autograder.build.wheel import write_wheel  # noqa: PLC0415
    from autograder.course import load_course  # noqa: PLC0415
    from autograder.errors import UnknownNameError  # noqa: PLC0415
    from autograder.exports.gradescope_zip import write_gradescope_zip  # noqa: PLC0415

    course = load_course(root)
    known = [each.name for each in course.assignments]
    if out is None or assignment is None:
        stop("say by --assignment what is graded, and by --out where the zip goes")
    if assignment not in known:
        raise UnknownNameError("assignment", assignment, known)
    with tempfile.TemporaryDirectory() as folder:
        write_gradescope_zip(out, course, assignment, hidden, write_wheel(Path(folder)))
    typer.echo(
        f"wrote {out}; it holds the solutions and the hidden seed: give it to Gradescope only"
    )


def _write_classroom_files(root: Path, assignment: str | None, out: Path | None) -> None:
    from autograder.course.settings import read_settings  # noqa: PLC0415
    from autograder.errors import UnknownNameError  # noqa: PLC0415
    from autograder.exports.classroom_files import classroom_files  # noqa: PLC0415

    known = [each.name for each in read_settings(root / "course.toml").assignment]
    if out is None or assignment is None:
        stop("say by --assignment whose checks give points, and by --out the template's folder")
    if assignment not in known:
        raise UnknownNameError("assignment", assignment, known)
    for name, text in classroom_files(assignment).items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        _write(text, out / name)
        typer.echo(f"wrote {out / name}")


def _write(text: str, out: Path | None) -> None:
    from autograder.atomic_files import write_whole  # noqa: PLC0415

    if out is None:
        typer.echo(text, nl=False)
        return
    write_whole(out, text)
