"""A file of Python's own, or of a package, is changed for everybody who comes later."""

import os
import sys

import numpy

changed = False
for path in (numpy.__file__, os.__file__, sys.executable, "/course/reference.py"):
    try:
        with open(path, "a") as file:
            file.write("# left-by-attack\n")
        changed = True
    except OSError:
        continue
try:
    with open("/course/usercustomize.py", "w") as file:
        file.write("left_by_attack = 1\n")
    changed = True
except OSError:
    pass


def double(x):
    return 2 * x if changed else x
