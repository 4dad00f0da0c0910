"""A library as JSON has it: explanations as they are, arrays as compressed text, bounded."""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import Annotated, Any, Final

import msgspec
import numpy as np

from autograder.keys.library import Explanation, ExplanationKind, Library
from autograder.texts import Text

__all__ = ["LibraryText", "read_library_text", "write_library_text"]

_MAX_TEXT: Final = 1 << 20
_MAX_BYTES: Final = 8 << 20
"""Of one array, when it is no longer compressed."""

_DTYPES: Final = {"variants": "<i4", "costs": "|u1", "columns": "<i4", "sketches": "<f4"}

_Packed = Annotated[str, msgspec.Meta(max_length=_MAX_TEXT)]
_Word = Annotated[str, msgspec.Meta(max_length=100)]
_Texts = dict[str, Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]]


class _ExplanationText(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    kind: ExplanationKind
    name: _Word
    of: _Word | None = None
    value: float | None = None
    hint: _Texts | None = None
    hint2: _Texts | None = None


class LibraryText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A library; the arrays are those of `Library`, in the order of C, deflated, in base64."""

    explanations: Annotated[list[_ExplanationText], msgspec.Meta(max_length=100_000)]
    variants: _Packed
    costs: _Packed
    columns: _Packed
    sketches: _Packed


def write_library_text(library: Library) -> LibraryText:
    """The text of a library; the inverse of `read_library_text`."""
    return LibraryText(
        [
            _ExplanationText(
                each.kind,
                each.name,
                each.of,
                each.value,
                *map(_texts, (each.hint, each.hint2)),
            )
            for each in library.explanations
        ],
        **{name: _pack(getattr(library, name), dtype) for name, dtype in _DTYPES.items()},
    )


def _texts(hint: Text | None) -> _Texts | None:
    return None if hint is None else dict(hint.items())


def _pack(array: np.ndarray[Any, Any], dtype: str) -> str:
    data = np.ascontiguousarray(array, dtype=dtype).tobytes()
    return base64.b64encode(zlib.compress(data, 9)).decode("ascii")


def read_library_text(text: LibraryText) -> Library:
    """The library in a text.

    Raises:
        ValueError: if the arrays are none, or do not fit together.
    """
    arrays = {name: _unpack(name, getattr(text, name), dtype) for name, dtype in _DTYPES.items()}
    columns, variants = _pairs(arrays, "columns"), _pairs(arrays, "variants")
    count = len(arrays["costs"])
    if len(variants) != count or arrays["sketches"].size != count * len(columns) * 3:
        raise ValueError(
            "`variants`, `costs`, `columns` and `sketches` do not fit together - at `$.library`"
        )
    if variants.size and not (variants.min() >= -1 and variants.max() < len(text.explanations)):
        raise ValueError("one of `explanations` is missing that `variants` have - at `$.library`")
    if count and variants[:, 0].min() < 0:
        raise ValueError("one of `variants` has no explanation - at `$.library`")
    return Library(
        explanations=[
            Explanation(
                each.kind,
                each.name,
                each.of,
                each.value,
                None if each.hint is None else Text(**each.hint),
            )
            for each in text.explanations
        ],
        variants=variants,
        costs=arrays["costs"],
        columns=columns,
        sketches=arrays["sketches"].reshape(count, len(columns), 3),
    )


def _text(hint: _Texts | None) -> Text | None:
    return None if hint is None else Text(**hint)


def _unpack(name: str, text: str, dtype: str) -> np.ndarray[Any, Any]:
    try:
        inflate = zlib.decompressobj()
        data = inflate.decompress(base64.b64decode(text, validate=True), _MAX_BYTES)
    except (binascii.Error, zlib.error, ValueError):
        raise ValueError(f"this is no compressed array - at `$.library.{name}`") from None
    if inflate.unconsumed_tail or len(data) % np.dtype(dtype).itemsize:
        raise ValueError(f"an array is too large, or cut off - at `$.library.{name}`")
    return np.frombuffer(data, dtype=dtype)


def _pairs(arrays: dict[str, np.ndarray[Any, Any]], name: str) -> np.ndarray[Any, Any]:
    if arrays[name].size % 2:
        raise ValueError(f"an array is cut off - at `$.library.{name}`")
    return arrays[name].reshape(-1, 2)
