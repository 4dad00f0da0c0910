"""Folders that change their names while somebody looks at them or removes them."""

import contextlib
import os
import threading


def move():
    while True:
        for source, target in (("a", "c"), ("b", "a"), ("c", "b")):
            with contextlib.suppress(OSError):
                os.rename(source, target)


def double(x):
    for folder in "ab":
        os.makedirs(folder, exist_ok=True)
        for number in range(7):
            with open(f"{folder}/left-by-attack-{number}", "wb") as file:
                file.write(bytes(3 << 18))
    for _ in range(4):
        threading.Thread(target=move, daemon=True).start()
    while True:
        pass
