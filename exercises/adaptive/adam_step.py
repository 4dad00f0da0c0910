r"""# 아담(Adam)의 한 걸음

아담(Adam)은 앞의 두 방법을 합친 것입니다. 모멘텀(momentum)처럼 기울기의 이동평균 m을 따라가고, RMSprop처럼 기울기 제곱의 이동평균 v의 제곱근으로 나누어 파라미터마다 학습률을 따로 정합니다. 두 평균은 0에서 시작하므로 처음에는 너무 작습니다. 편향 보정(bias correction)은 이 값을 초기에는 크게 키우고, 후기에는 거의 그대로 둡니다.

    m ← β_1 m + (1 - β_1) g   v ← β_2 v + (1 - β_2) g²

    m_hat = m/(1 - β_1ᵗ)   v_hat = v/(1 - β_2ᵗ)   w ← w - η m_hat/(√v_hat + ε)

`adam_step(w, m, v, grad, t, lr, beta1, beta2, eps)` 함수를 완성하세요.

- `w`, `m`, `v`, `grad`는 모양(shape)이 같고 원소가 하나 이상인 float32 또는 float64 배열이거나 파이썬 float입니다. 모양은 무엇이든 되고, `v`는 0 이상입니다. 결과는 같은 dtype을 유지합니다.
- `t`는 이번 걸음의 번호인 int이며 1부터 셉니다.
- `lr`, `beta1`, `beta2`, `eps`는 파이썬 숫자입니다. `lr`와 `eps`는 0보다 크고, 두 beta는 0 이상 1 미만입니다.
- 튜플 `(w, m, v)`를 돌려줍니다. 돌려주는 모멘트는 보정하지 않은 값입니다. 다음 걸음이 자기 t로 다시 보정합니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. ε은 논문과 PyTorch처럼 제곱근 밖에 더합니다. √(v_hat + ε)처럼 안에 넣는 책도 있고, 두 보정을 학습률에 몰아넣고 보정하지 않은 제곱근에 ε을 더하는 곳도 있습니다. 그러면 다른 값이 나옵니다.

손으로 해 보기. w = 1, m = v = 0, g = 0.5, t = 1, η = 0.1, β_1 = 0.9, β_2 = 0.999이면 m = 0.05, v = 0.00025, m_hat = 0.5, v_hat = 0.25이므로 w = 1 - 0.1·0.5/0.5 = 0.9입니다.

강의에서(23): m과 v를 그대로 쓰지 않고 편향을 보정해서 씁니다. 시작점이 0이기 때문에 초기에는 크게, 후기에는 작게 합니다.

확인: autograder check adam_step

------------------------------------------------------------------------------

# One step of Adam

Adam joins the two ideas before it: like momentum it follows a moving average m of the gradient, and like RMSprop it divides by the root of a moving average v of the squared gradient, so that each parameter gets a rate of its own. Both averages start at zero and are far too small at first; the bias correction makes them larger early and leaves them alone late.

    m ← β_1 m + (1 - β_1) g   v ← β_2 v + (1 - β_2) g²

    m_hat = m/(1 - β_1ᵗ)   v_hat = v/(1 - β_2ᵗ)   w ← w - η m_hat/(√v_hat + ε)

Write `adam_step(w, m, v, grad, t, lr, beta1, beta2, eps)`.

- `w`, `m`, `v` and `grad` are float32 or float64 arrays of one shape, any shape with at least one entry, or Python floats, and `v` is 0 or greater; the results keep the dtype.
- `t`, an int, is the number of this step and counts from 1.
- `lr`, `beta1`, `beta2` and `eps` are Python numbers; `lr` and `eps` are positive, both betas from 0 up to, but not including, 1.
- Return the tuple `(w, m, v)`. The returned moments are not corrected: the next step corrects them with its own t.
- Change none of the inputs.

Convention. ε is added outside the root, as in the paper and in PyTorch. Some texts put it under the root, √(v_hat + ε), and some fold both corrections into the learning rate and add ε to the uncorrected root; those give other numbers.

By hand. From w = 1, m = v = 0 with g = 0.5, t = 1, η = 0.1, β_1 = 0.9, β_2 = 0.999: m = 0.05, v = 0.00025, m_hat = 0.5, v_hat = 0.25, and so w = 1 - 0.1·0.5/0.5 = 0.9.

From the lecture (23): m and v are not used as they are; because they start at zero, they are made large at the beginning and small later.

Check: autograder check adam_step
"""

import numpy as np


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """One step of Adam.

    m <- beta1*m + (1 - beta1)*grad
    v <- beta2*v + (1 - beta2)*grad**2
    w <- w - lr * (m / (1 - beta1**t)) / (sqrt(v / (1 - beta2**t)) + eps)

    Args:
        w: parameters, a float array of any shape with at least one entry, or a float.
        m: first moment (moving average of the gradient), like w.
        v: second moment (moving average of the squared gradient), like w, at least 0.
        grad: gradient at w, like w.
        t: number of this step, an int, counted from 1.
        lr: learning rate, a number above 0.
        beta1: decay of the first moment, at least 0 and less than 1.
        beta2: decay of the second moment, at least 0 and less than 1.
        eps: added to the root, not under it, a number above 0.

    Returns:
        (w, m, v) after the step, of the dtype of w; m and v are the moments without correction.

    Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, Algorithm 1.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
