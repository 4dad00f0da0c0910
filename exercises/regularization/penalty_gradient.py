r"""# 패널티의 기울기

패널티를 넣어 학습하려면 그 기울기(gradient)가 필요합니다. 걸음마다 가중치를 0 쪽으로 당기는 힘이 바로 이것입니다. L2의 힘은 가중치에 비례하므로 가중치가 작아지면 약해지고, L1의 힘은 늘 같으므로 작은 가중치를 정확히 0으로 만듭니다.

    ∂R/∂w_i = λ(ρ sign(w_i) + 2(1 - ρ) w_i),   sign(0) = 0

엘라스틱 넷(elastic net) 패널티 λ(ρ Σ |w_i| + (1 - ρ) Σ w_i²)의 기울기를 구하는 `penalty_gradient(w, lam, ratio)` 함수를 완성하세요.

- `w`는 모양(shape)이 자유롭고 원소가 하나 이상인 float32 또는 float64 배열이거나 파이썬 float입니다.
- `lam`(λ)은 0 이상인 파이썬 숫자이고, `ratio`(ρ)는 0(L2만)에서 1(L1만)까지의 파이썬 숫자입니다.
- 결과는 `w`와 같은 모양과 dtype입니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. 절댓값은 0에서 미분할 수 없고, 그 자리에는 -1에서 1까지 어떤 수를 써도 됩니다. 여기서는 PyTorch나 `np.sign`처럼 0으로 정합니다. 이미 0인 가중치는 그대로 둡니다. 제곱에 1/2이 없으므로 2가 남습니다. PyTorch SGD의 `weight_decay`는 2 없이 λ w를 더합니다.

손으로 해 보기. w = (1,-2,0.5), λ = 0.1, ρ = 0.25이면 첫 원소는 0.1·(0.25·1 + 2·0.75·1) = 0.175이고, 모두 쓰면 (0.175, -0.325, 0.1)입니다.

강의에서(39): L'(w) = L(w) + R(w)입니다. 그래서 L'의 경사 하강법은 손실의 기울기와 이 기울기를 함께 씁니다.

확인: autograder check penalty_gradient

------------------------------------------------------------------------------

# The gradient of the penalty

Training with a penalty needs its gradient: this is what pulls the weights towards zero at each step. The pull of L2 is in proportion to the weight and fades as the weight gets small; the pull of L1 is always the same, so that it brings small weights to zero exactly.

    ∂R/∂w_i = λ(ρ sign(w_i) + 2(1 - ρ) w_i),   sign(0) = 0

Write `penalty_gradient(w, lam, ratio)`, the gradient of the elastic net penalty λ(ρ Σ |w_i| + (1 - ρ) Σ w_i²).

- `w` is a float32 or float64 array of any shape with at least one entry, or a Python float.
- `lam` (λ) is a Python number, 0 or greater. `ratio` (ρ) is a Python number from 0 (only L2) to 1 (only L1).
- The result has the shape and dtype of `w`.
- Change none of the inputs.

Convention. The absolute value has no derivative at zero; any number from -1 to 1 would do there. Here it is 0, as in PyTorch and in `np.sign`: a weight at zero stays there. The squares come without 1/2, so that the 2 stays; `weight_decay` in PyTorch's SGD adds λ w without it.

By hand. For w = (1,-2,0.5), λ = 0.1 and ρ = 0.25 the first entry is 0.1·(0.25·1 + 2·0.75·1) = 0.175; together (0.175, -0.325, 0.1).

From the lecture (39): L'(w) = L(w) + R(w). A gradient step on L' therefore takes both gradients, that of the loss and this one.

Check: autograder check penalty_gradient
"""

import numpy as np


def penalty_gradient(w, lam, ratio):
    """The gradient of the elastic net penalty.

    dR/dw_i = lam * (ratio * sign(w_i) + 2 * (1 - ratio) * w_i), with sign(0) = 0

    Args:
        w: weights, a float array of any shape with at least one entry, or a float.
        lam: strength of the penalty, a number >= 0.
        ratio: share of L1, a number from 0 (only L2) to 1 (only L1).

    Returns:
        The gradient, of the shape and dtype of w.

    Source: Zou and Hastie, "Regularization and Variable Selection via the Elastic Net", 2005.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
