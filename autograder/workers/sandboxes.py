"""The warm interpreters of one place where submissions run: for files, and for notebooks."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.collecting.submission import Submission
from autograder.limits import Limits
from autograder.sandbox.confined import Layers, Sandbox

__all__ = ["Sandboxes"]


class Sandboxes:
    """A sandbox for files and one for notebooks; each starts when it is first used.

    Args:
        limits: of both.
        layers: of both.
        figures: whether the figures of cells are drawn.
        given: see `Sandbox`.
        loaded: see `Sandbox`.
    """

    def __init__(
        self,
        limits: Limits,
        layers: Layers,
        *,
        figures: bool = False,
        given: str = "",
        loaded: Sequence[str] = (),
    ) -> None:
        self._limits = limits
        self._layers = layers
        self._figures = figures
        self._given = given
        self._loaded = loaded
        self._sandboxes: dict[bool, Sandbox] = {}

    def for_files(self) -> Sandbox:
        """The one that has not loaded what notebooks need."""
        return self._sandbox(notebooks=False)

    def for_notebooks(self) -> Sandbox:
        """The one that has."""
        return self._sandbox(notebooks=True)

    def for_submission(self, submission: Submission) -> Sandbox:
        """The one that suits a submission: a class of `.py` files never starts the other."""
        return self._sandbox(notebooks=_needs_notebooks(submission))

    def close(self) -> None:
        """End the interpreters."""
        for sandbox in self._sandboxes.values():
            sandbox.close()

    def _sandbox(self, *, notebooks: bool) -> Sandbox:
        if notebooks not in self._sandboxes:
            self._sandboxes[notebooks] = Sandbox(
                self._limits,
                layers=self._layers,
                notebooks=notebooks,
                figures=self._figures,
                given=self._given,
                loaded=self._loaded,
            )
        return self._sandboxes[notebooks]


_SLOW_TO_IMPORT = ("matplotlib", "pylab", "IPython")


def _needs_notebooks(submission: Submission) -> bool:
    """Whether it runs in an interpreter that has loaded what notebooks need.

    A file may import matplotlib too, which would take seconds of the file's own time.
    """
    return any(
        piece.exercise is None or any(name in piece.source for name in _SLOW_TO_IMPORT)
        for piece in submission.pieces
    )
