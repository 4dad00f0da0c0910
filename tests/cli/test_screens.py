"""What a student of this course reads on a terminal, in 80 columns, in Korean and in English."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from autograder.cli.regrade import print_changes
from autograder.grading.student_check import find_exercises
from autograder.nbgrader.grade_changes import GradeChange, Reason
from autograder.report.language import read_language
from autograder.student.progress import read_progress
from autograder.student.watching import Watching
from tests.cli.running import run
from tests.report.results import LANGUAGES, check, exercise
from tests.screens import COLUMNS, FOLDER, too_wide

COURSE = Path(__file__).parents[2]
ANSWERS = {
    "losses/sigmoid": "return 1 / (1 + np.exp(-np.clip(x, -700, 700)))",
    "losses/cross_entropy": "return None",
    "gradient_descent/gradient_step": "return w + lr * grad",
    "adaptive/rmsprop_step": "raise ValueError('not yet')",
    "schedules/half_life": "while True: pass",
    "validation/early_stopping": "return 0",
    "regularization/l1_norm": "print('sizes', np.abs(w))\n    return np.abs(w).max()",
}


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory) -> Path:
    """The exercises as they are handed out; the public checks are links, for they are large."""
    desk = tmp_path_factory.mktemp("desk")
    for folder in (COURSE / "exercises").iterdir():
        there = desk / "exercises" / folder.name
        there.mkdir(parents=True)
        for path in folder.glob("*.py"):
            shutil.copy(path, there)
        (there / "public").symlink_to(folder / "public")
    return desk


@pytest.fixture(params=LANGUAGES)
def language(request, monkeypatch) -> str:
    """The language that is chosen."""
    monkeypatch.setenv("AUTOGRADER_LANGUAGE", request.param)
    monkeypatch.setenv("NO_COLOR", "1")
    return request.param


@pytest.fixture
def desk(handed_out, tmp_path, monkeypatch) -> Path:
    """A student's folder, some exercises of which were begun; it is the current one."""
    here = Path(shutil.copytree(handed_out, tmp_path / "desk", symlinks=True))
    for name, line in ANSWERS.items():
        path = here / "exercises" / f"{name}.py"
        text = path.read_text(encoding="utf-8")
        assert "raise NotImplementedError()" in text
        path.write_text(text.replace("raise NotImplementedError()", line), encoding="utf-8")
    monkeypatch.chdir(here)
    return here


def session(*commands: str) -> str:
    """What stands on the terminal after these commands."""
    shown = []
    for command in commands:
        ran = run(*command.split(), columns=COLUMNS)
        shown.append(f"$ {' '.join(['autograder', command]).strip()}\n{ran.out}{ran.err}")
    return "\n".join(shown)


@pytest.mark.sandbox
def test_the_list(desk, language, screens):
    """Every state that an exercise can be in."""
    found = find_exercises(desk / "exercises")
    progress = read_progress(found)
    for name, status, score in (
        ("sigmoid", "passed", 4),
        ("cross_entropy", "partial", 2),
        ("gradient_step", "failed", 0),
        ("rmsprop_step", "error", 0),
        ("half_life", "timeout", 0),
    ):
        passed = replace(check(), points=score)
        progress.record(replace(exercise(passed, status=status), exercise=name))
    progress.save()
    screens.compare("list", language, session(""))


@pytest.mark.sandbox
def test_checks(desk, language, screens):
    """A right answer, a mistake, None, an error, what nothing explains, prints, a stub."""
    right, *wrong, printing = (
        *("sigmoid", "gradient_step", "cross_entropy", "rmsprop_step", "early_stopping"),
        "l1_norm",
    )
    screens.compare("check-right", language, session(f"check {right}"))
    screens.compare("check-wrong", language, session(*(f"check {name}" for name in wrong)))
    screens.compare("check-all", language, session(f"check {printing} --all --more"))
    screens.compare("check-stub", language, session("check adam_step"))


@pytest.mark.sandbox
def test_checks_of_several(desk, language, screens):
    """An assignment, what changed, and where nothing did; a call that is saved."""
    for name in ("schedules/half_life", "validation/early_stopping", "adaptive/rmsprop_step"):
        shutil.copy(COURSE / "exercises" / f"{name}.py", desk / "exercises" / f"{name}.py")
    commands = ("check losses", "check", "check", "check gradient_step --save case")
    screens.compare("check-several", language, session(*commands))


@pytest.mark.sandbox
def test_hints(desk, language, screens):
    """From the question to the cause; of a stub; where none is needed."""
    commands = ["hint gradient_step"] * 3 + ["hint adam_step", "hint sigmoid"]
    screens.compare("hint", language, session(*commands))


def test_an_exercise_is_reset(desk, language, screens):
    """And once more, when it is a stub."""
    screens.compare("reset", language, session(*["reset gradient_step"] * 2))


@pytest.mark.sandbox
def test_watch(desk, language, screens):
    """An answer, and what each key shows."""
    found = find_exercises(desk / "exercises")
    console = Console(width=COLUMNS, record=True, file=StringIO(), color_system=None)
    watching = Watching(found, read_language(language, found.sentences), console, "gradient_step")
    watching.run(lambda seconds: "q")
    shown = [f"$ autograder watch\n{console.export_text()}"]
    for key in "hlrrn":
        watching.press(key)
        shown.append(f"[{key}]\n{console.export_text()}")
    screens.compare("watch", language, "\n".join(shown))


def test_a_mistyped_command(desk, language, screens):
    """One sentence for each."""
    commands = (
        *("check gradient_stp", "check zzz", "check --lang fr", "check --lng", "check --save"),
        *("hint", "hint gradient_step softmax", "chek", "reset losses/other.py"),
        *("check gradient_step softmax --save x", "check --exercises nowhere"),
    )
    screens.compare("mistyped", language, session(*commands))


def test_regrading(language, screens, capsys, monkeypatch):
    """A table with long names, and every reason."""
    monkeypatch.setenv("COLUMNS", str(COLUMNS))
    reasons = (
        (Reason("regrade_first"),),
        (Reason("regrade_handed_in"), Reason("regrade_worth", {"before": "11", "after": "13"})),
        (
            Reason(
                "regrade_check", {"check": "large numbers", "before": "passed", "after": "failed"}
            ),
        ),
        (
            Reason("regrade_new_check", {"check": "zeros"}),
            Reason("regrade_no_check", {"check": "ones"}),
        ),
        (Reason("regrade_anew"),),
    )
    changes = [
        (f"student-{number}", "gradient_descent", GradeChange("gradient_step", 7, 9.5, 11, 13, why))
        for number, why in enumerate(reasons)
    ]
    print_changes(changes, language)
    screens.compare("regrade", language, capsys.readouterr().out)


@pytest.mark.sandbox
def test_a_terminal_shows_the_same_without_colours(desk, language, screens, monkeypatch):
    """With NO_COLOR a terminal gets no colour; what stands there is the same."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    printed = session("check sigmoid")
    assert "\x1b[1m" in printed
    assert not re.search("\x1b\\[(?:[0-9]+;)*[349][0-9]", printed)
    screens.compare("check-right", language, re.sub("\x1b\\[[0-9;]*m", "", printed))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.name)
def test_a_kept_screen_fits_80_columns(path):
    """Where a Korean letter takes two of them."""
    assert too_wide(path.read_text(encoding="utf-8")) == []


def test_every_screen_is_kept_in_both_languages():
    """And each of them has words in its language."""
    names = {path.name.partition(".")[0] for path in FOLDER.glob("*.txt")}
    assert len(names) == 11
    for name in names:
        korean, english = (
            (FOLDER / f"{name}.{each}.txt").read_text(encoding="utf-8") for each in LANGUAGES
        )
        assert re.search("[가-힣]", korean)
        assert not re.search("[가-힣]", english)
