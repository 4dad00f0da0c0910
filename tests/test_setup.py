"""`scripts/setup`, on a system that a folder of pretended programs makes up."""

from __future__ import annotations

import shutil
import subprocess
import venv
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
        log.touch()
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


PIP = """
import os, sys
with open(os.environ["LOG"], "a") as log:
    print("pip", *(each for each in sys.argv[1:] if each[:7] not in ("--quiet", "--disab")), file=log)
"""


@pytest.fixture
def environment(tmp_path):
    """A virtual environment that is there already, with a pip that only writes down its orders.

    Returns a function that puts a distribution named `autograder` into it, with this command.
    """
    venv.create(tmp_path / ".venv", symlinks=True)
    (packages,) = (tmp_path / ".venv").glob("lib/python3*/site-packages")
    (packages / "pip").mkdir()
    (packages / "pip" / "__main__.py").write_text(PIP, encoding="ascii")

    def install(command: str) -> None:
        about = packages / "autograder-0.1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: autograder\nVersion: 0.1.0\n")
        (about / "entry_points.txt").write_text(f"[console_scripts]\nautograder = {command}\n")

    return install


INSTALLS = [
    "pip install --require-hashes --no-compile -r requirements.lock",
    "pip install --no-deps --no-build-isolation --editable .",
]


def test_the_old_distribution_goes_before_the_new_one_comes(system, environment):
    """Whoever removed it afterwards would remove the command, which both have."""
    environment("autograder.cli:main")
    said = system(python3=NEW.format(ensurepip=0, version="3.13"))
    assert [line for line in said if line.startswith("pip")] == [
        INSTALLS[0],
        "pip uninstall --yes autograder",
        INSTALLS[1],
    ]


@pytest.mark.parametrize("command", ["autograder.main:run", None])
def test_the_autograder_of_others_is_left_alone(system, environment, command):
    """It is another program, and no reason to remove anything; nor is there any without it."""
    if command is not None:
        environment(command)
    said = system(python3=NEW.format(ensurepip=0, version="3.13"))
    assert [line for line in said if line.startswith("pip")] == INSTALLS
