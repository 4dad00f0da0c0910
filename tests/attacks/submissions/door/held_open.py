"""A thread keeps a copy of the pipe open, after the process has lost its own."""

import os
import threading
import time

copies = []


def hold():
    while True:
        time.sleep(1)


def double(x):
    for fd in range(3, 16):
        try:
            copies.append(os.dup(fd))
            os.close(fd)
        except OSError:
            continue
    threading.Thread(target=hold).start()
    return 2 * x
