r"""# L1 노름

노름(norm)은 가중치가 얼마나 큰지를 말해 줍니다. 가중치를 점으로 보았을 때 원점에서 그 점까지의 거리입니다. L1 거리로 재면 L1 노름(L1 norm), 곧 절댓값의 합이 됩니다.

    ‖w‖_1 = Σ_i |w_i|

`l1_norm(w)` 함수를 완성하세요.

- `w`는 모양(shape)이 자유로운 float32 또는 float64 배열(축이 없거나 비어 있어도 됩니다)이거나 파이썬 float입니다. 모양에 상관없이 모든 원소를 더합니다.
- 숫자 하나를 돌려줍니다. 자료형은 무엇이든 됩니다. 원소가 없으면 0입니다.
- 입력은 바꾸지 않습니다.

규칙. 여기서 가중치 행렬은 하나의 긴 벡터입니다. NumPy의 `np.linalg.norm(W, 1)` 등에서 행렬의 1-노름은 다른 것(열의 합 가운데 가장 큰 것)이라서 다른 값이 나옵니다.

손으로 해 보기. w = (3,-4)이면 |3| + |-4| = 7입니다.

강의에서(39): 노름은 원점에서 다른 점까지의 L1, L2 거리입니다.

확인: autograder check l1_norm

------------------------------------------------------------------------------

# The L1 norm

A norm says how large a set of weights is: it is the distance from the origin to the point that the weights are. With the L1 distance it is the L1 norm, the sum of the absolute values.

    ‖w‖_1 = Σ_i |w_i|

Write `l1_norm(w)`.

- `w` is a float32 or float64 array of any shape (without axes and empty ones too), or a Python float. The norm goes over all entries, whatever the shape.
- Return a single number; its type is free. The norm of no entries is 0.
- Change none of the inputs.

Convention. A matrix of weights is one long vector here. NumPy's `np.linalg.norm(W, 1)` and the like mean another norm for a matrix, the largest sum of a column, and give other numbers.

By hand. For w = (3,-4): |3| + |-4| = 7.

From the lecture (39): a norm is the L1 or L2 distance from the origin to another point.

Check: autograder check l1_norm
"""

import numpy as np


def l1_norm(w):
    """The L1 norm: the L1 distance from the origin, over all entries.

    sum_i |w_i|

    Args:
        w: weights, a float array of any shape, an empty one too, or a float.

    Returns:
        The norm, a single number.

    Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 2.5.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
