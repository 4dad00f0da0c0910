r"""# L2 거리

L2 거리(L2 distance), 다른 이름으로 유클리드 거리(Euclidean distance)는 두 점 사이의 가장 짧은 거리, 곧 직선 거리입니다. 피타고라스 정리를 여러 차원으로 넓힌 것이고, L2 정규화(regularization)가 이 거리로 만들어집니다.

    d_2(a,b) = √(Σ_i (a_i - b_i)²)

`l2_distance(a, b)` 함수를 완성하세요.

- `a`와 `b`는 dtype이 같은 float32 또는 float64 배열이고 축이 하나 이상이며 비어 있지 않습니다. 좌표는 마지막 축에 있습니다. 두 모양(shape)은 브로드캐스팅(broadcasting)됩니다. `(n, d)`와 `(d,)`이면 거리가 `n`개이고, `(n, 1, d)`와 `(m, d)`이면 `(n, m)`입니다.
- 결과는 브로드캐스팅된 모양에서 마지막 축을 뺀 모양이고, 입력의 dtype을 유지합니다. 점이 하나씩이면 숫자 하나이며 자료형은 무엇이든 됩니다.
- 원점에서는 멀지만 서로는 아주 가까운 점에서도 정확해야 합니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. 제곱근까지 구하고, 아무것도 더하지 않습니다. scikit-learn의 `euclidean_distances`는 제곱을 a² - 2ab + b²으로 전개해서 빠르지만 가까운 점에서 자릿수를 잃습니다. PyTorch의 `pairwise_distance`는 차이마다 10⁻⁶을 더합니다. 둘 다 다른 값이 나옵니다.

손으로 해 보기. a = (1,2)에서 b = (4,-2)까지는 √(3² + 4²) = √25 = 5입니다.

강의에서(39): L2 거리(유클리드 거리)는 최단 직선 거리입니다.

확인: autograder check l2_distance

------------------------------------------------------------------------------

# The L2 distance

The L2 distance (Euclidean distance) between two points is the shortest one, the straight line. It is the theorem of Pythagoras in any number of dimensions, and L2 regularisation is built on it.

    d_2(a,b) = √(Σ_i (a_i - b_i)²)

Write `l2_distance(a, b)`.

- `a` and `b` are float32 or float64 arrays of one dtype with at least one axis and at least one entry; the coordinates lie along the last axis. Their shapes broadcast: `(n, d)` and `(d,)` give `n` distances, `(n, 1, d)` and `(m, d)` give `(n, m)`.
- The result has the broadcast shape without its last axis, in the dtype of the inputs. Two single points give a single number, of whatever type.
- It has to be right as well for points that are much closer to each other than to the origin.
- Change none of the inputs.

Convention. The root is taken, and nothing is added. scikit-learn's `euclidean_distances` multiplies the square out, a² - 2ab + b², which is fast but loses its digits for close points; PyTorch's `pairwise_distance` adds 10⁻⁶ to each difference. Both give other numbers.

By hand. From a = (1,2) to b = (4,-2): √(3² + 4²) = √25 = 5.

From the lecture (39): the L2 distance (Euclidean distance) is the shortest distance, along a straight line.

Check: autograder check l2_distance
"""

import numpy as np


def l2_distance(a, b):
    """The L2 (Euclidean) distance between points.

    sqrt(sum_i (a_i - b_i)**2), over the last axis

    Args:
        a: points, a float array with at least one axis and at least one entry, the coordinates
            along the last axis.
        b: points, like a; the shapes of a and b broadcast.

    Returns:
        One distance for each pair of points: the broadcast shape without its last axis, of the
        dtype of a; a single number for two single points.

    Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 2.5.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
