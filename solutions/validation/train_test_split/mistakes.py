import math

import numpy as np

from autograder import mistake


def _n_test(order, fraction):
    return math.ceil(len(order) * fraction - 1e-9)


def _cut(order, n_test):
    n_train = len(order) - n_test
    return order[:n_train], order[n_train:]


@mistake(
    ko="테스트 크기가 정수가 아닐 때 버림을 하고 있습니다. 여기서는 어느 쪽으로 맞추나요?",
    en="A test size that is not whole is cut off. Which way does it round here?",
)
def size_rounded_down(order, test_fraction):
    return _cut(order, math.floor(len(order) * test_fraction + 1e-9))


@mistake(
    ko="테스트 크기를 반올림하고 있습니다. 2.25행이면 몇 행이 되어야 하나요?",
    en="The test size goes to the nearest whole number. What should 2.25 rows become?",
)
def size_rounded_to_nearest(order, test_fraction):
    return _cut(order, round(len(order) * test_fraction))


@mistake(
    ko="100 * 0.07이 정확히 7인지 출력해 보세요.",
    en="Print 100 * 0.07. Is it exactly 7?",
)
def floating_point_adds_a_row(order, test_fraction):
    return _cut(order, math.ceil(len(order) * test_fraction))


@mistake(
    ko="두 크기를 따로 버림하면 합이 n이 되나요? 사라진 행이 있습니다.",
    en="Both sizes are cut off on their own. Do they still add up to n?",
)
def rows_lost_between_the_parts(order, test_fraction):
    n_train = int(len(order) * (1 - test_fraction))
    n_test = int(len(order) * test_fraction)
    return order[:n_train], order[len(order) - n_test :]


@mistake(
    ko="test_fraction은 두 부분 중 어느 쪽의 비율인가요?",
    en="Of which of the two parts is test_fraction the size?",
)
def fraction_of_the_training_part(order, test_fraction):
    n_train = _n_test(order, test_fraction)
    return order[:n_train], order[n_train:]


@mistake(
    ko="테스트 부분을 앞에서 떼고 있습니다. 앞부분은 어느 쪽의 것인가요?",
    en="The test part is cut from the front. To whom does the front belong?",
    rounded=["up", "down"],
)
def test_part_from_the_front(order, test_fraction, *, rounded):
    n_test = _n_test(order, test_fraction)
    if rounded == "down":
        n_test = int(len(order) * test_fraction)
    return order[n_test:], order[:n_test]


@mistake(
    ko="두 부분을 돌려주는 순서를 확인하세요.",
    en="Look at the order in which the two parts are returned.",
)
def parts_swapped(order, test_fraction):
    train, test = _cut(order, _n_test(order, test_fraction))
    return test, train


@mistake(
    ko="-0은 0과 같습니다. 테스트 크기가 0이면 order[-0:]은 무엇인가요?",
    en="-0 is 0. With a test size of 0, what is order[-0:]?",
    rounded=["up", "down"],
)
def minus_zero_as_an_index(order, test_fraction, *, rounded):
    n_test = _n_test(order, test_fraction)
    if rounded == "down":
        n_test = int(len(order) * test_fraction)
    return order[:-n_test], order[-n_test:]


@mistake(
    ko="인덱스를 새로 만들고 있습니다. 이미 섞인 order는 어디에 쓰이나요?",
    en="The indices are made anew. What becomes of the shuffled order?",
)
def order_ignored(order, test_fraction):
    return _cut(np.arange(len(order)), _n_test(order, test_fraction))


@mistake(
    ko="집합 연산은 결과를 정렬합니다. 학습 인덱스가 order의 순서를 지키나요?",
    en="Set operations sort what they return. Are the training indices still in their order?",
)
def training_part_sorted(order, test_fraction):
    _, test = _cut(order, _n_test(order, test_fraction))
    return np.setdiff1d(order, test), test


@mistake(
    ko="10 * (1 - 0.9)를 출력해 보세요. 문제에서 크기를 정해 준 것은 어느 쪽인가요?",
    en="Print 10 * (1 - 0.9). The size of which part is it that the statement fixes?",
)
def training_size_cut_off(order, test_fraction):
    n_train = int(len(order) * (1 - test_fraction))
    return order[:n_train], order[n_train:]


@mistake(
    ko="order는 이미 섞여 있습니다. 한 번 더 섞으면 어느 행이 테스트로 가게 되나요?",
    en="`order` is shuffled already. Shuffled once more, which rows end up in the test?",
    seed=[0, 1, 42],
    legacy=[True, False],
)
def shuffled_again(order, test_fraction, *, seed, legacy):
    rng = np.random.RandomState(seed) if legacy else np.random.default_rng(seed)
    return _cut(rng.permutation(order), _n_test(order, test_fraction))


@mistake(
    ko="테스트 행이 학습에도 쓰입니다. 본 적이 있는 데이터로 성능을 재면 어떻게 되나요?",
    en="The test rows train the model as well. What is a test worth on rows it has seen?",
)
def test_rows_left_in_training(order, test_fraction):
    _, test = _cut(order, _n_test(order, test_fraction))
    return order, test


@mistake(
    ko="테스트 행을 뒤에서부터 하나씩 꺼냈습니다. order 안에서도 그 순서였나요?",
    en="The test rows are taken off one by one from the back. Is that how they stand in `order`?",
)
def test_part_read_backwards(order, test_fraction):
    train, test = _cut(order, _n_test(order, test_fraction))
    return train, test[::-1]


@mistake(
    ko="두 부분이 모두 정렬되어 있습니다. order의 순서를 그대로 따라야 합니다.",
    en="Both parts come sorted. In which order do their rows stand in `order`?",
)
def both_parts_sorted(order, test_fraction):
    train, test = _cut(order, _n_test(order, test_fraction))
    return np.sort(train), np.sort(test)


@mistake(
    ko="비율이 0이나 1이어도 두 부분에 모두 행이 남습니다. 한쪽이 비어도 될까요?",
    en="Neither part is ever empty here, not even for a fraction of 0 or 1. May one be?",
)
def neither_part_empty(order, test_fraction):
    n_test = min(max(_n_test(order, test_fraction), 1), max(len(order) - 1, 1))
    return _cut(order, n_test)


@mistake(
    ko="일정한 간격으로 테스트 행을 골랐습니다. 테스트 행은 order의 어느 자리에 있어야 하나요?",
    en="Every so many rows one is tested. Where in `order` should all the test rows be?",
)
def every_so_many_rows(order, test_fraction):
    tested = np.zeros(len(order), dtype=bool)
    if test_fraction > 0:
        tested[:: max(round(1 / test_fraction), 1)] = True
    return order[~tested], order[tested]


@mistake(
    ko="버림한 크기에 늘 하나를 더했습니다. 나누어떨어질 때는 몇 행이어야 하나요?",
    en="One is always added after rounding down. How many rows where the product is whole?",
)
def one_row_more(order, test_fraction):
    return _cut(order, min(int(len(order) * test_fraction) + 1, len(order)))


@mistake(
    ko="행의 자리가 아니라 인덱스의 값으로 나누었습니다. 섞은 순서는 어디에 쓰이나요?",
    en="The values of the indices decide, not their places. What becomes of the shuffled order?",
)
def split_by_the_values(order, test_fraction):
    n_train = len(order) - _n_test(order, test_fraction)
    return order[order < n_train], order[order >= n_train]


@mistake(
    ko="행이 아니라 두 크기를 돌려주었습니다. 어느 행이 어디로 가나요?",
    en="Two sizes come back. Which rows are in which part?",
)
def sizes_instead_of_rows(order, test_fraction):
    n_test = _n_test(order, test_fraction)
    return len(order) - n_test, n_test


@mistake(
    ko="인덱스가 아니라 참과 거짓(mask)을 돌려주었습니다. 물은 것은 어느 행의 번호인가요?",
    en="Masks of True and False come back. Are they the indices of the rows?",
)
def masks_instead_of_indices(order, test_fraction):
    train = np.arange(len(order)) < len(order) - _n_test(order, test_fraction)
    return train, ~train


@mistake(
    ko="테스트 부분만 정렬되어 있습니다. order의 순서를 그대로 따라야 합니다.",
    en="The test part comes sorted. In which order do its rows stand in `order`?",
)
def test_part_sorted(order, test_fraction):
    train, test = _cut(order, _n_test(order, test_fraction))
    return train, np.sort(test)


@mistake(
    ko="0부터 n - 1까지를 새로 섞었습니다. 이미 섞인 order는 어디에 쓰이나요?",
    en="Fresh indices are shuffled. What becomes of `order`, which is shuffled already?",
    seed=[0, 42],
    legacy=[True, False],
)
def indices_shuffled_anew(order, test_fraction, *, seed, legacy):
    rng = np.random.RandomState(seed) if legacy else np.random.default_rng(seed)
    return _cut(rng.permutation(len(order)), _n_test(order, test_fraction))


@mistake(
    ko="경계의 행이 두 부분에 모두 있거나 어느 쪽에도 없습니다. 두 크기의 합이 n인가요?",
    en="The row at the cut is in both parts, or in neither. Do the two sizes add up to n?",
    missing=[False, True],
)
def row_at_the_cut_twice_or_never(order, test_fraction, *, missing):
    n_train = len(order) - _n_test(order, test_fraction)
    if missing:
        return order[:n_train], order[n_train + 1 :]
    return order[: n_train + 1], order[n_train:]
