"""The documents say what is there: modules, layers, links, paths, commands."""

from __future__ import annotations

import functools
import html
import importlib
import pkgutil
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command

import autograder.cli
from autograder.cli.app import app

for _module in pkgutil.iter_modules(autograder.cli.__path__):
    importlib.import_module(f"autograder.cli.{_module.name}")  # each registers its command

ROOT = Path(__file__).parent.parent
ARCHITECTURE = ROOT / "docs" / "architecture.md"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
PAGE_NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
CODE_BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
MADE_LATER = (
    "solutions/gradient_descent/gradient_step/adopted/",
    "solutions/losses/huber_loss/",
    "solutions/losses/notebook.en.md",
    "docs/course.md",
    "docs/points.md",
    "docs/results.md",
)
"""Paths that a page names as written by a command."""


def section(title: str) -> str:
    """A section of docs/architecture.md, with what is below it."""
    text = ARCHITECTURE.read_text(encoding="utf-8")
    return re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)[1]


def without_code(text: str) -> str:
    """A page without its blocks of code."""
    return CODE_BLOCK.sub("", text)


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub gives to the headings of a page."""
    headings = re.findall(
        r"^#+ (.*)$", without_code(page.read_text(encoding="utf-8")), re.MULTILINE
    )
    kept = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in kept}


def commands(page: Path) -> list[list[str]]:
    """The words after `autograder` in each command line of a page, in a block or in a sentence."""
    text = page.read_text(encoding="utf-8")
    blocks = [block for kind, block in CODE_BLOCK.findall(text) if kind == "sh"]
    found = re.findall(r"bin/autograder (.*)", "\n".join(blocks))
    found += re.findall(r"`(?:\.venv/bin/)?autograder ([^`]+)`", without_code(text))
    return [shlex.split(line, comments=True) for line in found]


class TestArchitecture:
    """docs/architecture.md lists what there is."""

    def test_architecture_lists_each_module_once_and_no_other(self):
        rows = re.findall(
            r"^\| \[.+?\]\(\.\./autograder/(.+?)\)", section("Rooms and modules"), re.MULTILINE
        )
        modules = (ROOT / "autograder").rglob("*.py")
        there = {str(path.relative_to(ROOT / "autograder")) for path in modules}
        assert sorted(rows) == sorted(path for path in there if not path.endswith("__init__.py"))

    def test_architecture_lists_the_layers_of_the_import_contract(self):
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        contract = project["tool"]["importlinter"]["contracts"][0]["layers"]
        listed = CODE_BLOCK.search(section("Who imports whom"))[2].splitlines()
        assert listed == [layer.replace("autograder.", "") for layer in contract]


class TestPicture:
    """docs/report.svg shows what `autograder check` prints."""

    @pytest.mark.sandbox
    def test_the_picture_of_a_report_says_what_the_check_says_today(self, tmp_path):
        script = str(ROOT / "scripts" / "report_picture.py")
        subprocess.run([sys.executable, script, str(tmp_path / "new.svg")], check=True, timeout=120)
        # Another version of rich may draw it otherwise.
        new, old = (
            re.findall(r"<text[^>]*>([^<]*)", path.read_text(encoding="utf-8"))
            for path in (tmp_path / "new.svg", ROOT / "docs" / "report.svg")
        )
        assert new == old
        assert "It\xa0looks\xa0like" in html.unescape("".join(new))


@functools.cache
def whole_program():
    """The command line, which takes long to put together."""
    return get_command(app)


@pytest.mark.parametrize("page", PAGES, ids=PAGE_NAMES)
class TestEachPage:
    """What a page refers to is there."""

    def test_each_relative_link_leads_to_a_file_and_a_heading(self, page):
        broken = []
        for link in LINK.findall(without_code(page.read_text(encoding="utf-8"))):
            if link.startswith(("http://", "https://")):
                continue
            path, _, anchor = link.partition("#")
            target = page.parent / path if path else page
            if not target.exists() or (anchor and anchor not in anchors(target)):
                broken.append(link)
        assert broken == []

    def test_each_path_that_a_page_names_exists(self, page):
        folders = "autograder|tests|solutions|scripts|benchmarks|docs|exercises|release|source"
        text = page.read_text(encoding="utf-8")
        named = re.findall(rf"(?<![\w/.])((?:{folders})/[\w./-]*)(?![\w<*])", text)
        paths = (path.rstrip(".,") for path in named)
        missing = [path for path in paths if not (ROOT / path).exists()]
        assert [path for path in missing if not path.startswith(MADE_LATER)] == []

    def test_each_command_that_a_page_names_exists_with_its_options(self, page):
        unknown = []
        for words in commands(page):
            command = program = whole_program()
            while words and words[0] in getattr(command, "commands", {}):
                command = command.commands[words.pop(0)]
            known = {"--help", *(name for each in command.params for name in each.opts)}
            options = {word.partition("=")[0] for word in words if word.startswith("--")}
            if options - known or (command is program and len(options) < len(words)):
                unknown.append(words)
        assert unknown == []

    def test_each_target_of_make_that_a_page_names_exists(self, page):
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
        text = page.read_text(encoding="utf-8")
        named = set(re.findall(r"^make ([a-z]+)$|`make ([a-z]+)`", text, re.MULTILINE))
        assert {name for pair in named for name in pair if name} <= targets


KOREAN = sorted((ROOT / "docs").glob("*.ko.md"))
"""Pages that are there in Korean too, each beside the English one."""


def headings_and_tables(page: Path) -> list[str]:
    """How deep each heading of a page is, and how many rows each table and block has."""
    text = page.read_text(encoding="utf-8")
    marks = re.findall(r"^(#+) |^(\|)|^(```\w*)$", text, re.MULTILINE)
    return ["".join(each) for each in marks]


class TestSite:
    """The documents as a site."""

    def test_what_students_read_is_there_in_korean_and_english(self):
        """With the same headings, tables and commands: neither is left behind."""
        assert {page.name for page in KOREAN} == {"students.ko.md", "glossary.ko.md"}
        for page in KOREAN:
            english = page.with_name(page.name.replace(".ko.md", ".md"))
            assert headings_and_tables(page) == headings_and_tables(english), page.name
            assert re.search("[가-힣]{2}", page.read_text(encoding="utf-8"))

    def test_the_site_has_each_page_once(self):
        """What is not in its navigation nobody finds."""
        text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        listed = re.findall(r"[\w-]+\.md", text[text.index("nav:") :])
        pages = [page.name for page in (ROOT / "docs").glob("*.md") if page not in KOREAN]
        assert sorted(listed) == sorted(["index.md", *pages])

    @pytest.mark.proof
    @pytest.mark.sandbox
    def test_the_site_is_built_without_a_warning(self, tmp_path):
        """Every link leads somewhere, every name of the reference is found."""
        command = [str(ROOT / "scripts" / "docs"), "--site-dir", str(tmp_path / "site")]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        assert (tmp_path / "site" / "index.html").is_file()
