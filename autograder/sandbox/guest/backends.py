"""Windows of matplotlib: there are none, so that every backend is taken for one that needs none."""

from __future__ import annotations

import functools
import importlib.machinery
import sys
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any

__all__ = ["INLINE", "take_for_agg", "take_for_inline"]

INLINE = "module://matplotlib_inline.backend_inline"
"""A notebook's own: it shows the figures of a cell where the cell ends, and closes them."""

_NEED_NO_WINDOW = ("agg", "cairo", "pdf", "pgf", "ps", "svg", "template")


def take_for_agg() -> None:
    """Have `matplotlib.use` and `pyplot.switch_backend` take every name for Agg's.

    Also where matplotlib is not imported yet.
    """
    _take(lambda name: "agg")


def take_for_inline() -> None:
    """Have them take every backend that needs a window for a notebook's own."""
    _take(lambda name: "agg" if str(name).lower() in _NEED_NO_WINDOW else INLINE)


def _take(known: Callable[[object], str]) -> None:
    changes = {
        "matplotlib": functools.partial(_change, "use", known),
        "matplotlib.pyplot": functools.partial(_change, "switch_backend", known),
    }
    for name, change in changes.items():
        if name in sys.modules:
            change(sys.modules[name])
    sys.meta_path.insert(0, _ChangeOnImport(changes))


def _change(function: str, known: Callable[[object], str], module: Any) -> None:
    """Replace a function of a module whose first argument, or `backend`, is a backend's name."""
    use = getattr(module, function)
    setattr(module, function, lambda backend=None, *args, **named: use(known(backend)))


class _ChangeOnImport:
    """A finder that changes these modules as soon as they are loaded."""

    def __init__(self, changes: Mapping[str, Callable[[ModuleType], None]]) -> None:
        self._changes = changes

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Find one of the modules as Python does; leave all others to the next finder."""
        if name not in self._changes:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        if spec is not None and spec.loader is not None:
            load, change = spec.loader.exec_module, self._changes[name]

            def load_and_change(module: ModuleType) -> None:
                load(module)
                change(module)

            spec.loader.exec_module = load_and_change  # type: ignore[method-assign]
        return spec
