"""What `doctor` finds on a machine, and what it says to do."""

from __future__ import annotations

import json

import pytest

from autograder.sandbox import doctor
from autograder.sandbox.session import SandboxUnavailableError
from tests.cli.running import run
from tests.sandbox.conftest import needs


@pytest.mark.sandbox
def test_this_machine():
    """Where the layers are there, a trial submission runs, and the status says so."""
    needs("inner")
    done = run("doctor")
    assert done.code == 0
    assert done.out.endswith("Submissions can be graded here.\n")


@pytest.mark.sandbox
def test_for_machines():
    """The same as JSON."""
    needs("inner")
    found = json.loads(run("doctor", "--json").out)
    assert found["can_grade"] is True
    assert [each["name"] for each in found["layers"]] == [
        "landlock", "landlock scopes", "seccomp", "namespaces", "bubblewrap",
    ]  # fmt: skip
    assert all(each["promise"] for each in found["layers"])


@pytest.mark.parametrize(
    ("found", "states"),
    [
        ({"landlock": 0, "seccomp": True}, ["missing", "missing", "works"]),
        ({"landlock": 3, "seccomp": True}, ["works", "missing", "works"]),
        ({"landlock": 4, "seccomp": False}, ["works", "partly", "missing"]),
        ({"landlock": 6, "seccomp": True}, ["works", "works", "works"]),
    ],
)
def test_what_is_missing_comes_with_advice(found, states, monkeypatch):
    """Every layer that does not work, and no other."""
    monkeypatch.setattr(doctor, "inner_layer", lambda: found)
    monkeypatch.setattr(doctor, "bubblewrap_works", lambda: True)
    separated = found["landlock"] >= 4
    monkeypatch.setattr(doctor, "_trial", lambda: doctor._Trial("", separated))
    layers = doctor.examine_machine().layers
    own = "works" if separated else "missing"
    assert [layer.state for layer in layers] == [*states, own, "works"]
    assert [bool(layer.advice) for layer in layers] == [layer.state != "works" for layer in layers]


@pytest.mark.sandbox
@pytest.mark.parametrize("installed", [True, False])
def test_bubblewrap_that_is_missing_stops_nothing(installed, monkeypatch):
    """Installed and forbidden is another thing than not installed."""
    needs("inner")
    monkeypatch.setattr(doctor, "bubblewrap_works", lambda: False)
    monkeypatch.setattr(
        doctor.shutil, "which", lambda name: "/usr/bin/bwrap" if installed else None
    )
    report = doctor.examine_machine()
    assert report.can_grade
    assert ("userns" in report.layers[-1].advice) is installed


def test_another_system(monkeypatch):
    """Where there is no Linux the advice is to find one."""
    monkeypatch.setattr(doctor.sys, "platform", "darwin")
    monkeypatch.setattr(doctor, "inner_layer", lambda: {"landlock": 0, "seccomp": False})
    monkeypatch.setattr(doctor, "bubblewrap_works", lambda: False)
    monkeypatch.setattr(doctor, "_trial", lambda: doctor._Trial("no"))
    advice = [layer.advice for layer in doctor.examine_machine().layers]
    assert [each.startswith("Grade on Linux") for each in advice] == [True, False, True, True, True]


def _refuses(*args, **kwargs):
    raise SandboxUnavailableError("this system has no landlock")


def _breaks(*args, **kwargs):
    raise OSError("odd")


@pytest.mark.parametrize(
    ("sandbox", "said"),
    [(_refuses, "this system has no landlock"), (_breaks, "a trial submission was lost: OSError")],
)
def test_where_nothing_can_be_graded(sandbox, said, monkeypatch):
    """The status is 1, and the reason is told."""
    monkeypatch.setattr(doctor, "Sandbox", sandbox)
    done = run("doctor")
    assert done.code == 1
    assert said in done.out
    assert json.loads(run("doctor", "--json").out)["can_grade"] is False
