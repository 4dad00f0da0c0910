"""What begins a warm interpreter that is measured: the text of this file is the program.

Its arguments are those of the warm interpreter, then a descriptor of the table that
`measured_guests` reads, and the folder of the files to be measured.
"""

import contextlib
import mmap
import os
import runpy
import socket
import sqlite3
import sys
import zlib

import coverage

MOST = 1 << 24
"""Above every number of a line."""


def begin(descriptor, folder):
    """Measure from now on; return a function that notes in the table what has been executed."""
    table = memoryview(mmap.mmap(descriptor, 0)).cast("Q")
    os.close(descriptor)
    noted = set()
    measured = coverage.Coverage(
        data_file=None, config_file=False, branch=True, include=[f"{folder}/*"]
    )
    measured.start()

    def put(arc):
        place = zlib.crc32(arc.to_bytes(8, "big")) % len(table)
        while table[place] not in (0, arc):
            place = (place + 1) % len(table)
        table[place] = arc

    def note():
        data = measured.get_data()
        for path in data.measured_files():
            number = zlib.crc32(os.path.relpath(path, folder).encode()) & 0xFFFF
            for start, end in data.arcs(path):
                arc = number << 48 | (start % MOST) << 24 | end % MOST
                if arc not in noted:
                    noted.add(arc)
                    put(arc)

    return note


def noting(work, note):
    """The same function, which notes before it does its work what has been executed."""

    def noted(*arguments):
        # Code that was handed in may have used up the memory.
        with contextlib.suppress(MemoryError, sqlite3.Error):
            note()
        return work(*arguments)

    return noted


note = begin(int(sys.argv[2]), sys.argv[3])

from autograder.sandbox import frames  # noqa: E402 - it is measured

# A fork notes whenever it answers, and the warm interpreter whenever it is asked.
frames.write_message = noting(frames.write_message, note)
socket.recv_fds = noting(socket.recv_fds, note)
runpy.run_module("autograder.sandbox.guest", run_name="__main__", alter_sys=True)
