"""A sentence that tells an author why an answer of the course failed."""

from __future__ import annotations

import msgspec

from autograder.grading.results import Finding
from autograder.report.messages import describe_difference, describe_problem

__all__ = ["why"]


def why(finding: Finding) -> str:
    """Describe the first case that failed.

    Args:
        finding: of a check, public or hidden; authors may see both.

    Returns:
        A sentence in English.
    """
    if finding.problem is not None:
        # The line is one of the text that was handed in, not of the author's file.
        return describe_problem(msgspec.structs.replace(finding.problem, line=None), "en")
    assert finding.difference is not None  # noqa: S101 - a finding is one or the other
    return describe_difference(finding.difference, "en")
