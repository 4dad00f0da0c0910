"""What a student is told of a facet, in Korean and in English: data alone.

A facet is a way of being wrong that can be told by itself, whatever the values are: where it breaks
down, what comes back, what it leaves behind. The first sentence is a question that says what is
seen; the second, on request, says where to look. Neither is a line of code to copy.
"""

from __future__ import annotations

__all__ = ["FACET_HINTS", "FACET_TITLES", "MORE_OF_FACETS"]

FACET_HINTS: dict[str, dict[str, str]] = {
    "ko": {
        "always": "부를 때마다 {error}가 납니다. 도중의 어느 값이 예상한 것과 다른가요?",
        "arrays": "배열을 넣으면 {error}가 납니다. `if`나 `math`의 함수처럼 숫자 하나만 다루는 "
        "것에 배열을 통째로 넣지 않나요?",
        "numbers": "숫자 하나를 넣으면 {error}가 납니다. 숫자에는 없는 인덱스, 길이, 모양(shape)을 "
        "쓰지 않나요?",
        "matrices": "축이 둘 이상인 배열을 넣으면 {error}가 납니다. 반복, 인덱스, 합은 각각 어느 "
        "축을 따라가나요?",
        "empty": "빈 입력을 넣으면 {error}가 납니다. 계산할 것이 없을 때는 무엇을 돌려주어야 "
        "하나요?",
        "some": "어떤 입력에서만 {error}가 납니다. 오류가 나는 입력은 다른 입력과 무엇이 다른가요?",
        "ends_the_program": "함수가 값을 돌려주지 않고 프로그램을 끝냅니다. `exit`, `quit`, "
        "`sys.exit` 대신 무엇을 돌려주어야 하나요?",
        "prints_too_much": "출력이 너무 많아서 중간에 멈추었습니다. 끝나지 않는 반복 안에서 "
        "print를 부르지 않나요?",
        "unusable": "돌려준 값을 검사에서 쓸 수 없습니다. 종류와 개수가 문제에서 돌려주라고 한 "
        "것과 같은가요?",
        "returns_nothing": "None이 돌아옵니다. 어떤 경우에도 `return`으로 결과를 돌려주세요. "
        "print는 보여 주기만 합니다.",
        "list_for_array": "NumPy 배열이 아니라 리스트나 튜플이 돌아옵니다. 어디에서 리스트가 "
        "되나요?",
        "array_for_number": "숫자 하나가 아니라 배열이 돌아옵니다. 없어져야 할 축이 남아 있나요?",
        "number_for_array": "배열이 아니라 숫자 하나가 돌아옵니다. 들어간 배열의 모양(shape)은 "
        "어디에서 사라지나요?",
        "text": "숫자가 아니라 문자열이 돌아옵니다. 값 자체가 아니라 보여 주기 위한 글을 돌려주지 "
        "않나요?",
        "leading_axis": "길이가 1인 축이 하나 더 있습니다. 그 축은 어디에서 생기나요?",
        "dictionary": "딕셔너리가 돌아옵니다. 값은 어떤 순서로 돌려주어야 하나요?",
        "reals": "정수가 아니라 실수로 나왔습니다. 정수는 어디에서 실수가 되나요?",
        "double_precision": "float32가 아니라 float64로 나왔습니다. 입력의 dtype은 무엇이었고, "
        "어디에서 바뀌나요?",
        "integers": "실수가 아니라 정수로 나왔습니다. 소수점 아래는 어디에서 없어지나요?",
        "single_precision": "float32의 정밀도밖에 없습니다. 어디에서 자릿수가 줄어드나요?",
        "changes_inputs": "부른 뒤에 입력이 바뀌어 있습니다. 부른 쪽의 배열을 그 자리에서 고치지 "
        "않나요?",
        "depends_on_earlier_call": "앞에서 무엇을 불렀는지에 따라 답이 달라집니다. 앞의 호출에서 "
        "무엇이 남아 있나요?",
        "draws_by_itself": "똑같이 두 번 불러도 답이 다릅니다. 난수는 어디에서 뽑고, 어느 "
        "생성기에서 뽑아야 하나요?",
        "right_in_another_order": "맞는 수들이 다른 순서로 돌아옵니다. 문제가 정한 순서는 "
        "무엇인가요?",
        "one_of_several": "돌려줄 값 {count}개 가운데 {which}번째만 돌아옵니다. 나머지는 어디로 "
        "갔나요?",
        "more_than_asked": "구해야 할 값이 다른 값과 함께 돌아옵니다. 문제에서 돌려주라고 한 것은 "
        "무엇뿐인가요?",
        "one_short": "있어야 할 것보다 하나가 모자랍니다. 처음 것과 마지막 것이 다 들어 있나요?",
        "one_too_many": "있어야 할 것보다 하나가 더 많습니다. 처음 것이나 마지막 것을 넣지 "
        "말아야 하나요?",
        "without_the_first": "처음 것만 빠지고 나머지는 모두 있습니다. 첫 걸음을 떼기 전의 값은 "
        "어디에 담나요?",
        "ends_early": "앞의 것들은 모두 맞고, 뒤의 것들이 없습니다. 무엇이 끝을 정하나요?",
        "other_count": "값 {count}개를 돌려주어야 하는데 {which}개가 돌아옵니다. 빠졌거나 더 "
        "들어간 것은 무엇인가요?",
        "single_for_several": "값 {count}개를 돌려주어야 하는데 하나만 돌아옵니다. 무엇을 어떤 "
        "순서로 돌려주어야 하나요?",
        "only_close": "거의 모든 수가 맞는 값에 가깝지만 같지는 않습니다. 어림하는 곳이 있나요? "
        "차이로 구한 미분, 더한 작은 수, 너무 일찍 끝난 반복, 반올림?",
    },
    "en": {
        "always": "Every call raises {error}. Which value on the way is not what you expect?",
        "arrays": "It raises {error} for arrays. Does a whole array meet an `if`, or a function "
        "for single numbers such as those of `math`?",
        "numbers": "It raises {error} for single numbers. Is there an index, a length or a shape, "
        "which a number does not have?",
        "matrices": "It raises {error} for arrays of two axes or more. Along which axis does each "
        "loop, index or sum go?",
        "empty": "It raises {error} for empty inputs. What should come back when there is nothing "
        "to compute?",
        "some": "It raises {error} for some inputs. What do these have that the others do not?",
        "ends_the_program": "The function ends the program before it gives anything back. What "
        "should it return in the place of `exit`, `quit` or `sys.exit`?",
        "prints_too_much": "It printed so much that it was stopped. Is there a print in a loop "
        "that never ends?",
        "unusable": "What comes back cannot be used. Is it of the kind that the task asks for, and "
        "are there as many values?",
        "returns_nothing": "None comes back: give the result back with `return`, in every case. "
        "print only shows a value.",
        "list_for_array": "A list or a tuple comes back, and a NumPy array is asked for. Where "
        "does it become a list?",
        "array_for_number": "An array comes back, and a single number is asked for. Is an axis "
        "left that should be gone?",
        "number_for_array": "A single number comes back, and an array is asked for. Where is the "
        "shape of the input lost?",
        "text": "A text comes back, and numbers are asked for. Is it the value that is returned, "
        "or a sentence that shows it?",
        "leading_axis": "There is an axis of length one too many. Where does it come in?",
        "dictionary": "A dictionary comes back. In which order are the values asked for?",
        "reals": "Real numbers come back, and integers are asked for. Where do the integers "
        "become real numbers?",
        "double_precision": "float64 comes back, and float32 is asked for. What dtype went in, and "
        "where does it change?",
        "integers": "Integers come back, and real numbers are asked for. Where are the digits "
        "behind the point lost?",
        "single_precision": "It has the precision of float32 only. Where do the digits get lost?",
        "changes_inputs": "After the call the inputs have changed. Is the caller's array written "
        "into?",
        "depends_on_earlier_call": "The answer depends on what was called before. What is left "
        "from an earlier call?",
        "draws_by_itself": "Two equal calls give two answers. Where are random numbers drawn, and "
        "from which generator should they come?",
        "right_in_another_order": "The right numbers come back in another order. Which order does "
        "the task ask for?",
        "one_of_several": "Of the {count} values that are asked for only number {which} comes "
        "back. Where do the others go?",
        "more_than_asked": "What is asked for comes back together with something else. What alone "
        "does the task ask for?",
        "one_short": "One entry too few comes back. Are both the first and the last one there?",
        "one_too_many": "One entry too many comes back. Is the first or the last one there that is "
        "not asked for?",
        "without_the_first": "The first entry is missing, and all others are there. Where is the "
        "value kept that it has before the first step?",
        "ends_early": "The first entries are right, and those after them are missing. What decides "
        "where it ends?",
        "other_count": "{which} values come back, and {count} are asked for. Which one is missing, "
        "or one too many?",
        "single_for_several": "{count} values are asked for, and a single one comes back. Which "
        "are they, and in which order?",
        "only_close": "Nearly all numbers come close to the right ones, but not all the way. Is "
        "something approximated: a derivative by differences, a small number that is added, a loop "
        "that ends too soon, rounding?",
    },
}
"""By language and name of a facet; a gap in braces is filled when it is said."""

MORE_OF_FACETS: dict[str, dict[str, str]] = {
    "ko": {
        "always": "멈춘 줄에 들어가는 값의 종류와 모양(shape)을 print로 확인하고, 그 값을 만든 "
        "곳까지 거슬러 올라가 보세요.",
        "arrays": "NumPy의 함수와 연산은 원소마다 계산합니다. `if` 대신 `np.where`, `math.exp` "
        "대신 `np.exp`처럼 바꿀 수 있는 곳을 찾아보세요.",
        "numbers": "NumPy의 함수는 대부분 숫자도 배열처럼 받습니다. `np.asarray`로 축이 없는 "
        "배열을 만들면 어디까지 되나요?",
        "matrices": "2행 3열의 행렬을 넣었다고 생각하고 중간값의 모양(shape)을 하나씩 적어 보세요. "
        "어디에서 서로 맞지 않나요?",
        "empty": "첫 원소, 최댓값, 길이로 나누기처럼 빈 입력에는 없는 것을 쓰는 곳을 찾아보세요. "
        "문제는 이 경우를 어떻게 정했나요?",
        "some": "되는 입력과 안 되는 입력을 견주어 보세요: 크기, dtype, 0, 부호, 부르는 횟수 "
        "가운데 무엇이 다른가요?",
        "ends_the_program": "`sys.exit`는 함수가 아니라 프로그램 전체를 끝냅니다. 함수를 끝내려면 "
        "`return`을 쓰세요.",
        "prints_too_much": "반복이 끝나는 조건이 언젠가 참이 되는지, 반복 안에서 그 조건의 값이 "
        "바뀌는지 확인하세요.",
        "unusable": "`return` 줄과, 문제가 돌려주라고 한 것을 견주어 보세요. 숫자 하나인가요, "
        "배열인가요, 여러 값인가요, 함수인가요?",
        "returns_nothing": "함수 안의 모든 갈래를 끝까지 따라가 보세요. `return` 없이 끝나는 "
        "갈래가 있나요?",
        "list_for_array": "`np.array`는 리스트를 배열로 만듭니다. 리스트를 만들어 그대로 돌려주는 "
        "곳이 있나요?",
        "array_for_number": "모든 축을 따라 합이나 평균을 구하면 숫자가 됩니다. `keepdims`나 "
        "`[0:1]` 같은 인덱스는 축을 남깁니다.",
        "number_for_array": "모든 축을 따라 합하거나, 원소 하나만 꺼내거나, `float`로 숫자를 "
        "만들지 않나요?",
        "text": "f-string, `str`, `format`은 문자열을 만듭니다. 숫자 그대로 돌려주세요.",
        "leading_axis": "배열을 다시 대괄호로 감싸거나 `reshape(1, -1)`, `keepdims`, "
        "`np.newaxis`를 쓰면 축이 생깁니다.",
        "dictionary": "`return a, b`처럼 쉼표로 이어 쓰면 값 여러 개가 그 순서로 돌아옵니다.",
        "reals": "`np.zeros`와 `np.empty`는 실수 배열을 만듭니다. `/`와 `float`도 실수를 만듭니다.",
        "double_precision": "float32 배열에 float64 배열을 더하면 float64가 됩니다. `np.zeros`나 "
        "`np.array`로 새로 만든 배열의 dtype은 무엇인가요?",
        "integers": "정수로 만든 배열은 값을 써 넣어도 정수로 남습니다. `//`, `int`, "
        "`astype(int)`도 정수를 만듭니다.",
        "single_precision": "도중에 `float32`나 `astype`을 쓰는 곳이 있나요? float32는 약 7자리만 "
        "지킵니다.",
        "changes_inputs": "`w -= ...`나 `w[i] = ...` 같은 코드는 받은 배열을 바꿉니다. "
        "`w = w - ...` 같은 코드는 새 배열을 만듭니다.",
        "depends_on_earlier_call": "전역 변수, 기본값으로 쓴 리스트나 배열, 다시 초기화하지 않는 "
        "속성이 있나요?",
        "draws_by_itself": "함수가 받은 생성기나 시드를 쓰세요. 그것 없이 `np.random`에서 뽑으면 "
        "부를 때마다 다른 수가 나옵니다.",
        "right_in_another_order": "도중에 정렬하거나 섞는 곳이 있나요? 받은 생성기가 아닌 것으로 "
        "순서를 뽑지 않나요?",
        "one_of_several": "문제에 적힌 돌려줄 값들과 `return` 줄을 견주어 보세요. 여러 값은 쉼표로 "
        "이어 씁니다.",
        "more_than_asked": "`return` 뒤에 쉼표로 이어진 값이 있나요? 맞는 값은 그 가운데 "
        "하나입니다.",
        "one_short": "걸음이 셋이라면 값은 몇 개 있어야 하나요? 반복의 범위와, 값을 담는 때를 "
        "세어 보세요.",
        "one_too_many": "걸음이 셋이라면 값은 몇 개 있어야 하나요? 반복의 범위와, 값을 담는 때를 "
        "세어 보세요.",
        "without_the_first": "값을 바꾸기 전에 담나요, 바꾼 뒤에 담나요? 첫 걸음을 종이에 적어 "
        "보세요.",
        "ends_early": "`break`나 `return`이 어느 조건에서 일어나는지, 반복이 몇 번인지 세어 "
        "보세요.",
        "other_count": "`return` 줄과, 문제가 돌려주라고 한 것의 목록을 하나씩 견주어 보세요.",
        "single_for_several": "`return a, b`처럼 쉼표로 이어 쓰면 값 여러 개가 그 순서로 "
        "돌아옵니다.",
        "only_close": "식을 그대로 계산하면 끝자리까지 같아집니다. 식에 없는 작은 수를 찾아보세요.",
    },
    "en": {
        "always": "Print the types and shapes of what goes into the line that stops, and follow "
        "each back to where it is made.",
        "arrays": "NumPy's functions and operators work entry by entry. Where could `np.where` "
        "replace an `if`, or `np.exp` a `math.exp`?",
        "numbers": "Most functions of NumPy take a number as they take an array. How far does it "
        "get with `np.asarray`, which makes an array without axes of it?",
        "matrices": "Write down the shape of each intermediate value for a matrix of 2 rows and 3 "
        "columns. Where do two of them not fit?",
        "empty": "Look for a first entry, a maximum, a division by a length: of nothing there is "
        "none of these. What does the task say of this case?",
        "some": "Compare an input that works with one that does not: its size, its dtype, zeros, "
        "signs, how often it is called.",
        "ends_the_program": "`sys.exit` ends the whole program, and not the function alone. "
        "`return` ends a function.",
        "prints_too_much": "Does the condition that ends the loop become true at some time? Does "
        "what it depends on change inside the loop?",
        "unusable": "Compare the line with `return` with what the task says is returned: a single "
        "number, an array, several values, a function?",
        "returns_nothing": "Follow each way through the function to its end. Is there one on which "
        "no `return` stands?",
        "list_for_array": "`np.array` makes an array of a list. Where is a list made, and returned "
        "as it is?",
        "array_for_number": "A sum or a mean over all axes is a number. `keepdims`, and an index "
        "like `[0:1]`, leave an axis.",
        "number_for_array": "Is a sum taken over all axes, a single entry picked, or a number made "
        "by `float`?",
        "text": "An f-string, `str` and `format` make texts. Return the number itself.",
        "leading_axis": "Brackets around an array, `reshape(1, -1)`, `keepdims` and `np.newaxis` "
        "add an axis.",
        "dictionary": "`return a, b` gives several values back, in that order.",
        "reals": "`np.zeros` and `np.empty` make arrays of real numbers. `/` and `float` make real "
        "numbers too.",
        "double_precision": "A float32 array plus a float64 array is float64. What dtype do arrays "
        "have that `np.zeros` or `np.array` made on the way?",
        "integers": "An array that was made of integers keeps integers, whatever is written into "
        "it. `//`, `int` and `astype(int)` make integers too.",
        "single_precision": "Is there a `float32` or an `astype` on the way? float32 keeps about 7 "
        "digits.",
        "changes_inputs": "`w -= ...` and `w[i] = ...` change the array that was given; "
        "`w = w - ...` makes a new one.",
        "depends_on_earlier_call": "Is there a global variable, a list or an array as a default, "
        "or an attribute that is not set anew?",
        "draws_by_itself": "Use the generator or the seed that the function is given. Without it, "
        "`np.random` draws other numbers at each call.",
        "right_in_another_order": "Is something sorted or shuffled on the way, or the order drawn "
        "from another generator than the one that is given?",
        "one_of_several": "Compare what the task says is returned with your `return`. Several "
        "values stand there with commas between them.",
        "more_than_asked": "Do several values stand after `return`, with commas between them? One "
        "of them is right.",
        "one_short": "For three steps, how many values should there be? Count the range of the "
        "loop, and when a value is kept.",
        "one_too_many": "For three steps, how many values should there be? Count the range of the "
        "loop, and when a value is kept.",
        "without_the_first": "Is a value kept before it is changed, or after? Write the first step "
        "on paper.",
        "ends_early": "Look at when a `break` or a `return` happens, and count the turns of the "
        "loop.",
        "other_count": "Compare the line with `return` with the list of what is to be returned.",
        "single_for_several": "`return a, b` gives several values back, in that order.",
        "only_close": "The formula as it stands gives all the digits. Look for a small number that "
        "is not in it.",
    },
}
"""Where to look, for whoever asks for more; by language and name of a facet."""

FACET_TITLES: dict[str, str] = {
    "always": "raises {error} in every call",
    "arrays": "raises {error} for arrays",
    "numbers": "raises {error} for single numbers",
    "matrices": "raises {error} for arrays of two axes or more",
    "empty": "raises {error} for empty inputs",
    "some": "raises {error} for some inputs",
    "ends_the_program": "ends the program",
    "prints_too_much": "prints without end",
    "unusable": "what comes back cannot be used",
    "returns_nothing": "returns nothing",
    "list_for_array": "a list in the place of an array",
    "array_for_number": "an array in the place of a number",
    "number_for_array": "a number in the place of an array",
    "text": "a text in the place of numbers",
    "leading_axis": "an axis too many",
    "dictionary": "a dictionary in the place of several values",
    "double_precision": "float64 in the place of float32",
    "integers": "integers in the place of real numbers",
    "reals": "real numbers in the place of integers",
    "single_precision": "float32 arithmetic",
    "changes_inputs": "changes its inputs",
    "depends_on_earlier_call": "depends on an earlier call",
    "draws_by_itself": "draws random numbers of its own",
    "right_in_another_order": "right numbers in another order",
    "one_of_several": "returns one value of several",
    "more_than_asked": "returns more than is asked for",
    "one_short": "one entry too few",
    "one_too_many": "one entry too many",
    "without_the_first": "without the first entry",
    "ends_early": "ends early",
    "other_count": "another number of values",
    "single_for_several": "a single value in the place of several",
    "only_close": "close, not exact",
}
"""Each facet in few words, in English, as the names of mistakes are."""
