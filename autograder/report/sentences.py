"""What the framework itself says in a report or a notebook: data alone.

A course in another language gives these in a file of its own; see `report.language`.
"""

from __future__ import annotations

__all__ = ["RELATION_HINTS", "RELATION_TITLES", "SENTENCES", "STATUSES"]

SENTENCES: dict[str, dict[str, str]] = {
    "ko": {
        "language_name": "한국어",
        "or": "또는",
        "run_first": "먼저 이 셀을 실행하세요.",
        "choose_language": "언어는 {languages}입니다.",
        "check_with": "확인: {command}",
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
        "type": "{where}종류가 다릅니다: {output} 이(가) 나왔지만 {expected} 이어야 합니다.",
        "length": "{where}길이가 다릅니다: {output}개가 나왔지만 {expected}개이어야 합니다.",
        "keys": "{where}이름(key)이 다릅니다: {output} 이(가) 나왔지만 {expected} 이어야 합니다.",
        "text": "{where}{output} 이(가) 나왔지만 {expected} 이어야 합니다.",
        "shape": "{where}모양(shape)이 다릅니다: {output} 이(가) 나왔지만 {expected} 이어야 "
        "합니다.",
        "dtype": "{where}dtype이 다릅니다: {output} 이(가) 나왔지만 {expected} 이어야 합니다.",
        "finite": "{where}NaN이나 무한대가 있는 곳이 다릅니다: {at}{output} 이(가) 나왔지만 "
        "{expected} 이어야 합니다.",
        "value": "{where}값이 다릅니다: {wrong}/{total}개가 틀렸고, 가장 많이 틀린 곳은 "
        "{at}{output} (기대한 값 {expected}, 차이 {absolute:.3g}{relatively})입니다.",
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
        "cell_not_run": "이 노트북의 셀에 주어진 시간을 다 써서 이 셀은 실행하지 않았습니다. "
        "이 셀에 답이 들어 있지 않다면 점수는 깎이지 않습니다.",
        "changed_later": "이 문제가 쓰는 {names}을(를) 뒤의 셀이 바꿉니다. 검사 셀이 있는 곳, "
        "또는 마지막으로 정의된 곳의 값으로 채점했습니다.",
        "end_counts": "검사 셀이 있는 곳에서는 아직 없던 이름을 쓰기 때문에, 노트북 끝의 상태로 "
        "채점했습니다.",
        "cell_timeout": "이 셀은 제한 시간 안에 끝나지 않아 멈추었습니다.",
        "cell_lost": "이 셀을 실행하다가 프로세스가 끝나 버렸습니다.",
    },
    "en": {
        "language_name": "English",
        "or": "or",
        "run_first": "Run this cell first.",
        "choose_language": "The language is {languages}.",
        "check_with": "Check: {command}",
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
        "type": "{where}wrong kind: got {output}, expected {expected}.",
        "length": "{where}wrong length: got {output}, expected {expected}.",
        "keys": "{where}wrong keys: got {output}, expected {expected}.",
        "text": "{where}got {output}, expected {expected}.",
        "shape": "{where}wrong shape: got {output}, expected {expected}.",
        "dtype": "{where}wrong dtype: got {output}, expected {expected}.",
        "finite": "{where}NaN or infinity in the wrong place: {at}got "
        "{output}, expected {expected}.",
        "value": "{where}wrong value: {wrong} of {total} entries differ; the worst {at}is {output} "
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
        "cell_not_run": "This cell was not run: the time for this notebook's cells was used up. It "
        "costs no points, unless an answer stands in it.",
        "changed_later": "Later cells change {names}, which this uses. It was graded with what was "
        "there at its check cell, or where it was last defined.",
        "end_counts": "It uses a name that was not there yet at its check cell. It was graded as "
        "everything is at the end of the notebook.",
        "cell_timeout": "This cell did not finish in time and was stopped.",
        "cell_lost": "The process ended while this cell ran.",
    },
}
"""By language and name; a gap in braces is filled when it is said."""

STATUSES: dict[str, dict[str, str]] = {
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
"""What a status is called, by language."""

RELATION_HINTS: dict[str, dict[str, str]] = {
    "ko": {
        "returns_nothing": "None이 돌아옵니다. 어떤 경우에도 return에 이르나요? print는 보여 "
        "주기만 합니다.",
        "list_for_array": "값은 맞지만 배열이 아니라 리스트나 튜플입니다. NumPy 배열로 돌려주세요.",
        "double_precision": "값은 맞지만 float64로 나왔습니다. 입력의 dtype은 무엇이었고, "
        "어디에서 바뀌나요?",
        "swapped": "돌려준 값들의 순서가 바뀌었습니다. 어느 것을 먼저 돌려주기로 했나요?",
        "negated": "모든 값의 부호가 반대입니다. 더할 것을 빼지는 않았나요?",
        "complement": "모든 값이 1에서 뺀 값입니다. 반대쪽의 비율을 쓰지 않았나요?",
        "squared": "모든 값이 제곱되어 있습니다. 제곱근을 빠뜨리지 않았나요?",
        "rooted": "모든 값이 제곱근입니다. 제곱근을 한 번 더 구하지 않았나요?",
        "reciprocal": "모든 값이 역수입니다. 분자와 분모가 바뀌지 않았나요?",
        "absolute": "부호가 사라졌습니다. 절댓값을 구할 자리가 맞나요?",
        "log_base": "밑이 {number}인 로그로 보입니다. 여기서 쓰는 로그의 밑은 무엇인가요?",
        "truncated": "소수점 아래가 잘렸습니다. 정수로 바뀌는 곳이 있나요?",
        "rounded": "값이 반올림되어 있습니다.",
        "reversed": "순서가 거꾸로입니다. 어느 쪽이 처음인가요?",
        "transposed": "행과 열이 바뀌었습니다. 어느 축이 무엇을 뜻하나요?",
        "shifted": "한 걸음씩 늦습니다. 어느 시점의 값을 쓰고 있나요?",
        "ahead": "한 걸음씩 빠릅니다. 값을 바꾸기 전에 담아야 하나요, 바꾼 뒤에 담아야 하나요?",
        "same_object": "여러 값이 있어야 할 자리마다 마지막 값이 들어 있습니다. 자리마다 배열이 "
        "따로 있나요, 하나를 계속 고쳐 쓰나요?",
        "returns_input": "{number}을(를) 받은 그대로 돌려줍니다. 계산한 값은 어디로 갔나요?",
        "factor": "모든 값이 기대한 값의 {number}배입니다. 빠지거나 더 들어간 인수가 있나요?",
        "offset": "모든 값이 기대한 값보다 {number}만큼 다릅니다.",
        "changes_inputs": "돌려준 값은 맞지만 입력이 바뀌었습니다. 부른 쪽의 배열을 그 자리에서 "
        "고치지 않나요?",
        "depends_on_earlier_call": "처음 부를 때는 맞고 다시 부르면 틀립니다. 앞의 호출에서 "
        "무엇이 남아 있나요?",
        "single_precision": "float32의 정밀도로만 맞습니다. 어디에서 자릿수가 줄어드나요?",
        "numbers_only": "숫자 하나에는 맞고 배열에는 틀립니다. 배열의 원소마다 따로 계산되나요?",
        "one_axis_only": "축이 하나인 배열에는 맞고 축이 더 많으면 틀립니다. 어느 축을 따라 "
        "계산하나요?",
        "first_step_only": "첫 걸음은 맞고 그다음부터 틀립니다. 걸음 사이에 무엇을 이어 가야 "
        "하나요?",
        "positive_only": "입력이 음수인 곳에서만 틀립니다. 부호를 어떻게 다루나요?",
        "clipped": "큰 값이나 작은 값이 한계에서 잘렸습니다. 자르라고 했나요?",
    },
    "en": {
        "returns_nothing": "None comes back. Is a return reached in every case? print only shows "
        "a value.",
        "list_for_array": "The values are right, but in a list or a tuple. A NumPy array is asked "
        "for.",
        "double_precision": "The values are right, but in float64. What dtype went in, and where "
        "does it change?",
        "swapped": "The returned values have changed places. Which of them comes first?",
        "negated": "Every value has the other sign. Is something added that should be subtracted?",
        "complement": "Every value is one minus the expected one. Is the share of the other side "
        "used?",
        "squared": "Every value is squared. Is a root missing?",
        "rooted": "Every value is the root of the expected one. Is a root taken that is not asked "
        "for?",
        "reciprocal": "Every value is the reciprocal. Have numerator and denominator changed "
        "places?",
        "absolute": "The signs are lost. Is this the place for an absolute value?",
        "log_base": "This looks like the logarithm to base {number}. Which base is asked for here?",
        "truncated": "The digits behind the point are cut off. Where does it become an integer?",
        "rounded": "The values are rounded to whole numbers.",
        "reversed": "The order is reversed. Which end is the first?",
        "transposed": "Rows and columns have changed places. What does each axis stand for?",
        "shifted": "Everything comes one step late. The value of which step is used?",
        "ahead": "Everything comes one step early. Is a value kept before it changes, or after?",
        "same_object": "The last value stands in every place. Does each place have an array of "
        "its own, or is there one that is changed again and again?",
        "returns_input": "{number} comes back just as it was given. Where does the computed value "
        "go?",
        "factor": "Every value is {number} times the expected one. Is a factor missing, or one "
        "too many?",
        "offset": "Every value is off by {number}.",
        "changes_inputs": "The result is right, but the inputs have changed. Is the caller's "
        "array written into?",
        "depends_on_earlier_call": "It is right at the first call and wrong at the next. What is "
        "left from the call before?",
        "single_precision": "It is right to the precision of float32 only. Where do the digits "
        "get lost?",
        "numbers_only": "It is right for single numbers and wrong for arrays. Is each entry "
        "computed on its own?",
        "one_axis_only": "It is right for arrays of one axis and wrong for more. Along which axis "
        "is it computed?",
        "first_step_only": "The first step is right and all later ones are wrong. What is carried "
        "from step to step?",
        "positive_only": "It is wrong exactly where the input is negative. How is the sign "
        "treated?",
        "clipped": "Values beyond a bound are cut off at it. Is that asked for?",
    },
}
"""What a student is asked where a general relation explains an answer, by language."""

RELATION_TITLES: dict[str, str] = {
    "returns_nothing": "returns nothing",
    "list_for_array": "a list in the place of an array",
    "double_precision": "float64 in the place of float32",
    "swapped": "swapped",
    "negated": "negated",
    "complement": "complement",
    "squared": "squared",
    "rooted": "rooted",
    "reciprocal": "reciprocal",
    "absolute": "absolute",
    "log_base": "log base {number}",
    "truncated": "truncated",
    "rounded": "rounded",
    "reversed": "reversed",
    "transposed": "transposed",
    "shifted": "one step late",
    "ahead": "one step early",
    "same_object": "the same object in every place",
    "returns_input": "returns {number} unchanged",
    "factor": "factor {number}",
    "offset": "offset {number}",
    "changes_inputs": "changes its inputs",
    "depends_on_earlier_call": "depends on an earlier call",
    "single_precision": "float32 arithmetic",
    "numbers_only": "right for numbers only",
    "one_axis_only": "right for one axis only",
    "first_step_only": "right at the first step only",
    "positive_only": "right for positive inputs only",
    "clipped": "clipped",
}
"""Each relation in few words, in English, as the names of mistakes are."""
