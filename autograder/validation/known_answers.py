"""Known answers: text that a student could hand in, and that has a known grade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from autograder.course import Solution
from autograder.course.adopted import ADOPTED_FOLDER
from autograder.course.known_source import known_source
from autograder.course.parameters import base_name
from autograder.course.source_lines import line_of_definition, line_of_word

__all__ = ["KnownAnswer", "KnownKind", "known_answers"]

KnownKind = Literal["reference", "stub", "alternative", "mistake"]


@dataclass(frozen=True)
class KnownAnswer:
    """An answer with a known grade.

    Attributes:
        kind: what it is.
        name: in its file; that of the exercise for the reference and the stub.
        source: a whole module that defines what the exercise asks for.
        path: the file that defines it.
        line: where it begins there, from 1.
    """

    kind: KnownKind
    name: str
    source: str
    path: Path
    line: int

    def fault(self, text: str) -> str:
        """A sentence about a fault, with the file and line of this answer."""
        return f"{self.path}:{self.line}: {text}"


def known_answers(solution: Solution, *, adopted: bool = True) -> Iterator[KnownAnswer]:
    """Make the known answers to an exercise, as text.

    Args:
        solution: the exercise.
        adopted: whether to include the mistakes that were adopted from students.

    Yields:
        The reference, the stub, the alternatives, the mistakes.
    """
    reference = solution.folder / "reference.py"
    yield KnownAnswer("reference", solution.name, solution.source, reference, 1)
    begin = line_of_word(solution.source, "BEGIN") or 1
    yield KnownAnswer("stub", solution.name, solution.stub, reference, begin)
    for name in solution.alternatives:
        yield _from_file(solution, "alternative", "alternatives.py", name)
    for name in solution.mistakes:
        yield _from_file(solution, "mistake", "mistakes.py", name)
    for name, each in solution.adopted.items() if adopted else ():
        path = solution.folder / ADOPTED_FOLDER / f"{name}.toml"
        yield KnownAnswer("mistake", name, each.source, path, 1)


def _from_file(solution: Solution, kind: KnownKind, file: str, name: str) -> KnownAnswer:
    path = solution.folder / file
    line = line_of_definition(path.read_text(encoding="utf-8"), base_name(name)) or 1
    return KnownAnswer(kind, name, known_source(solution, file, name), path, line)
