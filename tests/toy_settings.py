"""Where the toy course lies, its seed, a copy of it, and the short limits of its submissions."""

from __future__ import annotations

import shutil
from pathlib import Path

from autograder.limits import Limits

TOY = Path(__file__).parent / "toy"
SEED = bytes(range(32))
LIMITS = Limits(
    cell_seconds=1.5, check_seconds=1.0, grace_seconds=0.2, cells_seconds=20, checks_seconds=20
)


def copy_with_explanations(target: Path) -> Path:
    """A copy of the toy course with its seed, and one explanation for each wrong answer."""
    root = Path(shutil.copytree(TOY, target))
    settings = root / "course.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("explanations = 0", "explanations = 1"), encoding="utf-8")
    (root / ".autograder").mkdir()
    (root / ".autograder" / "seed").write_text(SEED.hex(), encoding="ascii")
    return root
