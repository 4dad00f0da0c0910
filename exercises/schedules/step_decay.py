r"""# 스텝 감쇠(step decay)

학습 초반에는 높은 학습률(learning rate)로 빠르게, 후반에는 낮은 학습률로 느리게 가는 것이 학습률 감쇠(learning rate decay)입니다. 스텝 감쇠는 그 가운데 가장 단순한 방법으로, d 에폭(epoch) 동안 학습률을 그대로 두었다가 γ를 곱하고, 이것을 되풀이하여 계단처럼 줄입니다.

    α_t = α_0 γ^(⌊t/d⌋)

⌊·⌋는 그 수를 넘지 않는 가장 큰 정수이며, 여기서는 지금까지 감소한 횟수입니다.

`step_decay(t, lr0, gamma, d)` 함수를 완성하세요.

- `t`는 0부터 세는 에폭입니다. 파이썬 int나 float 하나일 수도 있고, 그런 수의 배열(int64 또는 float64, 모양은 자유, 원소는 하나 이상)일 수도 있습니다.
- `lr0`은 t = 0일 때의 학습률 α_0으로, 0보다 큰 파이썬 숫자입니다. `gamma`는 0보다 크고 1 이하인 파이썬 숫자로, 한 번 감소할 때 남는 비율입니다. `d`는 1 이상의 int입니다.
- `t`가 숫자이면 숫자를, 배열이면 모양이 같은 float64 배열을 돌려줍니다. `t`가 정수 배열이어도 마찬가지입니다.
- `t`를 바꾸지 않습니다.

규칙. PyTorch의 `StepLR`처럼 첫 감소는 t = d에서 일어나고, t = 0에서는 일어나지 않습니다. 널리 퍼진 Keras 예제는 ⌊(1 + t)/d⌋를 써서 한 에폭 먼저 줄입니다. optax와 Keras는 `staircase=True`를 주지 않으면 γ^(t/d)로 매끄럽게 줄입니다. 그러면 다른 값이 나옵니다.

손으로 해 보기. α_0 = 0.4, γ = 0.1, d = 10이면 α_9 = 0.4·0.1⁰ = 0.4, α_10 = α_11 = 0.4·0.1¹ = 0.04, α_20 = 0.4·0.1² = 0.004입니다.

강의에서(26, 28): 일정 주기마다 일정 비율로, 곧 t/d 값이 정수가 될 때마다 감마 값에 따라 학습률이 감소합니다. 이 문장에는 두 가지를 덧붙여 읽으세요. t = 0에서도 t/d는 정수이지만 아직 감소하지 않고, 다음 감소까지는 줄어든 학습률이 그대로 유지됩니다. γ와 d가 모두 하이퍼파라미터(hyperparameter)이고, 결과는 이 값들에 민감합니다.

확인: autograder check step_decay

------------------------------------------------------------------------------

# Step decay

Early in training a high learning rate moves fast, late in training a low one settles. Step decay is the simplest way from one to the other: the rate stays as it is for d epochs, then it is multiplied by γ, and so on, in stairs.

    α_t = α_0 γ^(⌊t/d⌋)

⌊·⌋ is the largest whole number that is not above it: the number of drops so far.

Write `step_decay(t, lr0, gamma, d)`.

- `t` is the epoch, counted from 0: a Python int or float, or an array of them (int64 or float64, any shape with at least one entry).
- `lr0`, a positive Python number, is the rate α_0 at t = 0; `gamma`, a Python number above 0 and at most 1, is the part that remains at a drop; `d` is an int, at least 1.
- Return a number for a number, and for an array a float64 array of the same shape, also where `t` is an integer array.
- Do not change `t`.

Convention. As in PyTorch's `StepLR` the first drop is at t = d; at t = 0 there is none. A well-known Keras recipe has ⌊(1 + t)/d⌋ and drops one epoch earlier; optax and Keras fall smoothly with γ^(t/d) unless `staircase=True` is given. Those give other numbers.

By hand. With α_0 = 0.4, γ = 0.1, d = 10: α_9 = 0.4·0.1⁰ = 0.4, α_10 = α_11 = 0.4·0.1¹ = 0.04 and α_20 = 0.4·0.1² = 0.004.

From the lecture (26, 28): at a fixed period, by a fixed ratio: the rate falls by γ whenever t/d becomes a whole number. Two things go with that sentence: at t = 0 the quotient is whole too, but nothing drops yet; and between two drops the rate stays low, it does not go back. Both γ and d are hyper-parameters, and the result is sensitive to them.

Check: autograder check step_decay
"""

import numpy as np


def step_decay(t, lr0, gamma, d):
    """The learning rate of step decay at epoch t.

    lr0 * gamma**floor(t/d)

    Args:
        t: epoch, an int or a float from 0 on, or an int64 or float64 array of them, of any shape
            with at least one entry.
        lr0: a number above 0, the learning rate at t = 0.
        gamma: what the rate is multiplied by at every drop, a number above 0 and at most 1.
        d: epochs from one drop to the next, an int, at least 1.

    Returns:
        The learning rate: a number, or for an array a float64 array of its shape.

    Source: PyTorch, torch.optim.lr_scheduler.StepLR.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
