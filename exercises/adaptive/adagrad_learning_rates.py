r"""# 아다그라드(AdaGrad)의 학습률

아다그라드(AdaGrad)에서는 파라미터마다 학습률이 따로 있고, 걸음마다 계속 변합니다. 여기서는 기울기의 기록 전체에서 이 학습률만 계산하여, 제곱이 쌓이면 어떻게 되는지 살펴봅니다. 기울기가 큰 파라미터는 일찍, 작은 파라미터는 천천히 느려지며, 한번 줄어든 학습률은 다시 커지지 않습니다.

    h_t = g_0² + g_1² + … + g_t²   η_t = η/(√h_t + ε)

`adagrad_learning_rates(grads, lr, eps)` 함수를 완성하세요.

- `grads`는 축도 원소도 하나 이상인 float32 또는 float64 배열입니다. 첫 번째 축이 시간이고 나머지 축은 파라미터의 것입니다. 나머지 축은 없을 수도 있습니다.
- `lr`와 `eps`는 0보다 큰 파이썬 숫자입니다.
- 모양(shape)과 dtype이 `grads`와 같은 배열, 곧 걸음마다 파라미터마다의 학습률을 돌려줍니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. `adagrad_step`과 마찬가지로 어떤 걸음의 학습률에는 그 걸음의 기울기가 이미 들어 있고, ε은 제곱근 밖에 있습니다. 어떤 파라미터의 기울기가 그때까지 모두 0이었다면 학습률은 η/ε입니다. 매우 크지만 0에 곱해질 뿐입니다.

손으로 해 보기. 한 파라미터의 기울기가 3, 4, 12이고 η = 1이며 ε이 무시할 만큼 작으면 h는 9, 25, 169이고 학습률은 1/3, 1/5, 1/13입니다.

강의에서(20, 21): 학습률이 계속 변합니다. H_t 값은 계속 누적되어 커지고, 따라서 학습률은 지속적으로 감소합니다.

확인: autograder check adagrad_learning_rates

------------------------------------------------------------------------------

# The learning rates of AdaGrad

AdaGrad multiplies each gradient by a rate that belongs to its parameter and changes at every step. Here you compute only these rates, for a whole history of gradients, to see what the growing sum of squares does: a parameter with large gradients is slowed down early, one with small gradients later, and no rate ever rises again.

    h_t = g_0² + g_1² + … + g_t²   η_t = η/(√h_t + ε)

Write `adagrad_learning_rates(grads, lr, eps)`.

- `grads` is a float32 or float64 array with at least one axis and at least one entry. The first axis is time; all others are the parameters', and there may be none of them.
- `lr` and `eps` are positive Python numbers.
- Return an array of the shape and dtype of `grads`: the rate of each step and parameter.
- Change none of the inputs.

Convention. The rate of a step has that step's own gradient in it, as in `adagrad_step`, and ε stands outside the root. As long as all gradients of a parameter have been zero, its rate is η/ε: huge, but multiplied by zero.

By hand. With the gradients 3, 4, 12 of one parameter, η = 1 and an ε too small to matter, h is 9, 25, 169 and the rates are 1/3, 1/5, 1/13.

From the lecture (20, 21): the learning rate keeps changing; H_t only accumulates and grows, and so the rate falls and falls.

Check: autograder check adagrad_learning_rates
"""

import numpy as np


def adagrad_learning_rates(grads, lr=1e-2, eps=1e-8):
    """The rate that AdaGrad uses for each parameter at each step.

    rates[t] = lr / (sqrt(grads[0]**2 + ... + grads[t]**2) + eps)

    Args:
        grads: the gradients of all steps, a float array with at least one axis and at
            least one entry; the first axis is time.
        lr: learning rate, a number above 0.
        eps: added to the root, not under it, a number above 0.

    Returns:
        The rates, an array of the shape and dtype of grads.

    Source: Duchi, Hazan and Singer, "Adaptive Subgradient Methods", 2011.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
