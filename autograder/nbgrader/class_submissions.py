"""The submissions of a class: read and restored before they are run, and written after it.

What nbgrader's steps ask of the gradebook is asked once more where its server was away.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from sqlalchemy.exc import SQLAlchemyError

from autograder.collecting.asked import Asked
from autograder.collecting.submissions import FoundHandIn, read_hand_in
from autograder.gradebook.patience import GradebookError, Patience
from autograder.gradebook.transactions import InstructorsCells, OneTransaction, given_to_nbgrader
from autograder.nbgrader.clean_notebook import clean_notebook
from autograder.nbgrader.clean_notebook import read_hand_in as read_notebook_of
from autograder.nbgrader.nbgrader_steps import DraftConverter, Steps, applied
from autograder.nbgrader.notebook_text import notebook_text
from autograder.nbgrader.resolved_hand_ins import show_hand_in
from autograder.nbgrader.submission_draft import draft_of, write_flushed
from autograder.nbgrader.submission_places import (
    RanSubmission,
    RestoredSubmission,
    error_sentence,
)
from autograder.sandbox.session import SandboxUnavailableError

__all__ = ["ClassSubmissions"]


class ClassSubmissions:
    """Reads and writes the submissions that lie in a folder, one by one.

    Args:
        folder: holds `<student>/<assignment>/`.
        asked: what the course asks for.
        converter: nbgrader's.
        steps: of the converter.
        patience: with the server of a gradebook.
    """

    def __init__(
        self,
        folder: Path,
        asked: Asked,
        converter: DraftConverter,
        steps: Steps,
        patience: Patience,
    ) -> None:
        self._folder = folder
        self._asked = asked
        self._converter = converter
        self._steps = steps
        self._patience = patience

    def restored(self, found: FoundHandIn, cells: InstructorsCells) -> RestoredSubmission:
        """Read what was handed in, and restore its cells.

        Args:
            found: what was handed in.
            cells: the instructor's.
        """
        submission = read_hand_in(found, self._asked)
        expected, taken = show_hand_in(self._converter, found, self._folder)
        resources = self._converter.init_single_notebook_resources(expected)
        notebook = read_notebook_of(Path(expected), taken, self._converter)

        def restore() -> tuple[NotebookNode, Any]:
            with given_to_nbgrader(cells):
                made, about = applied(self._steps.restore, notebook, resources)
                # Between its two passes nbgrader writes the notebook and reads it again.
                made = clean_notebook(json.dumps(made).encode())
                return applied(self._steps.prepare, made, about)

        try:
            made, about = self._patience.until_done(restore)
        except (GradebookError, SQLAlchemyError):
            raise
        except Exception as error:  # noqa: BLE001 - it is the result of this one submission
            return RestoredSubmission(found, submission, notebook, resources, error_sentence(error))
        return RestoredSubmission(found, submission, made, about)

    def saved(
        self, restored: RestoredSubmission, ran: RanSubmission, gradebook: OneTransaction
    ) -> str:
        """Write one submission, whole; why that is not possible, or nothing.

        Args:
            restored: as it was run.
            ran: what that came to.
            gradebook: into which its rows go, in one transaction.
        """
        if ran.problem:
            return ran.problem
        try:
            self._patience.until_done(lambda: self._save(restored, ran, gradebook))
        except (GradebookError, SQLAlchemyError, OSError, SandboxUnavailableError):
            raise
        except Exception as error:  # noqa: BLE001 - it is the result of this one submission
            return error_sentence(error)
        return ""

    def _save(
        self, restored: RestoredSubmission, ran: RanSubmission, gradebook: OneTransaction
    ) -> None:
        converter, student = self._converter, restored.found.student
        assignment = restored.found.resolved.assignment
        show_hand_in(converter, restored.found, self._folder)
        final = Path(converter._format_dest(assignment, student))
        with draft_of(final) as draft, given_to_nbgrader(gradebook), gradebook.submission():
            converter.draft = draft
            try:
                converter.init_assignment(assignment, student)
                notebook, _ = applied(self._steps.save, _copy(ran.notebook), ran.resources)
                write_flushed(draft / f"{assignment}.ipynb", notebook_text(notebook))
                converter.set_permissions(assignment, student)
            finally:
                converter.draft = None


def _copy(notebook: NotebookNode) -> NotebookNode:
    """What the steps may change, so that they can be done again."""
    return nbformat.from_dict(notebook)
