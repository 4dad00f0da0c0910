"""How much a submission may use."""

from __future__ import annotations

import math
from typing import Annotated

import msgspec

__all__ = ["Limits"]

_ShortSeconds = Annotated[float, msgspec.Meta(gt=0, le=60)]
_Seconds = Annotated[float, msgspec.Meta(gt=0, le=3600)]
_LongSeconds = Annotated[float, msgspec.Meta(gt=0, le=86_400)]
_WholeSeconds = Annotated[int, msgspec.Meta(gt=0, le=86_400)]
_Mebibytes = Annotated[int, msgspec.Meta(gt=0, le=1_048_576)]
_Kibibytes = Annotated[int, msgspec.Meta(gt=0, le=65_536)]
_Count = Annotated[int, msgspec.Meta(gt=0, le=100_000)]


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bounds on one submission; the `[limits]` of `course.toml`.

    Attributes:
        cell_seconds: wall-clock time of one notebook cell, or of loading one `.py` file.
        check_seconds: wall-clock time of all the cases of one check together.
        grace_seconds: from the interrupt to the kill.
        cells_seconds: wall-clock time of all the cells or files of a submission, replays included.
        checks_seconds: wall-clock time of all the checks of a submission.
        cpu_seconds: processor time of one process of a submission, all its threads together; None
            for as much as its cells and checks may take by the clock.
        judging_seconds: processor time of the worker that runs and judges a submission, beside what
            the submission itself uses.
        judging_mb: address space of that worker, beyond what it has when it starts, in MiB.
        memory_mb: address space beyond what the warm interpreter has, in MiB.
        output_kb: text that one cell or one case may print, in KiB.
        scratch_mb: what may be written to the scratch directory, in MiB.
        scratch_files: how many files and folders may lie there, at any depth.
        data_mb: the files of an assignment together, and likewise those that are handed in beside
            a notebook, in MiB; they lie beside what is written.
        threads: how many threads one process may have, where the system can bound them.
    """

    cell_seconds: _Seconds = 10.0
    check_seconds: _Seconds = 3.0
    grace_seconds: _ShortSeconds = 0.5
    cells_seconds: _LongSeconds = 60.0
    checks_seconds: _LongSeconds = 60.0
    cpu_seconds: _WholeSeconds | None = None
    judging_seconds: _Seconds = 30.0
    judging_mb: _Mebibytes = 2048
    memory_mb: _Mebibytes = 1024
    output_kb: _Kibibytes = 64
    scratch_mb: _Mebibytes = 16
    scratch_files: _Count = 64
    data_mb: _Mebibytes = 512
    threads: _Count = 64

    def __post_init__(self) -> None:
        # The bounds of the types hold for what is read; this one also for what code makes.
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if value is not None and not value > 0:
                raise ValueError(f"limits: {name} must be greater than zero")

    @property
    def processor_seconds(self) -> int:
        """Processor time of one process: `cpu_seconds`, or what the others come to."""
        return self.cpu_seconds or math.ceil(self.cells_seconds + self.checks_seconds)

    @property
    def longest_seconds(self) -> float:
        """Wall-clock time after which a worker is thought to be stuck: a few times all the rest."""
        return 5 * (self.cells_seconds + self.checks_seconds) + 4 * self.judging_seconds
