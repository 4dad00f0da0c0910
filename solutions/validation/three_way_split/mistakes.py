import math

import numpy as np

from autograder import mistake


def _size(order, fraction):
    return math.ceil(len(order) * fraction - 1e-9)


def _cut(order, n_validation, n_test):
    n_train = len(order) - n_validation - n_test
    parts = np.split(order, [n_train, n_train + n_validation])
    return tuple(parts)


@mistake(
    ko="검증 비율은 테스트를 떼고 남은 행이 아니라 어떤 행들의 비율인가요?",
    en="The validation fraction is taken of what the test left. Of which rows should it be?",
)
def validation_fraction_of_the_rest(order, validation_fraction, test_fraction):
    n_test = _size(order, test_fraction)
    n_validation = _size(order[n_test:], validation_fraction)
    return _cut(order, n_validation, n_test)


@mistake(
    ko="두 비율을 더한 다음에 올림하고 있습니다. 올림은 몇 번 해야 하나요?",
    en="The two fractions are rounded up together. How many times does one round here?",
)
def held_out_rows_rounded_together(order, validation_fraction, test_fraction):
    held_out = _size(order, validation_fraction + test_fraction)
    if held_out == 0:
        return _cut(order, 0, 0)
    share = test_fraction / (validation_fraction + test_fraction)
    n_test = math.ceil(held_out * share - 1e-9)
    return _cut(order, held_out - n_test, n_test)


@mistake(
    ko="자르는 위치를 버림하면 남는 행은 어느 부분으로 가나요?",
    en="The places of the cuts are rounded down. Into which part do the odd rows go?",
    blur=[1e-9, 0.0],
)
def cuts_rounded_down(order, validation_fraction, test_fraction, *, blur):
    n = len(order)
    n_train = int(n * (1 - validation_fraction - test_fraction) + blur)
    first_test = int(n * (1 - test_fraction) + blur)
    return order[:n_train], order[n_train:first_test], order[first_test:]


@mistake(
    ko="검증과 테스트의 크기를 버림하고 있습니다. 여기서는 어느 쪽으로 맞추나요?",
    en="The sizes of validation and test are cut off. Which way do they round here?",
)
def sizes_rounded_down(order, validation_fraction, test_fraction):
    n_validation = math.floor(len(order) * validation_fraction + 1e-9)
    n_test = math.floor(len(order) * test_fraction + 1e-9)
    return _cut(order, n_validation, n_test)


@mistake(
    ko="100 * 0.07이 정확히 7인지 출력해 보세요.",
    en="Print 100 * 0.07. Is it exactly 7?",
)
def floating_point_adds_a_row(order, validation_fraction, test_fraction):
    n_validation = math.ceil(len(order) * validation_fraction)
    n_test = math.ceil(len(order) * test_fraction)
    # Where both gain a row there may be none left for the training.
    return _cut(order, min(n_validation, len(order) - n_test), n_test)


@mistake(
    ko="검증 데이터가 학습 데이터에도 들어 있습니다. 세 부분이 겹치면 안 됩니다.",
    en="The validation rows are in the training part as well. No row may be in two parts.",
)
def validation_left_in_training(order, validation_fraction, test_fraction):
    _, validation, test = _cut(
        order, _size(order, validation_fraction), _size(order, test_fraction)
    )
    return order[: len(order) - len(test)], validation, test


@mistake(
    ko="돌려주는 순서에서 검증과 테스트가 바뀌었습니다.",
    en="Look at the order in which validation and test are returned.",
)
def validation_and_test_swapped(order, validation_fraction, test_fraction):
    train, validation, test = _cut(
        order, _size(order, validation_fraction), _size(order, test_fraction)
    )
    return train, test, validation


@mistake(
    ko="order 안에서 학습 부분 바로 다음에 오는 것은 검증인가요, 테스트인가요?",
    en="Which of the two comes right after the training part in `order`?",
)
def test_cut_before_validation(order, validation_fraction, test_fraction):
    train, test, validation = _cut(
        order, _size(order, test_fraction), _size(order, validation_fraction)
    )
    return train, validation, test


@mistake(
    ko="검증과 테스트를 앞에서 떼고 있습니다. 앞부분은 어느 쪽의 것인가요?",
    en="Validation and test are cut from the front. To whom does the front belong?",
)
def training_part_at_the_end(order, validation_fraction, test_fraction):
    n_test = _size(order, test_fraction)
    end = n_test + _size(order, validation_fraction)
    return order[end:], order[n_test:end], order[:n_test]


@mistake(
    ko="-0은 0과 같습니다. 테스트 크기가 0이면 order[-0:]은 무엇인가요?",
    en="-0 is 0. With a test size of 0, what is order[-0:]?",
)
def minus_zero_as_an_index(order, validation_fraction, test_fraction):
    n_test = _size(order, test_fraction)
    held_out = n_test + _size(order, validation_fraction)
    return order[:-held_out], order[-held_out:-n_test], order[-n_test:]


@mistake(
    ko="인덱스를 새로 만들고 있습니다. 이미 섞인 order는 어디에 쓰이나요?",
    en="The indices are made anew. What becomes of the shuffled order?",
)
def order_ignored(order, validation_fraction, test_fraction):
    return _cut(
        np.arange(len(order)), _size(order, validation_fraction), _size(order, test_fraction)
    )


@mistake(
    ko="order는 이미 섞여 있습니다. 한 번 더 섞으면 세 부분에 어떤 행이 들어가게 되나요?",
    en="`order` is shuffled already. Shuffled once more, which rows come into the three parts?",
    seed=[0, 1, 42],
    legacy=[True, False],
)
def shuffled_again(order, validation_fraction, test_fraction, *, seed, legacy):
    rng = np.random.RandomState(seed) if legacy else np.random.default_rng(seed)
    sizes = _size(order, validation_fraction), _size(order, test_fraction)
    return _cut(rng.permutation(order), *sizes)


@mistake(
    ko="검증을 떼고 남은 행에서 테스트 비율을 구했습니다. 그 비율은 어떤 행들에 대한 것인가요?",
    en="The test fraction is taken of what the validation left. Of which rows should it be?",
)
def test_fraction_of_the_rest(order, validation_fraction, test_fraction):
    n_validation = _size(order, validation_fraction)
    n_test = _size(order[n_validation:], test_fraction)
    return _cut(order, n_validation, n_test)


@mistake(
    ko="떼어 놓은 행을 절반씩 나누었습니다. 두 비율이 다르면 크기도 달라야 하지 않을까요?",
    en="What is held out is cut in halves. What if the two fractions differ?",
)
def held_out_rows_halved(order, validation_fraction, test_fraction):
    held_out = _size(order, validation_fraction + test_fraction)
    n_test = math.ceil(held_out / 2)
    return _cut(order, held_out - n_test, n_test)


@mistake(
    ko="테스트 데이터가 검증 데이터에도 들어 있습니다. 검증 부분은 어디에서 끝나나요?",
    en="The test rows are in the validation part as well. Where does that part end?",
)
def test_left_in_validation(order, validation_fraction, test_fraction):
    train, _, test = _cut(order, _size(order, validation_fraction), _size(order, test_fraction))
    return train, order[len(train) :], test


@mistake(
    ko="세 부분이 모두 정렬되어 있습니다. order의 순서를 그대로 따라야 합니다.",
    en="All three parts come sorted. In which order do their rows stand in `order`?",
)
def parts_sorted(order, validation_fraction, test_fraction):
    parts = _cut(order, _size(order, validation_fraction), _size(order, test_fraction))
    return tuple(np.sort(part) for part in parts)


@mistake(
    ko="비율이 0이어도 검증이나 테스트에 행이 하나 들어갑니다. 비어 있어도 되는 부분인가요?",
    en="Even a fraction of 0 gets one row here. May a part be empty?",
)
def one_row_at_least(order, validation_fraction, test_fraction):
    n_validation = max(_size(order, validation_fraction), 1)
    n_test = max(_size(order, test_fraction), 1)
    first_test = max(len(order) - n_test, 0)
    n_train = max(first_test - n_validation, 0)
    return order[:n_train], order[n_train:first_test], order[first_test:]


@mistake(
    ko="학습과 검증의 크기를 버림하고 나머지는 모두 테스트입니다. 남은 행은 누구의 것인가요?",
    en="Training and validation are cut off and the test takes the rest. Whose are the odd rows?",
)
def test_takes_the_rest(order, validation_fraction, test_fraction):
    n = len(order)
    n_train = int(n * (1 - validation_fraction - test_fraction) + 1e-9)
    first_test = n_train + int(n * validation_fraction + 1e-9)
    return order[:n_train], order[n_train:first_test], order[first_test:]
