r"""# 네스테로프 모멘텀(NAG)의 한 걸음

이미 빨라진 모멘텀은 땅이 다시 높아진다는 것을 늦게 알기 때문에 최솟값을 지나칩니다. 네스테로프 모멘텀(Nesterov momentum, NAG)은 미리 아는 것을 이용합니다. 어차피 관성 때문에 β v만큼은 가게 되므로, 미리 가 본 그곳에서 기울기를 구해 한 걸음 먼저 속도를 줄입니다.

    v ← β v - η ∇L(w + β v)   w ← w + v

`nesterov_step(w, v, grad_fn, lr, beta)` 함수를 완성하세요.

- `w`와 `v`는 모양(shape)이 같고 원소가 하나 이상인 float32 또는 float64 배열이거나 파이썬 float입니다. 모양은 무엇이든 됩니다. 결과는 같은 dtype을 유지합니다.
- `grad_fn`은 함수입니다. `grad_fn(point)`는 `w`와 같은 모양의 점에서 구한 기울기이며, 모양도 `w`와 같습니다.
- `lr`은 학습률(learning rate) η > 0, `beta`는 모멘텀 계수 β (0 ≤ β < 1)이며 둘 다 파이썬 숫자입니다.
- 튜플 `(w, v)`를 돌려줍니다. 새 파라미터가 먼저이고 새 속도가 다음입니다.
- 입력은 하나도 바꾸지 않고, 호출과 호출 사이에 아무것도 남기지 않습니다.

규칙. w는 실제 위치이고, 걸음은 그 자리에서 시작합니다. 미리 가 본 점은 기울기를 구하는 데만 쓰고 잊습니다. PyTorch(v ← β v + g, w ← w - η(g + β v))와 Keras(v ← β v - η g, w ← w + β v - η g)는 w 대신 미리 가 본 점을 저장하고 거기서 기울기를 구하므로 함수가 필요 없습니다. 변수만 바꾼 같은 방법이지만 숫자는 다릅니다.

손으로 해 보기. L(w) = w², 곧 ∇L(w) = 2w이고 w = 1, v = -0.5, η = 0.25, β = 0.5이면, 미리 가 본 점은 1 + 0.5·(-0.5) = 0.75, 그곳의 기울기는 1.5이므로 v = 0.5·(-0.5) - 0.25·1.5 = -0.625, w = 1 - 0.625 = 0.375입니다. (보통의 모멘텀은 더 멀리 0.25까지 갑니다.)

강의에서(13): NAG(네스테로프 모멘텀)는 모멘텀을 개선한 방법으로, 미리 가 본 뒤에 가중치를 업데이트하여 오버슈팅(overshooting) 문제를 완화합니다.

확인: autograder check nesterov_step

------------------------------------------------------------------------------

# One step of Nesterov's momentum

Momentum that is already fast runs past the minimum, because it learns too late that the ground rises again. Nesterov's momentum (NAG) uses what it knows beforehand: inertia will carry it by β v in any case, so it takes the gradient there, a look ahead, and brakes one step earlier.

    v ← β v - η ∇L(w + β v)   w ← w + v

Write `nesterov_step(w, v, grad_fn, lr, beta)`.

- `w` and `v` are float32 or float64 arrays of one shape, any shape with at least one entry, or Python floats; the results keep the dtype.
- `grad_fn` is a function: `grad_fn(point)` is the gradient at a point like `w`, and looks like `w`.
- `lr` is the learning rate η > 0, `beta` the momentum β with 0 ≤ β < 1; both are Python numbers.
- Return the tuple `(w, v)`: the new parameters, then the new velocity.
- Change none of the inputs, and keep nothing between two calls.

Convention. w is the real position, and the step starts from it: the point ahead serves for the gradient and is then forgotten. PyTorch (v ← β v + g, w ← w - η(g + β v)) and Keras (v ← β v - η g, w ← w + β v - η g) need no function, because they store the point ahead in place of w and take the gradient at it. That is the same method in other variables; its numbers are other ones.

By hand. For L(w) = w², so ∇L(w) = 2w, from w = 1, v = -0.5 with η = 0.25, β = 0.5: the point ahead is 1 + 0.5·(-0.5) = 0.75, the gradient there 1.5, and so v = 0.5·(-0.5) - 0.25·1.5 = -0.625 and w = 1 - 0.625 = 0.375. (Ordinary momentum goes farther, to 0.25.)

From the lecture (13): NAG improves momentum by going ahead first and updating the weights after; it eases the overshooting.

Check: autograder check nesterov_step
"""

import numpy as np


def nesterov_step(w, v, grad_fn, lr, beta):
    """One step of gradient descent with Nesterov's momentum.

    v <- beta*v - lr*grad_fn(w + beta*v)
    w <- w + v

    Args:
        w: parameters, a float array of any shape with at least one entry, or a float.
        v: velocity, what earlier steps have left behind, like w; zero at the start.
        grad_fn: a function that takes a point like w and returns the gradient there, like w.
        lr: learning rate, a number above 0.
        beta: how much of the velocity stays, at least 0 and less than 1.

    Returns:
        (w, v) after the step, of the dtype of w.

    Source: Sutskever et al., "On the importance of initialization and momentum in deep
    learning", 2013, equations 3 and 4.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
