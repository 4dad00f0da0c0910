"""Ways in which one submission could pass bits to another, and how many of 64 arrive.

    python -m tests.attacks.channels inner root "one sandbox" flock futex

sends them, and prints by way how many arrived, or None where the sender or the receiver failed.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.limits import Limits
from autograder.sandbox import warm_interpreter
from autograder.sandbox.call import Call
from autograder.sandbox.confined import Sandbox
from tests.sandbox.test_sandbox import descendants

__all__ = ["PAIRINGS", "USERS", "WAYS", "WITHOUT", "Way", "arrived_as", "command", "is_chance"]

BITS = 64
SLOT = 0.024
"""Seconds for one bit, where both sides run at the same time."""

WITHOUT = " without namespaces"
"""After the name of a layer: as on a machine where none can be made."""

PAIRINGS = ("one sandbox", "two sandboxes", "two runs")
USERS = ("root", "ordinary")

LIMITS = Limits(
    cells_seconds=60, checks_seconds=60, threads=64, memory_mb=512, scratch_mb=8, scratch_files=64
)


@dataclass(frozen=True)
class Way:
    """A way to pass bits.

    Attributes:
        name: of it.
        code: defines `send(bits, ...)` and `receive(count, ...)`.
        bits: that one sender can pass to one receiver.
        meanwhile: whether both run at the same time, in two sandboxes.
        bare: whether it passes where there is no sandbox, whatever the machine is like.
    """

    name: str
    code: str
    bits: int = BITS
    meanwhile: bool = False
    bare: bool = True


PRELUDE = '''
import ctypes, fcntl, glob, mmap, os, signal, socket, struct, sys, threading, time
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
NUMBERS = {numbers}
def kernel(name, *arguments):
    passed = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    done = libc.syscall(ctypes.c_long(NUMBERS[name]), *passed)
    if done < 0:
        raise OSError(ctypes.get_errno(), name)
    return done
def attempt(work, *arguments):
    try:
        return work(*arguments)
    except OSError:
        return None
FILE, SALT = {file!r}, {salt!r}
def until(moment):
    while (left := moment - time.time()) > 0:
        time.sleep(left)
def number(bits):
    return sum(bit << n for n, bit in enumerate(bits))
def bits_of(value, count):
    return [value >> n & 1 for n in range(count)]
def page_file():
    return os.open(FILE, os.O_RDONLY)
def mapped():
    fd = page_file()
    address = libc.mmap(None, 64 * 4096, 1, 1, fd, 0)
    if address in (None, ctypes.c_void_p(-1).value):
        raise OSError("mmap")
    return address
def load_pages(bits):
    """Have exactly these pages of the file in the cache."""
    fd = page_file()
    attempt(os.posix_fadvise, fd, 0, 0, os.POSIX_FADV_RANDOM)
    attempt(os.posix_fadvise, fd, 0, 0, os.POSIX_FADV_DONTNEED)
    for n, bit in enumerate(bits):
        if bit:
            os.pread(fd, 1, 4096 * n)
def unix_socket(kind):
    return socket.socket(fileno=kernel("socket", 1, kind, 0))
def count_to(value, next_number, most=8192):
    """Use up numbers until the last one says a value in its upper four of twelve bits."""
    for _ in range(most):
        if next_number() % 4096 // 256 == value:
            return
'''

_SEND_PAGES = "def send(bits, **_):\n    load_pages(bits)\n"

_LATER = {
    "pages: preadv2": _SEND_PAGES
    + """
def receive(count, **_):
    fd, found = page_file(), []
    for n in range(count):
        try:
            os.preadv(fd, [bytearray(1)], 4096 * n, os.RWF_NOWAIT)
            found.append(1)
        except BlockingIOError:
            found.append(0)
    return found
""",
    "pages: mincore": _SEND_PAGES
    + """
def receive(count, **_):
    seen = (ctypes.c_ubyte * 64)()
    kernel("mincore", mapped(), 64 * 4096, seen)
    return [each & 1 for each in seen][:count]
""",
    "pages: cachestat": _SEND_PAGES
    + """
def receive(count, **_):
    fd, found = page_file(), []
    for n in range(count):
        asked, told = (ctypes.c_uint64 * 2)(4096 * n, 4096), (ctypes.c_uint64 * 5)()
        kernel("cachestat", fd, asked, told, 0)
        found.append(int(told[0] > 0))
    return found
""",
    "pages: faults": _SEND_PAGES
    + """
def receive(count, **_):
    address, found, used = mapped(), [], (ctypes.c_long * 18)()
    attempt(kernel, "madvise", address, 64 * 4096, 1)
    for n in range(count):
        kernel("getrusage", 0, used)
        before = used[9]
        ctypes.string_at(address + 4096 * n, 1)
        kernel("getrusage", 0, used)
        found.append(int(used[9] == before))
    return found
""",
    "names in the cache": """
def place(n):
    return os.path.join(os.path.dirname(FILE), f"{SALT}-{n}")
def send(bits, **_):
    for n, bit in enumerate(bits):
        if bit:
            os.path.exists(place(n))
def receive(count, **_):
    found = []
    for n in range(count):
        how = (ctypes.c_uint64 * 3)(0, 0, 0x20)
        try:
            kernel("openat2", -100, place(n).encode(), how, 24)
        except OSError as error:
            if error.errno not in (2, 11):
                raise
            found.append(int(error.errno == 2))
    return found
""",
    "times of access": """
def files():
    return sorted(glob.glob(os.path.join(os.path.dirname(os.__file__), "**", "*.py")))[64:128]
def send(bits, **_):
    for bit, path in zip(bits, files()):
        if bit:
            open(path, "rb").read(1)
def receive(count, started, **_):
    return [int(os.stat(path).st_atime >= started) for path in files()[:count]]
""",
    "standard descriptors": """
def send(bits, **_):
    for fd in range(3):
        try:
            os.write(os.open(f"/proc/self/fd/{fd}", os.O_RDWR), bytes(bits))
        except OSError:
            attempt(os.write, fd, bytes(bits))
def receive(count, **_):
    for fd in range(3):
        data = attempt(lambda: os.read(os.open(f"/proc/self/fd/{fd}", os.O_RDWR | os.O_NONBLOCK), count))
        if data:
            return list(data)
""",
    "flags of descriptors": """
def send(bits, **_):
    for fd in range(3):
        attempt(fcntl.fcntl, fd, fcntl.F_SETFL, bits[0] * os.O_NONBLOCK | bits[1] * os.O_APPEND)
def receive(count, **_):
    flags = [fcntl.fcntl(fd, fcntl.F_GETFL) for fd in range(3)]
    return [int(flags[0] & each != 0) for each in (os.O_NONBLOCK, os.O_APPEND)]
""",
    "a file somewhere": """
def places():
    folders = ["/tmp", "/var/tmp", "/dev/shm", "/run", "/dev", "..", "../..", "/", sys.prefix]
    folders += [os.path.dirname(os.__file__), os.path.dirname(FILE)]
    return [os.path.join(folder, f"{SALT}-note") for folder in folders]
def send(bits, **_):
    for path in places():
        attempt(lambda: open(path, "wb").write(bytes(bits)))
def receive(count, **_):
    found = None
    for path in places():
        found = attempt(lambda: open(path, "rb").read()) or found
        attempt(os.remove, path)
    return found and list(found)
""",
    "shared memory": """
def send(bits, **_):
    key = kernel("shmget", hash(SALT) & 0x7FFFFFFF, 4096, 0o1666)
    libc.shmat.restype = ctypes.c_void_p
    ctypes.memmove(libc.shmat(key, None, 0), bytes(bits), len(bits))
def receive(count, **_):
    key = kernel("shmget", hash(SALT) & 0x7FFFFFFF, 4096, 0)
    libc.shmat.restype = ctypes.c_void_p
    found = ctypes.string_at(libc.shmat(key, None, 0), count)
    kernel("shmctl", key, 0, None)
    return list(found)
def hash(text):
    return int.from_bytes(text.encode()[-4:], "big")
""",
    "a queue of System V": """
def key():
    return int.from_bytes(SALT.encode()[-4:], "big") & 0x7FFFFFFF
def send(bits, **_):
    kernel("msgsnd", kernel("msgget", key(), 0o1666), struct.pack("q", 1) + bytes(bits), len(bits), 0)
def receive(count, **_):
    queue, data = kernel("msgget", key(), 0), ctypes.create_string_buffer(8 + count)
    kernel("msgrcv", queue, data, count, 0, 0o4000)
    kernel("msgctl", queue, 0, None)
    return list(data.raw[8:])
""",
    "a queue of POSIX": """
def send(bits, **_):
    queue = kernel("mq_open", SALT.encode(), os.O_CREAT | os.O_RDWR, 0o666, None)
    kernel("mq_timedsend", queue, bytes(bits), len(bits), 0, None)
def receive(count, **_):
    queue = kernel("mq_open", SALT.encode(), os.O_RDWR | os.O_NONBLOCK, 0, None)
    data = ctypes.create_string_buffer(8192)
    size = kernel("mq_timedreceive", queue, data, 8192, None, None)
    kernel("mq_unlink", SALT.encode())
    return list(data.raw[:size])
""",
    "a ring of keys": """
def send(bits, **_):
    kernel("add_key", b"user", SALT.encode(), bytes(bits), len(bits), -4)
def receive(count, **_):
    data = ctypes.create_string_buffer(count)
    key = kernel("keyctl", 10, -4, b"user", SALT.encode(), 0)
    kernel("keyctl", 11, key, data, count)
    kernel("keyctl", 9, key, -4)
    return list(data.raw)
""",
    "limits of the parent": """
def send(bits, **_):
    kernel("prlimit64", os.getppid(), 15, (ctypes.c_uint64 * 2)(number(bits), 1 << 40), None)
def receive(count, **_):
    told = (ctypes.c_uint64 * 2)()
    kernel("prlimit64", 0, 15, None, told)
    return bits_of(told[0], count)
""",
    "priority of the parent": """
def send(bits, **_):
    kernel("ioprio_set", 1, os.getppid(), 2 << 13 | number(bits))
def receive(count, **_):
    return bits_of(kernel("ioprio_get", 1, 0), count)
""",
    "memory of the parent": """
def vector(address, size):
    return (ctypes.c_uint64 * 2)(address, size)
def send(bits, **_):
    text = "".join(map(str, bits)).encode()
    own = ctypes.create_string_buffer(text)
    there = vector(id(sys.copyright) + sys.getsizeof("") - 1, len(text))
    mine = vector(ctypes.addressof(own), len(text))
    kernel("process_vm_writev", os.getppid(), mine, 1, there, 1, 0)
def receive(count, **_):
    text = sys.copyright[:count]
    return [int(each) for each in text] if set(text) <= set("01") else None
""",
    "a process that stays": """
def send(bits, **_):
    if kernel("fork") == 0:
        kernel("setsid")
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(3)
        server = unix_socket(1)
        server.bind(chr(0) + SALT)
        server.listen()
        while True:
            os.write(server._accept()[0], bytes(bits))
    time.sleep(0.1)
def receive(count, **_):
    client = unix_socket(1)
    client.connect(chr(0) + SALT)
    return list(client.recv(count))
""",
    "numbers of threads": """
def of_a_thread():
    found = []
    thread = threading.Thread(target=lambda: found.append(kernel("gettid")))
    thread.start()
    thread.join()
    return found[0]
def send(bits, **_):
    count_to(number(bits), of_a_thread)
def receive(count, **_):
    return bits_of(of_a_thread() % 4096 // 256, count)
""",
    "numbers of inodes": """
def of_a_file():
    with open("numbered", "w") as file:
        found = os.fstat(file.fileno()).st_ino
    os.remove("numbered")
    return found
def send(bits, **_):
    count_to(number(bits), of_a_file)
def receive(count, **_):
    return bits_of(of_a_file() % 4096 // 256, count)
""",
    "numbers of pipes": """
def of_a_pipe():
    ends = (ctypes.c_int * 2)()
    kernel("pipe2", ends, 0)
    found = os.fstat(ends[0]).st_ino
    os.close(ends[0]), os.close(ends[1])
    return found
def send(bits, **_):
    count_to(number(bits), of_a_pipe)
def receive(count, **_):
    return bits_of(of_a_pipe() % 4096 // 256, count)
""",
}

_SLOTS = """
def send(bits, start, slot, **named):
    for n, bit in enumerate(bits):
        until(start + n * slot)
        if bit:
            with_bit(start + (n + 0.8) * slot, **named)
def receive(count, start, slot, **named):
    found = []
    begin(**named)
    for n in range(count):
        until(start + (n + 0.2) * slot)
        first = look(**named)
        until(start + (n + 0.6) * slot)
        found.append(int(judge(first, look(**named))))
    return found
def begin(**_):
    pass
def judge(first, last):
    return last
"""

_MEANWHILE = {
    "futex": """
def word():
    word.at = getattr(word, "at", None) or mapped()
    return word.at
def with_bit(end, **_):
    value = ctypes.cast(word(), ctypes.POINTER(ctypes.c_uint32))[0]
    while (left := end - time.time()) > 0:
        timeout = struct.pack("qq", 0, int(1e9 * left))
        try:
            kernel("futex", word(), 0, value, timeout, None, 0)
        except OSError as error:
            if error.errno == 11:
                raise
def look(**_):
    return kernel("futex", word(), 1, 100, None, None, 0)
""",
    "flock": """
def with_bit(end, **_):
    with open(FILE, "rb") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        until(end)
def look(**_):
    with open(FILE, "rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return 1
    return 0
""",
    "record locks": """
def with_bit(end, **_):
    with open(FILE, "rb") as file:
        fcntl.lockf(file, fcntl.LOCK_SH, 1)
        until(end)
def look(**_):
    with open(FILE, "rb") as file:
        asked = struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 1, 0)
        told = fcntl.fcntl(file, fcntl.F_GETLK, asked)
        return struct.unpack_from("h", told)[0] != fcntl.F_UNLCK
""",
    "locks of a description": """
def with_bit(end, **_):
    file = open(FILE, "rb")
    fcntl.fcntl(file, 37, struct.pack("hhqqi4x", fcntl.F_RDLCK, 0, 0, 1, 0))
    until(end)
    file.close()
def look(**_):
    with open(FILE, "rb") as file:
        told = fcntl.fcntl(file, 36, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 1, 0))
        return struct.unpack_from("h", told)[0] != fcntl.F_UNLCK
""",
    "notices of opening": """
def begin(**_):
    begin.fd = kernel("inotify_init1", os.O_NONBLOCK)
    kernel("inotify_add_watch", begin.fd, FILE.encode(), 0x20)
def with_bit(end, **_):
    until(end - 0.014)
    os.close(page_file())
def look(**_):
    return 0 if attempt(os.read, begin.fd, 65536) is None else 1
""",
    "notices by signal": """
seen = []
def begin(**_):
    signal.signal(signal.SIGIO, lambda *_: seen.append(1))
    folder = os.open(os.path.dirname(FILE), os.O_RDONLY)
    fcntl.fcntl(folder, fcntl.F_NOTIFY, fcntl.DN_ACCESS | fcntl.DN_MULTISHOT)
    begin.folder = folder
def with_bit(end, **_):
    until(end - 0.014)
    os.pread(page_file(), 1, 0)
def look(**_):
    count = len(seen)
    seen.clear()
    return count > 0
""",
    "processor time of the other": """
def with_bit(end, **_):
    while time.time() < end:
        pass
def look(pid, **_):
    return [attempt(time.clock_gettime, ~each << 3 | 2) or 0 for each in (pid, 1, os.getppid())]
def judge(first, last):
    if not any(last):
        raise OSError("no clock")
    return max(b - a for a, b in zip(first, last)) > 0.003
""",
    "threads of the other": """
def with_bit(end, **_):
    threads = [threading.Thread(target=until, args=(end,)) for _ in range(8)]
    for each in threads: each.start()
    for each in threads: each.join()
def look(pid, **_):
    return os.stat(f"/proc/{pid}/task").st_nlink
def judge(first, last):
    return last > 8
""",
    "descriptors of the other": """
def with_bit(end, **_):
    files = [open(FILE, "rb") for _ in range(30)]
    until(end)
    for each in files: each.close()
def look(pid, **_):
    return os.stat(f"/proc/{pid}/fd").st_size
def judge(first, last):
    return last > 30
""",
    "a name of a socket": """
def with_bit(end, **_):
    server = unix_socket(2)
    server.bind(chr(0) + SALT)
    until(end)
    server.close()
def look(**_):
    client = unix_socket(2)
    return attempt(lambda: client.connect(chr(0) + SALT) or 1) or 0
""",
    "signals": """
seen = []
def begin(**_):
    signal.signal(signal.SIGURG, lambda *_: seen.append(1))
def with_bit(end, to, **_):
    until(end - 0.014)
    kernel("kill", to, signal.SIGURG)
def look(**_):
    count = len(seen)
    seen.clear()
    return count > 0
""",
    "load": """
def with_bit(end, **_):
    threads = [threading.Thread(target=until, args=(end,)) for _ in range(40)]
    for each in threads: each.start()
    for each in threads: each.join()
def look(**_):
    told = ctypes.create_string_buffer(128)
    kernel("sysinfo", told)
    procs = struct.unpack_from("H", told, 80)[0]
    look.least = min(procs, getattr(look, "least", procs))
    return procs
def judge(first, last):
    return last > look.least + 25
""",
    "free room": """
def with_bit(end, **_):
    with open("large", "wb") as file:
        file.write(bytes(6 << 20))
    until(end)
    os.remove("large")
def look(**_):
    told = (ctypes.c_long * 15)()
    kernel("statfs", b".", told)
    look.most = max(told[4] * told[1], getattr(look, "most", 0))
    return told[4] * told[1]
def judge(first, last):
    return last < look.most - (3 << 20)
""",
}

_FEW = {
    "flags of descriptors": 2,
    "limits of the parent": 32,
    "priority of the parent": 3,
    "numbers of threads": 4,
    "numbers of inodes": 4,
    "numbers of pipes": 4,
}
_BY_CHANCE = {
    "times of access",  # of a file that was read within a day they stay
    "pages: cachestat",  # from Linux 6.5 on
    "pages: faults",  # a file system may read more than it is asked for
    "pages: mincore",
    "pages: preadv2",
    "names in the cache",
    "standard descriptors",  # they lead nowhere without a sandbox, too
    "flags of descriptors",
    "priority of the parent",
    "numbers of threads",  # others count as well
    "numbers of inodes",
    "numbers of pipes",
    "load",
    "free room",
    "descriptors of the other",  # from Linux 6.2 on
    "processor time of the other",
    "threads of the other",
}

WAYS = {
    name: Way(
        name,
        PRELUDE + (_SLOTS if meanwhile else "") + code,
        _FEW.get(name, BITS),
        meanwhile,
        name not in _BY_CHANCE,
    )
    for meanwhile, ways in ((False, _LATER), (True, _MEANWHILE))
    for name, code in ways.items()
}

_CALLS = """
    add_key cachestat fork futex getrusage gettid inotify_add_watch inotify_init1 ioprio_get
    ioprio_set keyctl kill madvise mincore mq_open mq_timedreceive mq_timedsend mq_unlink msgctl
    msgget msgrcv msgsnd openat2 pipe2 prlimit64 process_vm_writev setsid shmctl shmget socket statfs
    sysinfo
""".split()


def _source(way: Way, salt: str) -> str:
    import matplotlib as mpl
    import pyseccomp

    numbers = {name: pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name) for name in _CALLS} | {
        "cachestat": 451
    }
    fonts = sorted(Path(mpl.get_data_path(), "fonts", "ttf").glob("*.ttf"))
    large = [path for path in fonts if path.stat().st_size > BITS << 12]
    file = large[list(WAYS).index(way.name) % len(large)]
    header = way.code.replace("{numbers}", repr(numbers)).replace("{salt!r}", repr(salt))
    return header.replace("{file!r}", repr(str(file)))


class Grader:
    """The sandboxes of one grader."""

    def __init__(self, layers: str) -> None:
        self._layers = layers
        self._made: list[Sandbox] = []

    def sandbox(self, number: int) -> Sandbox:
        """One of them, by number."""
        while len(self._made) <= number:
            self._made.append(self.new())
        return self._made[number]

    def new(self) -> Sandbox:
        """Another one."""
        layers = self._layers.removesuffix(WITHOUT)
        return Sandbox(LIMITS, layers=layers, notebooks=False)  # type: ignore[arg-type]

    def close(self) -> None:
        """End all of them."""
        for each in self._made:
            each.close()


def arrived(grader: Grader, way: Way, pairing: str) -> int | None:
    """How many of 64 random bits arrive; None where the sender or the receiver fails."""
    drawn = random.SystemRandom()
    bits = [drawn.randrange(2) for _ in range(BITS)]
    found: list[int] = []
    while len(found) < BITS:
        part = bits[len(found) : len(found) + way.bits]
        pad = [0] * (way.bits - len(part))
        salt = f"salt-{drawn.getrandbits(40):010x}"
        source = _source(way, salt)
        try:
            told = (
                _meanwhile(grader, source, part)
                if way.meanwhile
                else _later(grader, pairing, source, part + pad)
            )
        except _FailedError:
            return None
        if not isinstance(told, list) or len(told) < len(part):
            return None
        found += [each for each in told[: len(part)] if each in (0, 1)] or [-1] * len(part)
    return sum(one == other for one, other in zip(bits, found, strict=False))


class _FailedError(Exception):
    """One of the two did not do its part."""


def _ask(session: Any, function: str, **inputs: Any) -> Any:
    reply = session.call(Call(function, inputs, file="ours"), 30.0)
    if reply.error is not None or reply.late:
        raise _FailedError
    return reply.output


def _later(grader: Grader, pairing: str, source: str, bits: list[int]) -> Any:
    started = time.time()
    sender = grader.sandbox(0)
    if pairing == "two runs":
        sender = grader.new()
    receiver = grader.sandbox(1 if pairing == "two sandboxes" else 0)
    with sender.session() as session:
        session.run_file("ours", source, 0, 30.0)
        _ask(session, "send", bits=bits)
    if pairing == "two runs":
        sender.close()
    with receiver.session() as session:
        session.run_file("ours", source, 0, 30.0)
        return _ask(session, "receive", count=len(bits), started=started)


def _meanwhile(grader: Grader, source: str, bits: list[int]) -> Any:
    one, other = grader.sandbox(0), grader.sandbox(1)
    told: list[Any] = []
    with one.session() as sender, other.session() as receiver:
        for session in (sender, receiver):
            session.run_file("ours", source, 0, 30.0)
        pids = [max(descendants(each.warm()._process.pid)) for each in (one, other)]
        timing = {"start": time.time() + 0.1, "slot": SLOT}

        def receive() -> None:
            try:
                told.append(_ask(receiver, "receive", count=len(bits), pid=pids[0], **timing))
            except _FailedError:
                told.append(None)

        thread = threading.Thread(target=receive)
        thread.start()
        try:
            _ask(sender, "send", bits=bits, to=pids[1], **timing)
        finally:
            thread.join()
    return told[0]


def is_chance(count: int | None) -> bool:
    """Whether so many bits arrive if nothing passes; by chance it is not so once in a million."""
    return count is None or 12 < count < 52


_ORDINARY = (
    "unshare --user --map-user=1000 --map-group=1000 setpriv --inh-caps=-all "
    "--ambient-caps=-all --bounding-set=-all"
).split()


def command(user: str) -> list[str] | None:
    """What runs a program as somebody; None where that cannot be done here."""
    if user == ("root" if os.geteuid() == 0 else "ordinary"):
        return []
    if user == "root":
        return None
    try:
        done = subprocess.run([*_ORDINARY, "true"], capture_output=True, timeout=20, check=False)
    except OSError:
        return None
    return _ORDINARY if done.returncode == 0 else None


def arrived_as(
    prefix: Sequence[str], layers: str, pairing: str, names: Sequence[str]
) -> tuple[dict[str, int | None], bool]:
    """By way, how many bits arrived, in a grader of its own; and whether it has namespaces."""
    asked = [*prefix, sys.executable, "-m", "tests.attacks.channels", layers, pairing, *names]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(asked, capture_output=True, text=True, cwd=root, check=False, timeout=600)
    assert done.returncode == 0, done.stderr[-2000:]
    found, separated = json.loads(done.stdout.splitlines()[-1])
    return found, separated


def main(layers: str, pairing: str, *names: str) -> None:
    """Try some ways in sandboxes of one kind, and print how many bits arrived."""
    warm_interpreter._SEPARATE = not layers.endswith(WITHOUT)
    grader = Grader(layers)
    try:
        found = {name: arrived(grader, WAYS[name], pairing) for name in names or WAYS}
        separated = grader.sandbox(0).separated
    finally:
        grader.close()
    sys.stdout.write(f"{json.dumps([found, separated])}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
