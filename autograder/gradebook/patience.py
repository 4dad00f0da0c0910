"""Writing to a gradebook that may be gone for a while: again, until it has been written."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, TypeVar

from nbgrader.api import InvalidEntry
from sqlalchemy.engine import make_url
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    IntegrityError,
    InterfaceError,
    NoSuchModuleError,
    OperationalError,
    SQLAlchemyError,
)

from autograder.errors import AutograderError

__all__ = ["GradebookError", "Patience", "shown_url"]

_Result = TypeVar("_Result")

_SECONDS: Final = 600.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 5.0

_COLLISIONS: Final = 5
"""How often two graders may make the same row at the same time."""


class GradebookError(AutograderError):
    """A gradebook cannot be opened, read or written."""


def shown_url(url: str) -> str:
    """The address of a gradebook without its password.

    Raises:
        GradebookError: if it is none.
    """
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        raise GradebookError(
            "the gradebook's address is one like sqlite:////home/me/gradebook.db or "
            "postgresql+psycopg://user@host/name"
        ) from None


class Patience:
    """Does work on a gradebook again where the gradebook was gone.

    Args:
        url: of the gradebook.
        say: is told once for each time that it is gone.
        seconds: how long it may be gone.
    """

    def __init__(
        self, url: str, say: Callable[[str], None] | None = None, seconds: float = _SECONDS
    ) -> None:
        self._shown = shown_url(url)
        self._say = say or (lambda sentence: None)
        self._seconds = seconds

    def once(self, work: Callable[[], _Result]) -> _Result:
        """Do some work once.

        Raises:
            GradebookError: if the gradebook does not let us.
        """
        try:
            return work()
        except ModuleNotFoundError as error:
            raise self._error(f"needs the package {error.name}, which is not installed") from None
        except NoSuchModuleError as error:
            raise self._error(f"is of a kind that is not known: {error}") from None
        except SQLAlchemyError as error:
            raise self._error(f"cannot be used: {_reason(error)}") from None

    def until_done(self, work: Callable[[], _Result]) -> _Result:
        """Do some work, which changes all or nothing, until it is done.

        Raises:
            GradebookError: if the gradebook was gone for too long, or something is wrong with it.
            InvalidEntry: if it refuses what is to be written.
        """
        began = time.monotonic()
        pause, collisions, said = _FIRST_PAUSE, 0, False
        while True:
            try:
                return work()
            except (SQLAlchemyError, InvalidEntry) as raised:
                error = _cause(raised)
                if isinstance(error, IntegrityError) and collisions < _COLLISIONS:
                    # Another grader made the same row; now it is found.
                    collisions += 1
                    continue
                if not _is_gone(error):
                    # Where there is no room for one submission there is none for the others.
                    if isinstance(raised, InvalidEntry) and not isinstance(error, OperationalError):
                        raise
                    raise self._error(f"cannot be written: {_reason(error)}") from None
                if time.monotonic() - began > self._seconds:
                    raise self._error(f"does not come back: {_reason(error)}") from None
                if not said:
                    said = True
                    self._say(f"the gradebook {self._shown} does not answer; trying again")
                time.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)

    def _error(self, what: str) -> GradebookError:
        return GradebookError(f"the gradebook {self._shown} {what}")


def _cause(error: BaseException) -> BaseException:
    """The database's own error, which nbgrader may have raised another one for."""
    inner = error.__context__
    return inner if isinstance(error, InvalidEntry) and inner is not None else error


def _is_gone(error: BaseException) -> bool:
    """Whether the same may work later: the server went away, or another one writes."""
    if not isinstance(error, DBAPIError):
        return False
    if type(error.orig).__module__.startswith("sqlite3"):
        return "locked" in str(error.orig)
    return error.connection_invalidated or isinstance(error, OperationalError | InterfaceError)


def _reason(error: BaseException) -> str:
    """The first line of what a database said."""
    said = str(getattr(error, "orig", None) or error).strip()
    line = said.splitlines()[0] if said else type(error).__name__
    if "no such column" in line or "UndefinedColumn" in type(error).__name__:
        line += " (after an update of nbgrader: `nbgrader db upgrade`)"
    return line
