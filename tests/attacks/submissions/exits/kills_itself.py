"""The process kills itself, and its whole group."""

import os
import signal


def double(x):
    os.kill(os.getpid(), signal.SIGKILL)
    os.killpg(0, signal.SIGKILL)
