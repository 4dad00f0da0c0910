"""What the commonest errors of Python and NumPy say, and what is no data: data alone.

The English texts are those of Python, NumPy and the sandbox themselves, and are how an error is
known again.
"""

from __future__ import annotations

__all__ = ["ERRORS", "OTHER_WORDINGS"]

ERRORS: dict[str, dict[str, str]] = {
    "ko": {
        "unbound": "지역 변수 `{name}`에 값을 넣기 전에 그 이름을 썼습니다.",
        "unbound_outside": "바깥 함수의 변수 `{name}`에 아직 값이 없습니다.",
        "undefined": "이름 `{name}`의 정의가 없습니다.",
        "missing_arguments": "`{function}` 함수를 부를 때 인자가 {n}개 빠졌습니다: {names}",
        "missing_keywords": "`{function}` 함수를 부를 때 이름을 붙여 넣는 인자가 {n}개 빠졌습니다: "
        "{names}",
        "too_many_arguments": "`{function}` 함수는 인자를 {n}개 받는데 {n_given}개를 넣었습니다.",
        "too_many_of_several": "`{function}` 함수는 인자를 {n}개에서 {n_most}개까지 받는데 "
        "{n_given}개를 넣었습니다.",
        "unexpected_keyword": "`{function}` 함수에 `{name}`라는 인자는 없습니다.",
        "argument_twice": "`{function}` 함수의 인자 `{name}`에 값을 두 번 넣었습니다.",
        "takes_no_arguments": "`{name}`에는 인자를 넣을 수 없습니다.",
        "operands": "`{operator}` 연산을 할 수 없는 두 값입니다: {type}와(과) {other_type}",
        "operand": "`{operator}` 연산을 할 수 없는 값입니다: {type}",
        "concatenate": "{type}에는 {type_again}만 이어 붙일 수 있는데 {other_type}을(를) "
        "더했습니다.",
        "compare": "`{operator}`로 비교할 수 없는 두 값입니다: {type}와(과) {other_type}",
        "not_callable": "{type} 값을 함수처럼 불렀습니다.",
        "not_iterable": "{type} 값은 하나씩 꺼낼 수 없습니다.",
        "not_subscriptable": "{type} 값에는 대괄호 []를 쓸 수 없습니다.",
        "no_item_assignment": "{type} 값은 대괄호 []로 바꿀 수 없습니다.",
        "no_length": "{type} 값에는 길이(len)가 없습니다.",
        "no_attribute": "{type}에는 `{name}` 속성이나 메서드가 없습니다.",
        "module_attribute": "`{module}` 모듈에 `{name}`라는 이름은 없습니다.",
        "repeat": "리스트나 튜플, 문자열에는 정수만 곱할 수 있는데 {type}을(를) 곱했습니다.",
        "not_an_integer": "정수가 필요한 곳에 {type} 값이 있습니다.",
        "scalar_index": "정수 하나가 필요한 곳에 배열이 있습니다.",
        "not_one_number": "숫자 하나가 필요한 곳에 배열이 있습니다.",
        "not_a_number": "숫자가 필요한 곳에 {type} 값이 있습니다.",
        "sequence_index": "{type}의 위치는 정수나 슬라이스여야 하는데 {other_type}입니다.",
        "array_index": "배열의 위치는 정수, 슬라이스, 정수 배열, 참/거짓 배열로만 나타냅니다.",
        "slice_index": "슬라이스의 시작과 끝은 정수여야 합니다.",
        "index_dtype": "위치로 쓰는 배열은 정수나 참/거짓이어야 합니다.",
        "not_a_dtype": "{value}을(를) dtype으로 읽을 수 없습니다. 모양(shape)은 괄호로 묶어 하나로 "
        "넣습니다.",
        "unhashable": "{type} 값은 딕셔너리의 키나 집합의 원소가 될 수 없습니다.",
        "sequence_range": "{type}의 길이를 벗어난 위치입니다.",
        "array_range": "축 {n_axis}의 길이는 {n_size}인데 위치 {n}의 값을 찾았습니다.",
        "too_many_indices": "축이 {n_axes}개인 배열에 위치를 {n}개 썼습니다.",
        "index_of_number": "숫자 하나에는 대괄호 []를 쓸 수 없습니다.",
        "mask_size": "축 {n_axis}의 길이는 {n_size}인데 참/거짓 배열의 길이는 {n_mask}입니다.",
        "pop_empty": "빈 리스트에서 꺼낼 수는 없습니다.",
        "broadcast": "모양(shape)이 맞지 않습니다: {shape}와(과) {other_shape}",
        "broadcast_into": "모양(shape)이 {shape}인 배열을 {other_shape} 자리에 넣을 수 없습니다.",
        "broadcast_output": "결과의 모양(shape)은 {other_shape}인데 {shape}인 배열에 넣을 수 "
        "없습니다.",
        "matmul": "행렬 곱에서 길이가 같아야 할 두 축의 길이가 다릅니다: {n}와(과) {n_other}",
        "not_aligned": "곱할 수 없는 모양(shape)입니다: {shape}와(과) {other_shape}. 길이가 같아야 "
        "할 두 축이 {n}와(과) {n_other}입니다.",
        "matmul_number": "행렬 곱 `@`에 숫자 하나를 넣었습니다.",
        "ambiguous_truth": "배열 전체는 참도 거짓도 아닙니다. 모두 참이어야 하는지(.all()), "
        "하나라도 참이면 되는지(.any()) 정해 주세요.",
        "reshape": "원소가 {n}개인 배열을 {shape} 모양(shape)으로 바꿀 수 없습니다.",
        "uneven": "줄마다 길이가 달라 배열로 만들 수 없습니다.",
        "sequence_as_number": "배열의 한 자리에 숫자가 아니라 여러 값을 넣었습니다.",
        "too_few_values": "값 {n}개를 받으려 했는데 {n_given}개뿐입니다.",
        "too_many_values": "값 {n}개를 받으려 했는데 더 많습니다.",
        "unpack_single": "값 하나({type})를 여러 이름에 나누어 담을 수 없습니다.",
        "joined_axes": "이어 붙이는 축이 아닌 축 {n_axis}의 길이가 다릅니다: {n}와(과) {n_other}",
        "joined_dimensions": "축의 수가 다른 배열은 이어 붙일 수 없습니다: {n}개와 {n_other}개",
        "stacked": "쌓을 배열의 모양(shape)이 모두 같아야 합니다.",
        "empty_reduction": "빈 배열에서는 {name} 값을 구할 수 없습니다.",
        "empty_sequence": "빈 리스트나 튜플에서는 {function} 값을 구할 수 없습니다.",
        "text_as_number": "숫자로 읽을 수 없는 텍스트입니다: {value}",
        "domain": "이 함수가 받을 수 없는 값입니다.",
        "range": "결과가 너무 커서 나타낼 수 없습니다.",
        "infinity_as_integer": "무한대는 정수로 바꿀 수 없습니다.",
        "nan_as_integer": "NaN은 정수로 바꿀 수 없습니다.",
        "no_axis": "축이 {n_axes}개인 배열에 축 {n}은(는) 없습니다.",
        "singular": "특이 행렬이라 역행렬이 없습니다.",
        "not_square": "정사각 행렬이 아닙니다.",
        "not_definite": "양의 정부호 행렬이 아닙니다.",
        "zero_division": "0으로 나누었습니다.",
        "in_place_cast": "{dtype} 결과를 {other_dtype} 배열에 그대로 넣을 수 없습니다.",
        "negative_power": "정수에는 음의 정수 거듭제곱을 할 수 없습니다. 실수로 바꾸세요.",
        "recursion": "자기 자신을 부르는 일이 끝나지 않습니다.",
        "memory": "메모리가 모자랍니다: {dtype} 배열 {shape}",
        "no_module": "`{name}` 모듈이 없습니다.",
        "ufunc_types": "NumPy의 `{operator}`에 넣을 수 없는 종류의 값입니다.",
        "not_a_matrix": "행렬이 필요한 곳에 축이 {n}개인 배열이 있습니다.",
        "not_in_list": "리스트에 {value} 값이 없습니다.",
        "imported_file": "{file} 파일의 {n}번째 줄에서 {type} 오류가 났습니다: {message}",
        "no_key": "키 {key}이(가) 없습니다.",
        "data_of_python": "{type}",
        "data_array": "원소가 {dtype}인 배열",
        "data_depth": "{n}겹보다 깊이 들어 있는 값",
        "data_integer": "{n}비트를 넘는 정수",
        "data_key": "{type} 키",
        "data_values": "{n}개가 넘는 값",
        "data_bytes": "{n}바이트가 넘는 값",
        "data_text": "유니코드로 쓸 수 없는 문자열",
        "data_member": "{type} 원소가 있는 집합",
    },
    "en": {
        "unbound": "cannot access local variable '{name}' where it is not associated with a value",
        "unbound_outside": "cannot access free variable '{name}' where it is not associated with a "
        "value in enclosing scope",
        "undefined": "name '{name}' is not defined",
        "missing_arguments": "{function}() missing {n} required positional arguments: {names}",
        "missing_keywords": "{function}() missing {n} required keyword-only arguments: {names}",
        "too_many_arguments": "{function}() takes {n} positional arguments but {n_given} were "
        "given",
        "too_many_of_several": "{function}() takes from {n} to {n_most} positional arguments but "
        "{n_given} were given",
        "unexpected_keyword": "{function}() got an unexpected keyword argument '{name}'",
        "argument_twice": "{function}() got multiple values for argument '{name}'",
        "takes_no_arguments": "{name}() takes no arguments",
        "operands": "unsupported operand type(s) for {operator}: '{type}' and '{other_type}'",
        "operand": "bad operand type for {operator}: '{type}'",
        "concatenate": 'can only concatenate {type} (not "{other_type}") to {type_again}',
        "compare": "'{operator}' not supported between instances of '{type}' and '{other_type}'",
        "not_callable": "'{type}' object is not callable",
        "not_iterable": "'{type}' object is not iterable",
        "not_subscriptable": "'{type}' object is not subscriptable",
        "no_item_assignment": "'{type}' object does not support item assignment",
        "no_length": "object of type '{type}' has no len()",
        "no_attribute": "'{type}' object has no attribute '{name}'",
        "module_attribute": "module '{module}' has no attribute '{name}'",
        "repeat": "can't multiply sequence by non-int of type '{type}'",
        "not_an_integer": "'{type}' object cannot be interpreted as an integer",
        "scalar_index": "only integer scalar arrays can be converted to a scalar index",
        "not_one_number": "only 0-dimensional arrays can be converted to Python scalars",
        "not_a_number": "must be real number, not {type}",
        "sequence_index": "{type} indices must be integers or slices, not {other_type}",
        "array_index": "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and "
        "integer or boolean arrays are valid indices",
        "slice_index": "slice indices must be integers or None or have an __index__ method",
        "index_dtype": "arrays used as indices must be of integer (or boolean) type",
        "not_a_dtype": "Cannot interpret '{value}' as a data type",
        "unhashable": "unhashable type: '{type}'",
        "sequence_range": "{type} index out of range",
        "array_range": "index {n} is out of bounds for axis {n_axis} with size {n_size}",
        "too_many_indices": "too many indices for array: array is {n_axes}-dimensional, but {n} "
        "were indexed",
        "index_of_number": "invalid index to scalar variable.",
        "mask_size": "boolean index did not match indexed array along axis {n_axis}; size of axis "
        "is {n_size} but size of corresponding boolean axis is {n_mask}",
        "pop_empty": "pop from empty list",
        "broadcast": "operands could not be broadcast together with shapes {shape} {other_shape}",
        "broadcast_into": "could not broadcast input array from shape {shape} into shape "
        "{other_shape}",
        "broadcast_output": "non-broadcastable output operand with shape {shape} doesn't match the "
        "broadcast shape {other_shape}",
        "matmul": "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc "
        "signature (n?,k),(k,m?)->(n?,m?) (size {n} is different from {n_other})",
        "not_aligned": "shapes {shape} and {other_shape} not aligned: {n} (dim {n_axis}) != "
        "{n_other} (dim {n_other_axis})",
        "matmul_number": "matmul: Input operand {n} does not have enough dimensions (has 0, gufunc "
        "core with signature (n?,k),(k,m?)->(n?,m?) requires 1)",
        "ambiguous_truth": "The truth value of an array with more than one element is ambiguous. "
        "Use a.any() or a.all()",
        "reshape": "cannot reshape array of size {n} into shape {shape}",
        "uneven": "setting an array element with a sequence. The requested array has an "
        "inhomogeneous shape after {n} dimensions. The detected shape was {shape} + inhomogeneous "
        "part.",
        "sequence_as_number": "setting an array element with a sequence.",
        "too_few_values": "not enough values to unpack (expected {n}, got {n_given})",
        "too_many_values": "too many values to unpack (expected {n})",
        "unpack_single": "cannot unpack non-iterable {type} object",
        "joined_axes": "all the input array dimensions except for the concatenation axis must "
        "match exactly, but along dimension {n_axis}, the array at index {n_first} has size {n} "
        "and the array at index {n_second} has size {n_other}",
        "joined_dimensions": "all the input arrays must have same number of dimensions, but the "
        "array at index {n_first} has {n} dimension(s) and the array at index {n_second} has "
        "{n_other} dimension(s)",
        "stacked": "all input arrays must have the same shape",
        "empty_reduction": "zero-size array to reduction operation {name} which has no identity",
        "empty_sequence": "{function}() arg is an empty sequence",
        "text_as_number": "could not convert string to float: {value}",
        "domain": "math domain error",
        "range": "math range error",
        "infinity_as_integer": "cannot convert float infinity to integer",
        "nan_as_integer": "cannot convert float NaN to integer",
        "no_axis": "axis {n} is out of bounds for array of dimension {n_axes}",
        "singular": "Singular matrix",
        "not_square": "Last 2 dimensions of the array must be square",
        "not_definite": "Matrix is not positive definite",
        "zero_division": "division by zero",
        "in_place_cast": "Cannot cast ufunc '{operator}' output from dtype('{dtype}') to "
        "dtype('{other_dtype}') with casting rule 'same_kind'",
        "negative_power": "Integers to negative integer powers are not allowed.",
        "recursion": "maximum recursion depth exceeded",
        "memory": "Unable to allocate {size} {unit} for an array with shape {shape} and data type "
        "{dtype}",
        "no_module": "No module named '{name}'",
        "ufunc_types": "ufunc '{operator}' not supported for the input types, and the inputs could "
        "not be safely coerced to any supported types according to the casting rule ''safe''",
        "not_a_matrix": "{n}-dimensional array given. Array must be at least two-dimensional",
        "not_in_list": "{value} is not in list",
        "imported_file": "{file}, line {n}: {type}: {message}",
        "no_key": "{key}",
        "data_of_python": "builtins.{type}",
        "data_array": "an array of {dtype}",
        "data_depth": "nested deeper than {n}",
        "data_integer": "an integer of more than {n} bits",
        "data_key": "a key of type {type}",
        "data_values": "more than {n} values",
        "data_bytes": "more than {n} bytes",
        "data_text": "a string that is not valid Unicode",
        "data_member": "a set with a member of type {type}",
    },
}
"""By language and name; a gap in braces is filled with what the error says there."""

OTHER_WORDINGS: dict[str, tuple[str, ...]] = {
    "unbound": ("local variable '{name}' referenced before assignment",),
    "missing_arguments": ("{function}() missing {n} required positional argument: {names}",),
    "missing_keywords": ("{function}() missing {n} required keyword-only argument: {names}",),
    "too_many_arguments": (
        "{function}() takes {n} positional argument but {n_given} were given",
        "{function}() takes {n} positional arguments but {n_given} was given",
    ),
    "not_one_number": ("only length-1 arrays can be converted to Python scalars",),
    "not_a_number": (
        "float() argument must be a string or a real number, not '{type}'",
        "int() argument must be a string, a bytes-like object or a real number, not '{type}'",
    ),
    "no_attribute": ("type object '{type}' has no attribute '{name}'",),
    "mask_size": (
        "boolean index did not match indexed array along dimension {n_axis}; dimension is {n_size} "
        "but corresponding boolean dimension is {n_mask}",
    ),
    "too_many_values": ("too many values to unpack (expected {n}, got {n_given})",),
    "empty_reduction": ("attempt to get {name} of an empty sequence",),
    "empty_sequence": ("{function}() iterable argument is empty",),
    "text_as_number": ("invalid literal for int() with base 10: {value}",),
    "range": ("(34, 'Numerical result out of range')",),
    "zero_division": (
        "float division by zero",
        "integer division or modulo by zero",
        "float floor division by zero",
        "float modulo by zero",
        "integer modulo by zero",
        "float modulo",
    ),
    "ufunc_types": (
        "ufunc '{operator}' did not contain a loop with signature matching types {value} -> None",
    ),
    "recursion": (
        "maximum recursion depth exceeded in comparison",
        "maximum recursion depth exceeded while calling a Python object",
    ),
}
"""How other versions, or other numbers of things, say the same."""
