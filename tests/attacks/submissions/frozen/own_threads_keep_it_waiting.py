"""Its own threads keep all processors busy, so that it waits for one, and waiting is not charged."""

import threading


def burn():
    while True:
        pass


def double(x):
    for _ in range(16):
        threading.Thread(target=burn, daemon=True).start()
    burn()
