"""The outer layer: bubblewrap around the warm interpreter.

Inside there is no network, no other process, and no file but Python's, its packages', the system's
programs and libraries, this project's modules for the door, and the scratch directories. Forks see
less of it: see `guest.namespaces`.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from pathlib import Path

from autograder.sandbox.guest.readable import readable_paths

__all__ = ["DOOR", "bubblewrap_works", "wrapped"]

DOOR = (
    "autograder",
    "autograder.sandbox",
    "autograder.sandbox.call",
    "autograder.sandbox.codec",
    "autograder.sandbox.frames",
)
"""The modules that both sides use; `sandbox.guest` is bound beside them."""

_PACKAGES = Path(__file__).resolve().parents[2]
"""The folder that holds this project's package."""


@functools.cache
def bubblewrap_works(*, may_mount: bool = False) -> bool:
    """Whether bubblewrap is installed here and may do its work.

    Args:
        may_mount: whether it also has to let the command inside mount; see `wrapped`.
    """
    if shutil.which("bwrap") is None:
        return False
    command = [sys.executable, "-I", "-c", ""]
    trial = wrapped(command, environment={}, scratch=None, may_mount=may_mount)
    try:
        return subprocess.run(trial, capture_output=True, timeout=20, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def wrapped(
    command: list[str],
    *,
    environment: dict[str, str],
    scratch: str | None,
    may_mount: bool = False,
    given: str = "",
) -> list[str]:
    """The command line that runs a command inside bubblewrap.

    Args:
        command: the program and its arguments.
        environment: all the variables that it gets.
        scratch: the directory that it may write, or None.
        may_mount: whether it may make namespaces for its forks, which then give that right up.
        given: a folder that it may read, or empty.

    Returns:
        A command line of `bwrap`.
    """
    arguments = ["bwrap", "--die-with-parent", "--new-session", "--clearenv"]
    arguments += ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"]
    arguments += ["--unshare-cgroup-try"]
    if os.geteuid() == 0:
        # Each fork becomes another user for good, which it can do in this user namespace only.
        arguments += ["--cap-drop", "ALL"]
        capabilities = ["SETUID", "SETGID", "CHOWN", "KILL", "SETPCAP"]
    else:
        arguments += ["--unshare-user"]
        capabilities = []
    if may_mount:
        capabilities = sorted({*capabilities, "SETPCAP", "SYS_ADMIN"})
    for capability in capabilities:
        arguments += ["--cap-add", f"CAP_{capability}"]
    bound = [*_bound_paths(), *([given] if given else [])]
    for folder in _parents([*bound, "/dev/null", *([scratch] if scratch else [])]):
        # If bubblewrap made these, a fork that became another user could not pass through them.
        arguments += ["--perms", "0755", "--dir", folder]
    for path in bound:
        arguments += ["--ro-bind", path, path]
    for device in ("null", "zero", "urandom"):
        arguments += ["--dev-bind", f"/dev/{device}", f"/dev/{device}"]
    arguments += ["--proc", "/proc"]
    if scratch is not None:
        arguments += ["--bind", scratch, scratch]
    for name, value in environment.items():
        arguments += ["--setenv", name, value]
    return [*arguments, "--", *command]


def _bound_paths() -> list[str]:
    """The paths that are visible inside, each once, outermost folders first."""
    paths = {path for path in readable_paths() if not path.startswith("/dev/")}
    # The warm interpreter looks for libseccomp by a program of the system; its forks see less.
    paths |= {"/usr", "/bin", "/sbin", "/lib", "/lib64", sys.prefix, sys.base_prefix}
    paths |= {os.path.dirname(os.path.realpath(sys.executable))}
    paths |= {str(_file(module)) for module in DOOR}
    paths |= {str(_file("autograder.sandbox.guest").parent)}
    kept: list[str] = []
    for path in sorted(path for path in paths if os.path.exists(path)):
        if not any(path.startswith(f"{parent}/") for parent in kept):
            kept.append(path)
    return kept


def _file(module: str) -> Path:
    path = _PACKAGES.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _parents(paths: list[str]) -> list[str]:
    folders = {str(parent) for path in paths for parent in Path(path).parents}
    return sorted(folders - {"/", *paths})
