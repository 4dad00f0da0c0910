"""nbgrader's commands without waiting for its imports, which take three seconds each time.

`python -m tests.warm_nbgrader` imports it once. For each line of its input, which is JSON, it forks,
and the fork runs the command as `python -m nbgrader` does, in the folder that it is told.
"""

from __future__ import annotations

import functools
import json
import os
import select
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

__all__ = ["run_command"]

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 300


def run_command(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run a command of nbgrader; its status, and what it printed."""
    server = _server()
    with tempfile.NamedTemporaryFile(mode="r", encoding="utf-8", errors="replace") as printed:
        asked = {"folder": str(folder), "arguments": arguments, "printed": printed.name}
        server.stdin.write(json.dumps(asked) + "\n")
        server.stdin.flush()
        if not select.select([server.stdout], [], [], SECONDS)[0]:
            server.kill()
            _server.cache_clear()
            raise TimeoutError(f"nbgrader {' '.join(arguments)}: {printed.read()}")
        return int(server.stdout.readline()), printed.read()


@functools.cache
def _server() -> subprocess.Popen[str]:
    """The process that forks; it ends when this one does."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.warm_nbgrader"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def _serve() -> None:
    import nbgrader.api
    import nbgrader.apps.nbgraderapp

    import autograder.nbgrader.plugin  # noqa: F401 - the configurations name it
    from autograder.build.release import find_tools

    find_tools()
    # Each new gradebook asks for it, by a command of two seconds.
    version = nbgrader.api.get_alembic_version()
    nbgrader.api.get_alembic_version = lambda: version
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _run(**json.loads(line))
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.write(f"{status}\n")
        sys.stdout.flush()


def _run(folder: str, arguments: list[str], printed: str) -> None:
    """Become the command. Does not return."""
    status = 1
    try:
        os.chdir(folder)
        with open(os.devnull, "rb") as nothing, open(printed, "wb") as output:
            os.dup2(nothing.fileno(), 0)
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        sys.path[0] = folder
        sys.argv = ["nbgrader", *arguments]
        from nbgrader.apps.nbgraderapp import main

        main()
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # noqa: BLE001 - as Python does where nobody catches it
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    _serve()
