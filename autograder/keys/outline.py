"""The outline of an assignment: what a student sees of it before anything is checked.

It lies beside the public checks, and says what these do not: the order of the exercises, what each
is worth with its hidden checks, and what was handed out to be filled in.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Final

import msgspec

from autograder.errors import CourseError
from autograder.file_problems import field_problem, require_format
from autograder.keys.file_faults import told_as_faults
from autograder.limits import Limits
from autograder.texts import Text, decode_text, encode_text

__all__ = ["OUTLINE", "Outline", "OutlinedExercise", "dump_outline", "key_files", "read_outline"]

OUTLINE: Final = "assignment-outline.json"
"""The name of the file; no exercise can be called so."""

_FORMAT: Final = 1
_MAX_BYTES: Final = 4 << 20
_Points = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
_Name = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$", max_length=100)]


class OutlinedExercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One exercise.

    Attributes:
        name: of the function or class.
        title: what students call it.
        points: of all its checks.
        public: the points of its public checks.
        stub: the text of the file that was handed out.
        beside: the texts of its other files, by their names.
    """

    name: _Name
    title: Text
    points: _Points
    public: _Points
    stub: str
    beside: dict[_Name, str] = {}

    @property
    def files(self) -> dict[str, str]:
        """The texts of all its files, by their names; its own is the last one."""
        return {**self.beside, self.name: self.stub}


class Outline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One assignment.

    Attributes:
        course: what the course is called.
        languages: of the course; the first is its own.
        limits: on a submission, for a student's own check.
        number: of the assignment in the course, from 1.
        assignment: its name.
        title: what students call it.
        exercises: in order.
        format: the number of this format.
    """

    course: Text
    languages: Annotated[list[str], msgspec.Meta(min_length=1)]
    limits: Limits
    number: Annotated[int, msgspec.Meta(ge=1)]
    assignment: str
    title: Text
    exercises: list[OutlinedExercise]
    format: int = _FORMAT


def dump_outline(outline: Outline) -> str:
    """The text of the file."""
    document = msgspec.to_builtins(outline, enc_hook=encode_text)
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read_outline(folder: Path) -> Outline:
    """Read the outline that lies beside public checks.

    Args:
        folder: with the public checks.

    Raises:
        CourseError: if it is missing, is of another format, or is no outline.
    """
    path = folder / OUTLINE
    missing = "the outline of this assignment is missing"
    try:
        with told_as_faults(path, "the outline", missing), path.open("rb") as file:
            text = file.read(_MAX_BYTES).decode("utf-8")
            require_format(text, _FORMAT, "this outline is", "get the exercises anew")
            return msgspec.json.decode(text, type=Outline, dec_hook=decode_text)
    except UnicodeDecodeError:
        raise CourseError("this is not an outline: it is not UTF-8 text", path) from None
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        why = field_problem(error) if isinstance(error, ValueError) else "nested without end"
        raise CourseError(f"this is not an outline: {why}", path) from None


def key_files(folder: Path) -> dict[str, Path]:
    """The files of public checks in a folder, by the names of their exercises."""
    found = sorted(folder.glob("*.json"))
    return {path.stem: path for path in found if path.stem.isidentifier()}
