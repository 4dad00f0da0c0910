"""Trying which layers of the sandbox work on this machine."""

from __future__ import annotations

import shutil
import sys
from dataclasses import asdict, dataclass
from typing import Any, Literal, NamedTuple

from autograder.limits import Limits
from autograder.sandbox.bubblewrap import bubblewrap_works
from autograder.sandbox.confined import Sandbox
from autograder.sandbox.guest.confine import inner_layer
from autograder.sandbox.session import SandboxUnavailableError

__all__ = ["Layer", "Report", "examine_machine"]

State = Literal["works", "partly", "missing"]


@dataclass(frozen=True)
class Layer:
    """One layer of the sandbox.

    Attributes:
        name: what it is called.
        state: whether it works here.
        needed: whether nothing is graded without it.
        promise: what it ensures.
        advice: what to do where it does not work, or works in part; else empty.
    """

    name: str
    state: State
    needed: bool
    promise: str
    advice: str = ""


@dataclass(frozen=True)
class Report:
    """The layers, and whether student code can be graded here.

    Attributes:
        layers: the outermost last.
        can_grade: whether a trial submission ran in the sandbox.
        problem: why it did not; else empty.
    """

    layers: tuple[Layer, ...]
    can_grade: bool
    problem: str = ""

    def document(self) -> dict[str, Any]:
        """Return the report as plain data."""
        return {
            "can_grade": self.can_grade,
            "problem": self.problem,
            "layers": [asdict(each) for each in self.layers],
        }


_FILES = "reads Python and its packages only, and writes one scratch folder"
_SCOPES = "no TCP (Linux 6.7), no signals and no sockets to anything outside (Linux 6.12)"
_ELSEWHERE = "Grade on Linux: Landlock and seccomp are its own. A virtual machine will do."


def examine_machine() -> Report:
    """Try each layer, and then all of them: a trial submission in the sandbox."""
    found = inner_layer()
    trial = _trial()
    layers = (
        _landlock(int(found["landlock"])),
        _scopes(int(found["landlock"])),
        _seccomp(bool(found["seccomp"])),
        _namespaces(trial.separated),
        _bubblewrap(),
    )
    return Report(layers, not trial.problem, trial.problem)


def _landlock(version: int) -> Layer:
    advice = ""
    if sys.platform != "linux":
        advice = _ELSEWHERE
    elif version == 0:
        advice = (
            "Use Linux 5.13 or newer, and have `landlock` in the kernel's list of security "
            "modules: add it to `lsm=` on the kernel's command line. In a container, its seccomp "
            "profile must allow the landlock system calls."
        )
    return Layer("landlock", "works" if version else "missing", True, _FILES, advice)


def _scopes(version: int) -> Layer:
    state: State = "works" if version >= 6 else "partly" if version >= 4 else "missing"
    advice = ""
    if state != "works":
        advice = "Use Linux 6.12 or newer. Until then seccomp and bubblewrap see to this."
    return Layer("landlock scopes", state, False, _SCOPES, advice)


def _seccomp(works: bool) -> Layer:
    advice = ""
    if sys.platform != "linux":
        advice = _ELSEWHERE
    elif not works:
        advice = "Install libseccomp (Debian and Ubuntu: `apt install libseccomp2`) and pyseccomp."
    promise = "allows system calls by list: no sockets, no processes, no tracing"
    return Layer("seccomp", "works" if works else "missing", True, promise, advice)


def _namespaces(work: bool) -> Layer:
    advice = ""
    if sys.platform != "linux":
        advice = _ELSEWHERE
    elif not work:
        advice = (
            "This user may not make namespaces. Ubuntu 24.04: `sysctl "
            "kernel.apparmor_restrict_unprivileged_userns=0`, or grade as root. A container: give "
            "it CAP_SYS_ADMIN, or allow user namespaces. Until then a submission can see which "
            "files are there, and numbers that the machine counts; see SECURITY.md."
        )
    promise = "each submission has its own files, process numbers and inode numbers"
    return Layer("namespaces", "works" if work else "missing", False, promise, advice)


def _bubblewrap() -> Layer:
    promise = "no network, no other process, a file system without the course"
    if bubblewrap_works():
        return Layer("bubblewrap", "works", False, promise)
    if sys.platform != "linux":
        advice = _ELSEWHERE
    elif shutil.which("bwrap") is None:
        advice = "Install bubblewrap (Debian and Ubuntu: `apt install bubblewrap`)."
    else:
        advice = (
            "It is installed and may not make namespaces. Ubuntu 24.04: allow it by an AppArmor "
            "profile for /usr/bin/bwrap that says `userns,`. A container: allow user namespaces, "
            "or go on without; the other layers remain."
        )
    return Layer("bubblewrap", "missing", False, promise, advice)


class _Trial(NamedTuple):
    """What became of a trial submission: why it did not run, and whether it was separated."""

    problem: str = ""
    separated: bool = False


def _trial() -> _Trial:
    """Run one line in the sandbox."""
    separated = False
    try:
        with Sandbox(Limits(), notebooks=False) as sandbox, sandbox.session() as session:
            separated = sandbox.separated
            reply = session.run_file("trial", "print(6 * 7)", 0, 30.0)
    except SandboxUnavailableError as error:
        return _Trial(str(error))
    except Exception as error:  # noqa: BLE001 - whatever it is, nothing can be graded
        return _Trial(f"a trial submission was lost: {type(error).__name__}: {error}")
    problem = "" if reply.stdout == "42\n" else "a trial submission did not answer"
    return _Trial(problem, separated)
