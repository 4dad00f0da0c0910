"""How much a submission may use."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

__all__ = ["Limits"]


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bounds on one submission; the `[limits]` of `course.toml`.

    Attributes:
        cell_seconds: wall-clock time of one notebook cell, or of loading one `.py` file.
        check_seconds: wall-clock time of all the cases of one check together.
        grace_seconds: from the interrupt to the kill.
        submission_seconds: wall-clock time of everything that one submission runs.
        cpu_seconds: processor time of one process of a submission, all its threads together.
        memory_mb: address space beyond what the warm interpreter has, in MiB.
        output_kb: text that one cell or one case may print, in KiB.
        scratch_mb: what may be written to the scratch directory, in MiB.
        scratch_files: how many files may lie there.
        threads: how many threads one process may have, where the system can bound them.
    """

    cell_seconds: float = 10.0
    check_seconds: float = 3.0
    grace_seconds: float = 0.5
    submission_seconds: float = 60.0
    cpu_seconds: int = 60
    memory_mb: int = 1024
    output_kb: int = 64
    scratch_mb: int = 16
    scratch_files: int = 64
    threads: int = 64

    @classmethod
    def of(cls, settings: Mapping[str, float]) -> Limits:
        """The limits that a course sets, and the defaults of those that it does not.

        Raises:
            ValueError: if one is unknown, or not a number greater than zero.
        """
        try:
            return msgspec.convert(dict(settings), cls, strict=False)
        except msgspec.ValidationError as error:
            raise ValueError(f"limits: {error}") from None

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            if not getattr(self, name) > 0:
                raise ValueError(f"limits: {name} must be greater than zero")
