"""Building what is handed out, from the command line; nbgrader's own part is played."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from autograder.build import release
from autograder.keys.public_file import dump_key, load_key
from tests.cli.running import run, stopped
from tests.toy_settings import SEED

DOUBLE = Path("solutions", "basics", "double")


@pytest.fixture(autouse=True)
def _no_nbgrader(monkeypatch):
    """The release is a copy of the source."""

    def copy(root, assignment, **_):
        folder = root / "release" / assignment
        shutil.copytree(root / "source" / assignment, folder, dirs_exist_ok=True)

    monkeypatch.setattr(release, "make_release", copy)


@pytest.fixture
def built(toy_root):
    """The toy course, built."""
    ran = run("build", "--course", toy_root)
    assert (ran.code, ran.err) == (0, "")
    return toy_root


def contents(root: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {
        str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def break_exercise(root: Path, times: int = 1) -> None:
    """Alternatives that are wrong."""
    path = root / DOUBLE / "alternatives.py"
    text = path.read_text().replace("return x + x", "return x + x + 1")
    if times == 2:
        text = text.replace("2 * each", "3 * each")
    path.write_text(text)


def test_what_is_built(built):
    """Stubs with their public checks, and the notebooks; nothing of the solution in the stubs."""
    made = contents(built)
    for path in ("exercises/basics/double.py", "exercises/basics/public/double.json",
                 "source/basics/basics.ipynb", "release/basics/basics.ipynb"):  # fmt: skip
        assert path in made
    assert b"marker_of_the_hidden_solution" not in made["exercises/basics/double.py"]


def test_what_was_built_is_fresh(built):
    """And building it again changes nothing."""
    before = contents(built)
    ran = run("build", "--check", cwd=built)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert run("build", cwd=built).code == 0
    assert contents(built) == before


@pytest.mark.parametrize(
    "path",
    ["exercises/basics/double.py", "exercises/basics/public/double.json", "release/basics/basics.ipynb"],
)  # fmt: skip
def test_what_was_edited_is_stale(built, path):
    """It is named, exit code 1, and left as it is."""
    (built / path).write_text("edited")
    before = contents(built)
    ran = run("build", "--check", cwd=built)
    assert ran.code == 1
    assert path in ran.out.splitlines()
    assert ran.err == "autograder: these are not what `autograder build` makes now\n"
    assert contents(built) == before


def test_public_checks_are_made_anew_by_force(built):
    """Also where their sources have not changed; what was made of other ones is made anew anyway."""
    path = built / "exercises" / "basics" / "public" / "double.json"
    fresh = path.read_text(encoding="utf-8")
    key = load_key(fresh)
    key.checks[1].cases[0].inputs["x"] *= 1 + 4e-16
    other = dump_key(key, json.loads(fresh)["sources"])
    path.write_text(other, encoding="utf-8")
    assert run("build", cwd=built).code == run("build", "--check", cwd=built).code == 0
    assert path.read_text(encoding="utf-8") == other
    assert run("build", "--check", "--force", cwd=built).code == 1
    assert run("build", "--force", cwd=built).code == 0
    assert path.read_text(encoding="utf-8") == fresh


def test_what_was_never_built_is_stale(toy_root):
    """All of it."""
    ran = run("build", "--check", "--course", toy_root)
    assert (ran.code, "exercises/basics/double.py" in ran.out) == (1, True)
    assert not (toy_root / "exercises").exists()


def test_a_broken_exercise_is_not_built(built):
    """Nothing is written, and each fault is said with file and line."""
    before = contents(built)
    break_exercise(built, times=2)
    ran = run("build", cwd=built)
    assert (ran.code, ran.out) == (2, "")
    assert f"{built / DOUBLE}/alternatives.py:4: alternative 'adds' fails" in ran.err
    assert ran.err.endswith("faults; nothing was written\n")
    changed = {path for path, data in contents(built).items() if before.get(path) != data}
    assert {path for path in changed if "__pycache__" not in path} == {
        str(DOUBLE / "alternatives.py")
    }


def test_examining_alone(toy_root):
    """Writes nothing, says nothing where all is well, and what is wrong where it is not."""
    ran = run("build", "--examine", "--course", toy_root)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert not (toy_root / "exercises").exists()
    path = toy_root / DOUBLE / "mistakes.py"
    path.write_text(path.read_text().replace("return x * x", "return x + x"))
    ran = run("build", "--examine", "--course", toy_root)
    assert (ran.code, ran.out) == (2, "")
    assert "mistake 'squares' gets full marks: no check catches it" in ran.err


def test_a_course_that_there_is_not(tmp_path):
    """In one sentence."""
    assert "there is no course here" in stopped(run("build", cwd=tmp_path))


def test_a_seed_of_its_own_is_kept(toy_root):
    """Building makes one where there is none, and leaves the one that there is."""
    folder = toy_root / ".autograder"
    folder.mkdir(exist_ok=True)
    (folder / "seed").write_text(SEED.hex())
    run("build", "--examine", "--course", toy_root)
    assert (folder / "seed").read_text() == SEED.hex()
