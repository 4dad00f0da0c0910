"""The check cell speaks the languages of the course, which it has from the public checks alone."""

from __future__ import annotations

import pytest

from autograder.build.generated import generated_files
from autograder.course import load_course
from autograder.notebook import CheckFailed
from autograder.notebook.checks_beside import NoChecksError, NoLanguageError
from tests.languages import write_course

SENTENCES = '[sentences]\npublic = "pública"\ntry_both_again = "Otra vez."\n'
RIGHT = "def triple(x):\n    return 3 * x\n"


@pytest.fixture
def run_cell(tmp_path, monkeypatch, capsys):
    """A function that runs code beside the public checks of a course, and gives what it prints."""
    monkeypatch.delenv("AUTOGRADER_LANGUAGE", raising=False)

    def start(*languages):
        root = write_course(tmp_path / "course", *languages)
        (root / "sentences.es.toml").write_text(SENTENCES, encoding="utf-8")
        for path, text in generated_files(load_course(root)):
            if path.parts[0] == "source" and path.parent.name == "public":
                copy = tmp_path / "mine" / "public" / path.name
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path / "mine")

        def run(code):
            capsys.readouterr()
            exec(f"from autograder.notebook import check\n{code}", {})
            return capsys.readouterr().out

        return run

    return start


def test_the_first_language_is_the_default(run_cell):
    """With the course's own sentences in it."""
    run = run_cell("es", "en")
    printed = run(f'{RIGHT}check("triple")')
    assert "triple es" in printed
    assert "one es  pública, 1/1" in printed
    assert "one en  public, 1/1" in run(f'{RIGHT}check("triple", "en")')


def test_the_variable_of_the_environment(run_cell, monkeypatch):
    """Decides where nobody says another."""
    run = run_cell("es", "ko", "en")
    monkeypatch.setenv("AUTOGRADER_LANGUAGE", "ko")
    assert "one ko  공개, 1/1" in run(f'{RIGHT}check("triple")')
    assert "one en  public, 1/1" in run(f'{RIGHT}check("triple", "en")')


def test_what_failed_is_said_in_that_language(run_cell):
    """The checks by their labels, and what to do."""
    run = run_cell("es")
    with pytest.raises(CheckFailed) as caught:
        run('def triple(x):\n    return x * x\ncheck("triple")')
    assert str(caught.value) == "triple: one es\nOtra vez."


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        (("es",), "there is no language 'fr'; there are es"),
        (("ko", "es", "en"), "이 강의에 없는 언어입니다: fr. 있는 것: ko, es, en."),
    ],
    ids=["one", "three"],
)
def test_another_language_is_refused(run_cell, languages, said):
    """It says which there are, in the course's first language."""
    run = run_cell(*languages)
    with pytest.raises(NoLanguageError, match=said):
        run(f'{RIGHT}check("triple", "fr")')


def test_sentences_that_are_damaged_are_named(run_cell, tmp_path):
    """In one sentence, with file and line."""
    run = run_cell("es")
    (tmp_path / "mine" / "public" / "sentences.es.toml").write_text(
        '[sentences]\npublic = "{"\n', encoding="utf-8"
    )
    with pytest.raises(NoChecksError, match=r"sentences\.es\.toml:2: `sentences\.public`: "):
        run(f'{RIGHT}check("triple")')
