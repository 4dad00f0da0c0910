r"""# 최적화 방법 비교

같은 비탈을 같은 출발점에서 여섯 가지 방법으로 내려갑니다. 그래야 비교할 수 있습니다. 각 방법을 같은 횟수만큼 걷게 하고 지나온 점을 모두 남깁니다. 경로를 함께 그려 보면 누가 지그재그로 가고, 누가 오버슈팅(overshooting)을 하고, 누가 점점 느려지는지 보입니다.

| 이름 | 키워드 인자 | 한 걸음(g = ∇L(w)) |
|---|---|---|
| `sgd` | `lr` | w ← w - η g |
| `momentum` | `lr`, `beta` | v ← β v - η g, 이어서 w ← w + v |
| `nesterov` | `lr`, `beta` | v ← β v - η ∇L(w + β v), 이어서 w ← w + v |
| `adagrad` | `lr`, `eps` | h ← h + g², 이어서 w ← w - η g/(√h + ε) |
| `rmsprop` | `lr`, `beta`, `eps` | h ← β h + (1 - β)g², 이어서 w ← w - η g/(√h + ε) |
| `adam` | `lr`, `beta1`, `beta2`, `eps` | `adam_step`과 같음, t = 1, 2, … |

    w_0 → w_1 → … → w_steps

`compare_optimizers(grad_fn, w0, settings, steps)` 함수를 완성하세요.

- `grad_fn(w)`는 `w`에서의 기울기를 `w`와 같은 모양의 배열로 돌려줍니다.
- `w0`은 모양(shape)이 `(d,)`(d ≥ 1)인 float32 또는 float64 배열이며 모든 방법의 출발점입니다. 경로는 이 dtype을 유지합니다.
- `settings`는 딕셔너리(dict)입니다. 키는 표의 이름이고, 값은 그 방법의 키워드 인자를 담은 딕셔너리입니다. 인자는 빠짐없이 들어 있으며 파이썬 숫자입니다. `lr`와 `eps`는 0보다 크고, 모든 beta는 0 이상 1 미만입니다. 여섯 가지 가운데 어느 것이든, 어떤 순서로든 들어 있을 수 있습니다.
- `steps`는 1 이상의 int입니다.
- `settings`에 있는 이름만 담은 딕셔너리를 돌려줍니다. 값은 각 방법의 경로이며, 첫 줄이 `w0`인 `(steps + 1, d)` 배열입니다.
- 기억하는 값(v, h, m)은 방법마다 새로 0에서 시작합니다. `w0`과 `settings`는 바꾸지 않습니다.

앞에서 완성한 한 걸음 함수가 같은 노트북에 있으면 불러서 써도 됩니다.

규칙. 학습률은 속도 안에 들어 있습니다. PyTorch는 밖에 두는데, 학습률이 일정하면 차이가 없습니다. 네스테로프(Nesterov)의 경우 PyTorch와 Keras는 미리 가 본 점을 파라미터로 두지만, 여기서는 w 자체의 경로를 묻습니다. ε은 어디서나 제곱근 밖에 더합니다.

손으로 해 보기. L(w) = w², g = 2w, w = 1, η = 0.1, β = 0.5라고 합시다. `sgd`는 1 → 0.8 → 0.64로 갑니다. `momentum`은 v = -0.2로 0.8에 간 다음 v = -0.1 - 0.16 = -0.26이므로 w = 0.54입니다. `nesterov`는 둘째 기울기를 0.8 - 0.1 = 0.7에서 구하므로 v = -0.1 - 0.14 = -0.24, w = 0.56으로 조금 덜 나아갑니다.

강의에서(24, 19 참고): 최적화 방법을 비교합니다. 모멘텀은 SGD보다 빠르지만 비효율적이고, 네스테로프는 오버슈팅을 완화하며, 아담은 모멘텀에 개별 학습률을 더합니다. 강의에서는 SGD가 노이즈 때문에 느리다고 하는데, 여기서는 기울기가 정확하므로 느린 까닭은 좁은 골짜기 하나뿐입니다.

확인: autograder check compare_optimizers

------------------------------------------------------------------------------

# The optimisers side by side

Six ways down the same slope, from the same start: only then can they be compared. You run each of them for the same number of steps and keep every point on the way; drawn together, the paths show who zigzags, who overshoots, who slows down.

| name | keyword arguments | one step, with g = ∇L(w) |
|---|---|---|
| `sgd` | `lr` | w ← w - η g |
| `momentum` | `lr`, `beta` | v ← β v - η g, then w ← w + v |
| `nesterov` | `lr`, `beta` | v ← β v - η ∇L(w + β v), then w ← w + v |
| `adagrad` | `lr`, `eps` | h ← h + g², then w ← w - η g/(√h + ε) |
| `rmsprop` | `lr`, `beta`, `eps` | h ← β h + (1 - β)g², then w ← w - η g/(√h + ε) |
| `adam` | `lr`, `beta1`, `beta2`, `eps` | as in `adam_step`, with t = 1, 2, … |

    w_0 → w_1 → … → w_steps

Write `compare_optimizers(grad_fn, w0, settings, steps)`.

- `grad_fn(w)` returns the gradient at `w`, an array like `w`.
- `w0` is a float32 or float64 array `(d,)` with d ≥ 1, the start of them all; the paths keep its dtype.
- `settings` is a dict from a name in the table to a dict of that optimiser's keyword arguments, always complete. These are Python numbers: `lr` and `eps` are positive, all betas from 0 up to, but not including, 1. It may have any of the six, in any order.
- `steps` is a positive int.
- Return a dict with exactly the names of `settings`; each has its path, an array `(steps + 1, d)` with `w0` as its first row.
- Everything that is remembered (v, h, m) starts at zero, for each optimiser anew. Change neither `w0` nor `settings`.

You may call the step functions that you have already written, if they are in the same notebook.

Convention. The learning rate is inside the velocity; PyTorch keeps it outside, which makes no difference as long as it is constant. For Nesterov, PyTorch and Keras store the points ahead in place of w; here the path is that of w itself. ε stands outside the root everywhere.

By hand. On L(w) = w², g = 2w, from w = 1 with η = 0.1 and β = 0.5: `sgd` goes 1 → 0.8 → 0.64. `momentum` goes 1 → 0.8 with v = -0.2, then v = -0.1 - 0.16 = -0.26 and w = 0.54. `nesterov` takes its second gradient at 0.8 - 0.1 = 0.7: v = -0.1 - 0.14 = -0.24 and w = 0.56, a little less far.

From the lecture (24, see also 19): comparing the optimisers. Momentum is faster than SGD but inefficient, Nesterov's momentum eases the overshooting, and Adam joins momentum with a learning rate for each parameter. The lecture calls SGD slow because of its noise; here the gradient is exact, so what slows it is the narrow valley alone.

Check: autograder check compare_optimizers
"""

import numpy as np


def compare_optimizers(grad_fn, w0, settings, steps):
    """The paths of several optimisers from the same start.

    sgd       w <- w - lr*g
    momentum  v <- beta*v - lr*g                       w <- w + v
    nesterov  v <- beta*v - lr*grad_fn(w + beta*v)     w <- w + v
    adagrad   h <- h + g**2                            w <- w - lr*g / (sqrt(h) + eps)
    rmsprop   h <- beta*h + (1 - beta)*g**2            w <- w - lr*g / (sqrt(h) + eps)
    adam      m <- beta1*m + (1 - beta1)*g             v <- beta2*v + (1 - beta2)*g**2
              w <- w - lr * (m / (1 - beta1**t)) / (sqrt(v / (1 - beta2**t)) + eps)

    Here g is grad_fn(w), all of v, h and m start at zero, and t counts from 1.

    Args:
        grad_fn: a function of w that returns the gradient there, like w.
        w0: where all of them start, a float array (d,) with d at least 1.
        settings: which of them to run: from the name to a dict of its keyword arguments, all of
            those that stand in its formula (lr, beta, eps, beta1, beta2): numbers, lr and eps
            above 0, every beta at least 0 and less than 1.
        steps: how many steps each takes, an int of at least 1.

    Returns:
        A dict from each name in settings to its path, an array (steps + 1, d) of the dtype of w0,
        with w0 first.

    Source: the lecture's comparison of the optimisers.
    """

    # YOUR CODE HERE
    raise NotImplementedError()
