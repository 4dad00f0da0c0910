"""What a proof rests on."""

from __future__ import annotations

from pathlib import Path

import grimp

import autograder
from autograder.validation import proofs_file

PACKAGE = Path(autograder.__file__).parent


def test_a_proof_covers_every_module_that_grading_uses():
    """Wherever it is moved: a change of any of them voids the proof."""
    graph = grimp.build_graph("autograder")
    used = {"autograder.validation.sandboxed", "autograder.validation.mutant_hunt"}
    for room in ("autograder.grading", "autograder.workers"):
        used |= graph.find_descendants(room) | graph.find_upstream_modules(room, as_package=True)
    covered = {path.relative_to(PACKAGE) for path in proofs_file._modules(PACKAGE)}
    files = {Path(*name.split(".")[1:]) for name in used if name != "autograder"}
    missing = {
        str(path)
        for path in files
        if path.with_suffix(".py") not in covered and path / "__init__.py" not in covered
    }
    assert missing == set()
