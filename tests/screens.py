"""What stands on a terminal of 80 columns, compared with texts that are kept in files.

`pytest tests/cli/test_screens.py --renew` writes the files anew; then look at what `git diff` says.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from wcwidth import wcswidth

__all__ = ["COLUMNS", "FOLDER", "Screens"]

COLUMNS = 80
FOLDER = Path(__file__).parent / "screens"


class Screens:
    """Compares what was printed with what is kept.

    Args:
        renews: whether the files are written, not read.
    """

    def __init__(self, *, renews: bool) -> None:
        self._renews = renews

    def compare(self, name: str, language: str, printed: str) -> None:
        """Fail where a screen is another one than the kept one; blanks at ends of lines are free.

        Args:
            name: of the screen.
            language: in which it is.
            printed: by the commands.
        """
        path = FOLDER / f"{name}.{language}.txt"
        shown = "".join(f"{line.rstrip()}\n" for line in printed.splitlines())
        if self._renews:
            path.parent.mkdir(exist_ok=True)
            path.write_text(shown, encoding="utf-8")
        kept = path.read_text(encoding="utf-8") if path.is_file() else ""
        assert shown == kept, f"{path.name} is another one; with --renew it is written anew"


def too_wide(text: str) -> list[str]:
    """The lines that do not fit; a Korean letter takes two columns."""
    return [line for line in text.splitlines() if not 0 <= wcswidth(line) <= COLUMNS]


@pytest.fixture
def screens(request: pytest.FixtureRequest) -> Screens:
    """The kept screens."""
    return Screens(renews=request.config.getoption("--renew"))
