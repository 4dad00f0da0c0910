r"""# 모멘텀(Momentum)의 한 걸음

보통의 경사 하강법은 지금 서 있는 곳의 기울기만 봅니다. 모멘텀(momentum)은 속도 v에 지난 기울기들을 기억해 두고, 걸음마다 조금씩 잊습니다. 기울기의 부호가 자꾸 바뀌는 방향에서는 서로 지워져 진동이 줄고, 부호가 같은 방향에서는 쌓여서 빨라집니다.

    v ← β v - η g   w ← w + v

`momentum_step(w, v, grad, lr, beta)` 함수를 완성하세요.

- `w`, `v`, `grad`는 모양(shape)이 같고 원소가 하나 이상인 float32 또는 float64 배열이거나 파이썬 float입니다. 모양은 무엇이든 됩니다. 결과는 같은 dtype을 유지합니다.
- `lr`은 학습률(learning rate) η > 0, `beta`는 모멘텀 계수 β (0 ≤ β < 1)이며 둘 다 파이썬 숫자입니다.
- 튜플 `(w, v)`를 돌려줍니다. 새 파라미터가 먼저이고 새 속도가 다음입니다. 저장할 것은 두 가지입니다.
- 입력은 하나도 바꾸지 않고, 호출과 호출 사이에 아무것도 남기지 않습니다.

규칙. 여기서는 속도 형식을 씁니다. v는 내리막을 향하고, 학습률은 v 안에 들어 있으며, w는 새 v만큼 움직입니다. PyTorch는 v ← β v + g, w ← w - η v로 씁니다. η가 일정하면 경로는 같지만 v의 값은 다릅니다. 이동평균 v ← β v + (1 - β)g, w ← w - η v를 쓰는 책도 있는데, 그러면 걸음이 1 - β배로 작아집니다. 오르막을 향하는 v ← β v + η g를 두고 w에서 빼는 곳도 있습니다.

손으로 해 보기. w = 1, v = -0.25, g = 0.5, η = 0.5, β = 0.5이면 v = 0.5·(-0.25) - 0.5·0.5 = -0.375이고 w = 1 - 0.375 = 0.625입니다.

강의에서(13): 모멘텀은 과거 기울기를 고려하여 파라미터를 업데이트하며, 진동을 줄이면서 학습 속도도 향상시킵니다. 그 대신 두 가지를 저장해야 합니다. 노트에는 "이동평균"이라고 적혀 있지만, 엄밀히 말하면 위의 v는 점점 잊히는 합 -η (g_t + β g_(t-1) + β² g_(t-2) + …)입니다. 가중치의 합이 1이 아니므로, 기울기가 일정하면 보통 걸음의 1/(1 - β)배까지 커집니다.

확인: autograder check momentum_step

------------------------------------------------------------------------------

# One step of momentum

Plain gradient descent knows only the slope under its feet. Momentum remembers: it keeps a velocity v in which the earlier gradients live on, a little less at every step. Where the gradient keeps changing sign they cancel and the zigzag calms down; where they agree they add up and the walk grows faster.

    v ← β v - η g   w ← w + v

Write `momentum_step(w, v, grad, lr, beta)`.

- `w`, `v` and `grad` are float32 or float64 arrays of one shape, any shape with at least one entry, or Python floats; the results keep the dtype.
- `lr` is the learning rate η > 0, `beta` the momentum β with 0 ≤ β < 1; both are Python numbers.
- Return the tuple `(w, v)`: the new parameters, then the new velocity. Two things have to be stored.
- Change none of the inputs, and keep nothing between two calls.

Convention. This is the velocity form: v points downhill, the learning rate is inside it, and w moves by the new v. PyTorch writes v ← β v + g, w ← w - η v: the same path while η is constant, but another v. Others take a moving average, v ← β v + (1 - β)g, w ← w - η v: its steps are smaller by the factor 1 - β. And some keep an uphill v ← β v + η g and subtract it.

By hand. From w = 1, v = -0.25 with g = 0.5, η = 0.5, β = 0.5: v = 0.5·(-0.25) - 0.5·0.5 = -0.375 and w = 1 - 0.375 = 0.625.

From the lecture (13): momentum takes the past gradients into account when it updates the parameters; it calms the oscillation and speeds learning up, and it has to store two things. The notes call it a moving average. Strictly, the v above is a sum with fading weights, -η (g_t + β g_(t-1) + β² g_(t-2) + …). Its weights do not add up to 1, so in a constant slope it grows to 1/(1 - β) times a plain step.

Check: autograder check momentum_step
"""

import numpy as np


def momentum_step(w, v, grad, lr, beta):
    """One step of gradient descent with momentum, in the velocity form.

    v <- beta*v - lr*grad
    w <- w + v

    Args:
        w: parameters, a float array of any shape with at least one entry, or a float.
        v: velocity, what earlier steps have left behind, like w; zero at the start.
        grad: gradient at w, like w.
        lr: learning rate, a number above 0.
        beta: how much of the velocity stays, at least 0 and less than 1.

    Returns:
        (w, v) after the step, of the dtype of w.

    Source: Sutskever et al., "On the importance of initialization and momentum in deep
    learning", 2013, equations 1 and 2.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
