"""The outputs of a graded notebook: those of its cells, and the reports of its checks.

They are plain data of nbformat's form: workers make them, and loading nbformat would take each of
them seconds.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from autograder.grading.forks import PieceRun
from autograder.grading.results import ExerciseResult
from autograder.report.html import exercise_html, pictures
from autograder.report.messages import describe_problem, say, translated
from autograder.report.terminal import exercise_plain
from autograder.sandbox.outcome import Problem
from autograder.sandbox.session import Described

__all__ = [
    "Output",
    "error_output",
    "hidden_test_output",
    "piece_outputs",
    "report_outputs",
    "says_failed",
    "score_output",
    "shown_output",
]

Output: TypeAlias = dict[str, Any]
"""One output of a cell, as it stands in the file of a notebook."""

_PNG = b"\x89PNG\r\n\x1a\n"


def piece_outputs(
    run: PieceRun, sources: Mapping[int, str], language: str, memory_mb: int
) -> list[Output]:
    """The outputs of an ordinary cell: text, pictures, its last value, its error.

    Nothing else that a student wrote is shown: no HTML, no script, no markup.

    Args:
        run: what running it led to.
        sources: the cells of its notebook as they were run, by number.
        language: of the sentences.
        memory_mb: that the notebook might use.
    """
    reply = run.reply
    outputs: list[Output] = [
        {"output_type": "stream", "name": name, "text": translated(text, language)}
        for name, text in (("stdout", reply.stdout), ("stderr", reply.stderr))
        if text
    ]
    outputs += [_shown({"text/plain": text}) for text in reply.texts]
    outputs += [
        _picture(data)
        for data in (_png_bytes(figure) for figure in reply.figures)
        if data is not None
    ]
    if run.problem is not None:
        sentence = _STOPPED.get(run.problem.kind, "cell_lost")
        outputs.append(error_output("Stopped", say(language, sentence)))
    elif reply.error is not None:
        error = reply.error
        message = translated(error.message, language)
        if error.type == "MemoryError":
            beyond = say(language, "memory_used_up", mb=memory_mb)
            message = f"{beyond} {message}".rstrip()
        outputs.append(
            error_output(
                error.type,
                message,
                list(_places(error, run.piece.number, sources)),
            )
        )
    elif reply.result is not None:
        data = {"text/plain": reply.result}
        outputs.append(_last_value(data, run.piece.number + 1))
    return outputs


_STOPPED = {"timeout": "cell_timeout", "budget": "cell_not_run"}


def report_outputs(result: ExerciseResult, language: str) -> list[Output]:
    """The outputs of a grade cell but for its score: the report, and the pictures."""
    data = {
        "text/html": exercise_html(result, language),
        "text/plain": exercise_plain(result, language),
    }
    return [
        _shown(data),
        *(_picture(picture) for picture in pictures(result, language)),
    ]


def score_output(score: float) -> Output:
    """The output of a grade cell that nbgrader takes as its score.

    nbgrader takes the first `execute_result` as the score if it is a plain number, and gives full
    marks for anything else. So there is always exactly one.
    """
    return _last_value({"text/plain": repr(float(score))}, 1)


def shown_output(output: Output) -> Output:
    """An output of a test cell, made so that nbgrader shows it and does not take it as a score."""
    if output["output_type"] != "execute_result":
        return output
    return _shown(output["data"])


def says_failed(output: Output) -> bool:
    """Whether nbgrader gives a cell with this output no points: an error, or standard error."""
    return bool(output["output_type"] == "error" or output.get("name") == "stderr")


def hidden_test_output(problem: Problem, language: str) -> Output:
    """Why a hidden test failed: at most the name of a common error."""
    if problem.kind != "raised":
        text = describe_problem(problem, language)
    elif problem.common_type:
        text = say(language, "hidden_error", type=problem.common_type)
    else:
        text = say(language, "hidden_any_error")
    return _shown({"text/plain": text})


def _png_bytes(figure: Any) -> bytes | None:
    """A figure from the sandbox if it is marked as a PNG; browsers read it as nothing else."""
    data = bytes(getattr(figure, "tobytes", bytes)())
    return data if data.startswith(_PNG) else None


def _picture(data: bytes) -> Output:
    return _shown({"image/png": base64.b64encode(data).decode("ascii")})


def _shown(data: dict[str, str]) -> Output:
    return {"output_type": "display_data", "metadata": {}, "data": data}


def _last_value(data: dict[str, str], count: int) -> Output:
    return {**_shown(data), "output_type": "execute_result", "execution_count": count}


def error_output(name: str, message: str, place: Sequence[str] = ()) -> Output:
    """An output that says that a cell ended with an error, and where."""
    traceback = [*place, f"{name}: {message}"]
    return {"output_type": "error", "ename": name, "evalue": message, "traceback": traceback}


def _places(error: Described, number: int, sources: Mapping[int, str]) -> Iterator[str]:
    """The line that a cell had come to, and the one in which its error arose, cut from the text."""
    for piece, line in dict.fromkeys([(number, error.cell_line), (error.piece, error.line)]):
        lines = [] if piece is None else sources.get(piece, "").splitlines()
        if line is not None and 0 < line <= len(lines):
            yield f"----> {line} {lines[line - 1]}"
