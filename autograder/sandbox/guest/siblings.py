"""A student's own files, which import each other by their exercises' names."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import sys
from collections.abc import Sequence
from types import ModuleType

from autograder.sandbox.guest.case_call import describe_error, submission_filename

__all__ = ["Siblings"]


class Siblings:
    """A finder and loader of the files that a submission is made of.

    A file that is imported has a namespace of its own, apart from the one that is graded.
    """

    def __init__(self) -> None:
        self._sources: dict[str, tuple[str, int]] = {}
        sys.meta_path.append(self)

    def offer(self, name: str, source: str, number: int) -> None:
        """Have a file be found from now on.

        Args:
            name: what it is imported as.
            source: its text.
            number: of the file in its submission.
        """
        self._sources[name] = source, number

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Find a file, where nothing that is installed has its name."""
        if name not in self._sources:
            return None
        return importlib.util.spec_from_loader(name, self)  # type: ignore[arg-type]

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        """Leave it to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Run a file.

        Raises:
            ImportError: if it raises an error, with the file's name and line: the line that is
                reported is that of the import.
        """
        source, number = self._sources[module.__name__]
        try:
            code = compile(source, submission_filename(number), "exec", dont_inherit=True)
            exec(code, module.__dict__)  # noqa: S102 - this is the sandbox
        except Exception as error:  # noqa: BLE001 - whatever student code raises
            why = describe_error(error, "raised")
            at = f", line {why['line']}" if why["line"] else ""
            sentence = f"{module.__name__}.py{at}: {why['type']}: {why['message']}"
            raise ImportError(sentence) from None
