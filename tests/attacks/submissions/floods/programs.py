"""Other programs are started."""

import os
import subprocess

started = []
for start in (
    lambda: subprocess.Popen(["sleep", "20"]).pid,
    lambda: os.posix_spawn("/bin/sleep", ["sleep", "20"], {}),
    lambda: os.spawnvp(os.P_NOWAIT, "sleep", ["sleep", "20"]),
):
    try:
        started.append(start())
    except OSError:
        continue


def double(x):
    return 2 * x if started else x
