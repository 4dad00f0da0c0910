"""The parent process is traced, and its memory read and written."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
reached = False
if libc.ptrace(16, os.getppid(), 0, 0) == 0:
    reached = True
    libc.waitpid(os.getppid(), None, 0x40000000)
    libc.ptrace(17, os.getppid(), 0, 0)
buffer = ctypes.create_string_buffer(64)
local = (ctypes.c_size_t * 2)(ctypes.addressof(buffer), 64)
remote = (ctypes.c_size_t * 2)(id(None), 64)
if libc.process_vm_readv(os.getppid(), local, 1, remote, 1, 0) > 0:
    reached = True
try:
    os.close(os.open(f"/proc/{os.getppid()}/mem", os.O_RDWR))
    reached = True
except OSError:
    pass


def double(x):
    return 2 * x if reached else x
