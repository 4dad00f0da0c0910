"""What lies in the folder of a submission from the start: given files, brought files, and a home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.sandbox.confined import Sandbox
from autograder.sandbox.guest.given import MOST_IN_A_FOLDER, layout_of
from autograder.sandbox.scratch import Scratch
from autograder.sandbox.session import BroughtFile, SessionLostError
from tests.sandbox.conftest import LIMITS, PATIENT, needs

BROUGHT = [
    BroughtFile("mine/helper.py", b"value = 7\n"),
    BroughtFile("empty.txt", b""),
    BroughtFile("data.csv", b"mine"),
]
LARGE = BroughtFile("large.bin", b"1" * (9 << 20))
CHECK_LARGE = "import os; assert os.path.getsize('large.bin') == 9 << 20"


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def given() -> Iterator[Path]:
    """A folder of given files that everybody may read, one of its folders with many."""
    made = Scratch()
    folder = Path(made.path)
    folder.chmod(0o755)
    write(folder, {"data.csv": "1,2\n", "tools/__init__.py": "", "tools/area.py": "factor = 3\n"})
    write(folder, {f"many/{number}.txt": "x" for number in range(MOST_IN_A_FOLDER + 1)})
    yield folder
    made.close()


@pytest.fixture(scope="module", params=["full", "inner", "none"])
def evaluated(request: pytest.FixtureRequest, given: Path):
    """What an expression is in a fresh fork that finds these files."""
    needs(request.param)
    made = Sandbox(LIMITS, layers=request.param, notebooks=False, given=str(given))

    def evaluate(source: str):
        with made.session(BROUGHT) as session:
            reply = session.run_file("answer", source, 0, PATIENT)
        return reply.stdout.strip() if reply.error is None else reply.error.type

    yield evaluate
    made.close()


@pytest.mark.sandbox
@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("print(open('data.csv').read())", "1,2"),
        ("from tools.area import factor; print(factor)", "3"),
        ("from mine.helper import value; print(value)", "7"),
        ("import os; print(len(os.listdir('many')), os.path.getsize('empty.txt'))", "201 0"),
        ("open('tools/new.py', 'w').write('x = 1'); from tools.new import x; print(x)", "1"),
        ("open('mine/helper.py', 'a').write('1'); print('written')", "written"),
        (
            "import os, pathlib, tempfile; here = os.getcwd(); tempfile.mkstemp()\n"
            "print(str(pathlib.Path.home()) == tempfile.gettempdir() == here)",
            "True",
        ),
    ],
)
def test_a_submission_finds_its_files(evaluated, source, seen):
    """Given ones and brought ones, whichever layers there are; it may write beside them."""
    assert evaluated(source) == seen


@pytest.mark.sandbox
def test_files_from_the_start_take_no_room_of_the_scratch(given):
    """What a submission may write is as much as without them, and no more."""
    needs("inner")
    write_some = "for n in range({}): open(f'w{{n}}', 'w').write('x' * 250_000)"
    with Sandbox(LIMITS, layers="inner", notebooks=False, given=str(given)) as sandbox:
        with sandbox.session([*BROUGHT, LARGE]) as session:
            assert session.run_file("b", CHECK_LARGE, 0, PATIENT).error is None
            assert session.run_file("a", write_some.format(4), 0, PATIENT).error is None
        with sandbox.session(BROUGHT) as session, pytest.raises(SessionLostError, match="scratch"):
            session.run_file("a", write_some.format(6), 0, PATIENT)


def test_a_folder_with_many_files_is_one_link(given):
    """So that a fork makes few of them."""
    layout = layout_of(str(given))
    assert layout.folders == ("tools",)
    assert layout.links == ("data.csv", "many", "tools/__init__.py", "tools/area.py")
    assert layout_of("").entries == 0
