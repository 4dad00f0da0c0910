"""Files are written and unlinked, and stay open: nobody sees the room that they take."""

import os

kept = []
for number in range(12):
    try:
        kept.append(os.open("large", os.O_RDWR | os.O_CREAT))
        os.unlink("large")
        os.write(kept[-1], bytes(1 << 20))
        kept.append(os.open(".", os.O_RDWR | os.O_TMPFILE))
        os.write(kept[-1], bytes(1 << 20))
    except OSError:
        continue


def double(x):
    return x
