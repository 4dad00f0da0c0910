"""It waits for a lock that it holds itself."""

import threading

lock = threading.Lock()


def double(x):
    lock.acquire()
    lock.acquire()
