"""Shared memory and a semaphore of POSIX."""

import ctypes

made = []
try:
    from multiprocessing import shared_memory

    made.append(shared_memory.SharedMemory("left-by-attack", create=True, size=4096))
except Exception:
    pass
libc = ctypes.CDLL(None)
libc.sem_open.restype = ctypes.c_void_p
if libc.sem_open(b"/left-by-attack", 0o100, 0o666, 1):
    made.append(1)
try:
    made += (
        [1]
        if ctypes.CDLL("librt.so.1").mq_open(b"/left-by-attack", 0o102, 0o666, None) >= 0
        else []
    )
except (OSError, AttributeError):
    pass


def double(x):
    return 2 * x if made else x
