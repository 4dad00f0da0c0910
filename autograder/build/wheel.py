"""The wheel of this very installation, made without a network or a build tool."""

from __future__ import annotations

import base64
import hashlib
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any, Final

import autograder

__all__ = ["wheel_name", "write_wheel"]

_DISTRIBUTION: Final = "numeric-autograder"
_WHEEL: Final = (
    "Wheel-Version: 1.0\nGenerator: autograder\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
)
_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""Of every file in it, so that two wheels of the same files are the same."""


def wheel_name() -> str:
    """The name of the wheel of this version."""
    return f"{_DISTRIBUTION.replace('-', '_')}-{autograder.__version__}-py3-none-any.whl"


def write_wheel(folder: Path) -> Path:
    """Write a wheel of the package as it runs here; it has nothing of any course in it.

    Args:
        folder: where it goes.

    Returns:
        The file.
    """
    found = distribution(_DISTRIBUTION)
    path = folder / wheel_name()
    name = path.name.removesuffix("-py3-none-any.whl")
    records = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for inside, data in _contents(found, f"{name}.dist-info"):
            file.writestr(zipfile.ZipInfo(inside, _TIME), data, zipfile.ZIP_DEFLATED)
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            records.append(f"{inside},sha256={digest},{len(data)}")
        record = f"{name}.dist-info/RECORD"
        text = "\n".join([*records, f"{record},,", ""])
        file.writestr(zipfile.ZipInfo(record, _TIME), text, zipfile.ZIP_DEFLATED)
    return path


def _contents(found: Distribution, info: str) -> Iterator[tuple[str, bytes]]:
    package = Path(autograder.__file__).resolve().parent
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith("."):
            yield path.relative_to(package.parent).as_posix(), path.read_bytes()
    metadata, points = (found.read_text(name) or "" for name in ("METADATA", "entry_points.txt"))
    project = _project_around(package)
    if project is not None:
        # An editable installation keeps what was needed when it was made.
        metadata, points = _with_needs(metadata, project), _entry_points(project)
    yield f"{info}/METADATA", metadata.encode()
    yield f"{info}/WHEEL", _WHEEL.encode()
    yield f"{info}/entry_points.txt", points.encode()


def _project_around(package: Path) -> dict[str, Any] | None:
    """What `pyproject.toml` says of this project, where the package runs from its repository."""
    try:
        text = (package.parent / "pyproject.toml").read_text(encoding="utf-8")
    except OSError:
        return None
    project: dict[str, Any] = tomllib.loads(text).get("project", {})
    return project if project.get("name") == _DISTRIBUTION else None


_NEEDS: Final = ("Requires-Dist:", "Provides-Extra:", "Requires-Python:")


def _with_needs(metadata: str, project: Mapping[str, Any]) -> str:
    """Metadata with what a project needs now."""
    heads, _, text = metadata.partition("\n\n")
    lines = [line for line in heads.splitlines() if not line.startswith(_NEEDS)]
    lines.append(f"Requires-Python: {project['requires-python']}")
    lines += [f"Requires-Dist: {each}" for each in project["dependencies"]]
    for extra, needed in project.get("optional-dependencies", {}).items():
        lines.append(f"Provides-Extra: {extra}")
        for each in needed:
            name, _, marker = (part.strip() for part in each.partition(";"))
            where = f"({marker}) and " if marker else ""
            lines.append(f"Requires-Dist: {name}; {where}extra == '{extra}'")
    return "\n".join([*lines, "", text])


def _entry_points(project: Mapping[str, Any]) -> str:
    groups = {"console_scripts": project.get("scripts", {}), **project.get("entry-points", {})}
    return "\n".join(
        line
        for group, points in groups.items()
        for line in (f"[{group}]", *(f"{name} = {place}" for name, place in points.items()), "")
    )
