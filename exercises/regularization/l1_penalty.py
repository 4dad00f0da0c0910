r"""# L1 패널티

패널티 기반 정규화(regularization)는 가중치를 작게 유지합니다. 손실에 가중치의 크기에 따라 커지는 항을 더하는 방법입니다. L1 패널티(L1 penalty)에서는 이 항이 가중치의 L1 노름에 세기 λ를 곱한 값입니다.

    R(w) = λ Σ_i |w_i|

`l1_penalty(w, lam)` 함수를 완성하세요.

- `w`는 모양(shape)이 자유롭고 원소가 하나 이상인 float32 또는 float64 배열이거나 파이썬 float입니다. 모든 원소를 더합니다.
- `lam`은 0 이상인 파이썬 숫자입니다.
- 숫자 하나를 돌려줍니다. 자료형은 무엇이든 됩니다.
- 입력은 하나도 바꾸지 않습니다.

규칙. 원소를 평균하지 않고 더하며, 표본의 수로도 나누지 않습니다. `w` 전체에 패널티를 줍니다. 보통 패널티를 주지 않는 절편(bias)은 `w`에 들어 있지 않습니다.

손으로 해 보기. w = (1,-2,0.5), λ = 0.1이면 0.1·(1 + 2 + 0.5) = 0.35입니다.

강의에서(37, 38): 가중치 크기에 비례하는 패널티 항을 추가해서 가중치가 일정 크기 이상 커지지 못하게 합니다. 그림에서 "비례"의 뜻을 볼 수 있습니다. 두 직선이 0에서 꺾입니다.

확인: autograder check l1_penalty

------------------------------------------------------------------------------

# The L1 penalty

Penalty-based regularisation keeps the weights small: it adds a term to the loss that grows with their size. With the L1 penalty this term is the L1 norm of the weights, times a strength λ.

    R(w) = λ Σ_i |w_i|

Write `l1_penalty(w, lam)`.

- `w` is a float32 or float64 array of any shape with at least one entry, or a Python float. The sum goes over all entries.
- `lam` is a Python number, 0 or greater.
- Return a single number; its type is free.
- Change none of the inputs.

Convention. The entries are summed, not averaged, and nothing is divided by the number of samples. All of `w` is penalised: an intercept, which usually is not, is not in it.

By hand. For w = (1,-2,0.5) and λ = 0.1: 0.1·(1 + 2 + 0.5) = 0.35.

From the lecture (37, 38): add a term in proportion to the size of the weights, so that they cannot grow beyond a certain size. The picture shows what "in proportion" means: two straight lines, a corner at zero.

Check: autograder check l1_penalty
"""

import numpy as np


def l1_penalty(w, lam):
    """The L1 penalty on weights.

    R(w) = lam * sum_i |w_i|

    Args:
        w: weights, a float array of any shape with at least one entry, or a float.
        lam: strength of the penalty, a number >= 0.

    Returns:
        The penalty, a single number.

    Source: Tibshirani, "Regression Shrinkage and Selection via the Lasso", 1996.
    """
    # YOUR CODE HERE
    raise NotImplementedError()
