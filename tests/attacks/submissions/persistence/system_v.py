"""Shared memory, a semaphore and a queue of System V, which outlive every process."""

import ctypes

libc = ctypes.CDLL(None)
KEY = 0x5EC12E7
made = [
    libc.shmget(KEY, 4096, 0o1666) >= 0,
    libc.semget(KEY, 1, 0o1666) >= 0,
    libc.msgget(KEY, 0o1666) >= 0,
]


def double(x):
    return 2 * x if any(made) else x
