"""Why an answer of the course's own failed, in the sentences that students read."""

from __future__ import annotations

import msgspec

from autograder.grading.results import Finding
from autograder.report.messages import describe_difference, describe_problem

__all__ = ["why"]


def why(finding: Finding) -> str:
    """What the first case that failed came to.

    Args:
        finding: of a check, public or hidden: authors may know all.

    Returns:
        A sentence in English.
    """
    if finding.problem is not None:
        # Its line is one of the text that was handed in, not of the file that the version is in.
        return describe_problem(msgspec.structs.replace(finding.problem, line=None), "en")
    assert finding.difference is not None  # noqa: S101 - a finding is one or the other
    return describe_difference(finding.difference, "en")
