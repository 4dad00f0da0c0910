r"""# 오버슈팅

너무 빨라진 모멘텀(momentum)은 최솟값에서 멈추지 못하고 지나쳤다가 되돌아옵니다. 이것이 오버슈팅(overshooting)입니다. 여러 방법을 이것으로 비교하려면 먼저 재야 합니다. 경로가 최솟값의 반대쪽, 곧 출발하지 않은 쪽으로 얼마나 멀리 갈까요?

    overshoot = max(0, max_k s (w⋆ - w_k))   s = sign(w_0 - w⋆)

`overshoot(path, minimum)` 함수를 완성하세요.

- `path`는 모양(shape)이 `(n,)`, n ≥ 1인 float32 또는 float64 배열입니다. 1차원에서 걸어간 위치 w_0, w_1, …이며 출발점이 맨 앞에 있습니다.
- `minimum`은 최솟값의 위치 w⋆이며 파이썬 float입니다.
- 숫자 하나, 0 이상의 거리를 돌려줍니다. 경로가 최솟값을 한 번도 넘지 않으면 0입니다. 정확히 최솟값에서 출발해도 반대쪽이라는 것이 없으므로 0입니다.
- `path`는 바꾸지 않습니다.

규칙. 결과는 최솟값에서부터 잰 거리이며, 첫 번째로 넘어간 구간만이 아니라 경로 전체에서 가장 먼 점을 봅니다. 출발한 쪽으로 되돌아온 거리는 세지 않습니다. 제어 이론에서는 처음 거리 |w_0 - w⋆|에 대한 백분율로 나타낼 때가 많은데, 그러면 다른 값이 됩니다.

손으로 해 보기. 경로 [2, 0.5, -0.25, 0.75, -0.5]는 최솟값이 0에 있을 때 오른쪽에서 출발하여 두 번, 0.25와 0.5만큼 넘어갑니다. 그러므로 오버슈팅은 0.5입니다. 최솟값이 1에 있다면 같은 경로가 1.5만큼 넘어갑니다.

강의에서(13): 모멘텀이 크면 오버슈팅 문제가 발생할 수 있습니다. 전역 최솟값(global minimum) 주변에서 속도가 너무 빨라져 최솟값을 지나치는 현상입니다. 노트에는 주변의 기울기가 너무 커서라고 적혀 있지만, 엄밀히 말하면 최솟값에서의 기울기는 0이고, 내려오는 동안 쌓인 속도가 경로를 반대쪽으로 밀어냅니다. 모멘텀이 없으면 학습률 자체가 너무 클 때만 최솟값을 지나칩니다.

확인: autograder check overshoot

------------------------------------------------------------------------------

# Overshoot

Momentum that has become too fast does not stop at the minimum: it runs past it and has to come back. That is overshooting. To compare methods by it, measure it: how far does a path get on the other side of the minimum, the side on which it did not start?

    overshoot = max(0, max_k s (w⋆ - w_k))   s = sign(w_0 - w⋆)

Write `overshoot(path, minimum)`.

- `path` is a float32 or float64 array of shape `(n,)`, n ≥ 1: the positions w_0, w_1, … of a one-dimensional walk, its start first.
- `minimum` is the place w⋆ of the minimum, a Python float.
- Return one number, a distance ≥ 0: 0 if the path never gets past the minimum, and 0 if it starts exactly at the minimum, for then there is no other side.
- Do not change `path`.

Convention. The result is a distance, measured from the minimum and taken at the farthest point of the whole path, not only of its first swing. Swings back to the side of the start do not count. Control theory often gives it as a percentage of the first distance |w_0 - w⋆|; that is another number.

By hand. The path [2, 0.5, -0.25, 0.75, -0.5] with the minimum at 0 starts on the right and is past the minimum twice, by 0.25 and by 0.5: the overshoot is 0.5. Around a minimum at 1 the same path gets past it by 1.5.

From the lecture (13): when momentum is large, overshooting can happen: the velocity becomes too high around the global minimum and runs past it. The notes blame a large gradient there; strictly, the gradient at the minimum is zero, and it is the velocity gathered on the way down that carries the path across. Without momentum, a step overshoots only where the learning rate itself is too large.

Check: autograder check overshoot
"""

import numpy as np


def overshoot(path, minimum):
    """The farthest that a path goes past the minimum.

    max(0, max over the path of side * (minimum - w)), side = sign(w_start - minimum)

    Args:
        path: where the walk was, start first: a float array (n,) with n of at least 1.
        minimum: the place of the minimum, a float.

    Returns:
        A distance, a number of at least 0: how far the path gets on the side of the minimum that
        its start does not lie on; 0 if it never gets there, or if it starts at the minimum.

    Source: the lecture, 13; the maximum overshoot of control theory, as a distance.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
