"""Probe calls: small plain ones that nobody has to write, drawn from what the arguments may be."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from autograder.course import CourseError, load_course
from autograder.course.domains import read_domains
from autograder.keys import probes as probing
from autograder.keys.making import make_key
from autograder.keys.plain_inputs import NoPlainInputError, Style, draw_inputs
from autograder.keys.probes import make_probes
from autograder.keys.public_file import dump_key, load_key
from autograder.sandbox.codec import encode
from autograder.validation.domain_values import Scope, outside
from tests.toy_settings import SEED

DOUBLE = "solutions/basics/double/grading.py"


@pytest.fixture
def double(toy):
    """The exercise `double` of the toy course."""
    return next(toy.solutions())


def inputs(probes):
    """The bytes of all inputs."""
    return [encode(case.inputs) for probe in probes for case in probe.cases]


def with_reference(solution, reference):
    """The exercise with another reference and no mistakes."""
    return dataclasses.replace(solution, reference=reference, mistakes={}, hints={})


def test_probes_are_small_and_plain(double):
    """At most six calls, and one that is made two times; no points, and in no result."""
    probes = make_key(double, SEED).probes
    assert [probe.driver for probe in probes] == [*["call"] * 6, "twice"]
    assert [probe.reports for probe in probes[-2:]] == ["result", "two_calls"]
    assert {(probe.points, probe.public, len(probe.cases)) for probe in probes} == {(0, False, 1)}
    shapes = [probe.cases[0].inputs["x"].shape for probe in probes]
    assert shapes == [(3,), (4,), (), (3, 4), (6,), (), (3,)]
    case = probes[0].cases[0]
    assert np.array_equal(case.expected, 2 * case.inputs["x"])
    assert np.array_equal(case.mistakes["squares"].output, case.inputs["x"] ** 2)


def test_probes_come_from_the_courses_secret(double):
    """Each time the same ones; a student's own check asks its public cases again, and no more."""
    one, again, other = (make_key(double, seed) for seed in (SEED, SEED, bytes(32)))
    assert inputs(one.probes) == inputs(again.probes) != inputs(other.probes)
    public = make_key(double, None)
    assert public.probes == ()
    read = load_key(dump_key(public, "0" * 64))
    given = inputs(read.checks)
    assert all(each in given for each in inputs(read.probes))


def test_what_takes_no_plain_data_is_asked_through_its_driver(toy):
    """A class's cases are drawn anew, and the first of them comes again at the end."""
    counter = list(toy.solutions())[1]
    key = make_key(counter, SEED)
    asked = inputs(key.checks)
    drawn = inputs(make_probes(counter, bytes(32)))
    assert {probe.driver for probe in key.probes} == {"counts"}
    assert len(drawn) == 2
    assert drawn[0] == drawn[-1] not in asked


def test_a_probe_that_the_reference_refuses_is_left_out(double):
    """It is nobody's fault; the others are asked."""

    def refuses(x):
        if x.ndim == 0:
            raise ValueError("no axes")
        return x if x.ndim == 1 else x * np.nan

    probes = make_probes(with_reference(double, refuses), SEED)
    assert [probe.cases[0].inputs["x"].shape for probe in probes] == [(3,), (4,), (6,), (3,)]
    assert [probe.name for probe in probes] == [f"probe call {n}" for n in (1, 2, 3, 4)]


def test_a_probe_that_takes_long_is_left_out(double, monkeypatch):
    """Nobody waits for it."""

    def endless(x):
        while x.ndim != 2:
            pass
        return x

    monkeypatch.setattr(probing, "_PATIENCE", 0.05)
    assert len(make_probes(with_reference(double, endless), SEED)) == 1


DOMAINS = [
    {"w": "float (...) or float", "v": "like w >= 0", "t": "int >= 1", "beta": "[0, 1)"},
    {"X": "float (n, d)", "y": "like X (n,)", "orders": "int (epochs, n) in [0, n)"},
    {"logits": "float (N, C) in [-1e4, 1e4]", "targets": "int (N,) in [0, C)"},
    {"z": "float (..., C)", "axis": "int in [-z.ndim, z.ndim)"},
    {"T": "int > warmup", "warmup": "int >= 1", "t": "number or int64 (...) >= 0; special T"},
    {"params": "list of float (...)", "grads": "like params", "lams": "list of number >= 0"},
    {"settings": {"kind": 'text in {"sum", "mean"}', "all": "bool", "p": "in {1, 2}"}},
    {"gap": "<= -3", "mask": "bool (n,)", "path": "float32 (n, 2)", "missing": "None or int"},
    {"low": "int (k,) <= 4", "open": "int in (2, 5)", "high": "(-1, open]", "one": "int () >= 0"},
]


@pytest.mark.parametrize("written", DOMAINS, ids=[next(iter(each)) for each in DOMAINS])
def test_drawn_inputs_lie_in_their_domains(written):
    """Whatever their style, with sizes that fit together."""
    domains = read_domains(written)
    parameters = [(name, True) for name in written]
    for axes in (0, 1, 2):
        for seed in range(5):
            rng = np.random.default_rng(seed)
            drawn = draw_inputs(parameters, domains, Style((3, 2, 4), axes, settings=True), rng)
            assert list(drawn) == [name for name, _ in parameters]
            assert list(outside(domains, Scope(drawn))) == []
            encode(drawn)


def test_as_many_whole_numbers_as_places_are_an_order():
    """Each row is a permutation, as a shuffle gives it."""
    domains = read_domains({"orders": "int (epochs, n) in [0, n)"})
    style = Style((2, 5), 1, settings=True)
    drawn = draw_inputs([("orders", True)], domains, style, np.random.default_rng(1))
    assert [sorted(row) for row in drawn["orders"].tolist()] == [list(range(5))] * 2


@pytest.mark.parametrize("text", ["function", "text", "int > other", "int in (1, 2)"])
def test_an_argument_that_is_no_plain_data(text):
    """A function, a text of any kind, a bound by something unknown, an empty set."""
    domains = read_domains({"f": text, "other": "function"})
    style, rng = Style((3,), 1, settings=True), np.random.default_rng(1)
    with pytest.raises(NoPlainInputError):
        draw_inputs([("f", True)], domains, style, rng)


OWN = """

@exercise.probe
def zero_and_one(rng):
    yield Case(x=np.array([0.0, 1.0]))
    yield Case(x=np.array([rng.uniform(2, 3)]))
"""


def add(root, text):
    """Write probe calls behind the checks, and load the exercise."""
    path = root / DOUBLE
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    return next(load_course(root).solutions())


def test_an_author_may_have_probes_of_their_own(toy_root):
    """They come before the automatic ones, and are worth nothing."""
    key = make_key(add(toy_root, OWN), SEED)
    own, *others = key.probes
    assert (own.name, own.points, key.points, len(others)) == ("zero_and_one", 0, 10, 7)
    assert [case.expected[-1] >= 2 for case in own.cases] == [True, True]
    assert own.cases[0].mistakes["squares"].output.tolist() == [0.0, 1.0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[0.0, 1.0]", "[0.0, nan]", "name 'nan' is not defined"),
        ("x=np.array([0.0, 1.0])", "x=object()", "a case cannot cross"),
        ("x=np.array([0.0, 1.0])", "y=1", "the reference fails on a case of 'zero_and_one'"),
        ("probe\n", "probe(driver='nobody')\n", "there is no driver 'nobody'"),
    ],
)
def test_a_probe_of_an_author_that_cannot_be_asked_is_named(toy_root, old, new, said):
    """Unlike an automatic one it is not left out."""
    assert old in OWN
    solution = add(toy_root, OWN.replace(old, new))
    with pytest.raises(CourseError, match=said) as caught:
        make_key(solution, SEED)
    assert caught.value.path.parent == solution.folder


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("probe\n", "probe(driver=len)\n", 37, "`driver` is the name of a driver"),
        ("probe\n", "probe(reports='all')\n", 37, "`reports` is one of"),
        ("(rng):", "(rng): yield\n@exercise.probe\ndef zero_and_one(rng):", 39, "a second check"),
    ],
)
def test_a_probe_that_is_declared_wrongly_is_named(toy_root, old, new, line, said):
    """With file and line."""
    with pytest.raises(CourseError, match=said) as caught:
        add(toy_root, OWN.replace(old, new))
    assert (caught.value.path, caught.value.line) == (toy_root / DOUBLE, line)
