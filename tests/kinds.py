"""A plugin for pytest: what a test needs, and which tests are tried.

A test is *quick* where it has none of the markers `sandbox`, `nbgrader` and `browser`. A quick test
starts no Python, so that `make quick` stays quick; one that does so fails, in every run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator
from pathlib import PurePath

import pytest
from hypothesis import HealthCheck, settings

NEEDS = ("sandbox", "nbgrader", "browser")

FIXTURES = {
    "sandbox": {"sandbox", "made", "guest", "confined", "grade_cells", "grade_files", "world"},
    "nbgrader": {"one_alembic", "built_course", "classroom"},
}
"""Whoever requests one of these needs it."""

# Property tests do not hurry: other work on the same machine fails none of them.
_CALM = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("sample", max_examples=12, derandomize=True, **_CALM)
settings.register_profile("proof", max_examples=500, **_CALM)

_PROGRAMS = ("python", "bwrap", "jupyter", "nbgrader", "alembic", "autograder")
_FORKS = ("os.fork", "os.forkpty", "os.posix_spawn", "os.exec", "os.system", "pty.spawn")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--proof` and `--renew`."""
    parser.addoption(
        "--proof", action="store_true", help="try every case, not a sample of them (make proof)"
    )
    parser.addoption(
        "--renew", action="store_true", help="write the kept screens anew (tests/screens/)"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Say how many examples a property is tried on; without `--proof` they are always the same."""
    settings.load_profile("proof" if config.getoption("proof") else "sample")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what a test needs by its fixtures, and leave out what only the proof tries."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        for marker, starting in FIXTURES.items():
            if fixtures & starting:
                item.add_marker(marker)
    if config.getoption("proof"):
        return
    left_out = [item for item in items if item.get_closest_marker("proof")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("proof")]


def is_quick(item: pytest.Item) -> bool:
    """Whether a test needs nothing that takes long to start."""
    return not any(item.get_closest_marker(marker) for marker in NEEDS)


class StartedError(AssertionError):
    """A quick test started something."""


class _Guard:
    """Refuses to start a Python while a quick test runs."""

    def __init__(self) -> None:
        self.watching = False
        self.started: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.watching or event not in ("subprocess.Popen", *_FORKS):
            return
        what = " ".join(_words(arguments))[:80] if event == "subprocess.Popen" else event
        if event == "subprocess.Popen" and not _starts_python(arguments):
            return
        self.started.append(what)
        raise StartedError(
            f"a quick test starts {what}; mark it as one that needs {' or '.join(NEEDS)}"
        )


def _words(arguments: tuple[object, ...]) -> Iterator[str]:
    """The program that `subprocess.Popen` was asked for, and its arguments."""
    program, command = arguments[:2]
    for each in (program, *(command if isinstance(command, list | tuple) else (command,))):
        if isinstance(each, str | bytes | os.PathLike):
            yield os.fsdecode(each)


def _starts_python(arguments: tuple[object, ...]) -> bool:
    return any(PurePath(word).name.startswith(_PROGRAMS) for word in _words(arguments))


_guard = _Guard()
sys.addaudithook(_guard)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    """Watch what is started for a quick test."""
    yield from _watched(item)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """Watch what a quick test starts."""
    yield from _watched(item)


def _watched(item: pytest.Item) -> Generator[None, None, None]:
    _guard.watching, _guard.started = is_quick(item), []
    try:
        yield
    finally:
        _guard.watching = False
    # Whoever caught the error does not hide it.
    if _guard.started:
        raise StartedError(f"a quick test started {_guard.started[0]}")
