r"""# 골짜기를 내려가는 세 경로

좁고 긴 골짜기는 가로로는 가파르고 바닥을 따라서는 거의 평평합니다. 가로 방향에 알맞은 학습률은 바닥 방향에는 너무 작습니다. 경사 하강법(SGD), 모멘텀(momentum), 네스테로프 모멘텀(NAG)을 같은 점에서 같은 학습률로 출발시켜 지나간 자리를 기록하고, 등고선 위에 그려 비교합니다.

    sgd: w ← w - η ∇L(w)

    momentum: v ← β v - η ∇L(w),   w ← w + v

    nesterov: v ← β v - η ∇L(w + β v),   w ← w + v

`compare_momentum(grad_fn, w0, lr, beta, steps)` 함수를 완성하세요.

- `grad_fn`은 함수입니다. `grad_fn(point)`는 모양(shape)이 `(d,)`인 점에서 구한 기울기이며 모양도 같습니다.
- `w0`은 세 방법의 공통 출발점이며, 모양이 `(d,)`(d ≥ 1)인 float32 또는 float64 배열입니다. 두 속도는 모두 0에서 시작합니다.
- `lr`은 학습률(learning rate) η > 0, `beta`는 모멘텀 계수 β (0 ≤ β < 1)이며 둘 다 파이썬 숫자입니다. `steps`는 0 이상의 정수입니다.
- 키가 `"sgd"`, `"momentum"`, `"nesterov"`인 딕셔너리(dict)를 돌려줍니다. 각 값은 모양이 `(steps+1, d)`이고 dtype이 `w0`과 같은 배열 하나입니다. 행마다 점이 하나씩 있고 `w0`이 맨 앞입니다.
- `w0`은 바꾸지 않습니다. 이미 작성한 한 걸음 함수가 같은 노트북에 있으면 불러 써도 됩니다.

규칙. 앞에서와 같이 속도 형식을 씁니다. 학습률이 일정하면 PyTorch의 모멘텀 경로도 이와 같습니다. 그러나 PyTorch의 `nesterov=True`와 Keras가 내는 경로는 실제 위치가 아니라 미리 가 본 점들이므로 다릅니다. 기울기에 (1 - β)를 곱하는 이동평균 형식은 걸음이 훨씬 작습니다.

손으로 해 보기. L(w) = w², 곧 ∇L(w) = 2w이고 w_0 = 1, η = 0.25, β = 0.5로 두 걸음을 가면 sgd는 1, 0.5, 0.25, momentum은 1, 0.5, 0, 그리고 두 번째 기울기를 0.25에서 구하는 nesterov는 1, 0.5, 0.125로 움직입니다.

강의에서(19): SGD는 학습 속도가 느리고, 모멘텀을 더하면 속도는 빨라지지만 비효율적으로 학습하며, NAG는 학습 속도도 빠르고 오버슈팅(overshooting)도 완화합니다. 노트에는 SGD가 느린 까닭이 노이즈라고 적혀 있습니다. 그런데 여기서는 기울기가 정확해서 노이즈가 전혀 없는데도 SGD가 느립니다. 골짜기의 모양 때문이며, 미니 배치의 노이즈는 여기에 더해집니다.

확인: autograder check compare_momentum

------------------------------------------------------------------------------

# Three paths down a ravine

A ravine is steep across and nearly flat along its floor: the rate that is just right across is far too small along. Let gradient descent, momentum and Nesterov's momentum start from one point with one learning rate, record where each goes, and look at the paths over the level lines.

    sgd: w ← w - η ∇L(w)

    momentum: v ← β v - η ∇L(w),   w ← w + v

    nesterov: v ← β v - η ∇L(w + β v),   w ← w + v

Write `compare_momentum(grad_fn, w0, lr, beta, steps)`.

- `grad_fn` is a function: `grad_fn(point)` is the gradient at a point of shape `(d,)`, and has that shape too.
- `w0` is the start of all three, a float32 or float64 array `(d,)` with d ≥ 1; both velocities start at zero.
- `lr` is the learning rate η > 0, `beta` the momentum β with 0 ≤ β < 1, both Python numbers; `steps` is an int ≥ 0.
- Return a dict with the keys `"sgd"`, `"momentum"` and `"nesterov"`. Each value is one array of shape `(steps+1, d)` and the dtype of `w0`: a point in each row, `w0` first.
- Do not change `w0`. You may call the step functions that you have already written, if they are in the same notebook.

Convention. The velocity form, as before. At a constant rate the momentum path of PyTorch is the same one; the path that its `nesterov=True` and that of Keras give consists of the points ahead, not of the real positions, and differs. A moving-average velocity, with (1 - β) on the gradient, takes far smaller steps.

By hand. For L(w) = w², so ∇L(w) = 2w, from w_0 = 1 with η = 0.25, β = 0.5 and two steps: sgd goes 1, 0.5, 0.25; momentum 1, 0.5, 0; and nesterov, which takes its second gradient at 0.25, goes 1, 0.5, 0.125.

From the lecture (19): SGD learns slowly; with momentum it is fast but inefficient; NAG is fast and eases the overshooting. The notes put the slowness of SGD down to noise. Here every gradient is exact, without any noise, and plain descent is slow all the same: that is the shape of the ravine, and what the mini-batches' noise would add comes on top.

Check: autograder check compare_momentum
"""

import numpy as np


def compare_momentum(grad_fn, w0, lr, beta, steps):
    """The paths of gradient descent, momentum and Nesterov's momentum from one start.

    sgd:      w <- w - lr*grad_fn(w)
    momentum: v <- beta*v - lr*grad_fn(w),           w <- w + v
    nesterov: v <- beta*v - lr*grad_fn(w + beta*v),  w <- w + v

    Args:
        grad_fn: a function that takes a point like w0 and returns the gradient there, like w0.
        w0: where all three start, a float array (d,) with d at least 1.
        lr: learning rate of all three, a number above 0.
        beta: how much of the velocity stays, for momentum and nesterov, at least 0 and less than 1.
        steps: how many steps each takes, an int of at least 0.

    Returns:
        A dict with the keys "sgd", "momentum" and "nesterov"; each value is the path, one array
        (steps+1, d) of the dtype of w0, w0 first.

    Source: the lecture, 19; the methods are in Sutskever et al., "On the importance of
    initialization and momentum in deep learning", 2013, section 2.
    """

    # YOUR CODE HERE
    raise NotImplementedError()
