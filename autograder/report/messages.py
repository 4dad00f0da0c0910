"""Every sentence that a student or an instructor reads, in Korean and in English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.compare import Difference
from autograder.compare.comparison import leaf_pairs
from autograder.diagnosis.diagnose import Diagnosis
from autograder.grading.results import CheckResult, Finding, Status
from autograder.sandbox.outcome import Problem

__all__ = [
    "STATUS",
    "call_text",
    "check_message",
    "describe_difference",
    "describe_problem",
    "details",
    "diagnosis_hint",
    "diagnosis_title",
    "say",
    "shared_message",
    "value_text",
    "visible",
    "was_called",
]

_SENTENCES: dict[str, dict[str, str]] = {
    "ko": {
        "public": "공개",
        "hidden": "비공개",
        "points": "점",
        "called": "{call} 을(를) 불렀습니다.",
        "returned": "돌려준 값",
        "expected": "기대한 값",
        "cases_failed": "{total}개 가운데 {failed}개에서 틀렸습니다.",
        "hidden_failed": "비공개 검사에서 기대한 답과 다릅니다.",
        "hidden_error": "비공개 검사에서 {type} 오류가 났습니다.",
        "hidden_any_error": "비공개 검사에서 오류가 났습니다.",
        "looks_like": "이런 실수로 보입니다",
        "unexplained": "알려진 실수 하나로는 설명되지 않습니다. 여러 가지가 겹쳤을 수 있으니 "
        "처음 틀린 검사부터 보세요.",
        "type": "{where}종류가 다릅니다: {got} 이(가) 나왔지만 {expected} 이어야 합니다.",
        "length": "{where}길이가 다릅니다: {got}개가 나왔지만 {expected}개이어야 합니다.",
        "keys": "{where}이름(key)이 다릅니다: {got} 이(가) 나왔지만 {expected} 이어야 합니다.",
        "text": "{where}{got} 이(가) 나왔지만 {expected} 이어야 합니다.",
        "shape": "{where}모양(shape)이 다릅니다: {got} 이(가) 나왔지만 {expected} 이어야 합니다.",
        "dtype": "{where}dtype이 다릅니다: {got} 이(가) 나왔지만 {expected} 이어야 합니다.",
        "finite": "{where}NaN이나 무한대가 있는 곳이 다릅니다: {at}{got} 이(가) 나왔지만 "
        "{expected} 이어야 합니다.",
        "value": "{where}값이 다릅니다: {wrong}/{total}개가 틀렸고, 가장 많이 틀린 곳은 "
        "{at}{got} (기대한 값 {expected}, 차이 {absolute:.3g}{relatively})입니다.",
        "relatively": ", 상대 차이 {relative:.3g}",
        "at": "위치 {index}에서 ",
        "missing": "이 이름의 함수나 클래스가 없습니다.",
        "unwritten": "아직 작성하지 않았습니다.",
        "signature": "이 인자들로 부를 수 없습니다: {message}",
        "raised": "{type} 오류가 났습니다: {message}",
        "raised_at": "{line}번째 줄에서 {type} 오류가 났습니다: {message}",
        "refused": "데이터가 아닌 값을 돌려주었습니다: {message}",
        "timeout": "제한 시간 안에 끝나지 않았습니다. 끝나지 않는 반복이 있나요?",
        "ended": "실행하던 프로세스가 끝나 버렸습니다 (메모리 부족, 강제 종료, os._exit 등).",
        "scratch": "파일을 너무 많이 썼습니다.",
        "garbage": "돌려준 답을 읽을 수 없습니다.",
        "budget": "이 제출물에 주어진 시간을 다 써서 실행하지 못했습니다.",
        "unreadable": "읽을 수 없습니다.",
        "reason_missing": "파일이 없습니다.",
        "reason_empty": "파일이 비어 있습니다.",
        "reason_not_utf8": "UTF-8 텍스트가 아니어서 읽을 수 없습니다.",
        "reason_not_notebook": "노트북 파일이 아니어서 읽을 수 없습니다.",
        "reason_directory": "파일이 있어야 할 자리에 폴더가 있습니다.",
        "reason_link": "링크는 따라가지 않습니다. 파일 자체를 제출하세요.",
        "reason_special": "보통 파일이 아니어서 읽지 않았습니다.",
        "reason_too_large": "파일이 너무 큽니다 (10 MB까지).",
        "reason_forbidden": "읽을 권한이 없습니다.",
        "reason_unsafe_id": "학생 폴더의 이름을 표시할 수 없어 채점하지 않았습니다.",
        "reason_same_id": "이름이 같은 학생 폴더가 둘 있어 채점하지 않았습니다.",
        "passed_all": "모두 맞았습니다.",
        "hidden_remain": "공개 검사만 한 결과입니다. 채점에는 비공개 검사가 더 있습니다.",
        "try_again": "고친 다음 이 셀을 다시 실행하세요.",
        "student": "학생",
        "score": "점수",
        "diagnosis": "진단",
        "your_output": "제출한 답",
        "target": "목표",
        "not_drawn": "제출한 답은 그릴 수 없습니다",
        "alike": "{exercise}: 설명되지 않은 같은 답이 {count}명 있습니다 ({signature}). "
        "`autograder mistakes`로 살펴보세요.",
        "cell_timeout": "이 셀은 제한 시간 안에 끝나지 않아 멈추었습니다.",
        "cell_lost": "이 셀을 실행하다가 프로세스가 끝나 버렸습니다.",
    },
    "en": {
        "public": "public",
        "hidden": "hidden",
        "points": "points",
        "called": "Called {call}.",
        "returned": "returned",
        "expected": "expected",
        "cases_failed": "{failed} of {total} cases failed.",
        "hidden_failed": "A hidden check expected another answer.",
        "hidden_error": "A hidden check met {type}.",
        "hidden_any_error": "A hidden check met an error.",
        "looks_like": "It looks like this mistake",
        "unexplained": "No single known mistake explains it. Several may come together: begin with "
        "the first check that fails.",
        "type": "{where}wrong kind: got {got}, expected {expected}.",
        "length": "{where}wrong length: got {got}, expected {expected}.",
        "keys": "{where}wrong keys: got {got}, expected {expected}.",
        "text": "{where}got {got}, expected {expected}.",
        "shape": "{where}wrong shape: got {got}, expected {expected}.",
        "dtype": "{where}wrong dtype: got {got}, expected {expected}.",
        "finite": "{where}NaN or infinity in the wrong place: {at}got {got}, expected {expected}.",
        "value": "{where}wrong value: {wrong} of {total} entries differ; the worst {at}is {got} "
        "(expected {expected}, off by {absolute:.3g}{relatively}).",
        "relatively": ", relatively {relative:.3g}",
        "at": "at {index} ",
        "missing": "There is no function or class of this name.",
        "unwritten": "Not written yet.",
        "signature": "It cannot be called with these arguments: {message}",
        "raised": "It raised {type}: {message}",
        "raised_at": "Line {line} raised {type}: {message}",
        "refused": "It returned something that is not data: {message}",
        "timeout": "It did not finish in time. Is there a loop without an end?",
        "ended": "The process that ran it is over (out of memory, killed, os._exit, ...).",
        "scratch": "It wrote too many or too large files.",
        "garbage": "What it answered cannot be read.",
        "budget": "It was not run: the time for this submission was used up.",
        "unreadable": "It cannot be read.",
        "reason_missing": "The file is missing.",
        "reason_empty": "The file is empty.",
        "reason_not_utf8": "It is not UTF-8 text and cannot be read.",
        "reason_not_notebook": "It is not a notebook and cannot be read.",
        "reason_directory": "There is a folder where the file should be.",
        "reason_link": "Links are not followed; hand in the file itself.",
        "reason_special": "It is no regular file and was not read.",
        "reason_too_large": "The file is too large (at most 10 MB).",
        "reason_forbidden": "There is no permission to read it.",
        "reason_unsafe_id": "The student's folder has a name that cannot be shown: not graded.",
        "reason_same_id": "Two student folders have the same name: not graded.",
        "passed_all": "All of it is right.",
        "hidden_remain": "These are the public checks; grading has hidden ones too.",
        "try_again": "Mend it, then run this cell again.",
        "student": "student",
        "score": "score",
        "diagnosis": "diagnosis",
        "your_output": "submitted",
        "target": "target",
        "not_drawn": "what was submitted cannot be drawn",
        "alike": "{exercise}: {count} students gave the same unexplained answer ({signature}); "
        "see `autograder mistakes`.",
        "cell_timeout": "This cell did not finish in time and was stopped.",
        "cell_lost": "The process ended while this cell ran.",
    },
}

STATUS: dict[str, dict[Status, str]] = {
    "ko": {
        "passed": "통과",
        "partial": "부분",
        "failed": "틀림",
        "error": "오류",
        "timeout": "시간 초과",
        "missing": "없음",
    },
    "en": {
        "passed": "passed",
        "partial": "partial",
        "failed": "failed",
        "error": "error",
        "timeout": "timeout",
        "missing": "missing",
    },
}

_RELATIONS: dict[str, tuple[str, str, str]] = {
    # name: (Korean hint, English hint, short English title)
    "returns_nothing": (
        "None이 돌아옵니다. 어떤 경우에도 return에 이르나요? print는 보여 주기만 합니다.",
        "None comes back. Is a return reached in every case? print only shows a value.",
        "returns nothing",
    ),
    "list_for_array": (
        "값은 맞지만 배열이 아니라 리스트나 튜플입니다. NumPy 배열로 돌려주세요.",
        "The values are right, but in a list or a tuple. A NumPy array is asked for.",
        "a list in the place of an array",
    ),
    "double_precision": (
        "값은 맞지만 float64로 나왔습니다. 입력의 dtype은 무엇이었고, 어디에서 바뀌나요?",
        "The values are right, but in float64. What dtype went in, and where does it change?",
        "float64 in the place of float32",
    ),
    "swapped": (
        "돌려준 값들의 순서가 바뀌었습니다. 어느 것을 먼저 돌려주기로 했나요?",
        "The returned values have changed places. Which of them comes first?",
        "swapped",
    ),
    "negated": (
        "모든 값의 부호가 반대입니다. 더할 것을 빼지는 않았나요?",
        "Every value has the other sign. Is something added that should be subtracted?",
        "negated",
    ),
    "complement": (
        "모든 값이 1에서 뺀 값입니다. 반대쪽의 비율을 쓰지 않았나요?",
        "Every value is one minus the expected one. Is the share of the other side used?",
        "complement",
    ),
    "squared": (
        "모든 값이 제곱되어 있습니다. 제곱근을 빠뜨리지 않았나요?",
        "Every value is squared. Is a root missing?",
        "squared",
    ),
    "rooted": (
        "모든 값이 제곱근입니다. 제곱근을 한 번 더 구하지 않았나요?",
        "Every value is the root of the expected one. Is a root taken that is not asked for?",
        "rooted",
    ),
    "reciprocal": (
        "모든 값이 역수입니다. 분자와 분모가 바뀌지 않았나요?",
        "Every value is the reciprocal. Have numerator and denominator changed places?",
        "reciprocal",
    ),
    "absolute": (
        "부호가 사라졌습니다. 절댓값을 구할 자리가 맞나요?",
        "The signs are lost. Is this the place for an absolute value?",
        "absolute",
    ),
    "log_base": (
        "밑이 {number}인 로그로 보입니다. 여기서 쓰는 로그의 밑은 무엇인가요?",
        "This looks like the logarithm to base {number}. Which base is asked for here?",
        "log base {number}",
    ),
    "truncated": (
        "소수점 아래가 잘렸습니다. 정수로 바뀌는 곳이 있나요?",
        "The digits behind the point are cut off. Where does it become an integer?",
        "truncated",
    ),
    "rounded": (
        "값이 반올림되어 있습니다.",
        "The values are rounded to whole numbers.",
        "rounded",
    ),
    "reversed": (
        "순서가 거꾸로입니다. 어느 쪽이 처음인가요?",
        "The order is reversed. Which end is the first?",
        "reversed",
    ),
    "transposed": (
        "행과 열이 바뀌었습니다. 어느 축이 무엇을 뜻하나요?",
        "Rows and columns have changed places. What does each axis stand for?",
        "transposed",
    ),
    "shifted": (
        "한 걸음씩 늦습니다. 어느 시점의 값을 쓰고 있나요?",
        "Everything comes one step late. The value of which step is used?",
        "one step late",
    ),
    "ahead": (
        "한 걸음씩 빠릅니다. 값을 바꾸기 전에 담아야 하나요, 바꾼 뒤에 담아야 하나요?",
        "Everything comes one step early. Is a value kept before it changes, or after?",
        "one step early",
    ),
    "same_object": (
        "여러 값이 있어야 할 자리마다 마지막 값이 들어 있습니다. 자리마다 배열이 따로 있나요, "
        "하나를 계속 고쳐 쓰나요?",
        "The last value stands in every place. Does each place have an array of its own, or is "
        "there one that is changed again and again?",
        "the same object in every place",
    ),
    "returns_input": (
        "{number}을(를) 받은 그대로 돌려줍니다. 계산한 값은 어디로 갔나요?",
        "{number} comes back just as it was given. Where does the computed value go?",
        "returns {number} unchanged",
    ),
    "factor": (
        "모든 값이 기대한 값의 {number}배입니다. 빠지거나 더 들어간 인수가 있나요?",
        "Every value is {number} times the expected one. Is a factor missing, or one too many?",
        "factor {number}",
    ),
    "offset": (
        "모든 값이 기대한 값보다 {number}만큼 다릅니다.",
        "Every value is off by {number}.",
        "offset {number}",
    ),
    "changes_inputs": (
        "돌려준 값은 맞지만 입력이 바뀌었습니다. 부른 쪽의 배열을 그 자리에서 고치지 않나요?",
        "The result is right, but the inputs have changed. Is the caller's array written into?",
        "changes its inputs",
    ),
    "depends_on_earlier_call": (
        "처음 부를 때는 맞고 다시 부르면 틀립니다. 앞의 호출에서 무엇이 남아 있나요?",
        "It is right at the first call and wrong at the next. What is left from the call before?",
        "depends on an earlier call",
    ),
    "single_precision": (
        "float32의 정밀도로만 맞습니다. 어디에서 자릿수가 줄어드나요?",
        "It is right to the precision of float32 only. Where do the digits get lost?",
        "float32 arithmetic",
    ),
    "numbers_only": (
        "숫자 하나에는 맞고 배열에는 틀립니다. 배열의 원소마다 따로 계산되나요?",
        "It is right for single numbers and wrong for arrays. Is each entry computed on its own?",
        "right for numbers only",
    ),
    "one_axis_only": (
        "축이 하나인 배열에는 맞고 축이 더 많으면 틀립니다. 어느 축을 따라 계산하나요?",
        "It is right for arrays of one axis and wrong for more. Along which axis is it computed?",
        "right for one axis only",
    ),
    "first_step_only": (
        "첫 걸음은 맞고 그다음부터 틀립니다. 걸음 사이에 무엇을 이어 가야 하나요?",
        "The first step is right and all later ones are wrong. What is carried from step to step?",
        "right at the first step only",
    ),
    "positive_only": (
        "입력이 음수인 곳에서만 틀립니다. 부호를 어떻게 다루나요?",
        "It is wrong exactly where the input is negative. How is the sign treated?",
        "right for positive inputs only",
    ),
    "clipped": (
        "큰 값이나 작은 값이 한계에서 잘렸습니다. 자르라고 했나요?",
        "Values beyond a bound are cut off at it. Is that asked for?",
        "clipped",
    ),
}


def say(language: str, sentence: str, **words: Any) -> str:
    """A sentence in a language, with its gaps filled; one line, whatever a word holds."""
    shown = {name: visible(word) if isinstance(word, str) else word for name, word in words.items()}
    return _SENTENCES[language][sentence].format(**shown)


_LONGEST = 600
_BREAKS = dict.fromkeys(map(ord, "\n\r\t"), " ")


def visible(text: str, *, lines: bool = False, longest: int = _LONGEST) -> str:
    """A text of a student's as it can be shown: with escapes for what a screen would obey.

    Args:
        text: may be long, and hold line breaks, a terminal's escapes, marks that turn the direction
            of writing, or halves of characters.
        lines: whether it may have several lines.
        longest: where it is cut, in characters.

    Returns:
        A text of printable characters.
    """
    cut = text if len(text) <= longest else f"{text[:longest]}…"
    shown = cut if lines else cut.translate(_BREAKS)
    return "".join(
        char if char.isprintable() or (lines and char in "\n\t") else ascii(char)[1:-1]
        for char in shown
    )


def diagnosis_hint(diagnosis: Diagnosis, language: str) -> str:
    """What to tell the student: why is this so?"""
    if diagnosis.hint is not None:
        return diagnosis.hint.ko if language == "ko" else diagnosis.hint.en
    hint = _RELATIONS[diagnosis.name][0 if language == "ko" else 1]
    return hint.format(number=_number(diagnosis))


def diagnosis_title(diagnosis: Diagnosis) -> str:
    """The mistake or relation in few words."""
    if diagnosis.kind == "mistake":
        return diagnosis.name.replace("_", " ")
    return _RELATIONS[diagnosis.name][2].format(number=_number(diagnosis))


def _number(diagnosis: Diagnosis) -> str:
    if diagnosis.of is not None:
        return f"({diagnosis.of})" if " " in diagnosis.of else diagnosis.of
    return "" if diagnosis.value is None else f"{diagnosis.value:.6g}"


def check_message(check: CheckResult, function: str, language: str) -> str:
    """Why a check failed, in one line; empty where it passed.

    A hidden check says no more than that it failed, and the name of an error that is Python's own.
    """
    if check.finding is None:
        return ""
    if not check.public:
        return _hidden_message(check.finding, language)
    why = _public_message(check.finding, language)
    if not was_called(check.finding):
        return why
    # An error's own message ends as it likes.
    end = "" if why.endswith((".", "?", "!")) else "."
    return f"{why}{end} {say(language, 'called', call=call_text(function, check.finding))}"


def was_called(finding: Finding) -> bool:
    """Whether there was a call that one could do again."""
    problem = finding.problem
    if problem is None:
        return True
    never = problem.kind in ("missing", "unreadable", "budget") or problem.loading
    return not never and problem.type != "NotImplementedError"


def shared_message(checks: Sequence[CheckResult], function: str, language: str) -> str:
    """What all checks would say, where one reason that is none of theirs fails them; else empty."""
    findings = [check.finding for check in checks]
    if len(findings) < 2 or any(each is None or was_called(each) for each in findings):
        return ""
    messages = {check_message(check, function, language) for check in checks}
    return messages.pop() if len(messages) == 1 else ""


def details(check: CheckResult, function: str, language: str) -> list[str]:
    """Why a check failed, at length: the call, where they part, what came back, what belongs there.

    Returns:
        Lines; one alone for a hidden check, and none where it passed.
    """
    finding = check.finding
    if finding is None:
        return []
    if not check.public or not was_called(finding):
        return [check_message(check, function, language)]
    lines = [call_text(function, finding), _public_message(finding, language)]
    if finding.difference is not None:
        where, got, expected = _parts(finding, finding.difference)
        lines.append(f"{say(language, 'returned')}{where}: {value_text(got, 200)}")
        lines.append(f"{say(language, 'expected')}{where}: {value_text(expected, 200)}")
    if finding.total > 1:
        lines.append(say(language, "cases_failed", failed=finding.failed, total=finding.total))
    return lines


def _parts(finding: Finding, difference: Difference) -> tuple[str, Any, Any]:
    """The part of the output that is wrong, and the same part of the expected value."""
    for where, got, expected in leaf_pairs(finding.outcome.output, finding.expected) or []:
        if where == difference.where and where:
            return f" {where}", got, expected
    return "", finding.outcome.output, finding.expected


def _hidden_message(finding: Finding, language: str) -> str:
    problem = finding.problem
    if problem is None:
        return say(language, "hidden_failed")
    if problem.type == "NotImplementedError":
        return say(language, "unwritten")
    if problem.kind == "raised":
        known = problem.built_in_type
        return (
            say(language, "hidden_error", type=known)
            if known
            else say(language, "hidden_any_error")
        )
    if problem.kind in ("signature", "refused"):
        return say(language, "hidden_any_error")
    return describe_problem(problem, language)


def _public_message(finding: Finding, language: str) -> str:
    if finding.problem is not None:
        return describe_problem(finding.problem, language)
    assert finding.difference is not None  # noqa: S101 - a finding is one or the other
    return describe_difference(finding.difference, language)


def describe_problem(problem: Problem, language: str) -> str:
    """Why there is no output."""
    reason = f"reason_{problem.type}"
    # The sandbox may be made to say that something is missing for a reason that there is not.
    if problem.kind in ("unreadable", "missing") and reason in _SENTENCES[language]:
        return say(language, reason)
    if problem.type == "NotImplementedError":
        return say(language, "unwritten")
    sentence = "raised_at" if problem.kind == "raised" and problem.line else problem.kind
    # A class of a student's may have no name at all.
    named = problem.type or "Exception"
    words = {"type": named, "message": problem.message, "line": problem.line}
    return say(language, sentence, **words).rstrip().removesuffix(":")


def describe_difference(difference: Difference, language: str) -> str:
    """Where the output and the expected value part."""
    words: dict[str, Any] = dict(difference.numbers)
    index = words.get("index", ())
    if index:
        shown = index[0] if len(index) == 1 else index
        words["at"] = say(language, "at", index=shown)
    else:
        words["at"] = ""
    # Nothing is relative to zero.
    told = np.isfinite(words.get("relative", np.inf))
    words["relatively"] = say(language, "relatively", **words) if told else ""
    where = f"{difference.where}: " if difference.where else ""
    return say(
        language,
        difference.kind,
        where=where,
        got=difference.output,
        expected=difference.expected,
        **words,
    )


def call_text(function: str, finding: Finding) -> str:
    """The call as one would type it, short; a driver's call where it is more than that."""
    arguments = [f"{name}={value_text(value)}" for name, value in finding.inputs.items()]
    if finding.driver == "call":
        return f"{function}({', '.join(arguments)})"
    return f"{finding.driver}({', '.join([function, *arguments])})"


_MANY_KEYS = 8
_MANY_AXES = 3


def value_text(value: Any, limit: int = 60) -> str:
    """A value in few characters."""
    if isinstance(value, np.ndarray) and value.ndim > _MANY_AXES:
        # NumPy would print six entries of each axis, millions in all.
        text = f"array of {value.dtype}, shape {value.shape}"
    elif isinstance(value, np.ndarray):
        text = np.array2string(
            value, precision=6, separator=", ", threshold=12, edgeitems=3, max_line_width=10_000
        )
        text = " ".join(text.split())
    elif isinstance(value, float):
        text = f"{value:.10g}"
    elif isinstance(value, list | tuple):
        inner = ", ".join(value_text(item, limit) for item in value[:4])
        more = ", ..." if len(value) > 4 else ""
        text = f"({inner}{more})" if isinstance(value, tuple) else f"[{inner}{more}]"
    elif isinstance(value, dict):
        items = list(value.items())
        inner = ", ".join(f"{visible(k)}: {value_text(v, limit)}" for k, v in items[:_MANY_KEYS])
        text = f"{{{inner}{', ...' if len(items) > _MANY_KEYS else ''}}}"
    else:
        text = repr(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
