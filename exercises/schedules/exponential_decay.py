r"""# 지수 감쇠(exponential decay)

지수 감쇠는 매 에폭(epoch) 학습률(learning rate)에 γ를 곱합니다. 계단이 아니라 연속적으로 감소하고, 에폭마다 같은 비율이 남습니다. 그래서 처음에는 빠르게, 갈수록 느리게 줄어듭니다.

    α_t = α_0 γᵗ

`exponential_decay(t, lr0, gamma)` 함수를 완성하세요.

- `t`는 0부터 세는 에폭입니다. 파이썬 int나 float 하나일 수도 있고, 그런 수의 배열(int64 또는 float64, 모양은 자유, 원소는 하나 이상)일 수도 있습니다. 에폭과 에폭 사이에서도 같은 식을 씁니다.
- `lr0`은 t = 0일 때의 학습률 α_0으로, 0보다 큰 파이썬 숫자입니다. `gamma`는 0보다 크고 1 이하인 파이썬 숫자로, 한 에폭 뒤에 남는 비율입니다.
- `t`가 숫자이면 숫자를, 배열이면 모양이 같은 float64 배열을 돌려줍니다. `t`가 정수 배열이어도 마찬가지입니다.
- `t`를 바꾸지 않습니다.

규칙. PyTorch의 `ExponentialLR`처럼 밑은 γ입니다. α_0 e⁻ᵏᵗ로 쓰는 책도 많은데, k = -ln γ이면 같은 곡선이지만 k = γ이면 다른 곡선입니다. α_0/(1 + kt)를 지수 감쇠라고 부르는 강의도 있고(실제로는 역시간 감쇠, inverse time decay입니다), optax와 Keras는 수 d를 하나 더 두어 γ^(t/d)로 씁니다. 그러면 다른 값이 나옵니다.

손으로 해 보기. α_0 = 0.4, γ = 0.9이면 t = 0에서 0.4, t = 1에서 0.4·0.9 = 0.36, t = 2에서 0.4·0.9² = 0.324입니다.

강의에서(29): 매 에폭 지수적으로, 연속적으로 감소시키는 방법입니다. 단점은 감마 값에 매우 민감하다는 것과, 지수적으로 감소하기 때문에 학습 후반부에는 남는 학습률이 너무 작아 비효율적이라는 것입니다. 그려진 곡선에서 둘 다 볼 수 있습니다. 30 에폭 뒤에 γ = 0.98이면 0.98³⁰ ≈ 0.55가 남지만, γ = 0.8이면 0.8³⁰ ≈ 0.001밖에 남지 않습니다.

확인: autograder check exponential_decay

------------------------------------------------------------------------------

# Exponential decay

Exponential decay multiplies the learning rate by γ in every epoch. It falls continuously instead of in stairs, and in each epoch the same part of it remains: fast at the start, ever slower later.

    α_t = α_0 γᵗ

Write `exponential_decay(t, lr0, gamma)`.

- `t` is the epoch, counted from 0: a Python int or float, or an array of them (int64 or float64, any shape with at least one entry). Between whole epochs the formula holds as well.
- `lr0`, a positive Python number, is the rate α_0 at t = 0; `gamma`, a Python number above 0 and at most 1, is the part that remains after an epoch.
- Return a number for a number, and for an array a float64 array of the same shape, also where `t` is an integer array.
- Do not change `t`.

Convention. The base is γ, as in PyTorch's `ExponentialLR`. Many texts write α_0 e⁻ᵏᵗ; that is the same curve for k = -ln γ, but not for k = γ. Some courses call α_0/(1 + kt) exponential too (it is inverse time decay), and optax and Keras have γ^(t/d) with a further number d. Those give other numbers.

By hand. With α_0 = 0.4 and γ = 0.9 the rate is 0.4 at t = 0, 0.4·0.9 = 0.36 at t = 1, and 0.4·0.9² = 0.324 at t = 2.

From the lecture (29): the rate falls exponentially in each epoch, and continuously. Its weakness is that it is very sensitive to γ, and that so little of it is left in the later part of the training. The drawn curves show both: after 30 epochs 0.98³⁰ ≈ 0.55 is left, but only 0.8³⁰ ≈ 0.001.

Check: autograder check exponential_decay
"""

import numpy as np


def exponential_decay(t, lr0, gamma):
    """The learning rate of exponential decay at epoch t.

    lr0 * gamma**t

    Args:
        t: epoch, an int or a float from 0 on, or an int64 or float64 array of them, of any shape
            with at least one entry.
        lr0: a number above 0, the learning rate at t = 0.
        gamma: what the rate is multiplied by in each epoch, a number above 0 and at most 1.

    Returns:
        The learning rate: a number, or for an array a float64 array of its shape.

    Source: PyTorch, torch.optim.lr_scheduler.ExponentialLR.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
