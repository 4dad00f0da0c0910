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
)
def test_part_from_the_front(order, test_fraction):
    n_test = _n_test(order, test_fraction)
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
)
def minus_zero_as_an_index(order, test_fraction):
    n_test = _n_test(order, test_fraction)
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
