r"""# 학습 데이터와 테스트 데이터

모델은 본 적이 없는 데이터로 평가해야 합니다. 그래서 행을 한 번 섞은 다음, 뒷부분을 테스트 데이터(test set)로 떼어 두고 학습에 쓰지 않습니다. 여기서는 이미 섞여 있으므로 알맞은 자리에서 나누기만 하면 됩니다.

    n_test = ⌈n·fraction⌉   n_train = n - n_test

`train_test_split(order, test_fraction)` 함수를 완성하세요.

- `order`는 섞어 놓은 행 인덱스입니다. 모양(shape)이 `(n,)`인 정수 배열이고 적어도 하나가 있습니다.
- `test_fraction`은 0 이상 1 이하의 수입니다. 0이나 1이면 한쪽이 빌 수 있습니다.
- 정수 배열 두 개의 튜플 `(train, test)`를 돌려줍니다. 차례로 `order`의 앞 n_train개와 뒤 n_test개이며, 순서는 그대로 둡니다. 뷰(view)여도 됩니다.
- 모든 인덱스는 둘 중 꼭 한쪽에만 있습니다. 다시 섞지 말고, `order`를 바꾸지 마세요.

규칙. 테스트 크기는 scikit-learn처럼 올림합니다. 다만 부동소수점 오차 때문에 행이 늘어나면 안 됩니다. 컴퓨터에서 100·0.07은 7.000000000000001이지만 7행이라는 뜻이므로, 올림하기 전에 곱에서 10⁻⁹을 뺍니다. 버림이나 반올림을 하는 코드도 많고, 테스트 부분을 앞에서 떼는 코드도 있습니다. 그러면 다른 결과가 나옵니다.

손으로 해 보기. `order`가 [4, 0, 3, 1, 2]이고 비율이 0.25이면 곱은 1.25이므로 n_test = 2입니다. 학습 부분은 [4, 0, 3], 테스트 부분은 [1, 2]입니다.

강의에서(32, 33): 전체 데이터를 학습 데이터와 테스트 데이터로 나누어 검증합니다. 그러면 모델의 성능(과적합, 과소적합)을 측정할 수 있습니다. 테스트 데이터는 학습 과정에 전혀 관여하지 않습니다.

확인: autograder check train_test_split

------------------------------------------------------------------------------

# Training and test data

A model is judged by data that it has not seen. So the rows are shuffled once, and the last part of them is kept away from the training: the test data (test set). Here the shuffling is already done; what is left is to cut at the right place.

    n_test = ⌈n·fraction⌉   n_train = n - n_test

Write `train_test_split(order, test_fraction)`.

- `order` holds the shuffled indices of the rows: integers of shape `(n,)`, at least one.
- `test_fraction` is a number from 0 to 1, both included: either part may be empty.
- Return the tuple `(train, test)` of two integer arrays: the first n_train entries of `order` and the last n_test ones, in the order they have. Views are fine.
- Every index is in exactly one of the two. Do not shuffle again, and do not change `order`.

Convention. The size of the test part rounds up, as in scikit-learn. Floating point must not add a row: 100·0.07 is 7.000000000000001 on a computer and means 7, so take 10⁻⁹ off the product before you round it up. Many programs round down, or to the nearest number, or take the test part from the front; those give other parts.

By hand. With `order` = [4, 0, 3, 1, 2] and a fraction of 0.25 the product is 1.25, so n_test = 2: train is [4, 0, 3] and test is [1, 2].

From the lecture (32, 33): all data can be divided into training data and test data, in order to validate: it shows how well the model does, whether it overfits or underfits. The test data takes no part in the training at all.

Check: autograder check train_test_split
"""

import numpy as np
import math


def train_test_split(order, test_fraction):
    """Split the shuffled indices of the rows into a training part and a test part.

    n_test = ceil(n * test_fraction - 1e-9)
    n_train = n - n_test

    Args:
        order: the shuffled indices, integers of shape (n,), at least one.
        test_fraction: part of the rows that is kept for the test, a number from 0 to 1.

    Returns:
        (train, test): the first n_train entries of `order` and the last n_test ones, two integer
        arrays of shape (n_train,) and (n_test,); views are fine.

    Source: scikit-learn's `train_test_split`, which rounds the size of the test part up as well.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
