r"""# L2 패널티

L2 패널티(L2 penalty)는 가중치의 제곱을 모두 더해 세기 λ를 곱한 값이고, 손실에 더합니다. 큰 가중치에는 큰 값을, 작은 가중치에는 아주 작은 값을 매깁니다. 그래서 큰 가중치를 줄이지만 정확히 0으로 만드는 일은 드뭅니다. 선형 모델에서는 릿지(ridge)라고 합니다.

    R(w) = λ Σ_i w_i²

`l2_penalty(w, lam)` 함수를 완성하세요.

- `w`는 모양(shape)이 자유롭고 원소가 하나 이상인 float32 또는 float64 배열이거나 파이썬 float입니다. 모든 원소를 더합니다.
- `lam`은 0 이상인 파이썬 숫자입니다.
- 숫자 하나를 돌려줍니다. 자료형은 무엇이든 됩니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. Keras(`regularizers.L2`)와 scikit-learn의 `Ridge`처럼 L2 노름의 제곱이며, 1/2을 곱하지 않고 제곱근도 없습니다. 미분할 때 나오는 2를 지우려고 (λ/2) Σ w_i²으로 쓰는 책이 많고, PyTorch SGD의 `weight_decay`도 그것과 같습니다. 표본의 수로 나누는 곳도 있습니다.

손으로 해 보기. w = (1,-2,0.5), λ = 0.1이면 0.1·(1 + 4 + 0.25) = 0.525입니다.

강의에서(37-39): 가중치 조합은 여러 개가 가능하고, 그 가운데 크기가 작은 가중치를 찾는 것이 패널티 기반 정규화입니다. 노트에는 "크기에 비례"한다고 적혀 있지만, L2에서는 크기의 제곱에 비례합니다.

확인: autograder check l2_penalty

------------------------------------------------------------------------------

# The L2 penalty

The L2 penalty adds the squares of the weights to the loss, times a strength λ. A large weight costs much, a small one hardly anything: this shrinks the large ones and seldom makes any exactly zero. In the linear model it is called ridge.

    R(w) = λ Σ_i w_i²

Write `l2_penalty(w, lam)`.

- `w` is a float32 or float64 array of any shape with at least one entry, or a Python float. The sum goes over all entries.
- `lam` is a Python number, 0 or greater.
- Return a single number; its type is free.
- Change none of the inputs.

Convention. The square of the L2 norm, without the factor 1/2 and without a root; as in Keras (`regularizers.L2`) and in scikit-learn's `Ridge`. Many books write (λ/2) Σ w_i² so that the 2 of the derivative cancels: that is also what `weight_decay` in PyTorch's SGD amounts to. Some divide by the number of samples too.

By hand. For w = (1,-2,0.5) and λ = 0.1: 0.1·(1 + 4 + 0.25) = 0.525.

From the lecture (37-39): many combinations of weights are possible; this looks for one whose weights are small. The notes say "in proportion to the size"; for L2 it is in proportion to the square of the size.

Check: autograder check l2_penalty
"""

import numpy as np


def l2_penalty(w, lam):
    """The L2 penalty on weights.

    R(w) = lam * sum_i w_i**2

    Args:
        w: weights, a float array of any shape with at least one entry, or a float.
        lam: strength of the penalty, a number >= 0.

    Returns:
        The penalty, a single number: no root, no factor 1/2.

    Source: Hoerl and Kennard, "Ridge Regression", 1970.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
