"""Gradescope's list of who handed in what: `submission_metadata.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import yaml

from autograder.errors import PathError
from autograder.platforms.said import Said
from autograder.platforms.whose import Claim

__all__ = ["read_gradescope_list"]

_LONGEST: Final = 32 << 20
_MOST_DEPTH: Final = 12


class _OnlyText(yaml.SafeLoader):  # type: ignore[misc]
    """Scalars stay texts, and nothing stands for something else: an alias could multiply."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("an alias")
        self.depth = getattr(self, "depth", 0) + 1
        if self.depth > _MOST_DEPTH:
            raise yaml.YAMLError("too deep")
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1


_OnlyText.yaml_implicit_resolvers = {}


def read_gradescope_list(path: Path, shown: str) -> dict[str, Said]:
    """Read the list, by the names of folders.

    Args:
        path: of the file.
        shown: what the file is called in messages.

    Raises:
        PathError: if it is not such a list.
    """
    try:
        if path.stat().st_size > _LONGEST:
            raise PathError(f"{shown} is larger than a list of who handed in", path)
        document = yaml.load(path.read_bytes(), Loader=_OnlyText)  # noqa: S506 - a safe one
        return {
            folder: Said(
                tuple(map(_claim, about[":submitters"])), str(about.get(":created_at") or "")
            )
            for folder, about in document.items()
        }
    except (yaml.YAMLError, UnicodeError, AttributeError, KeyError, TypeError, ValueError):
        sentence = f"{shown} is no list of who handed in, as Gradescope writes it"
        raise PathError(sentence, path) from None


def _claim(about: dict[str, Any]) -> Claim:
    sid, mail, name = (str(about.get(key) or "") for key in (":sid", ":email", ":name"))
    ids = tuple(each for each in (sid, mail) if each)
    return Claim(ids, (name,) if name else (), own=sid or mail)
