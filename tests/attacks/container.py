"""The throw-away container that the careless grader runs in: bubblewrap, and nothing of this machine."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

__all__ = ["container_works", "observe"]

HERE = Path(__file__).resolve().parent
SECONDS = 30


def _command(*arguments: str) -> list[str]:
    """A read-only system, everything else in memory, no network, no other process."""
    command = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"]
    command += ["--uid", "0", "--gid", "0", "--cap-drop", "ALL", "--cap-add", "CAP_NET_RAW"]
    command += ["--size", str(48 << 20), "--tmpfs", "/"]
    visible = {"/usr", "/bin", "/lib", "/lib64", "/etc/ld.so.cache", sys.prefix, sys.base_prefix}
    visible |= {sysconfig.get_paths()["purelib"], str(HERE)}
    kept: list[str] = []
    for path in sorted(each for each in visible if os.path.exists(each)):
        if not any(path.startswith(f"{parent}/") for parent in kept):
            kept.append(path)
    for path in kept:
        command += ["--ro-bind", path, path]
    command += ["--proc", "/proc", "--dev", "/dev", "--dir", "/tmp", "--dir", "/run"]
    command += ["--setenv", "HOME", "/home/teacher", "--setenv", "PATH", "/usr/bin:/bin"]
    command += ["--setenv", "OPENBLAS_NUM_THREADS", "1", "--setenv", "PYTHONDONTWRITEBYTECODE", "1"]
    return [*command, "--chdir", "/", "--", sys.executable, str(HERE / "careless.py"), *arguments]


@functools.cache
def container_works() -> bool:
    """Whether such a container can be made here."""
    try:
        trial = [*_command()[:-1], "-c", ""]
        return (
            subprocess.run(trial, capture_output=True, timeout=SECONDS, check=False).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


def observe(attack: str, path: Path | None) -> Any:
    """What an attack does to a careless grader: the kinds of harm."""
    done = subprocess.run(
        _command("observe", attack, "-" if path is None else str(path)),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])["harms"]
