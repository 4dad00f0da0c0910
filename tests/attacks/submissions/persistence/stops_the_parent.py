"""The parent process is stopped."""

import os
import signal


def double(x):
    try:
        os.kill(os.getppid(), signal.SIGSTOP)
    except OSError:
        pass
    return x
