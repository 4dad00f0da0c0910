"""What is off in a definition is found by looking at it, whatever it does when it is looked at."""

from __future__ import annotations

import pytest

from autograder.sandbox.call import signature_of
from autograder.sandbox.guest.contract import find_difference


def asked(w, grad, lr=0.1):
    """What an exercise asks for."""


class Asked:
    """What another one asks for."""

    def __init__(self, lr=0.1): ...

    def step(self, w): ...


FUNCTIONS = {
    "def asked(w, grad, lr=1): ...": ("", []),
    "def asked(w, grad, lr=1, more=2, *others, last=3, **rest): ...": ("", []),
    "def asked(*args, **kwargs): ...": ("", []),
    "def asked(w, grad, /, lr=2): ...": ("", []),
    "from functools import partial\ndef f(a, w, grad, lr=1): ...\nasked = partial(f, 1)": ("", []),
    "class C:\n    def __call__(self, w, grad, lr=1): ...\nasked = C()": ("", []),
    "asked = min": ("", []),
    "def asked(w, gradient, lr=1): ...": ("parameter_renamed", ["gradient", "grad"]),
    "def asked(W, G, lr=1): ...": ("parameter_renamed", ["W", "w", "G", "grad"]),
    "def asked(w, lr=1): ...": ("parameter_missing", ["grad"]),
    "def asked(w, grad, t, lr=1): ...": ("parameter_added", ["t"]),
    "def asked(w, grad, lr): ...": ("default_removed", ["lr"]),
    "def asked(grad, w, lr=1): ...": ("parameters_reordered", []),
    "def asked(w, grad, lr=None): ...": ("default_none", ["lr"]),
    "class asked: ...": ("class", []),
    "asked = [1]": ("value", ["list"]),
    "def askd(w): ...": ("other_name", ["askd"]),
    "def f(w, grad, lr=1): ...": ("other_name", ["f"]),
    "def f(w): ...": ("", []),
    "def other_asked(w, grad, lr=1): ...": ("", []),
    "class M(type):\n    def __getattribute__(c, n): raise SystemExit\n"
    "class askd(metaclass=M): ...": ("", []),
    "class F:\n    __signature__ = 5\n    def __call__(self): ...\nasked = F()": ("", []),
}

CLASSES = {
    "class Asked:\n    def __init__(self, lr=1): ...\n    def step(me, w, more=1): ...": (
        "",
        "",
        [],
    ),
    "class B:\n    def step(self, w): ...\nclass Asked(B): ...": ("", "", []),
    "class Asked:\n    @staticmethod\n    def step(w): ...": ("", "", []),
    "def Asked(lr=1): ...": ("", "function", []),
    "class Asked:\n    def update(self, w): ...": ("step", "method_renamed", ["update"]),
    "class Asked: ...\ndef step(self, w): ...": ("step", "method_missing", []),
    "class Asked:\n    def step(w): ...": ("step", "self_missing", []),
    "class Asked:\n    def step(self, x): ...": ("step", "parameter_renamed", ["x", "w"]),
    "class Asked:\n    def __init__(self, rate=1): ...\n    def step(self, w): ...": (
        "__init__",
        "parameter_renamed",
        ["rate", "lr"],
    ),
}


def found(source: str, reference) -> dict[str, object]:
    """What is off in the text of a file."""
    namespace = {"__name__": "submission"}
    exec(source, namespace)
    name = reference.__name__
    return find_difference(namespace, name, signature_of(reference), ["other_asked"])


@pytest.mark.parametrize(("source", "expected"), FUNCTIONS.items())
def test_a_function(source, expected):
    """The first thing that is off, or nothing."""
    kind, names = expected
    assert found(source, asked) == {"kind": kind, "names": names, "method": ""}


@pytest.mark.parametrize(("source", "expected"), CLASSES.items())
def test_a_class(source, expected):
    """The method that it is about, too."""
    method, kind, names = expected
    assert found(source, Asked) == {"kind": kind, "names": names, "method": method}
