"""`nbgrader zip_collect` reads what platforms give out as `autograder collect` does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbgrader.plugins.zipcollect import ExtractorPlugin, FileNameCollectorPlugin

from autograder.collecting.asked import Asked, asked_of
from autograder.collecting.meant_names import attempt_number, is_archive
from autograder.collecting.roster import Roster, find_roster
from autograder.errors import AutograderError
from autograder.nbgrader.loaded_course import course_root, loaded_course
from autograder.platforms.collecting import Wishes, collect
from autograder.platforms.not_placed import not_placed_lines

__all__ = ["CollectByStudent", "UnpackByStudent"]

_TIMESTAMP = "timestamp.txt"


class UnpackByStudent(ExtractorPlugin):  # type: ignore[misc]
    """Unpacks archives, within bounds, as `<student>/<assignment>/`."""

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Lay out what lies in one folder in another.

        Args:
            archive_path: holds archives, or files with the students' names.
            extracted_path: where they go.
        """
        about = self.parent.coursedir
        packed = sorted(Path(archive_path).iterdir())
        all_archives = packed and all(is_archive(each.name) for each in packed)
        wishes = Wishes(assignment=about.assignment_id)
        try:
            came = collect(
                packed if all_archives else [Path(archive_path)],
                Path(extracted_path),
                _asked(self.parent),
                _roster(self.parent),
                wishes,
            )
        except AutograderError as error:
            self.parent.fail(str(error))
        for line in not_placed_lines(came):
            self.log.warning("%s", line)


class CollectByStudent(FileNameCollectorPlugin):  # type: ignore[misc]
    """Says of each unpacked file whose it is, and when it came."""

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """The student, the name and the time of a file; None for one that is no answer.

        Args:
            submitted_file: its whole path.
        """
        app = self.parent
        extracted = Path(app._format_collect_path(app.extracted_directory))
        student, assignment, *rest = Path(submitted_file).relative_to(extracted).parts
        if not rest or rest[-1] == _TIMESTAMP:
            return None
        folder = extracted / student / assignment
        attempts = sorted(filter(attempt_number, _names(folder)), key=_number)
        if attempts:
            if rest[0] != attempts[-1]:
                return None
            folder, rest = folder / rest[0], rest[1:]
        found = {"student_id": student, "file_id": "/".join(rest)}
        if (folder / _TIMESTAMP).is_file():
            found["timestamp"] = (folder / _TIMESTAMP).read_text(encoding="utf-8").strip()
        return found


def _names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir() if each.is_dir()]


def _number(name: str) -> tuple[int, ...]:
    return attempt_number(name) or ()


def _asked(app: Any) -> Asked:
    """What the course asks for; in a course that is none of ours, this one assignment."""
    root = course_root(app)
    if root and app.coursedir.assignment_id in (asked := asked_of(loaded_course(root))).assignments:
        return asked
    return Asked({app.coursedir.assignment_id: []})


def _roster(app: Any) -> Roster | None:
    return find_roster(Path(app.coursedir.root))
