"""Where cases get their random numbers from."""

from __future__ import annotations

import stat
import subprocess
import sys

import pytest

from autograder.course import CourseError
from autograder.course.seeds import PUBLIC_SEED, generator, hidden_seed, seed_path


def numbers(seed, exercise, check):
    """The first numbers of a check's generator."""
    return generator(seed, exercise, check).integers(2**62, size=4).tolist()


def test_public_cases_are_the_same_everywhere():
    """For students, for the instructor, in ten years: the numbers themselves are pinned."""
    assert numbers(PUBLIC_SEED, "double", "negative numbers") == numbers(
        b"public", "double", "negative numbers"
    )
    assert numbers(PUBLIC_SEED, "double", "negative numbers") == [
        816987260580948023,
        232760279379866503,
        3485229712658306735,
        3171309702159246627,
    ]


def test_every_check_has_numbers_of_its_own():
    """Another exercise, another check, another seed; and no two pairs run into each other."""
    drawn = [
        numbers(PUBLIC_SEED, "a", "b"),
        numbers(PUBLIC_SEED, "a", "c"),
        numbers(PUBLIC_SEED, "b", "b"),
        numbers(PUBLIC_SEED, "ab", ""),
        numbers(PUBLIC_SEED, "", "ab"),
        numbers(bytes(32), "a", "b"),
    ]
    assert len({tuple(each) for each in drawn}) == len(drawn)


def test_the_hidden_seed_is_made_once(tmp_path):
    """The second call reads what the first one made."""
    first = hidden_seed(tmp_path)
    assert len(first) == 32
    assert hidden_seed(tmp_path) == first
    assert seed_path(tmp_path).read_text() == first.hex()
    left = sorted(path.name for path in seed_path(tmp_path).parent.iterdir())
    assert left == [".gitignore", "seed"]


def test_git_passes_over_the_hidden_seed(tmp_path):
    """In a course that ignores nothing, too."""
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    hidden_seed(tmp_path)
    status = ["git", "status", "--porcelain", "--untracked-files=all"]
    assert subprocess.check_output(status, cwd=tmp_path) == b""


def test_a_teachers_own_gitignore_stays(tmp_path):
    """Somebody may want to keep what else is there."""
    own = seed_path(tmp_path).with_name(".gitignore")
    own.parent.mkdir()
    own.write_text("seed\n", encoding="utf-8")
    hidden_seed(tmp_path)
    assert own.read_text(encoding="utf-8") == "seed\n"


def test_every_course_has_a_seed_of_its_own(tmp_path):
    """It is drawn, not derived."""
    (tmp_path / "other").mkdir()
    assert hidden_seed(tmp_path) != hidden_seed(tmp_path / "other")


def test_only_its_owner_may_read_it(tmp_path):
    """Neither the file nor its folder is open to others."""
    hidden_seed(tmp_path)
    assert stat.S_IMODE(seed_path(tmp_path).stat().st_mode) == 0o600
    assert stat.S_IMODE(seed_path(tmp_path).parent.stat().st_mode) == 0o700


@pytest.mark.sandbox
def test_two_that_start_together_agree(tmp_path):
    """Whichever of the processes is first."""
    source = (
        "import sys, pathlib\n"
        "from autograder.course.seeds import hidden_seed\n"
        "sys.stdout.write('.'); sys.stdout.flush(); sys.stdin.readline()\n"
        "sys.stdout.write(hidden_seed(pathlib.Path(sys.argv[1])).hex())\n"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", source, str(tmp_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for process in processes:
        assert process.stdout.read(1) == "."
    seeds = {process.communicate("\n")[0] for process in processes}
    assert seeds == {hidden_seed(tmp_path).hex()}


@pytest.mark.parametrize(
    "data", [b"", b"seed", b"ab" * 31, b"ab" * 33, b"\xff" * 64, b"g" * 64, "가".encode() * 22]
)
def test_a_damaged_seed_is_named(tmp_path, data):
    """It is not replaced by another: that would change everybody's hidden cases unseen."""
    hidden_seed(tmp_path)
    seed_path(tmp_path).write_bytes(data)
    with pytest.raises(CourseError, match="the hidden seed is damaged") as caught:
        hidden_seed(tmp_path)
    assert caught.value.path == seed_path(tmp_path)
    assert seed_path(tmp_path).read_bytes() == data


def test_a_seed_that_cannot_be_kept_is_named(tmp_path):
    """The course's folder is not there, or something else is in the place of its secret."""
    with pytest.raises(CourseError, match="cannot be kept"):
        hidden_seed(tmp_path / "missing")
    seed_path(tmp_path).mkdir(parents=True)
    with pytest.raises(CourseError, match="cannot be kept"):
        hidden_seed(tmp_path)
