"""`autograder validate`: is the grading itself right?"""

from __future__ import annotations

import functools
import importlib.util
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.app import (
    FAILED,
    CourseOption,
    SandboxLayers,
    app,
    console,
    course_root,
    stop,
)
from autograder.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.course import Course, Solution
    from autograder.sandbox.confined import Layers
    from autograder.validation.examination import Examination
    from autograder.validation.mutant_hunt import Hunt

__all__ = ["validate"]


@app.command()
def validate(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="EXERCISE", help="Exercises or assignments; else all."),
    ] = None,
    mutants: Annotated[
        bool, typer.Option("--mutants", help="Also hunt the mutants of every reference.")
    ] = False,
    edits: Annotated[
        bool, typer.Option("--edits", help="Print what likely edits of each reference earn.")
    ] = False,
    changed: Annotated[
        bool, typer.Option("--changed", help="Only what changed since its mutants were hunted.")
    ] = False,
    kills: Annotated[
        bool, typer.Option("--kills", help="Print which checks kill which mutant.")
    ] = False,
    cases: Annotated[
        bool, typer.Option("--cases", help="Print the cases that kill nothing that others don't.")
    ] = False,
    diagnosis: Annotated[
        bool, typer.Option("--diagnosis", help="What is named of the wrong answers of the corpus.")
    ] = False,
    composed: Annotated[
        int, typer.Option(min=0, help="How many composed wrong answers are judged.")
    ] = 0,
    random: Annotated[
        int, typer.Option(min=0, help="How many random wrong answers are judged.")
    ] = 0,
    seed: Annotated[int, typer.Option(min=0, help="Of composed and random answers.")] = 1,
    record: Annotated[
        bool, typer.Option("--record", help="Write the figures of the diagnosis into docs/.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")] = False,
    course: CourseOption = None,
    sandbox: Annotated[SandboxLayers, typer.Option(help="As in `grade`.")] = SandboxLayers.full,
    jobs: Annotated[int, typer.Option(min=1, help="How many run at a time.")] = os.cpu_count() or 1,
) -> None:
    """Prove that the exercises are graded rightly.

    It is done in the sandbox that grades students. Each reference and each alternative must get
    full marks, each stub none, thoughtless answers less than a fifth; each mistake must lose points
    and be named, as itself and nothing else. What no hidden case touches of the domains of the
    arguments is printed. With --mutants, each mutant of a reference must be
    killed by a check or be listed as equivalent.

    With --edits it only prints what likely edits of the references earn, those that no check
    catches first.

    With --diagnosis, --composed and --random wrong answers are judged: what is named of them, and
    whether that is right. Nothing may be worse than what --record wrote. With --mutants too, all
    the rest is proved before; else it is left out.
    """
    from autograder.course import load_course  # noqa: PLC0415 - loads NumPy

    mutants = mutants or kills or cases or changed
    if mutants and importlib.util.find_spec("cosmic_ray") is None:
        stop("mutants need cosmic-ray: pip install 'numeric-autograder[validation]'")
    loaded = load_course(course_root(course))
    chosen = _chosen(loaded, names or [], changed=changed)
    if edits:
        if mutants or diagnosis or composed or random or record or as_json:
            stop("--edits prints what likely edits earn and validates nothing; give it alone")
        _print_edits(loaded, chosen)
        return
    judged = diagnosis or composed > 0 or random > 0
    if record and not judged:
        stop("--record needs --diagnosis, --composed or --random")
    if mutants and judged and as_json:
        stop("--json prints one document: ask for mutants or for the diagnosis")
    right = True
    if mutants or not judged:
        run = _Run(loaded, chosen, sandbox, jobs, quiet=as_json)
        right = run.prove(mutants=mutants, kills=kills, cases=cases)
    if judged:
        from autograder.cli.validate_diagnosis import DiagnosisRun  # noqa: PLC0415 - loads NumPy

        progress = functools.partial(_progress, quiet=as_json)
        named = DiagnosisRun(loaded, chosen, sandbox.value, jobs, progress, quiet=as_json).run(
            corpus=diagnosis, composed=composed, random=random, seed=seed, record=record
        )
        right = right and named
    if not right:
        raise typer.Exit(FAILED)


def _print_edits(course: Course, chosen: list[Solution]) -> None:
    """Say what likely edits of each reference earn."""
    from autograder.course.seeds import hidden_seed  # noqa: PLC0415
    from autograder.keys.making import make_key  # noqa: PLC0415 - loads NumPy
    from autograder.validation.likely_edits import edit_lines, grade_edits  # noqa: PLC0415

    seed = hidden_seed(course.root)
    for solution in chosen:
        typer.echo(f"{solution.assignment}/{solution.name}")
        for line in edit_lines(grade_edits(solution, make_key(solution, seed))):
            typer.echo(f"    {line}")


def _chosen(course: Course, names: list[str], *, changed: bool) -> list[Solution]:
    """Choose the exercises that were asked for, in the order in which they are taught."""
    assignments = {each.name for each in course.assignments}
    exercises = [solution.name for solution in course.solutions()]
    for name in names:
        if name not in assignments and name not in exercises:
            raise UnknownNameError("exercise", name, exercises)
    chosen = [
        solution
        for solution in course.solutions()
        if not names or solution.name in names or solution.assignment in names
    ]
    if changed:
        from autograder.validation.proofs_file import unproved  # noqa: PLC0415 - loads NumPy

        open_ones = {solution.name for solution in unproved(course)}
        chosen = [solution for solution in chosen if solution.name in open_ones]
    return chosen


class _Run:
    """One run over some exercises, with a progress bar where somebody watches."""

    def __init__(
        self,
        course: Course,
        chosen: list[Solution],
        sandbox: SandboxLayers,
        jobs: int,
        *,
        quiet: bool,
    ) -> None:
        from autograder.course.seeds import hidden_seed  # noqa: PLC0415

        self._course = course
        self._chosen = chosen
        self._quiet = quiet
        self._seed = hidden_seed(course.root)
        self._limits = course.settings.limits
        self._layers: Layers = sandbox.value
        self._jobs = jobs

    def prove(self, *, mutants: bool, kills: bool, cases: bool) -> bool:
        """Examine the exercises, hunt their mutants where that is asked for, and print it all.

        Returns:
            Whether nothing is wrong.
        """
        started = time.monotonic()
        examinations = self.examine()
        hunts = self.hunt() if mutants else {}
        seconds = time.monotonic() - started
        if mutants:
            _record(self._course, self._chosen, examinations, hunts)
        if self._quiet:
            _print_json(examinations, hunts, seconds)
        else:
            _print_lines(examinations, hunts, seconds, kills=kills, cases=cases)
        return not any(_faults(each, hunts.get(name)) for name, each in examinations.items())

    def examine(self) -> dict[str, Examination]:
        """Examine each exercise."""
        from autograder.validation.sandboxed import examine_all  # noqa: PLC0415

        found = {}
        with _progress("examinations", len(self._chosen), quiet=self._quiet) as advance:
            for examination in examine_all(
                self._chosen,
                self._seed,
                limits=self._limits,
                layers=self._layers,
                workers=self._jobs,
            ):
                found[examination.exercise] = examination
                advance()
        return found

    def hunt(self) -> dict[str, Hunt]:
        """Grade the mutants of each exercise."""
        from autograder.validation.mutant_hunt import Hunt, hunt_all  # noqa: PLC0415
        from autograder.validation.mutants import make_mutants  # noqa: PLC0415

        found = {}
        watched = _is_watched(quiet=self._quiet)
        total = sum(len(make_mutants(each)) for each in self._chosen) if watched else 0
        with _progress("mutants", total, quiet=self._quiet) as advance:
            for result in hunt_all(
                self._chosen,
                self._seed,
                limits=self._limits,
                layers=self._layers,
                workers=self._jobs,
            ):
                if isinstance(result, Hunt):
                    found[result.exercise] = result
                else:
                    advance()
        return found


@contextmanager
def _progress(what: str, total: int, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """Show how far something is where somebody watches; yield what advances it."""
    if not _is_watched(quiet=quiet):
        yield lambda: None
        return
    from rich.progress import Progress  # noqa: PLC0415 - slow to import

    with Progress(console=console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda: progress.advance(task)


def _is_watched(*, quiet: bool) -> bool:
    """Whether somebody sees how far something is."""
    return not quiet and console(stderr=True).is_terminal


def _faults(examination: Examination, hunt: Hunt | None) -> list[str]:
    return [*examination.faults, *(hunt.faults if hunt is not None else [])]


def _record(
    course: Course,
    chosen: list[Solution],
    examinations: dict[str, Examination],
    hunts: dict[str, Hunt],
) -> None:
    from autograder.validation.proofs_file import record  # noqa: PLC0415

    failed = [each for each in chosen if _faults(examinations[each.name], hunts[each.name])]
    record(course, [each for each in chosen if each not in failed], failed)


def _print_json(
    examinations: dict[str, Examination], hunts: dict[str, Hunt], seconds: float
) -> None:
    from autograder.validation.summary import (  # noqa: PLC0415
        course_document,
        examination_document,
    )

    exercises = [
        examination_document(examination, hunts.get(name))
        for name, examination in examinations.items()
    ]
    typer.echo(json.dumps(course_document(exercises, seconds), ensure_ascii=False))


def _print_lines(
    examinations: dict[str, Examination],
    hunts: dict[str, Hunt],
    seconds: float,
    *,
    kills: bool,
    cases: bool,
) -> None:
    from autograder.validation.mutant_hunt import spare_cases  # noqa: PLC0415
    from autograder.validation.summary import (  # noqa: PLC0415
        domain_lines,
        exercise_line,
        kill_lines,
        summary,
    )

    for name, examination in examinations.items():
        hunt = hunts.get(name)
        typer.echo(exercise_line(examination, hunt))
        for problem in _faults(examination, hunt):
            typer.echo(f"    {problem}")
        for line in domain_lines(examination):
            typer.echo(f"    {line}")
        if hunt is not None and kills:
            for line in kill_lines(hunt):
                typer.echo(f"    {line}")
        if hunt is not None and cases:
            for check, index in spare_cases(hunt):
                typer.echo(f"    case {index} of {check!r} does nothing that others don't")
    typer.echo(summary(examinations.values(), hunts.values(), seconds))
