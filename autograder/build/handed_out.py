"""What a student gets: stubs, notebooks, public checks, the wheel, and how to begin."""

from __future__ import annotations

import json
import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from autograder.build.generated import task_text
from autograder.build.wheel import write_wheel
from autograder.course import Course
from autograder.errors import PathError
from autograder.keys.outline import read_outline
from autograder.keys.public_file import PUBLIC_FOLDER
from autograder.notebook.packed_checks import PACKED, pack
from autograder.report.language import read_languages
from autograder.texts import FALLBACK

__all__ = ["write_handout"]

_MADE: Final = ("exercises", "release")
_EDITOR: Final[dict[str, Any]] = {
    "python.defaultInterpreterPath": "${workspaceFolder}/.venv",
    "python.testing.pytestEnabled": True,
    "python.testing.unittestEnabled": False,
    "python.testing.pytestArgs": ["exercises"],
    "files.exclude": {"**/.autograder": True},
}
_EXTENSIONS: Final = {"recommendations": ["ms-python.python", "ms-toolsai.jupyter"]}


def write_handout(course: Course, target: Path) -> list[Path]:
    """Write the folder that students get.

    Args:
        course: built, as `autograder build` leaves it.
        target: the folder; it is made, or empty.

    Returns:
        The files, from the folder.

    Raises:
        PathError: if the folder is not empty, or the course is not built.
    """
    for name in _MADE:
        if not any((course.root / name).glob("*/*")):
            folder = course.root / name
            raise PathError(f"there is nothing in {folder}; run `autograder build` first", folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise PathError(f"{target} is not an empty folder", target)
    target.mkdir(parents=True, exist_ok=True)
    ignored = shutil.ignore_patterns("__pycache__", ".autograder", ".ipynb_checkpoints")
    for assignment in course.assignments:
        stubs, notebooks = (Path(name, assignment.name) for name in ("exercises", "notebooks"))
        shutil.copytree(course.root / stubs, target / stubs, ignore=ignored)
        release = course.root / "release" / assignment.name
        shutil.copytree(release, target / notebooks, ignore=ignored)
        pack(release / PUBLIC_FOLDER, target / notebooks / PACKED)
    _put_stubs(course, target)
    write_wheel(target)
    (target / "start.py").write_text(_template("start.txt"), encoding="utf-8")
    (target / "README.md").write_text(_readme(course), encoding="utf-8")
    editor = target / ".vscode"
    editor.mkdir()
    for name, content in (("settings.json", _EDITOR), ("extensions.json", _EXTENSIONS)):
        (editor / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    return sorted(path.relative_to(target) for path in target.rglob("*") if path.is_file())


def _put_stubs(course: Course, target: Path) -> None:
    """Undo what somebody wrote into the stubs of the course: it could be a solution."""
    languages = read_languages(course.settings.languages, course.root)
    for assignment in course.assignments:
        folder = target / "exercises" / assignment.name
        for exercise in read_outline(folder / PUBLIC_FOLDER).exercises:
            for name, stub in exercise.files.items():
                (folder / f"{name}.py").write_text(stub, encoding="utf-8")
        for task in assignment.tasks:
            (folder / f"{task.name}.md").write_text(task_text(task, languages), encoding="utf-8")


def _readme(course: Course) -> str:
    """In each language of the course, the first one first; in English where there is no other."""
    # As wide as the other commands of the list, where the name allows it.
    hint = f"hint {course.assignments[0].solutions[0].name}  ".ljust(17)
    languages = course.settings.languages
    there = [each for each in languages if _has_template(each)] or [FALLBACK]
    texts = [
        _template(f"README.{each}.md")
        .replace("{course}", course.settings.title.of(each))
        .replace("{hint}", hint)
        .replace("{language}", "" if each == there[0] else _template(f"language.{each}.md"))
        for each in there
    ]
    return "\n---\n\n".join(texts)


def _has_template(language: str) -> bool:
    return (files("autograder.build") / "handout" / f"README.{language}.md").is_file()


def _template(name: str) -> str:
    return (files("autograder.build") / "handout" / name).read_text(encoding="utf-8")
