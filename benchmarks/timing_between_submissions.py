"""How many bits timing alone carries from one submission to another, of all that are sent.

    .venv/bin/python benchmarks/timing_between_submissions.py

Two ways: a page of a package's file that nobody has read since the machine was started is read from
disk, and is in the cache for whoever reads it next; and two that run at the same time share the
processors. Run it on a machine that does nothing else, and on one that grades.
"""

from __future__ import annotations

import os
import random
import sys
import threading
import time
from pathlib import Path

import matplotlib as mpl

from autograder.limits import Limits
from autograder.sandbox.call import Call
from autograder.sandbox.confined import Sandbox

BITS = 64

PAGES = """
import os, time
FILES = {files!r}
def send(bits):
    for bit, path in zip(bits, FILES):
        if bit:
            os.pread(os.open(path, os.O_RDONLY), 1, 0)
def receive(count):
    spent = []
    for path in FILES[:count]:
        fd = os.open(path, os.O_RDONLY)
        begun = time.perf_counter()
        os.pread(fd, 1, 0)
        spent.append(time.perf_counter() - begun)
        os.close(fd)
    return spent
"""

LOAD = """
import threading, time
def until(moment):
    while (left := moment - time.time()) > 0:
        time.sleep(left)
def work(end):
    n = 0
    while time.time() < end:
        n += 1
    return n
def send(bits, start, slot):
    for n, bit in enumerate(bits):
        until(start + n * slot)
        if bit:
            work(start + (n + 1) * slot)
def receive(count, start, slot):
    found = []
    for n in range(count):
        until(start + n * slot)
        found.append(-work(start + (n + 1) * slot))
    return found
"""


def ask(session, function, **inputs):
    """What a function of the submission returns."""
    reply = session.call(Call(function, inputs, file="ours"), 60.0)
    if reply.error is not None:
        raise RuntimeError(reply.error)
    return reply.output


def right(bits, spent, *, long_is):
    """How many bits the best threshold reads rightly; who receives does not know it."""
    best = 0
    for threshold in spent:
        read = [long_is if each > threshold else 1 - long_is for each in spent]
        best = max(best, sum(one == other for one, other in zip(bits, read, strict=True)))
    return best


def by_pages(sandbox, bits):
    """Read files that nobody has read, and time who reads them next."""
    fonts = Path(mpl.get_data_path(), "fonts")
    files = [str(path) for path in sorted(fonts.rglob("*.*")) if path.stat().st_size > 8192][:BITS]
    for path in files:  # as after the machine was started
        descriptor = os.open(path, os.O_RDONLY)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(descriptor)
    source = PAGES.format(files=files)
    with sandbox.session() as session:
        session.run_file("ours", source, 0, 30.0)
        ask(session, "send", bits=bits)
    with sandbox.session() as session:
        session.run_file("ours", source, 0, 30.0)
        begun = time.perf_counter()
        spent = ask(session, "receive", count=len(bits))
    return right(bits, spent, long_is=0), time.perf_counter() - begun


def by_load(one, other, bits, slot):
    """Use the processor or not, and count how far somebody else gets meanwhile."""
    spent = []
    with one.session() as sender, other.session() as receiver:
        for session in (sender, receiver):
            session.run_file("ours", LOAD, 0, 30.0)
        timing = {"start": time.time() + 0.2, "slot": slot}
        thread = threading.Thread(
            target=lambda: spent.extend(ask(receiver, "receive", count=len(bits), **timing))
        )
        thread.start()
        ask(sender, "send", bits=bits, **timing)
        thread.join()
    return right(bits, spent, long_is=1), len(bits) * slot


def main():
    """Print the figures."""
    limits = Limits(cells_seconds=120, checks_seconds=120)
    drawn = random.SystemRandom()
    with (
        Sandbox(limits, layers="full", notebooks=False) as one,
        Sandbox(limits, layers="full", notebooks=False) as other,
    ):
        for name, way in (
            ("cold pages", lambda bits: by_pages(one, bits)),
            ("processor, slots of 100 ms", lambda bits: by_load(one, other, bits, 0.1)),
            ("processor, slots of 10 ms", lambda bits: by_load(one, other, bits, 0.01)),
        ):
            for _ in range(3):
                bits = [drawn.randrange(2) for _ in range(BITS)]
                count, seconds = way(bits)
                print(f"{name}: {count} of {len(bits)} bits in {seconds:.2f} s")
    chance = [
        right(
            [drawn.randrange(2) for _ in range(BITS)],
            [drawn.random() for _ in range(BITS)],
            long_is=1,
        )
        for _ in range(200)
    ]
    print(f"by chance: {sum(chance) / len(chance):.0f} of {BITS} bits", file=sys.stdout)


if __name__ == "__main__":
    main()
