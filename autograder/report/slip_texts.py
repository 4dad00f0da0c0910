"""What a student is told of a slip of contract: data alone.

Korean sentences put no particle behind a name: which one is right depends on how it is spoken.
"""

from __future__ import annotations

__all__ = ["SLIPS"]

SLIPS: dict[str, dict[str, str]] = {
    "ko": {
        "other_name": "정의한 이름은 `{found}`인데 문제가 묻는 이름은 `{exercise}`입니다. 이름을 "
        "똑같이 고치세요.",
        "value_for_function": "`{exercise}` 이름에 정의가 아니라 값(`{found}`)이 들어 있습니다. "
        "결과는 다른 이름에 담으세요.",
        "class_for_function": "클래스가 아니라 함수를 묻는 문제입니다. `def "
        "{exercise}({parameters}):` 모양으로 쓰세요.",
        "function_for_class": "함수가 아니라 클래스를 묻는 문제입니다. `class {exercise}:` 안에 "
        "메서드 {methods} 정의를 쓰세요.",
        "method_missing": "`{exercise}` 클래스에 `{method}` 메서드가 없습니다. 클래스 안에 `def "
        "{method}({parameters}):` 정의를 쓰세요 (들여쓰기도 확인하세요).",
        "method_renamed": "`{exercise}` 클래스의 메서드 이름은 `{found}`인데 문제가 묻는 이름은 "
        "`{method}`입니다. 이름을 똑같이 고치세요.",
        "self_missing": "`{function}` 메서드의 첫 인자로 `self`를 넣으세요.",
        "parameter_renamed": "`{function}`의 인자 이름을 문제에 적힌 대로 고치세요: {pairs}",
        "parameter_missing": "`{function}`에 빠진 인자가 있습니다: {names}. 문제에 적힌 대로 "
        "넣으세요.",
        "parameter_added": "`{function}`에 문제에 없는 인자가 있습니다: {names}. 지우거나 "
        "기본값을 주세요.",
        "default_removed": "`{function}`의 인자 가운데 기본값이 빠진 것이 있습니다: {names}. "
        "문제에 적힌 기본값을 넣으세요.",
        "default_none": "`{function}`의 인자 가운데 기본값이 None인 것이 있습니다: {names}. "
        "문제에 적힌 기본값과 같은지 보세요.",
        "parameters_reordered": "`{function}`의 인자 순서를 문제에 적힌 대로 고치세요: {order}",
        "raise_left": "{place}에 `raise NotImplementedError`가 남아 있습니다. 코드를 다 썼다면 "
        "그 줄을 지우세요.",
        "in_check_cell": "답을 검사 셀에 썼습니다. 검사 셀에 쓴 것은 채점하지 않으니, 그 위의 "
        "코드 셀로 옮기세요.",
        "cell_not_run": "위의 코드 셀을 먼저 실행하세요.",
        "printed": "print로 출력은 했지만 돌려준 값은 None입니다. 결과를 `return`으로 돌려주세요.",
        "not_imported": "`{name}`의 import가 없습니다. 이 {unit} 맨 위에 `{statement}` 한 줄을 "
        "넣으세요.",
        "prefix_missing": "{place}의 `{name}`: NumPy의 것이라면 `np.{name}`라고 쓰세요.",
        "self_prefix_missing": "{place}에 쓴 `{name}` 앞에 `self.`를 붙이세요. 메서드 안에서는 "
        "객체에 넣어 둔 값을 그렇게 부릅니다.",
        "library_unknown": "이 문제는 NumPy만으로 풉니다. `{module}` 없이 다시 쓰세요.",
        "no_module": "이 문제는 NumPy만으로 풉니다. {place}의 import를 지우고 `{module}` 없이 "
        "다시 쓰세요.",
        "no_own_module": "{place}에서 import하는 `{module}` 모듈이 없습니다. 철자를 확인하거나, "
        "필요한 코드를 이 {unit}에 직접 쓰세요.",
        "name_misspelt": "{place}에 쓴 이름 `{name}`의 정의가 없습니다. 혹시 `{near}`인가요?",
        "name_undefined": "{place}에 쓴 이름 `{name}`의 정의가 없습니다. 철자를 확인하거나 먼저 "
        "정의하세요.",
        "name_not_run": "{place}에 쓴 이름 `{name}`의 정의가 없습니다. 그 이름을 정의하는 셀을 "
        "먼저 실행하거나 철자를 확인하세요.",
        "cell_stopped": "{place}에서 {error} 오류로 멈추어 이름 `{name}`의 정의가 없습니다. 그 "
        "줄부터 고치세요.",
        "syntax_bracket": "{place}: 괄호의 짝이 맞지 않습니다. 여는 괄호마다 닫는 괄호가 있는지 "
        "보세요.",
        "syntax_colon": "{place}: 줄 끝에 `:` 기호가 빠졌습니다.",
        "syntax_empty_block": "{place}: 바로 위의 `:` 다음에 들여 쓴 코드가 없습니다. 이 줄을 "
        "들여 쓰세요.",
        "syntax_string": "{place}: 따옴표가 닫히지 않았습니다.",
        "syntax_equals": "{place}: 비교할 때는 `=`가 아니라 `==`를 쓰세요.",
        "syntax_comma": "{place}: 쉼표나 연산 기호가 빠진 것 같습니다.",
        "syntax_character": "{place}: 파이썬이 읽지 못하는 글자가 있습니다. 전각 기호나 둥근 "
        "따옴표를 보통 글자로 바꾸세요.",
        "syntax_outside": "{place}: `return`이 함수 밖에 있습니다. 들여쓰기를 확인하세요.",
        "syntax_tabs": "{place}: 탭과 빈칸이 섞여 있습니다. 들여쓰기를 모두 빈칸으로 바꾸세요.",
        "syntax_indent": "{place}: 들여쓰기가 위의 줄과 맞지 않습니다. 줄 앞의 빈칸 수를 맞추세요.",
        "syntax": "{place}: 파이썬 문법에 맞지 않습니다. 이 줄과 바로 위의 줄을 보세요.",
        "place_file": "{line}번째 줄",
        "place_other": "`{file}.py`의 {line}번째 줄",
        "other_file": "{file}.py 파일",
        "place_answer": "`{exercise}` 코드 셀의 {line}번째 줄",
        "place_cell": "위에서 {cell}번째 셀의 {line}번째 줄",
        "place_unknown": "이 {unit}",
        "file": "파일",
        "cell": "셀",
    },
    "en": {
        "other_name": "You have `{found}`; `{exercise}` is asked for: give it that name.",
        "value_for_function": "`{exercise}` is bound to a value (`{found}`) and not to what is "
        "asked for: give the result another name.",
        "class_for_function": "A function is asked for, and this is a class: write `def "
        "{exercise}({parameters}):`.",
        "function_for_class": "A class is asked for, and this is a function: write `class "
        "{exercise}:`, and in it {methods}.",
        "method_missing": "The class `{exercise}` has no method `{method}`: define `def "
        "{method}({parameters}):` in it, and see that it is indented.",
        "method_renamed": "The class `{exercise}` has the method `{found}`; `{method}` is asked "
        "for: give it that name.",
        "self_missing": "The first parameter of `{function}` is to be `self`: add it.",
        "parameter_renamed": "Name each parameter of `{function}` as the task does: {pairs}",
        "parameter_missing": "`{function}` lacks {names}: take the parameters that the task names.",
        "parameter_added": "`{function}` needs {names}, which the task does not have. Remove it, "
        "or give it a default.",
        "default_removed": "`{function}` has no default for {names}: take the defaults from the "
        "task.",
        "default_none": "`{function}` has None as the default of {names}: see whether the task "
        "states another one.",
        "parameters_reordered": "Put the parameters of `{function}` in the order of the task: "
        "{order}",
        "raise_left": "{place} still has `raise NotImplementedError`: if your code is finished, "
        "remove that line.",
        "in_check_cell": "The answer stands in the check cell, which is not graded: move it to "
        "the code cell above.",
        "cell_not_run": "Run the code cell above first.",
        "printed": "Something is printed, and what is returned is None: give the result back "
        "with `return`.",
        "not_imported": "`{name}` is not imported: add `{statement}` at the top of this {unit}.",
        "prefix_missing": "{place} uses `{name}`: if NumPy's is meant, write `np.{name}`.",
        "self_prefix_missing": "{place} uses `{name}`: in a method, write `self.{name}` for what "
        "the object keeps.",
        "library_unknown": "This exercise is done with NumPy alone: write it without `{module}`.",
        "no_module": "{place} imports `{module}`, and this exercise is done with NumPy alone: "
        "write it without that import.",
        "no_own_module": "{place} imports `{module}`, and there is no such module: check its "
        "spelling, or write the code that you need in this {unit}.",
        "name_misspelt": "{place} uses `{name}`, which is not defined: is `{near}` meant?",
        "name_undefined": "{place} uses `{name}`, which is not defined: check its spelling, or "
        "define it first.",
        "name_not_run": "{place} uses `{name}`, which is not defined: run the cell that defines "
        "it first, or check its spelling.",
        "cell_stopped": "{place} stopped with {error}, so that `{name}` is not defined: fix "
        "that line first.",
        "syntax_bracket": "{place}: the brackets do not match; each one that opens needs one "
        "that closes.",
        "syntax_colon": "{place}: a `:` is missing at the end of the line.",
        "syntax_empty_block": "{place}: nothing is indented below the `:` of the line above; "
        "indent this line.",
        "syntax_string": "{place}: a quotation mark is not closed.",
        "syntax_equals": "{place}: to compare, write `==` and not `=`.",
        "syntax_comma": "{place}: a comma or an operator seems to be missing.",
        "syntax_character": "{place}: there is a character that Python cannot read; type "
        "quotation marks and signs anew.",
        "syntax_outside": "{place}: `return` stands outside of a function; check how it is "
        "indented.",
        "syntax_tabs": "{place}: tabs and spaces are mixed; indent with spaces alone.",
        "syntax_indent": "{place}: it is indented otherwise than the lines around it; give it as "
        "many spaces as they have.",
        "syntax": "{place}: this is not valid Python; look at this line and the one above.",
        "place_file": "Line {line}",
        "place_other": "Line {line} of `{file}.py`",
        "other_file": "file, {file}.py",
        "place_answer": "Line {line} of the code cell of `{exercise}`",
        "place_cell": "Line {line} of cell {cell} from the top",
        "place_unknown": "This {unit}",
        "file": "file",
        "cell": "cell",
    },
}
"""By language and name; a gap in braces is filled when it is said."""
