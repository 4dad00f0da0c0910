"""What is said of edits and of other explanations of wrong values: data alone.

Each has a first hint, which asks, and a deeper one, which says from where to what. None names a
line. `{of}` is what it is about; Korean particles are written in both forms, as `은(는)`.
"""

from __future__ import annotations

__all__ = ["DEEPER", "EDITS"]

DEEPER = "_deeper"
"""What the name of a deeper hint ends with."""

_KOREAN: dict[str, tuple[str, str]] = {
    "update_not_stored": (
        "{of}의 새 값이 남아 있나요, 아니면 사라지나요?",
        "{of}의 새 값을 계산했지만, 이전 값을 돌려주거나 그대로 두고 있습니다.",
    ),
    "use_old_value": (
        "{of}을(를) 쓸 때 갱신하기 전의 값을 쓰나요, 갱신한 다음의 값을 쓰나요?",
        "갱신한 {of}을(를) 써야 할 곳에서 갱신하기 전의 값을 쓰고 있습니다.",
    ),
    "exchange_statements": (
        "{of}에 관한 단계들의 순서가 맞나요? 무엇이 먼저인가요?",
        "{of}을(를) 너무 일찍, 또는 너무 늦게 갱신하거나 저장하고 있습니다. 단계의 순서를 문제와 "
        "비교해 보세요.",
    ),
    "drop_statement": (
        "{of}을(를) 바꾸어야 할 때마다 바꾸고 있나요?",
        "{of}을(를) 바꾸는 단계 하나가 통째로 빠져 있습니다.",
    ),
    "replace_update": (
        "{of}에 무엇을 더하거나 빼 가나요, 아니면 값을 바꿔 버리나요?",
        "{of}을(를) 갱신하는 식이 다릅니다. 더하는지 빼는지, 앞의 값이 남는지 비교해 보세요.",
    ),
    "initial_value": (
        "{of}은(는) 어떤 값에서 시작하나요?",
        "{of}의 처음 값이 다릅니다. 0, 1, 첫 번째 값, 무한대, None 가운데 무엇이어야 하나요?",
    ),
    "update_in_place": (
        "{of}을(를) 갱신하면 또 어디가 함께 바뀌나요?",
        "{of}을(를) 그 자리에서 바꾸어서, 같은 배열을 쓰는 곳이 모두 바뀝니다. 새 배열을 만드세요.",
    ),
    "used_otherwise": (
        "{of}을(를) 쓰는 곳이 모두 식과 같나요?",
        "틀린 값은 모두 {of}와(과) 관련이 있습니다. 식에서 {of}이(가) 나오는 곳을 하나씩 비교해 "
        "보세요.",
    ),
    "name_as_number": (
        "{of}이(가) 와야 할 곳에 수를 직접 쓰지 않았나요?",
        "{of}이(가) 와야 할 곳 가운데 한 곳에 정해진 수를 쓰고 있습니다.",
    ),
    "drop_term": (
        "{of}이(가) 들어간 항이 있어야 할 곳에 모두 있나요?",
        "더하거나 빼야 할 {of}의 항이 빠져 있습니다. 식의 항을 하나씩 비교해 보세요.",
    ),
    "drop_factor": (
        "{of}을(를) 곱해야 할 곳에 모두 곱했나요?",
        "{of}이(가) 들어간 인수가 빠져 있습니다. 식에서 곱하는 것을 하나씩 비교해 보세요.",
    ),
    "drop_divisor": (
        "나누어야 할 곳에서 모두 {of}(으)로 나누었나요?",
        "{of}(으)로 나누는 것이 빠져 있습니다. 평균이라면 합을 개수로 나누어야 합니다.",
    ),
    "drop_exponent": (
        "지수 {of}이(가) 있어야 할 곳에 모두 있나요?",
        "{of}이(가) 들어간 거듭제곱이 빠져 있습니다. 걸음이나 차수에 따라 달라져야 하는 곳을 "
        "보세요.",
    ),
    "flip_sign": (
        "{of} 앞의 부호는 더하기인가요, 빼기인가요?",
        "{of}을(를) 빼야 할 곳에서 더하고 있거나, 더해야 할 곳에서 빼고 있습니다.",
    ),
    "swap_operands": (
        "{of}이(가) 들어간 계산에서 무엇에서 무엇을 빼나요? 무엇을 무엇으로 나누나요?",
        "{of}이(가) 들어간 계산 하나에서 앞뒤의 자리가 바뀌었습니다.",
    ),
    "exchange_weights": (
        "{of}은(는) 두 항 가운데 어느 쪽의 가중치인가요?",
        "가중치 {of}와(과), 1에서 그것을 뺀 나머지의 자리가 바뀌었습니다.",
    ),
    "complement": (
        "그 자리에는 {of} 자체가 와야 하나요, 1에서 뺀 나머지가 와야 하나요?",
        "{of}이(가) 와야 할 곳에 1에서 그것을 뺀 값이 있습니다.",
    ),
    "power_of_count": (
        "{of}은(는) 걸음마다 같은 수인가요, 걸음 수만큼 거듭제곱하나요?",
        "여기서는 같은 수여야 하는 {of}이(가), 걸음 수를 지수로 하여 거듭제곱됩니다.",
    ),
    "power_as_product": (
        "{of}은(는) 지수인가요, 곱하는 수인가요?",
        "{of}이(가) 들어간 거듭제곱을 곱셈으로 계산하고 있습니다.",
    ),
    "elementwise_product": (
        "{of}은(는) 원소끼리 곱하나요, 행렬로 곱하나요?",
        "{of}이(가) 들어간 행렬 곱을 원소끼리의 곱으로 계산하고 있습니다.",
    ),
    "absolute_for_square": (
        "{of}을(를) 제곱하나요, 부호만 없애나요?",
        "{of}의 제곱이 와야 할 곳에 절댓값이 있습니다.",
    ),
    "add_factor": (
        "{of}은(는) 모두 몇 번 곱하거나 나누어야 하나요?",
        "{of}이(가) 들어간 곱셈이나 나눗셈이 한 번 더 있습니다.",
    ),
    "double_term": (
        "{of}이(가) 들어간 항은 몇 배로 들어가야 하나요?",
        "{of}이(가) 들어간 항이 두 배로 들어가 있습니다. 2를 곱했거나 절반으로 나누지 않았습니다.",
    ),
    "halve_term": (
        "{of}이(가) 들어간 항이 온전히 다 들어가 있나요?",
        "{of}이(가) 들어간 항이 절반만 들어가 있습니다. 2로 나누었거나 2를 곱하지 않았습니다.",
    ),
    "square_operand": (
        "{of}은(는) 제곱해야 하나요?",
        "제곱하지 않아야 할 곳에서 {of}을(를) 제곱하고 있습니다.",
    ),
    "root_operand": (
        "{of}의 제곱근을 구해야 하나요?",
        "제곱근이 아니어야 할 곳에서 {of}의 제곱근을 쓰고 있습니다.",
    ),
    "multiply_or_divide": (
        "{of}을(를) 곱하나요, 아니면 {of}(으)로 나누나요?",
        "{of}(으)로 나누어야 할 곳에서 곱하고 있거나, 곱해야 할 곳에서 나누고 있습니다.",
    ),
    "integer_division": (
        "{of}(으)로 나눌 때 소수점 아래는 어떻게 되나요?",
        "{of}이(가) 들어간 나눗셈에서 소수점 아래를 버리고 있거나, 버려야 하는데 남기고 있습니다.",
    ),
    "add_or_multiply": (
        "{of}을(를) 더하나요, 곱하나요?",
        "{of}을(를) 곱해야 할 곳에서 더하고 있거나, 더해야 할 곳에서 곱하고 있습니다.",
    ),
    "drop_brackets": (
        "{of} 둘레의 괄호는 무엇을 함께 묶어야 하나요?",
        "{of}이(가) 든 괄호가 빠져서 다른 계산이 먼저 됩니다.",
    ),
    "move_brackets": (
        "{of}이(가) 들어간 계산 가운데 무엇을 먼저 하나요?",
        "괄호가 {of}을(를) 식과 다르게 묶고 있습니다.",
    ),
    "end_brackets_early": (
        "{of}의 괄호는 어디에서 닫히나요?",
        "{of}의 괄호가 일찍 닫혀서, 그 안에 있어야 할 것이 밖에서 계산됩니다.",
    ),
    "include_bound": (
        "{of}을(를) 비교할 때, 정확히 같으면 어느 쪽인가요?",
        "{of}을(를) 비교할 때, 정확히 같은 경우가 반대쪽으로 들어갑니다.",
    ),
    "turn_comparison": (
        "{of}을(를) 비교할 때 어느 쪽이 더 커야 하나요?",
        "{of}의 비교가 반대로 되어 있거나, 다른 것을 묻고 있습니다.",
    ),
    "settle_condition": (
        "{of}에 따라 하는 일이 달라지는 조건은 무엇인가요?",
        "{of}에 대한 조건을 보지 않고 언제나 같은 일을 하고 있습니다.",
    ),
    "change_condition": (
        "{of}에 대한 조건들은 모두 맞아야 하나요, 하나만 맞으면 되나요?",
        "{of}에 대한 조건 하나가 빠졌거나, '그리고'와 '또는'이 바뀌었습니다.",
    ),
    "replace_text": (
        "답이 {of}인 것은 어떤 때인가요?",
        "{of}을(를) 답해야 할 때 다른 글을 답하고 있습니다.",
    ),
    "other_default": (
        "아무것도 찾지 못하면 무엇을 돌려주어야 하나요?",
        "아무것도 찾지 못했을 때는 {of}을(를) 돌려주어야 합니다.",
    ),
    "include_missing": (
        "{of}에서 None과 0과 빈 것은 모두 같은 뜻인가요?",
        "{of}이(가) 없는지 물을 때 0이나 빈 것도 없는 것으로 여기고 있습니다.",
    ),
    "return_in_loop": (
        "값을 돌려주기 전에 반복문이 몇 바퀴를 도나요?",
        "반복문 안에서, 첫 바퀴에 이미 값을 돌려주고 있습니다.",
    ),
    "one_turn": (
        "반복문이 몇 바퀴를 도나요?",
        "반복문이 첫 바퀴 다음에 끝나 버립니다.",
    ),
    "change_range": (
        "{of}에서 몇부터 몇까지, 모두 몇 바퀴를 도나요?",
        "{of}의 처음이나 끝이 하나 이르거나 늦습니다. 마지막에 남는 부분을 빠뜨렸을 수도 있습니다.",
    ),
    "shift_count": (
        "{of}은(는) 0부터 세나요, 1부터 세나요?",
        "{of}을(를) 하나 늦게, 또는 하나 이르게 세기 시작합니다.",
    ),
    "other_order": (
        "{of}을(를) 어떤 순서로 보나요? 빠짐없이 보나요?",
        "{of}의 원소들이 주어진 순서와 다르거나, 처음이나 마지막 원소가 빠져 있습니다.",
    ),
    "reset_in_loop": (
        "{of}을(를) 한 번만 정하나요, 반복할 때마다 다시 정하나요?",
        "반복할 때마다 {of}이(가) 처음으로 돌아가서, 앞에서 구한 것이 다음 반복으로 이어지지 "
        "않습니다.",
    ),
    "keep_in_loop": (
        "{of}은(는) 반복할 때마다 처음부터 다시 시작하나요?",
        "반복할 때마다 처음부터 다시 시작해야 할 {of}을(를) 이전 바퀴의 값에서 이어 가고 있습니다.",
    ),
    "move_into_loop": (
        "{of}을(를) 몇 번 바꾸나요? 한 번인가요, 반복할 때마다인가요?",
        "한 번만 해야 할 {of}의 단계를 반복문 안에서 되풀이하고 있습니다.",
    ),
    "move_out_of_loop": (
        "{of}은(는) 반복할 때마다 바뀌나요, 끝에 한 번만 바뀌나요?",
        "반복할 때마다 해야 할 {of}의 단계를 반복이 끝난 다음 한 번만 하고 있습니다.",
    ),
    "drop_call": (
        "{of}을(를) 써야 할 곳에 모두 썼나요?",
        "{of}을(를) 불러야 할 곳 하나에서 부르지 않고 있습니다.",
    ),
    "replace_function": (
        "구해야 하는 것은 {of}인가요, {other}인가요?",
        "{of}을(를) 써야 할 곳에 {other}을(를) 쓰고 있습니다.",
    ),
    "exchange_calls": (
        "{of}와(과) 그 안의 계산 가운데 무엇을 먼저 하나요?",
        "{of}와(과) 그 안의 계산의 순서가 바뀌었습니다.",
    ),
    "change_axis": (
        "어느 축(axis)을 따라 계산하나요?",
        "다른 축(axis)을 따라 계산하고 있거나, 축 하나만 써야 하는데 모든 축을 쓰고 있습니다.",
    ),
    "change_keepdims": (
        "축 하나를 줄인 다음에 어떤 모양(shape)이 남나요?",
        "길이 1로 남아야 할 축이 없어졌거나, 없어져야 할 축이 남아 있습니다 (keepdims).",
    ),
    "one_bound": (
        "값의 위와 아래를 모두 막고 있나요?",
        "위와 아래의 한계 가운데 하나만 지키고 있습니다.",
    ),
    "change_ddof": (
        "{of}을(를) 구할 때 개수로 나누나요, 하나 적은 수로 나누나요?",
        "{of}을(를) 구할 때 나누는 수가 하나 많거나 적습니다 (ddof).",
    ),
    "exchange_arguments": (
        "{of}은(는) 인자를 어떤 순서로 받나요?",
        "{of}의 두 인자가 서로 바뀌었습니다.",
    ),
    "exchange_results": (
        "값들을 어떤 순서로 돌려주나요? {of}은(는) 몇 번째인가요?",
        "돌려주는 값 가운데 둘이 서로 바뀌었습니다. 그 하나는 {of}입니다.",
    ),
    "last_of_ties": (
        "똑같은 값이 여럿이면 어느 것인가요?",
        "똑같은 값이 여럿일 때 첫 번째가 아니라 마지막 것을 고르고 있습니다.",
    ),
    "sign_of_zero": (
        "0의 부호는 무엇인가요?",
        "값이 정확히 0일 때 양수나 음수처럼 다루고 있습니다.",
    ),
    "other_size": (
        "행, 열, 모든 원소 가운데 무엇의 개수인가요?",
        "행이나 원소의 개수를 써야 할 곳에 배열의 다른 크기를 쓰고 있습니다.",
    ),
    "transpose": (
        "{of}의 행과 열은 어느 쪽이 먼저인가요?",
        "{of}을(를) 전치하지 않아야 하는데 전치했거나, 전치해야 하는데 하지 않았습니다.",
    ),
    "add_function": (
        "문제에서 {of}을(를) 요구하나요?",
        "필요 없는 {of}이(가) 들어가 있습니다. 식과 비교해 보세요.",
    ),
    "drop_index": (
        "{of}의 어느 부분이 필요한가요?",
        "{of}의 일부만 써야 할 곳에서 전체를 쓰고 있습니다.",
    ),
    "drop_bound": (
        "{of}에서 자르는 부분은 어디에서 시작하고 어디에서 끝나나요?",
        "{of}을(를) 자를 때 처음이나 끝을 정하지 않아서 너무 많이 들어갑니다.",
    ),
    "shift_slice": (
        "{of}에서 자르는 부분의 처음과 끝이 맞나요?",
        "{of}에서 자르는 부분이 하나 이르거나 늦거나, 반대쪽 끝에서 세고 있습니다.",
    ),
    "other_entry": (
        "{of}의 어느 원소가 필요한가요?",
        "{of}의 다른 원소를 쓰고 있습니다. 처음, 마지막, 바로 옆 가운데 어느 것인가요?",
    ),
    "shorten": (
        "{of}의 원소가 처음부터 마지막까지 모두 있나요?",
        "{of}의 처음이나 마지막 원소가 빠져 있습니다.",
    ),
    "replace_name": (
        "{of}이(가) 와야 할 자리에 다른 것이 있지 않나요?",
        "{of}이(가) 와야 할 곳에 다른 변수를 쓰고 있습니다.",
    ),
    "exchange_names": (
        "{of}이(가) 다른 것과 서로 바뀌지 않았나요?",
        "변수 두 개가 서로 바뀌었습니다. 그 하나는 {of}입니다.",
    ),
    "shift_name": (
        "{of}을(를) 맞게 세고 있나요? 하나 많거나 적지 않나요?",
        "{of}이(가) 하나 크거나 하나 작은 곳이 있습니다.",
    ),
    "name_as_one": (
        "{of}의 값을 필요한 곳마다 쓰고 있나요?",
        "{of}이(가) 와야 할 곳에 1이 있는 것과 같습니다.",
    ),
    "name_as_zero": (
        "{of}의 값을 필요한 곳마다 쓰고 있나요?",
        "{of}이(가) 와야 할 곳에 0이 있는 것과 같습니다.",
    ),
    "move_epsilon": (
        "{of}은(는) 제곱근이나 로그의 안에서 더하나요, 밖에서 더하나요?",
        "작은 수 {of}을(를) 밖에서 더해야 하는데 안에서 더하고 있거나, 그 반대입니다.",
    ),
    "add_epsilon": (
        "{of} 가까이에 작은 수를 더해야 하나요?",
        "{of} 가까이에 식에 없는 작은 수를 더하고 있습니다.",
    ),
    "clip_values": (
        "{of}에서 잘라 내면 안 되는 값을 잘라 내지 않나요?",
        "{of}의 값을 식에 없는 한계 안으로 자르고 있습니다.",
    ),
    "change_number": (
        "{of} 곁에 있는 수가 맞나요?",
        "{of} 곁에, 또는 그 자리에 다른 수를 쓰고 있습니다. 식과 비교해 보세요.",
    ),
    "change_number_itself": (
        "{of}이(가) 있어야 할 자리에 다른 수가 있지 않나요?",
        "{of}이(가) 와야 할 곳에 다른 수를 쓰고 있습니다. 식과 비교해 보세요.",
    ),
    "round_values": (
        "{of}을(를) 계산하는 도중에 반올림하나요?",
        "{of}을(를) 계산하는 도중에 반올림해서, 그다음 계산의 정확도가 떨어집니다.",
    ),
    "argument": (
        "{of}이(가) 언제나 같은 값인 것처럼 계산되었습니다. 받은 {of}을(를) 쓰고 있나요?",
        "{of}이(가) 와야 할 곳에 정해진 수가 있는 것으로 보입니다.",
    ),
    "argument_value": (
        "{of}이(가) 언제나 같은 값인 것처럼 계산되었습니다. 받은 {of}을(를) 쓰고 있나요?",
        "{of}이(가) 와야 할 곳에 {value}이(가) 있는 것으로 보입니다.",
    ),
    "rounding": (
        "반올림한 값입니다. 반올림은 계산하기 전과 후 가운데 언제 해야 하나요?",
        "결과를 반올림했습니다. 반올림하지 않은 값을 돌려주어야 합니다.",
    ),
    "rounding_value": (
        "{value}자리로 반올림한 값입니다. 반올림은 계산하기 전과 후 가운데 언제 해야 하나요?",
        "결과를 {value}자리로 반올림했습니다. 반올림하지 않은 값을 돌려주어야 합니다.",
    ),
    "factor": (
        "모든 값이 같은 배수만큼 다릅니다. 어떤 수를 더 곱하거나 덜 곱했나요?",
        "모든 값이 맞는 값의 같은 배수입니다. 처음이나 끝에 곱하거나 나누는 수를 살펴보세요.",
    ),
    "factor_value": (
        "모든 값이 같은 배수만큼 다릅니다. 어떤 수를 더 곱하거나 덜 곱했나요?",
        "모든 값이 맞는 값의 {value}배입니다.",
    ),
}

_ENGLISH: dict[str, tuple[str, str]] = {
    "update_not_stored": (
        "Is the new value of {of} kept, or is it lost?",
        "A new value of {of} is worked out, but the old one is returned or stays in its place.",
    ),
    "use_old_value": (
        "Where {of} is used: is it the value before its update, or the one after?",
        "A value of {of} from before its update is used where the updated one belongs.",
    ),
    "exchange_statements": (
        "In which order do the steps with {of} come? Which is first?",
        "An update of {of} comes too early or too late: compare the order of the steps with the "
        "task.",
    ),
    "drop_statement": (
        "Is {of} changed every time it has to be?",
        "A whole step that changes {of} is missing.",
    ),
    "replace_update": (
        "Is something added to {of} or taken off, or is {of} replaced?",
        "The update of {of} is another one: compare its sign, and whether the old value is kept.",
    ),
    "initial_value": (
        "With which value does {of} begin?",
        "The first value of {of} is not right: should it be zero, one, the first entry, infinity, "
        "or None?",
    ),
    "update_in_place": (
        "What else changes when {of} is updated?",
        "The array of {of} is changed in place, and with it everything that shares the array: make "
        "a new one.",
    ),
    "used_otherwise": (
        "Is {of} used as the formula has it, everywhere?",
        "All that is wrong has to do with {of}: compare each place where the formula has it.",
    ),
    "name_as_number": (
        "Does a number stand where {of} belongs?",
        "In one place a fixed number is used where {of} belongs.",
    ),
    "drop_term": (
        "Is the term with {of} there everywhere it belongs?",
        "A term with {of}, to be added or subtracted, is missing: compare the sums term by term.",
    ),
    "drop_factor": (
        "Is it multiplied by {of} everywhere it has to be?",
        "A factor with {of} is missing: compare what is multiplied with the formula.",
    ),
    "drop_divisor": (
        "Is it divided by {of} everywhere it has to be?",
        "A division by {of} is missing; a mean, for one, is a sum divided by how many there are.",
    ),
    "drop_exponent": (
        "Is the exponent with {of} there everywhere it belongs?",
        "A power with {of} is missing: where does something change from step to step?",
    ),
    "flip_sign": (
        "Which sign belongs to {of}: plus or minus?",
        "In one place {of} is added where it has to be subtracted, or the other way round.",
    ),
    "swap_operands": (
        "Around {of}: what is subtracted from what, or divided by what?",
        "The two sides of one operation with {of} have changed places.",
    ),
    "exchange_weights": (
        "Which of the two parts gets the weight {of}, and which gets the rest?",
        "The weight {of} and what is left of 1 without it have changed places.",
    ),
    "complement": (
        "Does {of} itself belong there, or what is left of 1 without it?",
        "What is left of 1 without {of} stands where {of} itself belongs.",
    ),
    "power_of_count": (
        "Is {of} the same in each step, or a power that changes from step to step?",
        "A power of {of} with the count of the steps as its exponent stands where {of} belongs.",
    ),
    "power_as_product": (
        "Is {of} an exponent, or a factor?",
        "A power with {of} is computed as a product.",
    ),
    "elementwise_product": (
        "Is {of} multiplied entry by entry, or as a matrix?",
        "A product of matrices with {of} is computed entry by entry.",
    ),
    "absolute_for_square": (
        "Is {of} squared, or does it only lose its sign?",
        "The absolute value of {of} stands where its square belongs.",
    ),
    "add_factor": (
        "How many times does {of} come in as a factor or divisor?",
        "A factor or divisor with {of} is there once too often.",
    ),
    "double_term": (
        "How many times does the term with {of} count, once or twice?",
        "The term with {of} counts twice: there is a factor 2 too many, or a half is missing.",
    ),
    "halve_term": (
        "Does all of the term with {of} count, or only half of it?",
        "Only half of the term with {of} counts: it is divided by 2, or a factor 2 is missing.",
    ),
    "square_operand": (
        "Is {of} to be squared?",
        "In one place {of} is squared where it should not be.",
    ),
    "root_operand": (
        "Is there to be a root of {of}?",
        "In one place there is the root of {of} where {of} itself belongs.",
    ),
    "multiply_or_divide": (
        "Is it multiplied by {of}, or divided by it?",
        "A multiplication by {of} stands where a division belongs, or the other way round.",
    ),
    "integer_division": (
        "In the division with {of}: what becomes of the digits after the point?",
        "The division with {of} drops what is after the point where it should stay, or the other "
        "way round.",
    ),
    "add_or_multiply": (
        "Is {of} added, or is it a factor?",
        "In one place {of} is added where it has to be a factor, or the other way round.",
    ),
    "drop_brackets": (
        "What should the brackets around {of} hold together?",
        "A pair of brackets with {of} is missing, so that something else is computed first.",
    ),
    "move_brackets": (
        "Which operation with {of} comes first?",
        "The brackets hold {of} together with something else than in the formula.",
    ),
    "end_brackets_early": (
        "Where do the brackets of {of} end?",
        "The brackets of {of} end too early: a part that belongs inside is reckoned outside.",
    ),
    "include_bound": (
        "Where {of} is compared: what if both are exactly equal?",
        "The comparison with {of} counts equality on the wrong side.",
    ),
    "turn_comparison": (
        "Where {of} is compared: which of the two has to be larger?",
        "The comparison with {of} is the wrong way round, or asks for something else.",
    ),
    "settle_condition": (
        "Which condition on {of} decides what is done?",
        "A condition on {of} is not looked at: the same is done in every case.",
    ),
    "change_condition": (
        "Do all conditions on {of} have to hold, or is one enough?",
        "One of the conditions on {of} is missing, or 'and' and 'or' are exchanged.",
    ),
    "replace_text": (
        "When is the answer {of}?",
        "Where the answer has to be {of}, another text is returned.",
    ),
    "other_default": (
        "What has to be returned where nothing is found?",
        "Where nothing is found, {of} has to be returned.",
    ),
    "include_missing": (
        "For {of}, do None, 0 and something empty mean the same?",
        "The question whether {of} is missing also takes 0 or something empty for missing.",
    ),
    "return_in_loop": (
        "How many turns does the loop take before something is returned?",
        "Inside the loop, something is returned in the first turn already.",
    ),
    "one_turn": (
        "How many turns does the loop take?",
        "The loop ends after its first turn.",
    ),
    "change_range": (
        "For {of}: with which number do the turns begin and end, and how many are there?",
        "For {of}, the turns begin or end one too early or too late, or what remains at the end is "
        "left out.",
    ),
    "shift_count": (
        "Is {of} counted from 0, or from 1?",
        "The count of {of} begins one too early or too late.",
    ),
    "other_order": (
        "In which order are the entries of {of} taken, and are all of them?",
        "The entries of {of} are taken in another order than given, or without the first or last.",
    ),
    "reset_in_loop": (
        "Is {of} set once, or anew in every turn of the loop?",
        "In every turn of the loop {of} begins anew from its start: what one turn leaves is not "
        "carried to the next.",
    ),
    "keep_in_loop": (
        "Does {of} begin anew in every turn of the loop?",
        "In every turn of the loop {of} goes on from the turn before, where it has to begin anew.",
    ),
    "move_into_loop": (
        "How often is {of} changed: once, or in every turn of the loop?",
        "A step with {of} that has to be done once is repeated in the loop.",
    ),
    "move_out_of_loop": (
        "Does {of} change in every turn of the loop, or once at the end?",
        "A step with {of} that has to be done in every turn is done once, after the loop.",
    ),
    "drop_call": (
        "Is {of} applied everywhere it belongs?",
        "In one place {of} is not called where it has to be.",
    ),
    "replace_function": (
        "Is it {of} that has to be computed, or {other}?",
        "It looks as if {other} were called where {of} belongs.",
    ),
    "exchange_calls": (
        "Which comes first: {of}, or what is computed inside of it?",
        "The order of {of} and of what is computed inside of it is exchanged.",
    ),
    "change_axis": (
        "Along which axis is it computed?",
        "It is computed along another axis, or along all axes where one is meant.",
    ),
    "change_keepdims": (
        "Which shape is left when an axis has been reduced?",
        "An axis that should stay, with length 1, is gone, or one that should go is still there "
        "(keepdims).",
    ),
    "one_bound": (
        "Are the values bounded both below and above?",
        "Only one of the two bounds is kept.",
    ),
    "change_ddof": (
        "For {of}: is it divided by the number of entries, or by one less?",
        "For {of}, the divisor is one too large or too small (ddof).",
    ),
    "exchange_arguments": (
        "In which order does {of} take its arguments?",
        "Two arguments of {of} have changed places.",
    ),
    "exchange_results": (
        "In which order are the values returned? Which one is {of}?",
        "Two of the returned values have changed places; one of them is {of}.",
    ),
    "last_of_ties": (
        "Which one counts if several are equal?",
        "Of several equal entries, the last is taken and not the first.",
    ),
    "sign_of_zero": (
        "Which sign does zero have?",
        "A value of exactly zero is treated like a positive or a negative one.",
    ),
    "other_size": (
        "The number of what is needed: of rows, of columns, or of all entries?",
        "Another size of the array is used where the number of its rows or entries belongs.",
    ),
    "transpose": (
        "What comes first in {of}: rows or columns?",
        "In one place {of} is transposed where it should not be, or the other way round.",
    ),
    "add_function": (
        "Does the task ask for {of}?",
        "A call of {of} is there that does not belong: compare with the formula.",
    ),
    "drop_index": (
        "Which part of {of} is needed?",
        "All of {of} is used where a part of it is needed.",
    ),
    "drop_bound": (
        "Where does the part of {of} begin, and where does it end?",
        "The part that is taken of {of} has no beginning or no end, and is too large.",
    ),
    "shift_slice": (
        "Does the part of {of} begin and end at the right entry?",
        "The part of {of} begins or ends one entry too early or too late, or is counted from the "
        "other end.",
    ),
    "other_entry": (
        "Which entry of {of} is needed?",
        "Another entry of {of} is taken: should it be the first, the last, or a neighbour?",
    ),
    "shorten": (
        "Are all entries of {of} there, from the first to the last?",
        "The first or the last entry of {of} is left out.",
    ),
    "replace_name": (
        "Does something else stand where {of} belongs?",
        "In one place another variable is used where {of} belongs.",
    ),
    "exchange_names": (
        "Has {of} changed places with something else?",
        "Two variables have changed places; one of them is {of}.",
    ),
    "shift_name": (
        "Is {of} counted right, and not one too many or too few?",
        "In one place {of} is one too large or one too small.",
    ),
    "name_as_one": (
        "Is the value of {of} used everywhere it belongs?",
        "It is as if 1 stood where {of} belongs.",
    ),
    "name_as_zero": (
        "Is the value of {of} used everywhere it belongs?",
        "It is as if 0 stood where {of} belongs.",
    ),
    "move_epsilon": (
        "Is {of} added inside of the root or logarithm, or outside?",
        "The small number {of} is added inside where it belongs outside, or the other way round.",
    ),
    "add_epsilon": (
        "Is there to be a small number next to {of}?",
        "Next to {of}, a small number is added that the formula does not have.",
    ),
    "clip_values": (
        "With {of}: are values cut off that should stay?",
        "The values with {of} are kept within bounds that the formula does not have.",
    ),
    "change_number": (
        "Is the number next to {of} the right one?",
        "Another number stands next to {of}, or in its place: compare it with the formula.",
    ),
    "change_number_itself": (
        "Is there another number where {of} belongs?",
        "Another number stands where {of} belongs: compare it with the formula.",
    ),
    "round_values": (
        "Is {of} rounded in the middle of the computation?",
        "Something is rounded while {of} is computed, and what follows is less exact.",
    ),
    "argument": (
        "The results are as if {of} were always the same: is the value used that is given?",
        "It looks as if a constant stood where {of} belongs.",
    ),
    "argument_value": (
        "The results are as if {of} were always the same: is the value used that is given?",
        "It looks as if {value} stood where {of} belongs.",
    ),
    "rounding": (
        "The result is rounded: when is rounding right, before or after the computation?",
        "The result is rounded: it has to be returned unrounded.",
    ),
    "rounding_value": (
        "Rounded to {value} digits: when is rounding right, before or after the computation?",
        "The result is rounded to {value} digits: it has to be returned unrounded.",
    ),
    "factor": (
        "All numbers are off by the same factor: what is multiplied once too often, or not at all?",
        "All numbers are the same multiple of the right ones: look at what is multiplied or "
        "divided at the beginning or at the end.",
    ),
    "factor_value": (
        "All numbers are off by the same factor: what is multiplied once too often, or not at all?",
        "All numbers are {value} times the right ones.",
    ),
}


_OF: dict[str, dict[str, str]] = {
    "ko": {
        "of_nothing": "어느 한 부분",
        "of_number": "숫자 {of}",
        "of_loop": "반복문",
        "of_axis": "축(axis)",
        "of_len": "개수",
    },
    "en": {
        "of_nothing": "one of the parts",
        "of_number": "the number {of}",
        "of_loop": "the loop",
        "of_axis": "the axis",
        "of_len": "the number of entries",
    },
}


def _by_name(texts: dict[str, tuple[str, str]]) -> dict[str, str]:
    first = {name: hint for name, (hint, _) in texts.items()}
    return first | {f"{name}{DEEPER}": hint for name, (_, hint) in texts.items()}


EDITS: dict[str, dict[str, str]] = {
    "ko": _by_name(_KOREAN) | _OF["ko"],
    "en": _by_name(_ENGLISH) | _OF["en"],
}
"""By language and name; a deeper hint's name ends with `DEEPER`."""
