"""`autograder collect`: what a learning platform gives out, laid out as submissions."""

from __future__ import annotations

import enum
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from autograder.cli.app import (
    FAILED,
    CourseOption,
    RosterOption,
    app,
    class_roster,
    course_root,
    stop,
)
from autograder.collecting.student_names import safe_name
from autograder.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from autograder.collecting.roster import Roster
    from autograder.course import Course
    from autograder.platforms.collecting import Collected, Wishes

__all__ = ["SUBMITTED", "collect", "collect_archives", "collect_first"]

SUBMITTED: Final = "submitted"
"""Where submissions lie in a course."""

_MOST_FILES: Final = 3
_STATES: Final = {
    "same": "lay there already",
    "differs": "other files lie there",
    "added": "added as an attempt",
}


class PlatformName(enum.StrEnum):
    """Where an archive comes from."""

    canvas = "canvas"
    moodle = "moodle"
    blackboard = "blackboard"
    google = "google"
    gradescope = "gradescope"
    nbgrader = "nbgrader"
    github = "github"
    folders = "folders"
    files = "files"


@app.command()
def collect(
    sources: Annotated[
        list[Path], typer.Argument(metavar="ARCHIVE", help="Archives or folders; they stay.")
    ],
    assignment: Annotated[
        str | None, typer.Option("--assignment", help="What all of it is for; else its files say.")
    ] = None,
    course: CourseOption = None,
    to: Annotated[
        Path | None, typer.Option("--to", help="Where it goes; else `submitted` in the course.")
    ] = None,
    roster: RosterOption = None,
    platform: Annotated[
        PlatformName | None,
        typer.Option(
            "--from",
            metavar="PLATFORM",
            help=f"Who packed it: {', '.join(PlatformName)}; else the names say.",
        ),
    ] = None,
    time_zone: Annotated[
        str | None,
        typer.Option("--time-zone", help="Of times written without one, as `Asia/Seoul`."),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Keep what came later as a further attempt.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing.")] = False,
) -> None:
    """Lay out what a learning platform gives out.

    It goes into `submitted/<student>/<assignment>/`. It may come from
    Canvas, Moodle, Blackboard, Google and GitHub Classroom, Gradescope, nbgrader's exchange, a
    folder or an archive for each student, or files with the students' names.
    """
    from autograder.course import load_course  # noqa: PLC0415 - loads NumPy
    from autograder.platforms.collecting import Wishes  # noqa: PLC0415

    loaded = load_course(course_root(course))
    known = [each.name for each in loaded.assignments]
    if assignment is not None and assignment not in known:
        raise UnknownNameError("assignment", assignment, known)
    people = class_roster(roster, loaded.root)
    wishes = Wishes(
        assignment, platform.value if platform else None, _zone(time_zone), update, dry_run
    )
    target = to or loaded.root / SUBMITTED
    if not collect_archives(sources, target, loaded, people, wishes):
        raise typer.Exit(FAILED)


def collect_archives(
    sources: list[Path],
    target: Path,
    course: Course,
    roster: Roster | None,
    wishes: Wishes,
    *,
    to_stderr: bool = False,
) -> bool:
    """Collect, and print who handed in what, what could not be placed, and who is absent.

    Returns:
        Whether everything could be placed.
    """
    from autograder.collecting.asked import asked_of  # noqa: PLC0415 - loads NumPy
    from autograder.platforms.collecting import collect  # noqa: PLC0415
    from autograder.platforms.not_placed import not_placed_lines  # noqa: PLC0415
    from autograder.report.hand_ins import roster_lines  # noqa: PLC0415

    came = collect(sources, target, asked_of(course), roster, wishes)
    lines = [*_source_lines(came), *_placed_lines(came), *not_placed_lines(came)]
    if roster is not None:
        # As all that this command says, in English.
        lines += roster_lines(roster, _present(came, target), "en")
    states = Counter(each.state for students in came.placed.values() for each in students.values())
    count = states["new"] + states["added"]
    would = "would write" if wishes.dry else "wrote"
    shown = target.relative_to(Path.cwd()) if target.is_relative_to(Path.cwd()) else target
    lines.append(f"{would} {count} to {shown}; {states['same']} lay there already")
    for line in lines:
        typer.echo(line, err=to_stderr)
    return not came.not_placed


def collect_first(
    archive: Path, course: Course, roster: Roster | None, assignment: str | None
) -> tuple[Path, bool]:
    """Collect an archive into the course, for a command that then goes on.

    Returns:
        The folder of all submissions, and whether everything could be placed.
    """
    from autograder.platforms.collecting import Wishes  # noqa: PLC0415

    target = course.root / SUBMITTED
    wishes = Wishes(assignment)
    placed = collect_archives([archive], target, course, roster, wishes, to_stderr=True)
    return target, placed


def _source_lines(came: Collected) -> Iterator[str]:
    from autograder.platforms.patterns import PLATFORMS  # noqa: PLC0415 - seldom needed

    for source in came.sources:
        yield f"{source.path}: {PLATFORMS[source.platform]}, {source.files} files"


def _placed_lines(came: Collected) -> Iterator[str]:
    for assignment, students in sorted(came.placed.items()):
        late = came.late[assignment]
        yield f"{assignment}: {len(students)} students" + (f", {len(late)} late" if late else "")
        for student, laid_out in sorted(students.items()):
            facts = [", ".join(map(safe_name, laid_out.files[:_MOST_FILES]))]
            facts += ["..."] if len(laid_out.files) > _MOST_FILES else []
            facts += [f"{laid_out.when:%Y-%m-%d %H:%M:%S} UTC"] if laid_out.when else []
            facts += ["late"] if student in late else []
            facts += [f"{laid_out.attempts} attempts"] if laid_out.attempts > 1 else []
            facts += [] if laid_out.state == "new" else [_STATES[laid_out.state]]
            yield f"  {student}: {'; '.join(facts)}"


def _present(came: Collected, target: Path) -> dict[str, set[str]]:
    """By assignment who has handed in, now or before."""
    there = list(target.iterdir()) if target.is_dir() else []
    return {
        assignment: {*students, *(each.name for each in there if (each / assignment).is_dir())}
        for assignment, students in came.placed.items()
    }


def _zone(name: str | None) -> tzinfo | None:
    if name is None:
        return None
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - seldom needed

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        stop(f"{name!r} is no time zone: it is called as `Asia/Seoul`")
