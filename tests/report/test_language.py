"""What the framework itself says in a language that is not built in."""

from __future__ import annotations

import copy
import pickle

import pytest

from autograder.course import CourseError
from autograder.diagnosis.diagnosis import Diagnosis
from autograder.report.class_report_texts import CLASS_REPORT
from autograder.report.command_texts import COMMANDS
from autograder.report.details import details
from autograder.report.diagnosis_words import diagnosis_hint
from autograder.report.edit_texts import EDITS
from autograder.report.error_texts import ERRORS
from autograder.report.facet_texts import FACET_HINTS, MORE_OF_FACETS
from autograder.report.language import (
    Language,
    language_name,
    missing_sentences,
    phrase,
    read_language,
    read_languages,
)
from autograder.report.messages import say, status_name
from autograder.report.sentences import RELATION_HINTS, SENTENCES, STATUSES
from autograder.report.slip_texts import SLIPS
from autograder.report.terminal import exercise_plain
from tests.report.results import exercise, wrong

FILE = """\
[sentences]
language_name = "Español"
public = "pública"
returned = "devuelto"
cases_failed = "Fallan {failed} de {total}: {failed}."

[statuses]
failed = "mal"

[relations]
negated = "¿Y el signo?"
factor = "¿Por qué {number} veces?"
"""


@pytest.fixture
def spanish(tmp_path):
    """Spanish, as this file has it."""
    (tmp_path / "sentences.es.toml").write_text(FILE, encoding="utf-8")
    return read_language("es", tmp_path)


def test_a_sentence_of_the_file_is_said(spanish):
    """With its gaps filled."""
    assert say(spanish, "cases_failed", failed=1, total=4) == "Fallan 1 de 4: 1."
    assert status_name("failed", spanish) == "mal"
    assert diagnosis_hint(Diagnosis("values", "relation", "negated"), spanish) == "¿Y el signo?"
    assert diagnosis_hint(Diagnosis("values", "relation", "factor", value=2.0), spanish) == (
        "¿Por qué 2 veces?"
    )


def test_what_the_file_lacks_is_said_in_english(spanish):
    """A sentence, a status, a hint."""
    assert say(spanish, "hidden") == "hidden"
    assert status_name("passed", spanish) == "passed"
    assert phrase(spanish, "relations", "squared") == RELATION_HINTS["en"]["squared"]


def test_a_report_has_both(spanish):
    """As it is printed."""
    diagnosis = Diagnosis("values", "relation", "negated")
    plain = exercise_plain(exercise(wrong([-2.0], [2.0, 2.0]), diagnosis=diagnosis), spanish)
    assert "pública, 0/2" in plain
    assert "devuelto: [-2]" in plain
    assert "expected: [2, 2]" in plain
    assert "¿Y el signo? (negated)" in plain


def test_a_language_that_nobody_knows_is_english(tmp_path):
    """Without a file, or as a bare code."""
    for language in (read_language("fr", tmp_path), "fr"):
        assert details(wrong(4.0, 2.0), "double", language) == details(
            wrong(4.0, 2.0), "double", "en"
        )


def test_a_built_in_language_needs_no_file(tmp_path):
    """It may have one all the same."""
    assert say(read_language("ko", tmp_path), "public") == "공개"
    (tmp_path / "sentences.ko.toml").write_text('[sentences]\npublic = "보임"\n', "utf-8")
    assert say(read_language("ko", tmp_path), "public") == "보임"
    assert say(read_language("ko", tmp_path), "hidden") == "비공개"
    assert say("ko", "public") == "공개"


def test_what_a_language_is_called(spanish):
    """By itself; by its code where nobody says."""
    assert [language_name(each) for each in (spanish, "ko", "en", "fr", Language("fr"))] == [
        "Español",
        "한국어",
        "English",
        "fr",
        "fr",
    ]


def test_what_is_missing_is_known(spanish, tmp_path):
    """By section and name; of a built-in language nothing is."""
    missing = missing_sentences(spanish)
    assert {"sentences.hidden", "statuses.passed", "relations.squared"} < set(missing)
    assert not {"sentences.public", "statuses.failed", "relations.negated"} & set(missing)
    texts = (
        SENTENCES,
        STATUSES,
        RELATION_HINTS,
        FACET_HINTS,
        MORE_OF_FACETS,
        SLIPS,
        EDITS,
        COMMANDS,
        CLASS_REPORT,
        ERRORS,
    )
    there = sum(len(each["en"]) for each in texts)
    assert len(missing) == there - 7
    assert len(missing_sentences(read_language("fr", tmp_path))) == there
    assert missing_sentences(read_language("ko", tmp_path)) == []


def test_it_goes_to_another_process(spanish):
    """With its sentences."""
    for other in (copy.deepcopy(spanish), pickle.loads(pickle.dumps(spanish))):
        assert other == spanish == "es"
        assert say(other, "public") == "pública"


WRONG = {
    "an unknown section": ("[sentence]\n", 1, "there is no section 'sentence'; did you mean 'sentences'?"),
    "no section": ('public = "x"\n', 1, "there is no section 'public'; there are"),
    "a section that is no table": ("sentences = 3\n", 1, "`sentences` is a table of sentences"),
    "an unknown sentence": (
        '[statuses]\npassed = "publik"\n[sentences]\npublik = "b"\n',
        4,
        "there is no sentence 'publik'; did you mean 'public'?",
    ),
    "no text": ("[statuses]\npassed = 3\n", 2, "`statuses.passed`: expected a text"),
    "an empty text": ('[statuses]\npassed = " "\n', 2, "`statuses.passed`: expected a text"),
    "an unknown gap": (
        '[sentences]\ncalled = "{cal} fue llamado"\n',
        2,
        "`sentences.called`: there is no gap '{cal}'; did you mean '{call}'?",
    ),
    "a gap without a name": (
        '[sentences]\ncalled = "{} fue llamado"\n',
        2,
        "`sentences.called`: there is no gap '{}'",
    ),
    "a gap where there is none": (
        '[sentences]\n# public\npublic = "{call}"\n',
        3,
        "`sentences.public`: there is no gap '{call}'; there are none",
    ),
    "an attribute of a gap": (
        '[sentences]\ncalled = "{call.__class__}"\n',
        2,
        "`sentences.called`: there is no gap '{call.__class__}'",
    ),
    "another format": (
        '[sentences]\nrelatively = "{relative:d}"\n',
        2,
        "`sentences.relatively`: there is no gap '{relative:d}'; did you mean '{relative:.3g}'?",
    ),
    "a conversion": (
        '[sentences]\ncalled = "{call!r}"\n',
        2,
        "`sentences.called`: there is no gap '{call!r}'",
    ),
    "a brace too few": (
        '[relations]\nfactor = "{number"\n',
        2,
        "`relations.factor`: its braces do not pair up",
    ),
    "a brace too many": (
        '[relations]\nfactor = "number}"\n',
        2,
        "`relations.factor`: its braces do not pair up",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "said"), WRONG.values(), ids=WRONG)
def test_a_sentence_that_cannot_be_said_is_named(tmp_path, text, line, said):
    """With file and line, when it is read, and not where a student meets it."""
    path = tmp_path / "sentences.es.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        read_language("es", tmp_path)
    assert (caught.value.path, caught.value.line) == (path, line)
    assert caught.value.sentence.startswith(said)


@pytest.mark.parametrize("data", [b"[sentences", b"\xff", b"a = 1\na = 2\n"])
def test_what_is_no_toml_is_named(tmp_path, data):
    """In one sentence."""
    path = tmp_path / "sentences.es.toml"
    path.write_bytes(data)
    with pytest.raises(CourseError, match=r"cannot be read|not TOML"):
        read_language("es", tmp_path)


def test_everything_that_is_wrong_is_said_at_once(tmp_path):
    """In all files."""
    (tmp_path / "sentences.es.toml").write_text('[sentences]\na = "b"\npublic = "{c}"\n', "utf-8")
    (tmp_path / "sentences.fr.toml").write_text("[statuses]\npassed = 1\n", "utf-8")
    with pytest.raises(CourseError) as caught:
        read_languages(["es", "en", "fr"], tmp_path)
    assert [(each.path.name, each.line) for each in caught.value.faults] == [
        ("sentences.es.toml", 2),
        ("sentences.es.toml", 3),
        ("sentences.fr.toml", 2),
    ]


def test_every_english_sentence_can_be_brought_as_it_is(tmp_path):
    """Whoever begins with a copy of the English table has a file that is right."""
    lines = ["[sentences]"]
    for name, sentence in SENTENCES["en"].items():
        text = sentence.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'{name} = "{text}"')
    (tmp_path / "sentences.es.toml").write_text("\n".join(lines), "utf-8")
    assert read_language("es", tmp_path).own["sentences"] == SENTENCES["en"]
