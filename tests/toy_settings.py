"""Where the toy course lies, its seed, and the short limits that its submissions get."""

from __future__ import annotations

from pathlib import Path

from autograder.limits import Limits

TOY = Path(__file__).parent / "toy"
SEED = bytes(range(32))
LIMITS = Limits(
    cell_seconds=1.5, check_seconds=1.0, grace_seconds=0.2, cells_seconds=20, checks_seconds=20
)
