"""A server of its own, for others to connect to."""

import socket

kept = None
try:
    kept = socket.create_server(("127.0.0.1", 0))
except OSError:
    pass


def double(x):
    return 2 * x if kept else x
