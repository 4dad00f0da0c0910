"""The process of a student's own check: what `__main__` forks, without the fork and the sandbox.

Requests come on standard input, answers go to standard output; a submission finds neither there.
"""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.sandbox.guest.cells import Cells

_MOST_FILES = 4096
"""No file that a command has open by then has a higher number."""


def main() -> None:
    """Serve the owner until it hangs up."""
    source, answers = _kept(0), _kept(1)
    output_limit, has_cells = int(sys.argv[1]), "cells" in sys.argv[2:]
    _hide_streams()

    # Before the thread: on Windows a library may wait, as it loads, for a pipe that is being read.
    from autograder.sandbox.guest.serving import serve  # noqa: F401, PLC0415 - loads NumPy

    _serve(source, answers, output_limit, has_cells=has_cells)


def serve_when_told(source: int, answers: int) -> None:
    """Serve the owner, which has divided itself, from its first message on until it hangs up.

    Args:
        source: where the owner asks; its first message says where to work.
        answers: where it is answered.
    """
    _hide_streams()
    from autograder.sandbox.frames import read_message  # noqa: PLC0415 - loads NumPy

    first = read_message(source)
    os.chdir(first["folder"])
    # Files that the owner had open are its own.
    kept = sorted((source, answers))
    for low, high in zip((2, *kept), (*kept, _MOST_FILES), strict=True):
        os.closerange(low + 1, high)
    _serve(source, answers, first["output_limit"], has_cells=False)


def _serve(source: int, answers: int, output_limit: int, *, has_cells: bool) -> None:
    from autograder.sandbox.frames import write_message  # noqa: PLC0415 - loads NumPy
    from autograder.sandbox.guest.absent import refuse_input  # noqa: PLC0415
    from autograder.sandbox.guest.check_stand_ins import hide_checks  # noqa: PLC0415
    from autograder.sandbox.guest.serving import serve  # noqa: PLC0415

    requests, forwarded = os.pipe()
    threading.Thread(target=_forward, args=(source, forwarded), daemon=True).start()
    cells = _cells() if has_cells else None
    hide_checks()
    refuse_input()
    write_message(answers, None)
    serve(requests, answers, output_limit, cells)


def _hide_streams() -> None:
    """Have a submission find nothing at the standard streams, and no arguments."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
    sys.argv = [""]


def _cells() -> Cells:
    """The shell for a notebook; no window opens."""
    os.environ["MPLBACKEND"] = "Agg"
    from autograder.sandbox.guest.cells import Cells  # noqa: PLC0415

    return Cells(draw=False)


def _kept(descriptor: int) -> int:
    """Duplicate a descriptor, so that no program that is started inherits the pipe."""
    kept = os.dup(descriptor)
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415

        msvcrt.setmode(kept, os.O_BINARY)
    return kept


def _forward(source: int, requests: int) -> None:
    """Pass requests on; end when the owner ends, even out of an endless loop."""
    while part := os.read(source, 1 << 16):
        view = memoryview(part)
        while view:
            view = view[os.write(requests, view) :]
    os._exit(0)


if __name__ == "__main__":
    main()
