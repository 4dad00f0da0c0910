r"""# 아다그라드(AdaGrad)의 한 걸음

SGD는 모든 파라미터에 같은 학습률을 씁니다. 아다그라드(AdaGrad)는 파라미터마다 따로 정합니다. 파라미터별로 기울기 제곱의 합 h를 쌓아 두고, 그 제곱근으로 걸음을 나눕니다. 지금까지 많이 움직인 파라미터는 앞으로 덜 움직입니다.

    h ← h + g²   w ← w - η g/(√h + ε)

`adagrad_step(w, h, grad, lr, eps)` 함수를 완성하세요.

- `w`, `h`, `grad`는 모양(shape)이 같고 원소가 하나 이상인 float32 또는 float64 배열이거나 파이썬 float입니다. 모양은 무엇이든 됩니다. 결과는 같은 dtype을 유지합니다. 모든 계산은 원소별로 합니다. `h`는 0 이상입니다.
- `lr`와 `eps`는 0보다 큰 파이썬 숫자입니다.
- 튜플 `(w, h)`를 돌려줍니다. 새 h에는 이번 걸음의 기울기가 이미 들어 있고, 걸음을 나누는 제곱근도 이 새 h의 것입니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. ε은 PyTorch처럼 제곱근 밖에 더하고, h는 0에서 시작합니다. √(h + ε)으로 쓰거나 h를 작은 양수에서 시작하는 곳도 있는데, 그러면 다른 값이 나옵니다.

손으로 해 보기. w = 1, h = 16, g = 3, η = 0.1이고 ε이 무시할 만큼 작으면 h = 16 + 9 = 25이므로 w = 1 - 0.1·3/5 = 0.94입니다.

강의에서(20, 21): 아다그라드는 과거 변화량에 따라 학습률을 개별 적용합니다. 제곱하는 것은 크기만 알고 싶기 때문이고, h가 계속 누적되므로 학습률은 지속적으로 감소합니다.

확인: autograder check adagrad_step

------------------------------------------------------------------------------

# One step of AdaGrad

SGD moves every parameter with the same learning rate. AdaGrad gives each its own: it keeps the sum h of all squared gradients of a parameter and divides the step by the root of it. What has moved much so far moves less from now on.

    h ← h + g²   w ← w - η g/(√h + ε)

Write `adagrad_step(w, h, grad, lr, eps)`.

- `w`, `h` and `grad` are float32 or float64 arrays of one shape, any shape with at least one entry, or Python floats; the results keep the dtype. All operations are entry by entry; `h` is 0 or greater.
- `lr` and `eps` are positive Python numbers.
- Return the tuple `(w, h)`; the new h already has this step's gradient in it, and so has the root that the step is divided by.
- Change none of the inputs.

Convention. ε is added outside the root, as in PyTorch, and h starts at 0. Others write √(h + ε), or let h start at a small positive number; those give other numbers.

By hand. From w = 1, h = 16 with g = 3, η = 0.1 and an ε too small to matter: h = 16 + 9 = 25, so w = 1 - 0.1·3/5 = 0.94.

From the lecture (20, 21): AdaGrad applies a rate of its own to each parameter, according to how much it has changed so far. The gradient is squared because only its size matters; h only grows, and so the rate keeps falling.

Check: autograder check adagrad_step
"""

import numpy as np


def adagrad_step(w, h, grad, lr=1e-2, eps=1e-8):
    """One step of AdaGrad.

    h <- h + grad**2
    w <- w - lr * grad / (sqrt(h) + eps)

    Args:
        w: parameters, a float array of any shape with at least one entry, or a float.
        h: sum of the squared gradients so far, like w, at least 0.
        grad: gradient at w, like w.
        lr: learning rate, a number above 0.
        eps: added to the root, not under it, a number above 0.

    Returns:
        (w, h) after the step, of the dtype of w.

    Source: Duchi, Hazan and Singer, "Adaptive Subgradient Methods", 2011.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
