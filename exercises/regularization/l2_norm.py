r"""# L2 노름

노름(norm)은 가중치가 얼마나 큰지를 말해 줍니다. 가중치를 점으로 보았을 때 원점에서 그 점까지의 거리입니다. L2 거리로 재면 L2 노름(L2 norm), 곧 화살표의 길이가 됩니다.

    ‖w‖_2 = √(Σ_i w_i²)

`l2_norm(w)` 함수를 완성하세요.

- `w`는 모양(shape)이 자유로운 float32 또는 float64 배열(축이 없거나 비어 있어도 됩니다)이거나 파이썬 float입니다. 모양에 상관없이 모든 원소를 씁니다.
- 숫자 하나를 돌려줍니다. 자료형은 무엇이든 됩니다. 원소가 없으면 0입니다.
- 입력은 바꾸지 않습니다.

규칙. 여기서 가중치 행렬은 하나의 긴 벡터입니다(행렬에서는 프로베니우스 노름(Frobenius norm)이라고 하고, NumPy의 기본값입니다). `np.linalg.norm(W, 2)`에서 행렬의 2-노름은 다른 것(가장 큰 특잇값)입니다. 제곱근까지 구합니다. 제곱근이 없는 것은 뒤에 나올 패널티입니다.

손으로 해 보기. w = (3,-4)이면 √(9 + 16) = 5입니다. L1 노름은 7입니다. 직선은 축을 따라가는 길보다 길지 않습니다.

강의에서(39): 노름은 원점에서 다른 점까지의 L1, L2 거리입니다.

확인: autograder check l2_norm

------------------------------------------------------------------------------

# The L2 norm

A norm says how large a set of weights is: it is the distance from the origin to the point that the weights are. With the L2 distance it is the L2 norm, the length of the arrow.

    ‖w‖_2 = √(Σ_i w_i²)

Write `l2_norm(w)`.

- `w` is a float32 or float64 array of any shape (without axes and empty ones too), or a Python float. The norm goes over all entries, whatever the shape.
- Return a single number; its type is free. The norm of no entries is 0.
- Change none of the inputs.

Convention. A matrix of weights is one long vector here (for a matrix this is the Frobenius norm, NumPy's default). `np.linalg.norm(W, 2)` means another norm for a matrix, the largest singular value. The root is taken: the penalty of a later exercise goes without it.

By hand. For w = (3,-4): √(9 + 16) = 5. Its L1 norm is 7: the straight line is never longer than the way along the axes.

From the lecture (39): a norm is the L1 or L2 distance from the origin to another point.

Check: autograder check l2_norm
"""

import numpy as np


def l2_norm(w):
    """The L2 norm: the L2 distance from the origin, over all entries.

    sqrt(sum_i w_i**2)

    Args:
        w: weights, a float array of any shape, an empty one too, or a float.

    Returns:
        The norm, a single number.

    Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 2.5.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
