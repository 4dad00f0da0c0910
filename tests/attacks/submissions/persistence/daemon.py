"""A process of its own session stays behind."""

import os
import time

stayed = False
try:
    if os.fork() == 0:
        os.setsid()
        time.sleep(20)
        os._exit(0)
    stayed = True
except OSError:
    pass


def double(x):
    return 2 * x if stayed else x
