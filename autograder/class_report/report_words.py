"""The own words of a class report, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from autograder.report.language import phrase
from autograder.report.messages import say, status_name

__all__ = ["ReportWords"]


@dataclass(frozen=True)
class ReportWords:
    """What the page itself says.

    Attributes:
        language: of the course.
    """

    language: str

    @property
    def code(self) -> str:
        """The language as documents name it."""
        return str(self.language).replace("_", "-")

    def __call__(self, name: str, /, **gaps: Any) -> str:
        """A sentence with its gaps filled."""
        return phrase(self.language, "class_report", name).format(**gaps)

    def visibility(self, kind: str) -> str:
        """What a public or a hidden check is called."""
        return say(self.language, kind)

    def status(self, status: Any) -> str:
        """What a status is called."""
        return status_name(status, self.language)
