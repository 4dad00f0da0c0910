r"""# 스케줄의 반감기(half-life)

스텝 감쇠(step decay)와 지수 감쇠(exponential decay)를 쓰려면 γ와 d를 얼마로 할지 정해야 합니다. 학습률(learning rate)이 절반으로 줄어드는 에폭(epoch)을 구하면 이 값들을 한 숫자로 비교할 수 있습니다. 하이퍼파라미터(hyperparameter)를 조금 바꾸었는데 이 에폭이 크게 움직인다면, 그 스케줄(schedule)은 그 값에 민감한 것입니다.

    t_(1/2) = min{ t ∈ {0,1,…,H} : α_t ≤ (1/2) α_0 }

`half_life(schedule, lr0, horizon)` 함수를 완성하세요.

- `schedule`은 에폭 하나(t, 파이썬 int)를 받아 그때의 학습률 α_t(float)를 돌려주는 함수입니다. `horizon`까지의 에폭만 물어볼 수 있습니다. 배열이나 그 뒤의 에폭을 넣지 마세요.
- `lr0`은 α_0으로 0보다 큰 파이썬 숫자이고, `horizon`은 H로 0 이상의 int입니다.
- 0부터 센 에폭을 돌려줍니다. `horizon`까지 그런 에폭이 없으면 `None`을 돌려줍니다.

규칙. 정확히 절반이어도 됩니다(≤). 양 끝인 0과 H도 봅니다. 절반은 `lr0`의 절반이며, `lr0`은 `schedule(0)`과 다를 수 있습니다. 예를 들어 워밍업(warmup)은 절반보다 낮은 곳에서 시작하므로 답이 0입니다. 학습률이 오르내릴 수도 있으며, 처음으로 절반 이하가 되는 때가 답입니다. 물리에서 말하는 반감기 ln((1/2))/ln γ는 실수이지만, 여기서는 그 값 이상인 첫 정수 에폭입니다. 없을 때 -1이나 H로 답하는 곳도 있지만, 여기서는 `None`입니다.

손으로 해 보기. α_t = 0.4·0.9ᵗ이면 0.9⁶ ≈ 0.531, 0.9⁷ ≈ 0.478이므로 답은 7입니다. γ = 0.98이면 0.98³⁴ ≈ 0.503, 0.98³⁵ ≈ 0.493이므로 다섯 배인 35입니다. `horizon`이 34라면 답은 `None`입니다.

강의에서(26, 28, 29): 스텝 감쇠와 지수 감쇠의 단점은 하이퍼파라미터에 대한 민감도가 높다는 것입니다. 그려진 곡선에서 이것을 볼 수 있습니다. γ가 0.80에서 0.90이 되면 반감기는 4 에폭에서 7 에폭이 되지만, 0.96에서 0.98이 되면 17 에폭에서 35 에폭이 됩니다.

확인: autograder check half_life

------------------------------------------------------------------------------

# The half-life of a schedule

Step decay and exponential decay leave one question open: which γ, which d? One number makes them comparable: the epoch at which half of the learning rate is gone. A small change of a hyper-parameter that moves this epoch far shows how sensitive the schedule is to it.

    t_(1/2) = min{ t ∈ {0,1,…,H} : α_t ≤ (1/2) α_0 }

Write `half_life(schedule, lr0, horizon)`.

- `schedule` is a function that takes one epoch t, a Python int, and returns its learning rate α_t, a float. It is known for the epochs up to `horizon`; do not ask it for an array, nor for an epoch beyond.
- `lr0` is α_0, a Python number above 0; `horizon` is H, an int from 0 on.
- Return the epoch, counted from 0, or `None` if there is none up to the horizon.

Convention. Exactly half is enough (≤), both ends 0 and H are looked at, and it is half of `lr0`, which need not be `schedule(0)`: a warmup begins below its half, so its answer is 0. The rate may rise and fall; what counts is the first time. The half-life of physics, ln((1/2))/ln γ, is a real number; here it is the first whole epoch at or after it. Some searches answer -1 or H where there is none; here it is `None`.

By hand. With α_t = 0.4·0.9ᵗ: 0.9⁶ ≈ 0.531 and 0.9⁷ ≈ 0.478, so the answer is 7. With γ = 0.98 it is 35, five times as many: 0.98³⁴ ≈ 0.503, 0.98³⁵ ≈ 0.493. Up to horizon 34 it is `None`.

From the lecture (26, 28, 29): the weakness of step decay and exponential decay is that they are highly sensitive to their hyper-parameters. The drawn curve shows it: from γ = 0.80 to 0.90 the half-life goes from 4 to 7 epochs, from 0.96 to 0.98 from 17 to 35.

Check: autograder check half_life
"""

import numpy as np


def half_life(schedule, lr0, horizon):
    """The first epoch at which a schedule has come down to half of the learning rate.

    the smallest t in 0, 1, ..., horizon with schedule(t) <= lr0/2

    Args:
        schedule: a function that takes one epoch, a Python int, and returns its learning rate.
        lr0: the learning rate of which half is asked for, a number above 0.
        horizon: the last epoch that is looked at, an int from 0 on.

    Returns:
        The epoch, an int, or None if there is none up to the horizon.

    Source: the lecture, 26, 28 and 29.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
