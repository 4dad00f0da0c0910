"""The process stops itself, and would have to be continued."""

import os
import signal


def double(x):
    os.kill(os.getpid(), signal.SIGSTOP)
    signal.raise_signal(signal.SIGSTOP)
