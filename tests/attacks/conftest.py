"""The world that attacks find, and a warm sandbox of each kind that all of them share."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.course import Course
from autograder.keys.key import Key
from autograder.keys.making import make_key
from autograder.sandbox.confined import Sandbox
from tests.attacks.world import LIMITS, World
from tests.sandbox.conftest import needs
from tests.toy_settings import SEED


@pytest.fixture(scope="session")
def world() -> Iterator[World]:
    """A course with secrets, outside of what only its owner can enter."""
    root = Path(tempfile.mkdtemp(prefix="world-"))
    made = World(root)
    try:
        made.lay_out()
        with made.inhabited():
            yield made
    finally:
        shutil.rmtree(root, ignore_errors=True)


@pytest.fixture(scope="session")
def keys(toy: Course) -> list[Key]:
    """Of the toy course."""
    return [_without_plots(make_key(solution, SEED)) for solution in toy.solutions()]


@pytest.fixture(scope="session")
def other_keys(toy: Course) -> list[Key]:
    """The same with other hidden inputs."""
    return [_without_plots(make_key(solution, SEED[::-1])) for solution in toy.solutions()]


def _without_plots(key: Key) -> Key:
    """Drawing takes longer than grading, and has tests of its own."""
    return replace(key, checks=tuple(replace(check, plot=None) for check in key.checks))


@pytest.fixture(scope="session")
def made(world: World) -> Iterator[Callable[[str], Sandbox]]:
    """The sandboxes by layer, made when they are first asked for."""
    sandboxes: dict[str, Sandbox] = {}

    def of(layer: str) -> Sandbox:
        needs("full" if layer == "outer" else layer)
        if layer not in sandboxes:
            sandboxes[layer] = Sandbox(LIMITS, layers=layer)  # type: ignore[arg-type]
        return sandboxes[layer]

    yield of
    for sandbox in sandboxes.values():
        sandbox.close()
