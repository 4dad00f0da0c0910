"""What `make quick` and `make test` try: the split cannot rot, and no kind is left out."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests import kinds
from tests.sampling import chosen, sampled

CASES = [(kind, number) for kind in "abc" for number in range(20)]


def choose(cases, share, of=""):
    """A sample of such cases."""
    return chosen(cases, share, name=str, kind=lambda case: case[0], of=of)


def test_each_kind_is_in_a_sample():
    """By its share, and one of it at the least."""
    taken = choose(CASES, 0.25)
    assert [kind for kind, _ in taken] == list("aaaaabbbbbccccc")
    assert [kind for kind, _ in choose(CASES, 0.0)] == list("abc")
    assert choose(CASES, 1.0) == CASES


def test_a_new_case_leaves_the_others_where_they_are():
    """Whatever is added, a sample changes by one case at most."""
    before = set(choose(CASES, 0.25))
    after = set(choose([*CASES, ("d", 0)], 0.25))
    assert after - before == {("d", 0)}
    assert len(before - set(choose([("a", 99), *CASES], 0.25))) <= 1


def test_another_sample_has_other_cases():
    """So that several tests of one table try more of it."""
    assert choose(CASES, 0.25) != choose(CASES, 0.25, of="something else")


def test_what_is_not_in_the_sample_is_for_the_proof():
    """All cases are there, in their order; the mark says which are tried."""
    parameters = sampled(CASES, 0.25, kind=lambda case: case[0])
    assert [each.values for each in parameters] == CASES
    tried = [each.values for each in parameters if not each.marks]
    assert tried == choose(CASES, 0.25)


@pytest.mark.parametrize(
    "start",
    [
        lambda: subprocess.run([sys.executable, "-c", ""], check=False),
        lambda: subprocess.run(["env", "bwrap", "--version"], check=False),
        lambda: subprocess.run("python -c ''", shell=True, check=False),
        lambda: os.posix_spawn(sys.executable, ["python"], {}),
        lambda: os.system("true"),
    ],
    ids=["a Python", "by way of another program", "by a shell", "without subprocess", "any shell"],
)
def test_a_quick_test_that_starts_a_python_fails(start):
    """At once, and at its end if somebody caught the error."""
    with pytest.raises(kinds.StartedError, match="a quick test starts"):
        start()
    assert len(kinds._guard.started) == 1
    kinds._guard.started.clear()


def test_a_quick_test_may_start_other_programs():
    """They take no time."""
    assert subprocess.run(["true"], check=False).returncode == 0
