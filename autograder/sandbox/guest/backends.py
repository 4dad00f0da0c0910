"""Windows of matplotlib: there are none, so that every backend is taken for Agg."""

from __future__ import annotations

import importlib.machinery
import sys
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

__all__ = ["take_for_agg"]


def take_for_agg() -> None:
    """Have `matplotlib.use` and `pyplot.switch_backend` take every name for Agg's.

    Also where matplotlib is not imported yet.
    """
    for name, change in _CHANGES.items():
        if name in sys.modules:
            change(sys.modules[name])
    sys.meta_path.insert(0, _ChangeOnImport())


def _change_matplotlib(module: Any) -> None:
    use = module.use
    module.use = lambda *backend, **options: use("agg")


def _change_pyplot(module: Any) -> None:
    switch = module.switch_backend
    module.switch_backend = lambda *backend, **options: switch("agg")


_CHANGES: dict[str, Callable[[ModuleType], None]] = {
    "matplotlib": _change_matplotlib,
    "matplotlib.pyplot": _change_pyplot,
}


class _ChangeOnImport:
    """A finder that changes these modules as soon as they are loaded."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Find one of the modules as Python does; leave all others to the next finder."""
        if name not in _CHANGES:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        if spec is not None and spec.loader is not None:
            load, change = spec.loader.exec_module, _CHANGES[name]

            def load_and_change(module: ModuleType) -> None:
                load(module)
                change(module)

            spec.loader.exec_module = load_and_change  # type: ignore[method-assign]
        return spec
