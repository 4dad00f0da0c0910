"""The language of feedback is one of the course's."""

from __future__ import annotations

import pytest
from traitlets import TraitError
from traitlets.config import Config

from autograder.nbgrader.clean_notebook import ReadSafely
from autograder.nbgrader.grade_in_sandbox import GradeInSandbox
from autograder.report.messages import say
from tests.languages import write_course


@pytest.fixture
def spanish(tmp_path):
    """A course in Spanish and English, with a sentence of its own."""
    root = write_course(tmp_path / "course", "es", "en")
    text = '[sentences]\npublic = "pública"\nreason_empty = "No hay nada."\n'
    (root / "sentences.es.toml").write_text(text, encoding="utf-8")
    return root


def configured(root, language=None):
    """The plug-in as nbgrader makes it from a configuration."""
    config = Config()
    config.GradeInSandbox.course = str(root)
    if language is not None:
        config.GradeInSandbox.language = language
    return GradeInSandbox(config=config)


@pytest.mark.parametrize(
    ("language", "said"), [(None, "pública"), ("", "pública"), ("es", "pública"), ("en", "public")]
)
def test_the_languages_of_the_course(spanish, language, said):
    """The first is the default, and has the course's own sentences."""
    assert say(configured(spanish, language)._language(), "public") == said


def test_another_language_is_refused_when_it_is_set(spanish):
    """The sentence names those that there are."""
    sentence = "GradeInSandbox.language: there is no language 'ko'; there are es, en"
    with pytest.raises(TraitError, match=sentence):
        configured(spanish, "ko")


def test_without_a_course_there_are_the_built_in_languages():
    """English, where none is named."""
    assert GradeInSandbox()._language() == "en"
    assert GradeInSandbox(language="ko")._language() == "ko"
    with pytest.raises(TraitError, match="there is no language 'fr'; there are ko, en"):
        GradeInSandbox(language="fr")


def test_what_cannot_be_read_is_said_in_the_languages_of_the_course(spanish, tmp_path):
    """In the cell that is shown in its place."""
    path = tmp_path / "basics.ipynb"
    path.write_text("", encoding="utf-8")
    config = Config()
    config.GradeInSandbox.course = str(spanish)
    text, _ = ReadSafely(config=config).from_filename(str(path))
    assert "No hay nada." in text
    assert "The file is empty." in text
    assert "비어" not in text
    text, _ = ReadSafely().from_filename(str(path))
    assert "파일이 비어 있습니다." in text
    assert "The file is empty." in text
