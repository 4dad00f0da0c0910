"""Where cases get their random numbers from: one public seed, and one secret per course."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from pathlib import Path

import numpy as np

from autograder.atomic_files import create_whole
from autograder.errors import CourseError

__all__ = ["PUBLIC_SEED", "generator", "hidden_seed", "seed_path"]

PUBLIC_SEED = b"public"


def generator(seed: bytes, exercise: str, check: str) -> np.random.Generator:
    """The random generator of one check, independent of every other check's.

    Args:
        seed: `PUBLIC_SEED`, or what `hidden_seed` gives.
        exercise: its name.
        check: its name.
    """
    digest = hashlib.sha256(b"\0".join((seed, exercise.encode(), check.encode()))).digest()
    return np.random.default_rng(list(digest))


def seed_path(root: Path) -> Path:
    """Where the course at `root` keeps its secret."""
    return root / ".autograder" / "seed"


def hidden_seed(root: Path) -> bytes:
    """The secret of the course at `root`, made at the first call; only its owner may read it.

    Raises:
        CourseError: if it is there and is not a secret of this form, or cannot be made.
    """
    path = seed_path(root)
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        _keep_out_of_git(path.parent)
        if not path.exists():
            # The first of two graders that start together wins.
            create_whole(path, secrets.token_hex(32), mode=0o600)
        seed = bytes.fromhex(path.read_text(encoding="ascii"))
    except OSError as error:
        raise CourseError(f"the hidden seed cannot be kept: {error.strerror}", path) from None
    except ValueError:
        seed = b""
    if len(seed) != 32:
        sentence = "the hidden seed is damaged; restore it, or delete it to have a new one made"
        raise CourseError(sentence, path)
    return seed


def _keep_out_of_git(folder: Path) -> None:
    # A folder that cannot be written to is left as it is: its seed can still be read.
    with contextlib.suppress(OSError), (folder / ".gitignore").open("x") as file:
        file.write("*\n")
