"""JupyterLab on loopback, and a notebook in it as somebody uses it in a real browser."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

__all__ = ["Lab", "OpenNotebook", "serving_lab"]

TOKEN = "a-token-of-the-test"
PATIENCE = 90_000
"""Milliseconds; on a busy machine JupyterLab takes its time."""

_IDLE = ".jp-Notebook-ExecutionIndicator[data-status=idle]"
"""In a narrow window it is there, and not to be seen."""

_SETTINGS: dict[str, dict[str, Any]] = {
    # Every cell is in the document, also those that are out of sight.
    "notebook-extension/tracker": {"windowingMode": "none"},
    "apputils-extension/notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": True,
    },
    "docmanager-extension/plugin": {"autosave": False},
}


class Lab:
    """A server that runs.

    Args:
        address: where it listens.
    """

    def __init__(self, address: str) -> None:
        self.address = address

    def open(self, page: Any, notebook: str) -> OpenNotebook:
        """Open a notebook of its folder in a page, and wait for its kernel."""
        page.set_default_timeout(PATIENCE)
        page.goto(f"{self.address}/lab/tree/{notebook}?token={TOKEN}&reset")
        page.wait_for_selector(".jp-Notebook .jp-Cell")
        # Before the kernel answers, what is run is forgotten.
        page.get_by_text("(ipykernel) | Idle").wait_for()
        return OpenNotebook(page)


class OpenNotebook:
    """A notebook in a page.

    Args:
        page: of Playwright.
    """

    def __init__(self, page: Any) -> None:
        self.page = page

    def cell(self, number: int) -> Any:
        """A cell by its place among all."""
        return self.page.locator(".jp-Notebook .jp-Cell").nth(number)

    def write(self, number: int, source: str) -> None:
        """Replace what is written in a cell."""
        self.cell(number).locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(source)

    def run(self, number: int) -> str:
        """Run a cell, wait until it has run, and give what it shows."""
        before = self._prompt(number)
        self.cell(number).locator(".jp-InputPrompt").first.click()
        self.page.keyboard.press("Control+Enter")
        self._wait(number, before)
        return self.shown(number)

    def run_all(self) -> None:
        """Run all cells by the menu, and wait until the last one has run."""
        last = self.page.locator(".jp-Notebook .jp-Cell").count() - 1
        before = self._prompt(last)
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()
        self._wait(last, before)

    def save(self) -> None:
        """Save it, and wait until it is saved."""
        self.page.keyboard.press("Control+s")
        self.page.wait_for_selector(".lm-TabBar-tab.jp-mod-dirty", state="detached")

    def _prompt(self, number: int) -> str:
        return str(self.cell(number).locator(".jp-InputPrompt").first.inner_text())

    def _wait(self, number: int, before: str) -> None:
        """Wait until a cell has another number in its prompt, and the kernel is idle."""
        until = time.monotonic() + PATIENCE / 1000
        while (now := self._prompt(number)) == before or not re.search(r"\d", now):
            if time.monotonic() > until:
                raise TimeoutError(f"cell {number} does not end")
            self.page.wait_for_timeout(100)
        self.page.wait_for_selector(_IDLE, state="attached")

    def shown(self, number: int) -> str:
        """The text of a cell's outputs."""
        texts = self.cell(number).locator(".jp-OutputArea-output").all_inner_texts()
        return "\n".join(texts)


@contextmanager
def serving_lab(folder: Path, home: Path, **settings: dict[str, Any]) -> Iterator[Lab]:
    """Serve a folder by JupyterLab.

    Args:
        folder: what is in it can be opened.
        home: a folder for its settings.
        settings: of the user, by the name of a plug-in with `__` for `-extension/`.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    own = {name.replace("__", "-extension/"): value for name, value in settings.items()}
    for name, values in {**_SETTINGS, **own}.items():
        path = home / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values), encoding="utf-8")
    places = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
    }
    environment = {**os.environ, **{name: str(home / place) for name, place in places.items()}}
    log = home / "jupyter.log"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "jupyterlab", "--allow-root", "--no-browser"),
                *(f"--ServerApp.port={port}", f"--IdentityProvider.token={TOKEN}"),
                f"--ServerApp.root_dir={folder}",
            ],
            cwd=folder,
            env=environment,
            stdout=output,
            stderr=output,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, process, log)
        yield Lab(address)
    finally:
        process.terminate()
        process.wait(30)


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < until and process.poll() is None:
        request = urllib.request.Request(
            f"{address}/api/status", headers={"Authorization": f"token {TOKEN}"}
        )
        try:
            urllib.request.urlopen(request, timeout=10).close()
        except (OSError, urllib.error.URLError):
            time.sleep(0.3)
        else:
            return
    said = re.sub(r"token=\S+", "token=...", log.read_text(encoding="utf-8"))
    raise RuntimeError(f"JupyterLab does not start: {said[-2000:]}")
