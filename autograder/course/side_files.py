"""The files of an exercise: its own, and those that its reference marks as files beside it.

The reference is one module all the same, so that everything else goes on as for one file.
"""

from __future__ import annotations

import ast
import symtable
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from autograder.course.source_lines import line_of_word
from autograder.course.stub import BEGIN, END, clear_regions, comes_first, with_numpy
from autograder.errors import CourseError, CourseErrors

__all__ = ["BEGIN_FILE", "END_FILE", "StubFile", "split_files"]

BEGIN_FILE: Final = "### BEGIN FILE"
END_FILE: Final = "### END FILE"

_TAKEN: Final = {*sys.stdlib_module_names, "autograder", "matplotlib", "numpy", "pandas", "scipy"}
"""What `import` finds already, where students write and where they are graded."""


@dataclass(frozen=True)
class StubFile:
    """One file of an exercise.

    Attributes:
        name: of the file, and of the function or class that it is about.
        text: its part of the reference.
        imports: the lines by which it gets what other files of the exercise define. The cells of a
            notebook need none: they share their names.
    """

    name: str
    text: str
    imports: tuple[str, ...] = ()

    @property
    def cell_stub(self) -> str:
        """What is handed out of it in a notebook."""
        return with_numpy(clear_regions(self.text))

    @property
    def stub(self) -> str:
        """What is handed out of it as a file."""
        return _with_lines(self.cell_stub, self.imports)

    @property
    def given(self) -> bool:
        """Whether there is nothing to write in it."""
        return BEGIN not in self.text


def split_files(source: str, name: str, path: Path) -> tuple[StubFile, ...]:
    """The files of an exercise, its own one last.

    Args:
        source: the text of `reference.py`; its solution regions are in order.
        name: of the exercise.
        path: where the text came from, for errors.

    Raises:
        CourseError: if the marks do not pair up, or a file would not work by itself; a
            `CourseErrors` that has all such faults.
    """
    own, beside, faults = _parts(source, path)
    if faults or not beside:
        _raise_any(faults)
        return (StubFile(name, source),)
    parts = [(each, "\n".join(lines).strip() + "\n") for each, lines in (*beside, (name, own))]
    faults += _named_badly(source, [each for each, _ in parts], path)
    faults += _unlike_python(source, parts, path)
    _raise_any(faults)
    files: list[StubFile] = []
    for each, text in parts:
        wanted, missing = _imports(text, files, source)
        lines = tuple(f"from {file} import {', '.join(sorted(names))}" for file, names in wanted)
        files.append(StubFile(each, text, lines))
        faults += (_not_there(source, each, used, path) for used in missing)
        if each != name and each not in _bound(with_numpy(text)):
            sentence = (
                f"the file {each!r} defines no {each!r}: it is found by that, whatever a student "
                "calls it"
            )
            faults.append(CourseError(sentence, path, _line_of(source, each)))
    _raise_any(faults)
    return tuple(files)


def _parts(
    source: str, path: Path
) -> tuple[list[str], list[tuple[str, list[str]]], list[CourseError]]:
    """The lines of the exercise's own file, those of each file beside it, and faults of marks."""
    own: list[str] = []
    beside: list[tuple[str, list[str]]] = []
    faults: list[CourseError] = []
    inside, region = 0, False
    for number, line in enumerate(source.splitlines(), 1):
        if BEGIN in line or END in line:
            region = BEGIN in line
        is_begin, is_end = line.startswith(BEGIN_FILE), line.startswith(END_FILE)
        if (is_begin or is_end) and region:
            faults.append(CourseError(f"{line.strip()} inside a solution region", path, number))
        elif is_begin and inside:
            sentence = f"{BEGIN_FILE} inside the file of line {inside}"
            faults.append(CourseError(sentence, path, number))
        elif is_begin:
            inside = number
            beside.append((line.removeprefix(BEGIN_FILE).strip(), []))
        elif is_end and not inside:
            faults.append(CourseError(f"{END_FILE} without {BEGIN_FILE}", path, number))
        elif is_end:
            inside = 0
            _drop_blank_end(own)
        elif inside:
            beside[-1][1].append(line)
        else:
            own.append(line)
    if inside:
        faults.append(CourseError(f"{BEGIN_FILE} without {END_FILE}", path, inside))
    return own, beside, faults


def _drop_blank_end(lines: list[str]) -> None:
    """Of the blank lines around a file that is taken out, leave those behind it."""
    while lines and not lines[-1].strip():
        lines.pop()


def _named_badly(source: str, names: list[str], path: Path) -> Iterator[CourseError]:
    for place, each in enumerate(names[:-1]):
        if not each.isidentifier():
            sentence = f"{BEGIN_FILE} is followed by the file's name, without .py; not {each!r}"
        elif each in _TAKEN:
            sentence = f"a file {each!r} would be taken for the module of that name"
        elif each in names[place + 1 :]:
            sentence = f"there are two files {each!r}"
        else:
            continue
        yield CourseError(sentence, path, _line_of(source, each))


def _unlike_python(
    source: str, parts: Iterable[tuple[str, str]], path: Path
) -> Iterator[CourseError]:
    for name, text in parts:
        try:
            ast.parse(clear_regions(text))
        except SyntaxError as error:
            sentence = f"the file {name!r} is not Python by itself: {error.msg}"
            yield CourseError(sentence, path, _line_of(source, name))


def _line_of(source: str, name: str) -> int | None:
    """The line at which a file begins."""
    lines = source.splitlines()
    begins = (n for n, line in enumerate(lines, 1) if line.split() == [*BEGIN_FILE.split(), name])
    return next(begins, None)


def _not_there(source: str, file: str, used: str, path: Path) -> CourseError:
    sentence = (
        f"the file {file!r} uses {used!r}, and has it neither by a definition nor by an import of "
        "its own, nor from a file above it"
    )
    return CourseError(sentence, path, line_of_word(source, used))


def _imports(
    text: str, before: Iterable[StubFile], source: str
) -> tuple[list[tuple[str, set[str]]], list[str]]:
    """What a file takes from those before it; and what it lacks, of all that the reference has."""
    text = with_numpy(text)
    lacks = (_used(text) - _bound(text)) & _bound(source)
    wanted = []
    for file in before:
        # What it imports itself is not handed on.
        taken = lacks & _bound(file.text, imported=False)
        if taken:
            wanted.append((file.name, taken))
            lacks -= taken
    return wanted, sorted(lacks)


def _bound(text: str, *, imported: bool = True) -> set[str]:
    """The names that a module binds: by definitions and assignments, and by imports if wanted."""
    symbols = symtable.symtable(text, "reference.py", "exec").get_symbols()
    return {
        each.get_name()
        for each in symbols
        if (each.is_assigned() or each.is_namespace() or each.is_imported())
        and (imported or not each.is_imported())
    }


def _used(text: str) -> set[str]:
    """The names that a module looks up among its own, wherever in it."""
    whole = symtable.symtable(text, "reference.py", "exec")
    found = {each.get_name() for each in whole.get_symbols() if each.is_referenced()}
    tables = list(whole.get_children())
    while tables:
        table = tables.pop()
        tables += table.get_children()
        found |= {
            each.get_name()
            for each in table.get_symbols()
            if each.is_global() and each.is_referenced()
        }
    return found


def _with_lines(stub: str, imports: Iterable[str]) -> str:
    """A stub with more imports, behind those that it has."""
    added = [f"{each}\n" for each in imports]
    if not added:
        return stub
    lines, at = stub.splitlines(keepends=True), 0
    for statement in ast.parse(stub).body:
        if not comes_first(statement) and not isinstance(statement, ast.Import | ast.ImportFrom):
            break
        at = statement.end_lineno or at
    return "".join([*lines[:at], *added, *lines[at:]])


def _raise_any(faults: list[CourseError]) -> None:
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise CourseErrors(faults)
