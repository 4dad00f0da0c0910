import math

import numpy as np

from autograder import mistake


def _size(order, fraction):
    return math.ceil(len(order) * fraction - 1e-9)


def _cut(order, n_validation, n_test):
    n_train = len(order) - n_validation - n_test
    parts = np.split(order, [n_train, n_train + n_validation])
    return tuple(parts)


def _right(order, validation_fraction, test_fraction):
    return _cut(order, _size(order, validation_fraction), _size(order, test_fraction))


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
    ko="학습과 검증의 크기를 정하고 나머지는 모두 테스트입니다. 남은 행은 누구의 것인가요?",
    en="Training and validation get their sizes and the test takes the rest. Is it n_test then?",
    rounded=["down", "up"],
)
def test_takes_the_rest(order, validation_fraction, test_fraction, *, rounded):
    n_train = len(order) * (1 - validation_fraction - test_fraction)
    n_validation = len(order) * validation_fraction
    if rounded == "down":
        n_train, n_validation = int(n_train + 1e-9), int(n_validation + 1e-9)
    else:
        n_train, n_validation = math.ceil(n_train - 1e-9), math.ceil(n_validation - 1e-9)
    return tuple(np.split(order, [n_train, n_train + n_validation]))


@mistake(
    ko="크기를 반올림하고 있습니다. 3.25행이면 몇 행이 되어야 하나요?",
    en="The sizes go to the nearest whole number. What should 3.25 rows become?",
    half=["even", "up"],
)
def sizes_rounded_to_nearest(order, validation_fraction, test_fraction, *, half):
    products = (len(order) * validation_fraction, len(order) * test_fraction)
    sizes = [round(each) if half == "even" else math.floor(each + 0.5) for each in products]
    return _cut(order, *sizes)


@mistake(
    ko="세 크기를 따로 버림하면 합이 n이 되나요? 사라진 행이 있습니다.",
    en="All three sizes are cut off on their own. Do they still add up to n, or are rows lost?",
)
def rows_lost_between_the_parts(order, validation_fraction, test_fraction):
    n = len(order)
    n_train = int(n * (1 - validation_fraction - test_fraction))
    first_test = n_train + int(n * validation_fraction)
    return order[:n_train], order[n_train:first_test], order[first_test:][: int(n * test_fraction)]


@mistake(
    ko="남은 행에 대한 비율로 바꾸어 두 번 나누었습니다. 올림하기 전의 크기가 n · f_val인가요?",
    en="It splits twice, with the fraction made one of the rest. Is n times f_val rounded up then?",
)
def split_twice_with_a_relative_fraction(order, validation_fraction, test_fraction):
    n_test = math.ceil(len(order) * test_fraction)
    rest = len(order) - n_test
    relative = validation_fraction / (1 - test_fraction) if test_fraction < 1 else 0
    return _cut(order, min(math.ceil(rest * relative), rest), n_test)


@mistake(
    ko="세 부분이 order 안에서 다른 순서로 놓였습니다. 앞에서부터 학습, 검증, 테스트인가요?",
    en="The parts lie in `order` in another sequence, with training not in front. Who comes first?",
    front=["validation", "test", "both"],
)
def training_part_not_in_front(order, validation_fraction, test_fraction, *, front):
    n_validation, n_test = _size(order, validation_fraction), _size(order, test_fraction)
    if front == "both":
        held_out = n_validation + n_test
        return order[held_out:], order[:n_validation], order[n_validation:held_out]
    if front == "validation":
        end = len(order) - n_test
        return order[n_validation:end], order[:n_validation], order[end:]
    end = len(order) - n_validation
    return order[n_test:end], order[end:], order[:n_test]


@mistake(
    ko="두 비율을 학습과 검증의 비율로 썼습니다. 이름이 말하는 것은 어느 두 부분인가요?",
    en="The two fractions are used for training and validation. Of which parts are they the sizes?",
)
def fractions_of_training_and_validation(order, validation_fraction, test_fraction):
    first, second = _size(order, validation_fraction), _size(order, test_fraction)
    return order[:first], order[first : first + second], order[first + second :]


@mistake(
    ko="두 크기 가운데 하나는 버림을 했습니다. 둘 다 어느 쪽으로 맞추나요?",
    en="One of the two sizes is rounded down. Which way do both of them round?",
    part=["validation", "test"],
)
def one_size_rounded_down(order, validation_fraction, test_fraction, *, part):
    n_validation, n_test = _size(order, validation_fraction), _size(order, test_fraction)
    if part == "validation":
        n_validation = math.floor(len(order) * validation_fraction + 1e-9)
    else:
        n_test = math.floor(len(order) * test_fraction + 1e-9)
    return _cut(order, n_validation, n_test)


@mistake(
    ko="자르는 위치를 반올림하거나 올림했습니다. 올림해야 하는 것은 위치인가요, 크기인가요?",
    en="The places of the cuts are rounded, to the nearest or up. Do places round, or sizes?",
)
def cuts_rounded_to_the_nearest(order, validation_fraction, test_fraction):
    places = (1 - validation_fraction - test_fraction, 1 - test_fraction)
    return tuple(np.split(order, [round(len(order) * place) for place in places]))


@mistake(
    ko="정해진 비율(60:20:20이나 80:10:10)로 나누었습니다. 받은 두 비율은 어디에 쓰이나요?",
    en="It splits by fixed shares like 60, 20 and 20. What are the two fractions for?",
    held_out=[0.2, 0.1],
)
def shares_of_its_own(order, validation_fraction, test_fraction, *, held_out):
    n = len(order)
    return tuple(np.split(order, [int((1 - 2 * held_out) * n), int((1 - held_out) * n)]))
