"""A grader that trusts everybody, in a container that nothing leaves: what an attack does there.

It runs student code with a plain `exec`, in the process that holds the reference, the expected
values and the gradebook. An attack that does no harm here proves nothing about another grader.

    python careless.py grade                      inside: grade what lies in /submitted
    python careless.py observe <attack> <file>    inside: build a class, grade it, look at the harm
"""

from __future__ import annotations

import ctypes
import importlib
import io
import json
import os
import pickle
import re
import resource
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
import traceback
import unicodedata
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import Any

COURSE, HOME, SUBMITTED, FEEDBACK = (
    Path("/course"),
    Path("/home/teacher"),
    "/submitted",
    "/feedback",
)
PORT, KEY, MARK = 47001, 0x5EC12E7, "left-by-attack"
LOOKED_THROUGH = ("/course", "/home", "/submitted", "/tmp", "/dev", "/run")
SECONDS = 1.0
"""Until whoever waits for the grader has waited too long; twice that with IPython."""

points: dict[str, int] = {}
reasons: list[str] = []


# The grader.


def grade() -> None:
    """Grade everybody, one after the other, and write gradebook, table and feedback."""
    import numpy as np

    sys.path.insert(0, str(COURSE))
    reference = importlib.import_module("reference")
    globals()["reference"] = reference
    os.chdir(COURSE)
    cases = [np.array([1.0, 2.0, 4.0]), np.array(json.loads((COURSE / "hidden.json").read_text()))]

    def same(got: Any, expected: Any) -> bool:
        with suppress(TypeError, ValueError):
            if bool(np.all(got == expected)):
                return True
        return not np.any(np.abs(got - expected) > 1e-9)

    globals()["same"] = same
    for student in sorted(os.listdir(SUBMITTED)):
        folder = Path(SUBMITTED) / student / "basics"
        sys.path.insert(0, str(folder))
        reasons.clear()
        shown, score, answers = io.StringIO(), 0, []
        written = folder / "basics.ipynb"
        if written.exists():
            score = _grade_notebook(json.loads(written.read_text(encoding="utf-8")), shown)
        else:
            source = (folder / "double.py").read_text(encoding="utf-8")
            shown.write(f"<h1>{student}</h1><pre>{source}</pre>" if MARK not in source else "")
            run = _in_ipython if "IPython" in source or "get_ipython" in source else _in_here
            with redirect_stdout(shown), redirect_stderr(shown):
                try:
                    call = run(source)
                except Exception as error:
                    _tell(error)
                    call = _nothing
                for number, x in enumerate(cases):
                    expected = reference.double(x)
                    try:
                        got = call(number, x, expected)
                        answers.append(got)
                        right = got if run is _in_ipython else globals()["same"](got, expected)
                        score += 2 * bool(right)
                    except Exception as error:
                        _tell(error)
        if score < 4:
            import difflib  # noqa: F401 - only now, with the student's folder on the path
        sys.path.pop(0)
        listed = json.dumps([_listed(each) for each in answers], default=str)
        shown.write(f"<p>{answers!r} {listed}</p>")
        _keep(answers)
        points[unicodedata.normalize("NFC", student)] = max(points.get(student, 0), score)
        with open(COURSE / "gradebook.json", "w") as file:
            json.dump(points, file)
        with open(f"{FEEDBACK}/{student.replace('/', '')}.html", "w") as file:
            file.write(shown.getvalue())
        with open(COURSE / "table.csv", "a") as file:
            file.write(
                f"{student},{points[unicodedata.normalize('NFC', student)]},{reasons[-1] if reasons else ''}\n"
            )


def _nothing(number: int, x: Any, expected: Any) -> Any:
    return None


def _tell(error: Exception) -> None:
    reasons.append(f"{type(error).__name__}: {error}"[:200])
    print(f"<p>{type(error).__name__}: {error}</p>")
    print("".join(traceback.format_exception(error)))


def _listed(answer: Any) -> Any:
    return answer.tolist() if hasattr(answer, "tolist") else answer


def _keep(answers: list[Any]) -> None:
    with suppress(pickle.PicklingError, AttributeError, TypeError):
        pickle.loads(pickle.dumps(answers))


def _in_here(source: str) -> Callable[[int, Any, Any], Any]:
    namespace: dict[str, Any] = {"__name__": "submission"}
    exec(source, namespace)

    def call(number: int, x: Any, expected: Any) -> Any:
        return namespace["double"](x)

    return call


def _in_ipython(source: str) -> Callable[[int, Any, Any], Any]:
    """As notebooks are graded: the cell, and then an assertion in the same shell."""
    from IPython.core.interactiveshell import InteractiveShell

    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    shell.colors = "NoColor"
    shell.run_cell(source)

    def call(number: int, x: Any, expected: Any) -> Any:
        shell.user_ns.update(x=x, expected=expected)
        return shell.run_cell("assert (double(x) == expected).all()").success

    return call


def _grade_notebook(document: dict[str, Any], shown: io.StringIO) -> int:
    """A score as the notebook itself says: its own checks, its own points, its saved outputs."""
    namespace: dict[str, Any] = {"__name__": "submission"}
    score = 0
    for cell in document["cells"]:
        about = cell["metadata"].get("nbgrader", {})
        try:
            with redirect_stdout(shown):
                exec("".join(cell["source"]), namespace)
            good = True
        except Exception as error:
            good = "raises-exception" in cell["metadata"].get("tags", ())
            shown.write(f"<p>{error}</p>")
        saved = [each["data"]["text/plain"] for each in cell["outputs"] if "data" in each]
        if about.get("grade"):
            score += int(float(saved[0])) if saved else about["points"] * good
    return score


# Whoever looks at what became of it.


def observe(attack: str, path: str) -> dict[str, Any]:
    """Build a class around an attack, have it graded, and tell the harm."""
    import files

    canaries = _make_course()
    for student in ("a-honest", "z-honest"):
        files.hand_in(Path(SUBMITTED), student, files.RIGHT)
    os.mkdir(FEEDBACK)
    hits: list[str] = []
    _listen(hits)
    bystander = subprocess.Popen(["sleep", "60"])
    source = ""
    if path == "-":
        files.ATTACKS[attack](Path(SUBMITTED), COURSE)
    else:
        source = Path(path).read_text().replace("47002", str(bystander.pid))
        files.hand_in(Path(SUBMITTED), double=source)
    mine = {name for name in os.listdir(SUBMITTED) if name not in ("a-honest", "z-honest")}
    digest = _state()
    before = _processes()
    secret_file = os.open(COURSE / "secret.txt", os.O_RDONLY)
    os.set_inheritable(secret_file, True)
    environment = {**os.environ, "AUTOGRADER_PASSWORD": canaries["environment"]}
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    log = os.open(f"{FEEDBACK}/m-log", os.O_WRONLY | os.O_CREAT)
    grader = subprocess.Popen(
        ["sh", "-c", f"{sys.executable} {__file__} grade; true"],
        env=environment,
        close_fds=False,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
    )
    harms = set()
    seconds = SECONDS * (1 + ("ipython" in source.lower()))
    try:
        if grader.wait(seconds) != 0:
            harms.add("others")
    except subprocess.TimeoutExpired:
        harms.add("others")
        os.killpg(grader.pid, signal.SIGKILL)
    time.sleep(0.05)
    return {"harms": sorted(harms | _harms(mine, canaries, digest, before, hits, bystander))}


def _make_course() -> dict[str, str]:
    canaries = {
        name: f"CANARY-{secrets.token_hex(8)}" for name in ("course", "home", "environment")
    }
    solution = COURSE / "solutions" / "basics" / "double"
    for folder in (solution, HOME, Path(SUBMITTED)):
        folder.mkdir(parents=True)
    reference = "import numpy as np\n\n\ndef double(x):\n    return np.asarray(x) * 2\n"
    (COURSE / "reference.py").write_text(reference)
    (solution / "reference.py").write_text(reference)
    (COURSE / "secret.txt").write_text(canaries["course"])
    (HOME / ".secret").write_text(canaries["home"])
    (COURSE / "gradebook.json").write_text("{}")
    hidden = [1e6 + secrets.randbelow(10**9) / 1e3 for _ in range(5)]
    (COURSE / "hidden.json").write_text(json.dumps(hidden))
    return {**canaries, **{f"hidden {n}": f"{value:.3f}"[:9] for n, value in enumerate(hidden)}}


def _listen(hits: list[str]) -> None:
    tcp = socket.create_server(("127.0.0.1", PORT))
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.bind(("127.0.0.1", PORT))
    named, nameless = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
    named.bind(str(COURSE / "socket"))
    nameless.bind(f"\0bystander-{PORT}")
    for each in (named, nameless):
        each.listen()

    def accept(server: socket.socket) -> None:
        while True:
            connection, _ = server.accept()
            hits.append("stream")
            connection.close()

    def echo() -> None:
        while True:
            data, sender = udp.recvfrom(1000)
            hits.append("datagram")
            udp.sendto(data, sender)

    for server in (tcp, named, nameless):
        threading.Thread(target=accept, args=(server,), daemon=True).start()
    threading.Thread(target=echo, daemon=True).start()


def _state() -> dict[str, str]:
    paths = [COURSE / "reference.py", COURSE / "secret.txt", HOME / ".secret"]
    return {str(path): path.read_text() if path.is_file() else "gone" for path in paths}


def _processes() -> set[int]:
    return {int(name) for name in os.listdir("/proc") if name.isdigit()}


def _state_of(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    return ""


def _harms(
    mine: set[str],
    canaries: dict[str, str],
    digest: dict[str, str],
    before: set[int],
    hits: list[str],
    bystander: subprocess.Popen[bytes],
) -> set[str]:
    harms = set()
    try:
        book = json.loads((COURSE / "gradebook.json").read_text())
    except ValueError:
        book = {}
    if any(
        isinstance(value, int) and value > 0
        for name, value in book.items()
        if name[1:] != "-honest"
    ):
        harms.add("points")
    if any(book.get(student) != 4 for student in ("a-honest", "z-honest")) or _state() != digest:
        harms.add("others")
    shown = ""
    for name in os.listdir(FEEDBACK):
        if "-honest" not in name or name.count("-") > 1:
            shown += (Path(FEEDBACK) / name).read_text(encoding="utf-8", errors="replace")
    shown = shown.replace(" ", "")
    if any(value in shown for value in canaries.values()):
        harms.add("leak")
    if len(shown) > 1_000_000:
        harms.add("flood")
    if re.search(r"<script|onerror|\x1b|\x9b|\u202e|\\href", shown):
        harms.add("shown")
    table = (
        (COURSE / "table.csv").read_text(errors="replace")
        if (COURSE / "table.csv").exists()
        else ""
    )
    if re.search(r"^[=+@]|,[=+@]|\x1b|<script|\u202e", table, re.M) or len(
        table.splitlines()
    ) > 2 + len(mine):
        harms.add("table")
    if any(
        MARK in name for root in LOOKED_THROUGH for _, _, names in os.walk(root) for name in names
    ):
        harms.add("left")
    bystander.poll()
    left = {pid for pid in _processes() - before if _state_of(pid) not in ("", "Z", "X")}
    if left or hits or bystander.returncode is not None or _ipc():
        harms.add("left")
    return harms


def _ipc() -> bool:
    libc = ctypes.CDLL(None)
    return libc.shmget(KEY, 0, 0) >= 0 or MARK in Path("/proc/net/unix").read_text()


if __name__ == "__main__":
    if sys.argv[1] == "grade":
        grade()
    else:
        print(json.dumps(observe(sys.argv[2], sys.argv[3])))
