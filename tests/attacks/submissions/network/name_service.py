"""A question to a name server, with a secret in the name that is asked for."""

import socket

reached = False
question = b"\x12\x34\x01\0\0\1\0\0\0\0\0\0\6secret\7example\3org\0\0\1\0\1"
try:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.settimeout(0.3)
        sender.connect(("127.0.0.1", 47001))
        sender.send(question)
        reached = sender.recv(512) == question
except OSError:
    pass


def double(x):
    return 2 * x if reached else x
