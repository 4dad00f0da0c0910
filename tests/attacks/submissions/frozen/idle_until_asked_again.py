"""It does nothing, is asked again as one whom the machine kept waiting, and does nothing again."""

import threading


def double(x):
    threading.Event().wait()
