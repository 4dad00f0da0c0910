"""What keeps a file that students are given from being read, as a fault of the course."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from autograder.errors import CourseError
from autograder.file_problems import FormatError

__all__ = ["told_as_faults"]


@contextlib.contextmanager
def told_as_faults(path: Path, what: str, missing: str) -> Iterator[None]:
    """Tell in a block that reads a file why that cannot be done.

    Args:
        path: of the file.
        what: it is, with its article.
        missing: the whole sentence where it is not there.

    Raises:
        CourseError: if it is missing, is of another format, or cannot be read.
    """
    try:
        yield
    except FileNotFoundError:
        raise CourseError(missing, path) from None
    except FormatError as error:
        raise CourseError(str(error), path) from None
    except OSError as error:
        raise CourseError(f"{what} cannot be read: {error.strerror}", path) from None
