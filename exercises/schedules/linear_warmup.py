r"""# 선형 워밍업(linear warmup)

학습 초기에는 가중치가 무작위이고 기울기가 커서, 처음부터 큰 걸음을 내디디면 파라미터가 엉뚱한 곳으로 튈 수 있습니다. 워밍업(warmup)은 학습률(learning rate)을 매우 작은 값에서부터 점진적으로 증가시켜, 학습이 안정된 다음에 온전한 학습률을 쓰게 합니다. 여기서는 매 에폭(epoch) 같은 양만큼 올립니다.

    α_t =
        α_0 t/T_warmup   (t < T_warmup)
        α_0   (t ≥ T_warmup)

`linear_warmup(t, lr0, warmup)` 함수를 완성하세요.

- `t`는 0부터 세는 에폭입니다. 파이썬 int나 float 하나일 수도 있고, 그런 수의 배열(int64 또는 float64, 모양은 자유, 원소는 하나 이상)일 수도 있습니다. 에폭과 에폭 사이에서도 같은 식을 씁니다.
- `lr0`은 워밍업이 끝난 뒤의 학습률 α_0으로 0보다 큰 파이썬 숫자이고, `warmup`은 T_warmup으로 1 이상의 int입니다.
- `t`가 숫자이면 숫자를, 배열이면 모양이 같은 float64 배열을 돌려줍니다. `t`가 정수 배열이어도 마찬가지입니다.
- `t`를 바꾸지 않습니다.

규칙. 학습률은 t = 0에서 0이고, t = T_warmup부터는 `lr0`입니다. 첫 에폭에서도 조금은 학습하도록 (t + 1)/T_warmup이나 (t + 1)/(T_warmup + 1)을 쓰는 프로그램도 많습니다. PyTorch의 `LinearLR`은 따로 정하지 않으면 학습률의 3분의 1에서 출발하고, 0에서는 출발할 수 없습니다. 그러면 다른 값이 나옵니다.

손으로 해 보기. α_0 = 0.4, T_warmup = 8이면 t = 0에서 0, t = 1에서 0.4·1/8 = 0.05, t = 4에서 0.4·4/8 = 0.2, t = 8부터는 계속 0.4입니다.

강의에서(31): 학습률을 매우 작은 값에서부터 점진적으로, T_warmup에 도달할 때까지 선형으로 증가시킵니다. 그러면 초기 학습의 불안정을 막을 수 있습니다. 이 식에서 "매우 작은 값"은 정확히 0이므로 t = 0에서는 아직 아무것도 학습하지 않습니다.

확인: autograder check linear_warmup

------------------------------------------------------------------------------

# Linear warmup

At the start of training the weights are random and the gradients large: full steps can throw the parameters far off. A warmup begins with a very low learning rate and raises it little by little, here in equal steps, until the training is stable enough for the full rate.

    α_t =
        α_0 t/T_warmup   (t < T_warmup)
        α_0   (t ≥ T_warmup)

Write `linear_warmup(t, lr0, warmup)`.

- `t` is the epoch, counted from 0: a Python int or float, or an array of them (int64 or float64, any shape with at least one entry). Between whole epochs the formula holds as well.
- `lr0`, a positive Python number, is the full rate α_0; `warmup`, an int of at least 1, is T_warmup.
- Return a number for a number, and for an array a float64 array of the same shape, also where `t` is an integer array.
- Do not change `t`.

Convention. The rate is 0 at t = 0 and `lr0` from t = T_warmup on. Many programs use (t + 1)/T_warmup or (t + 1)/(T_warmup + 1), so that the first epoch learns something; PyTorch's `LinearLR` starts at a third of the rate unless told otherwise, and cannot start at 0. Those give other numbers.

By hand. With α_0 = 0.4 and T_warmup = 8: 0 at t = 0, 0.4·1/8 = 0.05 at t = 1, 0.4·4/8 = 0.2 at t = 4, and 0.4 at t = 8 and ever after.

From the lecture (31): the learning rate is raised gradually from a very small value, linearly until T_warmup is reached; that prevents an unstable start. With this formula the "very small value" is exactly 0, so that nothing is learnt yet at t = 0 itself.

Check: autograder check linear_warmup
"""

import numpy as np


def linear_warmup(t, lr0, warmup):
    """The learning rate of a linear warmup at epoch t.

    lr0 * t/warmup up to epoch warmup, and lr0 after it

    Args:
        t: epoch, an int or a float from 0 on, or an int64 or float64 array of them, of any shape
            with at least one entry.
        lr0: a number above 0, the learning rate from the end of the warmup on.
        warmup: epochs of the warmup, an int of at least 1.

    Returns:
        The learning rate: a number, or for an array a float64 array of its shape.

    Source: Goyal et al., "Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour", 2017,
    section 2.2.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
