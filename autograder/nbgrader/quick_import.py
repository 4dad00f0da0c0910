"""nbgrader and nbformat without what a command that grades a class never asks of them.

Loading them takes as long as grading many notebooks. Half of that are nbgrader's pages for
Jupyter's server, and the grammars by which `jsonschema` would check international addresses: no
schema of a notebook has any.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Final

__all__ = ["import_nbgrader"]

_GRAMMARS: Final = "rfc3987_syntax"
_PAGES: Final = tuple(
    f"nbgrader.server_extensions.{each}"
    for each in ("assignment_list", "course_list", "validate_assignment", "formgrader")
)


def import_nbgrader() -> None:
    """Import both; for what was left out, whoever asks for it later finds it.

    Raises:
        ModuleNotFoundError: if one of them is not installed.
    """
    if "nbgrader" in sys.modules:
        return
    before = dict(sys.modules)
    stand_ins = {name: _stand_in(name) for name in _PAGES if name not in before}
    sys.modules.update(stand_ins)
    if _GRAMMARS not in before:
        sys.modules[_GRAMMARS] = None  # type: ignore[assignment]
    try:
        import nbformat  # noqa: F401, PLC0415
        import nbgrader  # noqa: F401, PLC0415
    finally:
        for name in (*stand_ins, _GRAMMARS):
            if name not in before:
                del sys.modules[name]


def _stand_in(name: str) -> ModuleType:
    """A page that only a server would load."""
    module = ModuleType(name)
    module.load_jupyter_server_extension = None  # type: ignore[attr-defined]
    return module
