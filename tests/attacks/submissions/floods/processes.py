"""Processes that make processes; twenty are enough to see it."""

import os
import time

made = 0
for _ in range(20):
    try:
        if os.fork() == 0:
            try:
                time.sleep(20)
            finally:
                os._exit(0)
        made += 1
    except OSError:
        continue


def double(x):
    return 2 * x if made else x
