r"""# 지수 워밍업(exponential warmup)

워밍업(warmup)의 두 번째 방법은 학습률(learning rate)을 매 에폭(epoch) 같은 양이 아니라 같은 비율로 키웁니다. 선형 워밍업보다 더 오래 작은 값에 머물다가 끝나기 직전에 크게 올라갑니다. 로그 눈금으로 그리면 `start`에서 `lr0`까지 직선입니다.

    α_t =
        α_start(α_0/α_start)^(t/T_warmup)   (t < T_warmup)
        α_0   (t ≥ T_warmup)

`exponential_warmup(t, lr0, warmup, start)` 함수를 완성하세요.

- `t`는 0부터 세는 에폭입니다. 파이썬 int나 float 하나일 수도 있고, 그런 수의 배열(int64 또는 float64, 모양은 자유, 원소는 하나 이상)일 수도 있습니다. 에폭과 에폭 사이에서도 같은 식을 씁니다.
- `lr0`은 워밍업이 끝난 뒤의 학습률 α_0, `start`는 t = 0일 때의 학습률이며 둘 다 0보다 큰 파이썬 숫자입니다. `warmup`은 T_warmup으로 1 이상의 int입니다.
- `t`가 숫자이면 숫자를, 배열이면 모양이 같은 float64 배열을 돌려줍니다. `t`가 정수 배열이어도 마찬가지입니다.
- `t`를 바꾸지 않습니다.

규칙. 등비로 커집니다. t = 0에서 `start`이고, t = T_warmup부터는 `lr0`입니다. 처음에 빠르고 α_0에는 끝내 닿지 않는 α_0(1 - e^(-(t+1)/τ))이나, α_0 e^(-5(1-t/T_warmup)²) 꼴의 곡선도 "지수 워밍업"이라고 부릅니다. 그러면 다른 값이 나옵니다.

손으로 해 보기. α_0 = 0.5, α_start = 0.0078125 = 1/128, T_warmup = 6이면 전체 비율이 64이므로 한 에폭마다 64^(1/6) = 2배가 됩니다. t = 0에서 0.0078125, t = 1에서 0.015625, t = 3에서 0.0625, t = 6부터는 계속 0.5입니다.

강의에서(31): 학습률을 지수적으로 증가시킵니다. 매우 작은 값에서 시작해 학습이 안정될 때까지 키운다는 원리는 선형 증가와 같습니다. 다만 한 가지가 다릅니다. 곱하기만 해서는 0에서 벗어날 수 없으므로 출발점 `start`를 정해 주어야 합니다.

확인: autograder check exponential_warmup

------------------------------------------------------------------------------

# Exponential warmup

The second way to warm up raises the learning rate by the same factor in every epoch instead of by the same amount. It stays small for longer and makes most of its way shortly before the end; on a logarithmic scale it is a straight line from `start` to `lr0`.

    α_t =
        α_start(α_0/α_start)^(t/T_warmup)   (t < T_warmup)
        α_0   (t ≥ T_warmup)

Write `exponential_warmup(t, lr0, warmup, start)`.

- `t` is the epoch, counted from 0: a Python int or float, or an array of them (int64 or float64, any shape with at least one entry). Between whole epochs the formula holds as well.
- `lr0` is the full rate α_0 and `start` the rate at t = 0, both positive Python numbers; `warmup`, an int of at least 1, is T_warmup.
- Return a number for a number, and for an array a float64 array of the same shape, also where `t` is an integer array.
- Do not change `t`.

Convention. The growth is geometric: `start` at t = 0, `lr0` from t = T_warmup on. "Exponential warmup" also names α_0(1 - e^(-(t+1)/τ)), which is fast first and never quite reaches α_0, and the ramp α_0 e^(-5(1-t/T_warmup)²). Those give other numbers.

By hand. With α_0 = 0.5, α_start = 0.0078125 = 1/128 and T_warmup = 6 the ratio is 64, so each epoch has the factor 64^(1/6) = 2: 0.0078125 at t = 0, 0.015625 at t = 1, 0.0625 at t = 3, and 0.5 at t = 6 and ever after.

From the lecture (31): the learning rate grows exponentially; the principle is that of the linear way, to begin with a very small value and raise it until the training is stable. One thing differs: what only gets multiplied can never leave 0, so `start` has to be given.

Check: autograder check exponential_warmup
"""

import numpy as np


def exponential_warmup(t, lr0, warmup, start):
    """The learning rate of an exponential (geometric) warmup at epoch t.

    start * (lr0/start)**(t/warmup) up to epoch warmup, and lr0 after it

    Args:
        t: epoch, an int or a float from 0 on, or an int64 or float64 array of them, of any shape
            with at least one entry.
        lr0: a number above 0, the learning rate from the end of the warmup on.
        warmup: epochs of the warmup, an int of at least 1.
        start: learning rate at t = 0, a number above 0.

    Returns:
        The learning rate: a number, or for an array a float64 array of its shape.

    Source: optax.exponential_decay with a decay_rate above 1 and end_value.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
