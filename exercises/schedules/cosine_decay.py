r"""# 코사인 감쇠(cosine decay)

스텝 감쇠(step decay)는 계단처럼 떨어지고, 지수 감쇠(exponential decay)는 처음에 가장 가파르게 떨어집니다. 코사인 감쇠는 학습률(learning rate)을 코사인 곡선의 반 파장을 따라 부드럽게 줄입니다. 처음에는 천천히, 중간에는 빠르게, 끝에서는 다시 완만하게 0에 닿습니다. 감마 γ 대신 전체 에폭(epoch) 수 T만 정하면 됩니다.

    α_t = (α_0/2) (1 + cos(π t/T))   (0 ≤ t ≤ T),   α_t = 0   (t > T)

`cosine_decay(t, lr0, T)` 함수를 완성하세요.

- `t`는 0부터 세는 에폭입니다. 파이썬 int나 float 하나일 수도 있고, 그런 수의 배열(int64 또는 float64, 모양은 자유, 원소는 하나 이상)일 수도 있습니다. 에폭과 에폭 사이에서도 같은 식을 씁니다.
- `lr0`은 t = 0일 때의 학습률 α_0으로 0보다 큰 파이썬 숫자이고, `T`는 전체 에폭 수로 1 이상의 int입니다.
- `t`가 숫자이면 숫자를, 배열이면 모양이 같은 float64 배열을 돌려줍니다. `t`가 정수 배열이어도 마찬가지입니다.
- `t`를 바꾸지 않습니다.

규칙. 학습률은 t = 0에서 `lr0`, t = T에서 정확히 0이고, 그다음에도 계속 0입니다. T개의 에폭 가운데 마지막에서 이미 0이 되도록 T - 1로 나누는 곳도 있습니다. PyTorch의 `CosineAnnealingLR`은 식은 같지만 T가 지나면 다시 올라가고, optax와 Keras는 α_0에 대한 비율 `alpha`로 가장 작은 학습률을 정해 거기서 멈출 수 있습니다. 그러면 다른 값이 나옵니다.

손으로 해 보기. α_0 = 0.1, T = 40이면 t = 0에서 0.05·(1 + 1) = 0.1, t = 10에서 0.05·(1 + cos(π/4)) ≈ 0.085355, t = 20에서 0.05·(1 + 0) = 0.05, t = 40에서 0.05·(1 - 1) = 0입니다.

강의에서(30): 초기에는 t = 0이고 cos 0 = 1이므로 α_t = α_0이며, 최종적으로 코사인 때문에 학습률이 0이 됩니다. T 값만 정해 주면 되어서 하이퍼파라미터 설정이 쉽습니다. 정확히 말하면 0이 되는 것은 T개의 에폭이 모두 끝난 t = T일 때입니다. 0부터 세면 마지막 에폭은 t = T - 1이고, 이때는 아직 조금 학습합니다.

확인: autograder check cosine_decay

------------------------------------------------------------------------------

# Cosine decay

Step decay falls in stairs, exponential decay falls fastest at the start. Cosine decay lets the learning rate slide along half a wave of the cosine: slowly at first, faster in the middle, and gently down to zero at the end. Instead of γ there is only the number of epochs T to choose.

    α_t = (α_0/2) (1 + cos(π t/T))   (0 ≤ t ≤ T),   α_t = 0   (t > T)

Write `cosine_decay(t, lr0, T)`.

- `t` is the epoch, counted from 0: a Python int or float, or an array of them (int64 or float64, any shape with at least one entry). Between whole epochs the formula holds as well.
- `lr0`, a positive Python number, is the rate α_0 at t = 0; `T`, an int of at least 1, is the number of epochs.
- Return a number for a number, and for an array a float64 array of the same shape, also where `t` is an integer array.
- Do not change `t`.

Convention. The rate is `lr0` at t = 0, exactly 0 at t = T, and stays 0 after it. Some divide by T - 1, so that the last of T epochs already has rate 0; PyTorch's `CosineAnnealingLR` has the same formula but climbs again after T, and optax and Keras can stop at a smallest rate (`alpha`), given as a share of α_0. Those give other numbers.

By hand. With α_0 = 0.1 and T = 40: at t = 0 the rate is 0.05·(1 + 1) = 0.1, at t = 10 it is 0.05·(1 + cos(π/4)) ≈ 0.085355, at t = 20 it is 0.05·(1 + 0) = 0.05, and at t = 40 it is 0.05·(1 - 1) = 0.

From the lecture (30): at first t = 0 and cos 0 = 1, so α_t = α_0; in the end the cosine makes the rate 0. It is easy to set up, since only T has to be given. To be exact, the zero is reached at t = T, when all T epochs are done: the last one, counted from 0, is t = T - 1 and still learns a little.

Check: autograder check cosine_decay
"""

import numpy as np


def cosine_decay(t, lr0, T):
    """The learning rate of cosine decay at epoch t.

    lr0/2 * (1 + cos(pi*t/T)) up to epoch T, and 0 after it

    Args:
        t: epoch, an int or a float from 0 on, or an int64 or float64 array of them, of any shape
            with at least one entry.
        lr0: a number above 0, the learning rate at t = 0.
        T: number of epochs, an int of at least 1; the rate is 0 at t = T.

    Returns:
        The learning rate: a number, or for an array a float64 array of its shape.

    Source: Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017,
    equation 5, without restarts.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
