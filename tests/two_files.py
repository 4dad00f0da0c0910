"""A course of one exercise in two files, and perhaps a third one that is given."""

from __future__ import annotations

from pathlib import Path

from tests.languages import write_course

REFERENCE = '''\
import numpy as np

FACTOR = 3


### BEGIN FILE scaled
def scaled(x, by):
    """So many times x."""
    ### BEGIN SOLUTION
    return by * x
    ### END SOLUTION


### END FILE


def triple(x):
    """Three times x."""
    ### BEGIN SOLUTION
    return scaled(x, FACTOR)
    ### END SOLUTION
'''
GIVEN = '''\
### BEGIN FILE checked
import math


def checked(x):
    """x, where it has a length."""
    if not math.isfinite(len(x)):
        raise ValueError("no length")
    return x
### END FILE

'''
SCALED = "def scaled(x, by):\n    return by * x\n"
TRIPLE = "from scaled import scaled\n\n\ndef triple(x):\n    return scaled(x, 3)\n"


def write_two_files(root: Path, *languages: str, reference: str = REFERENCE) -> Path:
    """Write a course in these languages; `triple` uses `scaled`, which is a file of its own."""
    course = write_course(root, *(languages or ("en",)))
    path = course / "solutions" / "basics" / "triple" / "reference.py"
    path.write_text(reference, encoding="utf-8")
    return course


def with_given() -> str:
    """The reference with a third file, in which there is nothing to write."""
    return REFERENCE.replace("### BEGIN FILE scaled", f"{GIVEN}\n### BEGIN FILE scaled").replace(
        "return scaled(x, FACTOR)", "return scaled(checked(x), FACTOR)"
    )
