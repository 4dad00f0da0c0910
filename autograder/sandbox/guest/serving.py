"""Serving in one fork: read a request, run it, answer, until the pipe closes."""

from __future__ import annotations

import signal
from typing import Any

from autograder.sandbox.call import Call
from autograder.sandbox.codec import DoorError, Value
from autograder.sandbox.frames import read_message, write_message
from autograder.sandbox.guest.brought import write_part
from autograder.sandbox.guest.case_call import call_on_case, refusal
from autograder.sandbox.guest.cells import Cells, load_file
from autograder.sandbox.guest.contract import find_difference
from autograder.sandbox.guest.siblings import Siblings

__all__ = ["serve"]


def serve(requests: int, answers: int, output_limit: int, cells: Cells | None) -> None:
    """Answer requests until there are no more.

    Args:
        requests: the descriptor they come from.
        answers: the descriptor the answers go to.
        output_limit: how many characters a cell or a case may print.
        cells: the shell, if this sandbox runs notebooks.
    """
    session = _Session(output_limit, cells)
    if cells is not None:
        cells.prepare()
    while True:
        try:
            request = read_message(requests)
        except EOFError:
            return
        try:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            try:
                answer = session.handle(request)
            finally:
                # An interrupt that comes after the student's code must not end this loop.
                signal.signal(signal.SIGINT, signal.SIG_IGN)
        except KeyboardInterrupt:
            # The interrupt came between the student's code and the answer.
            answer = {"interrupted": True}
        token = {"token": request["token"]}
        try:
            write_message(answers, {**answer, **token})
        except DoorError as refused:
            write_message(answers, {**refusal(refused), **token})


class _Session:
    def __init__(self, output_limit: int, cells: Cells | None) -> None:
        self._limit = output_limit
        self._cells = cells
        self._files: dict[str, dict[str, Any]] = {}
        self._siblings = Siblings()

    def handle(self, request: dict[str, Value]) -> dict[str, Value]:
        do = request["do"]
        if do == "cell" and self._cells is not None:
            return self._cells.run(
                request["source"],
                request["number"],
                self._limit,
                request["names"],
                request["asked"],
                draw=request["draw"],
            )
        if do == "changed" and self._cells is not None:
            return {"changed": self._cells.moments.changed()}
        if do == "bring":
            write_part(request["path"], request["data"], first=request["first"])
            return {}
        if do == "offer":
            self._siblings.offer(request["name"], request["source"], request["number"])
            return {}
        if do == "file":
            name = request["name"]
            namespace, answer = load_file(request["source"], request["number"], self._limit, name)
            self._files[name] = namespace
            return answer
        if do == "call":
            call = Call(**request["call"])
            return call_on_case(self._namespace(call), call, self._limit)
        if do == "contract":
            call = Call(**request["call"])
            namespace = self._namespace(call)
            wanted = call.signature or {}
            return find_difference(namespace, call.function, wanted, request["others"])
        raise ValueError(f"unknown request {do!r}")

    def _namespace(self, call: Call) -> dict[str, Any]:
        if call.file is not None:
            return self._files.get(call.file, {})
        if self._cells is None:
            return {}
        self._cells.moments.enter(None if call.at_end else call.function)
        return self._cells.namespace
