"""`autograder mistakes`: list the unexplained answers of a class, and adopt one as a mistake."""

from __future__ import annotations

import json
import keyword
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from autograder.cli.app import (
    FAILED,
    CourseOption,
    SandboxLayers,
    app,
    course_root,
    print_leftovers,
    report_language,
    stop,
)

if TYPE_CHECKING:
    from autograder.collecting.leftovers import Leftovers
    from autograder.course import Course
    from autograder.grading.unexplained import Group

__all__ = ["adopt", "list_groups"]

_LINES = 16


class _ListByDefault(TyperGroup):
    """`autograder mistakes FOLDER` is short for `autograder mistakes list FOLDER`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands:
            args = ["list", *args]
        return super().resolve_command(ctx, args)


mistakes = typer.Typer(
    cls=_ListByDefault,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="List wrong answers that nothing explains, or adopt one.",
)
app.add_typer(mistakes, name="mistakes")

SandboxOption = Annotated[SandboxLayers, typer.Option("--sandbox", help="As in `grade`.")]


@mistakes.command("list")
def list_groups(
    submitted: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Holds `<student>/<assignment>/`.")
    ],
    course: CourseOption = None,
    sandbox: SandboxOption = SandboxLayers.full,
    most: Annotated[int, typer.Option(min=1, help="How many groups to show.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")] = False,
) -> None:
    """List the largest groups of unexplained answers, with a sample.

    The answers of a group are wrong in the same way, and nothing explains their values. What else
    is wrong with them, and explained, stands behind the signature.
    """
    loaded, groups, leftovers = _groups(submitted, course, sandbox)
    _print_groups(groups, most, as_json=as_json)
    _print_leftovers(leftovers, loaded, to_stderr=as_json)
    if leftovers.unplaced:
        raise typer.Exit(FAILED)


def _print_groups(groups: list[Group], most: int, *, as_json: bool) -> None:
    if as_json:
        documents = [
            {
                "exercise": group.exercise,
                "signature": group.signature,
                "facets": list(group.facets),
                "students": group.students,
                "sample": group.sample,
            }
            for group in groups
        ]
        typer.echo(json.dumps(documents, ensure_ascii=False))
        return
    if not groups:
        typer.echo("every wrong answer is explained")
    for group in groups[:most]:
        who = ", ".join(group.students[:5]) + (", ..." if len(group.students) > 5 else "")
        beside = f" ({', '.join(group.facets)})" if group.facets else ""
        typer.echo(f"{group.exercise} {group.signature}{beside}: {len(group.students)} ({who})")
        typer.echo(_shown(group.sample))


@mistakes.command()
def adopt(
    submitted: Annotated[Path, typer.Argument(metavar="FOLDER", help="As in `list`.")],
    exercise: Annotated[str, typer.Argument(metavar="EXERCISE", help="Of the group.")],
    signature: Annotated[
        str, typer.Argument(metavar="SIGNATURE", help="Of the group, or its first digits.")
    ],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of the new mistake, in snake_case.")],
    course: CourseOption = None,
    sandbox: SandboxOption = SandboxLayers.full,
) -> None:
    """Write a new mistake from one of these groups.

    The file that is written still needs its hints; until then grading goes on without it.
    """
    from autograder.atomic_files import create_whole  # noqa: PLC0415 - seldom needed
    from autograder.course.adopted import ADOPTED_FOLDER, skeleton  # noqa: PLC0415
    from autograder.grading.unexplained import source_to_adopt  # noqa: PLC0415

    _check_name(name)
    loaded, groups, leftovers = _groups(submitted, course, sandbox)
    _print_leftovers(leftovers, loaded, to_stderr=True)
    found = [
        each
        for each in groups
        if each.exercise == exercise and each.signature.startswith(signature)
    ]
    signatures = {group.signature for group in found}
    if len(signatures) != 1:
        count = len(signatures)
        stop(f"{count} groups of {exercise!r} have a signature that begins with {signature!r}")
    # What else is wrong with a program is no part of the mistake: the less the better.
    group = min(found, key=lambda each: len(each.facets))
    solution = next(each for each in loaded.solutions() if each.name == exercise)
    path = solution.folder / ADOPTED_FOLDER / f"{name}.toml"
    taken = f"{exercise!r} has a mistake {name!r} already"
    if name in solution.mistake_names or path.exists():
        stop(taken)
    source = source_to_adopt(loaded, solution, group, layers=sandbox.value)
    if source is None:
        stop("no code of this group answers so by itself, without the rest of its submission")
    path.parent.mkdir(exist_ok=True)
    if not create_whole(path, skeleton(source, loaded.settings.languages)):
        stop(taken)
    typer.echo(f"wrote {path}; fill in its hints, and the next grading names it")


def _check_name(name: str) -> None:
    from autograder.diagnosis.diagnosis import FACETS  # noqa: PLC0415 - loads NumPy
    from autograder.diagnosis.relations import RELATIONS  # noqa: PLC0415 - loads NumPy

    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        stop(f"{name!r} is no name in snake_case")
    if keyword.iskeyword(name):
        stop(f"{name!r} is a word of Python's own")
    if name in RELATIONS or any(name in names for names in FACETS.values()):
        stop(f"{name!r} is the name of a general relation")


def _groups(
    submitted: Path, course: Path | None, sandbox: SandboxLayers
) -> tuple[Course, list[Group], Leftovers]:
    from autograder.course import load_course  # noqa: PLC0415 - loads NumPy
    from autograder.grading.unexplained import Unexplained  # noqa: PLC0415
    from autograder.workers.course_grading import grade_folder  # noqa: PLC0415

    loaded = load_course(course_root(course))
    pairs = grade_folder(loaded, submitted, layers=sandbox.value)
    for fault in loaded.unfinished():
        typer.echo(f"autograder: {fault}; graded without it", err=True)
    unexplained, count = Unexplained(), 0
    for submission, result in pairs:
        unexplained.add(submission, result)
        count += 1
    if not count:
        _print_leftovers(pairs.leftovers, loaded, to_stderr=True)
        stop(f"{submitted} holds no submission of this course's assignments")
    return loaded, unexplained.groups(), pairs.leftovers


def _print_leftovers(leftovers: Leftovers, course: Course, *, to_stderr: bool) -> None:
    language = report_language(None, course.settings.languages, course.root)
    print_leftovers(leftovers, language, to_stderr=to_stderr)


def _shown(sample: str) -> str:
    lines = ["".join(c if c.isprintable() else " " for c in each) for each in sample.splitlines()]
    more = ["    ..."] if len(lines) > _LINES else []
    return "\n".join([*(f"    {line}" for line in lines[:_LINES]), *more, ""])
