"""What is imported is asked for: an installation without the lock has all that it needs."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = {
    "nbgrader/": "nbgrader",
    "student/pytest_plugin.py": "pytest",
    "gradebook/": "nbgrader",
    "workers/dask_": "dask",
    "build/release.py": "nbgrader",
    "cli/demo.py": "nbgrader",
    "cli/unchanged.py": "nbgrader",
    "class_report/": "nbgrader",
    "exports/gradebook_points.py": "nbgrader",
    "feedback/": "nbgrader",
    "forgetting/": "nbgrader",
    "platforms/gradescope_list.py": "nbgrader",
    "validation/": "validation",
}
"""The extra that modules may need."""


def normal(name: str) -> str:
    """A distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements: list[str]) -> set[str]:
    """The names that requirements begin with."""
    return {normal(re.match(r"[\w.-]+", each)[0]) for each in requirements}


def imported(path: Path) -> set[str]:
    """The top-level modules of others that a file imports, anywhere in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(node.module.partition(".")[0])
    return names - sys.stdlib_module_names - {"autograder"}


def may_import(path: Path) -> set[str]:
    """The distributions that a module may need."""
    inside = path.relative_to(ROOT / "autograder").as_posix()
    known = declared(PROJECT["dependencies"])
    for start, extra in EXTRAS.items():
        if inside.startswith(start):
            known |= declared(PROJECT["optional-dependencies"][extra])
    return known


def test_what_is_imported_is_declared():
    """By name: that another dependency brings it today says nothing about tomorrow."""
    modules = sorted((ROOT / "autograder").rglob("*.py"))
    assert len(modules) > 100
    distributions = packages_distributions()
    missing = [
        f"{path.relative_to(ROOT)}: {module}"
        for path in modules
        for module in imported(path)
        if not may_import(path) & {normal(name) for name in distributions.get(module, [module])}
    ]
    assert missing == []
