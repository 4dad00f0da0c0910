"""A course in a language of its own, from the author's desk to the student's."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.classroom import once
from tests.cli.running import run, stopped
from tests.languages import write_course

SENTENCES = """\
[sentences]
language_name = "Español"
public = "pública"
points = "puntos"
hidden_remain = "Hay más comprobaciones."
looks_like = "Parece este error"

[commands]
points_of_all = "Públicas: {score} de {public}, de {worth} en total."

[statuses]
failed = "mal"
"""


@pytest.fixture(scope="session")
def built_spanish(one_alembic, tmp_path_factory) -> Path:
    """A built course in Spanish with some sentences of its own; to be read only."""

    def make(root):
        write_course(root, "es")
        (root / "sentences.es.toml").write_text(SENTENCES, encoding="utf-8")
        ran = run("build", cwd=root)
        assert ran.code == 0

    return once(tmp_path_factory, "built-spanish", make)


@pytest.fixture
def spanish(built_spanish, tmp_path) -> Path:
    """A copy of that course."""
    return Path(shutil.copytree(built_spanish, tmp_path / "course"))


def answer(exercises: Path, source: str) -> None:
    """Write an answer to `triple`."""
    (exercises / "basics" / "triple.py").write_text(source, encoding="utf-8")


@pytest.fixture(params=["course", "exercises"])
def desk(request, spanish, tmp_path) -> Path:
    """Where a student works: in the course, or with the folder `exercises/` alone."""
    if request.param == "course":
        return spanish
    desk = tmp_path / "desk"
    shutil.copytree(spanish / "exercises", desk / "exercises")
    return desk


def test_a_students_check_is_in_spanish(desk):
    """What the course has no sentence for is in English."""
    answer(desk / "exercises", "def triple(x):\n    return x * x\n")
    ran = run("check", "triple", cwd=desk)
    assert ran.code == 1
    lines = [line.strip() for line in ran.out.splitlines()]
    assert lines[:2] == [
        "✘ triple es  (triple)",
        "Públicas: 0 de 1, de 6 en total.",
    ]
    assert [line for line in lines[2:6] if line] == [
        "➜ Parece este error",
        "squares es? (squares)",
        "✘ one es  pública, 0/1",
    ]
    assert any(line.startswith("expected: ") for line in lines)


def test_a_language_that_the_course_does_not_have(desk):
    """The sentence names those that it has."""
    ran = run("check", "triple", "--lang", "en", cwd=desk)
    assert (ran.code, ran.out) == (2, "")
    assert "there is no language 'en'; did you mean 'es'?" in ran.err


def test_sentences_that_are_damaged_at_a_students(spanish, tmp_path):
    """One sentence, with file and line; no traceback."""
    exercises = Path(shutil.copytree(spanish / "exercises", tmp_path / "mine"))
    path = exercises / "basics" / "public" / "sentences.es.toml"
    path.write_text('[sentences]\npublic = "{nobody}"\n', encoding="utf-8")
    said = stopped(run("check", "triple", "--exercises", exercises, cwd=tmp_path))
    assert said.startswith(f"{path}:2: `sentences.public`: there is no gap '{{nobody}}'")


def test_grading_is_in_spanish(spanish):
    """The label of a check, the hint, the table."""
    folder = spanish / "submitted" / "kim" / "basics"
    folder.mkdir(parents=True)
    (folder / "triple.py").write_text("def triple(x):\n    return 2 * x\n", encoding="utf-8")
    ran = run("grade", "submitted", "--json", cwd=spanish)
    (exercise,) = json.loads(ran.out)["exercises"]
    assert [check["name"] for check in exercise["checks"]] == ["one es", "two es"]
    assert exercise["diagnosis"]["hint"] == "doubles es?"
    assert "there is no language 'ko'" in run("grade", "submitted", "--lang", "ko", cwd=spanish).err


def test_what_is_built_is_current(spanish):
    """With its sentences, which are said once more where some are missing."""
    ran = run("build", "--check", cwd=spanish)
    assert (ran.code, ran.out) == (0, "")
    (line,) = ran.err.splitlines()
    path = spanish / "sentences.es.toml"
    assert line.startswith(f"{path}: these sentences are missing and are said in English: ")
    assert "sentences.hidden, " in line
    assert "sentences.public, " not in line
    (spanish / "exercises" / "basics" / "public" / "sentences.es.toml").unlink()
    ran = run("build", "--check", cwd=spanish)
    assert (ran.code, ran.out) == (1, "exercises/basics/public/sentences.es.toml\n")
    assert (spanish / "release" / "basics" / "public" / "sentences.es.toml").is_file()


def test_a_sentence_that_cannot_be_said_is_not_built(spanish):
    """It is said with file and line, beside what is wrong with the exercises."""
    path = spanish / "sentences.es.toml"
    path.write_text('[sentences]\npublic = "{a}"\nhidden = "{"\n', encoding="utf-8")
    mistakes = spanish / "solutions" / "basics" / "triple" / "mistakes.py"
    mistakes.write_text(mistakes.read_text("utf-8").replace("2 * x", "3 * x"), encoding="utf-8")
    ran = run("build", cwd=spanish)
    assert (ran.code, ran.out) == (2, "")
    assert [line.partition(": ")[0] for line in ran.err.splitlines()] == [
        f"{path}:2",
        f"{path}:3",
        f"{mistakes}:10",
        "autograder",
    ]
    assert ran.err.endswith("autograder: 3 faults; nothing was written\n")


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        (("en",), []),
        (("ko", "en"), []),
        (("fr", "en"), ["sentences.fr.toml"]),
        (("fr", "es"), ["sentences.fr.toml", "sentences.es.toml"]),
    ],
    ids=["en", "ko-en", "fr-en", "fr-es"],
)
def test_a_language_without_sentences_is_said_once(tmp_path, languages, said):
    """A line for each; nothing for those that are built in."""
    write_course(tmp_path, *languages)
    ran = run("build", "--examine", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    missing = "this file is missing: what the framework itself says is in English"
    assert ran.err.splitlines() == [f"{tmp_path / name}: {missing}" for name in said]
