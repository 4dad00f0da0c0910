"""Help and usage errors where Korean is chosen."""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata

import pytest
import typer
from wcwidth import wcswidth

import autograder.cli
from autograder.cli.app import app
from autograder.cli.korean_help import width_of
from autograder.cli.korean_help_texts import COMMAND_HELP, OPTION_HELP
from tests.cli.running import run

for _module in pkgutil.iter_modules(autograder.cli.__path__):
    importlib.import_module(f"autograder.cli.{_module.name}")  # each registers its command

# What is written in Latin letters in a Korean sentence too: what is typed, and proper names.
NAMES = re.compile(
    r"`[^`]*`|<[^>]*>|--?[a-z][a-z-]*|\[[A-Z|.\[\]]+\]|\{[A-Z/]+\}|\b[A-Z][A-Z_/]*\b|[\w/.]+\.\w+"
    r"|\b[A-Z][A-Za-z]+\b|\bnbgrader\b|\bx>=\d|\w+://\S+"
)
PLATFORMS = {
    *("canvas", "moodle", "blackboard", "google", "gradescope", "github", "folders", "files"),
    *("csv", "json", "prairielearn", "classroom", "zip", "submission", "after_published", "full"),
    *("autograder", "ko", "en"),
}


def pages(command, path=()) -> dict[tuple[str, ...], object]:
    """Every command, by the words that one types."""
    found = {path: command}
    for name, below in getattr(command, "commands", {}).items():
        found |= pages(below, (*path, name))
    return found


PAGES = pages(typer.main.get_command(app))


@pytest.fixture(autouse=True)
def korean(monkeypatch):
    """Korean is chosen."""
    monkeypatch.setenv("AUTOGRADER_LANGUAGE", "ko")


@pytest.mark.parametrize("path", PAGES, ids=" ".join)
def test_a_page_of_help_is_in_korean(path, tmp_path):
    """Every line that holds words has Hangul, and fits 80 columns."""
    ran = run(*path, "--help", cwd=tmp_path, columns=80)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0].startswith(f"쓰는 법: autograder {' '.join(path)}".rstrip())
    assert max(map(wcswidth, lines)) <= 80
    for line in lines[1:]:
        if re.search("[가-힣]", line):
            continue
        # A name with its text below it, or the end of a list of names.
        words = set(re.findall("[A-Za-z_]{2,}", NAMES.sub(" ", line)))
        named = re.match(r" +([A-Z]+|\w+) ", line)
        words -= {named[1]} if named else set()
        assert words <= PLATFORMS, line


def test_every_text_is_translated_and_none_is_left_over():
    """As where an English text changes and the Korean one does not know of it."""
    assert set(COMMAND_HELP) == {" ".join(path) for path in PAGES}
    texts = {
        text
        for command in PAGES.values()
        for each in command.params
        if (text := getattr(each, "help", None))
    }
    assert set(OPTION_HELP) - {"Show this message and exit."} == texts


def test_a_korean_text_has_no_more_paragraphs_than_the_english_one():
    """Nothing is said in one of the languages alone."""
    for path, command in PAGES.items():
        korean = COMMAND_HELP[" ".join(path)]
        assert korean.count("\n\n") == command.help.count("\n\n")


USAGE = {
    "grade --jobs 0 x": "--jobs에는 1 이상의 정수를 적으세요.",
    "grade --jobs many x": "--jobs에는 정수를 적으세요.",
    "grade --sandbox thin x": "--sandbox에 쓸 수 없는 값입니다: thin. 쓸 수 있는 것: full, inner, none.",
    "grade --json=yes x": "--json 뒤에는 값을 적지 않습니다.",
    "grade": "빠진 것이 있습니다: PATH.",
    "export": "빠진 것이 있습니다: --format.",
    "grade x --gradebook a --no-gradebook": "함께 쓸 수 없습니다: --gradebook, --no-gradebook.",
    "new place": "이런 명령은 없습니다: place.",
    "chek": "이런 명령은 없습니다: chek. 혹시 check인가요?",
    "hint one two": "남는 것이 있습니다: two.",
    "validate --mutant": "이런 옵션은 없습니다: --mutant.",
    "check --save": "--save 뒤에 값을 적으세요.",
}


@pytest.mark.parametrize("command", USAGE)
def test_wrong_usage_is_told_in_korean(command, tmp_path):
    """In one sentence, with where to read how it is used."""
    ran = run(*command.split(), cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    said, help_of = ran.err.splitlines()
    assert said == f"autograder: {USAGE[command]}"
    assert re.fullmatch(r"쓰는 법: autograder( \w+)? --help", help_of)


def test_an_option_or_the_course_chooses_the_language(tmp_path, monkeypatch):
    """`--lang`, then the variable, then the course around the current folder."""
    monkeypatch.delenv("AUTOGRADER_LANGUAGE")
    assert run("hint", "--help", cwd=tmp_path).out.startswith("Usage: ")
    assert run("hint", "--lang", "ko", "--help", cwd=tmp_path).out.startswith("쓰는 법: ")
    (tmp_path / "course.toml").write_text('languages = ["ko", "en"]\n', encoding="utf-8")
    assert run("hint", "--help", cwd=tmp_path).out.startswith("쓰는 법: ")
    assert run("hint", "--lang=en", "--help", cwd=tmp_path).out.startswith("Usage: ")
    monkeypatch.setenv("AUTOGRADER_LANGUAGE", "en")
    assert run("hint", "--help", cwd=tmp_path).out.startswith("Usage: ")


@pytest.mark.parametrize("text", ["abc", "한글 abc", "✔ – ·", "ｗｉｄｅ", "\x1b[1m굵게\x1b[0m"])
def test_the_width_of_a_text(text):
    """As a terminal counts."""
    plain = re.sub("\x1b\\[[0-9]*m", "", text)
    assert width_of(text) == wcswidth(unicodedata.normalize("NFC", plain))
