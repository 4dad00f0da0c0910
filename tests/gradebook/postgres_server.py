"""A PostgreSQL server that a test starts, stops in the middle of something, and starts again."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["PostgresServer", "postgres_server", "programs"]


def programs() -> Path | None:
    """The folder of the server's programs, where there is one."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    path = shutil.which("postgres") if not found else str(found[-1])
    return None if path is None else Path(os.path.realpath(path)).parent


class PostgresServer:
    """A server of one's own, which is reached by a socket in its folder."""

    def __init__(self, folder: Path, user: str) -> None:
        self._folder = folder
        self._user = user
        self.url = f"postgresql+psycopg://{user}@/postgres?host={folder}"
        data = ("-D", folder / "data")
        self._run("initdb", *data, "--username", user, "--auth", "trust", "--no-sync")
        with (folder / "data" / "postgresql.conf").open("a", encoding="ascii") as file:
            file.write(f"listen_addresses = ''\nunix_socket_directories = '{folder}'\n")

    def start(self) -> None:
        """Start it, and wait until it answers."""
        log = self._folder / "log"
        self._run("pg_ctl", "-D", self._folder / "data", "-l", log, "-w", "start")

    def stop(self) -> None:
        """Stop it as a crash does: whoever is connected is cut off."""
        self._run("pg_ctl", "-D", self._folder / "data", "-m", "immediate", "-w", "stop")

    @property
    def is_running(self) -> bool:
        """Whether it has been started and not stopped."""
        return (self._folder / "data" / "postmaster.pid").exists()

    def _run(self, program: str, *arguments: object) -> None:
        # It refuses to run as root.
        other = {"user": self._user, "group": pwd.getpwnam(self._user).pw_gid}
        subprocess.run(
            [programs() / program, *map(str, arguments)],
            check=True,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            timeout=60,
            **(other | {"extra_groups": []} if os.geteuid() == 0 else {}),
        )


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """A new server, running, which ends with the block."""
    names = {each.pw_name for each in pwd.getpwall()}
    own = pwd.getpwuid(os.geteuid()).pw_name
    user = own if os.geteuid() else ("postgres" if "postgres" in names else "nobody")
    # The address of a socket is short, and other users may come here.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    shutil.chown(folder, user)
    server = PostgresServer(folder, user)
    try:
        server.start()
        yield server
    finally:
        if server.is_running:
            server.stop()
        shutil.rmtree(folder)
