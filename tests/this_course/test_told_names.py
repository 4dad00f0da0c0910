"""What a report can say of an exercise is chosen from lists, as long as SECURITY.md says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from autograder.keys.making import make_key
from autograder.keys.sketch import parts
from autograder.variants.listing import all_variants

SECURITY = Path(__file__).resolve().parents[2] / "SECURITY.md"


@pytest.mark.proof
def test_no_exercise_has_more_names_or_parts_than_security_counts(course):
    """Mistakes, edits with what they are about, arguments; values that come back together."""
    said = re.search(
        r"of at most (\d+) returned values, .* one of (\d+) names", SECURITY.read_text("utf-8")
    )
    most_parts, most_names = map(int, said.groups())
    for solution in course.solutions():
        key = make_key(solution, bytes(32))
        cases = [(check, case) for check in key.checks for case in check.cases]
        assert all(len(parts(check.reports, each.expected)) <= most_parts for check, each in cases)
        names = {
            (each.kind, each.name.partition("[")[0], each.of)
            for variant in all_variants(solution, key, with_pairs=False)
            for each in variant.explanations
        }
        assert len(names) <= most_names, solution.name
