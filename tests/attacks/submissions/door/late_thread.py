"""A thread answers later, when something else is asked."""

import os
import threading
import time

import numpy as np

from autograder.sandbox.frames import frame


def answer():
    for _ in range(200):
        time.sleep(0.002)
        for fd in range(3, 16):
            try:
                os.write(fd, frame({"printed": "", "output": np.array([2.0, 4.0, 8.0])}))
            except OSError:
                continue


threading.Thread(target=answer, daemon=True).start()


def double(x):
    time.sleep(0.01)
    return x
