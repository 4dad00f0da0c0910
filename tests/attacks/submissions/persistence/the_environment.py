"""Variables, the directory, limits and priority are changed for all that comes."""

import os
import resource
import sys

os.environ["PYTHONPATH"] = "/course"
os.environ["PATH"] = ""
sys.path.clear()
sys.meta_path.clear()
for change in (
    lambda: os.umask(0o777),
    lambda: os.chdir("/"),
    lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
    lambda: os.nice(19),
):
    try:
        change()
    except OSError:
        continue


def double(x):
    return x
