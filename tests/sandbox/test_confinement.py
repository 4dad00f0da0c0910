"""What a fork cannot do: each call refused, each file closed, and what is left to it."""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path

import pytest

from autograder.sandbox.confined import Sandbox
from autograder.sandbox.guest import confine, readable
from tests.sandbox.conftest import LIMITS, PATIENT, evaluate, loss_of, run
from tests.sandbox.test_sandbox import descendants
from tests.sandbox_forks import died_of_signal

ROOT = Path(__file__).resolve().parents[2]
REFUSED = ("PermissionError", "FileNotFoundError")
"""How a fork meets what it may not see; with bubblewrap around it, most of that is not there."""

CALLS = """
import ctypes, errno, os
libc = ctypes.CDLL(None, use_errno=True)
def kernel(number, *arguments):
    ctypes.set_errno(0)
    done = libc.syscall(ctypes.c_long(number), *map(ctypes.c_long, arguments))
    return errno.errorcode[ctypes.get_errno()] if done == -1 else done
"""

CLONE_VM, CLONE_FS, CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID = (
    0x100,
    0x200,
    0x10000000,
    0x20000,
    0x20000000,
)

SYSTEM_CALLS = {
    # Other processes.
    "fork": (),
    "vfork": (),
    "clone": (0, 0, 0, 0, 0),
    "execve": (0, 0, 0),
    "execveat": (-100, 0, 0, 0, 0),
    "kill": (1, 0),
    "tkill": (1, 0),
    "tgkill": (1, 1, 0),
    "rt_sigqueueinfo": (1, 10, 0),
    "rt_tgsigqueueinfo": (1, 1, 10, 0),
    "ptrace": (0, 0, 0, 0),
    "process_vm_readv": (1, 0, 0, 0, 0, 0),
    "process_vm_writev": (1, 0, 0, 0, 0, 0),
    "process_madvise": (1, 0, 0, 0, 0),
    "pidfd_open": (1, 0),
    "pidfd_getfd": (0, 0, 0),
    "pidfd_send_signal": (0, 0, 0, 0),
    "kcmp": (1, 1, 0, 0, 0),
    "wait4": (-1, 0, 1, 0),
    "setpriority": (0, 0, 19),
    "sched_setaffinity": (0, 8, 0),
    "setsid": (),
    "setpgid": (0, 0),
    # Sockets, queues, shared memory.
    "socket": (1, 1, 0),
    "socketpair": (1, 1, 0, 0),
    "connect": (0, 0, 0),
    "sendmsg": (0, 0, 0),
    "recvmsg": (0, 0, 0),
    "shmget": (0, 4096, 0o1600),
    "shmat": (0, 0, 0),
    "msgget": (0, 0o1600),
    "semget": (0, 1, 0o1600),
    "mq_open": (0, 0, 0, 0),
    "memfd_create": (0, 0),
    "memfd_secret": (0,),
    "splice": (0, 0, 0, 0, 0, 0),
    "vmsplice": (0, 0, 0, 0),
    # Namespaces, mounts, identity.
    "unshare": (CLONE_NEWUSER,),
    "setns": (0, 0),
    "mount": (0, 0, 0, 0, 0),
    "umount2": (0, 0),
    "pivot_root": (0, 0),
    "chroot": (0,),
    "fsopen": (0, 0),
    "open_tree": (0, 0, 0),
    "move_mount": (0, 0, 0, 0, 0),
    "setuid": (0,),
    "setgid": (0,),
    "setresuid": (0, 0, 0),
    "setgroups": (0, 0),
    "capset": (0, 0),
    "personality": (0xFFFFFFFF,),
    # Much of the kernel that computing does not need.
    "io_uring_setup": (1, 0),
    "io_uring_enter": (0, 0, 0, 0, 0, 0),
    "io_setup": (1, 0),
    "bpf": (0, 0, 0),
    "perf_event_open": (0, 0, -1, -1, 0),
    "userfaultfd": (0,),
    "keyctl": (0, -3, 0, 0, 0),
    "add_key": (0, 0, 0, 0, -3),
    "request_key": (0, 0, 0, 0),
    "seccomp": (0, 0, 0),
    "landlock_create_ruleset": (0, 0, 1),
    "init_module": (0, 0, 0),
    "kexec_load": (0, 0, 0, 0),
    "reboot": (0, 0, 0, 0),
    "syslog": (3, 0, 0),
    "quotactl": (0, 0, 0, 0),
    "acct": (0,),
    "swapon": (0, 0),
    "iopl": (3,),
    "modify_ldt": (0, 0, 0),
    "sethostname": (0, 0),
    "clock_settime": (0, 0),
    "settimeofday": (0, 0),
    "adjtimex": (0,),
    "mlockall": (1,),
    "timer_create": (0, 0, 0),
    "inotify_init1": (0,),
    "fanotify_init": (0, 0),
    "name_to_handle_at": (-100, 0, 0, 0, 0),
    # What tells of other forks.
    "preadv2": (0, 0, 0, 0, 0, 8),
    "pwritev2": (0, 0, 0, 0, 0, 0),
    "mincore": (0, 0, 0),
    "cachestat": (0, 0, 0, 0),
    "fadvise64": (0, 0, 0, 4),
    "readahead": (0, 0, 0),
    "sync_file_range": (0, 0, 0, 0),
    "sync": (),
    "syncfs": (0,),
    "sendfile": (1, 0, 0, 1),
    "copy_file_range": (0, 0, 1, 0, 1, 0),
    "tee": (0, 1, 1, 0),
    "openat2": (-100, 0, 0, 24),
    "statx": (-100, 0, 0, 0, 0),
    "statfs": (0, 0),
    "fstatfs": (0, 0),
    "pipe": (0,),
    "pipe2": (0, 0),
    "flock": (0, 2),
    "sysinfo": (0,),
    "getrusage": (0, 0),
    "getpgid": (1,),
    "getsid": (1,),
    "getpriority": (0, 1),
    "capget": (0, 0),
    "get_robust_list": (1, 0, 0),
    "sched_getparam": (1, 0),
    "sched_getscheduler": (1,),
    "sched_getattr": (1, 0, 48, 0),
    "sched_rr_get_interval": (1, 0),
    "ioprio_get": (1, 1),
    "membarrier": (1, 0, 0),
    "set_tid_address": (0,),
    "futex_waitv": (0, 0, 0, 0, 0),
    "futex_wait": (0, 0, 0, 0, 0, 0),
    "timerfd_create": (1, 0),
    "signalfd4": (-1, 0, 8, 0),
    "mlock": (0, 0),
    "lookup_dcookie": (0, 0, 0),
    "ustat": (0, 0),
    "sysfs": (3,),
    "open_by_handle_at": (0, 0, 0),
    # Files, beyond plain ones and folders.
    "mknodat": (-100, 0, 0, 0),
    "symlinkat": (0, -100, 0),
    "linkat": (-100, 0, -100, 0, 0),
    "fchmodat": (-100, 0, 0),
    "fchownat": (-100, 0, 0, 0, 0),
    "setxattr": (0, 0, 0, 0, 0),
    "utimensat": (-100, 0, 0, 0),
    "umask": (0,),
    "fchdir": (0,),
}

ARGUMENTS = {
    "fcntl with F_SETFL": ("fcntl", 0, 4, 0),
    "fcntl with F_SETOWN": ("fcntl", 0, 8, 1),
    "fcntl with F_SETSIG": ("fcntl", 0, 10, 10),
    "fcntl with F_SETLEASE": ("fcntl", 0, 1024, 0),
    "fcntl with F_NOTIFY": ("fcntl", 0, 1026, 1),
    "fcntl with F_GETLK": ("fcntl", 0, 5, 0),
    "fcntl with F_SETLK": ("fcntl", 0, 6, 0),
    "fcntl with F_OFD_SETLK": ("fcntl", 0, 37, 0),
    "fcntl with F_GETLEASE": ("fcntl", 0, 1025, 0),
    "fcntl with F_GETPIPE_SZ": ("fcntl", 0, 1032, 0),
    "fcntl with F_GETOWN": ("fcntl", 0, 9, 0),
    "madvise with MADV_WILLNEED": ("madvise", 0, 0, 3),
    "madvise with MADV_MERGEABLE": ("madvise", 0, 0, 12),
    "madvise with MADV_COLD": ("madvise", 0, 0, 20),
    "madvise with MADV_PAGEOUT": ("madvise", 0, 0, 21),
    "madvise with MADV_POPULATE_READ": ("madvise", 0, 0, 22),
    "clock_gettime of another process": ("clock_gettime", ~1 << 3 | 2, 0),
    "clock_getres of another process": ("clock_getres", ~1 << 3 | 2, 0),
    "clock_nanosleep of another process": ("clock_nanosleep", ~1 << 3 | 2, 0, 0, 0),
    "sched_getaffinity of another process": ("sched_getaffinity", 1, 128, 0),
    "clone of a thread with a descriptor": ("clone", 0x11100 | 0x10800, 0, 0, 0, 0),
    "fcntl with F_SETPIPE_SZ": ("fcntl", 0, 1031, 1 << 20),
    "ioctl with TIOCSTI": ("ioctl", 0, 0x5412, 0),
    "ioctl with FIONBIO": ("ioctl", 0, 0x5421, 0),
    "ioctl with FIOASYNC": ("ioctl", 0, 0x5452, 0),
    "prctl with PR_SET_DUMPABLE": ("prctl", 4, 1, 0, 0, 0),
    "prctl with PR_SET_PDEATHSIG": ("prctl", 1, 0, 0, 0, 0),
    "prctl with PR_SET_SECCOMP": ("prctl", 22, 1, 0, 0, 0),
    "prctl with PR_CAP_AMBIENT": ("prctl", 47, 4, 0, 0, 0),
    "prlimit64 of another process": ("prlimit64", 1, 7, 0, 0),
    "prlimit64 with a new limit": ("prlimit64", 0, 7, 1, 0),
    "clone of a process that shares memory": ("clone", CLONE_VM | 17, 0, 0, 0, 0),
    "clone of a user namespace": ("clone", CLONE_NEWUSER | 17, 0, 0, 0, 0),
    "clone of a mount namespace": ("clone", CLONE_NEWNS | 17, 0, 0, 0, 0),
    "clone of a process namespace": ("clone", CLONE_NEWPID | 17, 0, 0, 0, 0),
}


ANSWERS = {
    "a futex of several processes": ("futex", 0, 0, 0, 0, 0, 0, "EAGAIN"),
    "waking others": ("futex", 0, 1, 1, 0, 0, 0, "EAGAIN"),
    "fsync": ("fsync", 0, 0),
    "fdatasync": ("fdatasync", 0, 0),
}
"""Calls with their arguments and what they come to."""


ATTEMPTS = [
    "import socket; socket.socket()",
    "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "import socket; socket.socket(socket.AF_INET6)",
    "import socket; socket.socket(socket.AF_UNIX)",
    "import socket; socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)",
    "import socket; socket.create_server(('', 0))",
    "import socket; socket.socketpair()",
    "import os; os.fork()",
    "import os; os.posix_spawn('/bin/true', ['true'], {})",
    "import os; os.execv('/bin/true', ['true'])",
    "import subprocess; subprocess.run(['/bin/true'])",
    "import multiprocessing as m; m.get_context('fork').Process(target=print).start()",
    "import concurrent.futures as c; c.ProcessPoolExecutor().submit(print).result()",
    "import multiprocessing.shared_memory as m; m.SharedMemory(create=True, size=9)",
    "import os; os.kill(os.getppid(), 9)",
    "import os; os.kill(os.getpid(), 9)",
    "import os; os.kill(-1, 9)",
    "import os; os.killpg(0, 9)",
    "import os, signal; signal.pidfd_send_signal(os.pidfd_open(os.getppid()), 9)",
    "import resource as r; r.setrlimit(r.RLIMIT_AS, (-1, -1))",
    "import resource as r; r.prlimit(1 << 20, r.RLIMIT_NOFILE)",
    "import os; os.nice(1)",
    "import os; os.setuid(0)",
    "import os; os.chroot('.')",
    "import os; os.umask(0)",
    "import os; os.memfd_create('x')",
    "import os; os.set_blocking(0, False)",
    "import fcntl; fcntl.flock(0, fcntl.LOCK_EX)",
    "import fcntl; fcntl.fcntl(0, fcntl.F_SETOWN, 1)",
]

UNREADABLE = [
    "/etc/passwd",
    "/etc/hostname",
    "/etc/ssl/openssl.cnf",
    "/proc/self/status",
    "/proc/self/environ",
    "/proc/self/maps",
    "/proc/self/mem",
    "/proc/1/cmdline",
    "/proc/cpuinfo",
    "/sys/kernel/ostype",
    "/dev/tty",
    "/dev/mem",
    "/dev/shm/x",
    "/root/.bashrc",
    "/var/log/dpkg.log",
    "/bin/sh",
    "/usr/bin/env",
    str(ROOT / "course.toml"),
    str(ROOT / "pyproject.toml"),
    str(ROOT / ".git" / "HEAD"),
    str(ROOT / "autograder" / "__init__.py"),
    str(ROOT / "autograder" / "compare" / "comparison.py"),
    str(ROOT / "autograder" / "sandbox" / "host.py"),
    __file__,
]

UNLISTED = ["/", "/etc", "/proc", "/root", "/home", "/tmp", "/dev", "..", str(ROOT)]


def number_of(name):
    """The number of a system call here; below zero where there is none."""
    seccomp = pytest.importorskip("pyseccomp")
    return seccomp.resolve_syscall(seccomp.Arch.NATIVE, name)


@pytest.fixture(scope="module")
def kernel_says(confined):
    """What each system call comes to in a fork: the name of an error, or a number."""
    asked = {name: (name, *arguments) for name, arguments in SYSTEM_CALLS.items()} | ARGUMENTS
    asked["clone3"] = ("clone3", 0, 0)
    asked |= {what: call[:-1] for what, call in ANSWERS.items()}
    numbers = {what: (number_of(name), *rest) for what, (name, *rest) in asked.items()}
    source = f"""{CALLS}
def probe(): return {{what: kernel(*numbers) for what, numbers in {numbers}.items()}}
"""
    said = evaluate(confined, source)
    return {what: said[what] for what in asked if numbers[what][0] >= 0}


@pytest.fixture(scope="module")
def raised(confined):
    """What each attempt of a student's raises, one after the other in one fork."""
    with confined.session() as session:
        replies = {
            statement: session.run_cell(statement, 0, PATIENT)
            for statement in (*ATTEMPTS, *map(reading, UNREADABLE), *map(listing, UNLISTED))
        }
        assert session.run_cell("1", 0, PATIENT).result == "1"
    return {statement: reply.error and reply.error.type for statement, reply in replies.items()}


def reading(path):
    """The cell that reads a file."""
    return f"open({path!r}, 'rb').read()"


def listing(path):
    """The cell that lists a directory."""
    return f"import os; os.listdir({path!r})"


class TestSystemCalls:
    """The filter allows by list."""

    @pytest.mark.parametrize("name", SYSTEM_CALLS)
    def test_refused(self, kernel_says, name):
        """Each of these by its number, whatever the C library thinks of it."""
        if name not in kernel_says:
            pytest.skip(f"this machine has no call {name}")
        assert kernel_says[name] == "EPERM"

    @pytest.mark.parametrize("what", ARGUMENTS)
    def test_refused_with_these_arguments(self, kernel_says, what):
        """Calls that are allowed, but not like this."""
        assert kernel_says[what] == "EPERM"

    @pytest.mark.parametrize("what", ANSWERS)
    def test_answered_without_being_done(self, kernel_says, what):
        """What a library may ask for, and what would tell of other forks."""
        assert kernel_says[what] == ANSWERS[what][-1]

    def test_clone3_is_not_there(self, kernel_says):
        """Its flags cannot be seen by a filter; the C library does without."""
        assert kernel_says["clone3"] == "ENOSYS"

    def test_calls_that_later_kernels_bring(self, confined):
        """Numbers that nobody has given yet are refused too."""
        source = f"{CALLS}\ndef probe(): return [kernel(n) for n in (480, 511, 600, 1000)]"
        assert set(evaluate(confined, source)) == {"EPERM"}

    @pytest.mark.skipif(platform.machine() != "x86_64", reason="there is no other entry here")
    def test_the_32_bit_entry(self, confined):
        """Whoever takes it is killed before anything is done."""
        source = """
import ctypes, mmap
code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
code.write(bytes.fromhex("b814000000cd80c3"))  # mov eax, 20; int 0x80; ret
ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))()
"""
        lost = loss_of(confined, source)
        assert (lost.reason, died_of_signal(lost.status)) == ("ended", 31)

    @pytest.mark.skipif(platform.machine() != "x86_64", reason="there is no other entry here")
    def test_the_x32_numbers(self, confined):
        """Whoever uses them is killed as well."""
        lost = loss_of(confined, CALLS, "kernel(0x40000000 + 39)")
        assert (lost.reason, died_of_signal(lost.status)) == ("ended", 31)


class TestThroughPython:
    """The same as a student would try it."""

    @pytest.mark.parametrize("statement", ATTEMPTS)
    def test_refused(self, raised, statement):
        """An error of the student's, after which the next cell runs."""
        assert raised[statement] in (*REFUSED, "OSError", "ValueError")

    def test_a_command(self, confined):
        """Nothing is run, by whatever name."""
        replies = run(confined, "import os; os.system('true')", "!true", "%%bash\necho ran", "1")
        assert replies[0].result != "0"
        assert "ran" not in replies[2].stdout
        assert replies[3].result == "1"

    def test_threads_may_start(self, confined):
        """And compute."""
        source = """
import concurrent.futures
def probe():
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        return list(pool.map(abs, [-1, -2, -3, -4]))
"""
        assert evaluate(confined, source) == [1, 2, 3, 4]

    def test_a_thread_that_is_joined_below_python(self, confined):
        """The C library waits for it by a call that is answered without being done."""
        source = """
import ctypes, time
libc = ctypes.CDLL(None)
@ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)
def wait(_):
    time.sleep(0.05)
def probe():
    thread, begun = ctypes.c_void_p(), time.monotonic()
    started = libc.pthread_create(ctypes.byref(thread), None, wait, None)
    return started, libc.pthread_join(thread, None), time.monotonic() - begun >= 0.05
"""
        assert evaluate(confined, source) == (0, 0, True)

    def test_threads_are_counted(self, confined):
        """A bomb of them ends in an error, and the fork goes on."""
        bounded = os.geteuid() == 0 or confined.bubblewrapped
        if not bounded:
            pytest.skip("without a user of its own the system counts all of this user's threads")
        source = """
import threading, time
threading.stack_size(65536)
started = 0
for _ in range(4 * 16):
    threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
    started += 1
"""
        with confined.session() as session:
            error = session.run_cell(source, 0, PATIENT).error
            started = int(session.run_cell("started", 1, PATIENT).result)
        assert (error.type, error.message) == ("RuntimeError", "can't start new thread")
        assert 0 < started < LIMITS.threads

    def test_threads_end_with_the_fork(self, confined):
        """The next fork has all of its own."""
        source = "import threading, time\nfor _ in range(9):\n    threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()"
        for _ in range(3):
            assert run(confined, source)[0].error is None


class TestFiles:
    """Landlock: what can be opened, and where there is anything to write."""

    @pytest.mark.parametrize("path", UNREADABLE)
    def test_what_cannot_be_read(self, raised, path):
        """Of the system, of this project, of anybody's."""
        assert raised[reading(path)] in REFUSED

    def test_no_solution_can_be_read(self, confined):
        """Not one file of the course."""
        files = sorted(map(str, (ROOT / "solutions").rglob("*.*")))
        source = f"""
def probe():
    read = []
    for path in {files!r}:
        try:
            open(path, "rb")
        except OSError:
            continue
        read.append(path)
    return read
"""
        assert files
        assert evaluate(confined, source) == []

    def test_a_private_file_cannot_be_read(self, confined, tmp_path):
        """Nor one that everybody else may read."""
        path = tmp_path / "secret"
        path.write_text("secret")
        path.chmod(0o644)
        assert run(confined, f"open({str(path)!r}).read()")[0].error.type in REFUSED

    def test_ways_around(self, confined):
        """The same file by other names."""
        source = """
import os
def probe():
    found = []
    for path in ("../" * 20 + "etc/passwd", "/proc/self/root/etc/passwd", "/proc/self/cwd/..",
                 "/dev/fd/0/../../etc/passwd", "//etc//passwd", "/usr/lib/../../etc/passwd"):
        try:
            os.close(os.open(path, os.O_RDONLY))
        except OSError:
            continue
        found.append(path)
    return found
"""
        assert evaluate(confined, source) == []

    @pytest.mark.parametrize("path", UNLISTED)
    def test_what_cannot_be_listed(self, raised, path):
        """Directories outside of what Python needs, and that of the other forks."""
        assert raised[listing(path)] in REFUSED

    @pytest.mark.parametrize(
        "path",
        [
            "/tmp/left",
            "/var/tmp/left",
            "/dev/shm/left",
            "/left",
            "../left",
            str(ROOT / "left"),
            f"{os.path.dirname(os.__file__)}/left.py",
            f"{os.path.dirname(pytest.__file__)}/left.py",
        ],
    )
    def test_where_nothing_can_be_written(self, confined, path):
        """Only the scratch directory can."""
        reply = run(confined, f"open({path!r}, 'w')")[0]
        assert reply.error.type in (*REFUSED, "OSError")
        assert not os.path.exists(path)

    def test_installed_files_cannot_be_changed(self, confined):
        """Readable, and no more than that."""
        source = """
import os
def probe():
    done = []
    for name, work in {
        "append": lambda: open(os.__file__, "a"),
        "truncate": lambda: os.truncate(os.__file__, 0),
        "remove": lambda: os.remove(os.__file__),
        "rename": lambda: os.rename(os.__file__, "os.py"),
        "replace": lambda: os.replace("mine", os.__file__),
    }.items():
        try:
            open("mine", "w").close()
            work()
        except OSError:
            continue
        done.append(name)
    return done
"""
        assert evaluate(confined, source) == []
        assert os.path.getsize(os.__file__) > 0

    @pytest.mark.parametrize(
        "statement",
        [
            "os.symlink('/etc/passwd', 's')",
            "os.symlink('/etc/passwd', 'd/s')",
            "os.link('f', 'l')",
            "os.link('f', 'd/l')",
            "os.mkfifo('p')",
            "os.mkfifo('d/p')",
            "os.mkdir('../d')",
            "os.rename('d', '../d')",
            "os.mknod('n')",
            "os.mknod('n', 0o20600, os.makedev(1, 3))",
            "os.chmod('f', 0o777)",
            "os.chown('f', 0, 0)",
            "os.rmdir(os.getcwd())",
            "os.setxattr('f', 'user.x', b'x')",
            "os.utime('f')",
        ],
    )
    def test_the_scratch_leads_nowhere_else(self, confined, statement):
        """Plain files and folders, and nothing that a clean-up could be led away by."""
        with confined.session() as session:
            session.run_cell("import os\nopen('f', 'w').close(); os.mkdir('d')", 0, PATIENT)
            error = session.run_cell(statement, 1, PATIENT).error
            assert sorted(os.listdir(session._scratch)) == ["d", "f"]
            assert os.listdir(os.path.join(session._scratch, "d")) == []
        assert error.type in ("PermissionError", "OSError")

    def test_files_in_the_scratch(self, confined):
        """They can be written, read, listed, appended to, cut, renamed and removed."""
        source = """
import os, pathlib
import numpy as np
def probe():
    pathlib.Path("a.txt").write_text("one")
    with open("a.txt", "a") as file:
        file.write(" two")
    os.rename("a.txt", "b.txt")
    np.savez("c.npz", x=np.arange(3))
    with open("d", "wb") as file:
        file.write(bytes(9))
        file.truncate(4)
    os.remove("d")
    return pathlib.Path("b.txt").read_text(), np.load("c.npz")["x"].tolist(), os.listdir()
"""
        text, numbers, names = evaluate(confined, source)
        assert (text, numbers, sorted(names)) == ("one two", [0, 1, 2], ["b.txt", "c.npz"])

    def test_folders_in_the_scratch(self, confined):
        """They can be made, entered, renamed, listed and removed."""
        source = """
import os, shutil
def probe():
    os.makedirs("figures/small")
    open("figures/a.txt", "w").close()
    os.rename("figures/a.txt", "figures/b.txt")
    os.rmdir("figures/small")
    os.rename("figures", "kept")
    os.chdir("kept")
    found = os.listdir()
    os.chdir("..")
    shutil.rmtree("kept")
    return found, os.listdir()
"""
        assert evaluate(confined, source) == (["b.txt"], [])

    def test_another_folder_can_be_entered_and_not_read(self, confined):
        """Where a process is gives no right to anything."""
        source = """
import os
def probe():
    os.chdir("/")
    done = []
    for work in (os.listdir, lambda: open("x", "w"), lambda: os.mkdir("y"), lambda: open("etc/passwd")):
        try:
            work()
        except OSError:
            continue
        done.append(work)
    return len(done)
"""
        assert evaluate(confined, source) == 0

    def test_the_libraries_can_be_used(self, confined):
        """Modules that were not loaded before the fork, fonts, and time zones."""
        source = """
import csv, email.mime.text, sqlite3, unittest, xml.dom.minidom, zoneinfo
import numpy.testing, matplotlib.animation
from matplotlib import font_manager
def probe():
    zoneinfo.ZoneInfo("UTC")
    return bool(font_manager.findfont("DejaVu Serif"))
"""
        assert evaluate(confined, source) is True

    def test_random_bytes(self, confined):
        """Of the devices the harmless ones are there."""
        source = "def probe(): return [len(open(f'/dev/{d}', 'rb').read(4)) for d in ('urandom', 'zero', 'null')]"
        assert evaluate(confined, source) == [4, 4, 0]


def began(pid):
    """When a process was started; the numbers of processes begin anew some time."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19])


class TestIdentity:
    """Who a fork is."""

    def test_no_capabilities(self, confined):
        """None that it has, and none that it could get."""
        with confined.session() as session:
            assert session.run_cell("1", 0, PATIENT).result == "1"
            fork = max(descendants(confined.warm()._process.pid), key=began)
            about = Path(f"/proc/{fork}/status").read_text()
        sets = re.findall(r"Cap(?:Inh|Prm|Eff|Amb):\s*(\w+)", about)
        assert sets == [16 * "0"] * 4

    def test_another_user_where_root_started_it(self, confined):
        """Somebody else in all respects, where others can read the interpreter; else by threads."""
        source = "import os\ndef probe(): return os.getresuid(), os.getresgid(), os.getgroups()"
        uids, gids, groups = evaluate(confined, source)
        if os.getuid() != 0:
            assert uids == os.getresuid()
        elif (
            confined.bubblewrapped
            or confined.warm().namespaces
            or confine.others_can_read(readable.readable_paths())
        ):
            assert (uids, gids, groups) == (uids[:1] * 3, uids[:1] * 3, [])
            assert uids[0] == 65534 or uids[0] >= 0x70000000
        else:
            assert uids[1:] == (0, 0)
            assert uids[0] == 65534 or uids[0] >= 0x70000000

    def test_the_limits_of_the_system(self, confined):
        """Hard ones, so that no call could raise them."""
        source = """
import resource
def probe():
    names = ("CORE", "CPU", "FSIZE", "NOFILE", "MEMLOCK", "MSGQUEUE")
    return {name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}")) for name in names}
"""
        bounds = {
            "CORE": 0,
            "CPU": LIMITS.processor_seconds,
            "FSIZE": LIMITS.scratch_mb << 20,
            "NOFILE": 64,
            "MEMLOCK": 0,
            "MSGQUEUE": 0,
        }
        assert evaluate(confined, source) == {name: (n, n) for name, n in bounds.items()}

    def test_no_terminal(self, confined: Sandbox):
        """There is none to type into."""
        source = """
import os
def probe():
    try:
        return os.ctermid(), os.ttyname(0)
    except OSError:
        return None
"""
        assert evaluate(confined, source) is None
