"""What a repository of GitHub Classroom needs: an action that checks, and the workflow it runs in.

Classroom reads points from the one job `run-autograding-tests` of the workflow `Autograding Tests`,
as the reporter `classroom-resources/autograding-grading-reporter` prints them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["classroom_files"]

_ACTION: Final = """\
name: autograder
description: Points for each public check
inputs:
  exercises:
    description: Names of exercises or assignments, with spaces between them
    required: true
outputs:
  result:
    description: What classroom-resources/autograding-grading-reporter reads
    value: ${{ steps.points.outputs.result }}
runs:
  using: composite
  steps:
    - run: python start.py
      shell: bash
    - id: points
      shell: bash
      env:
        EXERCISES: ${{ inputs.exercises }}
      run: |
        checked="$RUNNER_TEMP/check.json"
        # 1: something is wrong, which the points say.
        .venv/bin/autograder check $EXERCISES --json > "$checked" || [ $? -eq 1 ]
        .venv/bin/autograder export "$checked" --format github-classroom >> "$GITHUB_OUTPUT"
"""

_WORKFLOW: Final = """\
name: Autograding Tests
on:
  - push
  - workflow_dispatch
permissions:
  actions: read
  contents: read
jobs:
  run-autograding-tests:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - id: checks
        uses: ./.github/actions/autograder
        with:
          exercises: {assignment}
      - uses: classroom-resources/autograding-grading-reporter@v1
        env:
          CHECKS_RESULTS: ${{{{ steps.checks.outputs.result }}}}
        with:
          runners: checks
"""


def classroom_files(assignment: str) -> Mapping[str, str]:
    """The files of a template repository beside what `autograder handout` writes.

    Args:
        assignment: whose public checks give points.

    Returns:
        Texts by path.
    """
    return {
        ".github/actions/autograder/action.yml": _ACTION,
        ".github/workflows/classroom.yml": _WORKFLOW.format(assignment=assignment),
    }
