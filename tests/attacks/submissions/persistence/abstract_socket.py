"""A socket without a file is listened on."""

import socket

kept = None
try:
    kept = socket.socket(socket.AF_UNIX)
    kept.bind("\0left-by-attack")
    kept.listen()
except OSError:
    kept = None


def double(x):
    return 2 * x if kept else x
