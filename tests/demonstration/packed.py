"""What each platform gives out of what a class handed in."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.demonstration.handed_in import ASSIGNMENT, Files, Material
from tests.demonstration.people import Person
from tests.platforms.packed import zipped

__all__ = ["STRANGER", "pack"]

STRANGER = "visitor_9999_70999_gradient_descent.ipynb"
"""In Canvas's archive: of somebody who is nobody of the class."""

_TIMES = ("2026-11-29-21-00-05", "2026-11-30-17-30-05")


def pack(platform: str, people: Iterable[Person], material: Material, folder: Path) -> Path:
    """Write what a platform gives out.

    Args:
        platform: one of `PLATFORMS`.
        people: who handed in there.
        material: of which their hand-ins are made.
        folder: where the archive, or the folder, goes.

    Returns:
        Where it is.
    """
    files: Files = {}
    for person in people:
        for number, attempt in enumerate(person.handed_in.attempts(material)[-2:]):
            files |= _PACKED[platform](person, attempt, number)
    if platform == "canvas":
        files[STRANGER] = next(iter(files.values()))
    if platform == "gradescope":
        files["assignment_5_export/submission_metadata.yml"] = _gradescope_list(people).encode()
    if platform == "nbgrader":
        for path, data in files.items():
            (folder / "inbound" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "inbound" / path).write_bytes(data)
        return folder / "inbound"
    archive = folder / f"{platform}.{'tar.gz' if platform == 'files' else 'zip'}"
    if platform == "files":
        with tarfile.open(archive, "w:gz") as tar:
            for path, data in files.items():
                header = tarfile.TarInfo(path)
                header.size = len(data)
                tar.addfile(header, io.BytesIO(data))
    else:
        archive.write_bytes(zipped(dict(files)))
    return archive


def _flat(files: Files) -> Files:
    """As people upload it who can upload files alone: what has folders is packed."""
    if any("/" in path for path in files):
        return {"homework.zip": zipped(dict(files))}
    return files


def _canvas(person: Person, files: Files, number: int) -> Files:
    name = "".join(person.name.lower().split())
    late = "LATE_" if person.number % 5 == 0 else ""
    return {
        f"{name}_{late}{person.lms_number}_{70000 + 10 * person.number + place}_{path}": data
        for place, (path, data) in enumerate(_flat(files).items())
    }


def _moodle(person: Person, files: Files, number: int) -> Files:
    folder = f"{person.name}_{900 + person.number}_assignsubmission_file_"
    text = f"{person.name}_{900 + person.number}_assignsubmission_onlinetext_/onlinetext.html"
    return {f"{folder}/{path}": data for path, data in files.items()} | {text: b"<p>done</p>"}


def _blackboard(person: Person, files: Files, number: int) -> Files:
    prefix = f"Gradient_descent_{person.id}_attempt_{_TIMES[number]}"
    text = f"Name: {person.name} ({person.id})\nAssignment: Gradient_descent\n"
    uploads = {f"{prefix}_{path}": data for path, data in _flat(files).items()}
    return uploads | {f"{prefix}.txt": text.encode()}


def _google(person: Person, files: Files, number: int) -> Files:
    return {f"HW 2/{person.name} - {path}": data for path, data in _flat(files).items()}


def _gradescope(person: Person, files: Files, number: int) -> Files:
    folder = f"assignment_5_export/submission_{person.number}"
    return {f"{folder}/{path}": data for path, data in files.items()}


def _gradescope_list(people: Iterable[Person]) -> str:
    return "".join(
        f"submission_{each.number}:\n  :submitters:\n  - :name: {each.name}\n"
        f"    :sid: '{each.lms_number}'\n    :email: {each.mail}\n"
        "  :created_at: 2026-11-30 08:30:05.123456000 Z\n"
        for each in people
    )


def _exchange(person: Person, files: Files, number: int) -> Files:
    day, hour = _TIMES[number][:10], _TIMES[number][11:].replace("-", ":")
    folder = f"{person.id}+{ASSIGNMENT}+{day} {hour}.000000 UTC"
    stamp = f"{day} {hour}.000000 UTC".encode()
    return {f"{folder}/{path}": data for path, data in (files | {"timestamp.txt": stamp}).items()}


def _archive(person: Person, files: Files, number: int) -> Files:
    return {f"{person.id}.zip": zipped(dict(files))}


def _loose(person: Person, files: Files, number: int) -> Files:
    found = {}
    for path, data in files.items():
        stem, dot, ending = path.rpartition("/")[2].rpartition(".")
        found[f"{stem}_{person.id}{dot}{ending}"] = data
    return found


_PACKED: dict[str, Callable[[Person, Files, int], Files]] = {
    "canvas": _canvas,
    "moodle": _moodle,
    "blackboard": _blackboard,
    "google": _google,
    "gradescope": _gradescope,
    "nbgrader": _exchange,
    "archives": _archive,
    "files": _loose,
}
