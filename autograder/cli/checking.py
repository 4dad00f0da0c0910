"""A student's own check of `.py` files, an assignment or a notebook, and what is printed of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.cli.ending import FAILED, OK, console, stop
from autograder.cli.plain_check import CheckAsked
from autograder.cli.student_desk import Desk, course_language, find_desk
from autograder.errors import UnknownNameError
from autograder.sandbox.ready_process import ReadyProcess, divide

if TYPE_CHECKING:
    from autograder.grading.results import ExerciseResult
    from autograder.report.language import Language

__all__ = ["run_check"]


def run_check(asked: CheckAsked, *, divides: bool = False) -> int:
    """Check what was asked for and print what it came to; the exit code.

    Args:
        asked: on the command line.
        divides: whether this process may divide before it has read any key.
    """
    return OK if _all_passed(asked, divides=divides) else FAILED


def _all_passed(asked: CheckAsked, *, divides: bool) -> bool:
    given = asked.exercises
    notebooks = [path for path in map(_notebook, given) if path is not None]
    if notebooks and len(notebooks) == len(given):
        return _check_notebooks(notebooks, asked.lang, as_json=asked.as_json)
    ready = divide() if divides else None
    desk = find_desk(asked.folder, asked.lang, given)
    groups = [desk.folder.names_in(each) for each in given]
    names = _names(desk, given, groups, every=asked.every)
    if asked.save is not None and len(names) != 1:
        stop(desk.say("save_one"))
    listed = not given or any(group is not None for group in groups)
    if asked.as_json:
        results = list(_results(desk, names, ready))
        _record(desk, results)
        _print_json(results, desk.language)
        return all(each.status == "passed" for each in results)
    if listed and (asked.every or len(names) != 1):
        return _print_list(desk, names, ready)
    results = []
    for result in _results(desk, names, ready):
        results.append(result)
        _print_report(desk, result, more=asked.more, every=asked.every)
        if asked.save is not None:
            _save(desk, result, asked.save)
    _record(desk, results)
    return all(each.status == "passed" for each in results)


def _results(
    desk: Desk, names: Sequence[str], ready: ReadyProcess | None
) -> Iterator[ExerciseResult]:
    """Check exercises one after the other; the process that is there already runs the first."""
    for name in names:
        yield desk.folder.check(name, ready)
        ready = None


def _notebook(given: str) -> Path | None:
    """The notebook that is meant: the file, or the only one in a folder with public checks."""
    path = Path(given)
    if path.suffix == ".ipynb":
        return path
    if (path / "public").is_dir() and (found := list(path.glob("*.ipynb"))):
        return found[0]
    return None


def _names(
    desk: Desk, given: Sequence[str], groups: Sequence[list[str] | None], *, every: bool
) -> list[str]:
    """The exercises to check, each once."""
    if not given and every:
        return [each.name for each in desk.folder.outlined()]
    if not given:
        from autograder.student.progress import read_progress  # noqa: PLC0415 - loads NumPy

        return read_progress(desk.folder).unchecked()
    names: list[str] = []
    for each, group in zip(given, groups, strict=True):
        names += [_name(desk, each)] if group is None else group
    return list(dict.fromkeys(names))


def _name(desk: Desk, given: str) -> str:
    """The exercise that is meant; an assignment's name that is misspelt is told as one."""
    from autograder.unknown_names import nearest_name  # noqa: PLC0415 - seldom used

    try:
        return desk.folder.name_of(given)
    except UnknownNameError as error:
        assignments = [outline.assignment for outline in desk.folder.outlines]
        if nearest_name(given, error.known) is None and nearest_name(given, assignments):
            raise UnknownNameError("assignment", given, assignments) from None
        raise


def _record(desk: Desk, results: Sequence[ExerciseResult]) -> None:
    from autograder.student.progress import read_progress  # noqa: PLC0415

    progress = read_progress(desk.folder)
    for result in results:
        progress.record(result)
    progress.save()


def _print_json(results: Sequence[ExerciseResult], language: Language) -> None:
    from autograder.report.result_records import document, exercise_record  # noqa: PLC0415

    documents = [document(exercise_record(result, language)) for result in results]
    print(json.dumps(documents, ensure_ascii=False))


def _print_report(desk: Desk, result: ExerciseResult, *, more: bool, every: bool) -> None:
    from autograder.report.terminal import print_exercise  # noqa: PLC0415

    worth = desk.folder.outline_of(result.exercise).points
    print_exercise(console(), result, desk.language, more=more, worth=worth, every=every)


def _save(desk: Desk, result: ExerciseResult, path: Path) -> None:
    from autograder.student.saved_call import save_call  # noqa: PLC0415

    file = path if path.suffix == ".npz" else path.with_name(f"{path.name}.npz")
    code = save_call(result, file)
    if code is None:
        print(desk.say("nothing_to_save"))
        return
    print(desk.say("saved", file=str(file)))
    for line in code.splitlines():
        print(f"    {line}")


def _print_list(desk: Desk, names: Sequence[str], ready: ReadyProcess | None) -> bool:
    """Check several exercises and print a line for each; whether all of them passed.

    Args:
        desk: of the student.
        names: of the exercises; a stub that nobody has touched is not run.
        ready: a process that is there already, for the first of them.
    """
    from autograder.student.overview import overview  # noqa: PLC0415 - loads NumPy
    from autograder.student.progress import read_progress  # noqa: PLC0415

    out = console()
    if not names:
        states = {each.state for each in read_progress(desk.folder).standings()}
        first = desk.file_of(next(iter(desk.folder.outlined())).name)
        out.print(
            desk.say("nothing_begun" if states == {"untouched"} else "nothing_changed", file=first)
        )
        return True
    chosen = {name: desk.folder.outline_of(name) for name in names}
    with out.status(desk.say("watch_checking")):
        begun = [name for name in names if not desk.folder.is_untouched(chosen[name])]
        _record(desk, list(_results(desk, begun, ready)))
    progress = read_progress(desk.folder)
    standings = [progress.standing(chosen[name]) for name in names]
    out.print(overview(desk.folder.outlines, standings, desk.language))
    wrong = [each.exercise.name for each in standings if each.state not in ("passed", "untouched")]
    if wrong:
        from autograder.report.command_words import typed  # noqa: PLC0415

        out.print(desk.say("report_with", command=typed("check", wrong[0])), style="dim")
    return all(each.state == "passed" for each in standings)


def _check_notebooks(paths: Sequence[Path], lang: str | None, *, as_json: bool) -> bool:
    """Check saved notebooks with the public checks beside them; whether all of it passed."""
    from autograder.grading.student_check import check_notebook  # noqa: PLC0415 - loads NumPy
    from autograder.student.overview import overview  # noqa: PLC0415
    from autograder.student.progress import standing_of  # noqa: PLC0415

    passed = True
    everything: list[ExerciseResult] = []
    for path in paths:
        outline, results = check_notebook(path)
        language = course_language(lang, outline.languages, path.absolute().parent / "public")
        everything += results
        if not as_json:
            pairs = zip(outline.exercises, results, strict=True)
            standings = [standing_of(each, result) for each, result in pairs]
            console().print(overview([outline], standings, language))
            passed = passed and all(each.state == "passed" for each in standings)
    if as_json:
        _print_json(everything, language)
        passed = all(each.status == "passed" for each in everything)
    return passed
