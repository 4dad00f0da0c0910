"""What is handed out has the languages of the course: one, two, or more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import autograder
from autograder.build.generated import generated_files
from autograder.course import load_course
from autograder.keys.public_file import load_key
from tests.languages import MISTAKES, write_course

NOTEBOOK = Path("source", "basics", "basics.ipynb")
STUB = Path("exercises", "basics", "triple.py")
KEY = Path("exercises", "basics", "public", "triple.json")


WHEEL = f"numeric_autograder-{autograder.__version__}-py3-none-any.whl"

SCORES = {"triple": dict.fromkeys(MISTAKES, 0)}
"""What each mistake earns."""


def made(root, *languages):
    """The files that are made of a course in these languages."""
    return dict(generated_files(load_course(write_course(root, *languages)), SCORES))


def cells(files):
    """The sources of the notebook's cells, by name."""
    return {each["id"]: "".join(each["source"]) for each in json.loads(files[NOTEBOOK])["cells"]}


def test_one_language_has_no_fold_and_no_second_half(tmp_path):
    """Nor a choice, nor a word of another language."""
    files = made(tmp_path, "en")
    found = cells(files)
    assert found["lesson"] == "# 1. basics en\n\nintro en"
    assert found["setup"] == (
        "# Run this cell first.\n# If it is not installed, remove the # before %pip.\n"
        f"# %pip install {WHEEL}\nfrom autograder.notebook import check, summary"
    )
    assert found["summary"] == "summary()"
    assert found["triple-statement"] == "## triple en\n\nThree times."
    assert found["triple"] == 'check("triple")'
    assert found["take-away"] == "takeaway en"
    assert files[STUB].startswith(
        'r"""# triple en\n\nThree times.\n\nCheck: autograder check triple\n"""\n\n'
        "import numpy as np\n\n\ndef triple(x):\n"
    )
    pages = files[Path("docs", "course.md")] + files[Path("docs", "points.md")]
    assert "# basics en\n" in pages
    assert "| `triple` | triple en | 6 |" in pages
    assert "| squares | 0 | squares en? |" in pages


def test_the_first_cell_says_what_a_notebook_that_was_uploaded_alone_installs(tmp_path):
    """The course's address of the wheel, in one line."""
    root = write_course(tmp_path, "en")
    toml = root / "course.toml"
    address = "https://example.org/course/numeric_autograder-0.1.0-py3-none-any.whl"
    toml.write_text(f'install = "{address}"\n{toml.read_text("utf-8")}', encoding="utf-8")
    files = dict(generated_files(load_course(root), SCORES))
    assert f"\n# %pip install {address}\n" in cells(files)["setup"]


def test_two_languages_have_one_fold(tmp_path):
    """The first of the course is what one sees."""
    files = made(tmp_path, "ko", "en")
    found = cells(files)
    assert found["lesson"] == (
        "# 1. basics ko (basics en)\n\nintro ko\n\n"
        "<details>\n<summary>English</summary>\n\nintro en\n\n</details>"
    )
    assert found["setup"] == (
        '# 먼저 이 셀을 실행하세요. 언어는 "ko" 또는 "en"입니다.\n'
        '# Run this cell first. The language is "ko" or "en".\n'
        "# 설치되어 있지 않으면 %pip 앞의 #을 지우세요.\n"
        "# If it is not installed, remove the # before %pip.\n"
        f"# %pip install {WHEEL}\n"
        "from autograder.notebook import check, summary\n\n"
        'language = "ko"'
    )
    assert found["triple"] == 'check("triple", language)'
    assert found["summary"] == "summary(language)"
    korean, english = files[STUB].split("-" * 78)
    assert korean.endswith("# triple ko\n\nThree times.\n\n확인: autograder check triple\n\n")
    assert english.startswith("\n\n# triple en\n\nThree times.\n\nCheck: autograder check triple\n")


def test_three_languages_have_a_fold_each(tmp_path):
    """After the first, in the order of the course."""
    (tmp_path / "sentences.es.toml").write_text(
        '[sentences]\nlanguage_name = "Español"\nor = "o"\ncheck_with = "Compruebe: {command}"\n'
        'run_first = "Ejecute esta celda."\nchoose_language = "Hay {languages}."\n'
        'install_here = "Quite # de %pip."\n',
        encoding="utf-8",
    )
    files = made(tmp_path, "es", "ko", "fr")
    found = cells(files)
    assert found["take-away"] == "takeaway es" + "".join(
        f"\n\n<details>\n<summary>{name}</summary>\n\ntakeaway {language}\n\n</details>"
        for language, name in (("ko", "한국어"), ("fr", "fr"))
    )
    assert found["lesson"].startswith("# 1. basics es (basics ko, basics fr)\n")
    assert found["setup"] == (
        '# Ejecute esta celda. Hay "es", "ko" o "fr".\n'
        '# 먼저 이 셀을 실행하세요. 언어는 "es", "ko" 또는 "fr"입니다.\n'
        '# Run this cell first. The language is "es", "ko" or "fr".\n'
        "# Quite # de %pip.\n"
        "# 설치되어 있지 않으면 %pip 앞의 #을 지우세요.\n"
        "# If it is not installed, remove the # before %pip.\n"
        f"# %pip install {WHEEL}\n"
        "from autograder.notebook import check, summary\n\n"
        'language = "es"'
    )
    assert "Compruebe: autograder check triple" in files[STUB]
    assert files[STUB].count("-" * 78) == 2


@pytest.mark.parametrize("languages", [("en",), ("es", "ko"), ("fr", "en", "ko")], ids="-".join)
def test_the_public_checks_know_the_languages(tmp_path, languages):
    """All that a student without the course needs."""
    key = load_key(made(tmp_path, *languages)[KEY])
    (check,) = key.checks
    for text in (key.title, check.label, key.hints["doubles"], check.plot.x):
        assert text.languages == languages


def test_the_courses_own_sentences_are_handed_out(tmp_path):
    """Beside the public checks, in both forms; those of no other language."""
    text = '[sentences]\npublic = "pública"\n'
    for language in ("es", "fr"):
        (tmp_path / f"sentences.{language}.toml").write_text(text, encoding="utf-8")
    files = made(tmp_path, "es", "en")
    found = {str(path): content for path, content in files.items() if "sentences" in path.name}
    assert found == {
        "exercises/basics/public/sentences.es.toml": text,
        "source/basics/public/sentences.es.toml": text,
    }
