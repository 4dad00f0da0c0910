"""Scratch directories."""

from __future__ import annotations

import os
import shutil
import tempfile
import time

__all__ = ["Scratch"]


class Scratch:
    """A directory of this process.

    Attributes:
        path: of the directory.
    """

    def __init__(self) -> None:
        self.path = tempfile.mkdtemp(prefix="autograder-")

    def close(self) -> None:
        """Remove the directory with all that is in it."""
        # What was in a namespace of its own may be ending still, and writing.
        for _ in range(100):
            shutil.rmtree(self.path, ignore_errors=True)
            if not os.path.exists(self.path):
                return
            time.sleep(0.02)
