r"""# L1 거리

도시의 길처럼 축을 따라서만 걸을 수 있다면 두 점은 얼마나 떨어져 있을까요? L1 거리(L1 distance), 다른 이름으로 맨해튼 거리(Manhattan distance)는 두 점이 축마다 떨어진 만큼을 모두 더한 것입니다. L1 정규화(regularization)가 이 거리로 만들어집니다.

    d_1(a,b) = Σ_i |a_i - b_i|

`l1_distance(a, b)` 함수를 완성하세요.

- `a`와 `b`는 dtype이 같은 float32 또는 float64 배열이고 축이 하나 이상이며 비어 있지 않습니다. 좌표는 마지막 축에 있습니다. 두 모양(shape)은 브로드캐스팅(broadcasting)됩니다. `(n, d)`와 `(d,)`이면 거리가 `n`개이고, `(n, 1, d)`와 `(m, d)`이면 `(n, m)`입니다.
- 결과는 브로드캐스팅된 모양에서 마지막 축을 뺀 모양이고, 입력의 dtype을 유지합니다. 점이 하나씩이면 숫자 하나이며 자료형은 무엇이든 됩니다.
- 원점에서 멀지만 서로는 아주 가까운 점에서도 정확해야 합니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. 축을 평균하지 않고 더합니다. SciPy에서는 `cityblock`, scikit-learn에서는 `manhattan_distances`라고 합니다. 뒤의 것은 `a`의 모든 점과 `b`의 모든 점 사이의 거리를 구하지만, 여기서는 모양이 브로드캐스팅됩니다.

손으로 해 보기. a = (1,2)에서 b = (4,-2)까지는 |1 - 4| + |2 - (-2)| = 3 + 4 = 7입니다.

강의에서(39): L1 거리(맨해튼 거리)는 두 점의 각 축의 차이를 더하는 방법(직각 거리)입니다. 노트에는 "절댓값의 차이의 절댓값"이라고 적혀 있지만, 정확히는 좌표의 차이의 절댓값입니다. -1에서 1까지는 0이 아니라 2입니다.

확인: autograder check l1_distance

------------------------------------------------------------------------------

# The L1 distance

How far apart are two points if you may only walk along the axes, like along the streets of a city? The L1 distance (Manhattan distance) adds up how far they are apart along each axis. L1 regularisation is built on it.

    d_1(a,b) = Σ_i |a_i - b_i|

Write `l1_distance(a, b)`.

- `a` and `b` are float32 or float64 arrays of one dtype with at least one axis and at least one entry; the coordinates lie along the last axis. Their shapes broadcast: `(n, d)` and `(d,)` give `n` distances, `(n, 1, d)` and `(m, d)` give `(n, m)`.
- The result has the broadcast shape without its last axis, in the dtype of the inputs. Two single points give a single number, of whatever type.
- It has to be right as well for points that are much closer to each other than to the origin.
- Change none of the inputs.

Convention. The axes are added up, not averaged. In SciPy this distance is `cityblock`, in scikit-learn `manhattan_distances`; the latter gives every point of `a` against every point of `b`, while here the shapes broadcast.

By hand. From a = (1,2) to b = (4,-2): |1 - 4| + |2 - (-2)| = 3 + 4 = 7.

From the lecture (39): the L1 distance (Manhattan distance) adds up the differences of two points along each axis, at right angles. The notes speak of the difference "of the absolute values"; what is meant is the absolute value of the difference: from -1 to 1 it is 2, not 0.

Check: autograder check l1_distance
"""

import numpy as np


def l1_distance(a, b):
    """The L1 (Manhattan) distance between points.

    sum_i |a_i - b_i|, over the last axis

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
