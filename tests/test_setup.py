"""`scripts/setup`, on a system that a folder of pretended programs makes up."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SETUP = Path(__file__).parent.parent / "scripts" / "setup"
TOOLS = "bash dirname cat sha256sum grep ls env".split()

OLD = "exit 1"
NEW = """
case "$*" in
*ensurepip*) exit {ensurepip} ;;
*'print('*) echo {version} ;;
*--version*) echo Python {version} ;;
*venv*) echo "$0 $*" >>"$LOG"; exit 3 ;;
esac
"""


@pytest.fixture
def system(tmp_path):
    """A clone, and a function that runs its set-up where there are these programs alone."""
    (tmp_path / "scripts").mkdir()
    shutil.copy(SETUP, tmp_path / "scripts" / "setup")
    (tmp_path / "requirements.lock").touch()
    (tmp_path / "pyproject.toml").touch()
    programs = tmp_path / "bin"
    programs.mkdir()
    for tool in TOOLS:
        (programs / tool).symlink_to(shutil.which(tool))

    def run(**others: str) -> list[str]:
        fake = {
            "apt-get": 'echo "apt-get $*" >>"$LOG"',
            "id": "echo 0",
            "ldconfig": "echo libseccomp.so.2",
            "bwrap": "",
            **{name.replace("_", "."): text for name, text in others.items()},
        }
        for name, text in fake.items():
            (programs / name).write_text(f"#!/bin/sh\n{text}\n", encoding="ascii")
            (programs / name).chmod(0o755)
        log = tmp_path / "log"
        subprocess.run(
            [tmp_path / "scripts" / "setup"],
            env={"PATH": str(programs), "LOG": str(log)},
            check=False,
            capture_output=True,
        )
        return log.read_text(encoding="utf-8").splitlines()

    return run


@pytest.mark.parametrize("version", ["3.11", "3.12"])
def test_venv_is_installed_for_the_python_that_is_used(system, version):
    """Not for an older `python3`, whose package would be of no use."""
    name = f"python{version}".replace(".", "_")
    said = system(python3=OLD, **{name: NEW.format(ensurepip=1, version=version)})
    (install,) = (line for line in said if line.startswith("apt-get install"))
    assert f"python{version}-venv" in install.split()
    assert "python3-venv" not in install.split()
    assert said[-1].endswith(f"/python{version} -m venv .venv")


def test_nothing_is_installed_for_a_python_that_has_venv(system):
    """Of the system's packages only what is missing."""
    said = system(python3=NEW.format(ensurepip=0, version="3.13"))
    assert not any("venv" in line for line in said if line.startswith("apt-get"))
    assert said[-1].endswith("/python3 -m venv .venv")
