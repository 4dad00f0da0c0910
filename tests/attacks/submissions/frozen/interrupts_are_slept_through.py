"""It goes back to sleep when it is interrupted, again and again."""

import time


def double(x):
    while True:
        try:
            time.sleep(60)
        except BaseException:
            continue
