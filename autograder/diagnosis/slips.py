"""Slips of contract: what is wrong is not the computation but what was agreed on around it.

A parameter has another name, a line of the stub is still there, a module is not imported, a result
is printed and not returned. A slip is found from the public answers, and from what is known of a
submission before any hidden input is sent. Whatever comes from the student's side is a word of a
fixed list, a number, or a name that is shown only where it is an identifier.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from autograder.collecting.pieces import binds, defines, looks_into, mentions
from autograder.diagnosis.expected_form import in_expected_form
from autograder.diagnosis.modules import BARE, IMPORTS, LIBRARIES
from autograder.diagnosis.slip import Evidence, Place, Slip
from autograder.diagnosis.syntax_slips import syntax_slip
from autograder.keys.answer import Answer
from autograder.keys.key import Key
from autograder.sandbox.outcome import Problem
from autograder.sandbox.session import ContractReply

__all__ = ["find_slip"]

_LONGEST: Final = 40
_MOST_NAMES: Final = 8


def find_slip(key: Key, answers: Sequence[Answer], evidence: Evidence) -> Slip | None:
    """Find the slip behind what is wrong.

    Args:
        key: of the exercise.
        answers: to all of its cases; of hidden ones it matters which are wrong, and nothing else.
        evidence: on the submission.

    Returns:
        The slip, or None where there is none, or it does not explain the public answers.
    """
    wrong = [answer for answer in answers if answer.public and not answer.right]
    search = _Search(key, answers, wrong, evidence)
    problems = [answer.outcome.problem for answer in wrong if answer.outcome.problem]
    if not wrong:
        return search.seen_by_hidden_checks_alone()
    return (
        search.in_check_cell(problems)
        or search.by_problem(problems)
        or search.by_definition(problems)
        or search.printed()
    )


class _Search:
    """The search for one exercise."""

    def __init__(
        self, key: Key, answers: Sequence[Answer], wrong: Sequence[Answer], evidence: Evidence
    ) -> None:
        self._key = key
        self._answers = answers
        self._wrong = wrong
        self._evidence = evidence

    def in_check_cell(self, problems: Sequence[Problem]) -> Slip | None:
        """An answer that stands where nothing is graded, and a stub in its place."""
        untouched = [each for each in problems if each.kind == "missing" or _is_stub(each)]
        if not self._evidence.in_check_cell or len(untouched) < len(self._wrong):
            return None
        return replace(self._slip("in_check_cell"), explains=_NOTHING_THERE)

    def by_problem(self, problems: Sequence[Problem]) -> Slip | None:
        """The first problem that has a sentence of its own."""
        for problem in problems:
            slip = self._of_error(problem) if problem.kind == "raised" else None
            if slip is not None:
                return replace(slip, explains=(problem.type,))
        return None

    def _of_error(self, problem: Problem) -> Slip | None:
        if problem.type == "NotImplementedError" and problem.begun:
            return self._slip("raise_left", self._place(problem))
        if problem.loading and problem.type in _SYNTAX:
            return self._slip(syntax_slip(problem), self._place(problem))
        if problem.type == "ModuleNotFoundError":
            return self._absent_module(problem)
        if problem.type == "NameError" and _shown(problem.name):
            return self._unknown_name(problem)
        return None

    def _absent_module(self, problem: Problem) -> Slip | None:
        module = problem.name.partition(".")[0]
        name = "no_module"
        if module not in LIBRARIES.values():
            name, module = "no_own_module", problem.name
        if not all(map(_shown, module.split("."))):
            return None
        return self._slip(name, self._place(problem), module=module)

    def _unknown_name(self, problem: Problem) -> Slip | None:
        name = problem.name
        lost = self._lost_import(name)
        if lost is not None:
            return lost
        statement = IMPORTS.get(name, "")
        if statement.startswith("from") or (statement and self._is_used_as_module(name, problem)):
            place = self._place(problem) if problem.file else None
            return self._slip("not_imported", place, name=name, statement=statement)
        if name in LIBRARIES and self._is_used_as_module(name, problem):
            return self._slip("library_unknown", module=LIBRARIES[name])
        place = self._place(problem)
        stopped = self._stopped_cell(name)
        if stopped is not None:
            return stopped
        is_class = any(self._key.signature)
        if is_class and name in dict(self._key.signature.get("", ())):
            return self._slip("self_prefix_missing", place, name=name)
        if name in BARE:
            return self._slip("prefix_missing", place, name=name)
        if _shown(problem.near):
            return self._slip("name_misspelt", place, name=name, near=problem.near)
        unknown = "name_not_run" if self._evidence.running else "name_undefined"
        return self._slip(unknown, place, name=name)

    def _is_used_as_module(self, name: str, problem: Problem) -> bool:
        """Whether something is taken out of it; the kernel, which knows no text, assumes it."""
        pieces = self._evidence.pieces
        if problem.file:
            return True  # its text is not always among them
        return not pieces or any(looks_into(piece.source, name) for piece in pieces)

    def _lost_import(self, name: str) -> Slip | None:
        """The import of a module that is not there, in a piece that has this name in it."""
        for piece in self._evidence.pieces:
            problem = self._evidence.stopped.get(piece.number)
            if problem is None or problem.type != "ModuleNotFoundError":
                continue
            if LIBRARIES.get(name) == problem.name or mentions(piece.source, name):
                return self._absent_module(problem)
        return None

    def _stopped_cell(self, name: str) -> Slip | None:
        """The piece that binds a name further down than where it stopped."""
        for piece in self._evidence.pieces:
            problem = self._evidence.stopped.get(piece.number)
            if problem is not None and binds(piece.source, name):
                error = problem.type if _shown(problem.type) else "Exception"
                place = self._place(problem)
                return self._slip("cell_stopped", place, name=name, error=error)
        return None

    def by_definition(self, problems: Sequence[Problem]) -> Slip | None:
        """What is off in the definition, where a public answer shows it."""
        difference = self._evidence.difference
        if self._shows(difference, problems):
            slip = self._of_definition(difference)
            if slip is not None:
                return slip
        missing = problems and all(each.kind == "missing" for each in problems)
        if not missing or not self._evidence.running:
            return None
        return replace(self._slip("cell_not_run"), explains=_NOTHING_THERE)

    def _shows(self, difference: ContractReply, problems: Sequence[Problem]) -> bool:
        """Whether a public answer is wrong in the way that a difference makes it."""
        kinds = {each.kind for each in problems}
        types = {each.type for each in problems if each.kind == "raised"}
        lacking = {each.name for each in problems if each.type == "AttributeError"} - {""}
        match difference.kind:
            case "":
                return False
            case "value" | "other_name":
                return kinds == {"missing"}
            case "class":
                return not kinds.isdisjoint({"signature", "refused"})
            case "function":
                return "signature" in kinds or not lacking.isdisjoint(self._key.signature)
            case "method_missing" | "method_renamed":
                return difference.method in lacking
            case "parameters_reordered":
                return not any(answer.direct for answer in self._wrong)
            case "default_none":
                unusable = any("NoneType" in each.message for each in problems)
                return unusable or self._is_wrong_where_left_out(difference.names)
            case _:
                return "signature" in kinds or "TypeError" in types

    def _is_wrong_where_left_out(self, names: Sequence[str]) -> bool:
        """Whether calls fail that leave a parameter to its default, and some that give it pass."""
        direct = [answer for answer in self._answers if answer.direct]
        given = {id(each): all(name in each.inputs for name in names) for each in direct}
        wrong = [answer for answer in direct if not answer.right]
        right_where_given = any(answer.right and given[id(answer)] for answer in direct)
        return bool(wrong) and right_where_given and not any(given[id(each)] for each in wrong)

    def seen_by_hidden_checks_alone(self) -> Slip | None:
        """What is off in the definition, where only hidden checks call it so."""
        difference = self._evidence.difference
        match difference.kind:
            case "parameter_renamed" | "parameter_missing" | "default_removed":
                told = True
            case "default_none":
                told = self._is_wrong_where_left_out(difference.names)
            case "parameters_reordered":
                told = not any(each.direct and not each.right for each in self._answers)
            case _:
                told = False
        return self._of_definition(difference) if told else None

    def _of_definition(self, difference: ContractReply) -> Slip | None:
        names = difference.names[:_MOST_NAMES]
        method = difference.method
        wanted = self._key.signature.get("" if method == "__init__" else method)
        if wanted is None or not all(map(_shown, names)):
            return None
        shown = [name for name, _ in wanted]
        words = {
            "names": ", ".join(f"`{name}`" for name in names),
            "pairs": ", ".join(
                f"`{own}` → `{name}`" for own, name in zip(names[::2], names[1::2], strict=False)
            ),
            "found": names[0] if names else "",
            "function": f"{self._key.exercise}.{method}" if method else self._key.exercise,
            "method": method,
            "parameters": ", ".join(shown),
            "order": ", ".join(f"`{name}`" for name in shown if name != "self"),
            "methods": ", ".join(f"`{each}`" for each in self._key.signature if each),
        }
        slip = self._slip(_OF_DIFFERENCE.get(difference.kind, difference.kind), **words)
        return replace(slip, explains=_OF_A_DEFINITION)

    def printed(self) -> Slip | None:
        """Results that were printed, with None in their place."""
        # What a driver of the exercise makes of None is its own affair.
        shown = [answer for answer in self._wrong if answer.direct] or self._wrong
        returned = all(answer.outcome.problem is None for answer in shown)
        if not returned or not all(answer.outcome.printed.strip() for answer in shown):
            return None
        names: set[str] = set()
        for answer in shown:
            in_expected_form(answer.output, answer.expected, names)
        return self._slip("printed") if names == {"returns_nothing"} else None

    def _place(self, problem: Problem) -> Place | None:
        line, number = problem.line, problem.piece
        if line is None or not 0 < line < 1_000_000:
            return None
        if problem.file:
            return Place(line, "other", file=problem.file)
        if self._evidence.running:
            return Place(line, "file")  # which cell it is, the kernel does not tell
        piece = next((each for each in self._evidence.pieces if each.number == number), None)
        if piece is None:
            return None
        if piece.exercise is not None:
            return Place(line, "file")
        if defines(piece.source, self._key.exercise):
            return Place(line, "answer")
        return Place(line, "cell", piece.number + 1)

    def _slip(self, name: str, place: Place | None = None, /, **words: str) -> Slip:
        unit: Literal["file", "cell"] = "cell" if self._evidence.is_notebook else "file"
        return Slip(name, self._key.exercise, words, place, unit)


_NOTHING_THERE = ("missing", "NotImplementedError")
_OF_A_DEFINITION = ("missing", "signature", "refused", "TypeError", "AttributeError")
_SYNTAX = ("SyntaxError", "IndentationError", "TabError")

_OF_DIFFERENCE = {
    "value": "value_for_function",
    "class": "class_for_function",
    "function": "function_for_class",
}


def _shown(name: str) -> bool:
    """Whether a name of the student's may be shown: an identifier that is not too long."""
    return name.isidentifier() and len(name) <= _LONGEST


def _is_stub(problem: Problem) -> bool:
    return problem.type == "NotImplementedError" and not problem.begun
