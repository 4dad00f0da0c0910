"""Whether the cell of an answer was changed after it was run, as far as that can be known.

A kernel is sent the text of a cell only when that is run. Jupyter and VS Code say where the file of
the notebook is; so what was saved after the last run can be compared with what was run.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

from autograder.collecting.files import UnreadableError
from autograder.collecting.notebook_file import MAX_NOTEBOOK_BYTES, read_notebook
from autograder.collecting.pieces import cell_name, defines, plain_text

__all__ = ["remember_cells", "was_changed_since"]

_MOST_REMEMBERED = 2000

_ran: dict[str, float] = {}
"""When each text of a cell was last run in this kernel."""


def remember_cells() -> None:
    """From now on remember which cells are run; without a kernel there is nothing to do."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is not None:
        shell.events.register("pre_run_cell", _remember)


def _remember(info: Any) -> None:
    text = getattr(info, "raw_cell", None)
    if isinstance(text, str) and len(_ran) < _MOST_REMEMBERED:
        _ran[text.strip()] = time.time()


def was_changed_since(exercise: str, names: dict[str, Any]) -> bool:
    """Whether the saved answer of an exercise was never run, and is newer than what was.

    Args:
        exercise: its name.
        names: of the notebook.
    """
    path = _notebook(names)
    runs = [when for text, when in _ran.items() if defines(text, exercise)]
    if path is None or not runs:
        return False
    try:
        saved = path.stat()
        if saved.st_mtime <= max(runs) or saved.st_size > MAX_NOTEBOOK_BYTES:
            return False
        cells = read_notebook(path.read_bytes())["cells"]
    except (OSError, UnreadableError):
        return False
    texts = [plain_text(each.get("source")) for each in cells if _is_answer(each, exercise)]
    # Of several copies the last one counts.
    return bool(texts) and defines(texts[-1], exercise) and texts[-1].strip() not in _ran


def _is_answer(cell: dict[str, Any], exercise: str) -> bool:
    return f"{exercise}-answer" in (cell_name(cell), cell.get("id"))


def _notebook(names: dict[str, Any]) -> Path | None:
    """The file of the notebook, where the program that started the kernel says it."""
    said = names.get("__vsc_ipynb_file__") or os.environ.get("JPY_SESSION_NAME")
    path = Path(said) if isinstance(said, str) else None
    return path if path is not None and path.suffix == ".ipynb" else None
