r"""# 워밍업과 코사인 감쇠의 결합

워밍업(warmup)과 학습률 감쇠(learning rate decay)는 함께 쓰기 좋습니다. 먼저 학습이 안정될 때까지 학습률(learning rate)을 올리고, 그다음에는 학습이 잘 마무리되도록 내립니다. 오늘날 가장 흔한 조합은 선형 워밍업 다음에 남은 에폭(epoch) 동안 코사인 감쇠(cosine decay)를 하는 것입니다.

    α_t =
        α_0 t/T_warmup   (t < T_warmup)
        (α_0/2) (1 + cos((π (t - T_warmup))/(T - T_warmup)))   (T_warmup ≤ t ≤ T)
        0   (t > T)

`warmup_cosine(t, lr0, warmup, T)` 함수를 완성하세요.

- `t`는 0부터 세는 에폭입니다. 파이썬 int나 float 하나일 수도 있고, 그런 수의 배열(int64 또는 float64, 모양은 자유, 원소는 하나 이상)일 수도 있습니다. 에폭과 에폭 사이에서도 같은 식을 씁니다.
- `lr0`은 꼭대기의 학습률 α_0으로 0보다 큰 파이썬 숫자이고, `warmup`은 T_warmup으로 1 이상의 int입니다. `T`는 워밍업까지 포함한 전체 에폭 수로 `warmup`보다 큰 int입니다.
- `t`가 숫자이면 숫자를, 배열이면 모양이 같은 float64 배열을 돌려줍니다. `t`가 정수 배열이어도 마찬가지입니다.
- `t`를 바꾸지 않습니다.

규칙. 학습률은 t = 0에서 0, t = T_warmup에서 `lr0`, t = T와 그다음에는 0입니다. 코사인은 워밍업이 끝난 곳부터 셉니다. optax의 `warmup_cosine_decay_schedule`도 이와 같습니다(`decay_steps`에 워밍업이 들어 있습니다). T로 워밍업 다음의 에폭만 세거나, 첫 에폭을 (t + 1)/T_warmup로 하거나, 코사인을 t = 0부터 세고 앞부분만 워밍업으로 바꾸는 곳도 있습니다. 그러면 다른 값이 나옵니다.

손으로 해 보기. α_0 = 0.4, T_warmup = 8, T = 40이면 t = 4에서 0.4·4/8 = 0.2, t = 8에서 0.4입니다. 남은 32 에폭의 절반인 t = 24에서 0.2·(1 + cos(π/2)) = 0.2이고, t = 40에서 0입니다.

강의에서(31): 학습률은 알맞은 정책을 정해 쓸 수 있고, 워밍업과 학습률 감쇠를 결합하여 사용합니다. 처음의 낮은 학습률이 초기 학습의 불안정을 막고, 그다음에는 코사인이 학습률을 0까지 내립니다.

확인: autograder check warmup_cosine

------------------------------------------------------------------------------

# Warmup, then cosine decay

Warmup and decay go well together: first the learning rate is raised until the training is stable, then it is lowered until the training comes to rest. The usual pair today is a linear warmup with cosine decay over the epochs that remain.

    α_t =
        α_0 t/T_warmup   (t < T_warmup)
        (α_0/2) (1 + cos((π (t - T_warmup))/(T - T_warmup)))   (T_warmup ≤ t ≤ T)
        0   (t > T)

Write `warmup_cosine(t, lr0, warmup, T)`.

- `t` is the epoch, counted from 0: a Python int or float, or an array of them (int64 or float64, any shape with at least one entry). Between whole epochs the formula holds as well.
- `lr0`, a positive Python number, is the rate α_0 at the peak; `warmup`, an int of at least 1, is T_warmup; `T` is the number of all epochs, the warmup included: an int above `warmup`.
- Return a number for a number, and for an array a float64 array of the same shape, also where `t` is an integer array.
- Do not change `t`.

Convention. 0 at t = 0, `lr0` at t = T_warmup, 0 at t = T and after it; the cosine counts from the end of the warmup. optax's `warmup_cosine_decay_schedule` does the same (its `decay_steps` includes the warmup). Elsewhere T counts only the epochs after the warmup, the first epoch has (t + 1)/T_warmup, or the cosine runs from t = 0 and is cut off by the warmup. Those give other numbers.

By hand. With α_0 = 0.4, T_warmup = 8, T = 40: 0.4·4/8 = 0.2 at t = 4, 0.4 at t = 8, 0.2·(1 + cos(π/2)) = 0.2 at t = 24, halfway through the remaining 32 epochs, and 0 at t = 40.

From the lecture (31): a suitable policy can be made for the learning rate; warmup and decay are used in combination. The low rate at first prevents an unstable start, the cosine then brings the rate to 0.

Check: autograder check warmup_cosine
"""

import numpy as np


def warmup_cosine(t, lr0, warmup, T):
    """The learning rate of a linear warmup followed by cosine decay, at epoch t.

    lr0 * t/warmup                                       up to epoch warmup
    lr0/2 * (1 + cos(pi * (t - warmup)/(T - warmup)))    from there to epoch T
    0                                                    after it

    Args:
        t: epoch, an int or a float from 0 on, or an int64 or float64 array of them, of any shape
            with at least one entry.
        lr0: a number above 0, the learning rate at t = warmup, the highest.
        warmup: epochs of the warmup, an int of at least 1.
        T: number of epochs in all, the warmup included, an int above warmup.

    Returns:
        The learning rate: a number, or for an array a float64 array of its shape.

    Source: Goyal et al., "Accurate, Large Minibatch SGD", 2017, section 2.2, and Loshchilov and
    Hutter, "SGDR", 2017, equation 5; put together as in optax.warmup_cosine_decay_schedule.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
