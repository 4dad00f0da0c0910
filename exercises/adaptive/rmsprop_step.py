r"""# RMSprop의 한 걸음

아다그라드(AdaGrad)는 아무것도 잊지 않으므로 학습률이 줄어들기만 하다가 결국 거의 움직이지 않게 됩니다. RMSprop은 제곱의 합 대신 지수 이동평균(exponential moving average)을 씁니다. 최근 기울기의 비중이 가장 크고 오래된 것은 점점 잊히므로, 완만한 곳에 이르면 학습률이 다시 커질 수 있습니다.

    h ← β h + (1 - β) g²   w ← w - η g/(√h + ε)

`rmsprop_step(w, h, grad, lr, beta, eps)` 함수를 완성하세요.

- `w`, `h`, `grad`는 모양(shape)이 같고 원소가 하나 이상인 float32 또는 float64 배열이거나 파이썬 float입니다. 모양은 무엇이든 됩니다. 결과는 같은 dtype을 유지합니다. 모든 계산은 원소별로 합니다. `h`는 0 이상입니다.
- `lr`, `beta`, `eps`는 파이썬 숫자입니다. `lr`와 `eps`는 0보다 크고 0 ≤ β < 1입니다.
- 튜플 `(w, h)`를 돌려줍니다. 걸음은 새 h의 제곱근으로 나눕니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. ε은 PyTorch처럼 제곱근 밖에 더합니다. PyTorch는 β를 `alpha`라고 부릅니다. Keras는 √(h + ε)처럼 안에 넣습니다. h는 0에서 시작하며 편향 보정은 하지 않습니다. 평균 기울기의 제곱을 빼는 변형(centered)은 여기서 다루지 않습니다.

손으로 해 보기. w = 1, h = 0, g = 3, β = 0.75, η = 0.1이고 ε이 무시할 만큼 작으면 h = 0.25·9 = 2.25이므로 w = 1 - 0.1·3/1.5 = 0.8입니다.

강의에서(22): RMSprop은 지수 이동평균을 써서 최근 경로에 더 큰 비중을 둡니다. 누적된 기울기에는 β, 최신 기울기에는 1 - β를 곱합니다.

확인: autograder check rmsprop_step

------------------------------------------------------------------------------

# One step of RMSprop

AdaGrad never forgets, so its rates only fall until nothing moves. RMSprop replaces the sum of squares by an exponential moving average: recent gradients weigh most, old ones fade, and the rate can rise again where the ground becomes flat.

    h ← β h + (1 - β) g²   w ← w - η g/(√h + ε)

Write `rmsprop_step(w, h, grad, lr, beta, eps)`.

- `w`, `h` and `grad` are float32 or float64 arrays of one shape, any shape with at least one entry, or Python floats; the results keep the dtype. All operations are entry by entry; `h` is 0 or greater.
- `lr`, `beta` and `eps` are Python numbers; `lr` and `eps` are positive and 0 ≤ β < 1.
- Return the tuple `(w, h)`; the step is divided by the root of the new h.
- Change none of the inputs.

Convention. ε is added outside the root, as in PyTorch, which calls β `alpha`; Keras puts it inside, √(h + ε). h starts at 0 and is not corrected for that. The "centred" variant, which subtracts the square of the mean gradient, is not meant.

By hand. From w = 1, h = 0 with g = 3, β = 0.75, η = 0.1 and an ε too small to matter: h = 0.25·9 = 2.25, so w = 1 - 0.1·3/1.5 = 0.8.

From the lecture (22): RMSprop gives more weight to the recent path by an exponential moving average: β for what has been gathered, 1 - β for the newest gradient.

Check: autograder check rmsprop_step
"""

import numpy as np


def rmsprop_step(w, h, grad, lr=1e-2, beta=0.9, eps=1e-8):
    """One step of RMSprop.

    h <- beta*h + (1 - beta)*grad**2
    w <- w - lr * grad / (sqrt(h) + eps)

    Args:
        w: parameters, a float array of any shape with at least one entry, or a float.
        h: moving average of the squared gradient, like w, at least 0.
        grad: gradient at w, like w.
        lr: learning rate, a number above 0.
        beta: weight of the past in the average, at least 0 and less than 1.
        eps: added to the root, not under it, a number above 0.

    Returns:
        (w, h) after the step, of the dtype of w.

    Source: Tieleman and Hinton, "Neural Networks for Machine Learning", lecture 6.5, 2012.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
