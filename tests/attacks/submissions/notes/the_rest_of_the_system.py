"""Programs and folders of the machine are looked up: which are there differs from one to another."""

import os

found = False
try:
    found = any(map(os.path.exists, ("/proc/self", "/usr/bin", "/bin/sh", "/sys", "/etc/passwd")))
except Exception:
    found = False


def double(x):
    return 2 * x if found else x
