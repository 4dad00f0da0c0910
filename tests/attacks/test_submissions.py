"""Each attack, graded between two honest students: by all layers, by the inner one, by the outer."""

from __future__ import annotations

import os
from contextlib import suppress

import pytest

from tests.attacks.container import container_works, observe
from tests.attacks.page import PAGE, page
from tests.attacks.table import ATTACKS, HARMS, SUBMISSIONS, Attack
from tests.attacks.world import (
    HONEST,
    LIMITS,
    SLACK,
    Graded,
    active,
    grade_class,
    hidden_numbers,
    leaked,
    shown,
)
from tests.sampling import sampled
from tests.sandbox.test_sandbox import descendants, running
from tests.sandbox_forks import drop_ahead

pytestmark = pytest.mark.sandbox

_TRIES = 3
"""On a busy machine an attack may run out of time once, and not the next time."""


def some(test: str, attacks=ATTACKS):
    """Each attack; in `make test` a ninth of each family, which are others for each test."""
    return pytest.mark.parametrize(
        "attack",
        sampled(attacks, 1 / 12, name=lambda each: each.id, kind=lambda each: each.family, of=test),
    )


def judge(graded: Graded, attack: Attack, world, keys) -> None:
    """Nobody gets or loses anything by it, and nothing is told."""
    for student, result in graded.results.items():
        double, counter = result.exercises
        if student in HONEST:
            assert (double.score, counter.score) == (10, 6), student
            continue
        assert double.score <= attack.double
        assert counter.score <= 6
        if attack.counter is not None:
            assert counter.score == attack.counter
        assert graded.seconds[student] < (LIMITS.cells_seconds + LIMITS.checks_seconds) + SLACK
        for language in ("en", "ko"):
            page = shown(result, graded.runs[student], language)
            assert active(page) == []
            assert leaked(page, world, hidden_numbers(keys)) == []
    assert set(HONEST) < set(graded.results)


def open_files() -> set[str]:
    """What this process has open."""
    found = set()
    for name in os.listdir("/proc/self/fd"):
        with suppress(OSError):
            found.add(f"{name} {os.readlink(f'/proc/self/fd/{name}')}")
    return found


def try_it(attack, sandbox, world, keys, folder, *, as_notebook: bool) -> Graded:
    """Grade it and look around."""
    warm = sandbox.warm()
    drop_ahead(warm)
    scratch = set(os.listdir(warm.scratch))
    before, descriptors = descendants(os.getpid()), open_files()
    world.hand_in(attack, folder, as_notebook=as_notebook)
    graded = grade_class(sandbox, keys, folder)
    judge(graded, attack, world, keys)
    assert sandbox.warm() is warm
    drop_ahead(warm)
    assert open_files() - descriptors == set()
    assert set(os.listdir(warm.scratch)) == scratch
    assert running(descendants(os.getpid()) - before) == set()
    assert world.left_behind() == []
    return graded


def needs_namespaces(attack: Attack, sandbox) -> None:
    """Skip the test where an attack is held by what this machine does not have."""
    if attack.namespaces and not sandbox.separated:
        pytest.skip("nobody may make namespaces here")


@some("all layers")
def test_all_layers(attack, made, world, keys, other_keys, tmp_path):
    """As it is always graded: twice, and the second time with other hidden inputs.

    What is shown must not depend on them.
    """
    sandbox = made("full")
    needs_namespaces(attack, sandbox)
    first = try_it(attack, sandbox, world, keys, tmp_path / "first", as_notebook=True)
    slow = any(seconds > 1 for seconds in first.seconds.values())
    if slow and attack.family != "persistence":
        return
    for attempt in range(_TRIES):
        folder = tmp_path / f"second-{attempt}"
        second = try_it(attack, sandbox, world, other_keys, folder, as_notebook=True)
        if not attack.steady or same_is_shown(first, second):
            return
    pytest.fail("what is shown depends on the hidden inputs")


def same_is_shown(first: Graded, second: Graded) -> bool:
    """Whether people are shown the same of all attacks."""
    return all(
        shown(result, first.runs[student]) == shown(second.results[student], second.runs[student])
        for student, result in first.results.items()
        if student not in HONEST
    )


@some("inner layer")
def test_the_inner_layer_alone(attack, made, world, keys, tmp_path):
    """Without bubblewrap, and as `.py` files where that is possible."""
    needs_namespaces(attack, made("inner"))
    try_it(attack, made("inner"), world, keys, tmp_path / "submitted", as_notebook=False)


@some("outer layer", [attack for attack in ATTACKS if attack.outer])
def test_the_outer_layer_alone(attack, made, world, keys, tmp_path):
    """Without Landlock, seccomp and limits, where bubblewrap is enough."""
    try_it(attack, made("outer"), world, keys, tmp_path / "submitted", as_notebook=False)


@some("careless grader")
def test_a_careless_grader(attack):
    """It is an attack: it does harm where student code is trusted, or there is a reason."""
    if not container_works():
        pytest.skip("bubblewrap cannot make a container here")
    if not attack.harm:
        assert attack.why
        return
    assert attack.harm in HARMS
    # On a busy machine the grader may run out of time before the harm is done, and a report of
    # megabytes may be what takes the time.
    harms = {attack.harm, "others"} if attack.harm == "flood" else {attack.harm}
    assert any(harms.intersection(observe(attack.name, attack.path)) for _ in range(_TRIES))


def test_the_table_is_whole():
    """Every file is in it, and every entry has its file; there are enough of them."""
    from tests.attacks import files

    written = {f"{path.parent.name}/{path.stem}" for path in SUBMISSIONS.glob("*/*.py")}
    built = {f"files/{name}" for name in files.ATTACKS}
    assert {attack.id for attack in ATTACKS} == written | built
    assert len(ATTACKS) >= 80
    assert all(attack.text for attack in ATTACKS)


def test_the_page_is_in_step():
    """`docs/attacks.md` is what the table says."""
    assert PAGE.read_text(encoding="utf-8") == page()
