"""A real browser that opens a page, and whoever listens to what it asks for."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import pytest

__all__ = ["Listener", "browsing", "find_browser", "listening", "need_browser", "open_pages"]

SECONDS = 90
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_OF_NBGRADER = ("cdnjs.cloudflare.com", "unpkg.com", "cdn.jsdelivr.net")
_ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
)


@dataclass
class Listener:
    """A server on loopback that remembers what it was asked.

    Attributes:
        port: where it listens.
        asked: the first line of each request, or the first bytes of what is none.
    """

    port: int
    asked: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """As addresses in a page have it."""
        return f"//127.0.0.1:{self.port}"


@contextmanager
def listening() -> Iterator[Listener]:
    """Listen for as long as this takes."""
    server = socket.create_server(("127.0.0.1", 0))
    listener = Listener(server.getsockname()[1])
    threading.Thread(target=_accept, args=(server, listener), daemon=True).start()
    try:
        yield listener
    finally:
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()


def _accept(server: socket.socket, listener: Listener) -> None:
    with suppress(OSError):
        while True:
            connection, _ = server.accept()
            threading.Thread(target=_answer, args=(connection, listener), daemon=True).start()


def _answer(connection: socket.socket, listener: Listener) -> None:
    with connection, suppress(OSError):
        connection.settimeout(5)
        data = connection.recv(4000)
        if data:  # browsers open some connections in advance
            listener.asked.append(data.split(b"\r\n", 1)[0].decode("ascii", "replace"))
        connection.sendall(_ANSWER)


def find_browser() -> str | None:
    """The path of a browser, or None where there is none."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


def need_browser(config: pytest.Config) -> str:
    """The browser; without one the test is skipped, and the proof fails."""
    found = find_browser()
    if found is not None:
        return found
    if config.getoption("proof"):
        pytest.fail("the proof needs Chromium: apt-get install chromium")
    pytest.skip("there is no Chromium here")


def open_pages(browser: str, listener: Listener, *addresses: str) -> list[str]:
    """Open pages one after the other, until nothing more happens; what the documents are then.

    The servers that nbgrader's own pages load from are the listener too. Others, which the browser
    itself would ask, are nowhere.
    """
    theirs = ", ".join(f"MAP {host} 127.0.0.1:{listener.port}" for host in _OF_NBGRADER)
    rules = f"--host-resolver-rules={theirs}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    waiting = ("--virtual-time-budget=4000", "--dump-dom")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        return [_run(browser, profile, rules, *waiting, each) for each in addresses]


def _run(browser: str, profile: str, *arguments: str) -> str:
    command = [
        *(browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"),
        *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
        *("--disable-default-apps", "--disable-extensions"),
        *("--disable-features=OptimizationHints,MediaRouter,Translate", "--hide-scrollbars"),
        *(f"--user-data-dir={profile}", *arguments),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@contextmanager
def browsing(program: str, **options: Any) -> Iterator[Any]:
    """A page of Playwright in a browser of the system.

    Args:
        program: the browser's path.
        options: of the page, as `color_scheme` and `viewport`.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        try:
            yield browser.new_page(**options)
        finally:
            browser.close()
