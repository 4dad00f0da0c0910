r"""# 학습, 검증, 테스트 데이터

하이퍼파라미터도 어떤 데이터를 보고 정해야 합니다. 그것이 테스트 데이터라면 테스트 데이터에만 적합한 값을 고를 수 있습니다. 그래서 행을 셋으로 나눕니다. 학습 데이터(training set)로 모델을 학습하고, 검증 데이터(validation set)로 중간 점검을 하며 하이퍼파라미터를 정하고, 테스트 데이터(test set)로 마지막에 한 번 평가합니다.

    n_val = ⌈n·f_val⌉   n_test = ⌈n·f_test⌉   n_train = n - n_val - n_test

`three_way_split(order, validation_fraction, test_fraction)` 함수를 완성하세요.

- `order`는 섞어 놓은 행 인덱스입니다. 모양(shape)이 `(n,)`인 정수 배열이고 적어도 하나가 있습니다.
- 두 비율(f_val과 f_test)은 0 이상 1 이하의 수이고 모두 전체 행에 대한 비율입니다. 올림한 두 크기의 합은 n을 넘지 않습니다. 어느 부분이든 빌 수 있습니다.
- 정수 배열 세 개의 튜플 `(train, validation, test)`를 돌려줍니다. `order` 안에서도 이 순서로 이어집니다. 뷰(view)여도 됩니다.
- 모든 인덱스는 셋 중 꼭 한 곳에만 있습니다. 다시 섞지 말고, `order`를 바꾸지 마세요.

규칙. 두 크기는 따로따로 올림합니다. 앞의 문제처럼 올림하기 전에 곱에서 10⁻⁹을 빼서, 100·0.07 = 7.000000000000001이 7행이 되게 합니다. scikit-learn으로 두 번 나눌 때는 두 번째 비율을 남은 행의 비율로 쓰는 일이 많고, `np.split(order, [int(0.6 * n), int(0.8 * n)])`은 자르는 위치를 버림합니다. 그러면 크기가 달라집니다.

손으로 해 보기. `order`가 [5, 2, 0, 4, 1, 3]이고 f_val = 0.25, f_test = 0.5이면 곱은 1.5와 3입니다. 검증에 2행, 테스트에 3행을 쓰고 1행이 남습니다. 학습 부분은 [5], 검증 부분은 [2, 0], 테스트 부분은 [4, 1, 3]입니다.

강의에서(33): 단순 분할(train + test)은 데이터가 너무 적을 때 쓰고, 대부분의 경우에는 3-way 분할(train + validation + test)을 씁니다. 테스트 데이터는 학습 과정에 전혀 관여하지 않습니다.

확인: autograder check three_way_split

------------------------------------------------------------------------------

# Training, validation and test data

Hyper-parameters have to be chosen by some data, and if that is the test data, the test is spoiled: they may then fit nothing but it. So the rows are divided in three: the training data teaches the model, the validation data (validation set) checks it on the way and chooses the hyper-parameters, and the test data judges it once, at the end.

    n_val = ⌈n·f_val⌉   n_test = ⌈n·f_test⌉   n_train = n - n_val - n_test

Write `three_way_split(order, validation_fraction, test_fraction)`.

- `order` holds the shuffled indices of the rows: integers of shape `(n,)`, at least one.
- Both fractions (f_val and f_test) are numbers from 0 to 1, of all rows; the two sizes, rounded up, are together at most n. Any part may be empty.
- Return the tuple `(train, validation, test)` of three integer arrays. In `order` they follow each other in just this order. Views are fine.
- Every index is in exactly one of the three. Do not shuffle again, and do not change `order`.

Convention. Both sizes round up, each on its own, and as in the exercise before, 10⁻⁹ is taken off the product first, so that 100·0.07 = 7.000000000000001 means 7. Splitting twice with scikit-learn is often written with the second fraction of the rest, and `np.split(order, [int(0.6 * n), int(0.8 * n)])` rounds the places of the cuts down; those give other sizes.

By hand. With `order` = [5, 2, 0, 4, 1, 3], f_val = 0.25 and f_test = 0.5 the products are 1.5 and 3: two rows for validation, three for the test, and one is left. Train is [5], validation [2, 0], test [4, 1, 3].

From the lecture (33): the simple split (train and test) is for when there is very little data; the 3-way split (train, validation and test) is used in most cases. The test data takes no part in the training at all.

Check: autograder check three_way_split
"""

import numpy as np
import math


def three_way_split(order, validation_fraction, test_fraction):
    """Split the shuffled indices of the rows into training, validation and test parts.

    n_validation = ceil(n * validation_fraction - 1e-9)
    n_test = ceil(n * test_fraction - 1e-9)
    n_train = n - n_validation - n_test

    Args:
        order: the shuffled indices, integers of shape (n,), at least one.
        validation_fraction: part of all rows that is kept for validation, a number from 0 to 1.
        test_fraction: part of all rows that is kept for the test, likewise. The two sizes, rounded
            up, are together at most n.

    Returns:
        (train, validation, test): three integer arrays that follow each other in `order`; views
        are fine.

    Source: Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2009, 7.2.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
