r"""# 지역 최솟값에서 벗어나기

경사 하강법은 시작한 골짜기의 바닥으로 갑니다. 그곳이 가장 깊은 골짜기라는 보장은 없습니다. 미니 배치(mini-batch)의 기울기에는 노이즈(noise)가 있고, 노이즈가 언덕을 넘게 해 줄 수 있습니다. 여기서는 노이즈가 입력으로 주어지므로 늘 같은 경로가 나옵니다.

    w_(k+1) = w_k - η (∇f(w_k) + ξ_k)   k = 0, 1, …, K - 1

`descend_landscape(grad, w0, lr, noise)` 함수를 완성하세요.

- `grad`는 함수입니다. `grad(w)`는 `w`에서의 기울기를 같은 모양(shape)과 dtype으로 돌려줍니다. 돌려준 배열은 지형의 것일 수 있으므로 거기에 값을 쓰지 마세요.
- `w0`은 원소가 하나 이상인 float32 또는 float64 배열이거나 파이썬 float입니다. 모양은 무엇이든 됩니다. `lr`(η)은 0보다 큰 파이썬 숫자입니다.
- `noise`(ξ)는 모양이 `(K,)` + `w0`의 모양이고 dtype이 `w0`과 같은 배열입니다. `noise[k]`가 k번째 걸음의 노이즈입니다. K는 0일 수도 있습니다.
- `w0`부터 시작하는 경로 전체를 돌려줍니다. 모양이 `(K + 1,)` + `w0`의 모양인 배열 하나이며 dtype은 같습니다.
- 입력은 하나도 바꾸지 않습니다. 같은 `w0`에서 다시 출발할 수 있어야 합니다.

규칙. 노이즈는 기울기에 있습니다. 그래서 미니 배치에서처럼 학습률이 곱해집니다. 걸음을 옮긴 위치에 노이즈를 더하는 방법(랑주뱅 동역학, Langevin dynamics)이나, 흔들린 위치에서 기울기를 구하는 방법도 있습니다. 그러면 다른 경로가 나옵니다.

손으로 해 보기. f(w) = w², 곧 ∇f(w) = 2w이고 w_0 = 1, η = 0.25, ξ = (0,2)이면 w_1 = 1 - 0.25·2 = 0.5, w_2 = 0.5 - 0.25·(1 + 2) = -0.25입니다. 경로는 [1, 0.5, -0.25]입니다.

그림은 f(w) = w⁴/4 - w²/2 + w/4에서 걸은 것입니다. 지역 최솟값(local minimum)은 약 0.84에, 전역 최솟값(global minimum)은 약 -1.11에 있습니다. 노이즈가 없으면 오른쪽에 머물고, 노이즈가 있으면 약 0.27에 있는 언덕을 넘습니다.

강의에서(13): 배치 경사 하강법은 지역 최솟값(Local minima)에 빠지기 쉽습니다. 더 정확히 말하면 시작한 골짜기에 머뭅니다. 노이즈가 있으면 나올 수 있지만 반드시 나오는 것은 아니고, 나올 수 있는 걸음은 되돌아갈 수도 있습니다.

확인: autograder check descend_landscape

------------------------------------------------------------------------------

# Out of a local minimum

Gradient descent goes to the bottom of the valley in which it starts, and this need not be the deepest one. The gradient of a mini-batch carries noise, and noise can push it over the ridge. Here the noise is given, so that the walk is the same each time.

    w_(k+1) = w_k - η (∇f(w_k) + ξ_k)   k = 0, 1, …, K - 1

Write `descend_landscape(grad, w0, lr, noise)`.

- `grad` is a function: `grad(w)` returns the gradient at `w`, of the same shape and dtype. The array that it returns may belong to the landscape; do not write into it.
- `w0` is a float32 or float64 array of any shape with at least one entry, or a Python float; `lr` (η) is a positive Python number.
- `noise` (ξ) is an array of shape `(K,)` + shape of `w0`, of the dtype of `w0`; `noise[k]` belongs to step k. K may be 0.
- Return the whole path, `w0` first: one array of shape `(K + 1,)` + shape of `w0`, of the same dtype.
- Change none of the inputs: one has to be able to start from the same `w0` again.

Convention. The noise is in the gradient, so it is multiplied by the learning rate, as it is with a mini-batch. Other methods add noise to the position after the step (Langevin dynamics), or take the gradient at a shaken position; those give other paths.

By hand. In the bowl f(w) = w², so ∇f(w) = 2w, from w_0 = 1 with η = 0.25 and ξ = (0,2): w_1 = 1 - 0.25·2 = 0.5 and w_2 = 0.5 - 0.25·(1 + 2) = -0.25. The path is [1, 0.5, -0.25].

The picture is of f(w) = w⁴/4 - w²/2 + w/4, with a local minimum at about 0.84 and the global one at about -1.11. Without noise the walk stays on the right; with noise it gets over the ridge at about 0.27.

From the lecture (13): batch gradient descent easily falls into local minima. More exactly: it stays in the valley in which it starts. Noise makes it possible to leave, it does not make it certain; and a walk that can get out can also get back.

Check: autograder check descend_landscape
"""

import numpy as np


def descend_landscape(grad, w0, lr, noise):
    """Gradient descent with noise in its gradients; the whole path.

    w <- w - lr * (grad(w) + noise[k])    for k = 0, 1, ...

    Args:
        grad: function of w that gives the gradient there, like w.
        w0: parameters to start from, a float array of any shape with at least one
            entry, or a float.
        lr: learning rate, a number above 0.
        noise: what is added to the gradient of each step, a float array of shape
            (steps,) + shape of w0; there may be no steps.

    Returns:
        The path, one float array of shape (steps + 1,) + shape of w0 that begins with w0, of the
        dtype of noise and w0.

    Source: Ge, Huang, Jin and Yuan, "Escaping From Saddle Points: Online Stochastic Gradient for
    Tensor Decomposition", 2015, Algorithm 1 (there the noise is drawn from a sphere).
    """
    # YOUR CODE HERE
    raise NotImplementedError()
